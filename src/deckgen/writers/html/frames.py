"""What stands round a text or by itself as a shape → CSS declarations."""

from __future__ import annotations

from deckgen.scene import Frame, Line, Shape
from deckgen.slots import Box
from deckgen.theme import ColorRef
from deckgen.writers.html.styles import Styles, px

_LOZENGE = "clip-path:polygon(50% 0,100% 50%,50% 100%,0 50%)"
_DASHES = {"solid": "solid", "dash": "dashed", "dot": "dotted"}


def framed(frame: Frame, box: Box, styles: Styles) -> list[str]:
    """The shape that a text stands in, and how far it keeps off its edges."""
    left, top, right, bottom = frame.padding
    rules = drawn(frame.fill, frame.line, styles)
    rules.append(f"padding:{px(top)} {px(right)} {px(bottom)} {px(left)}")
    return rules + rounded(frame.shape, frame.radius, box)


def standing(shape: Shape, box: Box, styles: Styles) -> list[str]:
    """A shape by itself; a lozenge is its box without the corners."""
    rules = drawn(shape.fill, shape.line, styles) + rounded(shape.shape, shape.radius, box)
    return [*rules, _LOZENGE] if shape.shape == "diamond" else rules


def rounded(shape: str, radius: float, box: Box) -> list[str]:
    """What makes a box the round shape that it is, if it is one."""
    if shape == "roundRect":
        return [f"border-radius:{px(min(radius, box.w / 2, box.h / 2))}"]
    return ["border-radius:50%"] if shape == "ellipse" else []


def drawn(fill: ColorRef | None, line: Line | None, styles: Styles) -> list[str]:
    """Fill and outline, which runs along the middle of the edge as DrawingML's does."""
    rules = [f"background:{styles.color(fill)}"] if fill else []
    if line:
        rules.append(f"outline:{px(line.width)} {_DASHES[line.dash]} {styles.color(line.color)}")
        rules.append(f"outline-offset:{px(-line.width / 2)}")
    return rules
