"""The first bytes of a picture file → its type, pixels, resolution and orientation; no library is needed."""

from __future__ import annotations

import struct
from dataclasses import dataclass, replace
from typing import Final, Literal

from deckgen.figures.exif import UPRIGHT, orientation, upright

RasterType = Literal["image/png", "image/jpeg", "image/gif", "image/webp"]
PictureType = RasterType | Literal["image/svg+xml"]

DEFAULT_DPI: Final = 96.0
LONGEST_HEADER: Final = 1 << 20
"""How much of a file is read for its header: a JPEG may have long metadata before its frame header."""

PNG: Final = b"\x89PNG\r\n\x1a\n"
"""What a PNG begins with."""

_INCH_IN_M = 0.0254
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_ALONE = frozenset((0x01, *range(0xD0, 0xD9)))


@dataclass(frozen=True, slots=True)
class Raster:
    """What a header says.  `pixels` are the width and height as seen, `turned` the Exif orientation.

    `moving` says that there is more than one picture in the file, shown one after another.
    """

    media_type: RasterType
    pixels: tuple[int, int]
    dpi: float = DEFAULT_DPI
    turned: int = UPRIGHT
    moving: bool = False


class HeaderError(Exception):
    """A header that breaks off, or contradicts itself."""


def read_header(data: bytes) -> Raster | None:
    """The header that `data` begins with; None for what is no raster of a kind that is known.

    Raises HeaderError where a header of a known kind cannot be read to its end.
    """
    try:
        stored = _header(data)
    except (struct.error, IndexError):
        raise HeaderError from None
    return replace(stored, pixels=upright(stored.pixels, stored.turned)) if stored else None


def _header(data: bytes) -> Raster | None:
    if data.startswith(PNG):
        return _png(data)
    if data.startswith(b"\xff\xd8\xff"):
        return _jpeg(data)
    if data.startswith((b"GIF87a", b"GIF89a")):
        return Raster("image/gif", struct.unpack_from("<HH", data, 6), moving=_gif_moves(data))
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return _webp(data)
    return None


def _resolution(per_inch: float) -> float:
    """A resolution that is believable, or the default."""
    return per_inch if 10 <= per_inch <= 2400 else DEFAULT_DPI


def _png(data: bytes) -> Raster:
    """PNG, third edition, 11.2.1 (IHDR) and 11.3 (pHYs: pixels per metre where its unit is 1; eXIf, acTL)."""
    if data[12:16] != b"IHDR":
        raise IndexError
    width, height = struct.unpack_from(">II", data, 16)
    at, dpi, turned, moving = 33, DEFAULT_DPI, UPRIGHT, False
    while at + 8 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        if kind == b"pHYs":
            across, _, unit = struct.unpack_from(">IIB", data, at + 8)
            dpi = _resolution(across * _INCH_IN_M) if unit == 1 else DEFAULT_DPI
        elif kind == b"eXIf":
            turned = orientation(data[at + 8 : at + 8 + length])
        elif kind == b"acTL":
            moving = True
        elif kind in (b"IDAT", b"IEND"):
            break
        at += 12 + length
    return Raster("image/png", (width, height), round(dpi, 2), turned, moving)


def _jpeg(data: bytes) -> Raster:
    """ITU-T T.81, B.2 (segments up to the frame header); JFIF 1.02 (APP0: density); Exif 2.3 (APP1)."""
    at, dpi, turned = 2, DEFAULT_DPI, UPRIGHT
    while True:
        if data[at] != 0xFF:
            raise IndexError
        while data[at] == 0xFF:
            at += 1
        marker, at = data[at], at + 1
        if marker in _ALONE:
            continue
        (length,) = struct.unpack_from(">H", data, at)
        if marker == 0xE0 and data[at + 2 : at + 7] == b"JFIF\0":
            unit, density = struct.unpack_from(">BH", data, at + 9)
            dpi = _resolution(density * {1: 1.0, 2: 2.54}.get(unit, 0.0))
        elif marker == 0xE1 and data[at + 2 : at + 8] == b"Exif\0\0":
            turned = orientation(data[at + 2 : at + length])
        if marker in _FRAMES:
            height, width = struct.unpack_from(">HH", data, at + 3)
            return Raster("image/jpeg", (width, height), dpi, turned)
        if length < 2 or marker in (0xD9, 0xDA):
            raise IndexError
        at += length


def _gif_moves(data: bytes) -> bool:
    """Whether a second picture follows the first (GIF89a, 17-26: blocks, each of parts that say how long)."""
    at, pictures = 13 + _table(data[10]), 0
    while at < len(data) and pictures < 2:
        if data[at] == 0x2C:
            pictures += 1
            at += 11 + _table(data[at + 9]) if at + 9 < len(data) else len(data)
        elif data[at] == 0x21:
            if data[at + 3 : at + 11] == b"NETSCAPE":  # which says how often what moves is shown
                return True
            at += 2
        else:
            break
        while at < len(data) and data[at]:
            at += 1 + data[at]
        at += 1
    return pictures > 1


def _table(flags: int) -> int:
    """The bytes of a GIF's colour table, if there is one."""
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _webp(data: bytes) -> Raster:
    """WebP container: VP8 (RFC 6386, 9.1), VP8L (14 bits each, less one), VP8X (24 bits each, less one)."""
    kind = data[12:16]
    if kind == b"VP8 ":
        if data[23:26] != b"\x9d\x01\x2a":
            raise IndexError
        width, height = struct.unpack_from("<HH", data, 26)
        return Raster("image/webp", (width & 0x3FFF, height & 0x3FFF))
    if kind == b"VP8L":
        if data[20] != 0x2F:
            raise IndexError
        (bits,) = struct.unpack_from("<I", data, 21)
        return Raster("image/webp", ((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1))
    if kind == b"VP8X" and len(data) >= 30:
        width, height = (int.from_bytes(data[at : at + 3], "little") + 1 for at in (24, 27))
        turned = _webp_orientation(data) if data[20] & 0x08 else UPRIGHT
        return Raster("image/webp", (width, height), turned=turned, moving=bool(data[20] & 0x02))
    raise IndexError


def _webp_orientation(data: bytes) -> int:
    """What the EXIF chunk says, which stands behind the pixels; chunks are padded to even lengths."""
    at = 12
    while at + 8 <= len(data):
        kind, length = struct.unpack_from("<4sI", data, at)
        if kind == b"EXIF":
            return orientation(data[at + 8 : at + 8 + length])
        at += 8 + length + length % 2
    return UPRIGHT
