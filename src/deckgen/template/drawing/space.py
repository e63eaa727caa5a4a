"""Where things stand: the `a:xfrm` of a shape, through its groups → a box in pt and how it is turned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from deckgen.figures.outline import num
from deckgen.template.drawing.colors import DEGREE
from deckgen.template.drawing.custom import EMU
from deckgen.template.xml import child, flag, whole

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_MOST: Final = 1_000_000_000
"""EMU that a coordinate may have: a page is 51,206,400 wide at most."""


@dataclass(frozen=True, slots=True)
class Place:
    """A box in pt within its group, turned clockwise by `turned` degrees, perhaps mirrored."""

    x: float
    y: float
    w: float
    h: float
    turned: float = 0.0
    mirrored: bool = False
    upended: bool = False

    def around(self, inner: str) -> str:
        """Markup in the coordinates of the box, put in its place."""
        return f'<g transform="{self._moved()}{self._flipped()}">{inner}</g>' if inner else ""

    def upright(self, inner: str) -> str:
        """The same for text, which is never seen in a mirror: upended, it is turned round."""
        turn = f" rotate(180 {num(self.w / 2)} {num(self.h / 2)})" if self.upended else ""
        return f'<g transform="{self._moved()}{turn}">{inner}</g>' if inner else ""

    def _moved(self) -> str:
        turn = f" rotate({num(self.turned)} {num(self.w / 2)} {num(self.h / 2)})" if self.turned else ""
        return f"translate({num(self.x)} {num(self.y)}){turn}"

    def _flipped(self) -> str:
        if not (self.mirrored or self.upended):
            return ""
        x, y = (-1 if self.mirrored else 1), (-1 if self.upended else 1)
        shift = f"{num(self.w if self.mirrored else 0)} {num(self.h if self.upended else 0)}"
        return f" translate({shift}) scale({x} {y})"


@dataclass(frozen=True, slots=True)
class Space:
    """Coordinates of a file (EMU, or what a group's children use) → pt."""

    from_x: float = 0.0
    from_y: float = 0.0
    scale_x: float = 1 / EMU
    scale_y: float = 1 / EMU

    def place(self, xfrm: Element | None) -> Place | None:
        """The place that an `a:xfrm` gives; None where it gives none."""
        offset, extent = child(xfrm, "a:off"), child(xfrm, "a:ext")
        if offset is None or extent is None or xfrm is None:
            return None
        x, y = _length(offset, "x"), _length(offset, "y")
        w, h = max(_length(extent, "cx"), 0.0), max(_length(extent, "cy"), 0.0)
        turned = ((whole(xfrm, "rot") or 0) / DEGREE) % 360
        flips = bool(flag(xfrm, "flipH")), bool(flag(xfrm, "flipV"))
        across, down = self.scale_x, self.scale_y
        cx, cy = (x + w / 2 - self.from_x) * across, (y + h / 2 - self.from_y) * down
        if 45 <= turned % 180 < 135:  # what lies on its side is stretched along the other axis
            across, down = down, across
        w, h = w * across, h * down
        return Place(cx - w / 2, cy - h / 2, w, h, turned, *flips)

    def inside(self, xfrm: Element | None, place: Place) -> Space:
        """The coordinates of a group's children, in pt from the corner of its place."""
        offset, extent = child(xfrm, "a:chOff"), child(xfrm, "a:chExt")
        width, height = _length(extent, "cx"), _length(extent, "cy")
        return Space(
            _length(offset, "x"),
            _length(offset, "y"),
            place.w / width if width > 0 else self.scale_x,
            place.h / height if height > 0 else self.scale_y,
        )


def _length(element: Element | None, name: str) -> float:
    return float(min(max(whole(element, name) or 0, -_MOST), _MOST))
