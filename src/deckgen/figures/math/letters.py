"""Plain letters and digits in an alphabet → the characters that Unicode has for them."""

from __future__ import annotations

import unicodedata
from functools import cache

from deckgen.figures.math.tree import Atom, Role, Variant

_NAMES = {
    Variant.BOLD: "BOLD", Variant.ITALIC: "ITALIC", Variant.BOLD_ITALIC: "BOLD ITALIC",
    Variant.SCRIPT: "SCRIPT", Variant.BOLD_SCRIPT: "BOLD SCRIPT", Variant.FRAKTUR: "FRAKTUR",
    Variant.BOLD_FRAKTUR: "BOLD FRAKTUR", Variant.DOUBLE_STRUCK: "DOUBLE-STRUCK", Variant.SANS: "SANS-SERIF",
    Variant.BOLD_SANS: "SANS-SERIF BOLD", Variant.SANS_ITALIC: "SANS-SERIF ITALIC",
    Variant.SANS_BOLD_ITALIC: "SANS-SERIF BOLD ITALIC", Variant.MONOSPACE: "MONOSPACE",
}  # fmt: skip

# Letters that Unicode had before its mathematical alphabets (The Unicode Standard, 22.2).
_EARLIER = {
    "ITALIC": {"h": "ℎ", "ı": "𝚤", "ȷ": "𝚥"},
    "SCRIPT": dict(zip("BEFHILMRego", "ℬℰℱℋℐℒℳℛℯℊℴ", strict=True)),
    "FRAKTUR": dict(zip("CHIRZ", "ℭℌℑℜℨ", strict=True)),
    "DOUBLE-STRUCK": dict(zip("CHNPQRZ", "ℂℍℕℙℚℝℤ", strict=True)),
}

_SYMBOLS = {"ϵ": "EPSILON SYMBOL", "ϑ": "THETA SYMBOL", "ϰ": "KAPPA SYMBOL", "ϕ": "PHI SYMBOL",
            "ϱ": "RHO SYMBOL", "ϖ": "PI SYMBOL", "∂": "PARTIAL DIFFERENTIAL", "∇": "NABLA"}  # fmt: skip
_DIGITS = ("ZERO", "ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE")


def styled(text: str, variant: Variant) -> str:
    """`text` in the characters of an alphabet; what the alphabet lacks stays as it is."""
    if variant is Variant.NORMAL:
        return text
    return "".join(_letter(char, variant) for char in text)


@cache
def _letter(char: str, variant: Variant) -> str:
    alphabet = _NAMES[variant]
    if char in _EARLIER.get(alphabet, {}):
        return _EARLIER[alphabet][char]
    name = _name(char)
    try:
        return unicodedata.lookup(f"MATHEMATICAL {alphabet} {name}") if name else char
    except KeyError:
        return char


def _name(char: str) -> str:
    """How Unicode's names of mathematical letters end."""
    if char in _SYMBOLS:
        return _SYMBOLS[char]
    if char.isascii() and char.isdigit():
        return "DIGIT " + _DIGITS[int(char)]
    name = unicodedata.name(char, "")
    if char.isascii() and char.isalpha():
        return ("CAPITAL " if char.isupper() else "SMALL ") + char.upper()
    return name.removeprefix("GREEK ").replace("LETTER ", "") if name.startswith("GREEK ") else ""


def slanted_alone(node: Atom) -> bool:
    """Whether MathML draws an identifier in italics by itself: one of a single letter (MathML Core, 4.2)."""
    if node.role is not Role.IDENTIFIER or len(node.text) != 1:
        return False
    return styled(node.text, Variant.ITALIC) != node.text
