"""What the readers of data files have in common: a file's bytes before, rows of cells after."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from deckgen.diagnostics import Report, Span

MOST_BYTES = 16_000_000
MOST_ROWS = 100_000
MOST_COLUMNS = 1_000
"""Larger files are refused: nobody can show them, and reading them would take long."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file to read.  `shown` is the name under which problems tell of it, `lang` the deck's language."""

    path: Path
    data: bytes
    shown: str
    lang: str
    report: Report

    def error(self, message: str, span: Span, *hints: str) -> None:
        """Report what is wrong at a place in the file."""
        self.report.error("bad-data", message, span, *hints)


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells, the first of them the columns' names; rows may differ in length.

    `place` gives the place of a cell from the numbers of its row and column (from 0, the names are row 0);
    `exact` are the numbers of cells that show them rounded.
    """

    rows: list[list[str]]
    place: Callable[[int, int], Span]
    exact: Mapping[tuple[int, int], float] = field(default_factory=dict)


class UnreadableError(Exception):
    """Why nothing can be made of a file, in words that go on after its name: "is empty"."""
