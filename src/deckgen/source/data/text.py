"""The bytes of a .csv or .tsv file → rows of cells, its encoding and its dialect found out."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from deckgen.diagnostics import Span
from deckgen.source.data.grid import MOST_ROWS, DataFile, Grid, UnreadableError
from deckgen.yamlnodes import Source
from deckgen.yamlnodes.characters import FORBIDDEN

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe\0\0", "utf-32"), (b"\0\0\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"),
)  # fmt: skip
"""Byte order marks (Unicode 23.8), the longer ones first."""

_OLD = {
    "cp1250": "bs cs hr hu pl ro sk sl sq", "cp1251": "be bg kk ky mk ru sr tg uk", "cp1253": "el",
    "cp1254": "az tr", "cp1255": "he yi", "cp1256": "ar fa ur", "cp1257": "et lt lv", "cp932": "ja",
    "gb18030": "zh", "cp949": "ko", "cp874": "th", "cp1258": "vi",
}  # fmt: skip
"""What Windows, and so a spreadsheet program, wrote before Unicode, by language; cp1252 elsewhere."""

_SEPARATORS = ",;\t|"
_NONE = "\x1f"
"""A separator that no text holds, for a file of one column."""

_SAID = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
"""A first line by which Excel is told the separator."""

_SAMPLE = 100
_MOST_TOLD = 10


def grid_of_text(file: DataFile) -> Grid | None:
    """The rows of a text; None where what is wrong with it is reported."""
    text = decoded(file.data, file.lang)
    source = Source(file.shown, text)
    file.report.sources[file.shown] = text
    if _holds_controls(source, file):
        return None
    said = _SAID.match(text)
    begin = said.end() if said else 0
    separator = said[1] if said else separator_of(text[begin:])
    rows: list[list[str]] = []
    starts: list[int] = []
    try:
        for at, row in _records(text, begin, separator):
            cells = [_trimmed(cell) for cell in row]
            while cells and not cells[-1]:
                cells.pop()
            if cells:
                rows.append(cells)
                starts.append(at)
            if len(rows) > MOST_ROWS + 1:
                raise UnreadableError(f"has more than {MOST_ROWS:,} rows")
    except _BadRecordError as bad:
        file.error(bad.problem, source.span(bad.index), *bad.hints)
        return None
    return Grid(rows, lambda row, column: _place(source, starts[row], column, separator))


def decoded(data: bytes, lang: str) -> str:
    """The characters of a text in Unicode, or else in what was usual for `lang`."""
    encodings = [name for mark, name in _MARKS if data.startswith(mark)][:1]
    if not encodings and b"\0" in data[:4096]:
        # Without a mark, the zero bytes of UTF-16 say which half of each character comes first.
        evens = Counter(i % 2 for i, byte in enumerate(data[:4096]) if not byte)
        encodings = ["utf-16-be" if evens[0] > evens[1] else "utf-16-le"]
    elif not encodings:
        primary = lang.partition("-")[0].lower()
        old = next((name for name, langs in _OLD.items() if primary in langs.split()), "cp1252")
        encodings = ["utf-8", old, "cp1252"]
    for name in encodings:
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            continue
    raise UnreadableError("is no text in an encoding that can be recognised; save it as UTF-8")


def _holds_controls(source: Source, file: DataFile) -> bool:
    """Whether there are control characters, which can be shown in neither format: an error for each."""
    if "\0" in source.text:
        raise UnreadableError("is no text file")
    found = list(islice(FORBIDDEN.finditer(source.text), _MOST_TOLD))
    for match in found:
        name = f"U+{ord(match.group()):04X}"
        file.error(f"an invisible control character ({name}) stands here", source.span(match.start()))
    return bool(found)


def separator_of(text: str) -> str:
    """The sign between cells: the one that divides the first row, and the others into as many cells."""
    best, found = (0.0, 0), _NONE
    for separator in _SEPARATORS:
        try:
            rows = list(islice((row for _, row in _records(text, 0, separator) if any(row)), _SAMPLE))
        except _BadRecordError:
            continue
        columns = len(rows[0]) if rows else 1
        like = sum(len(row) == columns for row in rows) / len(rows) if rows else 0.0
        if columns > 1 and (like, columns) > best:
            best, found = (like, columns), separator
    return found


class _BadRecordError(Exception):
    """A quotation mark that is not closed, or not at an end: what and at which index."""

    def __init__(self, index: int, problem: str, *hints: str) -> None:
        self.index, self.problem, self.hints = index, problem, hints


def _records(text: str, begin: int, separator: str) -> Iterator[tuple[int, list[str]]]:
    """The records (RFC 4180), each with the index at which it begins."""
    index, start = begin, begin

    def lines() -> Iterator[str]:
        nonlocal index
        for line in text[begin:].splitlines(keepends=True):
            index += len(line)
            yield line

    reader = csv.reader(lines(), delimiter=separator, skipinitialspace=True, strict=True)
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise _bad_record(str(error), start) from None
        yield start, row
        start = index


def _bad_record(error: str, start: int) -> _BadRecordError:
    if "end of data" in error:
        problem = "a quotation mark in the row that begins here is never closed"
        return _BadRecordError(start, problem, 'within a quoted cell a quotation mark is written twice: ""')
    if "expected after" in error:
        problem = "text goes on after the closing quotation mark of a cell in this row"
        return _BadRecordError(start, problem, 'within a quoted cell a quotation mark is written twice: ""')
    return _BadRecordError(start, f"this row cannot be read: {error}")


def _trimmed(cell: str) -> str:
    return cell.strip().replace("\r\n", "\n").replace("\r", "\n")


def _place(source: Source, start: int, column: int, separator: str) -> Span:
    """Where the cell begins, found by walking along its record."""
    sign = re.escape(separator)
    cell = re.compile(rf' *(?:"(?:[^"]|"")*"[^{sign}\r\n]*|[^{sign}\r\n]*)')
    match = cell.match(source.text, start)
    for _ in range(column):
        if match is None or source.text[match.end() : match.end() + 1] != separator:
            return source.span(start)
        match = cell.match(source.text, match.end() + 1)
    assert match is not None  # the pattern matches nothing at all, too
    words = match.group()
    lead = len(words) - len(words.lstrip(" "))
    return source.span(match.start() + lead, len((words.strip() or "x").splitlines()[0]))
