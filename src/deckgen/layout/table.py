"""A table → its grid: columns by content, rows as high as their lines, its caption beneath."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import accumulate, pairwise

from deckgen.figures.columnwidths import content_widths, shared_widths
from deckgen.layout.setting import Names, Setting
from deckgen.layout.tablecells import CELL, ColumnNeed, cell_para, column_needs, tail_width
from deckgen.layout.textbox import Para, breaks_words, set_text, text_height
from deckgen.layout.words import and_more
from deckgen.model import Align, Build, Role, Run, characters
from deckgen.model import Table as TableBlock
from deckgen.scene import Part, Placed, Table, TableCell
from deckgen.slots import Box, Slot
from deckgen.text.cells import cell_pitch

TIGHT, EVEN, ROOMY = 0.28, 0.36, 0.5
"""The space above and below a row's text, in em: the least, on every part of a split table, the usual."""

BESIDE, WIDE_BESIDE = 0.65, 1.3
"""The space on either side of a column's edge, in em; the second where the table is narrow."""

NARROW = 0.75
"""The share of its room under which a table is narrow."""

LARGEST = 1.1
"""The step up to which a table is set: larger, its columns fall apart."""

CAPTION_GAP = 8.0


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell before it is set: its paragraph and what is free at its left and right, in pt."""

    para: Para
    align: Align
    left: float
    right: float
    width: float
    span: int = 1
    number: bool = False


@dataclass(frozen=True, slots=True)
class _Grid:
    """A table for one width: `widths` of the columns, and of each row its cells and their height in pt."""

    widths: list[float]
    rows: list[list[_Cell]]
    heights: list[float]
    size: float


@dataclass(frozen=True, slots=True)
class TablePiece:
    """A table."""

    block: TableBlock
    visual: bool = False
    _grids: dict[tuple[float, float], _Grid] = field(default_factory=dict, compare=False)

    def height(self, width: float, setting: Setting) -> float:
        return self._height(width, setting, self._spaces[0])

    def most(self, width: float, setting: Setting) -> float:
        return self._height(width, setting, self._spaces[1])

    @property
    def _spaces(self) -> tuple[float, float]:
        """The least and the greatest space above and below a row's text, in em: rows of parts are alike."""
        return (EVEN, EVEN) if self.block.whole else (TIGHT, ROOMY)

    def _height(self, width: float, setting: Setting, space: float) -> float:
        grid = self._grid(width, self._own(setting))
        padding = 2 * space * grid.size * len(grid.rows)
        return sum(grid.heights) + padding + self._caption_height(width, setting)

    def breaks_words(self, width: float, setting: Setting) -> bool:
        own = self._own(setting)
        return any(
            breaks_words([cell.para], cell.width, own) for row in self._grid(width, own).rows for cell in row
        )

    def place(self, box: Box, setting: Setting, names: Names, slot: Slot | None) -> list[Placed]:
        own = self._own(setting)
        grid = self._grid(box.w, own)
        caption = self._caption_height(box.w, setting)
        spare = (box.h - caption - sum(grid.heights)) / (2 * len(grid.rows))
        least, most = self._spaces
        space = round(min(max(spare, least * grid.size), most * grid.size), 2)
        heights = [round(height + 2 * space, 2) for height in grid.heights]
        width, rtl = round(sum(grid.widths), 2), self._rtl(own)
        x = box.x if rtl is setting.rtl else round(box.right - width, 2)
        whole = Box(x, box.y, width, round(sum(heights), 2))
        rows = [tuple(_set(cell, space, own) for cell in row) for row in grid.rows]
        table = Table(tuple(grid.widths), tuple(heights), tuple(rows), bool(self.block.header), rtl=rtl)
        placed = self._placed(table, whole, names, slot)
        if self.block.caption:
            at = Box(box.x, round(whole.bottom + CAPTION_GAP, 2), box.w, round(caption - CAPTION_GAP, 2))
            content, _ = set_text(self._caption(), "caption", at.w, setting.at(1.0))
            placed.append(Placed(names.new(Part.CAPTION), Part.CAPTION, at, content, None, (self.block,)))
        return placed

    def _placed(self, table: Table, box: Box, names: Names, slot: Slot | None) -> list[Placed]:
        """The table; of rows that come one by one, each as a table of its own: PowerPoint builds no rows."""
        block = self.block
        if block.incremental is not Build.PARTS:
            filled = slot.name if slot else None
            return [Placed(names.new(Part.TABLE), Part.TABLE, box, table, filled, (block,))]
        placed, y = [], box.y
        for n, height in enumerate(table.heights):
            row = replace(
                table, heights=(height,), rows=(table.rows[n],), first=max(n - block.header, 0),
                header=table.header and n == 0, end=n == len(table.heights) - 1,
            )  # fmt: skip
            unit = n - block.header if n >= block.header else None
            at = Box(box.x, round(y, 2), box.w, height)
            placed.append(Placed(names.new(Part.TABLE), Part.TABLE, at, row, None, (block,), unit))
            y += height
        return placed

    def _own(self, setting: Setting) -> Setting:
        """The setting of the cells."""
        setting = setting.within(self.block.lang)
        return setting.at(min(setting.factor, LARGEST))

    def _rtl(self, setting: Setting) -> bool:
        """Whether the first column stands at the right."""
        words = " ".join(characters(cell) for cell in self.block.rows[0])
        return setting.direction(words)

    def _caption(self) -> list[Para]:
        return [Para(self.block.caption, "caption", lang=self.block.lang)]

    def _caption_height(self, width: float, setting: Setting) -> float:
        """The caption's height in pt, with the gap above it."""
        if not self.block.caption:
            return 0.0
        return text_height(self._caption(), width, setting.at(1.0)) + CAPTION_GAP

    def _grid(self, width: float, setting: Setting) -> _Grid:
        key = (width, setting.factor)
        if key not in self._grids:
            self._grids[key] = self._made(width, setting)
        return self._grids[key]

    def _made(self, width: float, setting: Setting) -> _Grid:
        needs = column_needs(self.block, setting)
        size = setting.style(CELL).level(0).size
        widths, beside = _widths(self.block, needs, width, size, _outer(setting))
        rows = [
            [self._cell(row, column, needs[column], widths, beside, setting) for column in range(len(widths))]
            for row in range(len(self.block.rows))
        ]
        if self.block.more:
            lang = self.block.lang or setting.lang or setting.tools.lang
            words = (Run(and_more(self.block.more, lang), roles=frozenset({Role.MUTED})),)
            para = Para(words, CELL, lang=self.block.lang)
            rows.append([_Cell(para, Align.START, 0, 0, sum(widths), len(widths))])
        heights = [max(_height(cell, setting) for cell in row) for row in rows]
        return _Grid([round(each, 2) for each in widths], rows, heights, size)

    def _cell(
        self, row: int, column: int, need: ColumnNeed, widths: list[float], beside: float, setting: Setting
    ) -> _Cell:
        """A cell in its column; numbers stand with their points below one another."""
        para = cell_para(self.block, row, column, setting)
        outer = _outer(setting)
        left = beside if column else outer
        right = beside if column < len(widths) - 1 else outer
        rtl, align = self._rtl(setting), need.align
        if rtl:
            left, right = right, left
        number = need.tail is not None and row >= self.block.header
        if number:
            right += (need.tail or 0.0) - tail_width(para, setting)
        elif rtl and need.tail is not None:
            align = Align.START  # numbers stand at the right, as they do among text from left to right
        width = widths[column] - left - right
        return _Cell(para, align, round(left, 2), round(right, 2), width, number=number)


