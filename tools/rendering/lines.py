"""Characters with places → the lines that they stand on, counted the same way for every renderer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from unicodedata import category

from deckgen.model import FORMULA, characters
from deckgen.scene import Group, Page, Placed, PlacedParagraph, PlacedText, Table
from deckgen.slots import Box

Key = tuple[int, str, int]
"""A paragraph's address: index of the page, name of the placed box (or cell), index in the box."""

SAME_LINE = 0.6
"""Characters whose baselines lie within this share of the size are on one line (scripts included)."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A drawn character: how many characters it stands for, its baseline and ink box in pt."""

    count: int
    baseline: float
    size: float
    box: Box


@dataclass(frozen=True, slots=True)
class Lines:
    """A paragraph as it was drawn.

    `breaks` is the number of visible characters up to the end of each line; `ink` holds all of them.
    """

    breaks: tuple[int, ...]
    ink: Box

    def agrees(self, other: Lines) -> bool:
        """Whether both break at the same characters.

        Where a renderer spells its glyphs otherwise (ligatures, reordered vowels), the totals differ
        and the number of lines has to do.
        """
        if self.breaks[-1:] == other.breaks[-1:]:
            return self.breaks == other.breaks
        return len(self.breaks) == len(other.breaks)


def visible(text: str) -> int:
    """How many characters of a text stand on the line: no spaces, no controls, no marks on letters.

    Marks are drawn off the baseline, and renderers compose and order them differently.  Formulas are drawn
    as pictures here and as characters there.
    """
    return sum(not (c.isspace() or c == FORMULA or category(c) in ("Cf", "Mn", "Me")) for c in text)


def lines_of(glyphs: Sequence[Glyph]) -> Lines:
    """The lines on which glyphs stand, from top to bottom.  There must be at least one glyph."""
    reach = SAME_LINE * max(glyph.size for glyph in glyphs)
    counts: list[int] = []
    top = float("-inf")
    for glyph in sorted(glyphs, key=lambda g: g.baseline):
        if glyph.baseline - top > reach:
            counts.append(counts[-1] if counts else 0)
            top = glyph.baseline
        counts[-1] += glyph.count
    return Lines(tuple(counts), union(glyph.box for glyph in glyphs))


def union(boxes: Iterable[Box]) -> Box:
    """The smallest box around all of them."""
    every = list(boxes)
    left, top = min(b.x for b in every), min(b.y for b in every)
    return Box(left, top, max(b.right for b in every) - left, max(b.bottom for b in every) - top)


def predicted(paragraph: PlacedParagraph) -> tuple[int, ...]:
    """The breaks that the scene predicts, counted as `Lines.breaks` are."""
    text = characters(paragraph.text)
    return tuple(visible(text[:end]) for end in paragraph.lines)


def texts(page: Page) -> Iterable[tuple[Placed, PlacedText]]:
    """The boxes with text on a page, those in groups and the cells of tables too, in reading order.

    They go by their names in the pptx, where a morph has names of its own.
    """
    return _texts(page.placed)


def _texts(placed: Iterable[Placed]) -> Iterable[tuple[Placed, PlacedText]]:
    for one in placed:
        if one.key:
            one = replace(one, name=f"!!{one.key}", key=None)
        if isinstance(one.content, Group):
            yield from _texts(one.content.children)
        elif isinstance(one.content, PlacedText):
            yield one, one.content
        elif isinstance(one.content, Table):
            for row, cells in enumerate(one.content.rows):
                for column, cell in enumerate(cells):
                    yield replace(one, name=cell_name(one.name, row, column)), cell.text


def cell_name(table: str, row: int, column: int) -> str:
    """What a cell goes by: its table's name, and the numbers of its row and column."""
    return f"{table} {row + 1}.{column + 1}"
