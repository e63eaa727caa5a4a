"""A language → the signs between the digits of its numbers, and how the digits are grouped."""

from __future__ import annotations

from dataclasses import dataclass

_NO_BREAK, _NARROW, _QUOTE = "\u00a0", "\u202f", "\u2019"

_LANGUAGES = {
    (",", "."): "az bs ca da de el es eu fo gl hr id is it lb mk nl pt ro sl sr tr vi",
    (",", _NO_BREAK): "be bg cs de-AT et fi fr-CA hu hy ka kk ky lt lv nb nn no pl pt-PT ru sk sq sv uk uz",
    (",", _NARROW): "fr",
    (".", _QUOTE): "de-CH de-LI en-CH it-CH rm",
    (".", ","): "es-419 es-MX es-US es-PR es-GT es-HN es-NI es-PA es-PE es-SV es-DO",
}
"""Decimal sign and group sign, and the languages that have them (CLDR, "numbers/symbols"); a point and
a comma elsewhere.  A language with a region or script goes by that where it is listed, else without."""

_PAIRS = frozenset(["bn", "en-IN", "gu", "hi", "kn", "ml", "mr", "or", "pa", "ta", "te"])
"""Languages that group the digits left of the first three by two (CLDR, "#,##,##0")."""


@dataclass(frozen=True, slots=True)
class Separators:
    """The decimal sign, the sign between groups, and how many digits stand in the second and later groups."""

    decimal: str = "."
    group: str = ","
    later: int = 3


_BY_LANGUAGE = {
    tag.lower(): Separators(decimal, group)
    for (decimal, group), tags in _LANGUAGES.items()
    for tag in tags.split()
} | {tag.lower(): Separators(later=2) for tag in _PAIRS}


def separators(lang: str) -> Separators:
    """Those of a language (a BCP 47 tag)."""
    tag = lang.lower()
    while tag:
        if tag in _BY_LANGUAGE:
            return _BY_LANGUAGE[tag]
        tag = tag.rpartition("-")[0]
    return Separators()
