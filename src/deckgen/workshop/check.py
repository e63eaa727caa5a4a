"""A theme's name → what is hard to read or out of place in it, as diagnostics."""

from __future__ import annotations

from deckgen.diagnostics import Report
from deckgen.model import PAGE
from deckgen.themefile import load_theme, theme_ref

PAGES = (PAGE, (720.0, 540.0), (864.0, 540.0), (841.9, 595.3))
"""The pages that a theme is tried on, in pt: 16:9, 4:3, 16:10, A4."""


def check_theme(name: str, report: Report) -> None:
    """Report all that a theme's maker should mend: each thing once, on whatever page it is found."""
    for page in PAGES:
        load_theme(theme_ref(name), page, report)
