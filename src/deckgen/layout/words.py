"""A language → the signs that deckgen itself sets in it."""

from __future__ import annotations

OPENING_QUOTES = {
    "„": "bg cs da de et hr hu is ka lt lv mk nl pl ro sk sl sq sr",
    "«": "ar az be el es eu fa fr hy it kk nn no nb pt ru tt uk uz",
    "”": "fi he sv",
    "「": "ja zh",
}
"""The mark that opens a quotation, by language (CLDR, "quotationStart"); “ elsewhere."""

QUOTES = frozenset("\"'“”„‟‘’‚«»‹›「『《〈＂")
"""Characters that an author's own quotation may begin with."""


def opening_quote(lang: str) -> str:
    """The mark that opens a quotation in a language (a BCP 47 tag)."""
    primary = lang.partition("-")[0].lower()
    return next((mark for mark, langs in OPENING_QUOTES.items() if primary in langs.split()), "“")
