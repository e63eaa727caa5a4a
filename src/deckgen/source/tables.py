"""A `table` block as written → its cells, its columns, and what stands out in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from deckgen.figures.numbers import check_format, parse_number
from deckgen.model import Align, Table, TableColumn, Text, characters, plain
from deckgen.source.common import COMMON, CommonFields, read_common
from deckgen.source.data import find_column, read_where
from deckgen.source.emphasis import Shown, read_emphasis
from deckgen.source.fields import Fields, kind_of
from deckgen.source.pipetable import is_pipe_table
from deckgen.source.scope import Scope
from deckgen.source.tablerows import TableRows, rows_of_file, rows_of_list, rows_of_scalar
from deckgen.yamlnodes import Mapping, Node, Scalar
from deckgen.yamlnodes import Sequence as List

_KEYS: Final = (*COMMON, "rows", "file", "where", "columns", "header", "emphasize", "limit", "caption")
_COLUMN_KEYS: Final = ("column", "title", "format", "align", "width")
_MOST_ROWS, _MOST_COLUMNS = 2_000, 50
"""More no deck can show: two thousand rows are a hundred slides and more."""

_FORMS: Final = "a list of rows, a pipe table after `|`, or a .csv, .tsv or .xlsx file"


@dataclass(frozen=True, slots=True)
class _Column:
    """A column to show: its number in the data, its title as it is set, the format of its numbers."""

    index: int
    title: Text
    look: TableColumn
    code: str = ""


def read_table(node: Node, key: Scalar, scope: Scope) -> Table | None:
    """The short forms (rows, a pipe table, a file's name) or the mapping form."""
    if isinstance(node, Mapping):
        return _mapped(node, key, scope)
    rows = _rows(node, True, scope)
    if rows is None:
        return None
    common: CommonFields = {"lang": None, "id": None, "incremental": None}
    return _checked(_table(rows, _all_columns(rows), key, common), key, scope)


def _rows(node: Node, header: bool, scope: Scope) -> TableRows | None:
    if isinstance(node, List):
        return rows_of_list(node, header, scope)
    assert isinstance(node, Scalar)
    if not node.misread and not is_pipe_table(node) and "." not in node.text:
        message = f"a table is {_FORMS}, not `{node.text[:60]}`"
        scope.report.error("wrong-value", message, node.span)
        return None
    return None if node.misread else rows_of_scalar(node, header, scope)


def _mapped(node: Mapping, key: Scalar, scope: Scope) -> Table | None:
    fields = Fields(node, scope, f"`{key.text}`", _KEYS)
    header = fields.flag("header")
    rows = _source(fields, key, header is not False, scope)
    common, caption = read_common(fields), fields.text("caption")
    limit = fields.whole("limit", 1, _MOST_ROWS)
    where, columns = fields.node("where"), fields.node("columns")
    if rows is None:
        return None
    if where is not None:
        there = len(rows.data.rows)
        rows = replace(rows, data=read_where(where, rows.data, scope))
        if there and not rows.data.rows:
            return None  # which is reported
    shown = _all_columns(rows) if columns is None else _columns(columns, rows, fields)
    if not shown:
        return None
    table = replace(_table(rows, shown, key, common, limit), caption=caption)
    emphasis = fields.node("emphasize")
    if emphasis is not None:
        names = tuple(plain(column.title) for column in shown)
        sources = tuple(rows.data.columns[column.index] for column in shown)
        below = Shown(names, sources, len(table.rows) - table.header, table.header)
        table = replace(table, emphasized=read_emphasis(emphasis, below, scope))
    return _checked(table, key, scope)


def _source(fields: Fields, key: Scalar, header: bool, scope: Scope) -> TableRows | None:
    """The rows under `rows` or in `file`, of which there is one."""
    if "rows" in fields and "file" in fields:
        message = "a table has `rows` or a `file`, not both"
        scope.report.error("wrong-value", message, fields.keys["file"][0].span)
        return None
    if "file" in fields:
        name = fields.scalar("file", "a file")
        return rows_of_file(name, header, scope) if name is not None else None
    rows = fields.node("rows")
    if rows is None:
        if fields.lacks("rows") and fields.lacks("file"):
            message = f"`{key.text}` lacks `rows` or `file`"
            scope.report.error("missing-key", message, key.span)
        return None
    if isinstance(rows, Mapping):
        fields.wrong("rows", "a list of rows", rows, "write each row as a list: `- [1939, the pact]`")
        return None
    if isinstance(rows, Scalar):
        rows_text = fields.scalar("rows", "a list of rows")
        return rows_of_scalar(rows_text, header, scope) if rows_text is not None else None
    if not rows.items:
        scope.report.error("empty-block", "`rows` is empty", rows.span)
        return None
    return rows_of_list(rows, header, scope)


def _all_columns(rows: TableRows) -> list[_Column]:
    aligned = rows.align or [None] * len(rows.data.columns)
    return [_Column(i, rows.text(-1, i), TableColumn(align=align)) for i, align in enumerate(aligned)]


def _columns(node: Node, rows: TableRows, fields: Fields) -> list[_Column]:
    """The columns that the author chose, in that order; none where something is wrong with one."""
    scope = fields.scope
    if not isinstance(node, List) or not node.items:
        fields.wrong("columns", "a list of the columns' names", node)
        return []
    found = [_column(entry, rows, scope) for entry in node.items]
    columns = [column for column in found if column is not None]
    given = [column.look.width for column in columns if column.look.width]
    rest = len(columns) - len(given)
    if sum(given) > 1.0001 or (rest and sum(given) > 0.98):
        more = ", which leaves nothing for the others" if rest else ""
        scope.report.error("wrong-value", f"the columns' widths come to {sum(given):.0%}{more}", node.span)
        return []
    return columns if len(columns) == len(found) else []


def _column(node: Node, rows: TableRows, scope: Scope) -> _Column | None:
    """One column: its name, or a mapping with `column`."""
    if isinstance(node, Scalar) and not node.absent:
        index = find_column(node, rows.data, scope)
        return None if index is None else _all_columns(rows)[index]
    if not isinstance(node, Mapping):
        if not (isinstance(node, Scalar) and node.misread):
            found = "nothing" if isinstance(node, Scalar) else kind_of(node)
            message = f"an entry of `columns` is a column's name or a mapping, not {found}"
            scope.report.error("wrong-value", message, node.span)
        return None
    fields = Fields(node, scope, "a column", _COLUMN_KEYS)
    name = fields.scalar("column", "a column's name")
    title, align, width = fields.text("title"), fields.choice("align", Align), fields.share("width")
    code = _format(fields)
    if name is None:
        if fields.lacks("column"):
            scope.report.error("missing-key", "the column lacks `column`, its name in the data", node.span)
        return None
    index = find_column(name, rows.data, scope)
    if index is None:
        return None
    whole = _all_columns(rows)[index]
    if code and not any(_number(rows, n, index) for n in range(len(rows.data.rows))):
        message = f"`format` finds no number in the column `{name.text[:60]}`"
        scope.report.error("wrong-value", message, fields.span_of("format"))
    look = TableColumn(align=align or whole.look.align, width=width)
    return _Column(index, title or whole.title, look, code)


def _format(fields: Fields) -> str:
    """A number format without fault, or ""."""
    code = fields.scalar("format", "a number format")
    problem = check_format(code.text) if code is not None else None
    if code is None or problem is None:
        return code.text if code is not None else ""
    fields.scope.report.error(
        "bad-format", problem, code.span, 'formats are such as "0.0", "#,##0" or "0.0%"'
    )
    return ""


def _number(rows: TableRows, row: int, column: int) -> tuple[float, str] | None:
    """A cell's number, in full where a sheet shows it rounded, and the format in which a sheet has it."""
    exact = rows.data.exact.get((rows.data.origin[row], column))
    typed = rows.data.rows[row][column]
    if exact is not None:
        decimals = len(typed.rstrip("%").partition(".")[2])
        code = f"0{'.' * bool(decimals)}{'0' * decimals}%" if typed.endswith("%") else "General"
        return (exact if code != "General" else float(format(exact, ".15g"))), code
    value = parse_number(typed)
    return None if value is None else (value, "")


def _table(
    rows: TableRows, columns: Sequence[_Column], key: Scalar, common: CommonFields, limit: int | None = None
) -> Table:
    """The columns chosen, of as many rows as `limit` allows; the numbers that have a format apart."""
    count = len(rows.data.rows) if limit is None else min(limit, len(rows.data.rows))
    header = 1 if rows.header else 0
    cells = [tuple(rows.text(n, column.index) for column in columns) for n in range(count)]
    names = [tuple(column.title for column in columns)] * header
    numbers = {}
    for n in range(count):
        for at, column in enumerate(columns):
            number = _number(rows, n, column.index) if column.code or rows.data.exact else None
            if number and (code := column.code or number[1]):
                numbers[n + header, at] = (number[0], code)
    return Table(
        rows=(*names, *cells), header=header, columns=tuple(column.look for column in columns),
        numbers=numbers, more=len(rows.data.rows) - count, span=key.span, **common,
    )  # fmt: skip


def _checked(table: Table, key: Scalar, scope: Scope) -> Table | None:
    """The table, if there is something in it, and not more than can be shown."""
    body = table.rows[table.header :]
    if not body or not any(characters(cell) for row in table.rows for cell in row):
        hint = "a table without names for its columns says `header: false`"
        scope.report.error("empty-block", "the table has no rows below its header", key.span, hint)
        return None
    if len(body) > _MOST_ROWS:
        message = f"the table has {len(body):,} rows, more than slides can show"
        scope.report.error(
            "table-size", message, key.span, "show the first ones with `limit: 12`, or some with `where`"
        )
        return None
    if len(table.columns) > _MOST_COLUMNS:
        message = f"the table has {len(table.columns)} columns, more than a slide can show"
        scope.report.error("table-size", message, key.span, "choose some with `columns: [name, name]`")
        return None
    return table
