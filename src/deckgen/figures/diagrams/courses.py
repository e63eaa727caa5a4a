"""Placed units → the course of each edge: where it runs down, where across, and out of which sides."""

from __future__ import annotations

from dataclasses import dataclass

from deckgen.figures.diagrams.across import Places
from deckgen.figures.diagrams.ends import Side
from deckgen.figures.diagrams.tracks import TOUCH, Run
from deckgen.figures.diagrams.units import Layered, Link


@dataclass(frozen=True, slots=True)
class Piece:
    """Where an edge runs across, in the channel below layer `channel` (-1: above all), from `start` to `end`.

    `top` and `bottom` name the boxes whose middles it joins, -1 where it joins a lane; both ends go down from
    a piece that is `over`, both up from one that is `under`.
    """

    channel: int
    start: float
    end: float
    top: int = -1
    bottom: int = -1
    over: bool = False
    under: bool = False

    def run(self) -> Run:
        """The piece as a run of its own."""
        if self.over:
            return Run((), (self.start, self.end))
        if self.under:
            return Run((self.start, self.end), ())
        return Run((self.start,), (self.end,))


@dataclass(frozen=True, slots=True)
class Course:
    """The course of a link, from its upper to its lower box.

    It leaves and enters them at these sides; `lane` is where it runs down beside or between boxes, None where
    it is a line straight from box to box.  `first` and `last` are where it runs across, None where it need
    not.
    """

    link: Link
    upper_side: Side
    lower_side: Side
    lane: float | None
    first: Piece | None
    last: Piece | None


def course(made: Layered, link: Link, place: list[int], x: Places) -> Course:
    """The course of one link."""
    upper = made.units[link.upper]
    start, end = x.units[link.upper], x.units[link.lower]
    if link.lane < 0:
        straight = abs(start - end) < TOUCH
        piece = None if straight else Piece(upper.last, start, end, link.upper, link.lower)
        return Course(link, Side.BOTTOM, Side.TOP, None, piece, None)
    lane, middle = made.units[link.lane], x.units[link.lane]
    if link.back:
        return _back(made, link, place, x)
    first = None if abs(start - middle) < TOUCH else Piece(upper.last, start, middle, top=link.upper)
    last = None if abs(middle - end) < TOUCH else Piece(lane.last, middle, end, bottom=link.lower)
    return Course(link, Side.BOTTOM, Side.TOP, middle, first, last)


def _back(made: Layered, link: Link, place: list[int], x: Places) -> Course:
    """The course of an edge that goes up: out of the sides of its boxes, where nothing is in the way."""
    upper, lower, middle = made.units[link.upper], made.units[link.lower], x.units[link.lane]
    side = Side.RIGHT if place[link.lane] > place[link.lower] else Side.LEFT
    under = None
    if not _free(made, link.lower, link.lane, place) or link.upper == link.lower:
        side, under = Side.BOTTOM, Piece(lower.last, x.units[link.lower], middle, under=True)
    upper_side = Side.RIGHT if place[link.lane] > place[link.upper] else Side.LEFT
    over = None
    if not _free(made, link.upper, link.lane, place) or (upper.first == lower.first and not under):
        upper_side, over = Side.TOP, Piece(upper.first - 1, x.units[link.upper], middle, over=True)
    return Course(link, upper_side, side, middle, over, under)


def _free(made: Layered, box: int, lane: int, place: list[int]) -> bool:
    """Whether nothing stands between a box and a lane in the box's layer."""
    if not made.units[box].solid:
        return False
    layer, (low, high) = made.units[box].first, sorted((place[box], place[lane]))
    return not any(
        low < place[i] < high and unit.first <= layer <= unit.last and (unit.solid or unit.label == layer)
        for i, unit in enumerate(made.units)
    )


def runs(pieces: list[Piece]) -> tuple[list[Run], list[int]]:
    """The runs that the pieces of one channel make together, and the run of each piece.

    Edges that leave the same box part on one line; edges that meet at the same box, and leave theirs alone,
    meet on one.
    """
    tops = [piece.top for piece in pieces]
    keys: list[tuple[str, int]] = []
    for i, piece in enumerate(pieces):
        if piece.top >= 0 and tops.count(piece.top) > 1:
            keys.append(("part", piece.top))
        elif piece.bottom >= 0:
            keys.append(("meet", piece.bottom))
        else:
            keys.append(("alone", i))
    members: dict[tuple[str, int], list[Run]] = {}
    for key, piece in zip(keys, pieces, strict=True):
        members.setdefault(key, []).append(piece.run())
    order = {key: i for i, key in enumerate(members)}
    joined = [
        Run(
            tuple(sorted({x for run in group for x in run.tops})),
            tuple(sorted({x for run in group for x in run.bottoms})),
        )
        for group in members.values()
    ]
    return joined, [order[key] for key in keys]
