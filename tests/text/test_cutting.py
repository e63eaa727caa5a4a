"""Runs are cut where lines end, whatever runs they are."""

from __future__ import annotations

from deckgen.model import Run
from deckgen.text.cutting import lines_of


def test_runs_are_cut_where_lines_end() -> None:
    runs = (Run("one "), Run("two three", bold=True))
    assert lines_of(runs, (8, 13)) == [(Run("one "), Run("two", bold=True)), (Run("three", bold=True),)]


def test_line_breaks_end_lines_without_a_trace() -> None:
    assert lines_of((Run("one\ntwo"),), (4, 7)) == [(Run("one"),), (Run("two"),)]
