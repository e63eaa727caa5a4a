"""A table's cells → the texts that are set in them, and what each column needs."""

from __future__ import annotations

from dataclasses import dataclass, replace

from deckgen.figures.alignment import is_labels, is_numeric, whole_end
from deckgen.figures.numbers import format_number
from deckgen.layout.setting import Setting
from deckgen.layout.textbox import Para, natural_width, widest_word
from deckgen.model import Align, Role, Run, Table, Text, characters

CELL, HEAD = "table", "table-head"
"""The styles of cells, and of the names above them."""

SAFE = 1.02
"""By how much wider than its text a cell is, so that no renderer breaks it."""

SPARE = 1.5
"""How much wider still, in pt: columns begin at whole points, lest a screen show seams between them."""

FOREIGN_DIGITS = 1.3
"""Programs may draw digits among right-to-left text with that script's font, a quarter wider."""


@dataclass(frozen=True, slots=True)
class ColumnNeed:
    """What a column's cells have in common.  Widths in pt: of the widest word, and of the widest line.

    `tail` is the width of what stands right of the decimal point; None where the cells are no numbers.
    """

    align: Align
    least: float
    natural: float
    tail: float | None = None


def cell_text(block: Table, row: int, column: int, lang: str, *, named: bool) -> Text:
    """A cell as it is shown: numbers in their format, what is emphasized bold and in the accent.

    `named`: the first column names the rows, and is bold.
    """
    text = block.rows[row][column]
    number = block.numbers.get((row, column))
    if number:
        shown = format_number(*number, lang)
        text = (replace(text[0], text=shown),) if len(text) == 1 else (Run(shown),)
    if (row, column) in block.emphasized:
        return tuple(replace(run, bold=True, roles=run.roles | _accent(run)) for run in text)
    if named and column == 0:
        return tuple(replace(run, bold=True) for run in text)
    return text


def _accent(run: Run) -> frozenset[Role]:
    """Links keep their colour, which PowerPoint gives them whatever is said."""
    return frozenset() if run.href else frozenset({Role.ACCENT})


def cell_para(block: Table, row: int, column: int, setting: Setting) -> Para:
    """A cell's paragraph."""
    lang = block.lang or setting.lang or setting.tools.lang
    style = HEAD if row < block.header else CELL
    named = setting.tools.theme.table.first_column
    return Para(cell_text(block, row, column, lang, named=named), style, lang=block.lang)


def column_needs(block: Table, setting: Setting) -> list[ColumnNeed]:
    """What each column of a table needs; for a part of a table, by all of its rows."""
    whole = block.whole or block
    key = (id(whole), setting.factor, setting.lang)
    if block.whole and key in setting.tools.columns:
        return setting.tools.columns[key][1]
    needs = [_need(whole, column, setting) for column in range(len(whole.columns))]
    if block.whole:
        setting.tools.columns[key] = (whole, needs)  # the table is kept, so that its id stays its own
    return needs


def _need(block: Table, column: int, setting: Setting) -> ColumnNeed:
    paras = [cell_para(block, row, column, setting) for row in range(len(block.rows))]
    body = [characters(para.text) for para in paras[block.header :]]
    numeric = is_numeric(body) and block.columns[column].align in (None, Align.END)
    align = block.columns[column].align
    if align is None:
        labels = column == 0 and is_labels(body)
        align = Align.END if numeric and not labels else Align.START
    widths = [_safe(natural_width(para, setting), para, setting) for para in paras]
    words = [_safe(widest_word([para], setting), para, setting) for para in paras]
    if not numeric or align is not Align.END:
        return ColumnNeed(align, max(words), max(widths))
    tails = [tail_width(para, setting) for para in paras[block.header :]]
    heads = [width - tail for width, tail in zip(widths[block.header :], tails, strict=True)]
    natural = max([*widths[: block.header], max(heads) + max(tails)])
    least = max([*words[: block.header], max(heads) + max(tails)])
    return ColumnNeed(align, least, natural, max(tails))


def _safe(width: float, para: Para, setting: Setting) -> float:
    foreign = setting.direction(characters(para.text), para.lang) and any(
        map(str.isdigit, characters(para.text))
    )
    return width * (FOREIGN_DIGITS if foreign else SAFE) + SPARE


def tail_width(para: Para, setting: Setting) -> float:
    """The width in pt of what stands right of the decimal point's place."""
    lang = para.lang or setting.lang or setting.tools.lang
    look = setting.style(para.style).level(para.level)
    shaped = setting.tools.measurer.shaped(para.text, look, lang)
    text = characters(para.text)
    return (shaped.edges[len(text.rstrip())] - shaped.edges[whole_end(text, lang)]) * look.size
