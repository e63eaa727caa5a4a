"""A chart figure → the chart part's XML (ECMA-376, part 1, 21.2): plot, axes, legend and titles."""

from __future__ import annotations

from deckgen.figures.charts import ChartType, Ink, Stacking
from deckgen.figures.charts.marks import APART, SPACE
from deckgen.figures.charts.pie import HOLE
from deckgen.scene import ChartFigure
from deckgen.writers.pptx.charts.axes import X_ID, Y_ID, axes
from deckgen.writers.pptx.charts.drawing import Pen
from deckgen.writers.pptx.charts.series import all_series
from deckgen.writers.pptx.charts.sheet import Sheet
from deckgen.writers.pptx.markup import HEADER, A, R

C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"

_GROUPING = {Stacking.NONE: "standard", Stacking.STACKED: "stacked", Stacking.PERCENT: "percentStacked"}


def chart_xml(content: ChartFigure, pen: Pen, sheet: Sheet, workbook: str) -> str:
    """The chart part; `workbook` is the id of the relationship to its workbook."""
    figure = pen.figure
    plain = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
    plot = pen.layout(figure.plot, inner=True) + _plot(pen, sheet) + axes(content, pen) + plain
    blanks = "zero" if figure.chart.type is ChartType.AREA else "gap"
    return (
        f'{HEADER}<c:chartSpace xmlns:c="{C}" xmlns:a="{A}" xmlns:r="{R}"><c:date1904 val="0"/>'
        f'<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        f"<c:plotArea>{plot}</c:plotArea>{_legend(pen)}"
        f'<c:plotVisOnly val="1"/><c:dispBlanksAs val="{blanks}"/></c:chart>{plain}{pen.words(Ink("text"))}'
        f'<c:externalData r:id="{workbook}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _plot(pen: Pen, sheet: Sheet) -> str:
    """The group of the chart's kind with its series."""
    chart, ids = pen.figure.chart, f'<c:axId val="{X_ID}"/><c:axId val="{Y_ID}"/>'
    series = all_series(pen, sheet)
    grouping, varied = _GROUPING[chart.stacking], '<c:varyColors val="0"/>'
    match chart.type:
        case ChartType.COLUMN | ChartType.BAR:
            lies = "bar" if chart.type is ChartType.BAR else "col"
            grouping = "clustered" if chart.stacking is Stacking.NONE else grouping
            overlap = round(-100 * APART) if chart.stacking is Stacking.NONE else 100
            inner = (
                f'<c:barDir val="{lies}"/><c:grouping val="{grouping}"/>{varied}{series}'
                f'<c:gapWidth val="{round(100 * SPACE)}"/><c:overlap val="{overlap}"/>{ids}'
            )
            return f"<c:barChart>{inner}</c:barChart>"
        case ChartType.LINE:
            inner = f'<c:grouping val="{grouping}"/>{varied}{series}<c:marker val="1"/>{ids}'
            return f"<c:lineChart>{inner}</c:lineChart>"
        case ChartType.AREA:
            return f'<c:areaChart><c:grouping val="{grouping}"/>{varied}{series}{ids}</c:areaChart>'
        case ChartType.SCATTER:
            style = '<c:scatterStyle val="lineMarker"/>'
            return f"<c:scatterChart>{style}{varied}{series}{ids}</c:scatterChart>"
        case ChartType.PIE:
            return f'<c:pieChart><c:varyColors val="1"/>{series}<c:firstSliceAng val="0"/></c:pieChart>'
        case ChartType.DOUGHNUT:
            hole = f'<c:firstSliceAng val="0"/><c:holeSize val="{round(100 * HOLE)}"/>'
            return f'<c:doughnutChart><c:varyColors val="1"/>{series}{hole}</c:doughnutChart>'


def _legend(pen: Pen) -> str:
    legend = pen.figure.legend
    if legend is None:
        return ""
    side = "t" if legend.side == "top" else "r"
    layout = pen.layout(legend.box)
    words = pen.words(Ink("text"))
    return f'<c:legend><c:legendPos val="{side}"/>{layout}<c:overlay val="1"/>{words}</c:legend>'
