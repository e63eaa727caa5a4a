"""What was placed for reading from left to right → the same for reading from right to left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from deckgen.decorations import Decoration, Shape
from deckgen.layout.room import is_content
from deckgen.scene import Connector, Group, Part, Placed
from deckgen.slots import Box, Layout
from deckgen.theme import Theme


def mirrored_box(box: Box, left: float, right: float) -> Box:
    """The box as seen in a mirror, between the edges `left` and `right` (pt)."""
    return Box(round(left + right - box.right, 2), box.y, box.w, box.h)


def mirrored(placed: Iterable[Placed], left: float, right: float) -> list[Placed]:
    """Everything mirrored between two edges; what stands in the boxes, and in a diagram, stays as it is."""
    return [_one(item, left, right) for item in placed]


def _one(item: Placed, left: float, right: float) -> Placed:
    content = item.content
    if item.part is Part.DIAGRAM:
        box = mirrored_box(item.box, left, right)
        return moved(item, box.x - item.box.x)
    if isinstance(content, Group):
        content = Group(tuple(mirrored(content.children, left, right)))
    return replace(item, box=mirrored_box(item.box, left, right), content=content)


def moved(item: Placed, dx: float) -> Placed:
    """A thing moved to the right by `dx` pt, with what stands in it."""
    content = item.content
    if isinstance(content, Group):
        content = Group(tuple(moved(child, dx) for child in content.children))
    elif isinstance(content, Connector):
        content = replace(content, points=tuple((round(x + dx, 2), y) for x, y in content.points))
    return replace(item, box=replace(item.box, x=round(item.box.x + dx, 2)), content=content)


def mirrored_page(placed: Iterable[Placed], layout: Layout, width: float) -> list[Placed]:
    """A page's things mirrored.

    On a template, whose pages stay as they are drawn, its texts keep their places, and content changes sides
    within its own area.
    """
    area = layout.area
    if layout.part is None or area is None:
        return mirrored(placed, 0, width)
    kept = {slot.name for slot in layout.slots if not is_content(slot)}
    return [item if item.slot in kept else _one(item, area.x, area.right) for item in placed]


def mirrored_theme(theme: Theme) -> Theme:
    """The theme for a deck that is read from right to left: its layouts mirrored, decorations too.

    A template has its layouts for whatever its institution writes in.
    """
    if theme.template is not None:
        return theme
    width = theme.page[0]
    layouts = {name: _layout(layout, width) for name, layout in theme.layouts.items()}
    return replace(theme, layouts=layouts)


def _layout(layout: Layout, width: float) -> Layout:
    slots = tuple(replace(slot, box=mirrored_box(slot.box, 0, width)) for slot in layout.slots)
    decorations = tuple(_decoration(drawn, width) for drawn in layout.decorations)
    return replace(layout, slots=slots, decorations=decorations)


def _decoration(drawn: Decoration, width: float) -> Decoration:
    """A decoration on the other side; a shape is mirrored itself, a picture never."""
    content = drawn.content
    if isinstance(content, Shape):
        content = replace(content, flip=(not content.flip[0], content.flip[1]))
    return replace(drawn, box=mirrored_box(drawn.box, 0, width), content=content)
