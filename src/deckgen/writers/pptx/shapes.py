"""Placed things → the shapes, pictures and groups of a slide's shape tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import assert_never

from deckgen.model import Image, Run
from deckgen.scene import (
    ChartFigure,
    Connector,
    Crop,
    FormulaFigure,
    Group,
    Page,
    Picture,
    Placed,
    PlacedText,
    Shape,
    Table,
)
from deckgen.scene import Media as PlacedMedia
from deckgen.slots import FURNITURE, Box, Decoration, Layout, Slot
from deckgen.theme import TextStyle, Theme
from deckgen.writers.pptx.geometry import filled, framed, geometry, outline
from deckgen.writers.pptx.links import PartLinks
from deckgen.writers.pptx.markup import attribute, emu, quoted, share
from deckgen.writers.pptx.media import Media
from deckgen.writers.pptx.package import Relationships
from deckgen.writers.pptx.placeholders import placeholder
from deckgen.writers.pptx.text import TextWriter, body_properties
from deckgen.writers.pptx.timing import Drawn, TimeNode

SAME = 0.01
"""Boxes that differ by less (pt) are the same."""

DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
"""Tells screen readers to pass over a shape (MS-ODRAWXML, `decorative`)."""

TREE_ROOT = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'


@dataclass(slots=True)
class ShapeIds(Iterator[int]):
    """Ids for the shapes of one slide, after the tree's own; `upcoming` is the next that it gives."""

    upcoming: int = 2

    def __next__(self) -> int:
        given, self.upcoming = self.upcoming, self.upcoming + 1
        return given


@dataclass(frozen=True, slots=True)
class SlideContext:
    """What the shapes of one slide need: its layout, the deck's writers, and ids not yet given.

    `exchanged` says that the page shows light and dark otherwise than its layout.  `animated` names what
    comes or goes at a click; `drawn` collects the shapes by the names of what they show, `beside` the time
    nodes of those that play (films and sounds), for `p:timing`.
    """

    theme: Theme
    layout: Layout
    text: TextWriter
    media: Media
    relationships: Relationships
    links: PartLinks
    ids: ShapeIds
    exchanged: bool = False
    animated: frozenset[str] = frozenset()
    drawn: dict[str, Drawn] = field(default_factory=dict)
    beside: list[TimeNode] = field(default_factory=list)

    def base(self, slot: Slot) -> TextStyle:
        """The text style that a slot's placeholder inherits."""
        return self.theme.styles[slot.style]


def shape_tree(page: Page, context: SlideContext, veil: str = "") -> str:
    """`p:spTree` of a page: what is placed, in reading order, over a `veil` on its background.

    A veil, or colours exchanged against the layout's (which not every viewer carries over to what the
    layout draws), hides or falsifies the layout's decorations: there the slide draws its own.
    """
    drawn = veil
    if veil or context.exchanged:
        drawn += "".join(decoration(next(context.ids), d) for d in page.layout.decorations)
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
        case Picture() as picture:
            return _picture(placed, picture, context)
        case Shape() as shape:
            drawn = filled(shape.fill) + outline(shape.line)
            return plain_shape(next(context.ids), placed.name, placed.box, shape.shape, drawn)
        case Group() as group:
            return _group(placed, group, context)
        case Table():
            raise NotImplementedError
        case ChartFigure():
            raise NotImplementedError
        case FormulaFigure():
            raise NotImplementedError
        case Connector():
            raise NotImplementedError
        case PlacedMedia():
            raise NotImplementedError
        case _:
            assert_never(placed.content)


