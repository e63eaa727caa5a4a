"""Placed things → the shapes, pictures and groups of a slide's shape tree."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from deckgen.model import Run
from deckgen.scene import (
    ChartFigure,
    Connector,
    FormulaFigure,
    Group,
    Media,
    Page,
    Part,
    Picture,
    Placed,
    PlacedText,
    QrFigure,
    Shape,
    Table,
)
from deckgen.slots import FURNITURE
from deckgen.text.lines import BOX
from deckgen.writers.pptx.charts.frame import chart_frame
from deckgen.writers.pptx.context import SlideContext, grouped, plain_shape, same_place, slot_of, transform
from deckgen.writers.pptx.decorations import Decorator
from deckgen.writers.pptx.equations import equation, over_gaps
from deckgen.writers.pptx.formulas import alternate, has_formulas, places
from deckgen.writers.pptx.geometry import framed, shape_look
from deckgen.writers.pptx.markup import quoted
from deckgen.writers.pptx.pictures import picture, playable
from deckgen.writers.pptx.placeholders import placeholder, placeholder_properties
from deckgen.writers.pptx.qr import qr
from deckgen.writers.pptx.text import Claims, body_properties
from deckgen.writers.pptx.timing import Drawn

TREE_ROOT = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'


def shape_tree(page: Page, context: SlideContext, veil: str = "") -> str:
    """`p:spTree` of a page: what is placed, in reading order, over a `veil` on its background.

    A veil, or colours exchanged against the layout's (which not every viewer carries over to what the
    layout draws), hides or falsifies the layout's decorations: there the slide draws its own.
    """
    drawn = veil
    if veil or context.exchanged:
        own = Decorator(context.theme, context.media, context.relationships, context.inverse)
        drawn += "".join(own.draw(next(context.ids), d) for d in page.layout.decorations)
    return f"<p:spTree>{TREE_ROOT}{drawn}{''.join(draw(p, context) for p in page.placed)}</p:spTree>"


def draw(placed: Placed, context: SlideContext) -> str:
    """One placed thing as a shape, a picture or a group.

    The first id that it takes is that of the shape which shows it.  By a name with `!!` before it, which
    must be the same on two slides, PowerPoint's morph takes two shapes for one.
    """
    if context.animated:
        context.drawn[placed.name] = Drawn(context.ids.upcoming, placed)
    if placed.key:
        placed = replace(placed, name=f"!!{placed.key}")
    match placed.content:
        case PlacedText() as text:
            return _text_shape(placed, text, context)
        case Picture() as shown:
            return picture(placed, shown, context)
        case Shape() as shape:
            look = transform(placed.box, shape.flip) + shape_look(shape, placed.box)
            return plain_shape(next(context.ids), placed.name, look)
        case Group() as group if placed.part is Part.DIAGRAM:
            from deckgen.writers.pptx.diagrams import diagram

            return diagram(placed, group, context)
        case Group() as group:
            return _group(placed, group, context)
        case Table() as table:
            return _table(placed, table, context)
        case ChartFigure() as chart:
            return chart_frame(placed, chart, context)
        case FormulaFigure() as figure:
            return equation(placed, figure, context)
        case Connector():
            raise TypeError("an edge stands in a diagram")
        case Media() as media:
            return playable(placed, media, context)
        case QrFigure() as figure:
            return qr(placed, figure, context)
        case _:
            assert_never(placed.content)


def _text_shape(placed: Placed, text: PlacedText, context: SlideContext) -> str:
    """A text; one with formulas in two versions, of which only PowerPoint's holds these."""
    id = next(context.ids)
    native = _one_text_shape(placed, text, context, id)
    if not has_formulas(text):
        return native
    fallback = _one_text_shape(placed, text, context, id, gaps=lambda _: BOX)
    return alternate(native, fallback + over_gaps(placed.name, places(text, placed.box), context))


def _table(placed: Placed, table: Table, context: SlideContext) -> str:
    """A table; one with formulas in two versions, too."""
    id, slot = next(context.ids), slot_of(placed, context, "table")
    holder = placeholder(slot, context.layout) if slot else ""
    native = context.tables.frame(placed, table, id, holder, context.links)
    found = list(context.tables.formulas(placed, table))
    if not found:
        return native
    fallback = context.tables.frame(placed, table, id, holder, context.links, gaps=True)
    return alternate(native, fallback + over_gaps(placed.name, found, context))


def _one_text_shape(
    placed: Placed, text: PlacedText, context: SlideContext, id: int, *, gaps: Claims | None = None
) -> str:
    slot = slot_of(placed, context, "text")
    if slot and slot.kind in FURNITURE and (slot.inherited or context.exchanged):
        text = _set_apart(text)
    rtl = bool(text.paragraphs) and text.paragraphs[0].rtl
    named = f'<p:cNvPr id="{id}" name="{quoted(placed.name)}"/>'
    if slot is None:
        body = context.text.body(text, None, body_properties(text, rtl), context.links, gaps=gaps)
        kind = "<p:cNvSpPr/>" if text.frame else '<p:cNvSpPr txBox="1"/>'
        return (
            f"<p:sp><p:nvSpPr>{named}{kind}<p:nvPr/></p:nvSpPr><p:spPr>"
            f"{transform(placed.box)}{framed(text.frame, placed.box)}</p:spPr>{body}</p:sp>"
        )
    moved = not same_place(placed.box, slot.inherited.box if slot.inherited else slot.box)
    properties = placeholder_properties(text, slot, rtl, moved=moved)
    running = slot.inherited is not None and slot.inherited.rtl
    base = context.base(slot)
    body = context.text.body(text, base, properties, context.links, gaps=gaps, rtl=running)
    where = f"<p:spPr>{transform(placed.box)}</p:spPr>" if moved else "<p:spPr/>"
    return (
        f'<p:sp><p:nvSpPr>{named}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr>{placeholder(slot, context.layout)}</p:nvPr></p:nvSpPr>{where}{body}</p:sp>"
    )


def _set_apart(text: PlacedText) -> PlacedText:
    """The text with an empty run at its end.

    LibreOffice draws a footer or number of one run as the layout's own: in the layout's colours, and, where
    a template's layout leaves place and look to its master, at another place in Times.  One of two runs it
    takes for the slide's.
    """
    paragraphs = tuple(replace(p, text=(*p.text, Run(""))) for p in text.paragraphs)
    return replace(text, paragraphs=paragraphs)


def _group(placed: Placed, shown: Group, context: SlideContext) -> str:
    """A group, or its children alone where one of them is animated: PowerPoint animates none in a group."""
    if any(_animated(child, context) for child in shown.children):
        return "".join(draw(child, context) for child in shown.children)
    named = f'<p:cNvPr id="{next(context.ids)}" name="{quoted(placed.name)}"/>'
    return grouped(named, placed.box, "".join(draw(child, context) for child in shown.children))


def _animated(placed: Placed, context: SlideContext) -> bool:
    """Whether a click concerns a thing or one in it."""
    if placed.name in context.animated:
        return True
    content = placed.content
    return isinstance(content, Group) and any(_animated(child, context) for child in content.children)
