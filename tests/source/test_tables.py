"""Tables as written: what a reader makes of their options."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from deckgen.diagnostics import Report
from deckgen.model import Align, Table, plain
from deckgen.source.reader import read_deck
from tests.source.outlines import TODAY


def table(folder: Path, yaml: str, report: Report | None = None) -> Table:
    """The one table of a deck; without a `report` it has to be read in silence."""
    outline = folder / "outline.yaml"
    outline.write_text(f"slides:\n  - title: One\n    table: {yaml}\n", "utf-8")
    found = report or Report()
    deck = read_deck(outline, found, TODAY)
    assert report or found.sorted() == []
    assert deck
    (block,) = deck.slides[0].blocks
    assert isinstance(block, Table)
    return block


def cells(block: Table) -> list[list[str]]:
    return [[plain(cell) for cell in row] for row in block.rows]


def test_rows_are_filled_up_and_typed_as_typed(tmp_path: Path) -> None:
    block = table(tmp_path, "[[a, b, c], [1.10, no], [Note: this, ~, 0x1F]]")
    assert cells(block) == [["a", "b", "c"], ["1.10", "no", ""], ["Note: this", "~", "0x1F"]]
    assert (block.header, block.more, block.numbers) == (1, 0, {})


def test_a_pipe_table_has_its_alignment(tmp_path: Path) -> None:
    block = table(tmp_path, "|\n      | a | b | c |\n      | :-- | :-: | --: |\n      | x\\|y | `1` |\n")
    assert cells(block) == [["a", "b", "c"], ["x|y", "1", ""]]
    assert [column.align for column in block.columns] == [Align.START, Align.CENTER, Align.END]
    assert block.rows[1][1][0].code


def test_problems_in_a_pipe_tables_cells_are_told_at_their_place(tmp_path: Path) -> None:
    report = Report()
    table(tmp_path, "|\n      | a | b |\n      | - | - |\n      | x | [to](#nowhere) |\n", report)
    (found,) = report.sorted()
    assert found.span
    assert (found.span.line, found.span.column) == (6, 18)


def test_columns_are_chosen_named_and_formatted(tmp_path: Path) -> None:
    second = "{column: a, title: '*A*', format: '0.0', align: center, width: 40%}"
    block = table(tmp_path, f"{{columns: [c, {second}], rows: [[a, b, c], [1, 2, 3], [x, 5, 6]]}}")
    assert cells(block) == [["c", "A"], ["3", "1"], ["6", "x"]]
    assert block.rows[0][1][0].italic
    assert block.numbers == {(1, 1): (1.0, "0.0")}
    assert (block.columns[1].align, block.columns[1].width) == (Align.CENTER, 0.4)


@pytest.mark.parametrize(
    ("emphasize", "wanted"),
    [
        ("row 2", {(2, 0), (2, 1)}),
        ("[row last]", {(3, 0), (3, 1)}),
        ("column Mean", {(0, 1), (1, 1), (2, 1), (3, 1)}),
        ("[column 1]", {(0, 0), (1, 0), (2, 0), (3, 0)}),
        ("[cell 3 2, cell last Name]", {(3, 1), (3, 0)}),
    ],
)
def test_emphasis(tmp_path: Path, emphasize: str, wanted: set[tuple[int, int]]) -> None:
    rows = "[[Name, Mean], [a, 1], [b, 2], [c, 3]]"
    assert table(tmp_path, f"{{emphasize: {emphasize}, rows: {rows}}}").emphasized == wanted


def test_without_names_columns_are_counted(tmp_path: Path) -> None:
    block = table(tmp_path, "{header: false, columns: [2], where: {1: a}, rows: [[a, b], [c, d]]}")
    assert (cells(block), block.header) == ([["b"]], 0)


def test_rows_left_out_are_counted(tmp_path: Path) -> None:
    block = table(tmp_path, "{limit: 1, emphasize: row last, rows: [[a], [1], [2], [3]]}")
    assert (cells(block), block.more, block.emphasized) == ([["a"], ["1"]], 2, frozenset({(1, 0)}))


def test_a_sheet_keeps_its_numbers(tmp_path: Path) -> None:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in (["region", "sales", "share"], ["North", 1234.5, 0.1234], ["*South*", 1, 0.5]):
        sheet.append(row)
    sheet["C2"].number_format = sheet["C3"].number_format = "0.0%"
    workbook.save(tmp_path / "d.xlsx")
    block = table(tmp_path, "{file: d.xlsx, columns: [region, sales, share]}")
    assert cells(block)[1:] == [["North", "1234.5", "12.3%"], ["*South*", "1", "50.0%"]]
    assert block.numbers[1, 1] == (1234.5, "General")
    assert block.numbers[1, 2] == (0.1234, "0.0%")
    columns = "[{column: share, format: '0.00%'}]"
    shown = table(tmp_path, f"{{file: d.xlsx, where: {{region: North}}, columns: {columns}}}")
    assert shown.numbers == {(1, 0): (0.1234, "0.00%")}


def test_values_go_into_cells_as_plain_text(tmp_path: Path) -> None:
    outline = tmp_path / "outline.yaml"
    rows = "      | x |\n      | - |\n      | {{ v }} |\n"
    outline.write_text(f"vars: {{v: 'a | *b*'}}\nslides:\n  - title: One\n    table: |\n{rows}")
    report = Report()
    deck = read_deck(outline, report, TODAY)
    assert report.sorted() == []
    assert deck
    (block,) = deck.slides[0].blocks
    assert isinstance(block, Table)
    assert cells(block) == [["x"], ["a | *b*"]]


def test_rows_of_other_variants_are_left_out(tmp_path: Path) -> None:
    block = table(tmp_path, "[[a], [1], {cells: [2], only: exam}]")
    assert cells(block) == [["a"], ["1"]]


def test_large_tables_are_told_to_be_cut(tmp_path: Path) -> None:
    (tmp_path / "d.csv").write_text("a\n" + "1\n" * 2001)
    report = Report()
    outline = tmp_path / "outline.yaml"
    outline.write_text("slides:\n  - table: d.csv\n  - table: {file: d.csv, limit: 5}\n")
    read_deck(outline, report, TODAY)
    assert [(found.code, found.span.line) for found in report.sorted() if found.span] == [("table-size", 2)]
