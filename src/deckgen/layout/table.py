"""A table → its grid: columns by content, rows as high as their lines, its caption beneath."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import accumulate, pairwise

from deckgen.figures.columnwidths import content_widths, shared_widths
from deckgen.layout.setting import Names, Setting
from deckgen.layout.tablecells import CELL, HEAD, Cell, CellMeasurer, Column, columns_of
from deckgen.layout.textbox import Para, set_text, text_height
from deckgen.layout.words import and_more
from deckgen.model import Align, Build, Role, Run, characters, plain
from deckgen.model import Table as TableBlock
from deckgen.scene import Part, Placed, PlacedParagraph, PlacedText, Table, TableCell
from deckgen.slots import Box, Slot
from deckgen.theme import LINE_PITCH, LevelStyle

TIGHT, EVEN, ROOMY = 0.28, 0.36, 0.5
"""The space above and below a row's text, in em: the least, on every part of a split table, the usual."""

BESIDE, WIDE_BESIDE = 0.65, 1.3
"""The space on either side of a column's edge, in em; the second where the table is narrow."""

NARROW = 0.75
"""The share of its room under which a table is narrow."""

LARGEST = 1.1
"""The step up to which a table is set: larger, its columns fall apart."""

CAPTION_GAP = 8.0

Row = tuple[TableCell, ...]


@dataclass(frozen=True, slots=True)
class _Grid:
    """A table for one width and step, in pt: the columns' widths, what is free on either side of the edges
    between them and at the table's own, and how high the text of each row is."""

    widths: list[float]
    beside: float
    outer: float
    heights: list[float]
    size: float


@dataclass(frozen=True, slots=True)
class TablePiece:
    """A table."""

    block: TableBlock
    visual: bool = False
    _cells: list[list[Cell]] = field(default_factory=list, compare=False)
    _columns: list[Column] = field(default_factory=list, compare=False)
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
        padding = 2 * space * grid.size * len(grid.heights)
        return sum(grid.heights) + padding + self._caption_height(width, setting)

    def breaks_words(self, width: float, setting: Setting) -> bool:
        own = self._own(setting)
        grid = self._grid(width, own)
        sizes = {style: own.style(style).level(0).size for style in (HEAD, CELL)}
        return any(
            cell.word * sizes[cell.para.style] > room and "://" not in plain(cell.para.text)
            for row in self._cells
            for cell, room in zip(row, self._rooms(row, grid), strict=True)
        )

    def place(self, box: Box, setting: Setting, names: Names, slot: Slot | None) -> list[Placed]:
        own = self._own(setting)
        grid = self._grid(box.w, own)
        caption = self._caption_height(box.w, setting)
        spare = (box.h - caption - sum(grid.heights)) / (2 * len(grid.heights))
        least, most = self._spaces
        space = round(min(max(spare, least * grid.size), most * grid.size), 2)
        heights = [round(height + 2 * space, 2) for height in grid.heights]
        width, rtl = round(sum(grid.widths), 2), self._rtl(own)
        x = box.x if rtl is setting.rtl else round(box.right - width, 2)
        whole = Box(x, box.y, width, round(sum(heights), 2))
        rows = self._set_rows(grid, space, rtl, own)
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
            if not self._cells:
                self._cells.extend(CellMeasurer(self.block, setting).cells())
                self._columns.extend(columns_of(self.block, self._cells, setting))
            self._grids[key] = self._made(width, setting)
        return self._grids[key]

    def _made(self, width: float, setting: Setting) -> _Grid:
        head, size = (setting.style(style).level(0).size for style in (HEAD, CELL))
        needs = [column.widths(head, size) for column in self._columns]
        outer = BESIDE * size if setting.tools.theme.table.banded else 0.0
        widths, beside = _widths(self.block, needs, width, size, outer)
        grid = _Grid(widths, beside, outer, [], size)
        for row in self._cells:
            rooms = self._rooms(row, grid)
            grid.heights.append(max(_height(c, room, setting) for c, room in zip(row, rooms, strict=True)))
        if self.block.more:
            grid.heights.append(_height(self._more(setting), sum(widths), setting))
        return grid

    def _more(self, setting: Setting) -> Cell:
        """The last row, which says how many are left out."""
        measurer = CellMeasurer(self.block, setting)
        words = and_more(self.block.more, measurer.lang)
        return measurer.cell((Run(words, roles=frozenset({Role.MUTED})),), CELL)

    def _rooms(self, row: list[Cell], grid: _Grid) -> list[float]:
        """How wide each cell's text may be, in pt; numbers leave free what others have after the point."""
        ends = grid.outer - grid.beside
        rooms = [width - 2 * grid.beside for width in grid.widths]
        rooms[0] -= ends
        rooms[-1] -= ends
        return [
            room - column.behind(cell) * grid.size
            for room, column, cell in zip(rooms, self._columns, row, strict=True)
        ]

    def _set_rows(
        self, grid: _Grid, space: float, rtl: bool, setting: Setting
    ) -> list[tuple[TableCell, ...]]:
        """The rows with their texts set, `space` pt above and below them."""
        setter, rows = _Setter(setting, rtl), []
        last = len(grid.widths) - 1
        for row in self._cells:
            made = []
            for n, (cell, room) in enumerate(zip(row, self._rooms(row, grid), strict=True)):
                left, right = grid.beside if n else grid.outer, grid.beside if n < last else grid.outer
                left, right = (right, left) if rtl else (left, right)
                right += self._columns[n].behind(cell) * grid.size
                padding = (round(left, 2), space, round(right, 2), space)
                made.append(TableCell(setter.text(cell, self._columns[n], room), padding))
            rows.append(tuple(made))
        if self.block.more:
            text, _ = set_text([self._more(setting).para], CELL, sum(grid.widths), setting)
            rows.append((TableCell(text, (grid.outer, space, grid.outer, space), len(grid.widths)),))
        return rows


