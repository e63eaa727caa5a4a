"""`for: {each:, in:, where:}` → the scope of each repetition, in which the row has its name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from deckgen.diagnostics import Span
from deckgen.source.data import DataTable, read_data_file, read_where
from deckgen.source.environment import records, valid_name
from deckgen.source.fields import Fields
from deckgen.source.names import Value, looked_up, value_of
from deckgen.source.scope import Scope
from deckgen.yamlnodes import Mapping, Node, Scalar
from deckgen.yamlnodes import Sequence as SequenceNode

_KEYS: Final = ("each", "in", "where")
_ENDINGS: Final = (".csv", ".tsv", ".xlsx", ".yaml", ".yml", ".json")
_HINT = "write `for: {each: row, in: rows.csv}`"


def repeated(node: Node, scope: Scope) -> Iterator[Scope]:
    """The scope of each repetition of a slide, a group or an included file; the scope itself without `for`.

    None at all, with a diagnostic, where there are no rows.
    """
    asked = node.get("for") if isinstance(node, Mapping) else None
    if asked is None:
        yield scope
    elif isinstance(asked, Mapping):
        fields = Fields(asked, scope, "`for`", _KEYS)
        name, rows = _name(fields), _rows(fields)
        if name is None or rows is None:
            scope.found.lost = True
            return
        for row in rows:
            yield replace(scope.with_names({name: row}), repeats=True)
    else:
        scope.found.lost = True
        if not (isinstance(asked, Scalar) and asked.misread):
            message = "`for` wants a mapping with `each` and `in`"
            scope.report.error("wrong-value", message, asked.span, _HINT)


def _name(fields: Fields) -> str | None:
    """What a row is called."""
    if fields.lacks("each"):
        fields.scope.report.error(
            "missing-key", "`for` lacks `each`: what a row is called", fields.span, _HINT
        )
    name = fields.scalar("each", "a name")
    return name.text if name is not None and valid_name(name, fields.scope.report) else None


def _rows(fields: Fields) -> Sequence[Value] | None:
    """The rows that `in` gives and `where` leaves; None after a diagnostic."""
    scope = fields.scope
    if fields.lacks("in"):
        scope.report.error("missing-key", "`for` lacks `in`: the rows", fields.span, _HINT)
    given, where = fields.node("in"), fields.node("where")
    where = None if where is None else scope.fill_throughout(where)
    if isinstance(given, SequenceNode):
        return _kept(value_of(scope.fill_throughout(given)), "the list", given.span, where, scope)
    source = fields.scalar("in", "a file, a list or a name in `vars`")
    if source is None or source.misread:
        return None
    shown = f"`{source.text[:60]}`"
    if not source.text.lower().endswith(_ENDINGS):
        found = looked_up(source.text, scope.known(source.text), scope.report, source.span)
        return None if found is None else _kept(found[0], shown, source.span, where, scope)
    table = read_data_file(source, scope, scope.lang)
    if table is None:
        return None
    _warn_if_empty(table.rows, shown, source.span, scope)
    return records(table if where is None else read_where(where, table, scope))


def _kept(value: Value, shown: str, span: Span, where: Node | None, scope: Scope) -> Sequence[Value] | None:
    """The rows of a list that `where` asks for."""
    if not isinstance(value, tuple):
        kind = "text" if isinstance(value, str) else "a mapping"
        scope.report.error("wrong-value", f"{shown} is {kind}, and `in` wants a list", span)
        return None
    _warn_if_empty(value, shown, span, scope)
    if where is None:
        return value
    if not all(isinstance(row, dict) for row in value):
        message = f"`where` asks for fields, and {shown} holds more than rows with fields"
        scope.report.error("wrong-value", message, where.span)
        return None
    table = read_where(where, _as_table(value, shown.strip("`"), span), scope)
    return [value[number - 1] for number in table.origin]


def _warn_if_empty(rows: Sequence[object], shown: str, span: Span, scope: Scope) -> None:
    """Without rows nothing is made, which is seldom meant."""
    if not rows:
        message = f"{shown} is empty: what is repeated over it is left out"
        scope.report.warning("no-rows", message, span)


def _as_table(rows: Iterable[Value], shown: str, span: Span) -> DataTable:
    """Rows with fields as a table of their texts."""
    records = [row for row in rows if isinstance(row, dict)]
    columns = tuple(dict.fromkeys(name for row in records for name in row))
    cells = tuple(tuple(_text(row.get(name, "")) for name in columns) for row in records)
    return DataTable(columns, cells, shown, lambda _row, _column: span, range(1, len(cells) + 1))


def _text(value: Value) -> str:
    return value.strip() if isinstance(value, str) else ""
