"""A slide with more than one page holds → slides that go on from one another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from deckgen.figures.code import Lines
from deckgen.layout.cuttable import cut_table
from deckgen.model import (
    Bibliography,
    Block,
    Code,
    Columns,
    Item,
    ListBlock,
    Run,
    Slide,
    Table,
    Text,
    TextBlock,
    Timeline,
    characters,
)

Blocks = tuple[Block, ...]

# A unit is what no split cuts: a paragraph, a list item without its sub-items, an event, a row of a table, a
# line of code, a picture.
# Columns are cut side by side: their n-th units count as one.


def units(block: Block) -> int:
    """How many units a block has."""
    match block:
        case ListBlock():
            return sum(_item_units(item) for item in block.items)
        case TextBlock():
            return sum(units(part) if isinstance(part, ListBlock) else 1 for part in block.parts)
        case Columns():
            return max(sum(map(units, column.blocks)) for column in block.columns)
        case Timeline():
            return len(block.events)
        case Table():
            return len(block.rows) - block.header
        case Bibliography():
            return len(block.entries)
        case Code():
            return len(block.lines)
        case _:
            return 1


def _item_units(item: Item) -> int:
    return (1 if item.text else 0) + (units(item.children) if item.children else 0)


def cut_blocks(blocks: Blocks, count: int) -> tuple[Blocks, Blocks]:
    """The first `count` units of a slide's blocks, and the rest."""
    head: list[Block] = []
    for i, block in enumerate(blocks):
        own = units(block)
        if own > count:
            if count == 0:
                return tuple(head), blocks[i:]
            first, rest = cut_block(block, count)
            return (*head, first), (rest, *blocks[i + 1 :])
        head.append(block)
        count -= own
    return tuple(head), ()


def cut_block(block: Block, count: int) -> tuple[Block, Block]:
    """A block of more than `count` units (at least one) as two."""
    match block:
        case ListBlock():
            return cut_list(block, count)
        case TextBlock():
            return _cut_text(block, count)
        case Columns():
            return _cut_columns(block, count)
        case Timeline():
            head, tail = block.events[:count], block.events[count:]
            return replace(block, events=head), replace(block, events=tail, id=None)
        case Table():
            return cut_table(block, count)
        case Bibliography(entries=entries):
            return replace(block, entries=entries[:count]), replace(block, entries=entries[count:], id=None)
        case Code():
            return cut_code(block, count)
        case _:
            raise ValueError("a block of one unit cannot be cut")


def cut_code(block: Code, count: int) -> tuple[Code, Code]:
    """Code cut after `count` lines; each part points out what it shows, its caption stands under the last."""
    ruler = max([block.ruler, *(characters(line).rstrip() for line in block.lines)], key=len)
    border = block.first + count
    head = replace(
        block, lines=block.lines[:count], ruler=ruler, caption=(),
        steps=_steps_within(block, block.first, border - 1),
    )  # fmt: skip
    tail = replace(
        block, lines=block.lines[count:], ruler=ruler, first=border, id=None,
        origin=replace(block.origin, line=block.origin.line + count) if block.origin else None,
        steps=_steps_within(block, border, block.first + len(block.lines) - 1),
    )  # fmt: skip
    return head, tail


def _steps_within(block: Code, first: int, last: int) -> tuple[Lines, ...]:
    """What the steps point out of the lines `first` to `last`, without those that point out others."""
    kept = []
    for step in block.steps:
        shown = tuple((max(a, first), min(b, last)) for a, b in step if a <= last and b >= first)
        kept += [shown] if shown or not step else []
    return tuple(kept) if any(kept) else ()


