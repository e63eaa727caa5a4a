"""The tree of a formula → one line that can be read where no formula can stand: titles, lists of slides."""

from __future__ import annotations

from typing import assert_never

from deckgen.figures.math.spacing import gaps
from deckgen.figures.math.tree import (
    EMPTY,
    Accent,
    Arrow,
    Atom,
    Boxed,
    Fenced,
    Fraction,
    Node,
    Phantom,
    Root,
    Row,
    Scripts,
    Space,
    Styled,
    Table,
    Words,
)

_SUPERSCRIPTS = dict(zip("0123456789+−=()ni′⊤", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ′ᵀ", strict=True))
_SUBSCRIPTS = dict(zip("0123456789+−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True))
_NO_SPACE = 0.1


def plain_text(tree: Node) -> str:
    """The formula in characters, as one would type it without a formula editor."""
    return " ".join(_node(tree).split())


def _node(node: Node) -> str:
    match node:
        case Atom(text=text) | Words(text=text):
            return text
        case Space(width=width):
            return " " if width > _NO_SPACE else ""
        case Row(items=items):
            spaces = gaps(items, script=False)
            parts = zip(spaces, items, strict=True)
            return "".join((" " if gap else "") + _node(item) for gap, item in parts)
        case Fraction(above=above, below=below, bar=bar):
            return f"{_tight(above)}/{_tight(below)}" if bar else f"{_node(above)} over {_node(below)}"
        case Root(body=body, index=index):
            sign = {None: "√", "3": "∛", "4": "∜"}.get(_node(index) if index is not None else None)
            return f"{sign}{_tight(body)}" if sign else f"{_tight(body)}^(1/{_node(index or EMPTY)})"
        case Scripts():
            return _scripts(node)
        case Accent(body=body, mark=mark):
            inner = _node(body)
            return inner + mark if len(inner) == 1 and ord(mark) > 0x2FF and not node.stretches else inner
        case Arrow(mark=mark, above=above):
            return f" {mark} " if above is None else f" —{_node(above)}{mark} "
        case Fenced(opening=opening, parts=parts, closing=closing, middles=middles):
            inner = _node(parts[0]) + "".join(m + _node(p) for m, p in zip(middles, parts[1:], strict=True))
            return f"{opening}{inner}{closing}"
        case Table(rows=rows):
            return "; ".join(" ".join(filter(None, (_node(cell).strip() for cell in row))) for row in rows)
        case Styled(body=body) | Boxed(body=body):
            return _node(body)
        case Phantom(body=body, shown=shown):
            return _node(body) if shown else ""
        case _:
            assert_never(node)


def _tight(node: Node) -> str:
    """A part in brackets, where it is more than one thing."""
    text = _node(node).strip()
    return text if len(text) < 2 or text.isalnum() or isinstance(node, Fenced) else f"({text})"


def _scripts(node: Scripts) -> str:
    base = _node(node.base)
    sub = _script(node.sub, _SUBSCRIPTS, "_")
    sup = _script(node.sup, _SUPERSCRIPTS, "^")
    return f"{sub}{sup}{base}" if node.before else f"{base}{sub}{sup}"


def _script(node: Node | None, small: dict[str, str], sign: str) -> str:
    if node is None:
        return ""
    text = _node(node).strip().replace(" ", "")
    if len(text) <= 3 and all(char in small for char in text):
        return "".join(small[char] for char in text)
    return f"{sign}{_tight(node)}"
