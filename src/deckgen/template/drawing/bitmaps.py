"""A device-independent bitmap, as metafiles hold it → PNG."""

from __future__ import annotations

import struct
from io import BytesIO

_MOST_PIXELS = 50_000_000


def png_of(header: bytes, bits: bytes) -> bytes | None:
    """The PNG of a BITMAPINFO and its bits ([MS-WMF], 2.2.2.9); None for one that cannot be read."""
    from PIL import Image

    if len(header) < 16:
        return None
    size, compression = struct.unpack_from("<I", header)[0], 0
    if size >= 20:
        compression = struct.unpack_from("<I", header, 16)[0]
    file = bits if compression in (4, 5) else _as_file(header, bits)
    try:
        with Image.open(BytesIO(file)) as opened:
            if not 0 < opened.width * opened.height <= _MOST_PIXELS:
                return None
            target = BytesIO()
            opened.convert("RGBA" if opened.mode in ("RGBA", "P", "LA") else "RGB").save(target, "PNG")
    except (OSError, ValueError, SyntaxError, MemoryError, struct.error, Image.DecompressionBombError):
        return None
    return target.getvalue()


def _as_file(header: bytes, bits: bytes) -> bytes:
    """A .bmp: the file header that the format has before what a metafile keeps."""
    start = 14 + len(header)
    return b"BM" + struct.pack("<IHHI", start + len(bits), 0, 0, start) + header + bits
