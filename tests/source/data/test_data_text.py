"""Data files in text: encodings, dialects, quotes, places."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.diagnostics import Report, Span
from deckgen.source.data import DataTable, read_data_file
from deckgen.source.data.grid import DataFile
from deckgen.source.data.text import decoded, grid_of_text, separator_of
from tests.source.data.reading import read, scope_in

ROWS = (("Åland", "1,5"), ("Ørsta", "2,5"))


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings(tmp_path: Path, encoding: str, end: str) -> None:
    text = end.join(["place;value", *(";".join(row) for row in ROWS)])
    table = read(tmp_path, "d.csv", text.encode(encoding))
    assert table.columns == ("place", "value")
    assert table.rows == ROWS


@pytest.mark.parametrize(("lang", "encoding", "text"), [("ru", "cp1251", "Россия"), ("ja", "cp932", "東京"),
    ("pl", "cp1250", "Łódź"), ("el", "cp1253", "Αθήνα"), ("zh-CN", "gb18030", "北京")])  # fmt: skip
def test_old_encodings_go_by_the_language(lang: str, encoding: str, text: str) -> None:
    assert decoded(text.encode(encoding), lang) == text


@pytest.mark.parametrize(
    ("text", "separator"),
    [
        ("a,b\n1,2", ","),
        ("a;b\n1,5;2,5", ";"),
        ("a\tb\n1,5\t2", "\t"),
        ("a|b\n1|2", "|"),
        ('"a;x",b\n"1;2",2', ","),
        ("name;note\nx;a, b, c\ny;d", ";"),
        ("note\nwith, a comma\nwith; one", "\x1f"),
        ("one", "\x1f"),
        ("a,b;c,d\n1,2;3,4\n5,6;7,8", ","),
    ],
)
def test_separators(text: str, separator: str) -> None:
    assert separator_of(text) == separator


def test_quotes_hold_separators_lines_and_quotes(tmp_path: Path) -> None:
    table = read(tmp_path, "d.csv", b'a, b\r\n"1, x","two\r\nlines"\r\n"say ""no""", z\r\n')
    assert table.rows == (("1, x", "two\nlines"), ('say "no"', "z"))
    assert table.span(0, 1) == Span("d.csv", 2, 8, 4)
    assert table.span(1, 0) == Span("d.csv", 4, 1, 12)
    assert table.span(1, 1) == Span("d.csv", 4, 15, 1)


def test_a_row_that_says_the_separator(tmp_path: Path) -> None:
    assert read(tmp_path, "d.csv", b"sep=;\na,x;b\n1;2").columns == ("a,x", "b")


def test_blank_rows_and_empty_columns_at_the_end_go(tmp_path: Path) -> None:
    table = read(tmp_path, "d.csv", b"a,b,,\n\n1,2,,\n,,,\n3\n")
    assert table.columns == ("a", "b")
    assert table.rows == (("1", "2"), ("3", ""))


@pytest.mark.parametrize(
    ("data", "place", "words"),
    [
        (b"a,b\n1,2,3\n", (2, 5), "3 cells, more than the 2"),
        (b'a,b\n1,2\n"x,3\n4,5\n', (3, 1), "never closed"),
        (b'a,b\n"x" y,3\n', (2, 1), "after the closing quotation mark"),
        (b"a,b\n1,\x072\n", (2, 3), "U+0007"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(
    tmp_path: Path, data: bytes, place: tuple[int, int], words: str
) -> None:
    report = Report()
    assert read(tmp_path, "d.csv", data, report) is None
    (found,) = report.sorted()
    assert found.code == "bad-data"
    assert found.span is not None
    assert (found.span.file, found.span.line, found.span.column) == ("d.csv", *place)
    assert words in found.message


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("d.csv", b"", "is empty"),
        ("d.csv", b"\xef\xbb\xbf\r\n \n", "is empty"),
        ("d.csv", b"\x89PNG\r\n\0\0\0\rIHDR\0\0", "is no text"),
        ("d.txt", b"a,b\n", "is no data file"),
        ("d.csv", b"a\n" * 100_002, "more than 100,000 rows"),
        ("d.csv", b"a,b\n" + b"x" * 16_000_000, "larger than 16 MB"),
        ("d.csv", b"a,b\n1," + b"x" * 200_000, "cannot be read"),
    ],
    ids=range(7),
)
def test_files_of_which_nothing_can_be_made(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    report = Report()
    assert read(tmp_path, name, data, report) is None
    assert [words in found.message for found in report.sorted()] == [True]


def test_a_file_is_read_once_and_told_of_where_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "d.csv").write_bytes(b"")
    scope, name = scope_in(tmp_path), scope_in(tmp_path).shown
    assert name
    from deckgen.yamlnodes import Scalar

    for line in (3, 9):
        assert read_data_file(Scalar("d.csv", True, Span("outline.yaml", line)), scope) is None
    assert [found.span.line for found in scope.report.sorted() if found.span] == [3, 9]


CELL = st.text(
    st.characters(min_codepoint=0xA1, max_codepoint=0x2FF) | st.sampled_from(' ,;|"\tab1'), max_size=6
)
GRIDS = st.integers(2, 4).flatmap(
    lambda n: st.lists(st.lists(CELL.map(str.strip), min_size=n, max_size=n), min_size=1, max_size=5)
)


@given(GRIDS, st.sampled_from(",;\t|"), st.sampled_from(["utf-8-sig", "utf-16"]))
def test_what_python_writes_is_read_back(grid: list[list[str]], separator: str, encoding: str) -> None:
    import csv
    from io import StringIO

    names = [f"c{i}" for i in range(len(grid[0]))]
    out = StringIO(newline="")
    csv.writer(out, delimiter=separator, quoting=csv.QUOTE_ALL).writerows([names, *grid])
    file = DataFile(Path("d.csv"), out.getvalue().encode(encoding), "d.csv", "en", Report())
    found = grid_of_text(file)
    assert found is not None
    assert found.rows == [names, *(_trimmed(row) for row in grid if any(row))]


@given(st.binary(max_size=200))
def test_any_bytes_are_a_table_or_one_problem(data: bytes) -> None:
    from deckgen.source.data.grid import UnreadableError

    report = Report()
    try:
        grid = grid_of_text(DataFile(Path("d.csv"), data, "d.csv", "en", report))
    except UnreadableError:
        return
    assert (grid is None) == bool(report.sorted())
    if grid is not None:
        for number, row in enumerate(grid.rows):
            for column in range(len(row)):
                grid.place(number, column)


def test_columns_are_found_by_name(tmp_path: Path) -> None:
    table: DataTable = read(tmp_path, "d.csv", b"a,b,a,,\n1,2,3,,\n")
    assert table.indices("b") == [1]
    assert table.indices("a") == [0, 2]
    assert table.indices("c") == []
    assert table.records() == [{"a": "1", "b": "2"}]


def _trimmed(row: list[str]) -> list[str]:
    cells = [cell.strip() for cell in row]
    while cells and not cells[-1]:
        cells.pop()
    return cells
