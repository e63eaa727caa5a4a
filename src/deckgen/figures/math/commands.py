"""Commands with arguments: what each makes of what follows it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from deckgen.figures.math import environments, fences, symbols, words
from deckgen.figures.math.tokens import Token
from deckgen.figures.math.tree import (
    Accent,
    Arrow,
    Atom,
    Boxed,
    Fenced,
    Fraction,
    Kind,
    Node,
    Phantom,
    Role,
    Root,
    Row,
    Scripts,
    Space,
    Variant,
    row,
)

if TYPE_CHECKING:
    from deckgen.figures.math.parser import Parser

Command = Callable[["Parser", Token], Node]


def _fraction(parser: Parser, token: Token, display: bool | None = None) -> Fraction:
    with parser.style(False):
        above, below = parser.argument(token), parser.argument(token)
    return Fraction(above, below, True, display)


def binomial(fraction: Fraction) -> Node:
    """A fraction without a bar in parentheses."""
    return Fenced("(", (replace(fraction, bar=False),), ")")


def _binomial(parser: Parser, token: Token, display: bool | None = None) -> Node:
    return binomial(_fraction(parser, token, display))


def _continued(parser: Parser, token: Token) -> Node:
    """`\\cfrac`: its parts keep the size of the whole."""
    if parser.stream.next_is("["):
        parser.stream.raw_option()
    with parser.style(True):
        return Fraction(parser.argument(token), parser.argument(token), True, True)


def _root(parser: Parser, token: Token) -> Node:
    index = None
    if parser.stream.next_is("["):
        opening = parser.stream.take()
        assert opening is not None
        with parser.style(False):
            index = row(parser.items(frozenset({"]"})))
        parser.closing("]", opening)
    return Root(parser.argument(token), index)


def _font(parser: Parser, token: Token, alphabet: Variant) -> Node:
    with parser.letters(alphabet):
        found = parser.argument(token)
    return _joined(found, alphabet)


def _joined(node: Node, alphabet: Variant) -> Node:
    """Letters of one alphabet that stand together, as one word."""
    if not isinstance(node, Row) or not node.items:
        return node
    letters = [item for item in node.items if isinstance(item, Atom)]
    plain = all(a.role is not Role.OPERATOR and a.variant is alphabet for a in letters)
    if len(letters) < len(node.items) or not plain:
        return node
    return Atom("".join(atom.text for atom in letters), variant=alphabet)


def _operator_name(parser: Parser, token: Token) -> Node:
    with parser.letters(Variant.NORMAL):
        found = _joined(parser.argument(token), Variant.NORMAL)
    limits = token.text.endswith("*")
    if isinstance(found, Atom):
        return replace(found, kind=Kind.OP, role=Role.IDENTIFIER, limits=limits)
    name = words.name_of(found)
    return Atom(name, Kind.OP, limits=limits) if name else Row((found,), Kind.OP)


def _kind(parser: Parser, token: Token, kind: Kind) -> Node:
    """`\\mathrel` and its like: an atom of another kind."""
    found = parser.argument(token)
    return Row((found,), kind)


def _accent(parser: Parser, token: Token, mark: str, stretches: bool, under: bool = False) -> Node:
    with parser.style(parser.display and mark in "⏞⏟⎴⎵"):
        return Accent(parser.argument(token), mark, stretches, under)


def _over(parser: Parser, token: Token) -> Node:
    """`\\overset{above}{base}`, `\\underset`, `\\stackrel`."""
    with parser.style(False):
        script = parser.argument(token)
    base = parser.argument(token)
    under = token.text == "\\underset"
    made = Scripts(base, script if under else None, None if under else script, limits=True)
    kind = Kind.REL if token.text == "\\stackrel" else _own_kind(base)
    return Row((made,), kind) if kind is not Kind.ORD else made


def _own_kind(node: Node) -> Kind:
    """The kind of what stands in braces: a single atom's own (amsmath's `\\binrel`)."""
    while isinstance(node, Row) and len(node.items) == 1:
        node = node.items[0]
    return node.kind if isinstance(node, Atom) else Kind.ORD


def _arrow(parser: Parser, token: Token, mark: str) -> Node:
    below = None
    with parser.style(False):
        if parser.stream.next_is("["):
            opening = parser.stream.take()
            assert opening is not None
            below = row(parser.items(frozenset({"]"})))
            parser.closing("]", opening)
        return Arrow(mark, parser.argument(token), below)


def _prescript(parser: Parser, token: Token) -> Node:
    """`\\prescript{above}{below}{base}` (mathtools)."""
    with parser.style(False):
        above, below = parser.argument(token), parser.argument(token)
    empty = (Row(), Row(()))
    return Scripts(
        parser.argument(token),
        below if below not in empty else None,
        above if above not in empty else None,
        before=True,
    )


def _not(parser: Parser, token: Token) -> Node:
    """`\\not=`: the character with a stroke through it."""
    found = parser.argument(token)
    if isinstance(found, Atom):
        struck = unicodedata.normalize("NFC", found.text + "̸")
        if len(struck) == 1:
            return replace(found, text=struck)
    parser.stream.note("math-command", r"`\not` cannot strike this out", token)
    return found


def _modulo(parser: Parser, token: Token) -> Node:
    name = Atom("mod", Kind.BIN if token.text == "\\bmod" else Kind.ORD)
    match token.text:
        case "\\bmod":
            return name
        case "\\mod":
            return Row((Space(2 / 3), name, Space(1 / 3), parser.argument(token)))
        case _:
            inner: tuple[Node, ...] = (parser.argument(token),)
            if token.text == "\\pmod":
                inner = (name, Space(1 / 3), *inner)
            opening = Atom("(", Kind.OPEN, Role.OPERATOR)
            return Row((Space(4 / 9), opening, *inner, Atom(")", Kind.CLOSE, Role.OPERATOR)))


def _space(parser: Parser, token: Token) -> Node:
    """`\\hspace{1em}`, `\\mspace{18mu}`: lengths by the size of the type."""
    given = parser.stream.words(token)
    units = {"em": 1.0, "mu": 1 / 18, "ex": 0.45, "pt": 0.1}
    try:
        width = float(given[:-2]) * units[given[-2:]]
    except (ValueError, KeyError):
        hint = r"write `\quad`, or a length such as `1em`"
        parser.stream.note("math-syntax", f"`{given[:20]}` is no length of a formula", token, hint)
        return Space(0.0)
    return Space(max(-4.0, min(width, 20.0)))


def _phantom(parser: Parser, token: Token, wide: bool, tall: bool, shown: bool = False) -> Node:
    if parser.stream.next_is("["):
        parser.stream.note("math-command", f"`{token.text}` takes no option here", token)
    return Phantom(parser.argument(token), wide, tall, shown)


def _strut(_parser: Parser, _token: Token) -> Node:
    return Phantom(Atom("(", Kind.ORD, Role.OPERATOR), wide=False)


def _boxed(parser: Parser, token: Token) -> Node:
    return Boxed(parser.argument(token))


def _substack(parser: Parser, token: Token) -> Node:
    opening = parser.stream.take()
    if opening is None or opening.text != "{":
        parser.stream.fail("math-syntax", r"`\substack` wants braces", token)
        raise AssertionError
    return environments.substack(parser, opening)


def _dots(parser: Parser, _token: Token) -> Node:
    """`\\dots`: between operations at the height of their signs, else on the line."""
    following = parser.stream.peek()
    name = following.text.removeprefix("\\") if following else ""
    _, kind = symbols.symbols().get(name) or symbols.CHARACTERS.get(name, ("", Kind.ORD))
    raised = kind in (Kind.BIN, Kind.REL) or name in symbols.large() or name in symbols.integrals()
    return Atom("⋯" if raised else "…", Kind.INNER)


def _nothing(_parser: Parser, _token: Token) -> Node:
    """`\\nonumber` and its like: deckgen numbers whole blocks."""
    return Row()


def _space_of(width: float) -> Command:
    return lambda _parser, _token: Space(width)


_FONTS = {
    "mathrm": Variant.NORMAL, "mathup": Variant.NORMAL, "mathnormal": Variant.ITALIC,
    "mathit": Variant.ITALIC,
    "mathbf": Variant.BOLD, "boldsymbol": Variant.BOLD_ITALIC, "bm": Variant.BOLD_ITALIC,
    "mathcal": Variant.SCRIPT, "mathscr": Variant.SCRIPT, "mathfrak": Variant.FRAKTUR,
    "mathbb": Variant.DOUBLE_STRUCK, "mathsf": Variant.SANS, "mathtt": Variant.MONOSPACE,
    "mathbfit": Variant.BOLD_ITALIC, "mathbfcal": Variant.BOLD_SCRIPT, "mathbfscr": Variant.BOLD_SCRIPT,
    "mathbffrak": Variant.BOLD_FRAKTUR, "mathsfit": Variant.SANS_ITALIC, "mathbfsf": Variant.BOLD_SANS,
}  # fmt: skip

_TEXTS = {
    "text": Variant.NORMAL, "textrm": Variant.NORMAL, "textnormal": Variant.NORMAL, "mbox": Variant.NORMAL,
    "textup": Variant.NORMAL, "hbox": Variant.NORMAL, "textbf": Variant.BOLD, "textit": Variant.ITALIC,
    "emph": Variant.ITALIC, "textsf": Variant.SANS, "texttt": Variant.MONOSPACE,
}  # fmt: skip

_KINDS = {
    "mathord": Kind.ORD, "mathop": Kind.OP, "mathbin": Kind.BIN, "mathrel": Kind.REL, "mathopen": Kind.OPEN,
    "mathclose": Kind.CLOSE, "mathpunct": Kind.PUNCT, "mathinner": Kind.INNER,
}  # fmt: skip

COMMANDS: dict[str, Command] = {
    "frac": _fraction, "dfrac": partial(_fraction, display=True), "tfrac": partial(_fraction, display=False),
    "cfrac": _continued, "binom": _binomial, "dbinom": partial(_binomial, display=True),
    "tbinom": partial(_binomial, display=False), "sqrt": _root, "operatorname": _operator_name,
    "operatorname*": _operator_name, "overset": _over, "underset": _over, "stackrel": _over,
    "prescript": _prescript, "left": fences.left, "not": _not, "bmod": _modulo, "pmod": _modulo,
    "mod": _modulo, "pod": _modulo, "hspace": _space, "hspace*": _space, "mspace": _space, "hskip": _space,
    "phantom": partial(_phantom, wide=True, tall=True), "hphantom": partial(_phantom, wide=True, tall=False),
    "vphantom": partial(_phantom, wide=False, tall=True),
    "smash": partial(_phantom, wide=True, tall=False, shown=True), "mathstrut": _strut, "strut": _strut,
    "boxed": _boxed, "dots": _dots, "fbox": _boxed, "substack": _substack, "begin": environments.begin,
    "nonumber": _nothing, "notag": _nothing, "relax": _nothing,
    **{name: partial(_font, alphabet=alphabet) for name, alphabet in _FONTS.items()},
    **{name: partial(words.text_command, variant=variant) for name, variant in _TEXTS.items()},
    **{name: partial(_kind, kind=kind) for name, kind in _KINDS.items()},
    **{name: partial(_accent, mark=mark, stretches=False) for name, mark in symbols.ACCENTS.items()},
    **{name: partial(_accent, mark=mark, stretches=True) for name, mark in symbols.WIDE_OVER.items()},
    **{
        name: partial(_accent, mark=mark, stretches=True, under=True)
        for name, mark in symbols.WIDE_UNDER.items()
    },
    **{name: partial(_arrow, mark=mark) for name, mark in symbols.ARROWS.items()},
    **{name: _space_of(width) for name, width in symbols.SPACES.items()},
    **{
        name + end: partial(fences.big, size=size, kind=kind)
        for name, size in fences.BIG.items()
        for end, kind in fences.BIG_KINDS.items()
    },
}  # fmt: skip
