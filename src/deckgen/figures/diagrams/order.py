"""Layered units → one order from left to right for all of them, with few crossings.

The order of every layer is that of its units in this one.  So a lane keeps its side of everything that it
passes, and a cluster's units stand together: long edges are straight, and clusters are boxes.  Units change
places as in the global sifting of C. Bachmaier, F. J. Brandenburg, W. Brunner and F. Hübner (2010).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from deckgen.figures.diagrams.units import NO_CLUSTER, Layered, Unit

MOST_ROUNDS = 12
MOST_SWAPS = 30_000
"""How many exchanges of neighbours are tried in all."""

FEW = 240
"""A diagram is put in order as often as its units go into this number, up to four times."""

CROSSING, THROUGH, ACROSS, AGAINST = 100, 300, 100, 1
"""What it costs where two edges cross, where an edge out of a box's side would run through a box, or across
another edge, and where two boxes of a layer stand in another order than the author wrote them."""

Item = tuple[int, ...]
"""Units that keep together: one, or all of a cluster, in their order."""


def order(made: Layered) -> list[int]:
    """The place of each unit in the order, from 0."""
    deep, written = _together(made, list(_deep(made))), _together(made, _written(made))
    tried = [(deep, False), (written, True), (deep, True), (written, False)]
    found: list[tuple[int, int, list[int]]] = []
    for sequence, backwards in tried[: max(1, FEW // max(len(made.units), 1))]:
        sifter = _Sifter(made, sequence, backwards)
        if not sifter.total():
            return sifter.place
        sifter.sift()
        found.append((sifter.total(), len(found), sifter.place))
        if found[-1][0] < CROSSING:
            break
    return _as_written(made, min(found)[2])


def _as_written(made: Layered, place: list[int]) -> list[int]:
    """The order, or its mirror image, whichever has more of each layer's boxes as the author wrote them."""
    layers: dict[int, list[int]] = {}
    for i, unit in enumerate(made.units):
        if unit.key is not None:
            layers.setdefault(unit.first, []).append(place[i])
    against = 0
    for row in layers.values():
        against += sum(1 if a > b else -1 for i, a in enumerate(row) for b in row[i + 1 :])
    return [len(place) - 1 - at for at in place] if against > 0 else place


