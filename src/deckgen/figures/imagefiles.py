"""A picture file → what its header says of it, or what is wrong with it."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from os import SEEK_END
from pathlib import Path
from typing import BinaryIO, Final
from zlib import crc32

from deckgen.figures.rasters import (
    DEFAULT_DPI,
    LONGEST_HEADER,
    PNG,
    HeaderError,
    PictureType,
    Raster,
    RasterType,
    read_header,
)
from deckgen.figures.svg import MOST_BYTES, looks_like_svg, read_svg

_MOST_PIXELS: Final = 80_000_000
"""What can be decoded in the memory of an ordinary machine, where a picture has to be drawn anew."""
_LONGEST_TAIL: Final = 1 << 18
_LAST: Final[dict[RasterType, tuple[bytes, int]]] = {
    "image/png": (b"IEND", 1 << 16),
    "image/jpeg": (b"\xff\xd9", _LONGEST_TAIL),
    "image/gif": (b"\0;", 1 << 10),
}
"""A format's last mark, and within how many bytes of the file's end it is looked for: some programs
write on, telephones even a film, where the two bytes that end a JPEG are sure to occur, too."""
_FINE: Final = 1_000
"""As many pixels as a drawing's longer side counts where its size in px is not whole."""


@dataclass(frozen=True, slots=True)
class ImageFile:
    """What a file says: its width and height in pixels, as they are seen, and dots per inch.

    `dropped` names what a drawing holds that no slide shows, such as scripts.
    """

    media_type: PictureType
    pixels: tuple[int, int]
    dpi: float = DEFAULT_DPI
    dropped: tuple[str, ...] = ()


def read_image(path: Path) -> ImageFile | str:
    """The picture, judged by its content; or what is wrong with the file, in words."""
    try:
        with path.open("rb") as file:
            data = file.read(LONGEST_HEADER)
            size = file.seek(0, SEEK_END)
            if looks_like_svg(data):
                return _drawing(file)
            file.seek(max(0, size - _LONGEST_TAIL))
            tail = file.read()
            sound = not data.startswith(PNG) or _sums_agree(file)
    except OSError as error:
        return f"cannot be read: {error.strerror or error}"
    if not data:
        return "is empty"
    try:
        raster = read_header(data)
    except HeaderError:
        return "breaks off within its header"
    if raster is None:
        return _other(data)
    if min(raster.pixels) < 1:
        return "has no pixels"
    if raster.pixels[0] * raster.pixels[1] > _MOST_PIXELS:
        return f"has more than {_MOST_PIXELS // 1_000_000} million pixels"
    if not _whole(raster, data, tail, size):
        return "breaks off before its end"
    if not sound:
        return "is damaged: its sums do not agree with what is in it"
    return ImageFile(raster.media_type, raster.pixels, raster.dpi)


def _drawing(file: BinaryIO) -> ImageFile | str:
    """An SVG, whose size need not be whole: then it counts as many pixels as give its shape."""
    file.seek(0)
    svg = read_svg(file.read(MOST_BYTES + 1))
    if isinstance(svg, str):
        return svg
    whole = all(side == round(side) for side in svg.size)
    scale = 1.0 if whole else _FINE / max(svg.size)
    pixels = max(1, round(svg.size[0] * scale)), max(1, round(svg.size[1] * scale))
    return ImageFile("image/svg+xml", pixels, DEFAULT_DPI * scale, svg.dropped)


def _whole(raster: Raster, data: bytes, tail: bytes, size: int) -> bool:
    """Whether a file has its end, as a download that broke off has not."""
    if raster.media_type == "image/webp":  # RIFF: the length of all that follows these eight bytes
        return size >= 8 + int.from_bytes(data[4:8], "little")
    mark, within = _LAST[raster.media_type]
    return mark in tail[-within:]


def _sums_agree(file: BinaryIO) -> bool:
    """Whether the chunks of a PNG are as they were written (PNG, third edition, 5.3: a CRC behind each)."""
    file.seek(len(PNG))
    while len(head := file.read(8)) == 8:
        length, kind = struct.unpack(">I4s", head)
        content, written = file.read(length), file.read(4)
        if len(written) < 4:
            return True  # it breaks off, which is told in other words
        if crc32(content, crc32(kind)) != int.from_bytes(written, "big"):
            return False
        if kind == b"IEND":
            break
    return True


def _other(data: bytes) -> str:
    """What a file is that is no picture of ours."""
    known = (
        (b"%PDF", "a PDF"), (b"II*\0", "a TIFF"), (b"MM\0*", "a TIFF"), (b"BM", "a BMP"),
        (b"\x1f\x8b", "a compressed"), (b"\0\0\0\x0cJXL", "a JPEG XL"), (b"8BPS", "a Photoshop"),
    )  # fmt: skip
    for sign, name in known:
        if data.startswith(sign):
            return f"is {name} file"
    if data[4:8] == b"ftyp" and data[8:12] in (b"avif", b"heic", b"mif1"):
        return f"is {'an AVIF' if data[8:12] == b'avif' else 'a HEIC'} file"
    return "is no picture that can be recognised"
