"""A plot and its scales → the bars, lines, areas and dots of each series, and their data labels."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from deckgen.figures.charts.colors import category_inks, series_inks
from deckgen.figures.charts.figure import DOT, Anchor, Label, Marks, Point, Rect
from deckgen.figures.charts.formats import label_format, shows_share, written
from deckgen.figures.charts.room import GAP, Room
from deckgen.figures.charts.scales import Scale
from deckgen.figures.charts.spec import MOST_DOTS, Chart, ChartType, Ink, Stacking
from deckgen.figures.charts.stacks import Span, spans
from deckgen.figures.charts.words import TEXT, category_places

SPACE = 0.6
"""The room between the bars of two categories, in widths of a bar."""
EDGE = 0.01
"""What counts as nothing, in pt."""
APART = 0.06
"""The room between bars of one category, in widths of a bar."""


def bar_layout(count: int, stacked: bool) -> tuple[float, list[float]]:
    """The width of a bar and where each series' begins, in shares of a category's band."""
    side_by_side = 1 if stacked else count
    width = 1 / (side_by_side + (side_by_side - 1) * APART + SPACE)
    starts = [(SPACE / 2 + i * (1 + APART)) * width for i in range(side_by_side)]
    return width, starts * count if stacked else starts


def columns(chart: Chart, plot: Rect, scale: Scale, room: Room) -> tuple[Marks, ...]:
    """Bars that stand."""

    def rect(start: float, width: float, span: Span) -> Rect:
        near, far = (plot.bottom - scale.share(end) * plot.h for end in span)
        return Rect(plot.x + start * plot.w, min(near, far), width * plot.w, abs(near - far))

    def label(bar: Rect, below: bool) -> tuple[Point, Anchor]:
        away = GAP + room.line / 2
        y = bar.bottom + away if below else bar.y - away
        return Point(bar.x + bar.w / 2, y), "middle"

    return _bars(chart, scale, room, rect, label)


def bars(chart: Chart, plot: Rect, scale: Scale, room: Room) -> tuple[Marks, ...]:
    """Bars that lie, the first category at the top."""

    def rect(start: float, width: float, span: Span) -> Rect:
        near, far = (plot.x + scale.share(end) * plot.w for end in span)
        return Rect(min(near, far), plot.y + start * plot.h, abs(near - far), width * plot.h)

    def label(bar: Rect, left: bool) -> tuple[Point, Anchor]:
        x = bar.x - GAP if left else bar.right + GAP
        return Point(x, bar.y + bar.h / 2), "end" if left else "start"

    return _bars(chart, scale, room, rect, label)


def _bars(
    chart: Chart, scale: Scale, room: Room,
    rect: Callable[[float, float, Span], Rect],
    outside: Callable[[Rect, bool], tuple[Point, Anchor]],
) -> tuple[Marks, ...]:  # fmt: skip
    stacked = chart.stacking is not Stacking.NONE
    width, starts = bar_layout(len(chart.series), stacked)
    inks, single = series_inks(chart), category_inks(chart) if len(chart.series) == 1 else ()
    made = []
    for n, (series, row) in enumerate(zip(chart.series, spans(chart, scale.base), strict=True)):
        found = [
            None if span is None else rect((i + starts[n]) / chart.size, width / chart.size, span)
            for i, span in enumerate(row)
        ]
        below = [(value or 0.0) < 0 for value in series.values]
        labels = [
            (_inside(bar, text, inks[n], room) if stacked else Label(text, *outside(bar, under), TEXT))
            if bar and text
            else None
            for bar, text, under in zip(found, label_texts(chart, n), below, strict=True)
        ]
        made.append(_labelled(Marks(series.name, inks[n], tuple(found), single), labels, chart.labels))
    return tuple(made)


def _labelled(marks: Marks, labels: Sequence[Label | None], wanted: bool) -> Marks:
    """The marks with their labels; the points without one are silent, where labels are `wanted`."""
    silent = tuple(i for i, label in enumerate(labels) if label is None) if wanted else ()
    return replace(marks, labels=tuple(label for label in labels if label), silent=silent)


def _inside(bar: Rect, text: str, ink: Ink, room: Room) -> Label | None:
    """A label in the middle of its bar; None where the bar is too small for it."""
    if bar.h < room.size or bar.w < room.measure(text):
        return None
    middle = Point(bar.x + bar.w / 2, bar.y + bar.h / 2)
    return Label(text, middle, "middle", TEXT, on=ink)


def label_texts(chart: Chart, n: int) -> tuple[str, ...]:
    """What the data labels of series `n` say, "" where there is none."""
    values = chart.series[n].values
    if not chart.labels:
        return ("",) * len(values)
    if shows_share(chart):
        wholes = _wholes(chart, values)
        values = tuple(None if v is None else v / w for v, w in zip(values, wholes, strict=True))
    code = label_format(chart)
    return tuple("" if v is None else written(chart, (v,), code)[0] for v in values)


def _wholes(chart: Chart, values: Sequence[float | None]) -> list[float]:
    """What each value of a series is a share of: the pie, or the stack that it stands in."""
    if chart.round:
        return [sum(value or 0.0 for value in values) or 1.0] * len(values)
    return [sum(abs(s.values[i] or 0.0) for s in chart.series) or 1.0 for i in range(len(values))]


def lines(chart: Chart, plot: Rect, scale: Scale, room: Room) -> tuple[Marks, ...]:
    """Lines, or areas, through the values of each series, one above the other where stacked."""
    xs = [plot.x + place * plot.w for place in category_places(chart)]
    filled = chart.type is ChartType.AREA
    made = []
    for n, (series, row) in enumerate(zip(chart.series, spans(chart, scale.base), strict=True)):
        ink, texts = series_inks(chart)[n], label_texts(chart, n)
        runs = _runs(_points(xs, [span and span[1] for span in row], plot, scale))
        if filled:
            marks = Marks(series.name, ink, areas=_areas(xs, row, plot, scale))
            places = zip(xs, row, texts, strict=True)
            labels = [_within(x, span, text, plot, scale, ink, room) for x, span, text in places]
            labels[0] = labels[-1] = None  # half of it would stand outside
        else:
            long = tuple(run for run in runs if len(run) > 1)
            marks = Marks(series.name, ink, lines=long, dots=_dots(runs, chart.size))
            labels = _above(_points(xs, [span and span[1] for span in row], plot, scale), texts, plot, room)
        made.append(_labelled(marks, labels, chart.labels))
    return tuple(made)


def dots(chart: Chart, plot: Rect, across: Scale, scale: Scale, room: Room) -> tuple[Marks, ...]:
    """The points of a scatter chart."""
    made = []
    for n, (series, ink) in enumerate(zip(chart.series, series_inks(chart), strict=True)):
        points = [
            None if x is None or y is None
            else Point(plot.x + across.at(x) * plot.w, plot.bottom - scale.at(y) * plot.h)
            for x, y in zip(series.xs, series.values, strict=True)
        ]  # fmt: skip
        shown = tuple(point for point in points if point is not None)
        labels = _above(points, label_texts(chart, n), plot, room)
        made.append(_labelled(Marks(series.name, ink, dots=shown), labels, chart.labels))
    return tuple(made)


def _points(
    xs: Sequence[float], values: Sequence[float | None], plot: Rect, scale: Scale
) -> list[Point | None]:
    return [
        None if value is None else Point(x, plot.bottom - scale.at(value) * plot.h)
        for x, value in zip(xs, values, strict=True)
    ]


def _runs(points: Sequence[Point | None]) -> list[tuple[Point, ...]]:
    """The points in stretches without a gap."""
    runs: list[list[Point]] = [[]]
    for point in points:
        if point is None:
            runs.append([])
        else:
            runs[-1].append(point)
    return [tuple(run) for run in runs if run]


def _dots(runs: Sequence[tuple[Point, ...]], size: int) -> tuple[Point, ...]:
    """The points that are marked: all of a few, else those that no line reaches."""
    return tuple(point for run in runs for point in run if size <= MOST_DOTS or len(run) == 1)


def _areas(
    xs: Sequence[float], row: Sequence[Span | None], plot: Rect, scale: Scale
) -> tuple[tuple[Point, ...], ...]:
    """The outline of an area: along its values, and back along what it rises from."""
    tops = _points(xs, [span and span[1] for span in row], plot, scale)
    feet = _points(xs, [span and span[0] for span in row], plot, scale)
    return tuple(
        (*above, *reversed(below))
        for above, below in zip(_runs(tops), _runs(feet), strict=True)
        if len(above) > 1
    )


def _above(
    points: Sequence[Point | None], texts: Sequence[str], plot: Rect, room: Room
) -> list[Label | None]:
    """Labels above the points that lie in the plot."""
    away = DOT / 2 + GAP + room.line / 2
    return [
        Label(text, Point(point.x, point.y - away), "middle", TEXT)
        if point and text and within(point, plot)
        else None
        for point, text in zip(points, texts, strict=True)
    ]


def within(point: Point, plot: Rect) -> bool:
    """Whether a point lies in the plot, its edges included."""
    across = plot.x - EDGE <= point.x <= plot.right + EDGE
    return across and plot.y - EDGE <= point.y <= plot.bottom + EDGE


def _within(
    x: float, span: Span | None, text: str, plot: Rect, scale: Scale, ink: Ink, room: Room
) -> Label | None:
    """A label in the middle of an area; None where the area is too low for it."""
    if span is None or not text:
        return None
    top, foot = (plot.bottom - scale.share(end) * plot.h for end in span)
    if abs(top - foot) < room.line:
        return None
    return Label(text, Point(x, (top + foot) / 2), "middle", TEXT, on=ink)
