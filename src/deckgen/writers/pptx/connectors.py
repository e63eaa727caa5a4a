"""A line with corners → the connector of DrawingML that runs so, from site to site."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from deckgen.writers.pptx.markup import emu, share

Point = tuple[float, float]

THIN = 0.1
"""The least width and height in pt of a connector with corners: its adjustments are shares of them."""

NAMES = {
    2: "straightConnector1",
    3: "bentConnector2",
    4: "bentConnector3",
    5: "bentConnector4",
    6: "bentConnector5",
}
"""The connectors by the number of their corners, both ends counted."""


@dataclass(frozen=True, slots=True)
class Bent:
    """A preset connector: its name and `a:xfrm`.

    `adjustments` are where its corners lie, in shares of its width and height.
    """

    name: str
    transform: str
    adjustments: tuple[float, ...]

    @property
    def usual(self) -> bool:
        """Whether its corners lie where they do of themselves: in the middle."""
        return all(abs(value - 0.5) < 0.005 for value in self.adjustments)

    @property
    def geometry(self) -> str:
        """`a:prstGeom`."""
        guides = "".join(
            f'<a:gd name="adj{n}" fmla="val {share(value)}"/>' for n, value in enumerate(self.adjustments, 1)
        )
        return f'<a:prstGeom prst="{self.name}"><a:avLst>{guides}</a:avLst></a:prstGeom>'


def connector(points: Sequence[Point]) -> Bent:
    """The connector through `points` (pt), two to six of them; lines with corners lie along the axes.

    The presets leave their first point to the right (ECMA-376, presetShapeDefinitions.xml): a line that
    leaves it upwards or downwards is one turned by a quarter, whose width is the line's height.
    """
    (x1, y1), (x2, y2) = points[0], points[-1]
    if len(points) == 2:
        return Bent(NAMES[2], _transform(x1, y1, x2, y2, 0, x2 < x1, y2 < y1), ())
    first = 1 if abs(points[1][0] - x1) < abs(points[1][1] - y1) else 0  # the axis along which it leaves
    ends = (x2 - x1, y2 - y1)
    along, over = _least(ends[first]), _least(ends[1 - first])
    shares = tuple(
        (point[first] - points[0][first]) / along
        if n % 2 == 0
        else (point[1 - first] - points[0][1 - first]) / over
        for n, point in enumerate(points[1:-2])
    )
    if first:
        return Bent(NAMES[len(points)], _turned(x1, y1, x2, y2, along, over), shares)
    transform = _transform(x1, y1, x1 + along, y1 + over, 0, along < 0, over < 0)
    return Bent(NAMES[len(points)], transform, shares)


def _least(length: float) -> float:
    return length if abs(length) >= THIN else THIN if length >= 0 else -THIN


def _turned(x1: float, y1: float, x2: float, y2: float, w: float, h: float) -> str:
    """`a:xfrm` of a connector that leaves its first point upwards or downwards, as PowerPoint writes it.

    `w` is how far it goes down, `h` how far to the right: turned by a quarter clockwise, what was right is
    down, and what was down is left.
    """
    x, y = (x1 + x2) / 2, (y1 + y2) / 2
    turn, across, over = {
        (True, True): (270, True, False),
        (True, False): (90, False, False),
        (False, True): (90, True, True),
        (False, False): (270, False, True),
    }[w >= 0, h >= 0]
    half = (abs(w) / 2, abs(h) / 2)
    return _transform(x - half[0], y - half[1], x + half[0], y + half[1], turn, across, over)


def _transform(x1: float, y1: float, x2: float, y2: float, turn: int, across: bool, over: bool) -> str:
    """`a:xfrm` of the box between two points, turned clockwise by degrees, flipped `across` and `over`."""
    turned = f' rot="{turn * 60_000}"' if turn else ""
    flips = (' flipH="1"' if across else "") + (' flipV="1"' if over else "")
    left, top = emu(min(x1, x2)), emu(min(y1, y2))
    wide, high = emu(max(x1, x2)) - left, emu(max(y1, y2)) - top
    return f'<a:xfrm{turned}{flips}><a:off x="{left}" y="{top}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
