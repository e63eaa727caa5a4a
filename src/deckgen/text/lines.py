"""A line's spacing → where its baseline lies, as LibreOffice and PowerPoint have it.

Lengths are in em of the line's size.  What a font claims is its ascent and descent; in a text box LibreOffice
gives every font 1.0 and 0.2.
"""

from __future__ import annotations

from typing import NamedTuple

from deckgen.theme import LINE_PITCH

UPPER = 0.8
"""The share of a line at less than natural spacing that LibreOffice 7.4 leaves above its baseline."""


NEAR = 0.002
"""Lengths (em) that are one."""


class Extents(NamedTuple):
    """How far a line reaches above and below its baseline."""

    ascent: float
    descent: float

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.ascent + self.descent


BOX = Extents(1.0, LINE_PITCH - 1.0)
"""What every font claims in a text box."""


def spaced(natural: Extents, spacing: float) -> Extents:
    """A line at a spacing (a share of the natural one): what is added goes above it."""
    if spacing >= 1:
        return Extents(natural.ascent + (spacing - 1) * natural.height, natural.descent)
    height = spacing * natural.height
    ascent = min(natural.ascent, UPPER * height)
    return Extents(ascent, height - ascent)


def unspaced(wanted: Extents, spacing: float, font: Extents) -> Extents:
    """What a line in a font must claim to reach at least as far as `wanted` at a spacing.

    A line that rises falls as well, in the font's proportion.
    """
    falls = font.descent / font.ascent
    if spacing >= 1:
        ascent = (wanted.ascent - (spacing - 1) * wanted.descent) / spacing
        return Extents(ascent, max(wanted.descent, falls * ascent))
    if wanted.ascent < UPPER * wanted.height - NEAR:
        return Extents(wanted.ascent, wanted.height / spacing - wanted.ascent)
    ascent = wanted.ascent / (UPPER * spacing * (1 + falls))
    return Extents(ascent, falls * ascent)


def first_ascent(spacing: float) -> float:
    """How far below the top of its text the first baseline lies."""
    return spaced(BOX, spacing).ascent
