"""An Exif block → the orientation in which its picture is meant to be seen."""

from __future__ import annotations

import struct
from typing import Final

UPRIGHT: Final = 1
"""The orientation of a picture whose first row is its top and whose first column is its left side."""

_ORIENTATION: Final = 0x0112
_SHORT: Final = 3
_SIGNATURE: Final = b"Exif\0\0"
_MOST_ENTRIES: Final = 1_000


def orientation(exif: bytes) -> int:
    """The orientation, 1 to 8 (Exif 2.3, tag 274; TIFF 6.0, section 2); 1 where none can be read.

    5 to 8 stand for a picture turned on its side: its width and height change places.
    """
    tiff = exif.removeprefix(_SIGNATURE)
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(tiff[:4])
    if order is None:
        return UPRIGHT
    try:
        (at,) = struct.unpack_from(f"{order}I", tiff, 4)
        (entries,) = struct.unpack_from(f"{order}H", tiff, at)
        for n in range(min(entries, _MOST_ENTRIES)):
            tag, kind, _, value = struct.unpack_from(f"{order}HHIH", tiff, at + 2 + 12 * n)
            if tag == _ORIENTATION:
                return value if kind == _SHORT and 1 <= value <= 8 else UPRIGHT
    except struct.error:
        pass
    return UPRIGHT


def upright(pixels: tuple[int, int], turned: int) -> tuple[int, int]:
    """Width and height as they are seen, of a picture stored with an orientation."""
    return (pixels[1], pixels[0]) if turned >= 5 else pixels
