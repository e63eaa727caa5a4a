"""A chart's numbers and its box → a figure: everything that both formats draw, with its place."""

from __future__ import annotations

from deckgen.figures.charts.cartesian import cartesian
from deckgen.figures.charts.describe import data_rows, described
from deckgen.figures.charts.figure import (
    DOT,
    LINE_WIDTH,
    Anchor,
    Axis,
    Entry,
    Figure,
    Label,
    Legend,
    Line,
    Marks,
    Point,
    Rect,
    Slice,
)
from deckgen.figures.charts.mirror import mirrored
from deckgen.figures.charts.pie import pie
from deckgen.figures.charts.room import Room, TextWidth, Title
from deckgen.figures.charts.scales import Scale
from deckgen.figures.charts.spec import (
    FREE,
    PALETTE,
    ROUND,
    STACKABLE,
    Bounds,
    Chart,
    ChartType,
    Ink,
    Series,
    Stacking,
)

__all__ = [
    "DOT", "FREE", "LINE_WIDTH", "PALETTE", "ROUND", "STACKABLE", "Anchor", "Axis", "Bounds", "Chart",
    "ChartType", "Entry", "Figure", "Ink", "Label", "Legend", "Line", "Marks", "Point", "Rect", "Room",
    "Scale", "Series", "Slice", "Stacking", "TextWidth", "Title", "data_rows", "described", "resolved",
]  # fmt: skip


def resolved(chart: Chart, room: Room) -> Figure:
    """The chart laid out in its room."""
    figure = pie(chart, room) if chart.round else cartesian(chart, room)
    return mirrored(figure) if room.mirrored else figure
