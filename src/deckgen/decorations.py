"""What a layout draws behind the content of its pages: shapes, pictures and a few fixed words."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from deckgen.slots import Box

if TYPE_CHECKING:
    from deckgen.theme import ColorRef

Geometry = str
"""The name of a preset shape of DrawingML (ST_ShapeType), such as "rect", "ellipse" or "roundRect".

"flag", in diagrams, is none of them: both formats draw it as a path.
"""


@dataclass(frozen=True, slots=True)
class Line:
    """How an outline or an edge is drawn; `width` in pt."""

    color: ColorRef
    width: float = 1.0
    dash: Literal["solid", "dash", "dot"] = "solid"


@dataclass(frozen=True, slots=True)
class Shape:
    """A drawn shape without text; it carries no meaning of its own.

    `radius` (pt) rounds the corners of a "roundRect".  `adjust` replaces the preset's own proportion, in the
    shorter side (`figures.presets`).  `flip` exchanges left and right, and top and bottom.
    """

    fill: ColorRef | None
    shape: Geometry = "rect"
    line: Line | None = None
    radius: float = 0.0
    adjust: float | None = None
    flip: tuple[bool, bool] = (False, False)


def rounded(fill: ColorRef, radius: float) -> Shape:
    """A plane with corners of a radius (pt), which may be 0."""
    return Shape(fill, "roundRect" if radius else "rect", radius=radius)


@dataclass(frozen=True, slots=True)
class Emblem:
    """A picture that fills its box: the file for normal pages and the one for inverse pages."""

    normal: Path
    inverse: Path

    def on(self, inverse: bool) -> Path:
        """The file for a normal or an inverse page."""
        return self.inverse if inverse else self.normal


@dataclass(frozen=True, slots=True)
class Words:
    """Fixed words, an institution's name for instance; `style` names a text style."""

    text: str
    style: str
    anchor: Literal["top", "middle", "bottom"] = "top"


@dataclass(frozen=True, slots=True)
class Decoration:
    """Something drawn behind the content of every page of a layout; it carries no meaning."""

    box: Box
    content: Shape | Emblem | Words
    name: str = "Decoration"
