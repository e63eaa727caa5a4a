"""A chart at its size: every line, bar, point and word with its place, for both formats to draw."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from deckgen.figures.charts.scales import Scale
from deckgen.figures.charts.spec import Chart, ChartType, Ink, Stacking

Anchor = Literal["start", "middle", "end"]

LINE_WIDTH, DOT = 2.5, 7.0
"""The width of a series' line, and of the dots that mark its points, in pt."""
OVERLAID = 0.6
"""The opacity of areas that lie on one another."""
GRID_WIDTH, BASE_WIDTH, APART_WIDTH = 0.75, 1.0, 1.0
"""The width of the grid's lines, of the line from which values are measured, and of the line in the
ground's colour round fills that touch, in pt."""


class Point(NamedTuple):
    """A place in pt from the figure's top left corner."""

    x: float
    y: float


class Rect(NamedTuple):
    """A rectangle in pt: left, top, width, height."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The y of the bottom edge."""
        return self.y + self.h


@dataclass(frozen=True, slots=True)
class Label:
    """One line of words: at `at.y` their middle, at `at.x` their start, middle or end.

    `ink` is a role's; `on` is the fill that they stand on, where that is not the ground: the words
    then take whichever of text and background can be read on it.
    """

    text: str
    at: Point
    anchor: Anchor
    ink: Ink
    on: Ink | None = None
    slanted: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    start: Point
    end: Point


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of a pie, from `start` to `end` in turns (0-1) clockwise from 12 o'clock."""

    center: Point
    radius: float
    hole: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Marks:
    """What shows one series, or one category of a pie: in `ink`, or `inks` one for each bar.

    `bars` has an entry for each category, None where there is no value; `lines` and `areas` are broken
    where values are missing; `dots` mark single points.  `silent` are the points (from 0) whose labels
    have no room.
    """

    name: str
    ink: Ink
    bars: tuple[Rect | None, ...] = ()
    inks: tuple[Ink, ...] = ()
    lines: tuple[tuple[Point, ...], ...] = ()
    areas: tuple[tuple[Point, ...], ...] = ()
    dots: tuple[Point, ...] = ()
    slice: Slice | None = None
    labels: tuple[Label, ...] = ()
    silent: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the legend: its key, drawn as its series is (a line perhaps with a dot), and its name."""

    key: Rect
    label: Label
    ink: Ink
    kind: Literal["square", "line", "dot"] = "square"
    dotted: bool = False


@dataclass(frozen=True, slots=True)
class Legend:
    """The key to the colours, above the plot or beside it."""

    box: Rect
    entries: tuple[Entry, ...]
    side: Literal["top", "right"]


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis: its scale and the format of its ticks where it has numbers, its words, its title's place.

    `skip` is how many categories there are from one label to the next; `turned`: the title is set on end,
    read upwards.
    """

    scale: Scale | None
    format: str
    labels: tuple[Label, ...]
    skip: int = 1
    title: Rect | None = None
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart in a box `width` × `height` pt; `size` is that of its words.

    `plot` is the area between the axes, `base` the line from which values are measured.  `x` is the axis
    of the categories, `y` that of the values, whichever way they lie.  `direct` says that names stand at
    their series instead of in a legend.  `format` is that of data labels.  `mirrored`: read from right to
    left.
    """

    chart: Chart
    width: float
    height: float
    size: float
    plot: Rect
    series: tuple[Marks, ...]
    grid: tuple[Line, ...] = ()
    base: Line | None = None
    x: Axis | None = None
    y: Axis | None = None
    legend: Legend | None = None
    direct: bool = False
    format: str = ""
    mirrored: bool = False

    @property
    def opacity(self) -> float:
        """How much areas hide of what is behind them (0-1): those that lie on one another not all."""
        chart = self.chart
        overlap = chart.type is ChartType.AREA and chart.stacking is Stacking.NONE and len(self.series) > 1
        return OVERLAID if overlap else 1.0

    @property
    def words(self) -> tuple[str, ...]:
        """All words in it but the titles, in the order in which they are read."""
        labels = [entry.label for entry in self.legend.entries] if self.legend else []
        labels += [label for marks in self.series for label in marks.labels]
        labels += [label for axis in (self.x, self.y) if axis for label in axis.labels]
        return tuple(label.text for label in labels)
