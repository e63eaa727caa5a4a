"""The axes of a chart figure → `c:catAx` and `c:valAx`, with every end and step written out."""

from __future__ import annotations

from deckgen.figures.charts import Axis, ChartType, Ink
from deckgen.figures.charts.colors import BASE, GRID
from deckgen.figures.charts.figure import BASE_WIDTH, GRID_WIDTH
from deckgen.scene import ChartFigure, PlacedText
from deckgen.writers.pptx.charts.drawing import Pen, line
from deckgen.writers.pptx.charts.workbook import plain_number

X_ID, Y_ID = 111_111_111, 222_222_222
"""Any two numbers do for the axes of a chart, to which no other chart refers."""

SLANTED, AS_FITS = -45, -1000
"""How words of an axis are turned, in degrees: half a right angle upwards; by what fits, which is how
PowerPoint says that names are passed over, and LibreOffice that they are not to lie on one another."""

_NO_LINE = "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"
_NO_MARKS = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'


def axes(content: ChartFigure, pen: Pen) -> str:
    """The axis of the categories (or x values) and that of the values; nothing for a pie."""
    x, y = pen.figure.x, pen.figure.y
    if x is None or y is None:
        return ""
    x_title, y_title = _title(content.x_title, x, pen), _title(content.y_title, y, pen)
    if x.scale is None:
        return _categories(x, x_title, pen) + _values(y, y_title, pen)
    return _numbers(x, X_ID, Y_ID, "b", x_title, _base(pen), pen) + _values(y, y_title, pen)


def _title(text: PlacedText | None, axis: Axis, pen: Pen) -> str:
    return pen.title(text, axis.title, axis.turned) if text and axis.title else ""


def _base(pen: Pen) -> str:
    return f"<c:spPr>{line(pen.color(BASE), BASE_WIDTH)}</c:spPr>"


def _categories(axis: Axis, title: str, pen: Pen) -> str:
    """Categories: of lying bars from the top down; their words stay at the edge where bars go both ways."""
    lies = pen.figure.chart.type is ChartType.BAR
    order = "maxMin" if lies or pen.figure.mirrored else "minMax"
    side = "b" if not lies else "r" if pen.figure.mirrored else "l"
    slanted = any(label.slanted for label in axis.labels)
    turn = SLANTED if slanted else AS_FITS if axis.skip > 1 else 0
    skip = f'<c:tickLblSkip val="{axis.skip}"/><c:tickMarkSkip val="{axis.skip}"/>' if axis.skip > 1 else ""
    return (
        f'<c:catAx><c:axId val="{X_ID}"/><c:scaling><c:orientation val="{order}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{side}"/>{title}'
        f'<c:numFmt formatCode="General" sourceLinked="0"/>{_NO_MARKS}<c:tickLblPos val="low"/>'
        f"{_base(pen)}{pen.words(Ink('text'), turn)}"
        f'<c:crossAx val="{Y_ID}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        f'<c:lblOffset val="100"/>{skip}<c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _values(axis: Axis, title: str, pen: Pen) -> str:
    """The axis of the values with its grid; it has no line of its own."""
    position = "b" if pen.figure.chart.type is ChartType.BAR else "r" if pen.figure.mirrored else "l"
    grid = f"<c:majorGridlines><c:spPr>{line(pen.color(GRID), GRID_WIDTH)}</c:spPr></c:majorGridlines>"
    return _numbers(axis, Y_ID, X_ID, position, grid + title, _NO_LINE, pen)


def _numbers(axis: Axis, own: int, other: int, position: str, head: str, look: str, pen: Pen) -> str:
    """An axis of numbers.

    Where bars lie, categories count from the top: the axis crosses theirs at the far end, the bottom.
    """
    scale, chart = axis.scale, pen.figure.chart
    assert scale is not None
    lies = chart.type is ChartType.BAR
    order = "maxMin" if lies and pen.figure.mirrored else "minMax"
    between = "between" if chart.banded and chart.type is not ChartType.SCATTER else "midCat"
    ends = f'<c:max val="{plain_number(scale.maximum)}"/><c:min val="{plain_number(scale.minimum)}"/>'
    return (
        f'<c:valAx><c:axId val="{own}"/><c:scaling><c:orientation val="{order}"/>{ends}</c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{position}"/>{head}{pen.format(axis.format)}{_NO_MARKS}'
        f'<c:tickLblPos val="{"nextTo" if lies else "low"}"/>{look}{pen.words(Ink("text"))}'
        f'<c:crossAx val="{other}"/><c:crosses val="{"max" if lies else "autoZero"}"/>'
        f'<c:crossBetween val="{between}"/><c:majorUnit val="{plain_number(scale.step)}"/></c:valAx>'
    )
