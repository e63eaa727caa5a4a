"""Workbooks, made here with openpyxl, broken ones byte by byte."""

from __future__ import annotations

import datetime
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from deckgen.diagnostics import Report, Span
from tests.source.data.reading import read


def book(*rows: list[Any], formats: dict[str, str] | None = None) -> bytes:
    """A workbook of one sheet with these rows."""
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    for cell, code in (formats or {}).items():
        sheet[cell].number_format = code
    out = BytesIO()
    workbook.save(out)
    return out.getvalue()


def test_cells_are_as_the_sheet_shows_them(tmp_path: Path) -> None:
    row = [
        1939,
        0.1 + 0.2,
        0.125,
        True,
        "a\nb ",
        datetime.date(1939, 8, 23),
        datetime.datetime(1939, 8, 23, 14, 5),
    ]
    formats = {"C2": "0%", "F2": "d.m.yyyy", "G2": "yyyy-mm-dd hh:mm"}
    table = read(tmp_path, "d.xlsx", book(["a", "b", "c", "d", "e", "f", "g"], row, formats=formats))
    assert table.rows == (("1939", "0.3", "13%", "TRUE", "a\nb", "23.8.1939", "1939-08-23 14:05"),)
    assert table.number(0, 2) == 0.125
    assert table.number(0, 0) == 1939
    assert table.span(0, 2) == Span("d.xlsx", 2, 3)


@pytest.mark.parametrize("code", ["mm-dd-yy", "d mmmm yyyy", "[$-F800]dddd", "dd/mmm"])
def test_dates_that_go_by_language_are_in_iso(tmp_path: Path, code: str) -> None:
    data = book(["day"], [datetime.date(1939, 8, 23)], formats={"A2": code})
    assert read(tmp_path, "d.xlsx", data).rows == (("1939-08-23",),)


def test_empty_rows_go_and_merged_cells_stand_first(tmp_path: Path) -> None:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in ([None], ["a", "b", None], ["x", None, None], [None], ["y", 3, None]):
        sheet.append(row)
    sheet.merge_cells("A3:B3")
    out = BytesIO()
    workbook.save(out)
    table = read(tmp_path, "d.xlsx", out.getvalue())
    assert table.rows == (("x", ""), ("y", "3"))
    assert table.span(1, 1) == Span("d.xlsx", 5, 2)


def test_a_formula_without_its_value_is_told(tmp_path: Path) -> None:
    report = Report()
    read(tmp_path, "d.xlsx", book(["a", "b"], [1, "=A2*2"]), report)
    (found,) = report.sorted()
    assert found.span == Span("d.xlsx", 2, 2)
    assert "B2 has no saved value" in found.message


def repacked(data: bytes, change: dict[str, bytes]) -> bytes:
    """The package with other bytes in some of its parts."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            new.writestr(entry, change.get(entry, old.read(entry)))
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
BOOK = book(["a"], [1])
FAR = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    b'<row r="1"><c r="A1"><v>1</v></c></row><row r="999999999"><c r="A999999999"><v>1</v></c></row>'
    b"</sheetData></worksheet>"
)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"not a zip", "is no .xlsx"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "password"),
        (BOOK[: len(BOOK) // 2], "damaged"),
        (repacked(BOOK, {SHEET: b"<worksheet"}), "damaged"),
        (repacked(BOOK, {SHEET: b""}), "damaged"),
        (repacked(BOOK, {SHEET: b" " * 200_000_000}), "more than 150 MB"),
        (book(), "is empty"),
        (book(["a", "b"], [1, 2, 3]), "3 cells"),
        (book([f"c{i}" for i in range(1100)]), "1,000 columns"),
        (book(["a"], ["x_x0007_y"]), "control character"),
    ],
    ids=range(10),
)
def test_broken_workbooks_are_one_problem(tmp_path: Path, data: bytes, words: str) -> None:
    report = Report()
    assert read(tmp_path, "d.xlsx", data, report) is None
    assert [words in found.message for found in report.sorted()] == [True], report.sorted()


def test_a_row_that_is_said_to_be_far_below_does_not_take_long(tmp_path: Path) -> None:
    assert read(tmp_path, "d.xlsx", repacked(BOOK, {SHEET: FAR})).columns == ("1",)


def test_a_workbook_under_a_wrong_name_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, "d.csv", BOOK).rows == (("1",),)