@dataclass(slots=True)
class _Sifter:
    """Moves items to where they cross least.

    `above` and `below` are a unit's neighbours in the layers next to each of its own; `beside` are the
    edges out of boxes' sides that end at it, as lane, box and layer; `spans` its layers, as bits.
    """

    made: Layered
    sequence: list[int]
    backwards: bool
    place: list[int] = field(init=False)
    above: list[dict[int, list[int]]] = field(init=False)
    below: list[dict[int, list[int]]] = field(init=False)
    beside: list[list[tuple[int, int, int]]] = field(init=False)
    spans: list[int] = field(init=False)
    swaps: int = 0

    def __post_init__(self) -> None:
        units = self.made.units
        self.above, self.below = [{} for _ in units], [{} for _ in units]
        self.beside = [[] for _ in units]
        self.spans = [(2 << unit.last) - (1 << unit.first) for unit in units]
        self._join()
        self.place = [0] * len(units)
        for at, unit in enumerate(self.sequence):
            self.place[unit] = at

    def _join(self) -> None:
        """Note which units an edge joins in neighbouring layers; a lane is joined to itself."""
        for i, unit in enumerate(self.made.units):
            for layer in range(unit.first, unit.last):
                self._pair(i, i, layer)
        for link in self.made.links:
            if link.back:
                for box in {link.upper, link.lower}:
                    run = (link.lane, box, self.made.units[box].first)
                    self.beside[link.lane].append(run)
                    self.beside[box].append(run)
            elif link.lane >= 0:
                lane = self.made.units[link.lane]
                self._pair(link.upper, link.lane, lane.first - 1)
                self._pair(link.lane, link.lower, lane.last)
            else:
                self._pair(link.upper, link.lower, self.made.units[link.upper].last)

    def _pair(self, upper: int, lower: int, layer: int) -> None:
        self.below[upper].setdefault(layer, []).append(lower)
        self.above[lower].setdefault(layer + 1, []).append(upper)

    def sift(self) -> None:
        """Sift the items of each cluster, and of the whole, until nothing gets better."""
        for _ in range(MOST_ROUNDS):
            moved = False
            for cluster in (NO_CLUSTER, *range(len(self.made.clusters))):
                moved |= self._sift_within(cluster)
            if not moved or self.swaps > MOST_SWAPS:
                return

    def _sift_within(self, cluster: int) -> bool:
        """Move each item of a cluster to its best place among the others; whether one moved."""
        items = self._items(cluster)
        moved = False
        for item in reversed(list(items)) if self.backwards else list(items):
            if self.swaps > MOST_SWAPS:
                break
            moved |= self._sift_item(items, item)
        return moved

    def _items(self, cluster: int) -> list[Item]:
        """What stands in a cluster, in order: its own units, and the clusters in it as one item each."""
        made: dict[int, list[int]] = {}
        for unit in sorted(range(len(self.made.units)), key=self.place.__getitem__):
            key = self._child(self.made.units[unit], cluster)
            if key is not None:
                made.setdefault(-2 - unit if key == cluster else key, []).append(unit)
        return [tuple(units) for units in made.values()]

    def _child(self, unit: Unit, cluster: int) -> int | None:
        """The cluster right within `cluster` that a unit stands in.

        `cluster` itself where it stands in none of these, None where it stands outside.
        """
        at = unit.cluster
        if at == cluster:
            return cluster
        while at != NO_CLUSTER:
            parent = self.made.clusters[at].parent
            if parent == cluster:
                return at
            at = parent
        return None

    def _sift_item(self, items: list[Item], item: Item) -> bool:
        """Try all places for one item, by exchanging neighbours; whether another was better."""
        start = at = items.index(item)
        gain, best, target = 0, 0, start
        while at + 1 < len(items):
            gain += self._swap(items, at)
            at += 1
            if gain < best:
                best, target = gain, at
        while at > 0:
            gain += self._swap(items, at - 1)
            at -= 1
            if gain < best:
                best, target = gain, at
        while at < target:
            self._swap(items, at)
            at += 1
        return best < 0

    def _swap(self, items: list[Item], at: int) -> int:
        """Exchange the items `at` and after it; by how much that adds crossings."""
        left, right = items[at], items[at + 1]
        self.swaps += len(left) * len(right)
        meeting = [(a, b) for a in left for b in right if self.spans[a] & self.spans[b]]
        before = sum(self._cost(a, b) for a, b in meeting)
        first = self.place[left[0]]
        for place, unit in enumerate((*right, *left), first):
            self.place[unit] = place
        items[at], items[at + 1] = right, left
        return sum(self._cost(b, a) for a, b in meeting) - before

    def _cost(self, left: int, right: int) -> int:
        """What it costs that one unit stands before another in the layers that both are in."""
        total = self._crossings(self.above[left], self.above[right])
        total += self._crossings(self.below[left], self.below[right])
        total += self._between(left, right) + self._between(right, left)
        boxes = self.made.units[left].key is not None and self.made.units[right].key is not None
        return total + AGAINST if boxes and left > right else total

    def total(self) -> int:
        """What the whole order costs."""
        sequence = sorted(range(len(self.place)), key=self.place.__getitem__)
        spans = self.spans
        return sum(
            self._cost(a, b) for i, a in enumerate(sequence) for b in sequence[i + 1 :] if spans[a] & spans[b]
        )

    def _crossings(self, left: dict[int, list[int]], right: dict[int, list[int]]) -> int:
        """The crossings between the edges of two units in the layers next to those that they share."""
        place, total = self.place, 0
        for layer, ends in left.items():
            for other in right.get(layer, ()):
                mine = place[other]
                for end in ends:
                    if place[end] > mine:
                        total += CROSSING
        return total

    def _between(self, end: int, other: int) -> int:
        """What it costs that a unit stands between `end`, a box or a lane, and what runs to its side."""
        if not self.beside[end]:
            return 0
        total, unit = 0, self.made.units[other]
        for lane, box, layer in self.beside[end]:
            if other not in {lane, box} and unit.first <= layer <= unit.last:
                low, high = sorted((self.place[lane], self.place[box]))
                if low < self.place[other] < high:
                    total += THROUGH if unit.solid or unit.label == layer else ACROSS
        return total


def _together(made: Layered, met: list[int]) -> list[int]:
    """The units as they are met, those of a cluster together where its first one is met."""
    children: dict[int, list[int]] = {NO_CLUSTER: []}
    inner = len(made.units)  # numbers from here on stand for clusters

    def begin(cluster: int) -> None:
        if cluster not in children:
            parent = made.clusters[cluster].parent
            begin(parent)
            children[cluster] = []
            children[parent].append(inner + cluster)

    for unit in met:
        begin(made.units[unit].cluster)
        children[made.units[unit].cluster].append(unit)

    def flat(cluster: int) -> Iterator[int]:
        for child in children[cluster]:
            if child >= inner:
                yield from flat(child - inner)
            else:
                yield child

    return list(flat(NO_CLUSTER))


def _written(made: Layered) -> list[int]:
    """The units as they were written; an edge's lane stands before the box that it leads to."""
    lanes: dict[int, list[int]] = {}
    for link in made.links:
        if link.lane >= 0:
            lanes.setdefault(link.upper if link.back else link.lower, []).append(link.lane)
    boxes = [i for i, unit in enumerate(made.units) if unit.key is not None]
    found = [unit for box in boxes for unit in (*lanes.get(box, ()), box)]
    return found + [i for i in range(len(made.units)) if i not in set(found)]


def _deep(made: Layered) -> Iterator[int]:
    """The units by going deep: a box, then along each of its edges; what goes up comes last."""
    outs: dict[int, list[tuple[int, int]]] = {}
    entered = set()
    for link in made.links:
        if not link.back:
            outs.setdefault(link.upper, []).append((link.lane, link.lower))
            entered.add(link.lower)
    seen: set[int] = set()
    boxes = [i for i, unit in enumerate(made.units) if unit.key is not None]
    for start in sorted(boxes, key=lambda box: box in entered):
        stack = [start]
        while stack:
            unit = stack.pop()
            if unit in seen:
                continue
            seen.add(unit)
            yield unit
            for lane, lower in reversed(outs.get(unit, ())):
                stack.append(lower)
                if lane >= 0:
                    stack.append(lane)
    yield from (i for i in range(len(made.units)) if i not in seen)
