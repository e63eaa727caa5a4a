"""A chart with axes → its figure: the room that words need at each side, and the plot in what is left."""

from __future__ import annotations

from dataclasses import dataclass, replace

from deckgen.figures.charts import keys, marks, words
from deckgen.figures.charts.figure import Axis, Figure, Label, Legend, Line, Marks, Point, Rect
from deckgen.figures.charts.formats import label_format
from deckgen.figures.charts.room import GAP, Room, Title
from deckgen.figures.charts.scales import Scale
from deckgen.figures.charts.spec import Chart, ChartType, Stacking
from deckgen.figures.charts.words import Words

TITLE_GAP = 0.5
"""Between an axis's title or the legend and what follows it, in em."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The plot, and the words along its lying and its upright axis."""

    plot: Rect
    lying: Words
    upright: Words


def cartesian(chart: Chart, room: Room) -> Figure:
    """The chart laid out; lines are named where they end if the names have room, else in a legend."""
    beside = keys.name_room(chart, room)
    if beside is not None:
        frame = _frame(chart, room, None, beside)
        named = keys.named(_marks(chart, frame, room), frame.plot, room)
        if named:
            return _figure(chart, room, frame, named, None)
    legend = keys.legend_above(chart, room)
    frame = _frame(chart, room, legend, 0.0)
    if legend:  # its keys begin where the plot does
        indent = frame.plot.x - legend.entries[0].key.x
        spare = room.area.right - legend.box.right
        legend = keys.moved(legend, max(min(indent, spare), 0.0))
    return _figure(chart, room, frame, _marks(chart, frame, room), legend)


def _frame(chart: Chart, room: Room, legend: Legend | None, beside: float) -> Frame:
    """The plot left by the words at its sides; how many of those there are depends on the plot in turn."""
    area, titles = room.area, _titles(chart, room)
    top, edge = area.y + _head(chart, room, legend), area.x + _turned(titles.upright, room)
    foot = _height(titles.lying, room)
    plot = Rect(edge, top, area.right - edge - beside, area.bottom - top - foot - 2 * room.line)
    for _ in range(3):
        upright, lying = _upright(chart, plot.h, room), _lying(chart, plot.w, room)
        over_left, over_right = lying.overhang(plot.w, room)
        left = edge + max(upright.width(room), over_left)
        right = area.right - max(beside, over_right, _label_room(chart, room))
        bottom = area.bottom - lying.height(room) - foot
        before, plot = plot, Rect(left, top, max(right - left, 1.0), max(bottom - top, 1.0))
        if before == plot:
            break
    return Frame(plot, lying, upright)


def _upright(chart: Chart, length: float, room: Room) -> Words:
    if chart.type is ChartType.BAR:
        return words.names_beside(chart, length, room)
    return words.value_words(chart, length, room, lying=False)


def _lying(chart: Chart, length: float, room: Room) -> Words:
    if chart.type is ChartType.BAR:
        return words.value_words(chart, length, room, lying=True)
    if chart.type is ChartType.SCATTER:
        return words.across_words(chart, length, room)
    return words.names_below(chart, length, room)


@dataclass(frozen=True, slots=True)
class Titles:
    """The titles of the two axes by how these lie."""

    lying: Title | None
    upright: Title | None


def _titles(chart: Chart, room: Room) -> Titles:
    if chart.type is ChartType.BAR:
        return Titles(room.y_title, room.x_title)
    return Titles(room.x_title, room.y_title)


def _height(title: Title | None, room: Room) -> float:
    """What a title that is read across takes of the height, its gap included."""
    return title.box[1] + TITLE_GAP * room.size if title and not title.turned else 0.0


def _turned(title: Title | None, room: Room) -> float:
    """What a title that is set on end takes of the width."""
    return title.box[0] + TITLE_GAP * room.size if title and title.turned else 0.0


def _head(chart: Chart, room: Room, legend: Legend | None) -> float:
    """What stands above the plot: the legend, the upright axis's title, half a tick or a data label."""
    rows = legend.box.h + TITLE_GAP * room.size if legend else 0.0
    above = 0.0 if chart.type is ChartType.BAR else room.line / 2
    if chart.labels and chart.type in (ChartType.COLUMN, ChartType.LINE, ChartType.SCATTER):
        above = max(above, room.line + GAP) if chart.stacking is Stacking.NONE else above
    return rows + _height(_titles(chart, room).upright, room) + above


