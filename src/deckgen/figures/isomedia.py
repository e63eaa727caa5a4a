"""The boxes of an MP4 or QuickTime file → whether there is a picture in it, and its size."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import BinaryIO, Final

_MOST_INDEX: Final = 1 << 25
_MOST_BOXES: Final = 10_000


def read_isomedia(file: BinaryIO, size: int) -> tuple[bool, tuple[int, int] | None] | str:
    """Whether a track of pictures is in the file, and how large it is shown; or what is wrong with it.

    ISO/IEC 14496-12: boxes (4.2), their index in `moov` (8.2), its tracks' heads in `tkhd` (8.3.2).
    Raises struct.error or IndexError where a head contradicts itself.
    """
    at = 0
    index: bytes | None = None
    for _ in range(_MOST_BOXES):
        file.seek(at)
        kind, start, end = _head(file.read(16), at, size)
        if end > size or end < start:
            return "breaks off before its end"
        if kind == b"moov":
            file.seek(start)
            index = file.read(min(end - start, _MOST_INDEX))
        at = end
        if at + 8 > size:
            break
    return _tracks(index) if index is not None else "breaks off before its end: it has no index"


def _head(data: bytes, at: int, size: int) -> tuple[bytes, int, int]:
    """A box's kind, and where its content starts and ends; a size of 0 reaches to the file's end."""
    length, kind = struct.unpack_from(">I4s", data)
    if length == 1:
        (length,) = struct.unpack_from(">Q", data, 8)
        return kind, at + 16, at + length
    return kind, at + 8, size if length == 0 else at + length


def _boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The boxes that fill `data`: kind and content."""
    at = 0
    while at + 8 <= len(data):
        kind, start, end = _head(data[at : at + 16].ljust(16, b"\0"), at, len(data))
        yield kind, data[start:end]
        if end <= at:
            return
        at = end


def _tracks(index: bytes) -> tuple[bool, tuple[int, int] | None]:
    for kind, track in _boxes(index):
        if kind != b"trak":
            continue
        parts = dict(_boxes(track))
        handler = dict(_boxes(parts.get(b"mdia", b""))).get(b"hdlr", b"")
        if handler[8:12] == b"vide":
            return True, _shown(parts[b"tkhd"]) if b"tkhd" in parts else None
    return False, None


def _shown(head: bytes) -> tuple[int, int] | None:
    """Width and height from a track's head, in 16.16 fixed point; its matrix may turn it by a quarter."""
    matrix = 52 if head[0] == 1 else 40
    across, along = struct.unpack_from(">ii", head, matrix)
    width, height = (side >> 16 for side in struct.unpack_from(">II", head, matrix + 36))
    if not width or not height:
        return None
    return (height, width) if across == 0 and along != 0 else (width, height)
