"""Characters and a language → the script, and the direction in which it is read."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right

# Where a language tag names a script (ISO 15924), that decides; else the language's usual script.
RTL_SCRIPTS = frozenset({"arab", "aran", "hebr", "thaa", "syrc", "nkoo", "adlm", "rohg", "mand", "samr"})
RTL_LANGUAGES = frozenset({
    "ar", "arb", "arc", "ary", "arz", "ckb", "div", "dv", "fa", "glk", "he", "iw", "ji", "lrc", "mzn", "nqo",
    "pes", "pnb", "prs", "ps", "sd", "skr", "syr", "ug", "ur", "yi",
})  # fmt: skip

# The first code point of each range, and its script.  Coarse: enough to choose a font and a language
# tag; what is shared between scripts (digits, punctuation, marks) is "other".
_RANGES: tuple[tuple[int, str], ...] = (
    (0x0000, "other"), (0x0041, "Latn"), (0x005B, "other"), (0x0061, "Latn"), (0x007B, "other"),
    (0x00AA, "Latn"), (0x00AB, "other"), (0x00BA, "Latn"), (0x00BB, "other"), (0x00C0, "Latn"),
    (0x00D7, "other"), (0x00D8, "Latn"), (0x00F7, "other"), (0x00F8, "Latn"), (0x02B9, "other"),
    (0x0370, "Grek"), (0x037E, "other"), (0x037F, "Grek"), (0x0400, "Cyrl"), (0x0530, "other"),
    (0x0591, "Hebr"), (0x0600, "Arab"), (0x0700, "other"), (0x0750, "Arab"), (0x0780, "Thaa"),
    (0x07C0, "other"), (0x0860, "other"), (0x0870, "Arab"), (0x0900, "Deva"), (0x0964, "other"),
    (0x0966, "Deva"), (0x0980, "other"), (0x0E01, "Thai"), (0x0E3F, "other"), (0x0E40, "Thai"),
    (0x0E80, "other"), (0x1100, "Hang"), (0x1200, "other"), (0x1C80, "Cyrl"), (0x1C90, "other"),
    (0x1D00, "Latn"), (0x1D26, "Grek"), (0x1D2B, "Cyrl"), (0x1D2C, "Latn"), (0x1DC0, "other"),
    (0x1E00, "Latn"), (0x1F00, "Grek"), (0x2000, "other"), (0x2071, "Latn"), (0x2072, "other"),
    (0x207F, "Latn"), (0x2080, "other"), (0x2090, "Latn"), (0x209D, "other"), (0x2C60, "Latn"),
    (0x2C80, "other"), (0x2DE0, "Cyrl"), (0x2E00, "other"), (0x2E80, "Hani"), (0x2FE0, "other"),
    (0x3005, "Hani"), (0x3008, "other"), (0x3021, "Hani"), (0x302A, "other"), (0x3038, "Hani"),
    (0x303C, "other"), (0x3041, "Kana"), (0x3099, "other"), (0x309D, "Kana"), (0x30A0, "other"),
    (0x30A1, "Kana"), (0x30FB, "other"), (0x30FC, "Kana"), (0x3100, "other"), (0x3131, "Hang"),
    (0x3190, "other"), (0x31F0, "Kana"), (0x3200, "other"), (0x3400, "Hani"), (0x4DC0, "other"),
    (0x4E00, "Hani"), (0xA000, "other"), (0xA640, "Cyrl"), (0xA6A0, "other"), (0xA722, "Latn"),
    (0xA788, "other"), (0xA78B, "Latn"), (0xA800, "other"), (0xA8E0, "Deva"), (0xA900, "other"),
    (0xA960, "Hang"), (0xA980, "other"), (0xAB30, "Latn"), (0xAB6A, "other"), (0xAC00, "Hang"),
    (0xD800, "other"), (0xF900, "Hani"), (0xFB00, "Latn"), (0xFB07, "other"), (0xFB1D, "Hebr"),
    (0xFB50, "Arab"), (0xFE00, "other"), (0xFE70, "Arab"), (0xFEFF, "other"), (0xFF21, "Latn"),
    (0xFF3B, "other"), (0xFF41, "Latn"), (0xFF5B, "other"), (0xFF66, "Kana"), (0xFFA0, "Hang"),
    (0xFFE0, "other"), (0x1AFF0, "Kana"), (0x1B170, "other"), (0x1EE00, "Arab"), (0x1EF00, "other"),
    (0x20000, "Hani"), (0x323B0, "other"),
)  # fmt: skip
_STARTS = [start for start, _ in _RANGES]


def script_of(char: str) -> str:
    """The script of one character by ISO 15924, coarsely, or "other"."""
    return _RANGES[bisect_right(_STARTS, ord(char)) - 1][1]


def is_rtl(text: str, lang: str | None) -> bool:
    """Whether a paragraph of `text` reads from right to left.

    A language (a BCP 47 tag) decides by its script, unless it reads from left to right and `text`
    holds nothing but right-to-left characters: a language may stem from the deck.  Without one the
    first strong character decides (UAX #9, rules P2 and P3); a text without any reads from left to
    right.
    """
    if lang and _lang_is_rtl(lang):
        return True
    if text.isascii():
        return False
    strong = _strong(text)
    return strong[:1] == "R" and (not lang or "L" not in strong)


def _strong(text: str) -> str:
    """The directions of the strong characters of `text` outside isolates, as "L" and "R"."""
    kinds = (unicodedata.bidirectional(char) for char in _outside_isolates(text))
    return "".join("L" if kind == "L" else "R" for kind in kinds if kind in ("L", "R", "AL"))


def _lang_is_rtl(lang: str) -> bool:
    language, *subtags = lang.lower().replace("_", "-").split("-")
    # A script subtag has four letters and stands before region and variants (RFC 5646, section 2.1).
    script = next((tag for tag in subtags[:4] if len(tag) == 4 and tag.isalpha()), None)
    if script and "x" not in subtags[: subtags.index(script)]:
        return script in RTL_SCRIPTS
    return language in RTL_LANGUAGES


def _outside_isolates(text: str) -> str:
    """`text` without what stands between an isolate's initiator and its end (rule P2)."""
    if not any(mark in text for mark in "\u2066\u2067\u2068"):
        return text
    depth, kept = 0, []
    for char in text:
        if char in "\u2066\u2067\u2068":
            depth += 1
        elif char == "\u2069":
            depth = max(0, depth - 1)
        elif depth == 0:
            kept.append(char)
    return "".join(kept)
