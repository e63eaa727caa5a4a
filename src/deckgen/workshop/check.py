"""A theme's name → what is hard to read or out of place in it, as diagnostics."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.diagnostics import Report
from deckgen.model import PAGE
from deckgen.text.closeness import wider_in_office
from deckgen.text.lacking import lacking
from deckgen.theme import Font, Theme
from deckgen.themefile import load_theme, theme_ref

PAGES = (PAGE, (720.0, 540.0), (864.0, 540.0), (841.9, 595.3))
"""The pages that a theme is tried on, in pt: 16:9, 4:3, 16:10, A4."""

LETTERS = 12
"""How many of the letters that a font lacks are shown."""

WIDE = 0.1
"""How much wider the font of Office may set a text before lines break too soon, as a share."""


def check_theme(name: str, report: Report, langs: Sequence[str] = ("en",)) -> None:
    """Report all that a theme's maker should mend: each thing once, on whatever page it is found.

    `langs` are the languages (BCP 47 tags) whose letters its fonts should have.
    """
    loaded = [load_theme(theme_ref(name), page, report) for page in PAGES]
    if loaded[0] is None:
        return
    for lang in langs:
        _report_lacking(loaded[0], lang, report)
    for font in {font.name: font for font in loaded[0].fonts.values()}.values():
        _report_wide(font, report)


def _report_lacking(theme: Theme, lang: str, report: Report) -> None:
    """The letters of a language that a font lacks, each family once."""
    for lack in {(lack.family, lack.letters): lack for lack in lacking(theme, lang)}.values():
        letters = " ".join(lack.letters[:LETTERS])
        more = f" and {len(lack.letters) - LETTERS} more" if len(lack.letters) > LETTERS else ""
        shown = f"{lack.drawn_by} stands in" if lack.drawn_by else "no font here has them"
        report.warning(
            "missing-letters", f"`{lack.family}` lacks {letters}{more} of the language `{lang}`: {shown}"
        )


def _report_wide(font: Font, report: Report) -> None:
    """The font of Office that is so much wider that slides may not hold their texts."""
    wider = max((wider_in_office(font, bold) or 0.0 for bold in (False, True)), default=0.0)
    if wider > WIDE:
        report.warning(
            "wide-fallback",
            f"where `{font.name}` is not installed, `{font.office}` sets texts {wider:.0%} wider",
            None,
            "name another after `office:`; `deckgen theme show` tells how much wider each font's is",
        )
