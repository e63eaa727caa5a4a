"""The name of a data file → its table, read once for a deck, every problem told at its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from deckgen.source.data.grid import MOST_BYTES, DataFile, Grid, UnreadableError
from deckgen.source.data.lists import grid_of_json, grid_of_nodes, grid_of_yaml
from deckgen.source.data.sheet import grid_of_sheet
from deckgen.source.data.table import DataTable
from deckgen.source.data.text import grid_of_text
from deckgen.source.scope import Scope, local_file
from deckgen.yamlnodes import Scalar, Sequence
from deckgen.yamlnodes.characters import FORBIDDEN

_READERS: dict[str, Callable[[DataFile], Grid | None]] = {
    ".csv": grid_of_text, ".tsv": grid_of_text, ".xlsx": grid_of_sheet,
    ".yaml": grid_of_yaml, ".yml": grid_of_yaml, ".json": grid_of_json,
}  # fmt: skip
_MOST_TOLD = 10
"""Rows of one file of which problems are told."""


def read_data_file(scalar: Scalar, scope: Scope, lang: str = "en") -> DataTable | None:
    """The table in the file that `scalar` names; None, with a diagnostic, where there is none.

    `lang`, the deck's language, decides which old encoding a text has that is not in Unicode.
    """
    if scalar.misread:
        return None
    path = local_file(scalar.text, scalar.span, scope)
    if path is None:
        return None
    if path not in scope.found.data:
        shown = (scope.shown.parent / scalar.text).as_posix()
        scope.found.data[path] = _read(path, shown, scope, lang)
    found = scope.found.data[path]
    if isinstance(found, str):
        scope.report.error("bad-data", f"`{scalar.text[:80]}` {found}", scalar.span)
        return None
    return found


def table_of(node: Sequence, scope: Scope) -> DataTable | None:
    """The table that a list of mappings in the outline is."""
    file = DataFile(scope.shown, b"", scope.shown.as_posix(), "en", scope.report)
    try:
        grid = grid_of_nodes(node, file)
    except UnreadableError as error:
        scope.report.error("bad-data", f"the data {error}", node.span)
        return None
    return None if grid is None else _table(grid, file)


def _read(path: Path, shown: str, scope: Scope, lang: str) -> DataTable | str | None:
    """The table; or in words why there is none, for each place that names it; None: it is reported."""
    reader = _READERS.get(path.suffix.lower())
    try:
        if path.stat().st_size > MOST_BYTES:
            return f"is larger than {MOST_BYTES // 1_000_000} MB"
        data = path.read_bytes()
        if data.startswith(b"PK\3\4") or reader is None:
            reader = grid_of_sheet if path.suffix.lower() in (".xlsx", ".csv", ".tsv") else None
        if reader is None:
            return f"is no data file: the kinds are {', '.join(_READERS)}"
        if not data.strip(b"\xef\xbb\xbf \t\r\n"):
            return "is empty"
        file = DataFile(path, data, shown, lang, scope.report)
        grid = reader(file)
    except OSError as error:
        return f"cannot be read: {error.strerror or error}"
    except UnreadableError as error:
        return str(error)
    if grid is None:
        return None
    return _table(grid, file) if grid.rows and any(grid.rows[0]) else "is empty"


def _table(grid: Grid, file: DataFile) -> DataTable | None:
    """The grid made even: columns without a name at its end go, short rows are filled, long ones reported."""
    rows, told = grid.rows, 0
    width = max(i + 1 for i, name in enumerate(rows[0]) if name)
    for number, row in enumerate(rows[1:], 1):
        if len(row) <= width:
            continue
        if told < _MOST_TOLD:
            message = f"this row has {len(row)} cells, more than the {width} columns that the first row names"
            file.error(message, grid.place(number, width))
        told += 1
    if told or _holds_controls(rows, grid, file):
        return None
    even = tuple(tuple((row + [""] * (width - len(row)))[:width]) for row in rows)
    name = file.path.name if file.data else ""
    return DataTable(even[0], even[1:], name, grid.place, range(1, len(even)), grid.exact)


def _holds_controls(rows: list[list[str]], grid: Grid, file: DataFile) -> bool:
    """Whether there are characters that can be shown nowhere: a sheet and JSON may hold them as escapes."""
    for number, row in enumerate(rows):
        if FORBIDDEN.search("\n".join(row)):
            column = next(i for i, cell in enumerate(row) if FORBIDDEN.search(cell))
            file.error("this cell holds an invisible control character", grid.place(number, column))
            return True
    return False
