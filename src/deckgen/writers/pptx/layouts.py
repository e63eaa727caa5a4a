"""A theme's layouts → slide layout parts: placeholders where the slots are, decorations behind them."""

from __future__ import annotations

from itertools import count

from deckgen.slots import Layout, Slot, SlotKind
from deckgen.theme import ColorRef, Theme
from deckgen.writers.pptx import styles
from deckgen.writers.pptx.background import picture_background, solid_background, veil
from deckgen.writers.pptx.colors import color_map_override, solid
from deckgen.writers.pptx.context import transform
from deckgen.writers.pptx.decorations import Decorator
from deckgen.writers.pptx.markup import HEADER, ROOT_NS, escape, quoted
from deckgen.writers.pptx.master import NUMBER_PROMPT, inherited_anchor, inherited_style
from deckgen.writers.pptx.media import Media
from deckgen.writers.pptx.package import PRESENTATION_ML, Relationships
from deckgen.writers.pptx.placeholders import placeholder
from deckgen.writers.pptx.shapes import TREE_ROOT
from deckgen.writers.pptx.text import ANCHORS

CONTENT_TYPE = f"{PRESENTATION_ML}.slideLayout+xml"

STANDARD = {
    "opening": "title",
    "section": "secHead",
    "title-body": "obj",
    "columns": "twoObj",
    "comparison": "twoTxTwoObj",
    "title-only": "titleOnly",
    "blank": "blank",
}
"""Our layouts that PowerPoint knows by a type of its own (PresentationML, ST_SlideLayoutType)."""

_DEFAULT_PROMPTS = {
    SlotKind.TITLE: "Title",
    SlotKind.SUBTITLE: "Subtitle",
    SlotKind.BODY: "Content",
    SlotKind.TEXT: "Text",
}


def layout_xml(layout: Layout, theme: Theme, relationships: Relationships, media: Media) -> str:
    """The part of one layout; its `relationships`, beside that to the master, are those to its pictures."""
    kind = STANDARD.get(layout.name)
    attributes = f' type="{kind}"' if kind else ""
    ids, decorator = count(2), Decorator(theme, media, relationships, layout.inverse, ' userDrawn="1"')
    drawn = veil(layout.picture, theme, ids)
    drawn += "".join(decorator.draw(next(ids), decoration) for decoration in layout.decorations)
    filled = "".join(_slot(next(ids), slot, layout, theme) for slot in layout.slots)
    return (
        f'{HEADER}<p:sldLayout {ROOT_NS}{attributes} preserve="1" userDrawn="1">'
        f'<p:cSld name="{quoted(layout.title)}">{_background(layout, theme, relationships, media)}'
        f"<p:spTree>{TREE_ROOT}{drawn}{filled}</p:spTree></p:cSld>"
        f"{color_map_override(theme, layout.inverse)}</p:sldLayout>"
    )


def _background(layout: Layout, theme: Theme, relationships: Relationships, media: Media) -> str:
    """The layout's own ground; an inverse one says it, since a viewer may take the master's as it is."""
    if layout.picture is not None and layout.picture.image is not None:
        return picture_background(layout.picture, layout.picture.image, theme, media, relationships)
    if layout.fill is None and not layout.inverse:
        return ""
    return solid_background(solid(layout.fill or ColorRef("background")))


def _slot(id: int, slot: Slot, layout: Layout, theme: Theme) -> str:
    own = theme.styles[slot.style]
    titled = slot.kind is SlotKind.TITLE
    made = styles.levels(own, inherited_style(slot, theme), theme.fonts, 1 if titled else styles.LEVELS)
    anchor = f' anchor="{ANCHORS[slot.anchor]}"' if slot.anchor != inherited_anchor(slot, theme) else ""
    name = slot.name.replace("-", " ").title()
    prompt = slot.prompt or _DEFAULT_PROMPTS.get(slot.kind, "")
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="{quoted(name)}"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        f"</p:cNvSpPr><p:nvPr>{placeholder(slot, layout, bool(prompt))}</p:nvPr></p:nvSpPr>"
        f"<p:spPr>{transform(slot.box)}</p:spPr><p:txBody><a:bodyPr{anchor}/>"
        f"<a:lstStyle>{made}</a:lstStyle>{_prompt(slot, prompt)}</p:txBody></p:sp>"
    )


def _prompt(slot: Slot, prompt: str) -> str:
    if slot.kind is SlotKind.NUMBER:
        return NUMBER_PROMPT
    # A space rather than nothing: LibreOffice takes a footer's formatting from the layout's words.
    return f'<a:p><a:r><a:rPr lang="en"/><a:t>{escape(prompt or " ")}</a:t></a:r></a:p>'
