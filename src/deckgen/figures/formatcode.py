"""A spreadsheet number format → its sections, each a row of tokens (ECMA-376-1, 18.8.30 and 18.8.31)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Kind = Literal["text", "digit", "point", "percent", "exponent", "general"]

_TOKEN = re.compile(
    r"""(?P<general>General)|"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_(?P<blank>.)|\*(?P<fill>.)
    |\[\$(?P<currency>[^\]-]*)(?:-[^\]]*)?\]|(?P<bracket>\[[^\]]*\]?)|(?P<exponent>[Ee][+-])
    |(?P<digit>[0#?])|(?P<point>\.)|(?P<comma>,)|(?P<percent>%)|(?P<at>@)|(?P<literal>.)""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_SECTION_END = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|[_*].|;|.', re.DOTALL)
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a section: a text to show, or a digit's place (`text` is then 0, # or ?)."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """One section.  `whole` and `decimals` count digit places; `scale` is the power of ten of % and commas.

    `digits` are the indices of the tokens that hold places before the point, `power` that of the exponent.
    """

    tokens: tuple[Token, ...]
    whole: int = 0
    decimals: int = 0
    grouped: bool = False
    scale: int = 0
    power: int | None = None

    @property
    def numeric(self) -> bool:
        """Whether the section shows its number at all: `"n/a"` and an empty one do not."""
        return any(token.kind in ("digit", "general") for token in self.tokens)


@dataclass(frozen=True, slots=True)
class BadCode:
    """What is wrong with a format, in words."""

    problem: str


@lru_cache(maxsize=256)
def parse_code(code: str) -> tuple[Section, ...] | BadCode:
    """The sections of a format, from one to four, or what is wrong with it."""
    if not code.strip():
        return BadCode("a number format has at least one digit's place, such as `0`")
    if len(code) > _LONGEST:
        return BadCode(f"a number format of more than {_LONGEST} characters")
    sections: list[Section] = []
    for part in _split(code):
        section = _section(part)
        if isinstance(section, BadCode):
            return section
        sections.append(section)
    if len(sections) > 4:
        return BadCode("a number format has four sections at most: positive;negative;zero;text")
    if not any(section.numeric for section in sections):
        return BadCode(f"`{code}` has no place for a digit, such as `0`")
    return tuple(sections)


def _split(code: str) -> list[str]:
    """The sections: what stands between the semicolons outside quotes."""
    parts = [""]
    for match in _SECTION_END.finditer(code):
        if match.group() == ";":
            parts.append("")
        else:
            parts[-1] += match.group()
    return parts


def _section(code: str) -> Section | BadCode:
    tokens: list[Token] = []
    commas: list[int] = []
    for match in _TOKEN.finditer(code):
        token = _token(match, code)
        if isinstance(token, BadCode):
            return token
        if match.lastgroup == "comma":
            commas.append(len(tokens))
        elif token is not None:
            tokens.append(token)
    return _counted(tokens, commas)


def _token(match: re.Match[str], code: str) -> Token | BadCode | None:
    """The token of a match; None for what shows nothing of its own."""
    kind, text = match.lastgroup, match.group(match.lastgroup or 0)
    match kind:
        case "digit" | "point" | "percent" | "exponent" | "general":
            return Token(kind, text)
        case "at":
            return Token("general", text)
        case "quoted" | "escaped" | "currency":
            return Token("text", text)
        case "blank":
            return Token("text", " ")
        case "comma" | "fill":
            return None
        case "bracket":
            return BadCode(f"`{text}`: colours and conditions are not part of the formats here")
        case _:
            return _literal(text, code)


def _literal(text: str, code: str) -> Token | BadCode:
    """A character that shows itself; letters do so in quotes alone, since some of them mean something."""
    if text == '"':
        return BadCode("a quotation mark is never closed")
    if text == "/" and re.search(r"[0#?]\s*/\s*[0-9#?]", code):
        return BadCode("fractions are not part of the formats here")
    if text == "\\":
        return BadCode("nothing stands after the backslash")
    if text.isascii() and text.isalnum():
        what = "dates cannot be formatted" if text.lower() in "dmyhs" else "letters are put in quotes"
        return BadCode(f"`{text}` has no meaning in a number format: {what}")
    return Token("text", text)


def _counted(tokens: list[Token], commas: list[int]) -> Section | BadCode:
    """The section with its places counted; commas between places group, those after them divide."""
    kinds = [token.kind for token in tokens]
    if kinds.count("point") > 1 or kinds.count("exponent") > 1:
        return BadCode("a number has one decimal point and one exponent")
    power = kinds.index("exponent") if "exponent" in kinds else None
    end = len(kinds) if power is None else power
    point = kinds.index("point") if "point" in kinds else end
    if power is not None and (point > power or "digit" not in kinds[power:] or "digit" not in kinds[:power]):
        return BadCode("an exponent stands between digits' places, as in `0.0E+00`")
    places = [i for i, kind in enumerate(kinds[:end]) if kind == "digit"]
    last = places[-1] if places else -1
    whole = [i for i in places if i < point]
    grouped = any(whole and whole[0] < at <= whole[-1] for at in commas)
    thousands = sum(at > (whole[-1] if whole else -1) and (at <= point or at > last) for at in commas)
    if commas and not places:
        thousands = 0
    scale = 2 * kinds.count("percent") - 3 * thousands
    return Section(tuple(tokens), len(whole), len(places) - len(whole), grouped, scale, power)
