"""Delimiters that grow with what they hold, and those of a size that the author chose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.figures.math import symbols
from deckgen.figures.math.tokens import Token
from deckgen.figures.math.tree import Atom, Fenced, Kind, Node, Role, Row, row

if TYPE_CHECKING:
    from deckgen.figures.math.parser import Parser


def delimiter(parser: Parser, owner: Token) -> str:
    """The delimiter after `\\left` and its like; an empty one for the dot."""
    token = parser.stream.take()
    known = symbols.delimiters()
    if token is not None and token.text in known:
        return known[token.text]
    if token is not None and token.text in known.values():
        return token.text
    message = f"`{owner.text}` wants a delimiter"
    parser.stream.fail("math-syntax", message, token or owner, r"write `\left(`, `\left\{` or `\left.`")
    raise AssertionError


def left(parser: Parser, token: Token) -> Node:
    """What stands between `\\left` and `\\right`."""
    opening = delimiter(parser, token)
    parts, middles = list[Node](), list[str]()
    ends = frozenset({"\\middle", "\\right"})
    while True:
        parts.append(row(parser.items(ends)))
        end = parser.stream.take()
        if end is None:
            parser.stream.fail("math-syntax", r"a `\left` without its `\right`", token)
            raise AssertionError
        if end.text == "\\right":
            return Fenced(opening, tuple(parts), delimiter(parser, end), tuple(middles))
        middles.append(delimiter(parser, end))


BIG = {"big": 1.18, "Big": 1.66, "bigg": 2.14, "Bigg": 2.62}
"""Heights in em: forms that the font has."""

BIG_KINDS = {"": Kind.ORD, "l": Kind.OPEN, "m": Kind.REL, "r": Kind.CLOSE}


def big(parser: Parser, token: Token, size: float, kind: Kind) -> Node:
    """`\\big(` and its like."""
    char = delimiter(parser, token)
    return Atom(char, kind, Role.OPERATOR, size=size) if char else Row((), kind)
