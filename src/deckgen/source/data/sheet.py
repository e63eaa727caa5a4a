"""The bytes of an .xlsx workbook → the rows of its first sheet, each cell as the sheet shows it."""

from __future__ import annotations

import datetime
import re
import warnings
import zipfile
from collections.abc import Collection, Iterator
from io import BytesIO
from math import isfinite
from typing import Any

from deckgen.diagnostics import Span
from deckgen.figures.numbers import check_format, format_number, shortest
from deckgen.source.data.grid import MOST_COLUMNS, MOST_ROWS, DataFile, Grid, UnreadableError

_MOST_UNPACKED = 150_000_000
_OLD = b"\xd0\xcf\x11\xe0"
"""How an OLE file begins: an .xls, or a workbook behind a password."""

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_DATE_PART = re.compile(
    r""""([^"]*)"|\\(.)|\[[^\]]*\]|(?<![ymdhs])(yyyy|yy|mm|m|dd|d|hh|h|ss|s)(?![ymdhs])|([a-z@*_]+)|(.)""",
    re.IGNORECASE,
)
_LOCAL = ("General", "mm-dd-yy", "m/d/yy h:mm")
"""Formats that mean: as the reader's country has it (ECMA-376-1, 18.8.30, numbers 14 and 22)."""

_GENERAL = ".15g"
"""A spreadsheet shows fifteen digits of a number: 0.3 for the sum of 0.1 and 0.2."""


_Cells = tuple[Any, ...]


def grid_of_sheet(file: DataFile) -> Grid:
    """The first sheet's rows; formulas count by the values that were saved with them."""
    _check_package(file.data)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of features that openpyxl does not keep when it writes
        try:
            return _grid(file)
        except UnreadableError:
            raise
        except Exception as error:  # openpyxl lets through whatever its parsers raise on a broken file
            raise UnreadableError(f"is damaged: {type(error).__name__}") from error


def _check_package(data: bytes) -> None:
    """Refuse what is no workbook, and what would fill the memory when unpacked."""
    if data.startswith(_OLD):
        raise UnreadableError("is an old Excel file or has a password; save it as .xlsx, without one")
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            entries = package.infolist()
    except (zipfile.BadZipFile, ValueError, OSError):
        raise UnreadableError("is no .xlsx workbook, or a damaged one") from None
    if not any(entry.filename.endswith("workbook.xml") for entry in entries):
        raise UnreadableError("is no .xlsx workbook")
    if sum(entry.file_size for entry in entries if "/media/" not in entry.filename) > _MOST_UNPACKED:
        raise UnreadableError(f"holds more than {_MOST_UNPACKED // 1_000_000} MB when it is unpacked")


def _grid(file: DataFile) -> Grid:
    rows: list[list[str]] = []
    numbers: list[int] = []
    exact: dict[tuple[int, int], float] = {}
    blank: set[tuple[int, int]] = set()
    for number, cells in enumerate(_sheet(file.data, values=True), 1):
        texts = [_shown(cell) for cell in cells]
        blank |= {(number, i) for i, cell in enumerate(cells) if cell.value is None and hasattr(cell, "row")}
        while texts and not texts[-1]:
            texts.pop()
        if not texts:
            continue
        if len(rows) > MOST_ROWS:
            raise UnreadableError(f"has more than {MOST_ROWS:,} rows")
        if len(texts) > MOST_COLUMNS:
            raise UnreadableError(f"has more than {MOST_COLUMNS:,} columns")
        exact |= {(len(rows), i): float(cell.value) for i, cell in enumerate(cells) if _is_number(cell.value)}
        rows.append(texts)
        numbers.append(number)
    if blank:
        _check_formulas(file, blank)
    return Grid(rows, lambda row, column: Span(file.shown, numbers[row], column + 1), exact)


def _sheet(data: bytes, *, values: bool) -> Iterator[_Cells]:
    """The rows of the first sheet, with the values of its formulas or with the formulas.

    Bounds are given, since a file may say that its last row has the number of a billion.
    """
    from openpyxl import load_workbook

    book = load_workbook(BytesIO(data), read_only=True, data_only=values, keep_links=False)
    try:
        if not book.worksheets:
            raise UnreadableError("has no sheet")
        sheet = book.worksheets[0]
        sheet.reset_dimensions()
        yield from sheet.iter_rows(max_row=2 * MOST_ROWS)
    finally:
        book.close()


def _check_formulas(file: DataFile, blank: Collection[tuple[int, int]]) -> None:
    """A program that is no spreadsheet writes formulas without their values: these cells would be empty."""
    for number, cells in enumerate(_sheet(file.data, values=False), 1):
        for i, cell in enumerate(cells):
            if (number, i) in blank and getattr(cell, "data_type", "") == "f":
                message = f"the formula in {cell.coordinate} has no saved value"
                file.error(message, Span(file.shown, number, i + 1), "save the file in a spreadsheet program")
                return


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)


def _shown(cell: Any) -> str:
    """A cell's text: percentages and dates as the sheet shows them, other numbers in the fewest digits."""
    value = cell.value
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case int() | float():
            code = cell.number_format
            if "%" in code and check_format(code) is None:
                return format_number(value, code)
            return str(value) if isinstance(value, int) else shortest(float(format(value, _GENERAL)))
        case str():
            text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), value)
            return text.strip().replace("\r\n", "\n").replace("\r", "\n")
        case _:
            return _date(value, cell.number_format)


def _date(value: Any, code: str) -> str:
    """A date or time in the sheet's format; in ISO's (8601) where that goes by country or language."""
    if isinstance(value, datetime.timedelta):
        return str(value)
    parts = [match.groups() for match in _DATE_PART.finditer(code.split(";")[0])]
    if code in _LOCAL or "[$-F" in code or any(word for *_, word, _ in parts):
        return _iso(value)
    out, last = "", ""
    for i, (quoted, escaped, letters, _, sign) in enumerate(parts):
        if letters is None:
            out += quoted or escaped or sign or ""
            continue
        later = next((part[2] for part in parts[i + 1 :] if part[2]), "")
        minutes = letters[0] in "mM" and (last[:1] in ("h", "H") or later[:1] in ("s", "S"))
        out, last = out + _date_part(value, letters.lower(), minutes), letters
    return out


def _date_part(value: Any, letters: str, minutes: bool) -> str:
    names = {"y": "year", "m": "minute" if minutes else "month", "d": "day", "h": "hour", "s": "second"}
    number = getattr(value, names[letters[0]], 0)
    if letters[0] == "y":
        return f"{number % 100:02d}" if letters == "yy" else f"{number:04d}"
    return f"{number:0{len(letters)}d}"


def _iso(value: Any) -> str:
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    return str(value).removesuffix(":00") if isinstance(value, datetime.datetime) else str(value)
