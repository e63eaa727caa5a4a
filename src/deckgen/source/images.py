"""A picture file's header bytes → its type, pixels and resolution, with no picture library."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from os import SEEK_END
from pathlib import Path
from typing import Final, Literal

MediaType = Literal["image/png", "image/jpeg", "image/gif", "image/webp"]

DEFAULT_DPI: Final = 96.0
_INCH_IN_M = 0.0254
_LONGEST_HEADER = 1 << 20
"""How much of a file is read: JPEG may have long metadata before its frame header."""

_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_ALONE = frozenset((0x01, *range(0xD0, 0xD9)))


@dataclass(frozen=True, slots=True)
class ImageFile:
    """What a header says: width and height in pixels, and dots per inch."""

    media_type: MediaType
    pixels: tuple[int, int]
    dpi: float = DEFAULT_DPI


_MOST_PIXELS: Final = 80_000_000
"""What can be decoded in the memory of an ordinary machine, where a format has to be converted."""
_LAST: Final = {
    "image/png": (b"IEND", 1 << 16),
    "image/jpeg": (b"\xff\xd9", 1 << 18),
    "image/gif": (b"\0;", 1 << 10),
}
"""A format's last mark, and within how many bytes of the file's end it is looked for: some programs
write on, telephones even a film, where the two bytes that end a JPEG are sure to occur, too."""


def read_image(path: Path) -> ImageFile | str:
    """The header of a picture, judged by its content; or what is wrong with the file, in words."""
    try:
        with path.open("rb") as file:
            data = file.read(_LONGEST_HEADER)
            size = file.seek(0, SEEK_END)
            file.seek(max(0, size - (1 << 18)))
            tail = file.read()
    except OSError as error:
        return f"cannot be read: {error.strerror or error}"
    if not data:
        return "is empty"
    try:
        image = _header(data)
    except (struct.error, IndexError):
        return "breaks off within its header"
    if image is None:
        return _other(data)
    if min(image.pixels) < 1:
        return "has no pixels"
    if image.pixels[0] * image.pixels[1] > _MOST_PIXELS:
        return f"has more than {_MOST_PIXELS // 1_000_000} million pixels"
    return image if _whole(image, data, tail, size) else "breaks off before its end"


def _whole(image: ImageFile, data: bytes, tail: bytes, size: int) -> bool:
    """Whether a file has its end, as a download that broke off has not."""
    if image.media_type == "image/webp":  # RIFF: the length of all that follows these eight bytes
        return size >= 8 + int.from_bytes(data[4:8], "little")
    mark, within = _LAST[image.media_type]
    return mark in tail[-within:]


def _header(data: bytes) -> ImageFile | None:
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return _png(data)
    if data.startswith(b"\xff\xd8\xff"):
        return _jpeg(data)
    if data.startswith((b"GIF87a", b"GIF89a")):
        return ImageFile("image/gif", struct.unpack_from("<HH", data, 6))
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return _webp(data)
    return None


def _other(data: bytes) -> str:
    """What a file is that is no picture of ours."""
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<svg", b"<?xml")) and b"<svg" in data[:4096].lower():
        return "svg"
    for sign, name in ((b"%PDF", "a PDF"), (b"II*\0", "a TIFF"), (b"MM\0*", "a TIFF"), (b"BM", "a BMP")):
        if data.startswith(sign):
            return f"is {name} file"
    return "is no picture that can be recognised"


def _resolution(per_inch: float) -> float:
    """A resolution that is believable, or the default."""
    return per_inch if 10 <= per_inch <= 2400 else DEFAULT_DPI


def _png(data: bytes) -> ImageFile:
    """PNG, third edition, 11.2.1 (IHDR) and 11.3.4.3 (pHYs: pixels per metre where its unit is 1)."""
    if data[12:16] != b"IHDR":
        raise IndexError
    width, height = struct.unpack_from(">II", data, 16)
    at, dpi = 33, DEFAULT_DPI
    while at + 8 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        if kind == b"pHYs":
            across, _, unit = struct.unpack_from(">IIB", data, at + 8)
            dpi = _resolution(across * _INCH_IN_M) if unit == 1 else DEFAULT_DPI
        if kind in (b"pHYs", b"IDAT", b"IEND"):
            break
        at += 12 + length
    return ImageFile("image/png", (width, height), round(dpi, 2))


def _jpeg(data: bytes) -> ImageFile:
    """ITU-T T.81, B.2 (segments up to the frame header) and JFIF 1.02 (APP0: units and density)."""
    at, dpi = 2, DEFAULT_DPI
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
        if marker in _FRAMES:
            height, width = struct.unpack_from(">HH", data, at + 3)
            return ImageFile("image/jpeg", (width, height), dpi)
        if length < 2 or marker in (0xD9, 0xDA):
            raise IndexError
        at += length


def _webp(data: bytes) -> ImageFile:
    """WebP container: VP8 (RFC 6386, 9.1), VP8L (14 bits each, less one), VP8X (24 bits each, less one)."""
    kind = data[12:16]
    if kind == b"VP8 ":
        if data[23:26] != b"\x9d\x01\x2a":
            raise IndexError
        width, height = struct.unpack_from("<HH", data, 26)
        return ImageFile("image/webp", (width & 0x3FFF, height & 0x3FFF))
    if kind == b"VP8L":
        if data[20] != 0x2F:
            raise IndexError
        (bits,) = struct.unpack_from("<I", data, 21)
        return ImageFile("image/webp", ((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1))
    if kind == b"VP8X" and len(data) >= 30:
        width = int.from_bytes(data[24:27], "little") + 1
        return ImageFile("image/webp", (width, int.from_bytes(data[27:30], "little") + 1))
    raise IndexError
