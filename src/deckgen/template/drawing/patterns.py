"""A two-coloured pattern (`a:pattFill`) → stripes in SVG, or the one colour as which fine dots are seen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from deckgen.figures.outline import num
from deckgen.template.drawing.colors import Color, Palette, color_in
from deckgen.template.xml import child

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_CELL: Final = 6.0
"""The pitch of a pattern in pt: eight pixels of a screen."""

_THICK: Final = {"lt": 0.125, "dk": 0.375, "nar": 0.5, "wd": 0.375, "thin": 0.125, "dash": 0.15}
"""How much of its pitch a stripe takes, by how its name begins."""

_COVERED: Final = {"smCheck": 0.5, "lgCheck": 0.5, "trellis": 0.75, "sphere": 0.6, "weave": 0.5, "plaid": 0.6,
                   "zigZag": 0.25, "wave": 0.25, "divot": 0.1, "shingle": 0.2, "solidDmnd": 0.5,
                   "smConfetti": 0.2, "lgConfetti": 0.4}  # fmt: skip


def pattern(fill: Element, palette: Palette) -> Color | str:
    """The colour or the element ("{id}" for its id) of a pattern."""
    front = color_in(child(fill, "a:fgClr"), palette) or Color(0, 0, 0)
    back = color_in(child(fill, "a:bgClr"), palette) or Color(1, 1, 1)
    name = fill.get("prst", "")
    if percent := re.fullmatch(r"pct(\d+)", name):
        return back.blended(front, min(int(percent[1]), 100) / 100)
    thick = next((share for start, share in _THICK.items() if name.startswith(start)), 0.2)
    pitch = _CELL / 2 if name.startswith("nar") else _CELL
    lowered = name.lower()
    for part, angles in (("updiag", (-45,)), ("dndiag", (45,)), ("horz", (0,)), ("vert", (90,)),
                         ("diagcross", (45, -45)), ("opendmnd", (45, -45)), ("dotdmnd", (45, -45)),
                         ("cross", (0, 90)), ("grid", (0, 90)), ("brick", (0, 90))):  # fmt: skip
        if part in lowered:
            return _stripes(angles, thick, pitch, front, back)
    return back.blended(front, _COVERED.get(name, 0.3))


def _stripes(angles: tuple[int, ...], thick: float, pitch: float, front: Color, back: Color) -> str:
    """Stripes in one or two directions on a ground."""
    cell = f'width="{num(pitch)}" height="{num(pitch)}"'
    turn = f' patternTransform="rotate({angles[0]})"' if angles[0] else ""
    bar = num(pitch * thick)
    bars = f'<rect width="{num(pitch)}" height="{bar}" {_fill(front)}/>'
    if len(angles) > 1:
        bars += f'<rect width="{bar}" height="{num(pitch)}" {_fill(front)}/>'
    ground = f"<rect {cell} {_fill(back)}/>"
    return f'<pattern id="{{id}}" patternUnits="userSpaceOnUse" {cell}{turn}>{ground}{bars}</pattern>'


def _fill(color: Color) -> str:
    return f'fill="{color.hex}" fill-opacity="{num(color.alpha)}"'
