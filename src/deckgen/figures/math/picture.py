"""The box of a formula → an SVG picture, and its pixels."""

from __future__ import annotations

from deckgen.figures.math.boxes import Box
from deckgen.figures.math.font import math_font

BLEED = 0.12
"""Em of room round a formula's box, for ink that leans out of it."""


def svg(box: Box, size: float, color: str) -> str:
    """The formula at `size` pt in `color` ("#RRGGBB"), with `BLEED` on all sides; a pt is a unit."""
    font = math_font()
    top, left = box.ascent + BLEED, -BLEED
    width, height = box.width + 2 * BLEED, box.height + 2 * BLEED
    drawn = []
    for mark in box.marks:
        x, y = mark.x - left, top - mark.y
        if mark.glyph < 0:
            extent = f'width="{mark.width:.4f}" height="{mark.height:.4f}"'
            drawn.append(f'<rect x="{x:.4f}" y="{y - mark.height:.4f}" {extent}/>')
        elif outline := font.outline(mark.glyph):
            scale = mark.size / font.em
            place = f"translate({x:.4f} {y:.4f}) scale({scale:.6f} {-scale:.6f})"
            drawn.append(f'<path transform="{place}" d="{outline}"/>')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width * size:.3f}" height="{height * size:.3f}" '
        f'viewBox="0 0 {width:.4f} {height:.4f}" fill="{color}">{"".join(drawn)}</svg>'
    )


def png(drawing: str, zoom: float) -> bytes:
    """The pixels of an SVG drawing, `zoom` to its unit, on a transparent ground."""
    from resvg_py import svg_to_bytes

    return bytes(svg_to_bytes(svg_string=drawing, zoom=zoom, skip_system_fonts=True))
