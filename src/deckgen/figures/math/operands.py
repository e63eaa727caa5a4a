"""The items of a row → the same, with what a sum, an integral or a function applies to gathered under it."""

from __future__ import annotations

from dataclasses import dataclass

from deckgen.figures.math.spacing import settled_kinds
from deckgen.figures.math.tree import Atom, Kind, Node, Scripts, Space

_ADDS = frozenset("+−±∓")
_WIDE = 0.9
"""Space (em) that ends an operand."""


@dataclass(frozen=True, slots=True)
class Applied:
    """A large operator or a function, with its scripts, and the items that it applies to."""

    operator: Node
    operand: tuple[Node, ...]
    large: bool


def applied(items: tuple[Node, ...]) -> list[Node | Applied]:
    """`items` in order, operators with their operands."""
    kinds = settled_kinds(items)
    found: list[Node | Applied] = []
    n = 0
    while n < len(items):
        operator = _operator(items[n])
        if operator is None:
            found.append(items[n])
            n += 1
            continue
        end = _end(items, kinds, n + 1, large=operator.large)
        found.append(Applied(items[n], items[n + 1 : end], operator.large))
        n = end
    return found


def _operator(node: Node) -> Atom | None:
    """The operator or function that a node is."""
    base = node.base if isinstance(node, Scripts) and not node.before else node
    return base if isinstance(base, Atom) and base.kind is Kind.OP else None


def _end(items: tuple[Node, ...], kinds: list[Kind | None], start: int, *, large: bool) -> int:
    """Where the operand that begins at `start` ends: before a sum's next term, a relation, a closing sign."""
    depth = 0
    for n in range(start, len(items)):
        kind, item = kinds[n], items[n]
        if depth == 0 and n >= start and _ends(item, kind, n == start, large):
            return n
        depth += {Kind.OPEN: 1, Kind.CLOSE: -1}.get(kind, 0) if kind else 0
        if not large and depth == 0 and kind is Kind.CLOSE:
            return n + 1
    return len(items)


def _ends(item: Node, kind: Kind | None, first: bool, large: bool) -> bool:
    if isinstance(item, Space):
        return item.width >= _WIDE
    if kind in (Kind.REL, Kind.PUNCT, Kind.CLOSE):
        return True
    if kind is Kind.BIN:
        return not large or (isinstance(item, Atom) and item.text in _ADDS)
    return not large and not first and _operator(item) is not None
