"""A theme's name → what is hard to read or out of place in it, as diagnostics."""

from __future__ import annotations

from collections.abc import Iterable

from deckgen.diagnostics import Report, Span
from deckgen.model import PAGE
from deckgen.theme import Theme
from deckgen.themefile import load_theme, theme_ref
from deckgen.workshop.contrasts import pairs

PAGES = (PAGE, (720.0, 540.0), (864.0, 540.0), (841.9, 595.3))
"""The pages that a theme is tried on, in pt: 16:9, 4:3, 16:10, A4."""


def check_theme(name: str, langs: Iterable[str], report: Report) -> None:
    """Warn of all that a theme's maker should mend: each thing once, on whatever page it is found."""
    loaded = [theme for page in PAGES if (theme := load_theme(theme_ref(name), page, report))]
    if report.has_errors or not loaded:
        return
    _check_contrast(loaded[0], Span(name), report)


def _check_contrast(theme: Theme, span: Span, report: Report) -> None:
    for pair in pairs(theme):
        if not pair.enough:
            report.warning(
                "low-contrast",
                f"{pair.what}: {pair.color} on {pair.ground} has a contrast of {pair.ratio:.1f}:1",
                span,
                f"it should be {pair.least:g}:1",
            )
