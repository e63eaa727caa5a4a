"""The texts of a column → whether they are numbers, and where in each the digits after the point begin."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deckgen.figures.separators import separators

_CURRENCY = "$€£¥₽₹₩₺₴₪฿¢"
_NUMBER = re.compile(
    rf"\s*[≈~<>≤≥±+\-−–(]*\s?[{_CURRENCY}]?\s?"
    r"(?P<digits>[0-9]{1,3}(?P<sign>[ \u00a0\u202f\u2009'’.,])[0-9]{3}(?:(?P=sign)[0-9]{3})*(?:[.,][0-9]+)?"
    r"|[0-9]+(?:[.,][0-9]+)?|[.,][0-9]+)"
    rf"(?:[eE][+-]?[0-9]+)?[ \u00a0\u202f]?(?:[%‰°{_CURRENCY}]|[^\W\d_]{{1,3}})?[)*†‡¹²³]*\s*"
)
_NOTHING = re.compile(r"\s*(?:[-–—−.…?·]|n/?a|n\. ?a\.|k\. ?A\.|nan)?\s*", re.IGNORECASE)
"""What stands in a column of numbers where there is none."""


def is_numeric(texts: Sequence[str]) -> bool:
    """Whether a column holds numbers, and else nothing but signs that there is none."""
    numbers = [text for text in texts if not _NOTHING.fullmatch(text)]
    return bool(numbers) and all(_NUMBER.fullmatch(text) for text in numbers)


def is_labels(texts: Sequence[str]) -> bool:
    """Whether numbers are names, like years: whole ones of as many digits each."""
    return all(text.strip().isdigit() for text in texts) and len({len(text.strip()) for text in texts}) == 1


def whole_end(text: str, lang: str) -> int:
    """Where the whole digits of a number end in `text`: at its decimal sign, or after its last digit.

    What does not read as a number ends at its end: it stands with the digits.
    """
    match = _NUMBER.fullmatch(text)
    if match is None:
        return len(text.rstrip())
    digits, begin = match["digits"], match.start("digits")
    last = max(digits.rfind("."), digits.rfind(","))
    if last < 0 or (digits.count(digits[last]) > 1 and match["sign"] == digits[last]):
        return match.end("digits")
    groups = separators(lang).group == digits[last] and match["sign"] == digits[last]
    return match.end("digits") if groups else begin + last
