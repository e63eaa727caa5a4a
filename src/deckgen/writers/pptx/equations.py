"""Placed formulas → shapes: Office Math in a text box, pictures for programs that know none."""

from __future__ import annotations

from collections.abc import Iterable

from deckgen.figures.formula import Formula
from deckgen.figures.math.sizes import formula_box
from deckgen.scene import UNCUT, FormulaFigure, Placed
from deckgen.slots import Box
from deckgen.theme import ColorRef
from deckgen.writers.pptx import formulas
from deckgen.writers.pptx.colors import solid
from deckgen.writers.pptx.context import SlideContext, transform
from deckgen.writers.pptx.geometry import geometry
from deckgen.writers.pptx.markup import hundredths, quoted
from deckgen.writers.pptx.pictures import blip
from deckgen.writers.pptx.text import LINK, run_look, text_box_properties


def equation(placed: Placed, figure: FormulaFigure, context: SlideContext) -> str:
    """A formula on a line of its own, described by its LaTeX."""
    id, alt = next(context.ids), quoted(figure.formula.latex.strip())
    attributes = f' sz="{hundredths(figure.size)}"'
    body = formulas.paragraph(figure, attributes, solid(figure.color))
    # PowerPoint's font may set it wider than predicted: it then stands out on both sides, unbroken.
    properties = text_box_properties("middle").replace('wrap="square"', 'wrap="none"')
    native = (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="{quoted(placed.name)}" descr="{alt}"/>'
        f'<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>{transform(placed.box)}{geometry("rect")}'
        f"<a:noFill/></p:spPr><p:txBody>{properties}<a:lstStyle/>{body}</p:txBody></p:sp>"
    )
    whole = formula_box(figure.formula)
    box = formulas.bled(placed.box, figure.size, whole.width, whole.height)
    named = f'<p:cNvPr id="{id}" name="{quoted(placed.name)}" descr="{alt}"/>'
    shown = _picture(named, figure.formula, box, figure.size, figure.color, context)
    return formulas.alternate(native, shown)


def over_gaps(name: str, places: Iterable[formulas.Found], context: SlideContext) -> str:
    """The pictures of the formulas in a text, which is called `name`, over the gaps that it leaves."""
    drawn = ""
    for found, run, look, box in places:
        alt = quoted(found.formula.latex.strip())
        link = context.links.attributes(run.href) if run.href else ""
        color = LINK if run.href else run_look(run, look, {}).color
        clicked = f"<a:hlinkClick{link}/>" if link else ""
        named = (
            f'<p:cNvPr id="{next(context.ids)}" name="{quoted(name)} Formula" descr="{alt}">'
            f"{clicked}</p:cNvPr>"
        )
        drawn += _picture(named, found.formula, box, found.size, color, context)
    return drawn


def _picture(
    named: str, formula: Formula, box: Box, size: float, color: ColorRef, context: SlideContext
) -> str:
    png = formulas.drawn(formula, size, context.theme.hex(color, context.inverse))
    rid = context.relationships.to("image", context.media.formula(png))
    return (
        f'<p:pic><p:nvPicPr>{named}<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/>'
        f"</p:nvPicPr><p:blipFill>{blip(rid, UNCUT)}</p:blipFill>"
        f"<p:spPr>{transform(box)}{geometry('rect')}</p:spPr></p:pic>"
    )
