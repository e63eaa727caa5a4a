"""Ordered units and their widths → where each stands across its layers, so that edges run straight."""

from __future__ import annotations

from dataclasses import dataclass, field

from deckgen.figures.diagrams.simplex import Bond, solve
from deckgen.figures.diagrams.sizes import Sizes, Spacing
from deckgen.figures.diagrams.units import Layered, outwards

GRAIN = 2
"""Places are whole numbers of this part of a pt."""

SHORT, LABEL, LONG_START, LONG_END, BESIDE, CLUSTER = 4, 3, 3, 2, 1, 1
"""What a pt costs by which the ends of a short edge stand apart, the box before a label and the label
(which so stands over the box after it), the ends of a long edge and its lane, a lane and the box beside it,
the sides of a cluster."""


@dataclass(frozen=True, slots=True)
class Places:
    """The middle of each unit, and the sides of each cluster, in pt from the left."""

    units: list[float]
    clusters: list[tuple[float, float]]


def half_width(made: Layered, unit: int, layer: int, sizes: Sizes) -> float:
    """Half of the width in pt that a unit takes in a layer."""
    own = made.units[unit]
    if own.solid and own.key is not None:
        return sizes.boxes[own.key].w / 2
    if own.link >= 0 and own.label == layer:
        return sizes.labels[made.links[own.link].edge].w / 2
    return 0.0


def across(made: Layered, place: list[int], sizes: Sizes, spacing: Spacing) -> Places:
    """Where everything stands across the layers; `place` is the order."""
    placer = _Placer(made, place, sizes, spacing)
    placer.keep_apart()
    placer.hold_clusters()
    placer.pull_together()
    solved = solve(placer.count, placer.bonds, centred=True)
    placer.centre_parents(solved)
    found = [value / GRAIN for value in solved]
    n = len(made.units)
    sides = [(found[n + 2 * c], found[n + 2 * c + 1]) for c in range(len(made.clusters))]
    left = min([*(side for side, _ in sides), *(_left(made, i, x, sizes) for i, x in enumerate(found[:n]))])
    return Places([x - left for x in found[:n]], [(a - left, b - left) for a, b in sides])


def _left(made: Layered, unit: int, x: float, sizes: Sizes) -> float:
    own = made.units[unit]
    return min(x - half_width(made, unit, layer, sizes) for layer in range(own.first, own.last + 1))


