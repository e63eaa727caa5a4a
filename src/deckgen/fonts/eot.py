"""A TrueType font ↔ the Embedded OpenType file that a pptx carries it in (.fntdata).

The header is that of version 0x00020002 in the Embedded OpenType submission to the W3C (5 March 2008), which
PowerPoint writes.  Ours compresses and encrypts nothing.
"""

from __future__ import annotations

import struct

import uharfbuzz as hb

VERSION = 0x00020002
VERSIONS = frozenset({0x00010000, 0x00020001, VERSION})
MAGIC = 0x504C
SUBSET, COMPRESSED, ENCRYPTED = 0x00000001, 0x00000004, 0x10000000
"""Flags: TTEMBED_SUBSET, TTEMBED_TTCOMPRESSED, TTEMBED_XORENCRYPTDATA."""
XOR_KEY = 0x50
ROOT_CHECKSUM = 0x50475342
"""The check sum of an empty root string: no web address is bound to the font."""

_DEFAULT_CHARSET = 1
_FIXED = struct.Struct("<IIII10sBBIHH4I2II16s")
"""Sizes, version, flags, PANOSE, charset, italic, weight, fsType, magic, Unicode and code page ranges,
checkSumAdjustment, reserved."""
_SFNT = frozenset({b"\x00\x01\x00\x00", b"true", b"OTTO", b"ttcf"})
_FAMILY, _STYLE, _FULL, _VERSION = 1, 2, 4, 5  # name ids, in the table "name"


def wrapped(font: bytes, subset: bool) -> bytes:
    """The font in an Embedded OpenType file; `subset` says that it holds not all of its characters.

    The font needs the tables OS/2 and head.
    """
    face = hb.Face(hb.Blob(font))
    os2, head = bytes(face.reference_table("OS/2").data), bytes(face.reference_table("head").data)
    weight, _, fs_type = struct.unpack_from(">3H", os2, 4)
    names = b"".join(_name(face, name_id) for name_id in (_FAMILY, _STYLE, _VERSION, _FULL))
    # An empty root string and its check sum; no code page, no signature, no end-user characters.
    tail = struct.pack("<HHIIHHII", 0, 0, ROOT_CHECKSUM, 0, 0, 0, 0, 0)
    fixed = _FIXED.pack(
        _FIXED.size + len(names) + len(tail) + len(font), len(font), VERSION, SUBSET if subset else 0,
        os2[32:42], _DEFAULT_CHARSET, os2[63] & 1, weight, fs_type, MAGIC,
        *struct.unpack_from(">4I", os2, 42), *_code_pages(os2), *struct.unpack_from(">I", head, 8), b"",
    )  # fmt: skip
    return fixed + names + tail + font


def _code_pages(os2: bytes) -> tuple[int, int]:
    """The code page ranges, which a table of version 0 does not have."""
    pair = struct.unpack_from(">2I", os2, 78) if len(os2) >= 86 else (0, 0)
    return pair[0], pair[1]


def _name(face: hb.Face, name_id: int) -> bytes:
    """Two bytes of padding, then a name in UTF-16 after its length in bytes."""
    text = (face.get_name(name_id) or "").encode("utf-16-le")
    return struct.pack("<HH", 0, len(text)) + text


def unwrapped(data: bytes) -> bytes | None:
    """The font in an Embedded OpenType file, or `data` itself where that is a font.

    None where it is neither, or compressed (Agfa's MicroType Express, as PowerPoint writes it).
    """
    if data[:4] in _SFNT:
        return data
    if len(data) < _FIXED.size:
        return None
    whole, size, version, flags, *_ = _FIXED.unpack_from(data)
    magic, end = int.from_bytes(data[34:36], "little"), min(whole, len(data))
    if version not in VERSIONS or magic != MAGIC or flags & COMPRESSED or not 0 < size <= end:
        return None
    font = data[end - size : end]
    if flags & ENCRYPTED:
        font = bytes(byte ^ XOR_KEY for byte in font)
    return font if font[:4] in _SFNT else None
