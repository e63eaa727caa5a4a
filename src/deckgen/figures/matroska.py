"""The first elements of a WebM file → whether there is a picture in it, and its size."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

_SEGMENT, _TRACKS, _TRACK, _VIDEO = 0x18538067, 0x1654AE6B, 0xAE, 0xE0
_WIDTHS: Final = (0x54B0, 0xB0)
_HEIGHTS: Final = (0x54BA, 0xBA)
"""Ids of the size at which it is shown, and of the pixels that it has (RFC 9559, 5.1.4.1)."""


def read_matroska(start: bytes) -> tuple[bool, tuple[int, int] | None]:
    """Whether a track of pictures is in the file, and how large it is shown, if its head is near."""
    for found in _inside(start, (_SEGMENT, _TRACKS, _TRACK, _VIDEO)):
        values = {ident: int.from_bytes(value, "big") for ident, value in _elements(found)}
        width, height = _first(values, _WIDTHS), _first(values, _HEIGHTS)
        return True, (width, height) if width and height else None
    return False, None


def _first(values: dict[int, int], idents: tuple[int, ...]) -> int:
    return next((values[ident] for ident in idents if values.get(ident)), 0)


def _inside(data: bytes, path: tuple[int, ...]) -> Iterator[bytes]:
    """The contents of all elements that `path` leads to."""
    for ident, content in _elements(data):
        if ident == path[0]:
            if len(path) == 1:
                yield content
            else:
                yield from _inside(content, path[1:])


def _elements(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The elements that fill `data` (RFC 8794, 4-6); one of unknown size reaches to its end."""
    at = 0
    while at < len(data) and data[at]:
        length = 9 - data[at].bit_length()
        ident, at = int.from_bytes(data[at : at + length], "big"), at + length
        if at >= len(data) or not data[at]:
            return
        length = 9 - data[at].bit_length()
        size = int.from_bytes(data[at : at + length], "big") & ((1 << 7 * length) - 1)
        at += length
        end = len(data) if size == (1 << 7 * length) - 1 else at + size
        yield ident, data[at:end]
        at = end
