"""Series and their stacking → for each value the stretch of the value axis that shows it."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.figures.charts.spec import BARS, Chart, Stacking

Span = tuple[float, float]
"""From where to where a value is drawn; the second is its far end."""


def spans(chart: Chart, base: float = 0.0) -> list[list[Span | None]]:
    """For each series and category, from where to where its mark reaches; None without a value.

    Bars stack away from zero, on either side for themselves; lines and areas add up with their signs.
    A missing value adds nothing.
    """
    if chart.stacking is Stacking.NONE:
        return [[None if v is None else (base, v) for v in series.values] for series in chart.series]
    columns = [_stacked(column, chart) for column in _columns(chart)]
    return [list(row) for row in zip(*columns, strict=True)]


def extremes(chart: Chart) -> list[float]:
    """The values that the value axis has to reach."""
    return [end for row in spans(chart) for span in row if span is not None for end in _ends(span, chart)]


def _ends(span: Span, chart: Chart) -> Span | tuple[float]:
    return (span[1],) if chart.stacking is Stacking.NONE else span


def _columns(chart: Chart) -> Iterator[tuple[float | None, ...]]:
    return zip(*(series.values for series in chart.series), strict=True)


def _stacked(column: tuple[float | None, ...], chart: Chart) -> list[Span | None]:
    whole = 1.0
    if chart.stacking is Stacking.PERCENT:
        whole = sum(abs(v) for v in column if v is not None) or 1.0
    apart = chart.type in BARS
    reached = {True: 0.0, False: 0.0}
    found: list[Span | None] = []
    for value in column:
        if value is None:
            found.append(None)
            continue
        side = value < 0 if apart else False
        start = reached[side]
        reached[side] = start + value / whole
        found.append((start, reached[side]))
    return found
