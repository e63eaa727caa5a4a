"""Text blocks and lists → the paragraphs that they flow in, in one box or in newspaper columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from deckgen.layout.columns import column_boxes
from deckgen.layout.setting import Names, Setting
from deckgen.layout.textbox import Para, breaks_words, set_text, text_height
from deckgen.model import Bibliography, FlowBlock, ListBlock, Paragraph, Size
from deckgen.scene import Bullet, Number, Part, Placed
from deckgen.slots import Box, Slot

NARROW = 90.0
"""The width in pt under which a list's newspaper columns are no use: it is then set in one."""


def flow(blocks: tuple[FlowBlock, ...]) -> tuple[Para, ...]:
    """The paragraphs of text blocks and lists that follow one another in one box."""
    return tuple(para for i, block in enumerate(blocks) for para in _sized(block, i))


def _sized(block: FlowBlock, index: int) -> Iterator[Para]:
    """A block's paragraphs at the size and the side that it asks for."""
    if block.size is Size.NORMAL and block.align is None:
        return _block(block, index)
    return (replace(para, size=block.size, align=block.align) for para in _block(block, index))


def _block(block: FlowBlock, index: int) -> Iterator[Para]:
    if isinstance(block, ListBlock):
        yield from _list(block, 0, index, block.lang)
        return
    if isinstance(block, Bibliography):
        for entry in block.entries:
            yield Para(entry, "reference", lang=block.lang, block=index)
        return
    for part in block.parts:
        if isinstance(part, Paragraph):
            yield Para(part.text, "text", lang=block.lang, block=index)
        else:
            yield from _list(part, 0, index, block.lang)


def _list(block: ListBlock, level: int, index: int, lang: str | None) -> Iterator[Para]:
    last = block.start + len(block.items) - 1
    for value, item in enumerate(block.items, block.start):
        own = item.lang or block.lang or lang
        if item.text:  # empty where a list goes on from the slide before, in the middle of an item
            marker = Number(value, block.start, last) if block.ordered else Bullet()
            yield Para(item.text, "body", level, marker, own, index)
        if item.children:
            yield from _list(item.children, level + 1, index, own)


@dataclass(frozen=True, slots=True)
class FlowPiece:
    """Text blocks and lists in one box."""

    blocks: tuple[FlowBlock, ...]
    paras: tuple[Para, ...]
    visual: bool = False

    @classmethod
    def of(cls, *blocks: FlowBlock) -> FlowPiece:
        """The piece of these blocks."""
        return cls(blocks, flow(blocks))

    def height(self, width: float, setting: Setting) -> float:
        return text_height(self.paras, width, setting)

    def most(self, width: float, setting: Setting) -> float:
        return self.height(width, setting)

    def breaks_words(self, width: float, setting: Setting) -> bool:
        return breaks_words(self.paras, width, setting)

    def place(self, box: Box, setting: Setting, names: Names, slot: Slot | None) -> list[Placed]:
        content, _ = set_text(self.paras, "body", box.w, setting, slot.anchor if slot else "top")
        part = _part(self.blocks[0])
        return [Placed(names.new(part), part, box, content, slot.name if slot else None, self.blocks)]


def _part(block: FlowBlock) -> Part:
    """What a flow is called after: its first block."""
    if isinstance(block, ListBlock):
        return Part.NUMBERED if block.ordered else Part.BULLETS
    return Part.BIBLIOGRAPHY if isinstance(block, Bibliography) else Part.TEXT


@dataclass(frozen=True, slots=True)
class NewspaperPiece:
    """One list in several columns of the same number of paragraphs, as far as its items allow."""

    parts: tuple[FlowPiece, ...]
    whole: FlowPiece
    visual: bool = False

    @classmethod
    def of(cls, block: ListBlock) -> NewspaperPiece:
        """The list cut into one list a column; numbers go on."""
        weights = [len(flow((_cut(block, i, i + 1),))) for i in range(len(block.items))]
        parts, start = [], 0
        for left in range(min(block.columns, len(weights)), 0, -1):
            wanted, end = sum(weights[start:]) / left, start + 1
            while end < len(weights) - left + 1 and sum(weights[start:end]) + weights[end] / 2 <= wanted:
                end += 1
            parts.append(FlowPiece((block,), flow((_cut(block, start, end),))))
            start = end
        return cls(tuple(parts), FlowPiece.of(block))

    def height(self, width: float, setting: Setting) -> float:
        boxes = column_boxes(Box(0, 0, width, 0), len(self.parts), setting.tools.theme.gutter)
        if boxes[0].w < NARROW:
            return self.whole.height(width, setting)
        return max(part.height(box.w, setting) for part, box in zip(self.parts, boxes, strict=True))

    def most(self, width: float, setting: Setting) -> float:
        return self.height(width, setting)

    def breaks_words(self, width: float, setting: Setting) -> bool:
        each = column_boxes(Box(0, 0, width, 0), len(self.parts), setting.tools.theme.gutter)[0].w
        return self.whole.breaks_words(width if each < NARROW else each, setting)

    def place(self, box: Box, setting: Setting, names: Names, slot: Slot | None) -> list[Placed]:
        boxes = column_boxes(box, len(self.parts), setting.tools.theme.gutter)
        if boxes[0].w < NARROW:
            return self.whole.place(box, setting, names, slot)
        slots = [slot, *(None for _ in boxes[1:])]
        return [
            placed
            for part, at, own in zip(self.parts, boxes, slots, strict=True)
            for placed in part.place(at, setting, names, own)
        ]


def _cut(block: ListBlock, first: int, end: int) -> ListBlock:
    """The items `first` to before `end`, their numbers kept."""
    return replace(block, items=block.items[first:end], start=block.start + first, columns=1)
