"""Glyphs and rules with places: what a formula is once it is set, in em of its own size."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple


class Mark(NamedTuple):
    """A glyph at a baseline point and a size (em), or, without a glyph, a rule.

    `y` is upwards.  A rule's point is its lower left corner.
    """

    x: float
    y: float
    glyph: int = -1
    size: float = 1.0
    width: float = 0.0
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class Box:
    """A set part of a formula: its width, how far it rises and falls, and its marks.

    `lean` is how far a slanted large operator leans over its foot.
    """

    width: float = 0.0
    ascent: float = 0.0
    descent: float = 0.0
    marks: tuple[Mark, ...] = ()
    lean: float = 0.0

    def at(self, x: float, y: float = 0.0) -> tuple[Mark, ...]:
        """Its marks, moved."""
        return moved(self.marks, x, y)

    def wide(self, width: float) -> Box:
        """The same with another width."""
        return replace(self, width=width)

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.ascent + self.descent


def moved(marks: Iterable[Mark], x: float, y: float = 0.0) -> tuple[Mark, ...]:
    """Marks at other places."""
    return tuple(mark._replace(x=mark.x + x, y=mark.y + y) for mark in marks)


def beside(boxes: Iterable[tuple[float, Box]]) -> Box:
    """Boxes on one baseline, each with the space before it."""
    x = ascent = descent = 0.0
    first, marks = True, list[Mark]()
    for gap, box in boxes:
        x += gap
        marks += box.at(x)
        x += box.width
        ascent = box.ascent if first else max(ascent, box.ascent)
        descent = box.descent if first else max(descent, box.descent)
        first = False
    return Box(x, ascent, descent, tuple(marks))


def rule(x: float, y: float, width: float, height: float) -> Mark:
    """A rule by its lower left corner."""
    return Mark(x, y, width=width, height=height)
