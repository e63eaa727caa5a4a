"""Series → the words that tell them apart: a legend, or their names where they end."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import Literal

from deckgen.figures.charts.colors import category_inks, series_inks
from deckgen.figures.charts.figure import DOT, Entry, Label, Legend, Marks, Point, Rect
from deckgen.figures.charts.room import GAP, Room
from deckgen.figures.charts.spec import MOST_DOTS, Chart, ChartType, Ink
from deckgen.figures.charts.words import TEXT

FEW = 6
"""Up to so many series may be named where their lines end."""
NAMES_SHARE = 0.3
"""The share of the chart's width that such names may take."""

# What follows is how LibreOffice sets a legend that is given its box; PowerPoint differs by a few points.
KEY, LINE_KEY = 0.6, 1.675
"""The width in em of a key that is a square, and of one that is a line; both are as high as a square."""
KEY_GAP = 0.22
"""Between a key and its name, in em."""
EDGE, BETWEEN = 0.33, 0.66
"""The least room in em at the edges of a legend, and between two of its columns."""
LOOSE = 0.5
"""How much more (em) each of these is given, where there is room."""

Keys = Literal["square", "line", "dot"]


def name_room(chart: Chart, room: Room) -> float | None:
    """The room in pt right of the plot for names at the ends of lines; None where they are not to be."""
    if chart.type is not ChartType.LINE or chart.labels or not 2 <= len(chart.series) <= FEW:
        return None
    if any(series.values[-1] is None for series in chart.series):
        return None
    width = room.widest(series.name for series in chart.series) + DOT / 2 + GAP
    return width if width <= NAMES_SHARE * room.area.w else None


def named(drawn: tuple[Marks, ...], plot: Rect, room: Room) -> tuple[Marks, ...] | None:
    """The series with their names where they end; None where two names would touch, or one has no end."""
    ends = [marks.lines[-1][-1] if marks.lines else marks.dots[-1] for marks in drawn]
    heights = sorted(end.y for end in ends)
    if not plot.y <= heights[0] <= heights[-1] <= plot.bottom + room.line / 2:
        return None
    if any(below - above < room.line * 0.95 for above, below in itertools.pairwise(heights)):
        return None
    return tuple(
        replace(marks, labels=(Label(marks.name, _beside(end, marks), "start", Ink(marks.ink.role)),))
        for marks, end in zip(drawn, ends, strict=True)
    )


def _beside(end: Point, marks: Marks) -> Point:
    return Point(end.x + GAP + (DOT / 2 if marks.dots else 0.0), end.y)


def legend_above(chart: Chart, room: Room) -> Legend | None:
    """The legend above the plot, in as many columns as there is room for; none for a single series."""
    if len(chart.series) < 2:
        return None
    names = tuple(series.name for series in chart.series)
    kinds: dict[ChartType, Keys] = {ChartType.LINE: "line", ChartType.SCATTER: "dot"}
    kind = kinds.get(chart.type, "square")
    for columns in range(len(names), 0, -1):
        widths = [room.widest(names[n::columns]) + _key_width(kind, room) for n in range(columns)]
        least = sum(widths) + (2 * EDGE + (columns - 1) * BETWEEN) * room.size
        if least <= room.area.w:
            break
    width = min(least + (columns + 1) * LOOSE * room.size, room.area.w)
    loose = max((width - least) / (columns + 1), 0.0)
    rows = -(-len(names) // columns)
    box = Rect(room.area.x, room.area.y, width, rows * room.line)
    dotted = chart.size <= MOST_DOTS
    entries = _entries(names, series_inks(chart), kind, box, widths, loose, room, dotted)
    return Legend(box, entries, "top")


def legend_beside(chart: Chart, room: Room) -> Legend:
    """The categories of a pie in a column at the right."""
    area, em = room.area, room.size
    column = _key_width("square", room) + room.widest(chart.categories)
    width, height = column + 2 * (EDGE + LOOSE) * em, chart.size * room.line
    box = Rect(area.right - width, area.y + (area.h - height) / 2, width, height)
    entries = _entries(chart.categories, category_inks(chart), "square", box, [column], LOOSE * em, room)
    return Legend(box, entries, "right")


def _key_width(kind: Keys, room: Room) -> float:
    return ((LINE_KEY if kind == "line" else KEY) + KEY_GAP) * room.size


def _entries(
    names: tuple[str, ...], inks: tuple[Ink, ...], kind: Keys, box: Rect, widths: list[float], loose: float,
    room: Room, dotted: bool = False,
) -> tuple[Entry, ...]:  # fmt: skip
    """The entries row by row, each column as wide as its widest; `loose` pt are given to each gap."""
    em, side = room.size, KEY * room.size
    lefts = [box.x + EDGE * em + loose]
    for width in widths:
        lefts.append(lefts[-1] + width + BETWEEN * em + loose)
    entries = []
    for i, (name, ink) in enumerate(zip(names, inks, strict=True)):
        row, column = divmod(i, len(widths))
        x, y = lefts[column], box.y + (row + 0.5) * room.line
        key = Rect(x, y - side / 2, _key_width(kind, room) - KEY_GAP * em, side)
        label = Label(name, Point(key.right + KEY_GAP * em, y), "start", TEXT)
        entries.append(Entry(key, label, ink, kind, dotted))
    return tuple(entries)


def moved(legend: Legend, by: float) -> Legend:
    """The legend `by` pt further to the right."""
    entries = tuple(
        replace(
            entry,
            key=entry.key._replace(x=entry.key.x + by),
            label=replace(entry.label, at=entry.label.at._replace(x=entry.label.at.x + by)),
        )
        for entry in legend.entries
    )
    return replace(legend, box=legend.box._replace(x=legend.box.x + by), entries=entries)
