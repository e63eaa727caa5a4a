"""Every outline under `tests/cases` gives the diagnostics that it names, all of them and no others."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from deckgen.diagnostics import Report
from deckgen.source.reader import read_deck
from tests.source.outlines import TODAY, expected, found, outlines

SECONDS = 20.0


def _name(outline: Path) -> str:
    return f"{outline.parent.name}/{outline.stem}"


@pytest.mark.parametrize("outline", [*outlines("broken"), *outlines("traps")], ids=_name)
def test_broken_outlines_say_what_is_wrong_with_them(outline: Path) -> None:
    begun = time.process_time()
    diagnostics = found(outline)
    assert time.process_time() - begun < SECONDS
    wanted = expected(outline)
    assert wanted
    assert len(diagnostics) == len(wanted), diagnostics
    for expectation, diagnostic in zip(wanted, diagnostics, strict=True):
        assert expectation.fits(diagnostic, outline), diagnostic


@pytest.mark.parametrize("outline", outlines("good"), ids=_name)
def test_good_outlines_are_read_in_silence(outline: Path) -> None:
    report = Report()
    deck = read_deck(outline, report, TODAY)
    assert report.sorted() == []
    assert deck is not None
    assert deck.slides


def test_there_are_enough_cases() -> None:
    assert len(outlines("broken")) >= 30
    assert len(outlines("traps")) >= 27
