"""A chart → what it shows, in words and numbers, for those who cannot see it."""

from __future__ import annotations

from deckgen.figures.charts.formats import label_format, written
from deckgen.figures.charts.spec import Chart, ChartType

MOST_VALUES = 12
"""Up to so many values of a series are read out; of more, the first, the least, the largest and the last."""


def described(chart: Chart, title: str = "") -> str:
    """The title, then each series with its values: in signs and numbers, which need no translation."""
    rows = (f"{series.name}: {_values(chart, n)}" for n, series in enumerate(chart.series))
    return ". ".join(part.rstrip(".") for part in (title, *rows) if part)


def _values(chart: Chart, n: int) -> str:
    series, code = chart.series[n], label_format(chart)
    keys: tuple[str, ...] = chart.categories
    if chart.type is ChartType.SCATTER:
        keys = tuple("" if x is None else written(chart, (x,), "General")[0] for x in series.xs)
    pairs = [(key, value) for key, value in zip(keys, series.values, strict=True) if value is not None]
    if len(pairs) > MOST_VALUES:
        least, largest = (choose(pairs, key=lambda pair: pair[1]) for choose in (min, max))
        ends = (pairs[0], least, largest, pairs[-1])
        pairs = [pair for i, pair in enumerate(ends) if pair not in ends[:i]]
    return ", ".join(f"{key} {written(chart, (value,), code)[0]}".strip() for key, value in pairs)


def data_rows(chart: Chart) -> tuple[tuple[str, ...], ...]:
    """The numbers as a table: a heading row, then a row for each category, or each point of a scatter."""
    code = label_format(chart)
    if chart.type is ChartType.SCATTER:
        points = (
            (series.name, *_number(chart, x, "General"), *_number(chart, y, code))
            for series in chart.series
            for x, y in zip(series.xs, series.values, strict=True)
        )
        return (("", chart.corner, ""), *points)
    values = (
        (_number(chart, v, code)[0] for v in row)
        for row in zip(*(s.values for s in chart.series), strict=True)
    )
    rows = ((name, *row) for name, row in zip(chart.categories, values, strict=True))
    return ((chart.corner, *(series.name for series in chart.series)), *rows)


def _number(chart: Chart, value: float | None, code: str) -> tuple[str]:
    return ("" if value is None else written(chart, (value,), code)[0],)
