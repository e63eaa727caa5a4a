"""An axis's numbers or names → its words, where along it they stand, and the room they need beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from deckgen.figures.charts.figure import Label, Point, Rect
from deckgen.figures.charts.formats import axis_format, label_format, written
from deckgen.figures.charts.room import GAP, TICK_GAP, Room
from deckgen.figures.charts.scales import Scale, scale_of
from deckgen.figures.charts.spec import BARS, FROM_ZERO, Chart, Ink, Stacking
from deckgen.figures.charts.stacks import extremes
from deckgen.figures.charts.wrapping import Names, one_below_another, side_by_side

STEP_UPRIGHT, STEP_LYING = 3.0, 6.0
"""The least room for a step between ticks, in em, on an upright and on a lying axis."""

MOST_STEPS = 8
NAMES_SHARE = 0.4
"""The share of a chart's width that the names of lying bars may take."""

SLOPE = 0.7071
"""The sine and cosine of half a right angle, at which names rise that are too long to lie."""

TEXT = Ink("text")


@dataclass(frozen=True, slots=True)
class Words:
    """What stands along an axis: `places` are shares of its length, from the left or from the bottom.

    `scale` and `format` are those of numbers; of names one in `skip` is shown.
    """

    places: tuple[float, ...]
    lines: tuple[tuple[str, ...], ...]
    scale: Scale | None = None
    format: str = ""
    skip: int = 1
    slanted: bool = False

    def width(self, room: Room) -> float:
        """The room in pt that they need left of the plot."""
        return max(map(room.widest, self.lines), default=0.0) + TICK_GAP

    def height(self, room: Room) -> float:
        """The room in pt that they need below the plot."""
        if self.slanted:
            return (self.width(room) - TICK_GAP + room.line) * SLOPE + TICK_GAP
        return max(map(len, self.lines), default=0) * room.line + TICK_GAP

    def overhang(self, length: float, room: Room) -> tuple[float, float]:
        """By how many pt they stand out beyond the left and the right end of an axis of `length` pt."""
        before, after = (SLOPE, 0.0) if self.slanted else (0.5, 0.5)
        widths = [(place, room.widest(found)) for place, found in self._shown()]
        left = max((before * width - place * length for place, width in widths), default=0.0)
        right = max((after * width - (1 - place) * length for place, width in widths), default=0.0)
        return max(left, 0.0), max(right, 0.0)

    def _shown(self) -> Iterator[tuple[float, tuple[str, ...]]]:
        return ((place, found) for place, found in zip(self.places, self.lines, strict=True) if found)

    def left_of(self, plot: Rect, room: Room) -> tuple[Label, ...]:
        """Their labels left of the plot, each against it; the lines of one are centred on one another."""
        labels = []
        for place, found in self._shown():
            right, y = plot.x - TICK_GAP, plot.bottom - place * plot.h
            if len(found) == 1:
                labels.append(Label(found[0], Point(right, y), "end", TEXT))
                continue
            top = Point(right - room.widest(found) / 2, y - (len(found) - 1) / 2 * room.line)
            labels += _centred(found, top, room)
        return tuple(labels)

    def below(self, plot: Rect, room: Room) -> tuple[Label, ...]:
        """Their labels, centred below the plot, or rising towards it."""
        top, labels = plot.bottom + TICK_GAP, []
        for place, found in self._shown():
            x = plot.x + place * plot.w
            if self.slanted:
                end = Point(x + 0.1 * room.size, top + (room.line * SLOPE - 0.08 * room.size) / 2)
                labels += [Label(line, end, "end", TEXT, slanted=True) for line in found]
            else:
                labels += _centred(found, Point(x, top + room.line / 2), room)
        return tuple(labels)


def _centred(lines: tuple[str, ...], first: Point, room: Room) -> list[Label]:
    """Lines below one another, the middle of the first at `first`."""
    return [
        Label(line, Point(first.x, first.y + i * room.line), "middle", TEXT) for i, line in enumerate(lines)
    ]


