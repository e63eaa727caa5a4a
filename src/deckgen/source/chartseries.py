"""The columns of a table that a chart names → its categories and series."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Final

from deckgen.figures.charts import Series
from deckgen.source.data import DataTable, find_column
from deckgen.source.fields import Fields
from deckgen.source.scope import Scope
from deckgen.yamlnodes import Scalar
from deckgen.yamlnodes import Sequence as List

_UNKNOWN: Final = frozenset(["", "-", "–", "—", "n/a", "na", "nan", "null", "none", "…", "...", "..", "?"])
"""What says that a value is not known, in lower case."""

_MOST_TOLD = 5
LARGEST = 1e100
"""Nothing that a chart shows is larger; sums of what is smaller are still numbers."""


Content = tuple[tuple[str, ...], tuple[Series, ...]]
"""Categories and series."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The columns of a table that a chart shows, by their numbers: of each of several `y` a series, or of
    one a series for each text in `by`."""

    table: DataTable
    x: int
    ys: tuple[int, ...]
    by: int | None


def read_choice(fields: Fields, table: DataTable) -> Choice | None:
    """The columns that `x`, `y` and `by` name: without `x` the first, without `y` all others."""
    scope = fields.scope
    named = {key: _columns(fields, key, table) for key in ("x", "y", "by")}
    if any(found is None for found in named.values()):
        return None
    xs, ys, bys = (tuple(named[key] or ()) for key in ("x", "y", "by"))
    x, by = xs[0] if xs else 0 if 0 not in (*ys, *bys) else None, bys[0] if bys else None
    if x is None:
        x = next((n for n in range(len(table.columns)) if n not in (*ys, *bys)), None)
    rest = tuple(n for n in range(len(table.columns)) if n not in (x, by))
    if x is None or not (ys or rest):
        message = "a chart needs two columns at least, one with names and one with numbers"
        scope.report.error("bad-data", message, table.span(-1))
        return None
    ys = ys or rest
    if by is not None and len(ys) > 1:
        where = fields.span_of("y") if "y" in fields else fields.span_of("by")
        message = "with `by`, a chart shows the values of one column: name it as `y`"
        scope.report.error("wrong-value", message, where)
        return None
    return Choice(table, x, ys, by)


def _columns(fields: Fields, key: str, table: DataTable) -> list[int] | None:
    """The columns that a key names: one, of `y` one or a list; None where something is wrong."""
    node = fields.node(key)
    if node is None:
        return []
    nodes = list(node.items) if isinstance(node, List) and key == "y" else [node]
    found: list[int] = []
    for entry in nodes:
        if not isinstance(entry, Scalar) or entry.absent:
            fields.wrong(key, "the names of columns" if key == "y" else "the name of a column", entry)
            return None
        column = find_column(entry, table, fields.scope)
        if column is None:
            return None
        if column in found:
            message = f"`{key}` names the column `{entry.text[:60]}` twice"
            fields.scope.report.error("wrong-value", message, entry.span)
            return None
        found.append(column)
    if not found:
        fields.scope.report.error("empty-value", f"`{key}` has no value", node.span)
        return None
    return found


@dataclass(slots=True)
class Numbers:
    """Reads the columns of a table as numbers, and tells of the first few cells that hold none."""

    table: DataTable
    scope: Scope
    wrong: bool = False

    def column(self, column: int) -> tuple[float | None, ...]:
        """The numbers of a column; None where one is not known, or, with a diagnostic, where it is none."""
        values: list[float | None] = []
        strange: list[int] = []
        for n, row in enumerate(self.table.rows):
            value = None if row[column].lower() in _UNKNOWN else self.table.number(n, column, self.scope.lang)
            good = value is not None and isfinite(value) and abs(value) <= LARGEST
            values.append(value + 0.0 if good and value is not None else None)
            if not good and row[column].lower() not in _UNKNOWN:
                strange.append(n)
        if strange:
            self.wrong = True
            self._refuse(column, strange, alone=all(value is None for value in values))
        return tuple(values)

    def _refuse(self, column: int, rows: Sequence[int], *, alone: bool) -> None:
        """Tell of cells that are no numbers; of a column without any, once."""
        name, report = self.table.columns[column][:60], self.scope.report
        if alone and len(rows) > 1:
            hint = "name the columns to show in `y`, that of the categories in `x`"
            message = f"the column `{name}` holds no numbers"
            report.error("bad-number", message, self.table.span(rows[0], column), hint)
            return
        for n in rows[:_MOST_TOLD]:
            message = f"`{self.table.rows[n][column][:40]}` in the column `{name}` is no number"
            hint = "leave the cell empty where a value is not known"
            report.error("bad-number", message, self.table.span(n, column), hint)


def series_of(choice: Choice, numbers: Numbers, *, scatter: bool) -> Content:
    """Categories and series; of a scatter chart only series, with their x values."""
    table = choice.table
    xs = numbers.column(choice.x) if scatter else ()
    if choice.by is not None:
        return _grouped(choice, numbers, xs)
    series = tuple(Series(table.columns[y], numbers.column(y), xs) for y in choice.ys)
    return (() if scatter else tuple(row[choice.x] for row in table.rows)), series


def _grouped(choice: Choice, numbers: Numbers, xs: tuple[float | None, ...]) -> Content:
    """A series for each text in the column `by`, in the order in which they first occur."""
    table, (y,) = choice.table, choice.ys
    assert choice.by is not None
    values = numbers.column(y)
    rows: dict[str, list[int]] = {}
    for n, row in enumerate(table.rows):
        rows.setdefault(row[choice.by], []).append(n)
    if xs:
        return (), tuple(
            Series(name, tuple(values[n] for n in own), tuple(xs[n] for n in own))
            for name, own in rows.items()
        )
    categories = tuple(dict.fromkeys(row[choice.x] for row in table.rows))
    series = []
    for name, own in rows.items():
        cells: dict[str, float | None] = {}
        for n in own:
            category = table.rows[n][choice.x]
            if category in cells:
                _twice(table, n, choice, numbers)
            cells[category] = values[n]
        series.append(Series(name, tuple(cells.get(category) for category in categories)))
    return categories, tuple(series)


def _twice(table: DataTable, row: int, choice: Choice, numbers: Numbers) -> None:
    assert choice.by is not None
    category, name = table.rows[row][choice.x][:40], table.rows[row][choice.by][:40]
    message = f"a second row for `{category}` and `{name}`: a chart shows one value of each"
    numbers.scope.report.error("bad-data", message, table.span(row, choice.x))


def typed_format(choice: Choice) -> str:
    """The format of values that are typed as percentages, one and all; else ""."""
    texts = [row[y] for row in choice.table.rows for y in choice.ys if row[y].lower() not in _UNKNOWN]
    if not texts or not all(text.endswith("%") for text in texts):
        return ""
    places = max(len(text.rstrip("% \u00a0").replace(",", ".").partition(".")[2]) for text in texts)
    return "0" + ("." + "0" * min(places, 3) if places else "") + "%"