def plain_shape(id: int, name: str, box: Box, shape: str, look: str, drawn: str = "") -> str:
    """A shape without text that carries no meaning; `look` is its fill and outline, `drawn` are attributes
    of its `p:nvPr`."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="{quoted(name)}">{DECORATIVE}</p:cNvPr><p:cNvSpPr/>'
        f"<p:nvPr{drawn}/></p:nvSpPr><p:spPr>{transform(box)}{geometry(shape)}{look}"
        f"</p:spPr></p:sp>"
    )


def decoration(id: int, drawn: Decoration, attributes: str = "") -> str:
    """What a layout draws behind its pages."""
    return plain_shape(id, drawn.name, drawn.box, drawn.shape, filled(drawn.fill) + outline(), attributes)


def transform(box: Box) -> str:
    """`a:xfrm`: the box in EMU."""
    x, y, w, h = _emus(box)
    return f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'


def _emus(box: Box) -> tuple[int, int, int, int]:
    return emu(box.x), emu(box.y), max(emu(box.w), 0), max(emu(box.h), 0)


def same_place(a: Box, b: Box) -> bool:
    """Whether two boxes are one and the same to the eye."""
    return abs(a.x - b.x) < SAME and abs(a.y - b.y) < SAME and abs(a.w - b.w) < SAME and abs(a.h - b.h) < SAME


def _slot(placed: Placed, context: SlideContext) -> Slot | None:
    return context.layout.slot(placed.slot) if placed.slot else None


def _text_shape(placed: Placed, text: PlacedText, context: SlideContext) -> str:
    slot = _slot(placed, context)
    if slot and slot.kind in FURNITURE and context.exchanged:
        text = _set_apart(text)
    rtl = bool(text.paragraphs) and text.paragraphs[0].rtl
    named = f'<p:cNvPr id="{next(context.ids)}" name="{quoted(placed.name)}"/>'
    properties = body_properties(text, slot.anchor if slot else None, rtl)
    body = context.text.body(text, context.base(slot) if slot else None, properties, context.links)
    if slot is None:
        kind = "<p:cNvSpPr/>" if text.frame else '<p:cNvSpPr txBox="1"/>'
        return (
            f"<p:sp><p:nvSpPr>{named}{kind}<p:nvPr/></p:nvSpPr><p:spPr>"
            f"{transform(placed.box)}{framed(text.frame, placed.box)}</p:spPr>{body}</p:sp>"
        )
    where = "<p:spPr/>" if same_place(placed.box, slot.box) else f"<p:spPr>{transform(placed.box)}</p:spPr>"
    return (
        f'<p:sp><p:nvSpPr>{named}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr>{placeholder(slot, context.layout)}</p:nvPr></p:nvSpPr>{where}{body}</p:sp>"
    )


def _set_apart(text: PlacedText) -> PlacedText:
    """The text with an empty run at its end.

    LibreOffice draws a footer or number of one run as the layout's own, in the layout's colours; one of
    two runs it takes for the slide's.
    """
    paragraphs = tuple(replace(p, text=(*p.text, Run(""))) for p in text.paragraphs)
    return replace(text, paragraphs=paragraphs)


def _picture(placed: Placed, picture: Picture, context: SlideContext) -> str:
    image, slot = picture.image, _slot(placed, context)
    part = context.media.part(image.path, image.media_type)
    rid = context.relationships.to("image", part)
    filled = f"<p:nvPr>{placeholder(slot, context.layout)}</p:nvPr>" if slot else "<p:nvPr/>"
    locks = f'<a:picLocks{attribute("noGrp", "1" if slot else "")} noChangeAspect="1"/>'
    where = "" if slot and same_place(placed.box, slot.box) else transform(placed.box)
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="{next(context.ids)}" name="{quoted(placed.name)}"'
        f"{_described(image, context)}<p:cNvPicPr>{locks}</p:cNvPicPr>{filled}</p:nvPicPr>"
        f"<p:blipFill>{blip(rid, picture.crop)}</p:blipFill>"
        f"<p:spPr>{where}{geometry('rect')}</p:spPr></p:pic>"
    )


def blip(rid: str, crop: Crop) -> str:
    """A picture without what is cut off, stretched over its shape."""
    sides = "".join(
        f' {side}="{share(cut)}"' for side, cut in zip(("l", "t", "r", "b"), crop, strict=True) if cut
    )
    cut = f"<a:srcRect{sides}/>" if sides else ""
    return f'<a:blip r:embed="{rid}"/>{cut}<a:stretch><a:fillRect/></a:stretch>'


def _described(image: Image, context: SlideContext) -> str:
    """The rest of a picture's `p:cNvPr`: its description, link, and whether it is decorative."""
    link = context.links.attributes(image.link) if image.link else ""
    inner = (f"<a:hlinkClick{link}/>" if link else "") + (DECORATIVE if image.decorative else "")
    alt = "" if image.decorative else image.alt
    return f' descr="{quoted(alt)}">{inner}</p:cNvPr>'


def _group(placed: Placed, group: Group, context: SlideContext) -> str:
    """A group, or its children alone where one of them is animated: PowerPoint animates none in a group."""
    if any(_animated(child, context) for child in group.children):
        return "".join(draw(child, context) for child in group.children)
    named = f'<p:cNvPr id="{next(context.ids)}" name="{quoted(placed.name)}"/>'
    inner = "".join(draw(child, context) for child in group.children)
    x, y, w, h = _emus(placed.box)
    # The children's coordinates are the page's: the group's own space is its box.
    place = f'<a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/>'
    place += f'<a:chOff x="{x}" y="{y}"/><a:chExt cx="{w}" cy="{h}"/>'
    return (
        f"<p:grpSp><p:nvGrpSpPr>{named}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
        f"<p:grpSpPr><a:xfrm>{place}</a:xfrm></p:grpSpPr>{inner}</p:grpSp>"
    )


def _animated(placed: Placed, context: SlideContext) -> bool:
    """Whether a click concerns a thing or one in it."""
    if placed.name in context.animated:
        return True
    content = placed.content
    return isinstance(content, Group) and any(_animated(child, context) for child in content.children)
