"""A bullet in a symbol font → the character of Unicode that looks like it."""

from __future__ import annotations

PLAIN = "•"
"""What stands for a bullet that has no likeness, and for one that is a picture."""

NUMBERED = "1."
"""What stands for the bullet of a level that numbers its paragraphs."""

_LIKE = {
    "wingdings": {
        "▪": "\xa7", "■": "n", "●": "l", "○": "\xa1\xa2", "◆": "uwst", "❖": "v", "□": "opqr\xa8",
        "✓": "\xfc", "✗": "\xfb", "☑": "\xfe", "☒": "\xfdx", "►": "\xd8", "→": "\xe0\xe8\xf0",
        "←": "\xdf\xe7\xef", "★": "\xab", "✦": "\xaa", "☞": "F", "•": "\x9f", "·": "\x9e", "☺": "J",
        "◘": "\xa4\xa5",
    },
    "wingdings 2": {
        "·": "\x95", "•": "\x96\x97", "●": "\x98", "○": "\x99\x9a\x9b", "▪": "\x9f\xa0\xa1", "■": "\xa2",
        "□": "\xa3\xa4\xa5\xa6\xa7\xa8", "◆": "\xad\xae\xb2\xb6\xb7", "◊": "\xaf\xb0\xb8\xb9", "✓": "P",
        "✗": "O", "☑": "R", "☒": "T",
    },
    "wingdings 3": {
        "▲": "pr", "▼": "qs", "◄": "tv|", "►": "uw}", "→": "\"gk", "←": "!", "◢": "y", "◣": "x",
    },
    "webdings": {
        "►": "4", "◄": "3", "▲": "5", "▼": "6", "■": "g", "●": "n", "□": "c", "✓": "a", "✗": "r", "▪": "=",
    },
    "symbol": {"•": "\xb7", "→": "\xae", "⇒": "\xde", "♦": "\xa8", "◊": "\xe0", "−": "-", "∗": "*"},
    "zapf dingbats": {
        "■": "n", "●": "l", "◆": "u", "❖": "v", "►": "\xe4", "✓": "34", "✗": "78", "★": "H", "□": "opqr",
        "→": "\xd4\xd5",
    },
}  # fmt: skip
"""The places of symbol fonts that serve as bullets, by what is drawn there."""

_FONTS = {
    "monotype sorts": "zapf dingbats",
    "itc zapf dingbats": "zapf dingbats",
    "zapfdingbats": "zapf dingbats",
}
_BY_PLACE = {font: {place: like for like, places in table.items() for place in places}
             for font, table in _LIKE.items()}  # fmt: skip
_WINDOWS = {"Ÿ": "\x9f", "ž": "\x9e", "–": "\x96", "—": "\x97", "•": "\x95", "˜": "\x98", "™": "\x99",
            "š": "\x9a", "›": "\x9b"}  # fmt: skip
"""Places from 0x80 to 0x9F as Windows-1252 names them."""


def bullet_like(char: str, font: str) -> str:
    """What `char` in `font` looks like: itself, where the font is one of letters.

    Symbol fonts stand at U+F000 on, or at the places of Latin letters.
    """
    if not char.strip():
        return ""
    name = font.strip().lower()
    table = _BY_PLACE.get(_FONTS.get(name, name))
    place = chr(ord(char[0]) - 0xF000) if 0xF020 <= ord(char[0]) <= 0xF0FF else char[0]
    if table is None:
        private = 0xE000 <= ord(char[0]) <= 0xF8FF or not char[0].isprintable()
        return PLAIN if private else char[:2].strip()
    return table.get(_WINDOWS.get(place, place), PLAIN)
