"""Reading one data file, as an outline that names it would."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from deckgen.diagnostics import Report, Span
from deckgen.source.data import read_data_file
from deckgen.source.scope import Found, Scope
from deckgen.yamlnodes import Scalar


def scope_in(folder: Path, report: Report | None = None) -> Scope:
    """What the reader of an outline in `folder` knows."""
    root = folder.resolve()
    return Scope(report or Report(), root, root, Path("outline.yaml"), (), Found())


def read(folder: Path, name: str, data: bytes, report: Report | None = None) -> Any:
    """The table in a file of these bytes; without a `report` it has to be read in silence."""
    (folder / name).write_bytes(data)
    scope = scope_in(folder, report)
    table = read_data_file(Scalar(name, True, Span("outline.yaml", 1, 1)), scope)
    if report is None:
        assert scope.report.sorted() == []
    return table
