"""A font file → whether its maker lets it be carried in a document, whole or in part.

By fsType in the table OS/2 (OpenType, "OS/2", fsType); where several of the bits 1-3 are set, the one that
allows most counts.
"""

from __future__ import annotations

import struct
from enum import Enum

from deckgen.fonts.files import FontFile

_RESTRICTED, _PREVIEW, _EDITABLE, _WHOLE_ONLY, _BITMAPS_ONLY = 0x0002, 0x0004, 0x0008, 0x0100, 0x0200


class Leave(Enum):
    """What may be done with a font."""

    SUBSET = "carried in part"
    WHOLE = "carried whole alone"
    NO = "not carried"


def leave(file: FontFile) -> Leave:
    """What the font's maker allows in documents that are edited."""
    table = bytes(file.opened().reference_table("OS/2").data)
    if len(table) < 10:
        return Leave.NO
    (bits,) = struct.unpack_from(">H", table, 8)
    closed = bits & (_RESTRICTED | _PREVIEW) and not bits & _EDITABLE
    if closed or bits & _BITMAPS_ONLY:
        return Leave.NO
    return Leave.WHOLE if bits & _WHOLE_ONLY else Leave.SUBSET


def has_truetype_outlines(file: FontFile) -> bool:
    """Whether the letters are drawn as TrueType has them, the only way that Office embeds."""
    return bool(file.opened().reference_table("glyf").data)
