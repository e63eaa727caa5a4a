"""A slide and its layout → the regions that its blocks stand in, each a stack in a slot's box."""

from __future__ import annotations

from dataclasses import dataclass, replace

from deckgen.layout.blocks import stack_of
from deckgen.layout.choose import in_order
from deckgen.layout.quote import StatementPiece
from deckgen.layout.setting import Names, Setting
from deckgen.layout.stack import Stack
from deckgen.model import Block, Column, Columns, Quote, Slide, Statement, Visual
from deckgen.scene import Placed
from deckgen.slots import FURNITURE, Box, Layout, Slot
from deckgen.theme import Theme

TOLERANCE = 0.5
"""By how many pt a stack may be higher than its box: less than anyone sees."""


@dataclass(frozen=True, slots=True)
class Region:
    """A stack in a box; `slot` is the placeholder that its first piece fills."""

    stack: Stack
    box: Box
    slot: Slot | None

    def excess(self, setting: Setting) -> float:
        """By how many pt the stack is higher than the box; negative: what is left of it."""
        return self.stack.height(self.box.w, setting) - self.box.h

    def breaks_words(self, setting: Setting) -> bool:
        """Whether a word in it is wider than its line."""
        return self.stack.breaks_words(self.box.w, setting)

    def place(self, setting: Setting, names: Names) -> list[Placed]:
        """Everything in its place."""
        return self.stack.place(self.box, setting, names, self.slot)


def regions_of(slide: Slide, layout: Layout, theme: Theme) -> list[Region]:
    """Where the slide's blocks stand in its layout; none if it has no blocks."""
    blocks = slide.blocks
    if not blocks:
        return []
    statement = layout.slot("statement")
    if statement and len(blocks) == 1 and isinstance(blocks[0], Statement | Quote):
        piece = StatementPiece(blocks[0], layout.slot("source"))
        return [Region(Stack((piece,)), statement.box, statement)]
    media, body = layout.slot("media"), layout.slot("body")
    if media and body:
        return _beside(blocks, media, body, layout, theme)
    if layout.slot("column1"):
        return [_columns(blocks, layout)]
    slot = body or media or statement
    box = slot.box if slot else free_area(layout, theme)
    return [Region(stack_of(in_order(blocks), layout), box, slot)]


def _beside(blocks: tuple[Block, ...], media: Slot, body: Slot, layout: Layout, theme: Theme) -> list[Region]:
    """The visual blocks in one slot, the others in the other; a visual block's `width` moves the border."""
    visuals = tuple(block for block in blocks if isinstance(block, Visual))
    others = tuple(block for block in blocks if block not in visuals)
    left = media if media.box.x < body.box.x else body
    right = body if left is media else media
    whole = right.box.right - left.box.x
    share = next((v.width for v in visuals if v.width), None)
    boxes = {media.name: media.box, body.name: body.box}
    if share:
        room = whole - theme.gutter
        width = {media.name: round(room * min(share, 0.8), 2)}
        width[body.name] = round(room - width[media.name], 2)
        start = round(right.box.right - width[right.name], 2)
        boxes[left.name] = replace(left.box, w=width[left.name])
        boxes[right.name] = replace(right.box, x=start, w=width[right.name])
        visuals = tuple(replace(v, width=None) for v in visuals)
    regions = [
        Region(stack_of(found, layout), boxes[slot.name], slot)
        for slot, found in ((media, visuals), (body, others))
        if found
    ]
    return sorted(regions, key=lambda region: region.box.x)


def _columns(blocks: tuple[Block, ...], layout: Layout) -> Region:
    """The columns' slots as one region, for `columns` and what stands above and below it.

    Where the author chose the layout and wrote no `columns`, each block is a column.
    """
    slots = [slot for slot in layout.slots if slot.name.startswith("column")]
    x, y = min(s.box.x for s in slots), min(s.box.y for s in slots)
    right, bottom = max(s.box.right for s in slots), max(s.box.bottom for s in slots)
    if not any(isinstance(block, Columns) for block in blocks):
        blocks = (Columns(columns=tuple(Column(blocks=(block,)) for block in blocks)),)
    whole = Box(x, y, round(right - x, 2), round(bottom - y, 2))
    return Region(stack_of(in_order(blocks), layout), whole, None)


def free_area(layout: Layout, theme: Theme) -> Box:
    """What the layout's texts leave of the page, for blocks that it has no slot for."""
    top, bottom = theme.margin, theme.page[1] - theme.margin
    for slot in layout.slots:
        if slot.kind in FURNITURE or slot.name == "byline":
            bottom = min(bottom, slot.box.y - theme.gap / 2)
        else:
            top = max(top, slot.box.bottom + theme.gap / 2)
    width = theme.page[0] - 2 * theme.margin
    return Box(theme.margin, round(top, 2), round(width, 2), round(max(bottom - top, 0.0), 2))
