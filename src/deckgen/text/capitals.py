"""Characters set as capitals → what is shown of each, while the text stays the author's."""

from __future__ import annotations

import unicodedata

_DOTTED = frozenset({"az", "tr"})
"""Languages in which the capital of i keeps its dot."""

_GREEK = ("\u0370", "\u03ff")


def capitals(text: str, lang: str = "en") -> tuple[str, ...]:
    """What each character of `text` shows as: "SS" for "ß", and "İ" for "i" in Turkish.

    `lang` is a BCP 47 tag.  Letters keep their accents: Greek ones lose them in browsers, which makes words
    narrower, never wider.
    """
    if lang.lower().split("-")[0] in _DOTTED:
        return tuple("İ" if char == "i" else char.upper() for char in text)
    return tuple(char.upper() for char in text)


def capital_characters(text: str, lang: str = "en") -> set[str]:
    """All characters that a font needs where a program sets `text` as capitals."""
    found = set("".join(capitals(text, lang)))
    for char in [c for c in found if _GREEK[0] <= c <= _GREEK[1]]:
        found.add(unicodedata.normalize("NFD", char)[0])
    return found
