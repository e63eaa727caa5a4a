"""A theme → the slide master: five placeholders and the text styles that everything inherits."""

from __future__ import annotations

from deckgen.slots import FURNITURE, Box, Layout, Slot, SlotKind
from deckgen.theme import TextStyle, Theme
from deckgen.writers.pptx import styles
from deckgen.writers.pptx.colors import color_map
from deckgen.writers.pptx.context import transform
from deckgen.writers.pptx.geometry import geometry
from deckgen.writers.pptx.markup import HEADER, ROOT_NS, quoted
from deckgen.writers.pptx.package import PRESENTATION_ML, Relationships
from deckgen.writers.pptx.shapes import TREE_ROOT
from deckgen.writers.pptx.text import PAGE_NUMBER_ID, text_box_properties

CONTENT_TYPE = f"{PRESENTATION_ML}.slideMaster+xml"

MASTER_ID = 2_147_483_648
"""The least id that a master may have; its layouts count on from it (ST_SlideMasterId)."""

NUMBER_PROMPT = (
    f'<a:p><a:fld id="{PAGE_NUMBER_ID}" type="slidenum"><a:rPr lang="en"/><a:t>‹#›</a:t></a:fld></a:p>'
)
"""What the placeholder of a page's number shows where there is no page."""

_OUTLINE = "".join(
    f'<a:p><a:pPr lvl="{n}"/><a:r><a:rPr lang="en"/><a:t>{words} level</a:t></a:r></a:p>'
    for n, words in enumerate(("First", "Second", "Third", "Fourth", "Fifth"))
)
_EMPTY = '<a:p><a:endParaRPr lang="en"/></a:p>'


def inherited_style(slot: Slot, theme: Theme) -> TextStyle:
    """What a slot's placeholder inherits from the master."""
    if slot.kind in FURNITURE:
        return theme.styles[master_slots(theme)[slot.kind].style]
    return theme.styles["title" if slot.kind is SlotKind.TITLE else "body"]


def inherited_anchor(slot: Slot, theme: Theme) -> str:
    """The anchor that a slot's placeholder has from the master."""
    own = slot.kind is SlotKind.TITLE or slot.kind in FURNITURE
    return master_slots(theme)[slot.kind if own else SlotKind.BODY].anchor


def master_slots(theme: Theme) -> dict[SlotKind, Slot]:
    """The master's placeholders: where the theme's layout for content has them, else somewhere sensible."""
    w, h = theme.page
    x, width, foot = theme.margin, w - 2 * theme.margin, h * 0.93
    defaults = {
        SlotKind.TITLE: Slot("title", SlotKind.TITLE, Box(x, h * 0.07, width, h * 0.15), "title", 0),
        SlotKind.BODY: Slot("body", SlotKind.BODY, Box(x, h * 0.27, width, h * 0.6), "body", 1),
        SlotKind.FOOTER: Slot("footer", SlotKind.FOOTER, Box(x, foot, width - 88, 20), "footer", 3),
        SlotKind.NUMBER: Slot("number", SlotKind.NUMBER, Box(w - x - 80, foot, 80, 20), "number", 4),
    }
    found = {kind: _first(theme, kind) or slot for kind, slot in defaults.items()}
    footer = found[SlotKind.FOOTER]
    found[SlotKind.DATE] = Slot("date", SlotKind.DATE, _above(footer.box), footer.style, 2, footer.anchor)
    return found


def _first(theme: Theme, kind: SlotKind) -> Slot | None:
    ordered: list[Layout] = [*filter(None, [theme.layouts.get("title-body")]), *theme.layouts.values()]
    return next((slot for layout in ordered for slot in layout.slots if slot.kind is kind), None)


def _above(footer: Box) -> Box:
    """A place for a date that overlaps neither footer nor number."""
    return Box(footer.x, footer.y - footer.h - 4, footer.w / 2, footer.h)


def master_xml(theme: Theme, relationships: Relationships, layouts: int) -> str:
    """The master part; its relationships are one to each of `layouts` layouts, then the theme."""
    slots = master_slots(theme)
    shapes = "".join(
        _placeholder(n + 2, slots[kind], xml, theme)
        for n, (kind, xml) in enumerate(
            [
                (SlotKind.TITLE, 'type="title"'),
                (SlotKind.BODY, 'type="body" idx="1"'),
                (SlotKind.DATE, 'type="dt" sz="half" idx="2"'),
                (SlotKind.FOOTER, 'type="ftr" sz="quarter" idx="3"'),
                (SlotKind.NUMBER, 'type="sldNum" sz="quarter" idx="4"'),
            ]
        )
    )
    entries = "".join(
        f'<p:sldLayoutId id="{MASTER_ID + n}" '
        f'r:id="{relationships.to("slideLayout", f"../slideLayouts/slideLayout{n}.xml")}"/>'
        for n in range(1, layouts + 1)
    )
    relationships.to("theme", "../theme/theme1.xml")
    return (
        f'{HEADER}<p:sldMaster {ROOT_NS} preserve="1"><p:cSld><p:bg><p:bgRef idx="1001">'
        f'<a:schemeClr val="bg1"/></p:bgRef></p:bg><p:spTree>{TREE_ROOT}{shapes}</p:spTree></p:cSld>'
        f"<p:clrMap {color_map(theme)}/><p:sldLayoutIdLst>{entries}</p:sldLayoutIdLst>"
        f"{_text_styles(theme)}</p:sldMaster>"
    )


_NAMES = {
    SlotKind.TITLE: ("Title", '<a:p><a:r><a:rPr lang="en"/><a:t>Title</a:t></a:r></a:p>'),
    SlotKind.BODY: ("Text", _OUTLINE),
    SlotKind.DATE: ("Date", _EMPTY),
    SlotKind.FOOTER: ("Footer", _EMPTY),
    SlotKind.NUMBER: ("Slide Number", NUMBER_PROMPT),
}


def _placeholder(id: int, slot: Slot, ph: str, theme: Theme) -> str:
    name, words = _NAMES[slot.kind]
    own = "<a:lstStyle/>"
    if slot.kind not in (SlotKind.TITLE, SlotKind.BODY):
        own = f"<a:lstStyle>{styles.levels(theme.styles[slot.style], None, theme.fonts, 1)}</a:lstStyle>"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="{quoted(name)}"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        f"</p:cNvSpPr><p:nvPr><p:ph {ph}/></p:nvPr></p:nvSpPr>"
        f"<p:spPr>{transform(slot.box)}{geometry('rect')}</p:spPr>"
        f"<p:txBody>{text_box_properties(slot.anchor)}{own}{words}</p:txBody></p:sp>"
    )


def _text_styles(theme: Theme) -> str:
    title = styles.levels(theme.styles["title"], None, theme.fonts, 1)
    body = styles.levels(theme.styles["body"], None, theme.fonts)
    other = styles.levels(styles.PLAIN, None, theme.fonts)
    return (
        f"<p:txStyles><p:titleStyle>{title}</p:titleStyle><p:bodyStyle>{body}</p:bodyStyle>"
        f"<p:otherStyle>{other}</p:otherStyle></p:txStyles>"
    )
