"""A placed chart → the `p:graphicFrame` that shows its part."""

from __future__ import annotations

from deckgen.scene import ChartFigure, Placed
from deckgen.writers.pptx.charts.plot import C
from deckgen.writers.pptx.context import DECORATIVE, SlideContext, slot_of, transform
from deckgen.writers.pptx.markup import attribute, quoted
from deckgen.writers.pptx.placeholders import placeholder


def chart_frame(placed: Placed, chart: ChartFigure, context: SlideContext) -> str:
    """The chart in its place, which a graphic frame always states, in its placeholder if it has one."""
    slot = slot_of(placed, context, "chart")
    named = f'id="{next(context.ids)}" name="{quoted(placed.name)}"{attribute("descr", chart.alt)}'
    mark = DECORATIVE if chart.block.decorative else ""
    filled = f"<p:nvPr>{placeholder(slot, context.layout)}</p:nvPr>" if slot else "<p:nvPr/>"
    locks = '<a:graphicFrameLocks noGrp="1"/>'
    place = transform(placed.box).replace("a:xfrm", "p:xfrm")
    exchange = context.exchange if context.by_name else None
    part = context.charts.part(chart, context.inverse, exchange)
    rid = context.relationships.to("chart", part)
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr {named}>{mark}</p:cNvPr>"
        f"<p:cNvGraphicFramePr>{locks}</p:cNvGraphicFramePr>{filled}</p:nvGraphicFramePr>"
        f'{place}<a:graphic><a:graphicData uri="{C}"><c:chart xmlns:c="{C}" r:id="{rid}"/>'
        "</a:graphicData></a:graphic></p:graphicFrame>"
    )
