"""A table's cells → the texts that are set in them, measured for every size, and what its columns need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from deckgen.figures.alignment import is_labels, is_numeric, whole_end
from deckgen.figures.numbers import format_number
from deckgen.layout.formulas import has_formula
from deckgen.layout.setting import Setting
from deckgen.layout.textbox import Para
from deckgen.model import Align, Baseline, Role, Run, Table, Text, characters
from deckgen.text.cells import cell_pitch

CELL, HEAD = "table", "table-head"
"""The styles of cells, and of the names above them."""

SAFE = 1.02
"""By how much wider than its text a cell is, so that no renderer breaks it."""

SPARE = 1.5
"""How much wider still, in pt: columns begin at whole points, lest a screen show seams between them."""

FOREIGN_DIGITS = 1.3
"""Programs may draw digits among right-to-left text with that script's font, a quarter wider."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with its measure in em of its size: its widest line and widest word, and the pitch of its lines.

    `tail` is the width of what stands right of its decimal point.  `simple` cells have but one line to
    begin with, and no formula.
    """

    para: Para
    line: float
    word: float
    tail: float
    pitch: float
    simple: bool

    @property
    def name(self) -> bool:
        """Whether it names its column."""
        return self.para.style == HEAD


@dataclass(frozen=True, slots=True)
class Column:
    """What the cells of a column have in common; widths in em of the size of names and of cells.

    `numbers` stand with their points below one another: `tail` is the widest of what is right of them.
    """

    align: Align
    numbers: bool
    name: tuple[float, float]
    body: tuple[float, float]
    tail: float

    def widths(self, head: float, size: float) -> tuple[float, float]:
        """The widths in pt of the widest word and line, of names in `head` pt and cells in `size` pt."""
        least, natural = (max(a * head, b * size) + SPARE for a, b in zip(self.name, self.body, strict=True))
        return least, natural

    def behind(self, cell: Cell) -> float:
        """The width in em that a cell of the column leaves free at its right."""
        return self.tail - cell.tail if self.numbers and not cell.name else 0.0


class CellMeasurer:
    """Measures the cells of a table, whatever the step of the setting."""

    def __init__(self, block: Table, setting: Setting) -> None:
        self._block, self._setting = block, setting
        self.lang = block.lang or setting.lang or setting.tools.lang
        self._named = setting.tools.theme.table.first_column
        self._looks = {style: setting.style(style).level(0) for style in (CELL, HEAD)}
        self._pitches: dict[tuple[str, bool, bool], float] = {}

    def cells(self) -> list[list[Cell]]:
        """All cells by rows."""
        columns = range(len(self._block.columns))
        return [[self._cell(row, column) for column in columns] for row in range(len(self._block.rows))]

    def _cell(self, row: int, column: int) -> Cell:
        text = cell_text(self._block, row, column, self.lang, column == 0 and self._named)
        return self.cell(text, HEAD if row < self._block.header else CELL)

    def cell(self, content: Text, style: str) -> Cell:
        """A cell of one paragraph."""
        setting, look = self._setting, self._looks[style]
        shaped = setting.tools.measurer.shaped(content, look, self.lang)
        text, lang = shaped.text, self._block.lang
        foreign = not text.isascii() and setting.direction(text, lang) and any(map(str.isdigit, text))
        wider = FOREIGN_DIGITS if foreign else SAFE
        one = "\n" not in text
        line = shaped.width if one else shaped.widest_line
        tail = 0.0
        if not text.isdigit() and any(map(str.isdigit, text)):
            tail = shaped.edges[len(text.rstrip())] - shaped.edges[whole_end(text, self.lang)]
        pitch = max(shaped.pitch * look.spacing, self._pitch(content, style))
        simple = one and not has_formula(content)
        return Cell(
            Para(content, style, lang=lang), line * wider, shaped.widest_word * wider, tail, pitch, simple
        )

    def _pitch(self, content: Text, style: str) -> float:
        """The pitch of a cell's lines; that of one run of plain letters is found once."""
        look, faces = self._looks[style], self._setting.tools.measurer.faces
        run = content[0] if len(content) == 1 else None
        if run is None or run.code or run.baseline is not Baseline.NORMAL or not run.text.isascii():
            return cell_pitch(content, look, faces)
        key = (style, run.bold, run.italic)
        if key not in self._pitches:
            self._pitches[key] = cell_pitch(content, look, faces)
        return self._pitches[key]


def columns_of(block: Table, cells: list[list[Cell]], setting: Setting) -> list[Column]:
    """The columns of a table; of a part of one, by the cells of the whole, kept for the other parts."""
    if block.whole is None:
        return [_column(block, [row[n] for row in cells], n) for n in range(len(block.columns))]
    key, whole = (id(block.whole), setting.lang), block.whole
    if key not in setting.tools.columns:
        every = CellMeasurer(whole, setting).cells()
        # The table is kept with its columns, so that its id stays its own.
        setting.tools.columns[key] = (whole, columns_of(whole, every, setting))
    return setting.tools.columns[key][1]


def cell_text(block: Table, row: int, column: int, lang: str, named: bool) -> Text:
    """A cell as it is shown: numbers in their format, what is emphasized bold and in the accent.

    `named`: it names its row, and is bold.
    """
    text = block.rows[row][column]
    number = block.numbers.get((row, column))
    if number:
        shown = format_number(*number, lang)
        text = (replace(text[0], text=shown),) if len(text) == 1 else (Run(shown),)
    if (row, column) in block.emphasized:
        return tuple(replace(run, bold=True, roles=run.roles | _accent(run)) for run in text)
    return tuple(replace(run, bold=True) for run in text) if named else text


def _accent(run: Run) -> frozenset[Role]:
    """Links keep their colour, which PowerPoint gives them whatever is said."""
    return frozenset() if run.href else frozenset({Role.ACCENT})


def _column(block: Table, cells: Sequence[Cell], n: int) -> Column:
    names, body = cells[: block.header], cells[block.header :]
    texts = [characters(cell.para.text) for cell in body]
    given = block.columns[n].align
    numbers = given in (None, Align.END) and is_numeric(texts)
    if numbers and given is None and n == 0 and is_labels(texts):
        numbers = False
    align = Align.END if numbers else given or Align.START
    word, line, tail = (max((getattr(c, key) for c in body), default=0.0) for key in ("word", "line", "tail"))
    if numbers:
        word = line = max(cell.line - cell.tail for cell in body) + tail
    name = tuple(max((getattr(c, key) for c in names), default=0.0) for key in ("word", "line"))
    return Column(align, numbers, (name[0], name[1]), (word, line), tail)
