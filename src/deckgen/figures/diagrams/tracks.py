"""The pieces of edges that run across between two layers → which lies above which, and on how many tracks."""

from __future__ import annotations

from dataclasses import dataclass

TOUCH = 1.0
"""Lines nearer than this (pt) look like one."""

CROSSING, MEETING, COVERING = 1, 2, 6
"""What it costs where two edges cross, where one meets the other's corner, where they lie on one another."""


@dataclass(frozen=True, slots=True)
class Run:
    """What runs across as one line: edges that part, or meet, there.

    `tops` and `bottoms` are where they go on.
    """

    tops: tuple[float, ...]
    bottoms: tuple[float, ...]

    @property
    def left(self) -> float:
        """Where it begins."""
        return min((*self.tops, *self.bottoms))

    @property
    def right(self) -> float:
        """Where it ends."""
        return max((*self.tops, *self.bottoms))


def tracks(runs: list[Run], apart: float) -> list[int]:
    """The track of each run, counted from above; those on the same one stand `apart` pt from one another."""
    n = len(runs)
    near = [[_overlap(a, b, apart) for b in runs] for a in runs]
    cost = [[_cost(a, b) if near[i][j] else 0 for j, b in enumerate(runs)] for i, a in enumerate(runs)]
    sequence = _sifted(sorted(range(n), key=lambda i: (runs[i].left, runs[i].right)), cost)
    found = [0] * n
    for at, i in enumerate(sequence):
        found[i] = max((found[j] + 1 for j in sequence[:at] if near[i][j]), default=0)
    return found


def _overlap(a: Run, b: Run, apart: float) -> bool:
    return a.left < b.right + apart and b.left < a.right + apart


def _cost(above: Run, below: Run) -> int:
    """What it costs that one run lies above another."""
    total = 0
    for x in below.tops:
        total += _met(x, above, above.tops)
        total += COVERING * any(abs(x - other) < TOUCH for other in above.bottoms)
    for x in above.bottoms:
        total += _met(x, below, below.bottoms)
    return total


def _met(x: float, run: Run, own: tuple[float, ...]) -> int:
    """What it costs that a line down at `x` passes a run; nothing where it is a line of the run itself."""
    if any(abs(x - other) < TOUCH for other in own):
        return 0
    if run.left + TOUCH < x < run.right - TOUCH:
        return CROSSING
    return MEETING if run.left - TOUCH <= x <= run.right + TOUCH else 0


def _sifted(sequence: list[int], cost: list[list[int]]) -> list[int]:
    """The sequence, from above, with each run moved to where it costs least among the others."""
    for _ in range(4):
        moved = False
        for i in list(sequence):
            at = sequence.index(i)
            gain, best, target = 0, 0, at
            for place in range(at - 1, -1, -1):
                gain += cost[i][sequence[place]] - cost[sequence[place]][i]
                if gain < best:
                    best, target = gain, place
            gain = 0
            for place in range(at + 1, len(sequence)):
                gain += cost[sequence[place]][i] - cost[i][sequence[place]]
                if gain < best:
                    best, target = gain, place
            if target != at:
                sequence.insert(target, sequence.pop(at))
                moved = True
        if not moved:
            break
    return sequence
