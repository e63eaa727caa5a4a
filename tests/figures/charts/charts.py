"""Charts to lay out in tests, in a room whose words are half an em a character."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from deckgen.figures.charts import Chart, ChartType, Figure, Rect, Room, Series, Title, resolved

SIZE = 16.0
ROOM = Room(800.0, 340.0, Rect(4.0, 5.0, 792.0, 330.0), SIZE, lambda text: len(text) * SIZE / 2)
QUARTERS = ("Q1", "Q2", "Q3", "Q4")
REGIONS: dict[str, tuple[float | None, ...]] = {
    "North": (12.0, 15.0, 11.0, 18.0),
    "South": (9.0, 14.0, 17.0, 21.0),
    "West": (5.0, 8.0, 6.0, 10.0),
}


def series(values: dict[str, tuple[float | None, ...]]) -> tuple[Series, ...]:
    """A series for each entry."""
    return tuple(Series(name, row) for name, row in values.items())


def chart(kind: ChartType = ChartType.COLUMN, **changes: Any) -> Chart:
    """Three regions in four quarters; a pie has the first of them."""
    found = series(REGIONS)[:1] if kind in (ChartType.PIE, ChartType.DOUGHNUT) else series(REGIONS)
    whole = Chart(kind, found, QUARTERS, "Quarter")
    if kind is ChartType.SCATTER:
        xs = (1.0, 2.0, 3.0, 4.0)
        whole = Chart(kind, tuple(replace(one, xs=xs) for one in found), corner="Length")
    return replace(whole, **changes)


def laid(kind: ChartType = ChartType.COLUMN, room: Room = ROOM, **changes: Any) -> Figure:
    """The chart laid out."""
    return resolved(chart(kind, **changes), room)


def titled(width: float = 60.0, *, turned: bool = False) -> Title:
    """A title of one line."""
    return Title((width, SIZE * 1.2), turned)


def all_labels(figure: Figure) -> list[str]:
    """The words at the marks."""
    return [label.text for marks in figure.series for label in marks.labels]
