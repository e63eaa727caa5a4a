"""Every broken theme is told what is wrong with it, all of it and at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.diagnostics import Report
from deckgen.model import PAGE, ThemeRef
from deckgen.themefile import load_theme
from tests.source.outlines import expected, facts
from tests.themefile.cases import BROKEN, entry, found, themes


@pytest.mark.parametrize("theme", themes(), ids=lambda path: path.stem)
def test_broken_themes_say_what_is_wrong_with_them(theme: Path) -> None:
    diagnostics, wanted = found(theme), expected(entry(theme))
    assert wanted
    assert [facts(d, entry(theme)) for d in diagnostics] == [(e.place, e.severity, e.code) for e in wanted]
    for diagnostic, expectation in zip(diagnostics, wanted, strict=True):
        assert expectation.words in diagnostic.message


def test_there_are_enough_cases() -> None:
    assert len(themes()) >= 40


@pytest.mark.parametrize(
    ("case", "hint"),
    [
        ("unknown-keys", "did you mean `colors`?"),
        ("color-roles", "did you mean `accent2`?"),
        ("slot-words", "did you mean `body`?"),
        ("layout-extends", "did you mean `two`?"),
        ("base-unknown", "did you mean `lecture`?"),
        ("footer", "did you mean `section`?"),
        ("no-base", "write `extends: lecture`, or another theme"),
    ],
)
def test_there_is_a_hint_where_there_can_be(case: str, hint: str) -> None:
    assert any(hint in diagnostic.hints for diagnostic in found(BROKEN / f"{case}.yaml"))


@pytest.mark.parametrize("page", [PAGE, (720.0, 540.0), (400.0, 700.0), (4032.0, 4032.0)])
@pytest.mark.parametrize("theme", themes(), ids=lambda path: path.stem)
def test_a_broken_theme_is_never_half_a_theme(theme: Path, page: tuple[float, float]) -> None:
    report = Report()
    made = load_theme(ThemeRef(name="mine", path=theme), page, report)
    assert (made is None) is report.has_errors
