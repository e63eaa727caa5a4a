"""A list of rows, a pipe table or a file → the texts of a table, and the data to choose among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from deckgen.diagnostics import Span
from deckgen.model import Align, Run, Text, plain
from deckgen.source.data import DataTable, read_data_file
from deckgen.source.fields import Fields, inline, kind_of
from deckgen.source.lists import joined
from deckgen.source.pipetable import is_pipe_table, read_pipe_table
from deckgen.source.scope import Scope
from deckgen.source.variants import ONLY_EXCEPT, chosen
from deckgen.yamlnodes import Mapping, Node, Scalar
from deckgen.yamlnodes import Sequence as List


@dataclass(frozen=True, slots=True)
class TableRows:
    """What a table shows, before columns are chosen and rows left out.

    `data` has the cells as plain characters, to find columns and rows by; without a header the columns'
    names are "1", "2" ….  `texts` are the cells as the author wrote them, by the row's number in the
    data; empty where the cells come from a file, in which they are plain.
    """

    data: DataTable
    header: bool
    texts: Sequence[Sequence[Text]] = ()
    align: Sequence[Align | None] = ()

    def text(self, row: int, column: int) -> Text:
        """A cell of the data as it is set; the columns' names are row -1."""
        if self.texts:
            return self.texts[self.data.origin[row] if row >= 0 else 0][column]
        cell = self.data.rows[row][column] if row >= 0 else self.data.columns[column]
        return (Run(cell),) if cell else ()


def rows_of_list(node: List, header: bool, scope: Scope) -> TableRows | None:
    """The rows of a list of lists; the first is the longest."""
    entries = list(chosen(node.items, scope))
    rows = [cells for entry in entries if (cells := _row(entry, scope)) is not None]
    table = _table(rows, header, scope) if rows else None
    return table if len(rows) == len(entries) else None


def rows_of_scalar(scalar: Scalar, header: bool, scope: Scope) -> TableRows | None:
    """The rows of a pipe table or of the file that a scalar names."""
    if not is_pipe_table(scalar):
        return rows_of_file(scalar, header, scope)
    found = read_pipe_table(scalar, scope)
    if found is None:
        return None
    table = _table(found.rows, header, scope)
    return replace(table, align=found.align) if table else None


def rows_of_file(name: Scalar, header: bool, scope: Scope) -> TableRows | None:
    """The rows of a data file, its cells as they stand there."""
    data = read_data_file(name, scope, scope.lang)
    if data is None or header:
        return None if data is None else TableRows(data, header)
    rows = (data.columns, *data.rows)
    return TableRows(
        replace(data, columns=_counted(len(data.columns)), rows=rows, origin=[0, *data.origin]), header
    )


def _counted(count: int) -> tuple[str, ...]:
    return tuple(str(n + 1) for n in range(count))


def _row(node: Node, scope: Scope) -> list[Scalar] | None:
    """The cells of one row: a list, or under `cells` beside other keys."""
    if isinstance(node, Mapping) and node.get("cells") is not None:
        cells = Fields(node, scope, "a row", ("cells", *ONLY_EXCEPT)).node("cells")
        node = cells if cells is not None else node
    if isinstance(node, List) and node.items:
        found = [_cell(cell, scope) for cell in node.items]
        return None if None in found else [cell for cell in found if cell is not None]
    if isinstance(node, Scalar) and node.misread:
        return None
    empty = isinstance(node, List) or (isinstance(node, Scalar) and node.absent)
    hint = "write each row as a list: `- [1939, the pact]`"
    message = "an empty row" if empty else f"a row is a list of cells, not {kind_of(node)}"
    scope.report.error("empty-item" if empty else "wrong-value", message, node.span, hint)
    return None


def _cell(node: Node, scope: Scope) -> Scalar | None:
    """A cell's text; `Note: this` in a cell is text, too."""
    if isinstance(node, Mapping) and len(node.entries) == 1:
        name, value = node.entries[0]
        if isinstance(value, Scalar):
            return joined(name, value)
    if isinstance(node, Scalar):
        return node
    hint = "if the brackets are part of a text, put it in quotes"
    scope.report.error("wrong-value", f"a cell wants text, not {kind_of(node)}", node.span, hint)
    return None


def _table(rows: list[list[Scalar]], header: bool, scope: Scope) -> TableRows | None:
    """The rows with their texts read; a longer row than the first is an error, a shorter one filled up."""
    width, even = len(rows[0]), True
    for row in rows[1:]:
        if len(row) > width:
            message = f"this row has {len(row)} cells, the first row has {width}"
            hint = 'give the first row a cell for each column; an empty one is `""`'
            scope.report.error("bad-table", message, row[width].span, hint)
            even = False
    texts = [[inline(cell, scope) for cell in row] + [()] * (width - len(row)) for row in rows]
    if not even:
        return None
    plains = [tuple(plain(text).strip() for text in row) for row in texts]
    spans = [[cell.span for cell in row] for row in rows]

    def place(row: int, column: int) -> Span:
        return spans[row][min(column, len(spans[row]) - 1)]

    first = 1 if header else 0
    names = plains[0] if header else _counted(width)
    data = DataTable(names, tuple(plains[first:]), "", place, range(first, len(rows)))
    return TableRows(data, header, texts)
