"""A placed QR code → a group of a light square and the dark fields on it, as one freeform shape."""

from __future__ import annotations

from deckgen.figures.qr import QrCode
from deckgen.scene import Placed, QrFigure
from deckgen.writers.pptx.colors import solid
from deckgen.writers.pptx.context import DECORATIVE, SlideContext, grouped, transform
from deckgen.writers.pptx.markup import quoted

_SQUARE = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'


def qr(placed: Placed, figure: QrFigure, context: SlideContext) -> str:
    """Dark on light on every page, as readers want it; a click on it leads where it leads."""
    ink, paper = context.theme.ink_and_paper(context.inverse)
    named = f'<p:cNvPr id="{next(context.ids)}" name="{quoted(placed.name)}" descr="{quoted(figure.url)}"/>'
    link = f"<a:hlinkClick{context.links.attributes(figure.url)}/>"
    ground = _shape(placed, "Paper", "", _SQUARE + solid(paper), context)
    code = _shape(placed, "Code", link, _freeform(figure.code) + solid(ink), context)
    return grouped(named, placed.box, ground + code)


def _shape(placed: Placed, what: str, link: str, look: str, context: SlideContext) -> str:
    """A shape over the whole of the code; the group says what it is."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{next(context.ids)}" name="{quoted(f"{placed.name} {what}")}">'
        f"{link}{DECORATIVE}</p:cNvPr><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>"
        f"{transform(placed.box)}{look}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def _freeform(code: QrCode) -> str:
    """`a:custGeom` in which a field is one unit."""
    lines = []
    for outline in code.outlines:
        first, *others = (f'<a:pt x="{x}" y="{y}"/>' for x, y in outline)
        lines.append(f"<a:moveTo>{first}</a:moveTo>")
        lines += [f"<a:lnTo>{point}</a:lnTo>" for point in others]
        lines.append("<a:close/>")
    path = f'<a:path w="{code.size}" h="{code.size}">{"".join(lines)}</a:path>'
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f"<a:pathLst>{path}</a:pathLst></a:custGeom>"
    )
