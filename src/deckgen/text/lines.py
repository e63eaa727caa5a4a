"""A line's spacing → where its baseline lies, as LibreOffice and PowerPoint have it."""

from __future__ import annotations

from deckgen.theme import LINE_PITCH


def first_ascent(spacing: float) -> float:
    """How far below the top of its text the first baseline lies, in em.

    Measured in LibreOffice 7.4: at natural spacing 1.0; what more spacing adds goes above the line;
    less spacing leaves four fifths of the line above its baseline.
    """
    return line_ascent(spacing) if spacing >= 1 else 0.8 * LINE_PITCH * spacing


def line_ascent(spacing: float) -> float:
    """How far below the top of its line the baseline of any but the first lies, in em."""
    return 1 + LINE_PITCH * (spacing - 1)
