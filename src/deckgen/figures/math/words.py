"""Text inside a formula: `\\text{…}`, and names made of letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.figures.math.tokens import Token
from deckgen.figures.math.tree import Atom, Node, Row, Space, Variant, Words, row

if TYPE_CHECKING:
    from deckgen.figures.math.parser import Parser

_ESCAPED = {"\\" + char: char for char in "%#$&_{} "} | {"\\textbackslash": "\\", "~": "\u00a0"}
_SPACED = {"\\,": "\u2009", "\\;": "\u2005", "\\quad": "\u2003", "\\ldots": "…", "\\dots": "…"}


def text_command(parser: Parser, token: Token, variant: Variant) -> Node:
    """`\\text{…}`: words as typed, with `$…$` for formulas among them."""
    given = parser.stream.raw_group(token)
    found: list[Node] = []
    plain = ""
    while given:
        first = given.pop(0)
        if first.text == "$":
            end = next((n for n, other in enumerate(given) if other.text == "$"), len(given))
            found += [Words(plain, variant)] if plain else []
            found.append(_formula(parser, given[:end]))
            given, plain = given[end + 1 :], ""
        elif first.text not in "{}":
            plain += _character(parser, first)
    found += [Words(plain, variant)] if plain or not found else []
    return row(found)


def _character(parser: Parser, token: Token) -> str:
    known = _ESCAPED.get(token.text) or _SPACED.get(token.text)
    if known is None and token.is_command:
        message = f"`{token.text}` cannot stand in the text of a formula"
        parser.stream.note("math-command", message, token, r"close the `\text{…}` before it")
        return ""
    return known or token.text


def _formula(parser: Parser, given: list[Token]) -> Node:
    """A formula within the text."""
    with parser.style(False), parser.letters(None):
        return row(parser.within(given))


def name_of(node: Node) -> str:
    """The characters of a name with spaces in it (`\\operatorname{arg\\,max}`), "" for anything else."""
    if not isinstance(node, Row):
        return ""
    parts = []
    for item in node.items:
        match item:
            case Atom(text=text):
                parts.append("-" if text == "−" else text)
            case Space():
                parts.append("\u2009")
            case _:
                return ""
    return "".join(parts)
