"""Neighbours in a row → the space between them, by TeX's rules."""

from __future__ import annotations

from collections.abc import Iterable

from deckgen.figures.math.tree import Kind, Node, kind_of

THIN, MEDIUM, THICK = 3 / 18, 4 / 18, 5 / 18
"""Widths in em."""

# The TeXbook, chapter 18: for each kind on the left, the space before each kind on the right; 1 thin,
# 2 medium, 3 thick, capitals (here 5-7) only outside scripts.
_TABLE = {
    Kind.ORD: "01670005",
    Kind.OP: "11070005",
    Kind.BIN: "66006006",
    Kind.REL: "77007007",
    Kind.OPEN: "00000000",
    Kind.CLOSE: "01670005",
    Kind.PUNCT: "55055555",
    Kind.INNER: "51675055",
}
_WIDTHS = {"0": 0.0, "1": THIN, "5": THIN, "6": MEDIUM, "7": THICK}

_NO_BINARY_AFTER = {None, Kind.BIN, Kind.OP, Kind.REL, Kind.OPEN, Kind.PUNCT}
_NO_BINARY_BEFORE = {Kind.REL, Kind.CLOSE, Kind.PUNCT}


def gaps(items: Iterable[Node], *, script: bool) -> list[float]:
    """The space in em before each item; `script` says that they stand in a sub- or superscript."""
    kinds = settled_kinds(items)
    found = []
    before: Kind | None = None
    for kind in kinds:
        code = _TABLE[before][kind.value] if before is not None and kind is not None else "0"
        found.append(0.0 if script and code > "4" else _WIDTHS[code])
        before = kind if kind is not None else before
    return found


def settled_kinds(items: Iterable[Node]) -> list[Kind | None]:
    """The kinds of items, operators that have nothing on one side made ordinary: the sign of -x."""
    kinds = [kind_of(item) for item in items]
    before: Kind | None = None
    last = -1
    for n, kind in enumerate(kinds):
        if kind is None:
            continue
        if kind is Kind.BIN and before in _NO_BINARY_AFTER:
            kind = kinds[n] = Kind.ORD
        elif kind in _NO_BINARY_BEFORE and before is Kind.BIN:
            kinds[last] = Kind.ORD
        before, last = kind, n
    if before is Kind.BIN:
        kinds[last] = Kind.ORD
    return kinds
