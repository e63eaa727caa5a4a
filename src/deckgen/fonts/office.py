"""The families that Office brings along: what they look like, how wide they set, which others are as wide."""

from __future__ import annotations

from typing import Literal, NamedTuple

Generic = Literal["sans-serif", "serif", "monospace"]

TWINS: dict[str, tuple[str, ...]] = {
    "Arial": ("Arimo", "Liberation Sans", "Nimbus Sans"),
    "Helvetica": ("Arimo", "Liberation Sans", "Nimbus Sans"),
    "Arial Narrow": ("Liberation Sans Narrow", "Nimbus Sans Narrow"),
    "Calibri": ("Carlito",),
    "Cambria": ("Caladea",),
    "Times New Roman": ("Tinos", "Liberation Serif", "Nimbus Roman"),
    "Times": ("Tinos", "Liberation Serif", "Nimbus Roman"),
    "Georgia": ("Gelasio",),
    "Courier New": ("Cousine", "Liberation Mono", "Nimbus Mono PS"),
    "Courier": ("Cousine", "Liberation Mono", "Nimbus Mono PS"),
    "Segoe UI": ("Selawik",),
    "Century Gothic": ("URW Gothic", "TeX Gyre Adventor"),
    "Bookman Old Style": ("URW Bookman", "TeX Gyre Bonum"),
    "Century Schoolbook": ("C059", "TeX Gyre Schola"),
    "Book Antiqua": ("P052", "TeX Gyre Pagella"),
    "Palatino": ("P052", "TeX Gyre Pagella"),
    "Palatino Linotype": ("P052", "TeX Gyre Pagella"),
}
"""Well-known families, and freely licensed ones of the same widths."""

TYPICAL = (
    "The treaty of friendship was signed in August 1939, after months of talks; the other powers had waited "
    "too long. Students learn the methods by which historians weigh sources, compare figures and question "
    "what seems obvious. 1917-1939, 45 %, (see page 12)."
)
"""What families are compared by."""


class OfficeFace(NamedTuple):
    """A family by its PANOSE number (hexadecimal) and the mean width of `TYPICAL`'s characters.

    `widths` are in em, regular and bold, as measured with a twin; None where there is none to measure with.
    """

    panose: str
    widths: tuple[float, float] | None = None

    @property
    def generic(self) -> Generic:
        """What CSS calls its kind."""
        return generic_of(self.panose) or "sans-serif"


OFFICE: dict[str, OfficeFace] = {
    "Arial": OfficeFace("020B0604020202020204", (0.4523, 0.4849)),
    "Arial Black": OfficeFace("020B0A04020102020204"),
    "Arial Narrow": OfficeFace("020B0606020202030204", (0.3703, 0.3976)),
    "Aptos": OfficeFace("020B0004020202020204"),
    "Book Antiqua": OfficeFace("02040602050305030304", (0.4455, 0.4599)),
    "Bookman Old Style": OfficeFace("02050604050505020204", (0.5001, 0.5336)),
    "Calibri": OfficeFace("020F0502020204030204", (0.4134, 0.4220)),
    "Calibri Light": OfficeFace("020F0302020204030204"),
    "Cambria": OfficeFace("02040503050406030204", (0.4076, 0.4504)),
    "Candara": OfficeFace("020E0502030303020204"),
    "Century Gothic": OfficeFace("020B0502020202020204", (0.4868, 0.4868)),
    "Century Schoolbook": OfficeFace("02040604050505020304", (0.4674, 0.5212)),
    "Consolas": OfficeFace("020B0609020204030204"),
    "Constantia": OfficeFace("02030602050306030303"),
    "Corbel": OfficeFace("020B0503020204020204"),
    "Courier New": OfficeFace("02070309020205020404", (0.6001, 0.6001)),
    "Franklin Gothic Book": OfficeFace("020B0503020102020204"),
    "Garamond": OfficeFace("02020404030301010803"),
    "Georgia": OfficeFace("02040502050405020303", (0.4446, 0.5165)),
    "Gill Sans MT": OfficeFace("020B0502020104020203"),
    "Palatino Linotype": OfficeFace("02040502050505030304", (0.4455, 0.4599)),
    "Segoe UI": OfficeFace("020B0502040204020203"),
    "Segoe UI Light": OfficeFace("020B0502040204020203"),
    "Tahoma": OfficeFace("020B0604030504040204"),
    "Times New Roman": OfficeFace("02020603050405020304", (0.4080, 0.4301)),
    "Trebuchet MS": OfficeFace("020B0603020202020204"),
    "Verdana": OfficeFace("020B0604030504040204"),
}
"""Families that come with Office."""

_TEXT, _MONOSPACED = 2, 9
_SERIFS, _SANS = range(2, 11), range(11, 16)


def generic_of(panose: str) -> Generic | None:
    """The kind of letters that a PANOSE number describes; None where it says nothing of it.

    Bytes 0, 1 and 3 (OpenType, "OS/2", panose): the family's kind, the style of serifs, the proportion.
    """
    kind, serifs, _, proportion = bytes.fromhex(panose)[:4]
    if kind != _TEXT:
        return None
    if proportion == _MONOSPACED:
        return "monospace"
    return "serif" if serifs in _SERIFS else "sans-serif" if serifs in _SANS else None


def comes_with_office(name: str) -> bool:
    """Whether machines with Office have the family, or one of the same widths that they show for it."""
    return name in OFFICE or name in TWINS
