"""The layout follows from the blocks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from deckgen.layout.choose import in_order, layout_name
from deckgen.model import (
    Block,
    Column,
    Columns,
    Event,
    Image,
    ListBlock,
    Paragraph,
    Place,
    Quote,
    Run,
    Slide,
    SlideKind,
    Statement,
    TextBlock,
    Timeline,
)

WORD = (Run("word"),)
TEXT = TextBlock(parts=(Paragraph(text=WORD),))
LIST = ListBlock(items=())
QUOTE, STATEMENT = Quote(text=WORD), Statement(text=WORD)
TIMELINE = Timeline(events=(Event(when=WORD, what=WORD),))


def image(**fields: Any) -> Image:
    return Image(path=Path("a.png"), pixels=(4, 3), media_type="image/png", **fields)


def columns(*titles: bool) -> Columns:
    return Columns(columns=tuple(Column(blocks=(TEXT,), title=WORD if t else ()) for t in titles))


@pytest.mark.parametrize(
    ("title", "blocks", "name"),
    [
        (True, (), "title-only"),
        (True, (TEXT, LIST), "title-body"),
        (False, (STATEMENT,), "statement"),
        (False, (QUOTE,), "statement"),
        (True, (QUOTE,), "title-body"),
        (False, (QUOTE, TEXT), "title-body"),
        (True, (image(),), "media"),
        (False, (image(),), "media"),
        (True, (image(), TEXT), "media-text"),
        (True, (TEXT, image()), "text-media"),
        (True, (TEXT, image(), LIST), "title-body"),
        (True, (image(place=Place.RIGHT), QUOTE), "text-media"),
        (True, (TEXT, LIST, image(place=Place.LEFT)), "media-text"),
        (True, (TEXT, image(place=Place.ABOVE)), "title-body"),
        (True, (TIMELINE, image(place=Place.LEFT)), "media-text"),
        (True, (image(), TEXT, image(place=Place.RIGHT)), "text-media"),
        (True, (image(place=Place.LEFT), columns(False, False)), "columns"),
        (True, (image(), image(), TEXT), "title-body"),
        (True, (image(), TIMELINE), "title-body"),
        (True, (columns(True, True),), "comparison"),
        (True, (columns(True, False),), "columns"),
        (True, (TEXT, columns(False, False, False)), "columns-3"),
        (True, (columns(True, True, True, True), TEXT), "columns-4"),
    ],
)
def test_first_rule_that_holds(title: bool, blocks: tuple[Block, ...], name: str) -> None:
    assert layout_name(Slide(title=WORD if title else (), blocks=blocks)) == name


def test_opening_section_and_the_authors_own() -> None:
    assert layout_name(Slide(kind=SlideKind.OPENING, title=WORD)) == "opening"
    assert layout_name(Slide(kind=SlideKind.SECTION, section=WORD)) == "section"
    assert layout_name(Slide(kind=SlideKind.SECTION, section=WORD, layout="blank")) == "blank"
    assert layout_name(Slide(blocks=(TEXT, TEXT, TEXT), layout="columns")) == "columns-3"


def test_a_visual_block_moves_where_it_is_placed() -> None:
    above, below = image(place=Place.ABOVE), image(place=Place.BELOW)
    assert in_order((TEXT, above, LIST)) == (above, TEXT, LIST)
    assert in_order((below, TEXT, LIST)) == (TEXT, LIST, below)
    assert in_order((TEXT, image(), LIST)) == (TEXT, image(), LIST)
