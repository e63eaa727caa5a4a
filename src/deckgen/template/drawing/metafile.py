"""A Windows metafile, enhanced or not, perhaps compressed → SVG."""

from __future__ import annotations

import zlib
from typing import Final

from deckgen.template.drawing.emf import emf_svg
from deckgen.template.drawing.wmf import wmf_svg

_MOST_BYTES: Final = 50_000_000
_GZIP: Final = b"\x1f\x8b"


def metafile_svg(data: bytes) -> tuple[str, tuple[float, float]] | None:
    """The drawing of an .emf, .wmf, .emz or .wmz, and its size in pt; None for what is none of them."""
    if data.startswith(_GZIP):
        try:
            data = zlib.decompressobj(31).decompress(data, _MOST_BYTES)
        except zlib.error:
            return None
    return emf_svg(data) or wmf_svg(data)
