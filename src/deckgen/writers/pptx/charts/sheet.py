"""A chart's numbers → the cells of a worksheet, and where in it each row of them stands."""

from __future__ import annotations

from dataclasses import dataclass

from deckgen.figures.charts import Chart, ChartType, Series

NAME = "Sheet1"

Cell = str | float | None


@dataclass(frozen=True, slots=True)
class Range:
    """Cells one below another: the column's letters, the first row (from 1), and what they hold."""

    column: str
    first: int
    cells: tuple[Cell, ...]

    @property
    def formula(self) -> str:
        """The cells as a chart refers to them."""
        start, last = f"${self.column}${self.first}", f"${self.column}${self.first + len(self.cells) - 1}"
        return f"{NAME}!{start}" if len(self.cells) == 1 else f"{NAME}!{start}:{last}"


@dataclass(frozen=True, slots=True)
class Column:
    """A series in the sheet: its name, the categories or x values beside it, its values."""

    name: Range
    keys: Range
    values: Range


@dataclass(frozen=True, slots=True)
class Sheet:
    """All columns of the sheet with their headings, and where each series stands."""

    columns: tuple[tuple[Cell, ...], ...]
    series: tuple[Column, ...]


def sheet_of(chart: Chart) -> Sheet:
    """The categories in column A and a column for each series; x values once where all series share them."""
    if chart.type is ChartType.SCATTER and len({series.xs for series in chart.series}) > 1:
        return _pairs(chart)
    keys = chart.series[0].xs if chart.type is ChartType.SCATTER else chart.categories
    columns: list[tuple[Cell, ...]] = [(chart.corner, *keys)]
    for series in chart.series:
        columns.append((series.name, *series.values))
    placed = (_column(0, n, keys, series) for n, series in enumerate(chart.series, 1))
    return Sheet(tuple(columns), tuple(placed))


def _pairs(chart: Chart) -> Sheet:
    """A column of x values before that of each series."""
    columns: list[tuple[Cell, ...]] = []
    placed = []
    for series in chart.series:
        columns += [(chart.corner, *series.xs), (series.name, *series.values)]
        placed.append(_column(len(columns) - 2, len(columns) - 1, series.xs, series))
    return Sheet(tuple(columns), tuple(placed))


def _column(keys_at: int, at: int, keys: tuple[Cell, ...], series: Series) -> Column:
    name, values = Range(letters(at), 1, (series.name,)), Range(letters(at), 2, series.values)
    return Column(name, Range(letters(keys_at), 2, keys), values)


def letters(index: int) -> str:
    """The name of a column from 0: A to Z, then AA."""
    name = ""
    index += 1
    while index:
        index, digit = divmod(index - 1, 26)
        name = chr(ord("A") + digit) + name
    return name
