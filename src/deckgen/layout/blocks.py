"""A slide's blocks → pieces to place: the one table of what each block is to the layout."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from deckgen.layout.beside import BesidePiece, NarrowPiece
from deckgen.layout.callout import CalloutPiece
from deckgen.layout.chart import ChartPiece
from deckgen.layout.choose import in_order, stands_aside
from deckgen.layout.code import CodePiece
from deckgen.layout.columns import ColumnsPiece
from deckgen.layout.flow import FlowPiece, NewspaperPiece
from deckgen.layout.gallery import GalleryPiece
from deckgen.layout.math import MathPiece
from deckgen.layout.media import AudioPiece, VideoPiece
from deckgen.layout.picture import PicturePiece
from deckgen.layout.piece import Piece
from deckgen.layout.qr import QrPiece
from deckgen.layout.quote import QuotePiece
from deckgen.layout.stack import Stack
from deckgen.layout.stats import StatsPiece
from deckgen.layout.table import TablePiece
from deckgen.layout.timeline import TimelinePiece
from deckgen.model import (
    Audio,
    Bibliography,
    Block,
    Callout,
    Chart,
    Code,
    Columns,
    Diagram,
    FlowBlock,
    Gallery,
    Image,
    ListBlock,
    Math,
    Place,
    Qr,
    Quote,
    Statement,
    Stats,
    Table,
    TextBlock,
    Timeline,
    Video,
    Visual,
)
from deckgen.slots import Layout


def stack_of(blocks: tuple[Block, ...], layout: Layout, *, rtl: bool = False) -> Stack:
    """The blocks one below another; those that are to stand at a side do so, beside all the others.

    The page is mirrored afterwards where `rtl`.
    """
    aside = tuple(block for block in blocks if isinstance(block, Visual) and stands_aside(block))
    if not aside or len(aside) == len(blocks):
        return piled(blocks, layout, rtl=rtl)
    rest = tuple(block for block in blocks if not stands_aside(block))
    left = (aside[0].place is Place.LEFT) is not rtl
    visuals, others = piled(aside, layout, whole=True), piled(rest, layout, rtl=rtl)
    return Stack((BesidePiece(visuals, others, widest(aside), left),))


def widest(visuals: Iterable[Visual]) -> float | None:
    """The share (0-1) of the width that visual blocks ask for together; None where none does."""
    return max((block.width for block in visuals if block.width), default=None)


def piled(blocks: tuple[Block, ...], layout: Layout, *, whole: bool = False, rtl: bool = False) -> Stack:
    """The blocks one below another; text and lists that follow one another flow as one.

    Visual blocks are as wide as they say or, where `whole`, as there is room.
    """
    pieces: list[Piece] = []
    waiting: list[FlowBlock] = []
    for block in in_order(blocks):
        flows = isinstance(block, TextBlock | Bibliography) or (
            isinstance(block, ListBlock) and block.columns == 1
        )
        if waiting and (not flows or _counts_on(waiting[-1], block)):
            pieces.append(FlowPiece.of(*waiting))
            waiting = []
        if isinstance(block, FlowBlock) and flows:
            waiting.append(block)
        else:
            alone = len(blocks) == 1
            piece = piece_of(block, layout, alone, rtl)
            share = block.width if isinstance(block, Visual) and not whole else None
            pieces.append(NarrowPiece(piece, share, alone and layout.name == "media") if share else piece)
    if waiting:
        pieces.append(FlowPiece.of(*waiting))
    return Stack(tuple(pieces))


def _counts_on(before: FlowBlock, block: Block) -> bool:
    """Whether PowerPoint would go on counting from one list to the next, if they stood in one box."""
    last = before.parts[-1] if isinstance(before, TextBlock) else before
    first = block.parts[0] if isinstance(block, TextBlock) else block
    return isinstance(last, ListBlock) and isinstance(first, ListBlock) and last.ordered and first.ordered


def piece_of(block: Block, layout: Layout, alone: bool, rtl: bool) -> Piece:
    """The piece of one block."""
    match block:
        case ListBlock():
            return NewspaperPiece.of(block)
        case TextBlock() | Bibliography():
            return FlowPiece.of(block)
        case Columns():
            stacks = tuple(stack_of(column.blocks, layout, rtl=rtl) for column in block.columns)
            return ColumnsPiece(block, stacks, layout)
        case Image():
            return PicturePiece(block, centred=alone and layout.name == "media")
        case Quote() | Statement():
            return QuotePiece(block)
        case Timeline():
            return TimelinePiece(block)
        case Gallery():
            return GalleryPiece(block, centred=alone and layout.name == "media")
        case Video():
            return VideoPiece(block, centred=alone and layout.name == "media")
        case Audio():
            return AudioPiece(block)
        case Qr():
            return QrPiece(block, centred=alone)
        case Table():
            return TablePiece(block)
        case Chart():
            return ChartPiece(block)
        case Code():
            return CodePiece(block)
        case Math():
            return MathPiece(block, alone)
        case Diagram():
            from deckgen.layout.diagram import DiagramPiece

            return DiagramPiece(block, centred=alone and layout.name == "media")
        case Callout():
            return CalloutPiece(block, stack_of(block.content, layout, rtl=rtl))
        case Stats():
            return StatsPiece(block)
        case _:
            assert_never(block)
