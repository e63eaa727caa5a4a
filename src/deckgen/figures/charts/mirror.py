"""A figure laid out for reading from left to right → the same for reading from right to left."""

from __future__ import annotations

from dataclasses import replace

from deckgen.figures.charts.figure import Anchor, Axis, Figure, Label, Legend, Line, Marks, Point, Rect, Slice
from deckgen.figures.charts.keys import moved
from deckgen.figures.charts.spec import ChartType

_ANCHORS: dict[Anchor, Anchor] = {"start": "end", "end": "start", "middle": "middle"}


def mirrored(figure: Figure) -> Figure:
    """Categories and bars from right to left, the values' axis on the right.

    A pie goes on clockwise and a scatter chart keeps its axes, as numbers do; the legend changes sides.
    """
    if figure.chart.type is ChartType.SCATTER:
        return figure
    mirror = _Mirror(figure.width)
    return replace(
        figure,
        plot=mirror.rect(figure.plot),
        series=tuple(map(mirror.marks, figure.series)),
        grid=tuple(map(mirror.line, figure.grid)),
        base=mirror.line(figure.base) if figure.base else None,
        x=mirror.axis(figure.x) if figure.x else None,
        y=mirror.axis(figure.y) if figure.y else None,
        legend=mirror.legend(figure.legend) if figure.legend else None,
        mirrored=True,
    )


class _Mirror:
    """A mirror in the middle of a figure `width` pt wide."""

    def __init__(self, width: float) -> None:
        self.width = width

    def point(self, point: Point) -> Point:
        return point._replace(x=self.width - point.x)

    def rect(self, rect: Rect) -> Rect:
        return rect._replace(x=self.width - rect.right)

    def line(self, line: Line) -> Line:
        return Line(self.point(line.end), self.point(line.start))

    def label(self, label: Label) -> Label:
        """Words stand on the other side; slanted ones rise to the right all the same."""
        anchor = label.anchor if label.slanted else _ANCHORS[label.anchor]
        return replace(label, at=self.point(label.at), anchor=anchor)

    def axis(self, axis: Axis) -> Axis:
        title = self.rect(axis.title) if axis.title else None
        return replace(axis, labels=tuple(map(self.label, axis.labels)), title=title)

    def legend(self, legend: Legend) -> Legend:
        """The legend at the other side; its entries go on from left to right, as programs set them."""
        return moved(legend, self.rect(legend.box).x - legend.box.x)

    def marks(self, marks: Marks) -> Marks:
        if marks.slice:
            return _moved(marks, marks.slice, self.width - 2 * marks.slice.center.x)
        runs = [tuple(tuple(map(self.point, run)) for run in kind) for kind in (marks.lines, marks.areas)]
        return replace(
            marks,
            bars=tuple(bar and self.rect(bar) for bar in marks.bars),
            lines=runs[0],
            areas=runs[1],
            dots=tuple(map(self.point, marks.dots)),
            labels=tuple(map(self.label, marks.labels)),
        )


def _moved(marks: Marks, piece: Slice, by: float) -> Marks:
    """A part of a pie, `by` pt further to the right."""
    return replace(
        marks,
        slice=replace(piece, center=piece.center._replace(x=piece.center.x + by)),
        labels=tuple(replace(one, at=one.at._replace(x=one.at.x + by)) for one in marks.labels),
    )