def cut_list(block: ListBlock, count: int) -> tuple[ListBlock, ListBlock]:
    """A list cut after `count` units; numbers go on, and a nested list keeps its depth."""
    head: list[Item] = []
    for i, item in enumerate(block.items):
        own = _item_units(item)
        if own <= count:
            head.append(item)
            count -= own
            continue
        rest = block.items[i:]
        start = block.start + i
        if count:
            inner = count - (1 if item.text else 0)
            first: ListBlock | None = None
            after = item.children
            if item.children and inner:
                first, after = cut_list(item.children, inner)
            head.append(replace(item, children=first))
            rest = (replace(item, text=(), children=after), *rest[1:])
        return replace(block, items=tuple(head)), replace(block, items=rest, start=start, id=None)
    raise ValueError("the list has no more units than asked for")


def _cut_text(block: TextBlock, count: int) -> tuple[TextBlock, TextBlock]:
    for i, part in enumerate(block.parts):
        own = units(part) if isinstance(part, ListBlock) else 1
        if own <= count:
            count -= own
            continue
        head, tail = block.parts[:i], block.parts[i:]
        if count and isinstance(part, ListBlock):
            first, rest = cut_list(part, count)
            head, tail = (*head, first), (rest, *tail[1:])
        return replace(block, parts=head), replace(block, parts=tail, id=None)
    raise ValueError("the text has no more units than asked for")


def _cut_columns(block: Columns, count: int) -> tuple[Columns, Columns]:
    heads, tails = [], []
    for column in block.columns:
        head, tail = cut_blocks(column.blocks, count)
        heads.append(replace(column, blocks=head))
        tails.append(replace(column, blocks=tail))
    return replace(block, columns=tuple(heads)), replace(block, columns=tuple(tails), id=None)


def split_slide(slide: Slide, fits: Callable[[Slide], bool]) -> list[Slide]:
    """The slide as several, each with as many units as `fits` allows, one at least.

    Their titles count them, "… (2/3)"; notes stay with the first.
    """
    parts: list[Slide] = []
    blocks = slide.blocks
    while blocks:
        total = sum(map(units, blocks))
        low, high = _bounds(slide, blocks, total, fits)
        while low < high:
            middle = (low + high + 1) // 2
            head, _ = cut_blocks(blocks, middle)
            low, high = (middle, high) if fits(replace(slide, blocks=head)) else (low, middle - 1)
        count = low if low == total else _with_its_children(blocks, low)
        head, blocks = cut_blocks(blocks, count)
        parts.append(replace(slide, blocks=head))
    return [_numbered(part, i, len(parts)) for i, part in enumerate(parts, 1)]


def _bounds(slide: Slide, blocks: Blocks, total: int, fits: Callable[[Slide], bool]) -> tuple[int, int]:
    """The least and the greatest number of units that may be the most that fit.

    Found by doubling, so that a page costs what it holds and not what is left.
    """
    low, high = 1, min(8, total)
    while high < total and fits(replace(slide, blocks=cut_blocks(blocks, high)[0])):
        low, high = high, min(high * 2, total)
    return low, high


def _with_its_children(blocks: Blocks, count: int) -> int:
    """`count`, or less by the parent items that would stand at the foot without their first sub-item."""
    fewer = count
    while fewer > 1 and _parent_at_foot(cut_blocks(blocks, fewer)):
        fewer -= 1
    return fewer if not _parent_at_foot(cut_blocks(blocks, fewer)) else count


def _parent_at_foot(cut: tuple[Blocks, Blocks]) -> bool:
    """Whether a cut falls between an item and its first sub-item."""
    return _goes_on_below(cut[0][-1], cut[1][0])


def _goes_on_below(head: Block | None, tail: Block | None) -> bool:
    if not (isinstance(head, ListBlock) and isinstance(tail, ListBlock)) or tail.items[0].text:
        return False
    last = head.items[-1].children
    return last is None or _goes_on_below(last, tail.items[0].children)


def _numbered(slide: Slide, i: int, count: int) -> Slide:
    if count == 1:
        return slide
    title: Text = (*slide.title, Run(f" ({i}/{count})")) if slide.title else ()
    return replace(slide, title=title, notes=slide.notes if i == 1 else ())
