"""Speaker notes → notes pages and their master."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from deckgen.model import ListBlock, Paragraph, Text, characters
from deckgen.scene import Bullet, Marker, Number, Page, PlacedParagraph, PlacedText
from deckgen.text.direction import is_rtl
from deckgen.theme import ColorRef, LevelStyle, TextStyle, Theme
from deckgen.writers.pptx import styles
from deckgen.writers.pptx.markup import HEADER, ROOT_NS
from deckgen.writers.pptx.package import PRESENTATION_ML
from deckgen.writers.pptx.shapes import TREE_ROOT
from deckgen.writers.pptx.text import Links, TextWriter

CONTENT_TYPE = f"{PRESENTATION_ML}.notesSlide+xml"
MASTER_CONTENT_TYPE = f"{PRESENTATION_ML}.notesMaster+xml"

_INDENT = 18.0
PLAIN = tuple(LevelStyle(12.0, before=4.0, indent=_INDENT * n) for n in range(styles.LEVELS))
LISTED = tuple(
    replace(look, indent=_INDENT * (n + 1), hang=_INDENT, bullet="•", bullet_color=ColorRef("text"))
    for n, look in enumerate(PLAIN)
)
STYLE = TextStyle("notes", PLAIN)
"""Notes are plain paragraphs at 12 pt, as PowerPoint prints them; list items hang."""

# A page of 7.5 × 10 in: the slide's picture in the upper half, the notes below.  EMU.
_IMAGE_PLACE = '<a:xfrm><a:off x="685800" y="1143000"/><a:ext cx="5486400" cy="3086100"/></a:xfrm>'
_BODY_PLACE = '<a:xfrm><a:off x="685800" y="4400550"/><a:ext cx="5486400" cy="3600450"/></a:xfrm>'
_RECT = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
_IMAGE = (
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image"/><p:cNvSpPr>'
    '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
    '<p:nvPr><p:ph type="sldImg"{idx}/></p:nvPr></p:nvSpPr><p:spPr>{place}</p:spPr></p:sp>'
)
_BODY = (
    '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
    '<p:nvPr><p:ph type="body"{sz} idx="{idx}"/></p:nvPr></p:nvSpPr><p:spPr>{place}</p:spPr>{body}</p:sp>'
)


def has_notes(page: Page) -> bool:
    """Whether this page carries its slide's notes: the first part does, should it be split."""
    return bool(page.slide.notes) and page.part[0] == 1


def notes_xml(page: Page, text: TextWriter, links: Links) -> str:
    """The notes page of a slide."""
    placed = PlacedText(STYLE, tuple(_placed(page)))
    body = text.body(placed, STYLE, "<a:bodyPr/>", links)
    shapes = _IMAGE.format(idx="", place="") + _BODY.format(sz="", idx=1, place="", body=body)
    return (
        f"{HEADER}<p:notes {ROOT_NS}><p:cSld><p:spTree>{TREE_ROOT}{shapes}</p:spTree></p:cSld>"
        f"<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )


def _placed(page: Page) -> Iterator[PlacedParagraph]:
    for part in page.slide.notes:
        match part:
            case Paragraph():
                yield _paragraph(part.text, 0, None, page.lang)
            case ListBlock():
                yield from _items(part, 0, part.lang or page.lang)
            case _:
                assert_never(part)


def _items(block: ListBlock, level: int, lang: str) -> Iterator[PlacedParagraph]:
    for n, item in enumerate(block.items, start=block.start):
        own = item.lang or lang
        yield _paragraph(item.text, level, Number(n, block.start) if block.ordered else Bullet(), own)
        if item.children:
            yield from _items(item.children, level + 1, item.children.lang or own)


def _paragraph(text: Text, level: int, marker: Marker | None, lang: str) -> PlacedParagraph:
    rtl = is_rtl(characters(text), lang)
    looks = LISTED if marker else PLAIN
    return PlacedParagraph(text, looks[min(level, styles.LEVELS - 1)], level, marker, (), lang, rtl)


def notes_master_xml(theme: Theme, colors: str) -> str:
    """The notes master: dark on light paper whatever the slides are, by the colour map `colors`."""
    words = '<a:p><a:r><a:rPr lang="en"/><a:t>Notes</a:t></a:r></a:p>'
    body = f'<p:txBody><a:bodyPr wrap="square" rtlCol="0"/><a:lstStyle/>{words}</p:txBody>'
    frame = '<a:noFill/><a:ln w="9525"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:ln>'
    shapes = _IMAGE.format(idx=' idx="2"', place=_IMAGE_PLACE + _RECT + frame)
    shapes += _BODY.format(sz=' sz="quarter"', idx=3, place=_BODY_PLACE + _RECT, body=body)
    return (
        f'{HEADER}<p:notesMaster {ROOT_NS}><p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/>'
        f"</p:bgRef></p:bg><p:spTree>{TREE_ROOT}{shapes}</p:spTree></p:cSld>"
        f"<p:clrMap {colors}/>"
        f"<p:notesStyle>{styles.levels(STYLE, None, theme.fonts)}</p:notesStyle></p:notesMaster>"
    )
