"""A language → the code by which a number format shows its signs, whatever the reader's own system has."""

from __future__ import annotations

_CODES = {
    "bg": 0x402, "ca": 0x403, "zh": 0x804, "zh-tw": 0x404, "zh-hant": 0x404, "cs": 0x405,
    "da": 0x406, "de": 0x407, "de-at": 0xC07, "de-ch": 0x807, "de-li": 0x1407, "el": 0x408, "es": 0xC0A,
    "es-mx": 0x80A, "et": 0x425, "eu": 0x42D, "fi": 0x40B, "fr": 0x40C, "fr-ca": 0xC0C,
    "fr-ch": 0x100C, "he": 0x40D, "hr": 0x41A, "hu": 0x40E, "id": 0x421, "it": 0x410,
    "it-ch": 0x810, "ja": 0x411, "ko": 0x412, "lt": 0x427, "lv": 0x426, "nb": 0x414, "nl": 0x413,
    "nn": 0x814, "no": 0x414, "pl": 0x415, "pt": 0x416, "pt-pt": 0x816, "ro": 0x418, "ru": 0x419,
    "sk": 0x41B, "sl": 0x424, "sr": 0x241A, "sv": 0x41D, "th": 0x41E, "tr": 0x41F, "uk": 0x422, "vi": 0x42A,
}  # fmt: skip
"""Language identifiers (MS-LCID, "LCID structure") of languages whose digits are 0-9."""


def localized(code: str, lang: str) -> str:
    """A number format bound to a language; English, which formats are written in, needs no binding."""
    tag = lang.lower()
    while tag and tag not in _CODES:
        tag = tag.rpartition("-")[0]
    return ";".join(f"[$-{_CODES[tag]:X}]{section}" for section in code.split(";")) if tag else code
