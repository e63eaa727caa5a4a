"""Boxes and the edges between them → a rank for each, so that edges go down and are short."""

from __future__ import annotations

from deckgen.figures.diagrams.flowchart import Edge
from deckgen.figures.diagrams.simplex import Bond, solve
from deckgen.figures.diagrams.units import IN, Gathered


def ranks(made: Gathered, edges: tuple[Edge, ...]) -> list[int]:
    """The rank of each unit, in half steps: boxes at even ones, ports and labels at odd ones between.

    An edge that closes a circle, as they are written, goes up.
    """
    fixed = _fixed(made)
    back = back_edges(len(made.units), [(tail, head) for _, tail, head in made.ends], fixed)
    n = len(made.units)
    bonds = [Bond(upper, lower, 0, 0) for upper, lower in fixed]
    for (i, tail, head), goes_up in zip(made.ends, back, strict=True):
        if tail != head and not goes_up:
            ports = bool(made.units[tail].port) + bool(made.units[head].port)
            room = max(ports - 1, 0) if edges[i].label is None else ports
            bonds.append(Bond(tail, head, edges[i].length + room, 2))
    for cluster in range(len(made.clusters)):
        top, bottom = n + 2 * cluster, n + 2 * cluster + 1
        bonds.append(Bond(top, bottom, 0, 1))
        for box in made.inside(cluster):
            bonds += (Bond(top, box, 0, 0), Bond(box, bottom, 0, 0))
    bonds += _upward(made, back, bonds)
    found = solve(n + 2 * len(made.clusters), bonds)
    shift = {"": 0, IN: -1}
    doubled = [2 * rank + shift.get(unit.port, 1) for rank, unit in zip(found, made.units, strict=False)]
    first = min(doubled)
    return [rank - first + first % 2 for rank in doubled]


def _fixed(made: Gathered) -> list[tuple[int, int]]:
    """What stands above what without an edge: the ports at the ends of their clusters."""
    found = []
    for i, unit in enumerate(made.units):
        if unit.port:
            for box in made.inside(unit.cluster):
                found.append((i, box) if unit.port == IN else (box, i))
    return found


def _upward(made: Gathered, back: list[bool], bonds: list[Bond]) -> list[Bond]:
    """Bonds that keep the ends of edges that go up in ranks of their own, where that is possible."""
    below: dict[int, set[int]] = {}
    for bond in bonds:
        below.setdefault(bond.tail, set()).add(bond.head)
    found = []
    for (_, tail, head), goes_up in zip(made.ends, back, strict=True):
        if goes_up and tail != head and not _reaches(tail, head, below):
            below.setdefault(head, set()).add(tail)
            found.append(Bond(head, tail, 1, 0))
    return found


def _reaches(start: int, end: int, below: dict[int, set[int]]) -> bool:
    seen, waiting = {start}, [start]
    while waiting:
        for other in below.get(waiting.pop(), ()):
            if other == end:
                return True
            if other not in seen:
                seen.add(other)
                waiting.append(other)
    return False


def back_edges(count: int, ends: list[tuple[int, int]], fixed: list[tuple[int, int]]) -> list[bool]:
    """For each edge of `ends` (from, to) whether it closes a circle; `fixed` pairs never do.

    Where a fixed pair closes one, it is the edge before it that goes up.
    """
    back = [tail == head for tail, head in ends]
    while True:
        closing = _closing(count, ends, fixed, back)
        if closing is None:
            return back
        back[closing] = True


def _closing(
    count: int, ends: list[tuple[int, int]], fixed: list[tuple[int, int]], back: list[bool]
) -> int | None:
    """Mark what closes a circle, by going deep first; an edge where the search must begin anew, if any."""
    pairs = [*ends, *fixed]
    outs: list[list[int]] = [[] for _ in range(count)]
    for i, (tail, _) in enumerate(pairs):
        if i >= len(ends) or not back[i]:
            outs[tail].append(i)
    state = [0] * count  # 0: not met, 1: on the way here, 2: done
    for start in range(count):
        if state[start]:
            continue
        state[start], path, stack = 1, [-1], [(start, iter(outs[start]))]
        while stack:
            node, rest = stack[-1]
            i = next(rest, -1)
            if i < 0:
                state[node] = 2
                stack.pop()
                path.pop()
                continue
            head = pairs[i][1]
            if state[head] == 1:
                if i >= len(ends):
                    return next((one for one in reversed(path) if 0 <= one < len(ends)), None)
                back[i] = True
            elif not state[head]:
                state[head] = 1
                stack.append((head, iter(outs[head])))
                path.append(i)
    return None