def _label_room(chart: Chart, room: Room) -> float:
    """The room that the labels of lying bars need beyond the longest."""
    if not chart.labels or chart.type is not ChartType.BAR or chart.stacking is not Stacking.NONE:
        return 0.0
    return room.widest(text for n in range(len(chart.series)) for text in marks.label_texts(chart, n)) + GAP


def _marks(chart: Chart, frame: Frame, room: Room) -> tuple[Marks, ...]:
    plot, upright, lying = frame.plot, frame.upright.scale, frame.lying.scale
    match chart.type, upright, lying:
        case ChartType.BAR, None, Scale():
            return marks.bars(chart, plot, lying, room)
        case ChartType.SCATTER, Scale(), Scale():
            return marks.dots(chart, plot, lying, upright, room)
        case ChartType.COLUMN, Scale(), None:
            return marks.columns(chart, plot, upright, room)
        case _, Scale(), None:
            return marks.lines(chart, plot, upright, room)
        case _:
            raise AssertionError(chart.type)


def _figure(
    chart: Chart, room: Room, frame: Frame, drawn: tuple[Marks, ...], legend: Legend | None
) -> Figure:
    plot, titles = frame.plot, _titles(chart, room)
    lying = _axis(frame.lying, frame.lying.below(plot, room))
    lying = replace(lying, title=_title_below(titles.lying, frame, room))
    upright = _axis(frame.upright, frame.upright.left_of(plot, room))
    turned = titles.upright is not None and titles.upright.turned
    upright = replace(upright, title=_title_beside(titles.upright, plot, room, legend), turned=turned)
    lies = chart.type is ChartType.BAR
    x, y = (upright, lying) if lies else (lying, upright)
    return Figure(
        chart, room.width, room.height, room.size, plot, drawn, _grid(frame, lies), _base(frame, lies), x, y,
        legend, legend is None and len(drawn) > 1, label_format(chart),
    )  # fmt: skip


def _axis(found: Words, labels: tuple[Label, ...]) -> Axis:
    return Axis(found.scale, found.format, labels, found.skip)


def _title_beside(title: Title | None, plot: Rect, room: Room, legend: Legend | None) -> Rect | None:
    """The upright axis's title: over its words at the chart's edge, or on end beside them."""
    if title is None:
        return None
    if title.turned:
        return Rect(room.area.x, plot.y + (plot.h - title.box[1]) / 2, *title.box)
    top = legend.box.bottom + TITLE_GAP * room.size if legend else room.area.y
    return Rect(room.area.x, top, *title.box)


def _title_below(title: Title | None, frame: Frame, room: Room) -> Rect | None:
    """The lying axis's title, in the middle below its words."""
    if title is None:
        return None
    plot = frame.plot
    y = plot.bottom + frame.lying.height(room) + TITLE_GAP * room.size
    return Rect(plot.x + (plot.w - title.box[0]) / 2, y, *title.box)


def _grid(frame: Frame, lies: bool) -> tuple[Line, ...]:
    """A line at each tick of the values."""
    plot = frame.plot
    if lies:
        xs = (plot.x + place * plot.w for place in frame.lying.places)
        return tuple(Line(Point(x, plot.y), Point(x, plot.bottom)) for x in xs)
    ys = (plot.bottom - place * plot.h for place in frame.upright.places)
    return tuple(Line(Point(plot.x, y), Point(plot.right, y)) for y in ys)


def _base(frame: Frame, lies: bool) -> Line:
    """The line from which values are measured."""
    plot = frame.plot
    scale = frame.lying.scale if lies else frame.upright.scale
    share = scale.share(scale.base) if scale else 0.0
    if lies:
        x = plot.x + share * plot.w
        return Line(Point(x, plot.y), Point(x, plot.bottom))
    y = plot.bottom - share * plot.h
    return Line(Point(plot.x, y), Point(plot.right, y))
