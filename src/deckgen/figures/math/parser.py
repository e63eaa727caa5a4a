"""Tokens → the tree of a formula."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from deckgen.figures.math import symbols
from deckgen.figures.math.commands import COMMANDS, binomial
from deckgen.figures.math.macros import Stream
from deckgen.figures.math.tokens import Token
from deckgen.figures.math.tree import (
    EMPTY,
    Accent,
    Atom,
    Fraction,
    Kind,
    Node,
    Role,
    Row,
    Scripts,
    Space,
    Styled,
    Variant,
    kind_of,
    row,
)
from deckgen.figures.math.unknown import STRAY, refuse_command, refuse_stray

MOST_DEPTH = 40
"""How deep parts may stand in one another."""

_INFIX = {"\\over": True, "\\atop": False, "\\choose": False}


@dataclass(slots=True)
class Parser:
    """Reads one formula.  `display` says whether what is read stands in display style."""

    stream: Stream
    display: bool
    alphabet: Variant | None = None
    depth: int = 0

    # -- rows

    def items(self, ends: frozenset[str]) -> list[Node]:
        """The nodes up to one of `ends`, which is left, or to the end of the source."""
        self.depth += 1
        found: list[Node] = []
        while (token := self.stream.peek()) is not None and token.text not in ends:
            if self.depth > MOST_DEPTH:
                self.stream.fail("math-too-large", "the formula is nested too deeply", token)
            if token.text in _INFIX:
                found = [self._infix(found, ends)]
            elif token.text in ("\\displaystyle", "\\textstyle"):
                found.append(self._switch(ends))
            else:
                _append(found, self.item())
        self.depth -= 1
        return found

    def group(self, owner: Token) -> Node:
        """What stands up to the brace that closes `owner`."""
        found = row(self.items(frozenset({"}"})))
        self.closing("}", owner)
        return found

    def closing(self, text: str, owner: Token) -> None:
        """Take the token that closes `owner`."""
        if self.stream.take() is None:
            self.stream.fail("math-syntax", f"`{owner.text}` is not closed: `{text}` is missing", owner)

    def _infix(self, above: list[Node], ends: frozenset[str]) -> Node:
        """`a \\over b` in the old manner of TeX."""
        token = self.stream.take()
        assert token is not None
        fraction = Fraction(row(above), row(self.items(ends)), _INFIX[token.text])
        return binomial(fraction) if token.text == "\\choose" else fraction

    def _switch(self, ends: frozenset[str]) -> Node:
        """`\\displaystyle` and what stands after it in its group."""
        token = self.stream.take()
        assert token is not None
        with self.style(token.text == "\\displaystyle"):
            return Styled(row(self.items(ends)), self.display)

    @contextmanager
    def style(self, display: bool) -> Iterator[None]:
        """Read what follows in display style or in text style."""
        outer, self.display = self.display, display
        yield
        self.display = outer

    @contextmanager
    def letters(self, alphabet: Variant | None) -> Iterator[None]:
        """Read what follows in another alphabet."""
        outer, self.alphabet = self.alphabet, alphabet
        yield
        self.alphabet = outer

    def within(self, given: list[Token]) -> list[Node]:
        """The nodes of tokens that were taken out of the stream."""
        outer, self.stream = self.stream, self.stream.nested(given)
        found = self.items(frozenset())
        self.stream = outer
        return found

    # -- one node and its scripts

    def item(self) -> Node:
        """One node with the scripts that follow it."""
        token = self.stream.peek()
        base: Node = EMPTY
        if token is None or token.text not in ("^", "_", "'"):
            base = self.nucleus()
        return self._scripts(base)

    def argument(self, owner: Token) -> Node:
        """The argument of a command or script: a group or one node, a single digit of a number."""
        token = self.stream.peek()
        if token is None or token.text in ("}", "&", "\\\\", "\\end", "\\right", "^", "_"):
            self.stream.fail("math-syntax", f"`{owner.text}` lacks an argument", owner)
        return self.nucleus(single=True)

    def nucleus(self, *, single: bool = False) -> Node:
        """One node without scripts."""
        token = self.stream.take()
        assert token is not None
        if token.text == "{":
            return _as_ordinary(self.group(token))
        if token.text in STRAY:
            refuse_stray(self.stream, token)
        if token.is_command:
            return self._command(token)
        if token.text == "\\":
            self.stream.fail("math-syntax", "a lone backslash", token)
        if token.text in "0123456789" and not single:
            return self._number(token)
        return self.character(token.text)

    def _number(self, first: Token) -> Node:
        """Digits that stand together, with a decimal point among them."""
        digits = first.text
        while (token := self.stream.peek(spaces=True)) and token.text in "0123456789.":
            self.stream.take(spaces=True)
            following = self.stream.peek(spaces=True)
            if token.text == "." and not (following and following.text in "0123456789"):
                self.stream.push(token)
                break
            digits += token.text
        return Atom(digits, role=Role.NUMBER, variant=self.variant("0"))

    def character(self, char: str) -> Node:
        """What a single character stands for."""
        if char in symbols.CHARACTERS:
            shown, kind = symbols.CHARACTERS[char]
            return Atom(shown, kind, Role.OPERATOR)
        if char == "~":
            return Space(0.25)
        if char.isdigit():
            return Atom(char, role=Role.NUMBER, variant=self.variant("0"))
        return self.symbol(char, symbols.by_character().get(char, Kind.ORD))

    def symbol(self, char: str, kind: Kind) -> Node:
        """A letter in the alphabet in force, or an operator."""
        if kind is Kind.OP:
            integral = char in symbols.integrals().values()
            return Atom(char, kind, Role.OPERATOR, large=True, limits=not integral)
        is_letter = char.isalpha() or char in "∂∇∞"
        role = Role.IDENTIFIER if is_letter and kind is Kind.ORD else Role.OPERATOR
        if kind is Kind.ORD and not is_letter and unicodedata.category(char)[0] in "SP":
            role = Role.IDENTIFIER if char in _SIGNS else Role.OPERATOR
        return Atom(char, kind, role, self.variant(char) if is_letter else Variant.NORMAL)

    def variant(self, char: str) -> Variant:
        """The alphabet in which a letter or digit is drawn."""
        slanted = char in symbols.greek() or (char.isascii() and char.isalpha())
        match self.alphabet:
            case None:
                return Variant.ITALIC if slanted else Variant.NORMAL
            case Variant.BOLD_ITALIC:  # \boldsymbol keeps the slant that a letter has
                return Variant.BOLD_ITALIC if slanted else Variant.BOLD
            case alphabet:
                return alphabet

    def _command(self, token: Token) -> Node:
        name = token.text[1:]
        if name in COMMANDS:
            return COMMANDS[name](self, token)
        if name in symbols.symbols():
            return self.symbol(*symbols.symbols()[name])
        if name in symbols.large():
            return self.symbol(symbols.large()[name], Kind.OP)
        if name in symbols.integrals():
            return self.symbol(symbols.integrals()[name], Kind.OP)
        if name in symbols.functions():
            return Atom(name, Kind.OP)
        if name in symbols.LIMIT_FUNCTIONS:
            return Atom(symbols.LIMIT_FUNCTIONS[name], Kind.OP, limits=True)
        refuse_command(self.stream, token)
        return EMPTY

    # -- scripts

    def _scripts(self, base: Node) -> Node:
        limits = self._limits(base)
        sub: Node | None = None
        sups: list[Node] = []
        primes = 0
        while (token := self.stream.peek()) and token.text in ("^", "_", "'"):
            self.stream.take()
            if token.text == "'":
                sups.append(Atom("′", role=Role.OPERATOR))
                primes += 1
                continue
            if (sub if token.text == "_" else len(sups) > primes) not in (None, False):
                which = "subscripts" if token.text == "_" else "superscripts"
                hint = "put braces round the part that the second one belongs to"
                self.stream.fail("math-syntax", f"two {which} on one base", token, hint)
            with self.style(False):
                script = self.argument(token)
            if token.text == "_":
                sub = script
            else:
                sups.append(script)
        if sub is None and not sups:
            return base
        return Scripts(base, sub, row(sups) if sups else None, limits)

    def _limits(self, base: Node) -> bool:
        """Whether scripts stand above and below `base`."""
        found = kind_of(base) is Kind.OP and self.display
        match base:
            case Atom(limits=limits):
                found = found and limits
            case Accent(stretches=True, mark=mark) if mark in "⏞⏟⎴⎵":
                return True
            case Row(kind=Kind.OP):
                pass
            case Scripts(limits=True):
                return True
            case _:
                return False
        while (token := self.stream.peek()) and token.text in ("\\limits", "\\nolimits"):
            self.stream.take()
            found = token.text == "\\limits"
        return found


_SIGNS = frozenset("∞∅∀∃∄⊤⊥∠△□■◊★♣♢♡♠♭♮♯′…⋮⋯⋱⋰%#$&_°✓✠£¥©®§¶@″‘")
"""Signs that stand for things rather than for operations on them."""


def _append(found: list[Node], node: Node) -> None:
    """Add a node; scripts on nothing belong to what follows them: `{}_n C_k`."""
    before = found[-1] if found else None
    if (
        isinstance(before, Scripts)
        and before.base == EMPTY
        and not before.before
        and kind_of(node) in (Kind.ORD, Kind.INNER)
    ):
        found[-1] = replace(before, base=node, before=True)
    else:
        found.append(node)


def _as_ordinary(node: Node) -> Node:
    """What stands in braces is an ordinary atom to its neighbours, whatever it is by itself."""
    kind = kind_of(node)
    return node if kind in (Kind.ORD, None) or isinstance(node, Fraction) else Row((node,))
