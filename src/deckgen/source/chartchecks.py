"""A chart's numbers → whether it can be drawn; what stands against it as diagnostics."""

from __future__ import annotations

from typing import Final

from deckgen.figures.charts import Chart, ChartType, Stacking
from deckgen.source.chartseries import Choice
from deckgen.source.fields import Fields

_MOST_SERIES: Final = 12
_MOST_MUTED: Final = 40
"""How many series can be told apart, and how many may stand behind those that are emphasized."""

_MOST_BARS: Final = 120
_MOST_PARTS: Final = 20
_MOST_POINTS: Final = 5_000
"""How many bars, parts of a pie and points a slide can show."""


def drawable(chart: Chart, choice: Choice, fields: Fields) -> bool:
    """Whether the chart has numbers, not too many, and none that its kind cannot show."""
    problem = _nothing(chart) or _too_much(chart)
    if problem:
        where = fields.span_of("file" if "file" in fields else "data")
        fields.scope.report.error("chart-size", problem[0], where, *problem[1:])
        return False
    return _within_bounds(chart, fields) and (not chart.round or _pie(chart, choice, fields))


def _nothing(chart: Chart) -> tuple[str, ...]:
    if any(value is not None for series in chart.series for value in series.values):
        return ()
    return ("there is no number for the chart to show",)


def _too_much(chart: Chart) -> tuple[str, ...]:
    """What there is too much of, and what to do about it."""
    count, most = len(chart.series), _MOST_MUTED if chart.emphasized else _MOST_SERIES
    if count > most:
        hint = "choose some with `y` or `where`, or let some stand out with `emphasize`"
        return (f"{count} series are more than the {most} that can be told apart", hint)
    points = count * max(chart.size, max(len(series.values) for series in chart.series))
    limits = {ChartType.COLUMN: _MOST_BARS, ChartType.BAR: _MOST_BARS, ChartType.PIE: _MOST_PARTS,
              ChartType.DOUGHNUT: _MOST_PARTS}  # fmt: skip
    most = limits.get(chart.type, _MOST_POINTS)
    shown = points if chart.type not in limits or chart.round else chart.size
    if shown > most:
        what = {True: "parts", False: "points" if chart.type not in limits else "categories"}[chart.round]
        hint = "choose some with `where`" + ("; a line can show more" if what == "categories" else "")
        return (f"{shown:,} {what} are more than the {most:,} that can be shown", hint)
    return ()


def _within_bounds(chart: Chart, fields: Fields) -> bool:
    """Whether the ends that the author set leave any of the values."""
    for key, bounds in (("x", chart.x), ("y", chart.y)):
        rows = (series.xs if key == "x" else series.values for series in chart.series)
        values = [value for row in rows for value in row if value is not None]
        above = bounds.minimum is None or any(value > bounds.minimum for value in values)
        below = bounds.maximum is None or any(value < bounds.maximum for value in values)
        if values and chart.stacking is Stacking.NONE and not (above and below):
            extent = f"they go from {min(values):g} to {max(values):g}"
            message = f"no value lies between the ends of the {key} axis: {extent}"
            fields.scope.report.error("wrong-value", message, fields.span_of("axis"))
            return False
    return True


def _pie(chart: Chart, choice: Choice, fields: Fields) -> bool:
    """Whether a pie has one row of parts, none of them negative or missing, and a whole."""
    table, y = choice.table, choice.ys[0]
    if len(chart.series) > 1:
        key = "by" if "by" in fields else "y" if "y" in fields else "type"
        message = f"a {chart.type} shows the parts of one whole, and here are {len(chart.series)} columns"
        hint = "name the one to show in `y`, or show all in columns, `stacked: percent`"
        fields.scope.report.error("wrong-value", message, fields.span_of(key), hint)
        return False
    for n, value in enumerate(chart.series[0].values):
        if value is None or value < 0:
            what = "needs a number" if value is None else f"cannot be negative, and this one is {value:g}"
            message = f"a part of a {chart.type} {what}"
            fields.scope.report.error("bad-number", message, table.span(n, y))
            return False
    if not sum(value or 0.0 for value in chart.series[0].values):
        message = f"the parts of the {chart.type} come to nothing"
        fields.scope.report.error("bad-number", message, table.span(0, y))
        return False
    return True
