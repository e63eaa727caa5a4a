"""The box of a formula → its pixels, as a PNG of one colour on a transparent ground."""

from __future__ import annotations

import struct
import zlib
from math import ceil

from deckgen.figures.math.boxes import Box, Mark
from deckgen.figures.math.font import math_font

BLEED = 0.25
"""Em of room round a formula's box, for ink that leans out of it."""

LEVEL = 5
"""How hard a picture is compressed: more takes twice the time for a tenth less."""


def png(box: Box, size: float, color: str, zoom: float) -> bytes:
    """A formula at `size` pt in `color` ("#RRGGBB"), with `BLEED` on all sides, `zoom` pixels to the pt."""
    scale = size * zoom
    width, height = (max(ceil((length + 2 * BLEED) * scale), 1) for length in (box.width, box.height))
    ink = _glyphs(box, scale, width, height)
    for mark in box.marks:
        if mark.glyph < 0:
            _draw_rule(ink, mark, box, scale, width)
    rows = (ink[start : start + width] for start in range((height - 1) * width, -1, -width))
    return _encoded(b"".join(b"\0" + row for row in rows), width, height, color)


def _glyphs(box: Box, scale: float, width: int, height: int) -> bytearray:
    """How far glyphs cover each pixel (0-255), row by row from the lowest."""
    import uharfbuzz as hb

    font = math_font()
    drawing = hb.RasterDraw()
    drawing.extents = hb.RasterExtents(0, 0, width, height, 0)
    for mark in box.marks:
        if mark.glyph >= 0:
            unit = mark.size * scale / font.em
            x, y = (mark.x + BLEED) * scale, (mark.y + box.descent + BLEED) * scale
            drawing.transform = (unit, 0.0, 0.0, unit, x, y)
            drawing.draw_glyph(font.font, mark.glyph)
    image = drawing.render()
    drawn, stride = image.buffer, image.extents.stride
    if len(drawn) < stride * height:  # nothing but rules
        return bytearray(width * height)
    return bytearray(b"".join(drawn[row * stride : row * stride + width] for row in range(height)))


def _draw_rule(ink: bytearray, mark: Mark, box: Box, scale: float, width: int) -> None:
    """Add a rule; pixels that it covers in part are covered in part."""
    across = _covered((mark.x + BLEED) * scale, mark.width * scale)
    for y, down in _covered((mark.y + box.descent + BLEED) * scale, mark.height * scale):
        for x, share in across:
            at = y * width + x
            ink[at] = max(ink[at], round(share * down * 255))


def _covered(start: float, length: float) -> list[tuple[int, float]]:
    """The pixels of a stretch, each with the share of it that is covered."""
    end = start + length
    return [(n, min(n + 1, end) - max(n, start)) for n in range(int(start), ceil(end))]


def _encoded(rows: bytes, width: int, height: int, color: str) -> bytes:
    """A PNG (third edition) of one colour at 256 opacities; each of the `rows` begins with its filter."""
    header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    palette = bytes.fromhex(color.removeprefix("#")) * 256
    chunks = (
        (b"IHDR", header),
        (b"PLTE", palette),
        (b"tRNS", bytes(range(256))),
        (b"IDAT", zlib.compress(rows, LEVEL)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
