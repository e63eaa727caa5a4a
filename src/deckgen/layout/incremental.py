"""What a deck, its slides and their blocks say of `incremental` → how each block comes in.

The nearest word holds: an item's, a block's, a column's, the slide's, the deck's.  `true` is a click for each
part, `whole` one for the whole block, `false` none: then a thing comes with what holds it, be that the slide,
a column, a remark or the item above it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from deckgen.model import Bibliography, Block, Build, Column, Columns, FlowBlock, ListBlock, Paragraph, Slide

Turn = int | None
"""The click of its block, from 0, at which something comes; None: when the block itself does."""


def resolved(slide: Slide, deck: bool) -> Slide:
    """The slide with every block's own way of building written to it, or the one that holds for it.

    Afterwards `Build.PARTS` is a click for each part, `Build.WHOLE` one for the block, and None as well as
    `Build.NONE` mean that it comes with what holds it.  `deck` says that the whole deck is incremental.
    """
    around = slide.incremental or (Build.PARTS if deck else None)
    blocks = _blocks(slide.blocks, around)
    return slide if blocks is slide.blocks else replace(slide, blocks=blocks)


def _blocks(blocks: tuple[Block, ...], around: Build | None) -> tuple[Block, ...]:
    """The blocks resolved; the very same where nothing changes, as in most decks."""
    made = tuple(_block(block, around) for block in blocks)
    return made if any(new is not old for new, old in zip(made, blocks, strict=True)) else blocks


def _block(block: Block, around: Build | None) -> Block:
    own = block.incremental or around
    if isinstance(block, Columns):
        columns = tuple(_column(column, own) for column in block.columns)
        if any(new is not old for new, old in zip(columns, block.columns, strict=True)):
            block = replace(block, columns=columns)
    return block if own is block.incremental else replace(block, incremental=own)


def _column(column: Column, around: Build | None) -> Column:
    """A column: a part of its columns, come it as a whole or, if it says so itself, part by part."""
    own = column.incremental or (Build.WHOLE if around is Build.PARTS else None)
    blocks = _blocks(column.blocks, Build.PARTS if own is Build.PARTS else None)
    if own is column.incremental and blocks is column.blocks:
        return column
    return replace(column, incremental=own, blocks=blocks)


def turns(block: FlowBlock, parts: bool) -> list[Turn]:
    """The turn of each paragraph of a text or a list; with `parts`, each paragraph and top item has its own.

    What lies under an item comes with it, unless it has a turn of its own.
    """
    taken: list[Turn] = []
    numbers = count()
    if isinstance(block, Bibliography):
        return [None] * len(block.entries)
    if isinstance(block, ListBlock):
        _take(block, None, parts, numbers, taken)
        return taken
    for part in block.parts:
        if isinstance(part, Paragraph):
            taken.append(next(numbers) if parts else None)
        else:
            _take(part, None, parts, numbers, taken)
    return taken


def _take(block: ListBlock, around: Turn, each: bool, numbers: Iterator[int], taken: list[Turn]) -> None:
    """Append the turns of a list whose items come at the turn `around`, or `each` at one of its own."""
    for item in block.items:
        own = each if item.incremental is None else item.incremental is not Build.NONE
        turn = next(numbers) if own else around
        if item.text:  # empty where a list goes on from the slide before, in the middle of an item
            taken.append(turn)
        if item.children:
            _take(item.children, turn, False, numbers, taken)
