"""The `file` or `data` of a chart → the table of its rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from deckgen.diagnostics import Span
from deckgen.source.data import DataTable, read_data_file, read_where, table_of
from deckgen.source.fields import Fields, kind_of
from deckgen.source.scope import Scope
from deckgen.yamlnodes import Mapping, Node, Scalar
from deckgen.yamlnodes import Sequence as List


def read_source(fields: Fields, key: Scalar) -> DataTable | None:
    """The table under `data` or in `file`, the rows that `where` asks for."""
    scope = fields.scope
    if "data" in fields and "file" in fields:
        message = "a chart has `data` or a `file`, not both"
        scope.report.error("wrong-value", message, fields.keys["file"][0].span)
        return None
    if fields.lacks("data") and fields.lacks("file"):
        scope.report.error("missing-key", f"`{key.text}` lacks `data` or `file`", key.span)
        return None
    name, node, where = fields.scalar("file", "a file"), fields.node("data"), fields.node("where")
    table = (
        read_data_file(name, scope, scope.lang)
        if name is not None
        else inline_table(node, scope)
        if node
        else None
    )
    table = with_rows(table, key.span, scope)
    if table is None or where is None:
        return table
    found = read_where(where, table, scope)
    return found if found.rows else None


def with_rows(table: DataTable | None, span: Span, scope: Scope) -> DataTable | None:
    """The table, if it has rows."""
    if table is not None and not table.rows:
        scope.report.error("empty-block", "there are no rows for the chart to show", span)
        return None
    return table


def inline_table(node: Node, scope: Scope) -> DataTable | None:
    """A mapping of columns, a list of rows, or a list of mappings."""
    match node:
        case Mapping(entries=entries) if entries:
            return _of_columns(node, scope)
        case List(items=items) if items and all(isinstance(item, List) for item in items):
            return _of_rows([item for item in items if isinstance(item, List)], scope)
        case List(items=items) if items and all(isinstance(item, Mapping) for item in items):
            return table_of(node, scope)
        case Scalar(misread=True):
            return None
    hint = "write `data: {Year: [1920, 1930], Steel: [4.3, 5.9]}`, or a list of rows"
    message = f"`data` wants a mapping of columns, not {kind_of(node)}"
    scope.report.error("wrong-value", message, node.span, hint)
    return None


def _of_columns(node: Mapping, scope: Scope) -> DataTable | None:
    columns: list[list[str] | None] = []
    for name, values in node.entries:
        if not isinstance(values, List):
            message = f"the column `{name.text[:60]}` wants a list of values, not {kind_of(values)}"
            scope.report.error("wrong-value", message, values.span)
            return None
        columns.append(_texts(values.items, scope))
    known = [column for column in columns if column is not None]
    if len(known) < len(columns):
        return None
    length = len(known[0])
    for (name, _), column in zip(node.entries, known, strict=True):
        if len(column) != length:
            first = node.entries[0][0].text[:60]
            message = f"`{name.text[:60]}` has {len(column)} values, `{first}` has {length}"
            scope.report.error("bad-data", message, name.span)
            return None

    def place(row: int, column: int) -> Span:
        name, values = node.entries[column]
        return values.items[row - 1].span if row and isinstance(values, List) else name.span

    names = tuple(name.text.strip() for name, _ in node.entries)
    rows = tuple(zip(*known, strict=True))
    return DataTable(names, rows, scope.shown.as_posix(), place, range(1, length + 1))


def _of_rows(items: Sequence[List], scope: Scope) -> DataTable | None:
    """Rows as in a table, the first with the columns' names; a shorter one is filled up."""
    found = [_texts(item.items, scope) for item in items]
    rows = [row for row in found if row is not None]
    if len(rows) < len(found):
        return None
    width = len(rows[0])
    for row, item in zip(rows, items, strict=True):
        if len(row) > width:
            message = f"this row has {len(row)} cells, more than the {width} of the first row"
            scope.report.error("bad-data", message, item.items[width].span)
            return None

    def place(row: int, column: int) -> Span:
        cells = items[row].items
        return cells[column].span if column < len(cells) else items[row].span

    even = [tuple(row + [""] * (width - len(row))) for row in rows]
    return DataTable(even[0], tuple(even[1:]), scope.shown.as_posix(), place, range(1, len(even)))


def _texts(nodes: Iterable[Node], scope: Scope) -> list[str] | None:
    """Cells as typed; None, with a diagnostic, where one is none."""
    texts: list[str] = []
    for node in nodes:
        if not isinstance(node, Scalar):
            scope.report.error("wrong-value", f"a number is wanted here, not {kind_of(node)}", node.span)
            return None
        if node.misread:
            return None
        texts.append(node.text.strip())
    return texts
