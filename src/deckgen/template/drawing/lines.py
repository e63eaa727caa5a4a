"""How the outline of a shape is drawn (`a:ln`) → the attributes of its path, and the heads at its ends."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from deckgen.figures.outline import Outline, Point, num
from deckgen.template.drawing.colors import Color
from deckgen.template.drawing.custom import EMU
from deckgen.template.drawing.fills import fill_in, plain_color
from deckgen.template.drawing.sketch import Sketch
from deckgen.template.xml import child, children, local, share, whole

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_DASHES: Final = {
    "sysDot": (1, 1), "dot": (1, 3), "sysDash": (3, 1), "dash": (4, 3), "lgDash": (8, 3),
    "dashDot": (4, 3, 1, 3), "lgDashDot": (8, 3, 1, 3), "lgDashDotDot": (8, 3, 1, 3, 1, 3),
    "sysDashDot": (3, 1, 1, 1), "sysDashDotDot": (3, 1, 1, 1, 1, 1),
}  # fmt: skip
"""Dashes and gaps in widths of the line (ST_PresetLineDashVal)."""

_CAPS: Final = {"rnd": "round", "sq": "square"}
_JOINS: Final = {"miter": "miter", "bevel": "bevel", "round": "round"}
_HEAD: Final = {"sm": 2.0, "med": 3.0, "lg": 5.0}
"""How long and broad heads are, in widths of the line."""

_THINNEST: Final = 0.25


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line: its colour, width in pt, what else its path says, and its heads (start, end)."""

    color: Color
    width: float
    style: str = ""
    heads: tuple[Element | None, Element | None] = (None, None)

    @property
    def attributes(self) -> str:
        """The presentation attributes of a path that is drawn so."""
        opacity = f' stroke-opacity="{num(self.color.alpha)}"' if self.color.alpha < 1 else ""
        return f'stroke="{self.color.hex}" stroke-width="{num(self.width)}"{opacity}{self.style}'

    def drawn_heads(self, outline: Outline) -> str:
        """The heads at the ends of an open outline."""
        if outline.closed or len(outline.points) < 2:
            return ""
        first, last = outline.points, outline.points[::-1]
        return "".join(
            _head(head, points, self)
            for head, points in zip(self.heads, (first, last), strict=True)
            if head is not None
        )


def stroke_of(own: Element | None, ref: Element | None, sketch: Sketch) -> Stroke | None:
    """The line that `a:ln` describes, over the one of the theme that a shape refers to; None for no line."""
    themed = sketch.themed(ref, "ln")
    layers = [(own, sketch)] if own is not None else []
    if themed is not None:
        layers.append(themed)
    for line, at in layers:
        fill = fill_in(line)
        if fill is not None:
            color = plain_color(fill, at)
            return _stroke(color, [line for line, _ in layers]) if color is not None else None
    return None


def _stroke(color: Color, lines: list[Element]) -> Stroke:
    """A line of a colour; what the first element does not say, the next one does."""
    given = next((w for line in lines if (w := whole(line, "w")) is not None), EMU * 3 // 4)
    width = max(given / EMU, _THINNEST)
    rules = []
    cap = next((_CAPS[cap] for line in lines if (cap := line.get("cap", "")) in _CAPS), None)
    if cap:
        rules.append(f' stroke-linecap="{cap}"')
    join = next((_JOINS[local(e)] for line in lines for e in line if local(e) in _JOINS), None)
    if join and join != "miter":
        rules.append(f' stroke-linejoin="{join}"')
    dashes = next((made for line in lines if (made := _dashes(line, width)) is not None), "")
    if dashes:
        rules.append(f' stroke-dasharray="{dashes}"')
    heads = tuple(
        next((found for line in lines if (found := child(line, name)) is not None), None)
        for name in ("a:headEnd", "a:tailEnd")
    )
    return Stroke(color, width, "".join(rules), (heads[0], heads[1]))


def _dashes(line: Element, width: float) -> str | None:
    """The dashes that an element asks for, "" for none; None where it says nothing of them."""
    preset = child(line, "a:prstDash")
    if preset is not None:
        return " ".join(num(length * width) for length in _DASHES.get(preset.get("val", ""), ()))
    stops = children(line, "a:custDash", "a:ds")
    if not stops:
        return None
    pairs = ((share(stop, "d") or 1.0, share(stop, "sp") or 1.0) for stop in stops[:20])
    return " ".join(num(max(length * width, 0.0)) for pair in pairs for length in pair)


def _head(head: Element, points: list[Point], stroke: Stroke) -> str:
    """A head whose tip is the first of `points`, pointing away from the second."""
    kind = head.get("type", "none")
    base = max(stroke.width, 1.0)
    long = _HEAD.get(head.get("len", "med"), 3.0) * base
    half = _HEAD.get(head.get("w", "med"), 3.0) * base / 2
    (x, y), (x2, y2) = points[0], next((p for p in points[1:] if p != points[0]), points[1])
    turn = math.degrees(math.atan2(y - y2, x - x2))
    shapes = {
        "triangle": f"M0,0L{num(-long)},{num(half)}L{num(-long)},{num(-half)}Z",
        "stealth": f"M0,0L{num(-long)},{num(half)}L{num(-long * 0.6)},0L{num(-long)},{num(-half)}Z",
        "diamond": f"M{num(long / 2)},0L0,{num(half)}L{num(-long / 2)},0L0,{num(-half)}Z",
    }
    place = f'transform="translate({num(x)} {num(y)}) rotate({num(turn)})"'
    opacity = f' fill-opacity="{num(stroke.color.alpha)}"' if stroke.color.alpha < 1 else ""
    fill = f'fill="{stroke.color.hex}"{opacity}'
    if kind in shapes:
        return f'<path d="{shapes[kind]}" {place} {fill}/>'
    if kind == "oval":
        return f'<ellipse rx="{num(long / 2)}" ry="{num(half)}" {place} {fill}/>'
    if kind == "arrow":
        path = f"M{num(-long)},{num(-half)}L0,0L{num(-long)},{num(half)}"
        return f'<path d="{path}" {place} fill="none" {stroke.attributes}/>'
    return ""
