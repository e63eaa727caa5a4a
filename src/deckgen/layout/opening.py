"""An opening slide's texts → the slots that they fill; with blocks, its layout with the texts on one side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple, Self

from deckgen.model import Block, Deck, Text, Visual
from deckgen.scene import Part
from deckgen.slots import FURNITURE, Box, Layout, Slot
from deckgen.theme import Theme

SHARE = 0.42
"""What blocks take of the width beside the deck's title, unless a visual block asks for more or less."""

_MOST, _LEAST = 0.55, 0.2
_TEXTS = 1 / 3
"""The share of the page's width that the texts keep, wherever they begin."""

_LINE = 1.6
"""The height of a date's box, in sizes of its type."""


class Wanted(NamedTuple):
    """Texts of the slide's own for the slot named `slot`: paragraphs, each with its style or None."""

    slot: str
    part: Part
    texts: tuple[tuple[Text, str | None], ...]

    @classmethod
    def of(cls, slot: str, part: Part, *texts: Text) -> Self:
        """Texts in the slot's style."""
        return cls(slot, part, tuple((text, None) for text in texts))


def gathered(wanted: Iterable[Wanted], layout: Layout) -> list[Wanted]:
    """On a template's layout without a place for authors or date, these stand below what has one."""
    wanted = list(wanted)
    homeless = [one for one in wanted if one.slot in {"byline", "date"} and layout.slot(one.slot) is None]
    if layout.part is None or not homeless:
        return wanted
    lines = [text for one in homeless for text, _ in one.texts]
    kept = [one for one in wanted if one not in homeless]
    byline = "byline" if layout.slot("byline") else "subtitle"
    host = next((one for one in kept if one.slot == byline), None)
    if host is None:
        return [*kept, Wanted.of(byline, homeless[0].part, *lines)]
    style = None if byline == "byline" else f"{layout.name}/byline"
    whole = host._replace(texts=(*host.texts, *((text, style) for text in lines)))
    return [whole if one is host else one for one in kept]


def beside_blocks(layout: Layout, blocks: tuple[Block, ...], deck: Deck, theme: Theme) -> Layout:
    """The layout with its texts narrowed to the left, so that blocks can stand beside them.

    The date, which stands at the foot of the right side, keeps one line there; without a date it goes.
    """
    left = min((slot.box.x for slot in layout.slots if slot.kind not in FURNITURE), default=theme.margin)
    room = theme.page[0] - theme.margin - left - theme.gutter
    asked = next((block.width for block in blocks if isinstance(block, Visual) and block.width), SHARE)
    texts = max(room * (1 - min(max(asked, _LEAST), _MOST)), theme.page[0] * _TEXTS)
    edge = round(left + texts, 2)
    slots = (_narrowed(slot, edge) for slot in layout.slots if slot.kind not in FURNITURE)
    dates = (_one_line(slot, theme) for slot in layout.slots if slot.kind in FURNITURE and deck.date)
    return replace(layout, slots=(*slots, *dates))


def room_beside(layout: Layout, theme: Theme) -> Box:
    """The room for blocks that `beside_blocks` leaves: from the texts' top to the date or the texts' foot."""
    texts = [slot.box for slot in layout.slots if slot.kind not in FURNITURE]
    dates = [slot.box for slot in layout.slots if slot.kind in FURNITURE]
    x = max(box.right for box in texts) + theme.gutter
    top, bottom = min(box.y for box in texts), max(box.bottom for box in texts)
    bottom = min([bottom, *(box.y - theme.gap / 2 for box in dates)])
    return Box(round(x, 2), top, round(theme.page[0] - theme.margin - x, 2), round(bottom - top, 2))


def _narrowed(slot: Slot, edge: float) -> Slot:
    return replace(slot, box=replace(slot.box, w=round(min(slot.box.w, edge - slot.box.x), 2)))


def _one_line(slot: Slot, theme: Theme) -> Slot:
    height = round(theme.styles[slot.style].level(0).size * _LINE, 2)
    return replace(slot, box=replace(slot.box, y=round(slot.box.bottom - height, 2), h=height))
