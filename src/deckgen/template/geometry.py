"""The area for content → boxes cut out of it: columns, a sentence with its source, a line under a title."""

from __future__ import annotations

from dataclasses import replace

from deckgen.slots import Box
from deckgen.theme import Theme

HANG = 56.0
"""The room in pt at the left of a sentence, in which a quotation mark hangs."""


def column_cut(area: Box, count: int, gutter: float) -> list[Box]:
    """`area` in equal columns `gutter` pt apart."""
    each = (area.w - gutter * (count - 1)) / count
    return [Box(round(area.x + i * (each + gutter), 2), area.y, round(each, 2), area.h) for i in range(count)]


def sentence(area: Box, theme: Theme) -> tuple[Box, Box]:
    """Where one large sentence stands, and below it who says so."""
    x = max(area.x, HANG)
    width = round((area.right - x) * 0.86, 2)
    words = Box(round(x, 2), round(area.y + area.h * 0.06, 2), width, round(area.h * 0.68, 2))
    top = round(words.bottom + theme.gap * 0.7, 2)
    return words, Box(words.x, top, width, round(max(area.bottom - top, 1.0), 2))


def below(title: Box, height: float, area: Box, page: tuple[float, float], *, content: bool) -> Box:
    """A place `height` pt high under a title: between it and the `content`, or at that one's top.

    Where nothing but the title stands on the page, as high as there is room, else above the title.
    """
    if content:
        return Box(area.x, area.y if title.bottom + height > area.y else title.bottom, area.w, height)
    foot = page[1] * 0.92
    if foot - title.bottom >= height / 3:
        return Box(title.x, title.bottom, title.w, round(min(height, foot - title.bottom), 2))
    return replace(title, y=round(max(title.y - height, 0.0), 2), h=height)
