"""The series of a chart → `c:ser` elements: their looks, and where their numbers stand."""

from __future__ import annotations

from deckgen.figures.charts import DOT, LINE_WIDTH, Chart, ChartType, Ink, Marks, Stacking
from deckgen.figures.charts.figure import APART_WIDTH
from deckgen.theme import ColorRef
from deckgen.writers.pptx.charts.drawing import Pen, line, number_reference, text_reference
from deckgen.writers.pptx.charts.labels import pie_labels, series_labels
from deckgen.writers.pptx.charts.sheet import Column, Sheet
from deckgen.writers.pptx.colors import solid
from deckgen.writers.pptx.markup import share

GROUND = ColorRef("background")


def all_series(pen: Pen, sheet: Sheet) -> str:
    """`c:ser` for each series, in their order."""
    if pen.figure.chart.round:
        return _pie(pen, sheet.series[0])
    pairs = zip(pen.figure.series, sheet.series, strict=True)
    return "".join(_one(pen, n, marks, column) for n, (marks, column) in enumerate(pairs))


def _one(pen: Pen, n: int, marks: Marks, column: Column) -> str:
    chart, end = pen.figure.chart, ""
    match chart.type:
        case ChartType.COLUMN | ChartType.BAR:
            look = _fill(pen, marks.ink) + '<c:invertIfNegative val="0"/>' + _bar_points(pen, marks)
        case ChartType.AREA:
            look = _fill(pen, marks.ink)
        case _:
            look, end = _line_look(pen, marks), '<c:smooth val="0"/>'
    body = f"{look}{series_labels(pen, n, marks)}{_data(chart, column)}{end}"
    return f"<c:ser>{_head(n, column)}{body}</c:ser>"


def _head(n: int, column: Column) -> str:
    return f'<c:idx val="{n}"/><c:order val="{n}"/><c:tx>{text_reference(column.name)}</c:tx>'


def _data(chart: Chart, column: Column) -> str:
    values = number_reference(column.values)
    if chart.type is ChartType.SCATTER:
        return f"<c:xVal>{number_reference(column.keys)}</c:xVal><c:yVal>{values}</c:yVal>"
    return f"<c:cat>{text_reference(column.keys)}</c:cat><c:val>{values}</c:val>"


def _fill(pen: Pen, ink: Ink) -> str:
    """A fill; where fills touch, with a line of the ground's colour between them."""
    chart = pen.figure.chart
    parted = chart.stacking is not Stacking.NONE or chart.round
    outline = line(GROUND, APART_WIDTH) if parted else "<a:ln><a:noFill/></a:ln>"
    fill = solid(pen.color(ink))
    if pen.figure.opacity < 1:
        fill = with_alpha(fill, pen.figure.opacity)
    return f"<c:spPr>{fill}{outline}</c:spPr>"


def with_alpha(fill: str, opacity: float) -> str:
    """The fill through which so much of what is behind shows as its `opacity` (0-1) leaves."""
    alpha = f'<a:alpha val="{share(opacity)}"/>'
    if "/></a:solidFill>" in fill and "</a:schemeClr>" not in fill:
        return fill.replace("/></a:solidFill>", f">{alpha}</a:schemeClr></a:solidFill>")
    return fill.replace("</a:schemeClr>", f"{alpha}</a:schemeClr>")


def _bar_points(pen: Pen, marks: Marks) -> str:
    """`c:dPt` for each bar whose colour is not its series'."""
    flags = '<c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
    return "".join(
        f'<c:dPt><c:idx val="{i}"/>{flags}{_fill(pen, ink)}</c:dPt>'
        for i, ink in enumerate(marks.inks)
        if ink != marks.ink
    )


def _line_look(pen: Pen, marks: Marks) -> str:
    color = pen.color(marks.ink)
    scatter = pen.figure.chart.type is ChartType.SCATTER
    drawn = "<a:ln><a:noFill/></a:ln>" if scatter else line(color, LINE_WIDTH)
    if not marks.dots:
        return f'<c:spPr>{drawn}</c:spPr><c:marker><c:symbol val="none"/></c:marker>'
    dot = f"<c:spPr>{solid(color)}<a:ln><a:noFill/></a:ln></c:spPr>"
    size = f'<c:symbol val="circle"/><c:size val="{round(DOT)}"/>'
    return f"<c:spPr>{drawn}</c:spPr><c:marker>{size}{dot}</c:marker>"


def _pie(pen: Pen, column: Column) -> str:
    """The one series of a pie, a `c:dPt` for each of its parts."""
    slices = "".join(
        f'<c:dPt><c:idx val="{i}"/><c:bubble3D val="0"/>{_fill(pen, marks.ink)}</c:dPt>'
        for i, marks in enumerate(pen.figure.series)
    )
    return f"<c:ser>{_head(0, column)}{slices}{pie_labels(pen)}{_data(pen.figure.chart, column)}</c:ser>"
