"""A theme's font and the one that Office has for it → how much wider text becomes where that is shown."""

from __future__ import annotations

from deckgen.fonts.office import OFFICE, TYPICAL
from deckgen.text.faces import role_face
from deckgen.theme import Font


def mean_width(font: Font, bold: bool = False) -> float:
    """The mean width in em of the characters of a typical text in English, as it is measured here."""
    return sum(role_face(font, bold, False).widths(TYPICAL)) / len(TYPICAL)


def wider_in_office(font: Font, bold: bool = False) -> float | None:
    """How much wider `font.office` sets a typical text, as a share: 0.03 is 3 %, negative is narrower.

    None where the font names none, or one of which no widths are known (`OFFICE`).
    """
    known = OFFICE.get(font.office)
    if known is None or known.widths is None:
        return None
    return known.widths[bold] / mean_width(font, bold) - 1