def number_words(chart: Chart, scale: Scale, code: str) -> Words:
    """The ticks of a scale."""
    lines = tuple((text,) for text in written(chart, scale.ticks, code))
    return Words(tuple(map(scale.share, scale.ticks)), lines, scale, code)


def value_words(chart: Chart, length: float, room: Room, *, lying: bool) -> Words:
    """The axis of values over `length` pt, with as many steps as its words have room for.

    Steps that the format would not tell apart are too many as well.
    """
    most = max(2, min(MOST_STEPS, int(length / ((STEP_LYING if lying else STEP_UPRIGHT) * room.size))))
    beyond = _label_share(chart, length, room, lying=lying)
    while True:
        scale = value_scale(chart, most, beyond)
        words = number_words(chart, scale, axis_format(chart, scale, values=True))
        apart = max(map(room.widest, words.lines)) + room.size if lying else 0.0
        distinct = len(set(words.lines)) == len(words.lines)
        if most == 1 or (distinct and apart * (len(words.lines) - 1) <= length):
            return words
        most -= 1


def _label_share(chart: Chart, length: float, room: Room, *, lying: bool) -> float:
    """What of the axis a label takes beyond a bar below zero, where the categories' names would be."""
    values = [v for series in chart.series for v in series.values if v is not None]
    if not chart.labels or chart.stacking is not Stacking.NONE or min(values, default=0.0) >= 0:
        return 0.0
    texts = written(chart, values, label_format(chart))
    return min((room.widest(texts) if lying else room.line) + GAP, length / 3) / length


def value_scale(chart: Chart, most: int, beyond: float = 0.0) -> Scale:
    """The scale of the values in at most `most` steps; `beyond` is the share to leave free below bars."""
    ends, low, high = extremes(chart), chart.y.minimum, chart.y.maximum
    if beyond and chart.type in BARS:
        ends.append(min(ends) - beyond * (max(*ends, 0.0) - min(ends)))
    if chart.stacking is Stacking.PERCENT:
        least = -1.0 if min(ends, default=0.0) < 0 else 0.0
        largest = 1.0 if max(ends, default=1.0) > 0 else 0.0
        low, high = least if low is None else low, largest if high is None else high
    zero = chart.type in FROM_ZERO or chart.stacking is not Stacking.NONE
    return scale_of(ends, zero=zero, most=most, minimum=low, maximum=high)


def across_words(chart: Chart, length: float, room: Room) -> Words:
    """The axis of a scatter chart's x values."""
    xs = [
        x
        for series in chart.series
        for x, y in zip(series.xs, series.values, strict=True)
        if x is not None and y is not None
    ]
    most = max(2, min(MOST_STEPS, int(length / (STEP_LYING * room.size))))
    scale = scale_of(xs, zero=False, most=most, minimum=chart.x.minimum, maximum=chart.x.maximum)
    return number_words(chart, scale, axis_format(chart, scale, values=False))


def names_below(chart: Chart, length: float, room: Room) -> Words:
    """Categories side by side over `length` pt."""
    pitch = length / (chart.size if chart.banded else max(chart.size - 1, 1))
    return _names(category_places(chart), side_by_side(chart.categories, pitch, room, every=chart.banded))


def names_beside(chart: Chart, length: float, room: Room) -> Words:
    """The categories of lying bars, the first at the top."""
    places = tuple(1 - place for place in category_places(chart))
    width = NAMES_SHARE * room.area.w - TICK_GAP
    return _names(places, one_below_another(chart.categories, length / chart.size, width, room))


def _names(places: tuple[float, ...], names: Names) -> Words:
    return Words(places, names.lines, skip=names.skip, slanted=names.slanted)


def category_places(chart: Chart) -> tuple[float, ...]:
    """Where categories stand along their axis: in the middle of a band each, or from end to end of it."""
    if chart.banded:
        return tuple((i + 0.5) / chart.size for i in range(chart.size))
    return tuple(i / (chart.size - 1) for i in range(chart.size))
