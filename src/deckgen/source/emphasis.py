"""`emphasize: [row 3, row last, column Mean, cell 3 2]` → the cells of a table that stand out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from deckgen.diagnostics import did_you_mean
from deckgen.source.fields import kind_of
from deckgen.source.scope import Scope
from deckgen.yamlnodes import Node, Scalar, Sequence

Cells = frozenset[tuple[int, int]]

_ENTRY = re.compile(r"(?P<what>row|column|cell)\s+(?P<rest>\S.*)", re.DOTALL)
_CELL = re.compile(r"(?P<row>\d+|last)\s+(?P<column>\S.*)", re.DOTALL)
_FORMS = "`row 3`, `row last`, `column Mean` or `cell 3 2`"
_HINT = f"write {_FORMS}; rows count from 1 below the header"


@dataclass(frozen=True, slots=True)
class Shown:
    """A table as it is shown: the names of its columns, as they stand there and as the data has them, and
    how many rows stand below its `header` rows."""

    names: tuple[str, ...]
    sources: tuple[str, ...]
    rows: int
    header: int


def read_emphasis(node: Node, shown: Shown, scope: Scope) -> Cells:
    """The cells, by row (the header's counted) and column from 0; a column's with its name."""
    entries = node.items if isinstance(node, Sequence) else (node,)
    cells: set[tuple[int, int]] = set()
    for entry in entries:
        if isinstance(entry, Scalar) and entry.text.strip():
            cells |= _entry(entry, shown, scope)
        elif not (isinstance(entry, Scalar) and entry.misread):
            found = "nothing" if isinstance(entry, Scalar) else kind_of(entry)
            scope.report.error("wrong-value", f"`emphasize` wants {_FORMS}, not {found}", entry.span, _HINT)
    return frozenset(cells)


def _entry(entry: Scalar, shown: Shown, scope: Scope) -> set[tuple[int, int]]:
    if entry.misread:
        return set()
    match = _ENTRY.fullmatch(entry.text.strip())
    cell = _CELL.fullmatch(match["rest"]) if match and match["what"] == "cell" else None
    if match is None or (match["what"] == "cell" and cell is None):
        message = f"`emphasize` wants {_FORMS}, not `{entry.text[:60]}`"
        scope.report.error("wrong-value", message, entry.span, _HINT)
        return set()
    if cell:
        row, column = _row(cell["row"], entry, shown, scope), _column(cell["column"], entry, shown, scope)
        return {(row, column)} if row is not None and column is not None else set()
    if match["what"] == "row":
        row = _row(match["rest"], entry, shown, scope)
        return {(row, i) for i in range(len(shown.names))} if row is not None else set()
    column = _column(match["rest"], entry, shown, scope)
    return {(i, column) for i in range(shown.header + shown.rows)} if column is not None else set()


def _row(word: str, entry: Scalar, shown: Shown, scope: Scope) -> int | None:
    number = shown.rows if word == "last" else int(word) if re.fullmatch(r"[0-9]{1,9}", word) else 0
    if 1 <= number <= shown.rows:
        return shown.header + number - 1
    message = f"there is no row `{word[:40]}` to emphasize: the table has {shown.rows} rows below its header"
    scope.report.error("wrong-value", message, entry.span, "rows count from 1 below the header, or `last`")
    return None


def _column(name: str, entry: Scalar, shown: Shown, scope: Scope) -> int | None:
    """A column by its name, or else by its number."""
    wanted = " ".join(name.split())
    for names in (shown.sources, shown.names):
        known = [" ".join(each.split()) for each in names]
        if known.count(wanted) == 1:
            return known.index(wanted)
    if wanted == "last":
        return len(known) - 1
    if wanted in known:
        message = f"`{wanted[:60]}` is the name of several columns"
        scope.report.error("unknown-column", message, entry.span, "take the column's number: `column 2`")
        return None
    if re.fullmatch(r"[0-9]{1,4}", wanted) and 1 <= int(wanted) <= len(known):
        return int(wanted) - 1
    hints = did_you_mean(wanted, known) or (f"the columns are {', '.join(filter(None, known))[:200]}",)
    message = f"there is no column `{wanted[:60]}` to emphasize"
    scope.report.error("unknown-column", message, entry.span, *hints)
    return None
