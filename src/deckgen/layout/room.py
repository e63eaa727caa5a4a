"""A template's layout and a slide's texts that it has no placeholder for → the layout with room for them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from deckgen.model import Slide, SlideKind
from deckgen.slots import FURNITURE, Box, Layout, Slot, SlotKind
from deckgen.theme import Theme

OVER_CONTENT = ("title", "subtitle")


def with_room(layout: Layout, slide: Slide, theme: Theme) -> Layout:
    """The layout with its places for content moved down, as far as a title or subtitle without a placeholder
    stands in their way.

    Only on templates: a layout of ours has a place for all of them.
    """
    if layout.part is None or slide.kind is not SlideKind.CONTENT:
        return layout
    given = {"title": slide.title, "subtitle": slide.subtitle}
    slots = [slot for name in OVER_CONTENT if given[name] and (slot := layout.slot(name))]
    texts = [slot for slot in slots if slot.index is None]
    content = [slot.box for slot in layout.slots if is_content(slot)] + ([layout.area] if layout.area else [])
    if not texts or not content:
        return layout
    down = max(slot.box.bottom for slot in texts) + theme.gap / 3 - min(box.y for box in content)
    return moved_down(layout, round(down, 2)) if down > 0 else layout


def is_content(slot: Slot) -> bool:
    """Whether blocks fill a slot, or name the column that it heads."""
    return slot.kind is SlotKind.BODY or slot.name.startswith("column")


def moved_down(layout: Layout, down: float) -> Layout:
    """The layout with its places for content `down` pt further down, their feet where they were."""
    moved = (
        replace(slot, box=_lower(slot.box, down, keep=slot.kind is SlotKind.TEXT))
        if is_content(slot)
        else slot
        for slot in layout.slots
    )
    area = _lower(layout.area, down, keep=False) if layout.area else None
    return replace(layout, slots=tuple(moved), area=area)


def _lower(box: Box, down: float, *, keep: bool) -> Box:
    """A box moved down; it keeps its height, or its foot."""
    height = box.h if keep else max(box.h - down, 1.0)
    return replace(box, y=round(box.y + down, 2), h=round(height, 2))


def free_around(slot: Slot, layout: Layout, filled: Collection[str], theme: Theme) -> Box | None:
    """The slot's box, as high as it can be between what else stands on the page: `filled` names its texts.

    A text keeps its edge: what stands at the top grows down, what stands in the middle both ways.  None on
    layouts of ours, whose boxes are as large as they should be.
    """
    if layout.part is None:
        return None
    box, edge = slot.box, theme.gap / 2
    others = [s.box for s in layout.slots if s is not slot and (s.name in filled or _stands(s))]
    across = [b for b in others if min(b.right, box.right) - max(b.x, box.x) > 1]
    top = max([edge, *(b.bottom for b in across if b.bottom <= box.y + 1)])
    foot = min([theme.page[1] - edge, *(b.y for b in across if b.y >= box.bottom - 1)])
    up, down = max(box.y - top, 0.0), max(foot - box.bottom, 0.0)
    if slot.anchor == "middle":
        up = down = min(up, down)
    up, down = (0.0 if slot.anchor == "top" else up), (0.0 if slot.anchor == "bottom" else down)
    return replace(box, y=round(box.y - up, 2), h=round(box.h + up + down, 2))


def _stands(slot: Slot) -> bool:
    """Whether a slot is filled whatever the slide's own texts are."""
    return is_content(slot) or slot.kind in FURNITURE
