"""A gradient of DrawingML on a shape of some size → an SVG gradient."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from deckgen.figures.outline import num
from deckgen.template.drawing.colors import DEGREE, Color, Palette, color_in
from deckgen.template.xml import child, children, flag, share, whole

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

Stop = tuple[float, Color]


def stops_of(fill: Element, palette: Palette) -> list[Stop]:
    """The colours of a gradient by their places (0 to 1), in order."""
    stops = []
    for stop in children(fill, "a:gsLst", "a:gs"):
        color = color_in(stop, palette)
        if color is not None:
            stops.append((min(max(share(stop, "pos") or 0.0, 0.0), 1.0), color))
    return sorted(stops, key=lambda stop: stop[0])


def mean_of(stops: list[Stop]) -> Color:
    """The colour that a gradient has on the whole."""
    ends = [stops[0][0] and 0.0, *(place for place, _ in stops), 1.0]
    total = Color(0, 0, 0, 0)
    for n, (_, color) in enumerate(stops):
        weight = (ends[n + 2] - ends[n]) / 2 + (ends[1] - ends[0]) / 2 * (n == 0)
        weight += (ends[-1] - ends[-2]) / 2 * (n == len(stops) - 1)
        total = Color(*(a + b * weight for a, b in zip(_all(total), _all(color), strict=True)))
    return total


def _all(color: Color) -> tuple[float, ...]:
    return (*color.channels, color.alpha)


def gradient(fill: Element, stops: list[Stop], width: float, height: float) -> str:
    """The element of a gradient ("{id}" for its id) on a shape `width` by `height` pt."""
    path = child(fill, "a:path")
    if path is not None:
        return _around(path, stops, width, height)
    line = child(fill, "a:lin")
    angle = math.radians((whole(line, "ang") or 0) / DEGREE)
    x, y = math.cos(angle), math.sin(angle)
    if flag(line, "scaled"):
        half = (abs(x) + abs(y)) / 2
        dx, dy = x * half * width, y * half * height
    else:
        half = (abs(x) * width + abs(y) * height) / 2
        dx, dy = x * half, y * half
    cx, cy = width / 2, height / 2
    ends = f'x1="{num(cx - dx)}" y1="{num(cy - dy)}" x2="{num(cx + dx)}" y2="{num(cy + dy)}"'
    return (
        f'<linearGradient id="{{id}}" gradientUnits="userSpaceOnUse" {ends}>{_marked(stops)}</linearGradient>'
    )


def _around(path: Element, stops: list[Stop], width: float, height: float) -> str:
    """Colours around a place: a circle to the farthest corner, or an ellipse in the shape's proportions."""
    sides = child(path, "a:fillToRect")
    left, top, right, bottom = (share(sides, side) or 0.0 for side in "ltrb")
    x, y = (left + 1 - right) / 2, (top + 1 - bottom) / 2
    far_x, far_y = max(x, 1 - x), max(y, 1 - y)
    if path.get("path") == "circle":
        radius = math.hypot(far_x * width, far_y * height)
        shape = f'cx="{num(x * width)}" cy="{num(y * height)}" r="{num(radius)}"'
    else:
        move = f"translate({num(x * width)} {num(y * height)})"
        scale = f"scale({num(width * far_x)} {num(height * far_y)})"
        shape = f'cx="0" cy="0" r="1.2" gradientTransform="{move} {scale}"'
    space = 'gradientUnits="userSpaceOnUse"'
    return f'<radialGradient id="{{id}}" {space} {shape}>{_marked(stops)}</radialGradient>'


def _marked(stops: list[Stop]) -> str:
    return "".join(
        f'<stop offset="{num(place)}" stop-color="{color.hex}"'
        + (f' stop-opacity="{num(color.alpha)}"' if color.alpha < 1 else "")
        + "/>"
        for place, color in stops
    )
