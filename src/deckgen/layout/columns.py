"""`columns`: stacks side by side, their titles on one line, their tops on another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from deckgen.layout.setting import Names, Setting
from deckgen.layout.stack import Stack
from deckgen.layout.textbox import Para, breaks_words, set_text, text_height
from deckgen.model import Columns
from deckgen.scene import Part, Placed
from deckgen.slots import Box, Layout, Slot

LEAST_SHARE = 0.12
"""The share of the room that a column keeps, whatever the others ask for."""


def column_boxes(box: Box, count: int, gutter: float, shares: Sequence[float | None] = ()) -> list[Box]:
    """`box` cut into columns `gutter` pt apart; `shares` (0-1) of the room where given, else equal."""
    room = box.w - gutter * (count - 1)
    given = list(shares) or [None] * count
    free = sum(share is None for share in given)
    rest = 1 - sum(share for share in given if share)
    wanted = [share or max(rest / free, 0.0) for share in given]
    boxes, x = [], box.x
    for share in _kept(wanted):
        width = room * share
        boxes.append(Box(round(x, 2), box.y, round(width, 2), box.h))
        x += width + gutter
    return boxes


def _kept(shares: list[float]) -> list[float]:
    """The shares made to sum to 1, none of them under the least."""
    whole = [share / sum(shares) for share in shares]
    low = [share < LEAST_SHARE for share in whole]
    room = 1 - LEAST_SHARE * sum(low)
    taken = sum(share for share, small in zip(whole, low, strict=True) if not small)
    return [LEAST_SHARE if small else share / taken * room for share, small in zip(whole, low, strict=True)]


@dataclass(frozen=True, slots=True)
class ColumnsPiece:
    """The columns of a slide; `layout` has slots `column1`, `column1-title` … where it was made for them."""

    block: Columns
    stacks: tuple[Stack, ...]
    layout: Layout

    @property
    def visual(self) -> bool:
        return any(stack.visual for stack in self.stacks)

    def height(self, width: float, setting: Setting) -> float:
        boxes = self._boxes(Box(0, 0, width, 0), setting)
        tall = [stack.height(box.w, own) for stack, box, own in self._parts(boxes, setting)]
        return self._head(boxes, setting) + max(tall)

    def most(self, width: float, setting: Setting) -> float:
        boxes = self._boxes(Box(0, 0, width, 0), setting)
        tall = [stack.most(box.w, own) for stack, box, own in self._parts(boxes, setting)]
        return self._head(boxes, setting) + max(tall)

    def breaks_words(self, width: float, setting: Setting) -> bool:
        boxes = self._boxes(Box(0, 0, width, 0), setting)
        return any(stack.breaks_words(box.w, own) for stack, box, own in self._parts(boxes, setting)) or any(
            breaks_words([Para(column.title, "column-title")], box.w, setting)
            for column, box in zip(self.block.columns, boxes, strict=True)
            if column.title
        )

    def place(self, box: Box, setting: Setting, names: Names, slot: Slot | None) -> list[Placed]:
        boxes = self._boxes(box, setting)
        head = self._head(boxes, setting)
        placed: list[Placed] = []
        for i, (stack, at, own) in enumerate(self._parts(boxes, setting)):
            placed += self._title(i, Box(at.x, at.y, at.w, head), own, names)
            below = Box(at.x, round(at.y + head, 2), at.w, round(at.h - head, 2))
            if stack.pieces:
                placed += stack.place(below, own, names, self.layout.slot(f"column{i + 1}"))
        return placed

    def _boxes(self, box: Box, setting: Setting) -> list[Box]:
        widths = [column.width for column in self.block.columns]
        return column_boxes(box, len(widths), setting.tools.theme.gutter, widths)

    def _parts(self, boxes: list[Box], setting: Setting) -> list[tuple[Stack, Box, Setting]]:
        """Each column's stack, its box, and its setting: in its own language, if it has one."""
        languages = [setting.within(column.lang) for column in self.block.columns]
        return list(zip(self.stacks, boxes, languages, strict=True))

    def _titles(self, boxes: list[Box], setting: Setting) -> list[float]:
        """The heights of the titles; 0 for a column without."""
        return [
            text_height([Para(column.title, "column-title")], box.w, setting) if column.title else 0.0
            for column, box in zip(self.block.columns, boxes, strict=True)
        ]

    def _head(self, boxes: list[Box], setting: Setting) -> float:
        """How far below the titles' top the columns begin, in pt: as the layout has it, or as needed."""
        height = max(self._titles(boxes, setting))
        slot = self.layout.slot("column1-title")
        least = slot.box.h if slot else 0.0
        return max(height, least) + self._gap(setting) if height else 0.0

    def _gap(self, setting: Setting) -> float:
        """The space in pt between a column's title and what stands under it."""
        title, body = self.layout.slot("column1-title"), self.layout.slot("column1")
        return body.box.y - title.box.bottom if title and body else setting.tools.theme.gap * 0.6

    def _title(self, i: int, box: Box, setting: Setting, names: Names) -> list[Placed]:
        text = self.block.columns[i].title
        if not text:
            return []
        slot = self.layout.slot(f"column{i + 1}-title")
        room = Box(box.x, box.y, box.w, round(box.h - self._gap(setting), 2))
        content, _ = set_text([Para(text, "column-title")], "column-title", box.w, setting, "bottom")
        name = names.new(Part.COLUMN_TITLE)
        return [Placed(name, Part.COLUMN_TITLE, room, content, slot.name if slot else None, (self.block,), i)]