@dataclass(slots=True)
class _Placer:
    """Collects the bonds between units, and the sides of clusters, that their places must keep."""

    made: Layered
    place: list[int]
    sizes: Sizes
    spacing: Spacing
    bonds: list[Bond] = field(default_factory=list)
    count: int = field(init=False)
    _fixed: int = field(init=False)

    def __post_init__(self) -> None:
        self.count = self._fixed = len(self.made.units) + 2 * len(self.made.clusters)

    def _bond(self, tail: int, head: int, least: float, weight: int = 0) -> None:
        self.bonds.append(Bond(tail, head, round(least * GRAIN + 0.49), weight))

    def _side(self, cluster: int, *, right: bool) -> int:
        return len(self.made.units) + 2 * cluster + right

    def keep_apart(self) -> None:
        """Neighbours in a layer keep their distance, with the sides of clusters between them."""
        units = self.made.units
        rows: list[list[int]] = [[] for _ in self.made.labelled]
        for unit in sorted(range(len(units)), key=self.place.__getitem__):
            for layer in range(units[unit].first, units[unit].last + 1):
                rows[layer].append(unit)
        for layer, row in enumerate(rows):
            for left, right in zip([-1, *row], [*row, -1], strict=True):
                self._neighbours(left, right, layer)

    def _neighbours(self, left: int, right: int, layer: int) -> None:
        """The bonds between two neighbours (-1: the end of the row), out of clusters and into others."""
        out = self._clusters(left)
        into = self._clusters(right)
        common = set(out) & set(into)
        before, gap = left, half_width(self.made, left, layer, self.sizes) if left >= 0 else 0.0
        for cluster in out:
            if cluster not in common:
                side = self._side(cluster, right=True)
                self._bond(before, side, gap + self._pads(cluster, right=True))
                before, gap = side, 0.0
        chain = [cluster for cluster in reversed(into) if cluster not in common]
        if left >= 0 and right >= 0:
            gap += self._gap(left, right, layer, entered=bool(chain) or before != left)
        for cluster in chain:
            side = self._side(cluster, right=False)
            if before >= 0:
                self._bond(before, side, gap)
            before, gap = side, self._pads(cluster, right=False)
        if before >= 0 and right >= 0:
            self._bond(before, right, gap + half_width(self.made, right, layer, self.sizes))

    def _clusters(self, unit: int) -> tuple[int, ...]:
        return outwards(self.made.units[unit].cluster, self.made.clusters) if unit >= 0 else ()

    def _pads(self, cluster: int, *, right: bool) -> float:
        pads = self.sizes.pads[self.made.clusters[cluster].key]
        return pads.right if right else pads.left

    def _gap(self, left: int, right: int, layer: int, *, entered: bool) -> float:
        """The distance in pt between two neighbours in a layer."""
        wide = [self._wide(unit, layer) for unit in (left, right)]
        if all(wide):
            return self.spacing.box if not entered else self.spacing.lane
        return self.spacing.lane if any(wide) or entered else self.spacing.track

    def _wide(self, unit: int, layer: int) -> bool:
        own = self.made.units[unit]
        return own.solid or own.label == layer

    def hold_clusters(self) -> None:
        """A cluster is as narrow as it can be, and as wide as its title."""
        for cluster, own in enumerate(self.made.clusters):
            left, right = self._side(cluster, right=False), self._side(cluster, right=True)
            self._bond(left, right, self.sizes.widths[own.key], CLUSTER)

    def pull_together(self) -> None:
        """The ends of an edge stand in line as far as they can."""
        for link in self.made.links:
            if link.lane < 0:
                self._pull(link.upper, link.lower, SHORT)
                continue
            lane = self.made.units[link.lane]
            before, after = (LABEL, SHORT) if lane.first == lane.last else (LONG_START, LONG_END)
            if link.back:
                before = after = BESIDE
            self._pull(link.upper, link.lane, before)
            self._pull(link.lane, link.lower, after)

    def _pull(self, a: int, b: int, weight: int) -> None:
        """Make the distance of two units cost: a number before both, as near to them as it can be."""
        between, self.count = self.count, self.count + 1
        self.bonds += (Bond(between, a, 0, weight), Bond(between, b, 0, weight))

    def centre_parents(self, places: list[int]) -> None:
        """Move boxes between the two middle ones of those below them, where no straight edge is lost above.

        Anywhere between these two costs the same; what is above them may have drawn them to one side.  A box
        with a long edge keeps its place, which that edge runs down from.
        """
        above: dict[int, list[int]] = {}
        below: dict[int, list[int]] = {}
        for link in self.made.links:
            if not link.back:
                below.setdefault(link.upper, []).append(link.lane if link.lane >= 0 else link.lower)
                above.setdefault(link.lower, []).append(link.lane if link.lane >= 0 else link.upper)
        for box, children in below.items():
            row = sorted(places[child] for child in children)
            long = any(self.made.units[child].first < self.made.units[child].last for child in children)
            if long or len(row) % 2 or any(places[other] == places[box] for other in above.get(box, ())):
                continue
            wanted = (row[len(row) // 2 - 1] + row[len(row) // 2]) // 2
            places[box] = self._nearest(box, wanted, places)

    def _nearest(self, box: int, wanted: int, places: list[int]) -> int:
        """The place nearest to the wanted one that leaves a box its distance from its neighbours."""
        least = [places[b.tail] + b.least for b in self.bonds if b.head == box and b.tail < self._fixed]
        most = [places[b.head] - b.least for b in self.bonds if b.tail == box]
        return min([max([wanted, *least]), *most])
