"""A chart figure → inline SVG with real text, and the table of its numbers."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from deckgen.figures.charts import (
    DOT,
    FREE,
    LINE_WIDTH,
    ChartType,
    Entry,
    Figure,
    Ink,
    Label,
    Line,
    Marks,
    Point,
    Rect,
    Slice,
    Stacking,
    data_rows,
)
from deckgen.figures.charts.colors import BASE, GRID
from deckgen.figures.charts.figure import APART_WIDTH, BASE_WIDTH, GRID_WIDTH
from deckgen.scene import ChartFigure
from deckgen.theme import ColorRef
from deckgen.writers.html.axistitles import MIDDLE, axis_titles
from deckgen.writers.html.builds import part
from deckgen.writers.html.styles import Styles, number, px


@dataclass(frozen=True, slots=True)
class Drawing:
    """Draws one figure in the colours of its page."""

    figure: Figure
    styles: Styles
    inverse: bool
    clicks: Mapping[int, int]

    def svg(self) -> Markup:
        """The groups of the figure: grid, axes, each series, legend."""
        figure = self.figure
        parts = [self._group("grid", (self._line(line, GRID, GRID_WIDTH) for line in figure.grid))]
        if figure.base:
            parts.append(self._line(figure.base, BASE, BASE_WIDTH))
        parts.append(self._clipped([self._series(n, marks) for n, marks in enumerate(figure.series)]))
        for axis in (figure.x, figure.y):
            if axis:
                parts.append(self._group("axis", map(self._label, axis.labels)))
        if figure.legend:
            parts.append(self._group("legend", map(self._entry, figure.legend.entries)))
        return Markup("").join(parts)

    def _clipped(self, series: list[Markup]) -> Markup:
        """The series, cut off at the plot's edges where the author set an end of an axis."""
        drawn, chart = Markup("").join(series), self.figure.chart
        if chart.x == FREE and chart.y == FREE:
            return drawn
        plot = self.figure.plot
        x, w = (plot.x, plot.w) if chart.type is ChartType.SCATTER else (0.0, self.figure.width)
        room = [number(v) for v in (x - DOT / 2, plot.y - DOT / 2, w + DOT, plot.h + DOT)]
        where = f'x="{room[0]}" y="{room[1]}" width="{room[2]}" height="{room[3]}"'
        return Markup(f'<svg {where} viewBox="{" ".join(room)}">{drawn}</svg>')

    def _color(self, ink: Ink) -> str:
        return self.styles.color(self._ref(ink))

    def _ref(self, ink: Ink, least: float | None = None) -> ColorRef:
        return self.styles.theme.mark(ink.role, ink.fade, self.inverse, least, ink.tint)

    @staticmethod
    def _group(name: str, content: Iterator[Markup]) -> Markup:
        return Markup('<g class="{}">{}</g>').format(name, Markup("").join(content))

    def _line(self, line: Line, ink: Ink, width: float) -> Markup:
        (x1, y1), (x2, y2) = line.start, line.end
        ends = f'x1="{number(x1)}" y1="{number(y1)}" x2="{number(x2)}" y2="{number(y2)}"'
        return Markup(f'<line {ends} stroke="{self._color(ink)}" stroke-width="{width:g}"/>')

    def _label(self, label: Label) -> Markup:
        ref = (
            self.styles.theme.readable_on(self._ref(label.on), self.inverse)
            if label.on
            else self._ref(label.ink, self.styles.theme.least.words)
        )
        x, y = label.at
        down = MIDDLE * self.figure.size
        where = f'x="{number(x)}" y="{number(y + down)}"'
        if label.slanted:
            where = f'transform="translate({number(x)} {number(y)}) rotate(-45)" dy="{number(down)}"'
        anchor = "" if label.anchor == "start" else f' text-anchor="{label.anchor}"'
        return Markup(f'<text {where}{anchor} fill="{self.styles.color(ref)}">{escape(label.text)}</text>')

    def _entry(self, entry: Entry) -> Markup:
        key, color = entry.key, self._color(entry.ink)
        middle = Point(key.x + key.w / 2, key.y + key.h / 2)
        if entry.kind == "square":
            return self._rect(key, f'fill="{color}"{self._opacity()}') + self._label(entry.label)
        drawn = self._dot(middle, color) if entry.kind == "dot" or entry.dotted else Markup("")
        if entry.kind == "line":
            drawn = (
                self._line(Line(Point(key.x, middle.y), Point(key.right, middle.y)), entry.ink, LINE_WIDTH)
                + drawn
            )
        return drawn + self._label(entry.label)

    @staticmethod
    def _rect(box: Rect, look: str) -> Markup:
        x, y, w, h = map(number, box)
        return Markup(f'<rect x="{x}" y="{y}" width="{w}" height="{h}" {look}/>')

    @staticmethod
    def _dot(at: Point, color: str) -> Markup:
        return Markup(f'<circle cx="{number(at.x)}" cy="{number(at.y)}" r="{DOT / 2:g}" fill="{color}"/>')

    def _series(self, n: int, marks: Marks) -> Markup:
        shapes = [*self._bars(marks), *self._areas(marks), *self._lines(marks)]
        if marks.slice:
            shapes.append(self._slice(marks.slice, marks.ink))
        shapes += map(self._label, marks.labels)
        click = self.clicks.get(0 if self.figure.chart.round else n)
        return Markup("<g{}>{}</g>").format(Markup(part(click, "series")), Markup("").join(shapes))

    def _filled(self, ink: Ink) -> str:
        """A fill; where fills lie side by side, with a line of the ground's colour round it."""
        fill = f'fill="{self._color(ink)}"'
        if self.figure.chart.stacking is Stacking.NONE and not self.figure.chart.round:
            return fill
        ground = self.styles.color(ColorRef("background"))
        return f'{fill} stroke="{ground}" stroke-width="{APART_WIDTH:g}" stroke-linejoin="round"'

    def _opacity(self) -> str:
        return f' fill-opacity="{self.figure.opacity:g}"' if self.figure.opacity < 1 else ""

    def _bars(self, marks: Marks) -> Iterator[Markup]:
        inks = marks.inks or (marks.ink,) * len(marks.bars)
        for bar, ink in zip(marks.bars, inks, strict=True):
            if bar is not None:
                yield self._rect(bar, self._filled(ink))

    def _areas(self, marks: Marks) -> Iterator[Markup]:
        for area in marks.areas:
            yield Markup(f'<path d="{_path(area)}Z" {self._filled(marks.ink)}{self._opacity()}/>')

    def _lines(self, marks: Marks) -> Iterator[Markup]:
        color = self._color(marks.ink)
        look = f'fill="none" stroke="{color}" stroke-width="{LINE_WIDTH:g}" stroke-linecap="round"'
        for points in marks.lines:
            yield Markup(f'<path d="{_path(points)}" {look} stroke-linejoin="round"/>')
        for dot in marks.dots:
            yield self._dot(dot, color)

    def _slice(self, piece: Slice, ink: Ink) -> Markup:
        return Markup(f'<path d="{_sector(piece)}" fill-rule="evenodd" {self._filled(ink)}/>')


