"""A pie or doughnut → its figure: slices, and their names around them or in a legend."""

from __future__ import annotations

import math

from deckgen.figures.charts import keys
from deckgen.figures.charts.colors import category_inks
from deckgen.figures.charts.figure import Figure, Label, Legend, Marks, Point, Rect, Slice
from deckgen.figures.charts.formats import label_format
from deckgen.figures.charts.marks import label_texts
from deckgen.figures.charts.room import Room, Size
from deckgen.figures.charts.spec import Chart, ChartType, Ink
from deckgen.figures.charts.words import TEXT
from deckgen.figures.charts.wrapping import wrapped

HOLE = 0.5
"""The radius of a doughnut's hole in that of the whole; LibreOffice draws no other."""
FEW = 7
"""Up to so many parts are named around a pie."""
OUT = 4.25
"""From the rim of a pie to the words outside or inside it, in pt: 1.5 mm, as LibreOffice has it."""
WRAP = 0.2
"""The share of the chart's width at which words outside a pie wrap in LibreOffice."""
UPRIGHT = 5 / 360
"""Within this part of a turn of the axes, words stand in the middle of their side (LibreOffice, too)."""


def pie(chart: Chart, room: Room) -> Figure:
    """The slices, clockwise from 12 o'clock."""
    around = _around(chart, room)
    return around or _with_legend(chart, room)


def _slices(chart: Chart, plot: Rect) -> list[Slice]:
    values = [value or 0.0 for value in chart.series[0].values]
    whole = math.fsum(values) or 1.0
    center, radius = Point(plot.x + plot.w / 2, plot.y + plot.h / 2), min(plot.w, plot.h) / 2
    hole = HOLE * radius if chart.type is ChartType.DOUGHNUT else 0.0
    found, reached = [], 0.0
    for value in values:
        start, reached = reached, reached + value / whole
        found.append(Slice(center, radius, hole, start, reached))
    return found


def _around(chart: Chart, room: Room) -> Figure | None:
    """The pie with names around it; None where they have no room, or touch one another."""
    if chart.type is ChartType.DOUGHNUT or chart.size > FEW:
        return None
    texts, most = label_texts(chart, 0), room.width * WRAP
    names = [wrapped(name, most, room.measure) for name in chart.categories]
    if any(room.widest(name) > most for name in names):
        return None
    lines = [(*name, *((text,) if text else ())) for name, text in zip(names, texts, strict=True)]
    wide = max(room.widest(found) for found in lines) + OUT
    high = max(map(len, lines)) * room.line + OUT
    across, down = room.area.w - 2 * wide, room.area.h - 2 * high
    side = min(across, down)
    if side < room.size * 6:
        return None
    plot = Rect(room.area.x + (room.area.w - side) / 2, room.area.y + high + (down - side) / 2, side, side)
    slices = _slices(chart, plot)
    boxes = [_outside(piece, found, room) for piece, found in zip(slices, lines, strict=True)]
    if any(_touch(a, b) for i, a in enumerate(boxes) for b in boxes[:i]):
        return None
    marks = tuple(
        Marks(name, ink, slice=piece, labels=_lines(box, found, room))
        for name, ink, piece, box, found in zip(
            chart.categories, category_inks(chart), slices, boxes, lines, strict=True
        )
    )
    return _figure(chart, room, plot, marks, None)


def _outside(piece: Slice, lines: tuple[str, ...], room: Room) -> Rect:
    """The box of words outside a slice: the corner or side that is nearest to its middle touches it."""
    turn = (piece.start + piece.end) / 2
    return _touching(_at(piece, turn, piece.radius + OUT), turn, (room.widest(lines), len(lines) * room.line))


def _at(piece: Slice, turn: float, radius: float) -> Point:
    """The point in a direction from the centre."""
    across, up = math.sin(math.tau * turn), math.cos(math.tau * turn)
    return Point(piece.center.x + radius * across, piece.center.y - radius * up)


def _touching(at: Point, turn: float, size: Size) -> Rect:
    """A box that lies in the direction `turn` from a point, with a corner or the middle of a side on it."""
    (x, y), (w, h) = at, size
    left = {1: x, 0: x - w / 2, -1: x - w}[_side(turn)]
    top = {1: y, 0: y - h / 2, -1: y - h}[_side(turn - 0.25)]
    return Rect(left, top, w, h)


def _side(turn: float) -> int:
    """Which way a direction leans: 1 within the half turn that begins at 0, -1 within the other, 0 where
    they meet."""
    turn %= 1.0
    if min(turn, 1 - turn, abs(turn - 0.5)) <= UPRIGHT:
        return 0
    return 1 if turn < 0.5 else -1


def _touch(a: Rect, b: Rect) -> bool:
    return a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom


def _lines(box: Rect, lines: tuple[str, ...], room: Room) -> tuple[Label, ...]:
    x = box.x + box.w / 2
    return tuple(
        Label(line, Point(x, box.y + (i + 0.5) * room.line), "middle", TEXT) for i, line in enumerate(lines)
    )


def _with_legend(chart: Chart, room: Room) -> Figure:
    """The pie with the names of its parts beside it, and its labels on the slices that hold them."""
    legend = keys.legend_beside(chart, room)
    gap = 2 * room.size
    area, taken = room.area, legend.box.w + gap
    side = max(min(area.w - taken, area.h), 1.0)
    left = area.x + max((area.w - side - taken) / 2, 0.0)
    plot = Rect(left, area.y + (area.h - side) / 2, side, side)
    legend = keys.moved(legend, left + side + gap - legend.box.x)
    texts, inks = label_texts(chart, 0), category_inks(chart)
    marks = []
    for i, (name, ink, piece) in enumerate(zip(chart.categories, inks, _slices(chart, plot), strict=True)):
        label = _within(piece, texts[i], ink, room)
        silent = (i,) if chart.labels and label is None else ()
        marks.append(Marks(name, ink, slice=piece, labels=(label,) if label else (), silent=silent))
    return _figure(chart, room, plot, tuple(marks), legend)


def _within(piece: Slice, text: str, ink: Ink, room: Room) -> Label | None:
    """The label at the rim of a slice, or in the middle of the ring; None where that is too narrow."""
    turn, size = (piece.start + piece.end) / 2, (room.measure(text), room.line)
    at = _at(piece, turn, (piece.radius + piece.hole) / 2)
    reach = (piece.radius + piece.hole) / 2
    if not piece.hole:
        box = _touching(_at(piece, turn, piece.radius - OUT), turn + 0.5, size)
        at, reach = Point(box.x + box.w / 2, box.y + box.h / 2), piece.radius - max(size) / 2
    if not text or math.tau * min(piece.end - piece.start, 0.5) * reach < max(size):
        return None
    return Label(text, at, "middle", TEXT, on=ink)


def _figure(chart: Chart, room: Room, plot: Rect, marks: tuple[Marks, ...], legend: Legend | None) -> Figure:
    return Figure(
        chart, room.width, room.height, room.size, plot, marks, legend=legend, direct=legend is None,
        format=label_format(chart),
    )  # fmt: skip
