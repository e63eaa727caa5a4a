"""A chart's numbers → the spreadsheet formats of its axes and labels, and the words that they give."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import lru_cache

from deckgen.figures.charts.scales import Scale, decimals
from deckgen.figures.charts.spec import Chart, Stacking
from deckgen.figures.numbers import format_number

SHARE = "0%"
_EXPONENT = "0.0E+00"
_HUGE, _TINY = 1e15, 1e-6
_YEARS = (1000.0, 2999.0)


def with_decimals(count: int) -> str:
    """Groups of thousands and a fixed number of decimals."""
    return "#,##0" + ("." + "0" * count if count else "")


def axis_format(chart: Chart, scale: Scale, *, values: bool) -> str:
    """The format of an axis's ticks: the author's on the axis of `values`, else what its step needs."""
    if values and chart.stacking is Stacking.PERCENT:
        return SHARE if scale.step >= 0.01 else "0.0%"
    if values and chart.format:
        return chart.format
    if max(abs(scale.minimum), abs(scale.maximum)) >= _HUGE or scale.step < _TINY:
        return _EXPONENT
    first, last = _YEARS
    if not values and not scale.decimals and first <= scale.minimum and scale.maximum <= last:
        return "0"
    return with_decimals(scale.decimals)


def label_format(chart: Chart) -> str:
    """The format of data labels: the author's, or as many decimals as tell the values apart."""
    if chart.format:
        return chart.format
    values = [abs(v) for s in chart.series for v in s.values if v]
    if not values:
        return with_decimals(0)
    largest = max(values)
    if largest >= _HUGE or largest < _TINY:
        return _EXPONENT
    most = max(2, 1 - math.floor(math.log10(largest)))
    return with_decimals(min(most, max(map(decimals, values))))


def shows_share(chart: Chart) -> bool:
    """Whether labels show shares of the whole: on what consists of shares, in a format of per cent."""
    return "%" in chart.format and (chart.round or chart.stacking is Stacking.PERCENT)


def written(chart: Chart, values: Iterable[float], code: str) -> tuple[str, ...]:
    """Values as the reader sees them."""
    return tuple(_written(value, code, chart.lang) for value in values)


_written = lru_cache(4096)(format_number)
"""Ticks are written anew whenever the plot changes its size on the way to its place."""
