"""A language → the signs and words that deckgen itself sets in it."""

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


MORE = {
    "ar": "… و{} أخرى", "bg": "… и още {}", "ca": "… i {} més", "cs": "… a ještě {}", "da": "… og {} til",
    "de": "… und {} weitere", "el": "… και ακόμη {}", "es": "… y {} más", "et": "… ja veel {}",
    "eu": "… eta beste {}", "fa": "… و {} مورد دیگر", "fi": "… ja vielä {}", "fr": "… et encore {}",
    "he": "… ועוד {}", "hr": "… i još {}", "hu": "… és további {}", "it": "… e ancora {}",
    "ja": "… ほか {} 件", "ko": "… 외 {}건", "lt": "… ir dar {}", "lv": "… un vēl {}", "nb": "… og {} til",
    "nl": "… en nog {}", "nn": "… og {} til", "no": "… og {} til", "pl": "… i jeszcze {}",
    "pt": "… e mais {}", "ro": "… și încă {}", "ru": "… и ещё {}", "sk": "… a ešte {}", "sl": "… in še {}",
    "sr": "… и још {}", "sv": "… och {} till", "tr": "… ve {} daha", "uk": "… і ще {}", "zh": "… 另有 {} 行",
}  # fmt: skip
"""How a table says that rows of it are left out, by language; "… and 30 more" elsewhere.

Each takes any number, one among them.
"""


def and_more(count: int, lang: str) -> str:
    """What stands for the rows that are left out, in a language (a BCP 47 tag)."""
    return MORE.get(lang.partition("-")[0].lower(), "… and {} more").format(count)
