"""A font → how a pptx describes it to programs that do not have it, so that they take something like it."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from deckgen.fonts import files
from deckgen.fonts.office import OFFICE, Generic, generic_of
from deckgen.theme import Font

_FAMILIES: dict[Generic | None, int] = {"serif": 0x10, "sans-serif": 0x20, "monospace": 0x30, None: 0x00}
"""FF_ROMAN, FF_SWISS, FF_MODERN, FF_DONTCARE (the high nibble of LOGFONT's lfPitchAndFamily)."""
_FIXED_PITCH, _VARIABLE_PITCH = 1, 2

_PANOSE_AT = 32  # in the table OS/2 (OpenType, "OS/2")


class Description(NamedTuple):
    """A PANOSE number in hexadecimal ("" where none is known), pitch and family as LOGFONT has them."""

    panose: str
    pitch_family: int


@cache
def described(font: Font) -> Description:
    """What is known of the family by that name, else of the font's file, else of what Office has for it."""
    known = (OFFICE[name].panose for name in (font.name, font.office) if name in OFFICE)
    own = "" if font.name in OFFICE or font.stands_in else _own_panose(font)
    panose = own or next(known, "")
    kind = generic_of(panose) if panose else None
    said = font.fallback.rpartition(",")[2].strip()
    kind = kind or next((k for k in _FAMILIES if k == said), None)
    pitch = _FIXED_PITCH if kind == "monospace" else _VARIABLE_PITCH
    return Description(panose, _FAMILIES[kind] | pitch)


def _own_panose(font: Font) -> str:
    """The PANOSE number in the font's file; most fonts leave it at zero, which says nothing."""
    file = files.find(font.family, font.weight, False, font.own)
    table = bytes(file.opened().reference_table("OS/2").data) if file else b""
    panose = table[_PANOSE_AT : _PANOSE_AT + 10]
    return panose.hex().upper() if len(panose) == 10 and generic_of(panose.hex()) else ""
