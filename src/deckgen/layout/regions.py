"""A slide and its layout → the regions that its blocks stand in, each a stack in a slot's box."""

from __future__ import annotations

from dataclasses import dataclass, replace

from deckgen.layout.beside import sides
from deckgen.layout.blocks import piled, stack_of, widest
from deckgen.layout.choose import stands_aside
from deckgen.layout.opening import room_beside
from deckgen.layout.quote import StatementPiece
from deckgen.layout.setting import Names, Setting
from deckgen.layout.stack import Stack
from deckgen.model import Align, Block, Column, Columns, Quote, Slide, SlideKind, Statement, Visual
from deckgen.scene import Placed
from deckgen.slots import FURNITURE, Box, Layout, Slot, SlotKind
from deckgen.theme import Theme

TOLERANCE = 0.5
"""By how many pt a stack may be higher than its box: less than anyone sees."""


@dataclass(frozen=True, slots=True)
class Region:
    """A stack in a box; `slot` is the placeholder that its first piece fills.

    Where `centred`, what is left of the box is left above and below alike.
    """

    stack: Stack
    box: Box
    slot: Slot | None
    centred: bool = False

    def excess(self, setting: Setting) -> float:
        """By how many pt the stack is higher than the box; negative: what is left of it."""
        return self.stack.height(self.box.w, setting) - self.box.h

    def breaks_words(self, setting: Setting) -> bool:
        """Whether a word in it is wider than its line."""
        return self.stack.breaks_words(self.box.w, setting)

    def place(self, setting: Setting, names: Names) -> list[Placed]:
        """Everything in its place."""
        box = self.box
        if self.centred:
            height = min(self.stack.most(box.w, setting), box.h)
            box = replace(box, y=round(box.y + (box.h - height) / 2, 2), h=round(height, 2))
        return self.stack.place(box, setting, names, self.slot)


def regions_of(slide: Slide, layout: Layout, theme: Theme, *, rtl: bool = False) -> list[Region]:
    """Where the slide's blocks stand in its layout; none if it has no blocks.  `rtl`: it will be mirrored."""
    blocks = slide.blocks
    if not blocks:
        return []
    statement = layout.slot("statement")
    if statement and len(blocks) == 1 and isinstance(blocks[0], Statement | Quote):
        piece = StatementPiece(blocks[0], layout.slot("source"))
        return [Region(Stack((piece,)), _stage(statement, blocks[0].align, theme), statement)]
    media, body = layout.slot("media"), layout.slot("body")
    if media and body:
        return _beside(blocks, media, body, layout, theme)
    if layout.slot("column1"):
        return [_columns(blocks, layout, rtl)]
    if slide.kind is SlideKind.OPENING and layout.name == "opening":
        stack = piled(blocks, layout, whole=True, rtl=rtl)
        return [Region(stack, room_beside(layout, theme), None, centred=True)]
    slot = body or media or statement
    box = slot.box if slot else free_area(layout, theme)
    return [Region(stack_of(blocks, layout, rtl=rtl), box, slot)]


def _stage(slot: Slot, align: Align | None, theme: Theme) -> Box:
    """Where a sentence stands alone: what is not set at its start has the page's middle for its own."""
    box = slot.box
    if align in {None, Align.START}:
        return box
    margin = min(box.x, theme.page[0] - box.right)
    return replace(box, x=margin, w=round(theme.page[0] - 2 * margin, 2))


def _beside(blocks: tuple[Block, ...], media: Slot, body: Slot, layout: Layout, theme: Theme) -> list[Region]:
    """Visual blocks in one slot (those with a `place` at a side, if any has one), the others in the other.

    A `width` of a visual block moves the border between the two.
    """
    visuals = [block for block in blocks if isinstance(block, Visual)]
    aside = tuple([block for block in visuals if stands_aside(block)] or visuals)
    others = tuple(block for block in blocks if not any(block is one for one in aside))
    left, right = sorted((media, body), key=lambda slot: slot.box.x)
    share = widest(aside)
    boxes = {media.name: media.box, body.name: body.box}
    if share:
        whole = replace(left.box, w=round(right.box.right - left.box.x, 2))
        shown, rest = sides(whole, share, theme.gutter, visual_left=left is media)
        boxes = {
            slot.name: replace(slot.box, x=box.x, w=box.w) for slot, box in ((media, shown), (body, rest))
        }
    stacks = {media.name: piled(aside, layout, whole=True), body.name: piled(others, layout)}
    return [
        Region(stacks[slot.name], boxes[slot.name], slot)
        for slot in (left, right)
        if stacks[slot.name].pieces
    ]


def _columns(blocks: tuple[Block, ...], layout: Layout, rtl: bool) -> Region:
    """The columns' slots as one region, for `columns` and what stands above and below it.

    Where the author chose the layout and wrote no `columns`, each block is a column.
    """
    slots = [slot for slot in layout.slots if slot.name.startswith("column")]
    x, y = min(s.box.x for s in slots), min(s.box.y for s in slots)
    right, bottom = max(s.box.right for s in slots), max(s.box.bottom for s in slots)
    if not any(isinstance(block, Columns) for block in blocks):
        blocks = (Columns(columns=tuple(Column(blocks=(block,)) for block in blocks)),)
    whole = Box(x, y, round(right - x, 2), round(bottom - y, 2))
    return Region(stack_of(blocks, layout, rtl=rtl), whole, None)


def free_area(layout: Layout, theme: Theme) -> Box:
    """What the layout's texts leave of the page, from their left edge, for blocks that it has no slot for."""
    if layout.area is not None:
        return layout.area
    top, bottom = theme.margin, theme.page[1] - theme.margin
    left = min((s.box.x for s in layout.slots if s.kind not in FURNITURE), default=theme.margin)
    for slot in layout.slots:
        at_foot = slot.box.y > theme.page[1] / 2  # furniture may stand at the page's head
        if at_foot and (slot.kind in FURNITURE or slot.name == "byline"):
            bottom = min(bottom, slot.box.y - theme.gap / 2)
        else:
            top = max(top, slot.box.bottom + theme.gap / 2)
    width = theme.page[0] - theme.margin - left
    return Box(left, round(top, 2), round(width, 2), round(max(bottom - top, 0.0), 2))


def foot_area(layout: Layout, theme: Theme) -> Box:
    """Where footnotes stand at the foot: as wide as the layout's content, or as the free area."""
    room = free_area(layout, theme)
    content = [slot.box for slot in layout.slots if slot.kind is SlotKind.BODY]
    if not content:
        return room
    x, right = min(box.x for box in content), max(box.right for box in content)
    return replace(room, x=x, w=round(right - x, 2))
