"""A slide's blocks → the name of the layout that serves them (docs/outline.md has the rules)."""

from __future__ import annotations

from deckgen.model import (
    Block,
    Callout,
    Column,
    Columns,
    ListBlock,
    Math,
    Place,
    Quote,
    Slide,
    SlideKind,
    Statement,
    Stats,
    TextBlock,
    Visual,
)

SIDES = {Place.LEFT: Place.RIGHT, Place.RIGHT: Place.LEFT}
"""What each side becomes in a mirror: the author's left is left on every page."""

BESIDE = (TextBlock, ListBlock, Math, Quote, Callout, Stats)
"""Blocks that a visual one stands beside."""


def layout_name(slide: Slide, *, rtl: bool = False) -> str:
    """The layout that the first rule to hold names; the author's own `layout:` before all.

    Layouts are made for reading from left to right; where `rtl`, the page is mirrored afterwards.
    """
    if slide.layout:
        return _counted(slide.layout, slide.blocks)
    if slide.kind is SlideKind.OPENING:
        return "opening"
    if slide.kind is SlideKind.SECTION:
        return "section"
    return _by_blocks(slide, rtl)


def _by_blocks(slide: Slide, rtl: bool) -> str:
    blocks = slide.blocks
    visuals = [block for block in blocks if isinstance(block, Visual)]
    aside = [block for block in visuals if stands_aside(block)]
    columns = next((block for block in blocks if isinstance(block, Columns)), None)
    if len(blocks) == 1 and isinstance(blocks[0], Statement | Quote) and not (slide.title or slide.subtitle):
        return "statement"
    if len(blocks) == 1 and visuals:
        return "media"
    if len(visuals) == 1 and all(isinstance(block, (*BESIDE, Visual)) for block in blocks):
        return _beside(blocks, visuals[0], rtl)
    if aside and len(aside) < len(blocks) and not columns:
        return _beside(blocks, aside[0], rtl)
    if columns:
        return _columns(columns.columns)
    return "title-body" if blocks else "title-only"


def stands_aside(block: Block) -> bool:
    """Whether a block is to stand at the left or the right of the others."""
    return isinstance(block, Visual) and block.place in SIDES


def _beside(blocks: tuple[Block, ...], visual: Visual, rtl: bool) -> str:
    """Where a visual block stands to its text: as `place` says, else by the order written."""
    place = visual.place
    if rtl and place in SIDES:
        place = SIDES[place]
    if place is None:
        first, last = visual is blocks[0], visual is blocks[-1]
        place = Place.LEFT if first else Place.RIGHT if last else Place.BELOW
    return {Place.LEFT: "media-text", Place.RIGHT: "text-media"}.get(place, "title-body")


def _columns(columns: tuple[Column, ...]) -> str:
    if len(columns) == 2 and all(column.title for column in columns):
        return "comparison"
    return {1: "title-body", 2: "columns"}.get(len(columns), f"columns-{len(columns)}")


def _counted(name: str, blocks: tuple[Block, ...]) -> str:
    """The author's `columns`, with as many columns as the slide has."""
    if name != "columns":
        return name
    columns = next((block for block in blocks if isinstance(block, Columns)), None)
    count = max(2, len(columns.columns)) if columns else max(2, min(len(blocks), 4))
    return "columns" if count == 2 else f"columns-{count}"


def in_order(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks in the order in which they stack: a visual block placed above or below moves there."""
    where = [block.place if isinstance(block, Visual) else None for block in blocks]

    def those(*places: Place | None) -> tuple[Block, ...]:
        return tuple(block for block, place in zip(blocks, where, strict=True) if place in places)

    return those(Place.ABOVE) + those(None, *SIDES) + those(Place.BELOW)