def _widths(
    block: TableBlock, needs: list[tuple[float, float]], room: float, size: float, outer: float
) -> tuple[list[float], float]:
    """The columns' widths with the space at their edges (`outer` at the table's), and that space, in pt."""
    least, natural = [need[0] for need in needs], [need[1] for need in needs]
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


def _height(cell: Cell, room: float, setting: Setting) -> float:
    """The height in pt of a cell's text in `room` pt."""
    size = setting.style(cell.para.style).level(0).size
    if cell.simple and cell.line * size <= room:
        return cell.pitch * size
    text, height = set_text([cell.para], CELL, room, setting)
    return max(height, len(text.paragraphs[0].lines) * cell.pitch * size)


class _Setter:
    """Sets the texts of one table's cells at their size."""

    def __init__(self, setting: Setting, rtl: bool) -> None:
        self._setting, self._rtl = setting, rtl
        self._style = setting.style(CELL)
        self._looks: dict[tuple[str, Align], LevelStyle] = {}

    def text(self, cell: Cell, column: Column, room: float) -> PlacedText:
        """The text in `room` pt; a number is read from left to right in every language, at the right."""
        number = column.numbers and not cell.name
        align = Align.START if self._rtl and column.numbers and not number else column.align
        look = self._look(cell.para.style, align)
        if cell.simple and cell.line * look.size <= room:
            return self._one_line(cell.para, look, number)
        text, _ = set_text([replace(cell.para, align=align)], CELL, room, self._setting)
        if number:
            text = replace(text, paragraphs=tuple(replace(p, rtl=False) for p in text.paragraphs))
        return text

    def _one_line(self, para: Para, look: LevelStyle, number: bool) -> PlacedText:
        """What `set_text` makes of a text that is known to fill one line at most."""
        setting, words = self._setting, characters(para.text)
        rtl = not number and setting.direction(words, para.lang)
        lang = para.lang or setting.lang or setting.tools.lang
        placed = PlacedParagraph(para.text, look, lines=(len(words),), lang=lang, rtl=rtl)
        return PlacedText(self._style, (placed,), height=round(LINE_PITCH * look.spacing * look.size, 3))

    def _look(self, style: str, align: Align) -> LevelStyle:
        if (style, align) not in self._looks:
            look = self._setting.style(style).level(0)
            self._looks[style, align] = self._setting.tools.styles.aligned(look, align)
        return self._looks[style, align]
