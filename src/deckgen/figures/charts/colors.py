"""Which colour each series or category has, by role."""

from __future__ import annotations

from deckgen.figures.charts.spec import Chart, Ink

MUTED = Ink("muted", fade=0.5)
"""What is not emphasized."""
GRID, BASE = Ink("muted", fade=0.7), Ink("muted")
"""The lines of the grid, and the one from which values are measured."""


def series_inks(chart: Chart) -> tuple[Ink, ...]:
    """A colour for each series; where some are emphasized, all others are muted."""
    return _inks(tuple(series.name for series in chart.series), chart)


def category_inks(chart: Chart) -> tuple[Ink, ...]:
    """A colour for each category: of a pie one each, of a single row of bars one for all."""
    if chart.round:
        return _inks(chart.categories, chart)
    emphasized = chart.emphasized & set(chart.categories)
    accent = chart.palette[0]
    return tuple(MUTED if emphasized and name not in emphasized else accent for name in chart.categories)


def _inks(names: tuple[str, ...], chart: Chart) -> tuple[Ink, ...]:
    """The palette over what stands out; one that is muted takes no colour from it."""
    standing = chart.emphasized & set(names)
    made, used = [], 0
    for name in names:
        if standing and name not in standing:
            made.append(MUTED)
        else:
            made.append(chart.palette[used % len(chart.palette)])
            used += 1
    return tuple(made)