def _widths(
    block: TableBlock, needs: list[ColumnNeed], room: float, size: float, outer: float
) -> tuple[list[float], float]:
    """The columns' widths with the space at their edges (`outer` at the table's), and that space, in pt."""
    least, natural = [need.least for need in needs], [need.natural for need in needs]
    shares = [column.width for column in block.columns]
    edges, beside = 2 * (len(needs) - 1), BESIDE * size
    if not any(shares) and edges:
        spare = (room * NARROW - sum(natural)) / edges
        beside = min(max(spare, beside), WIDE_BESIDE * size)
    around = [2 * beside - (beside - outer) * ((i == 0) + (i == edges // 2)) for i in range(len(needs))]
    if any(shares):
        wide = [[own + more for own, more in zip(each, around, strict=True)] for each in (least, natural)]
        return _whole(shared_widths(shares, wide[0], wide[1], room)), beside
    own = content_widths(least, natural, room - sum(around))
    return _whole([width + more for width, more in zip(own, around, strict=True)]), beside


def _whole(widths: list[float]) -> list[float]:
    """The columns with their edges at whole points."""
    edges = [round(edge) for edge in accumulate(widths, initial=0.0)]
    return [float(after - before) for before, after in pairwise(edges)]


def _outer(setting: Setting) -> float:
    """The space in pt at the table's own edges: text stands flush, but on the bands of a banded table."""
    return BESIDE * setting.style(CELL).level(0).size if setting.tools.theme.table.banded else 0.0


def _height(cell: _Cell, setting: Setting) -> float:
    look = setting.style(cell.para.style).level(0)
    pitch = cell_pitch(cell.para.text, look, setting.tools.measurer.faces)
    text, height = set_text([cell.para], CELL, cell.width, replace(setting, align=cell.align))
    return max(height, len(text.paragraphs[0].lines) * pitch * look.size)


def _set(cell: _Cell, space: float, setting: Setting) -> TableCell:
    text, _ = set_text([cell.para], CELL, cell.width, replace(setting, align=cell.align))
    if cell.number:  # a number is read from left to right in every language
        text = replace(text, paragraphs=tuple(replace(p, rtl=False) for p in text.paragraphs))
    return TableCell(text, (cell.left, space, cell.right, space), cell.span)
