"""Named columns and rows of texts → the rows, columns and numbers that a block asks for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from deckgen.diagnostics import Span, did_you_mean
from deckgen.figures.numbers import parse_number
from deckgen.source.fields import kind_of
from deckgen.source.names import Rounded
from deckgen.source.scope import Scope
from deckgen.yamlnodes import Mapping as MappingNode
from deckgen.yamlnodes import Node, Scalar
from deckgen.yamlnodes import Sequence as SequenceNode

_MOST_NAMED = 12
"""Columns that a hint can name one and all."""


@dataclass(frozen=True, slots=True, eq=False)
class DataTable:
    """Rows of texts, each as long as `columns`, the columns' names; all without white space around them.

    `file` is the name of the file, "" for a table that stands in the outline.  `origin` are the numbers of
    the rows in the file (from 1, the names are 0), which `select` keeps; `exact` are the numbers of cells
    whose text shows them rounded, by number of row and column (from 0).
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    file: str
    place: Callable[[int, int], Span]
    origin: Sequence[int]
    exact: Mapping[tuple[int, int], float] = field(default_factory=dict)

    @property
    def called(self) -> str:
        """What problems call it."""
        return f"`{self.file}`" if self.file else "the table"

    def span(self, row: int, column: int = 0) -> Span:
        """Where a cell stands, as line and column of a text or row and column of a sheet; names: row -1."""
        return self.place(self.origin[row] if row >= 0 else 0, column)

    def number(self, row: int, column: int, lang: str = "en") -> float | None:
        """The number in a cell, in full where the text is rounded; None where it is none."""
        exact = self.exact.get((self.origin[row], column))
        return parse_number(self.rows[row][column], lang) if exact is None else exact

    def indices(self, name: str) -> list[int]:
        """The columns of that name: none, one, or several."""
        wanted = _one_line(name)
        return [i for i, column in enumerate(self.columns) if _one_line(column) == wanted]

    def records(self) -> list[dict[str, str]]:
        """Each row by its columns' names; of several columns of one name, the first."""
        named = [(name, i) for i, name in enumerate(self.columns) if name][::-1]
        return [{name: self._text(n, i) for name, i in named} for n in range(len(self.rows))]

    def _text(self, row: int, column: int) -> str:
        exact = self.exact.get((self.origin[row], column))
        return self.rows[row][column] if exact is None else Rounded(self.rows[row][column], exact)


def _one_line(name: str) -> str:
    return " ".join(name.split())


def select(table: DataTable, where: Mapping[str, Collection[str]]) -> DataTable:
    """The rows in which each column that `where` names has one of its texts, equal as typed.

    Raises ValueError for a name that is not the name of one column.
    """
    wanted: list[tuple[int, Collection[str]]] = []
    for name, texts in where.items():
        (column,) = table.indices(name)
        wanted.append((column, texts))
    kept = [n for n, row in enumerate(table.rows) if all(row[column] in texts for column, texts in wanted)]
    return replace(table, rows=tuple(table.rows[n] for n in kept), origin=[table.origin[n] for n in kept])


def find_column(name: Scalar, table: DataTable, scope: Scope) -> int | None:
    """The column that an author names, from 0; an error where there is none such, or more than one."""
    if name.misread:
        return None
    found = table.indices(name.text)
    if len(found) == 1:
        return found[0]
    if found:
        message = f"`{name.text[:60]}` is the name of {len(found)} columns of {table.called}"
        scope.report.error("unknown-column", message, name.span, "give each column a name of its own there")
        return None
    known = [column for column in map(_one_line, table.columns) if column]
    hints = did_you_mean(name.text, known)
    if not hints and known and len(known) <= _MOST_NAMED:
        hints = (f"its columns are {', '.join(known)}",)
    message = f"{table.called} has no column `{name.text[:60]}`"
    scope.report.error("unknown-column", message, name.span, *hints)
    return None


def read_where(node: Node, table: DataTable, scope: Scope) -> DataTable:
    """The rows that a `where: {column: text, column: [text, text]}` asks for; none is an error."""
    if not isinstance(node, MappingNode):
        if not (isinstance(node, Scalar) and node.misread):
            hint = "write `where: {column: text}`"
            message = f"`where` wants a mapping, not {kind_of(node)}"
            scope.report.error("wrong-value", message, node.span, hint)
        return table
    wanted: dict[str, list[str]] = {}
    for name, value in node.entries:
        column, texts = find_column(name, table, scope), _texts(name, value, scope)
        if column is None or texts is None:
            return table
        wanted[name.text] = texts
    found = select(table, wanted)
    if not found.rows and table.rows:
        _nothing(node, wanted, table, scope)
    return found


def _texts(name: Scalar, node: Node, scope: Scope) -> list[str] | None:
    """The texts of which one is wanted, as typed."""
    entries = list(node.items) if isinstance(node, SequenceNode) else [node]
    texts = []
    for entry in entries:
        if not isinstance(entry, Scalar):
            message = f"`{name.text[:60]}` wants a text or a list of texts, not {kind_of(entry)}"
            scope.report.error("wrong-value", message, entry.span)
            return None
        if entry.misread:
            return None
        texts.append(entry.text.strip())
    return texts


def _nothing(node: MappingNode, wanted: Mapping[str, list[str]], table: DataTable, scope: Scope) -> None:
    """No row is left: say which text there is not, if it is one."""
    for name, value in node.entries:
        (column,) = table.indices(name.text)
        there = {row[column] for row in table.rows}
        if there.isdisjoint(wanted[name.text]):
            hints = did_you_mean(wanted[name.text][0], sorted(there)[:1000]) if wanted[name.text] else ()
            shown = " or ".join(f"`{text[:40]}`" for text in wanted[name.text][:4])
            message = f"no row of {table.called} has {shown or 'any text'} as its `{name.text[:60]}`"
            scope.report.error("no-rows", message, value.span, *hints)
            return
    scope.report.error("no-rows", f"no row of {table.called} has all of these", node.span)
