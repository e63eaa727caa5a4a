"""Numbers ↔ the characters that show them: what is typed is read, a value is set in a spreadsheet format."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal
from math import isfinite

from deckgen.figures.formatcode import BadCode, Section, Token, parse_code
from deckgen.figures.separators import Separators, separators

_LONGEST = 400
_PLAIN = re.compile(r"(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?")
_GROUPED = re.compile(
    r"[0-9]{1,3}(?:(?P<space>[ \u00a0\u202f\u2009])|(?P<sign>[,.'\u2019]))[0-9]{3}"
    r"(?:(?:(?P=space)|(?P=sign))[0-9]{3})*(?:(?!(?P=sign))[.,][0-9]+)?"
)
_COMMA = re.compile(r"(?P<whole>[0-9]*),(?P<part>[0-9]+)(?P<power>[eE][+-]?[0-9]{1,4})?")
_EXACT = Context(prec=800, rounding=ROUND_HALF_UP)
"""Enough for every digit of the largest float and the smallest."""


def parse_number(text: str, lang: str = "en") -> float | None:
    """The number that `text` is as typed, or None.

    Read are `1234.5`, `-.5`, `+3`, `1e-6`; a decimal comma, `1234,5`; groups of three between commas,
    points, spaces or apostrophes where only groups can be meant, `1,234.5`, `1.234,5`, `1 234`,
    `1,234,567`; `12 %` as 0.12.  A lone comma before three digits, `1,234`, is what it is in `lang`; a lone
    point is always the decimal point.  `NaN`, infinities, and numbers with units or currencies are None.
    """
    text = text.strip()
    if not text or len(text) > _LONGEST or text[-1] not in "%.0123456789":
        return None
    percent = text.endswith("%")
    body = text.removesuffix("%").rstrip(" \u00a0\u202f")
    negative = body[:1] in ("-", "\u2212")
    if negative or body[:1] == "+":
        body = body[1:]
    digits = body if _PLAIN.fullmatch(body) else _normal(body, lang)
    if digits is None:
        return None
    # Dividing the float would give 0.07 for `7 %` but 0.28999999999999998 for `29 %`.
    value = float(Decimal(digits).scaleb(-2, _EXACT)) if percent else float(digits)
    return None if not isfinite(value) else -value if negative else value


def _normal(body: str, lang: str) -> str | None:
    """A number with groups or a decimal comma, rewritten with a point alone."""
    comma = _COMMA.fullmatch(body)
    if comma:
        whole, part = comma["whole"], comma["part"]
        could_group = len(part) == 3 and 1 <= len(whole) <= 3 and whole[0] != "0" and not comma["power"]
        if could_group and separators(lang).decimal != ",":
            return whole + part
        return f"{whole or '0'}.{part}{comma['power'] or ''}"
    grouped = _GROUPED.fullmatch(body)
    if not grouped or body.startswith("0"):
        return None
    sign = grouped["space"] or grouped["sign"]
    whole, _, part = body.replace(sign, "").replace(",", ".").partition(".")
    return f"{whole}.{part}" if part else whole


def check_format(code: str) -> str | None:
    """What is wrong with a number format, in words, or None."""
    parsed = parse_code(code)
    return parsed.problem if isinstance(parsed, BadCode) else None


def format_number(value: float, code: str, lang: str = "en") -> str:
    """`value` in a spreadsheet number format, with the separators of `lang` (a BCP 47 tag).

    Halves round away from zero, as they are written in decimal.  Of one section with a `+` before its places
    the negative numbers get a minus in its stead; what rounds to zero has no minus.  A value that is not
    finite is `–`.  Raises ValueError for a format that `check_format` finds fault with.
    """
    sections = parse_code(code)
    if isinstance(sections, BadCode):
        raise ValueError(sections.problem)
    if not isfinite(value):
        return "–"
    section, signed = _chosen(sections, value)
    signs = separators(lang)
    number = abs(Decimal(repr(float(value)))).scaleb(section.scale, _EXACT)
    shown, zero = _shown(number, section, signs)
    return _with_minus(shown, section) if value < 0 and signed and not zero else shown


def office_code(code: str) -> str:
    """The format in which office programs show the same: `+0%` needs a section of its own below zero."""
    sections = parse_code(code)
    if isinstance(sections, BadCode) or len(sections) > 1 or not _leading_plus(sections[0]):
        return code
    return f"{code};{code.replace('+', '-', 1)}"


def _chosen(sections: tuple[Section, ...], value: float) -> tuple[Section, bool]:
    """The section for a value, and whether a minus has to say that it is negative."""
    if value < 0 and len(sections) > 1:
        return sections[1], False
    if value == 0 and len(sections) > 2:
        return sections[2], False
    return sections[0], True


def _leading_plus(section: Section) -> bool:
    before = next((i for i, t in enumerate(section.tokens) if t.kind in ("digit", "general", "point")), 0)
    return any(t.kind == "text" and t.text == "+" for t in section.tokens[:before])


def _with_minus(shown: str, section: Section) -> str:
    return shown.replace("+", "-", 1) if _leading_plus(section) else f"-{shown}"


def _shown(number: Decimal, section: Section, signs: Separators) -> tuple[str, bool]:
    """A number that is not negative in one section, and whether it came out as zero."""
    if not section.numeric:
        return "".join(token.text for token in section.tokens), number == 0
    if section.power is not None:
        return _scientific(number, section, section.power, signs), number == 0
    rounded = number.quantize(Decimal(1).scaleb(-section.decimals), context=_EXACT)
    whole, _, part = format(rounded, "f").partition(".")
    texts = _places(section.tokens, whole, part, signs, section.grouped)
    general = any(token.kind == "general" for token in section.tokens)
    if general:
        texts = [shortest(number, signs) if t.kind == "general" else t.text for t in section.tokens]
    return "".join(texts), not general and rounded == 0


def shortest(number: float | Decimal, signs: Separators | None = None) -> str:
    """A number in as few characters as say it: all its digits up to a quadrillion, then an exponent."""
    exact = number if isinstance(number, Decimal) else Decimal(repr(float(number)))
    if exact == 0:
        return "0"
    plain = Decimal("1e-6") <= abs(exact) < Decimal("1e15")
    text = format(exact.normalize(_EXACT), "f" if plain else "E")
    return text.replace(".", (signs or Separators()).decimal)


def _scientific(number: Decimal, section: Section, power: int, signs: Separators) -> str:
    """Mantissa and exponent; of several places before the point the exponent is a multiple."""
    step = max(section.whole, 1)
    exponent = (number.adjusted() // step) * step if number else 0
    for _ in range(2):  # a second time where 9.99 rounds to 10.0
        unit = Decimal(1).scaleb(-section.decimals)
        mantissa = number.scaleb(-exponent, _EXACT).quantize(unit, context=_EXACT)
        if mantissa < Decimal(10) ** step:
            break
        exponent += step
    whole, _, part = format(mantissa, "f").partition(".")
    head = _places(section.tokens[:power], whole, part, signs, section.grouped)
    letter = section.tokens[power].text[0]
    sign = "-" if exponent < 0 else section.tokens[power].text[1].replace("-", "")
    tail = _places(section.tokens[power + 1 :], str(abs(exponent)), "", signs, False)
    return "".join((*head, letter, sign, *tail))


def _places(tokens: tuple[Token, ...], whole: str, part: str, signs: Separators, grouped: bool) -> list[str]:
    """The tokens with digits in their places: from the point outwards to both sides."""
    point = next((i for i, token in enumerate(tokens) if token.kind == "point"), len(tokens))
    texts = [token.text for token in tokens]
    _fill_part(tokens, texts, point, part, signs)
    places = [i for i, token in enumerate(tokens[:point]) if token.kind == "digit"]
    left, done = whole.lstrip("0"), 0
    for i in reversed(places):
        count = len(left) if i == places[0] else min(1, len(left))
        taken, left = (left[len(left) - count :], left[: len(left) - count]) if count else ("", left)
        taken = taken or {"0": "0", "?": "\u2007"}.get(tokens[i].text, "")
        texts[i] = _grouped(taken, done, signs) if grouped else taken
        done += len(taken)
    if not places and left and point < len(tokens):
        texts[point] = left + texts[point]
    return texts


def _fill_part(tokens: tuple[Token, ...], texts: list[str], point: int, part: str, signs: Separators) -> None:
    """The digits after the point: zeros at the end show in places of `0` alone."""
    if point == len(tokens):
        return
    places = [i for i in range(point + 1, len(tokens)) if tokens[i].kind == "digit"]
    kept = len(part.rstrip("0"))
    least = max((n for n, i in enumerate(places, 1) if tokens[i].text == "0"), default=0)
    for n, i in enumerate(places, 1):
        texts[i] = part[n - 1] if n <= max(kept, least) else "\u2007" if tokens[i].text == "?" else ""
    shows = bool(max(kept, least)) or any(tokens[i].text == "?" for i in places)
    texts[point] = signs.decimal if shows or not places else ""


def _grouped(digits: str, done: int, signs: Separators) -> str:
    """Digits with group signs between them, `done` digits of the number standing to their right."""
    out = ""
    for n, digit in enumerate(reversed(digits), done):
        first_group = n >= 3 and (n - 3) % signs.later == 0
        out = digit + (signs.group if n and first_group and digit != "\u2007" else "") + out
    return out
