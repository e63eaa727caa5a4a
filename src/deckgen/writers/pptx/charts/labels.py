"""The data labels of a figure → `c:dLbls`: values, shares, and names where series end."""

from __future__ import annotations

from deckgen.figures.charts import ChartType, Ink, Marks, Stacking
from deckgen.figures.charts.formats import shows_share
from deckgen.figures.charts.marks import label_texts
from deckgen.writers.pptx.charts.drawing import Pen
from deckgen.writers.pptx.charts.text import plain_rich

_NO_BOX = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
_NO_LEADERS = '<c:showLeaderLines val="0"/>'
_GONE = '<c:delete val="1"/>'


def series_labels(pen: Pen, n: int, marks: Marks) -> str:
    """The labels of series `n`: values at its points, or its name at the last of them."""
    figure = pen.figure
    if figure.direct:
        last = max(i for i, value in enumerate(figure.chart.series[n].values) if value is not None)
        side = "l" if figure.mirrored else "r"
        named = f'{_NO_BOX}{pen.words(Ink(marks.ink.role))}<c:dLblPos val="{side}"/>{_shown(name=True)}'
        return f"<c:dLbls>{_point(last, named)}{_shown()}</c:dLbls>"
    if not figure.chart.labels:
        return ""
    position = _position(pen)
    inside = position in ("ctr", "")
    words = pen.words_on(marks.ink) if inside else pen.words(Ink("text"))
    place = f'<c:dLblPos val="{position}"/>' if position else ""
    body = f"{pen.format(figure.format)}{_NO_BOX}{words}{place}{_shown(value=True)}"
    own = dict.fromkeys(marks.silent, _GONE)
    if shows_share(figure.chart):  # no number format makes a share of a value: the label is written out
        texts = enumerate(label_texts(figure.chart, n))
        own |= {i: plain_rich(t, words) + body for i, t in texts if t and i not in marks.silent}
    return f"<c:dLbls>{''.join(_point(i, own[i]) for i in sorted(own))}{body}</c:dLbls>"


def _position(pen: Pen) -> str:
    """`c:dLblPos` of values; areas know none, and label their middle."""
    chart = pen.figure.chart
    if chart.type in (ChartType.COLUMN, ChartType.BAR):
        return "outEnd" if chart.stacking is Stacking.NONE else "ctr"
    return "" if chart.type is ChartType.AREA else "t"


def pie_labels(pen: Pen) -> str:
    """The labels of a pie: names round it, and values where they are wanted."""
    figure, chart = pen.figure, pen.figure.chart
    share = chart.labels and shows_share(chart)
    code, value = pen.format(figure.format), chart.labels and not share
    if figure.direct:
        shown = _shown(category=True, value=value, share=share) + "<c:separator>\n</c:separator>"
        body = f'{code}{_NO_BOX}{pen.words(Ink("text"))}<c:dLblPos val="outEnd"/>{shown}'
        return f"<c:dLbls>{body}{_NO_LEADERS}</c:dLbls>"
    if not chart.labels:
        return ""
    place = '<c:dLblPos val="inEnd"/>' if chart.type is ChartType.PIE else ""
    tail = f"{place}{_shown(value=value, share=share)}"
    points = (
        _point(i, _GONE if marks.silent else f"{code}{_NO_BOX}{pen.words_on(marks.ink)}{tail}")
        for i, marks in enumerate(figure.series)
    )
    rest = f"{code}{_NO_BOX}{pen.words(Ink('text'))}{tail}"
    return f"<c:dLbls>{''.join(points)}{rest}{_NO_LEADERS}</c:dLbls>"


def _point(index: int, inner: str) -> str:
    return f'<c:dLbl><c:idx val="{index}"/>{inner}</c:dLbl>'


def _shown(*, value: bool = False, category: bool = False, name: bool = False, share: bool = False) -> str:
    """What labels show, in the order of the schema."""
    return (
        f'<c:showLegendKey val="0"/><c:showVal val="{value:d}"/><c:showCatName val="{category:d}"/>'
        f'<c:showSerName val="{name:d}"/><c:showPercent val="{share:d}"/><c:showBubbleSize val="0"/>'
    )