def _path(points: tuple[Point, ...]) -> str:
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points)


def _sector(piece: Slice) -> str:
    """The outline of a slice, or of its part of the ring; a whole turn is two halves."""
    if piece.end - piece.start > 0.9999:
        middle = piece.start + 0.5
        halves = ((piece.start, middle), (middle, piece.end))
        return "".join(_arcs(piece, *half) for half in halves)
    return _arcs(piece, piece.start, piece.end)


def _arcs(piece: Slice, start: float, end: float) -> str:
    outer = f"M{_at(piece, piece.radius, start)}{_arc(piece, piece.radius, start, end)}"
    if not piece.hole:
        return f"{outer}L{number(piece.center.x)} {number(piece.center.y)}Z"
    return f"{outer}L{_at(piece, piece.hole, end)}{_arc(piece, piece.hole, end, start)}Z"


def _arc(piece: Slice, radius: float, start: float, end: float) -> str:
    flags = f"{abs(end - start) > 0.5:d} {end > start:d}"
    return f"A{number(radius)} {number(radius)} 0 {flags} {_at(piece, radius, end)}"


def _at(piece: Slice, radius: float, turn: float) -> str:
    x = piece.center.x + radius * math.sin(math.tau * turn)
    y = piece.center.y - radius * math.cos(math.tau * turn)
    return f"{number(x)} {number(y)}"


def chart_parts(
    chart: ChartFigure, styles: Styles, inverse: bool, clicks: Mapping[int, int]
) -> dict[str, object]:
    """What a chart's template puts together; `clicks` are those at which its series come."""
    figure = chart.figure
    return {
        "alt": chart.alt,
        "view": f"0 0 {number(figure.width)} {number(figure.height)}",
        "size": px(figure.size),
        "drawing": Drawing(figure, styles, inverse, clicks).svg() + axis_titles(chart, styles),
        "rows": data_rows(figure.chart),
    }
