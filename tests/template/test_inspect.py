"""What is told of a template: which of its layouts serve ours, and a theme's file that changes it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from deckgen.diagnostics import Report, Span
from deckgen.model import ThemeRef
from deckgen.template.inspect import served, theme_yaml
from deckgen.template.match import OURS, Matches, names_of
from deckgen.theme import Theme
from deckgen.themefile import load_theme
from deckgen.themefile.ontemplate import inspected
from tests.template.make import made, saved
from tests.template.shapes import Master, ordinary


def inspect(folder: Path, *masters: Master) -> tuple[Theme, Matches]:
    report = Report()
    found = inspected(saved(made(*masters), folder, "brand.potx"), report)
    assert report.sorted() == []
    assert found is not None
    return found


def test_each_of_ours_with_its_layout(tmp_path: Path) -> None:
    theme, matches = inspect(tmp_path, ordinary())
    rows = {row.name: row for row in served(theme, matches)}
    assert set(rows) == set(OURS)
    opening = rows["opening"]
    assert (opening.layout, opening.master) == ("Title Slide", "Brand")
    assert opening.placeholders == ("title", "subtitle", "date")
    assert rows["columns-3"].how == "fallback"
    assert set(rows["columns-3"].boxes) >= {"column1", "column2", "column3"}


@pytest.mark.parametrize(
    "masters",
    [
        (ordinary(),),
        (ordinary(), replace(ordinary(), theme="Other: #1")),
        (ordinary(), ordinary()),
    ],
    ids=["one", "two", "two of one name"],
)
def test_the_file_written_changes_nothing(tmp_path: Path, masters: tuple[Master, ...]) -> None:
    theme, matches = inspect(tmp_path, *masters)
    assert theme.template is not None
    path = tmp_path / "mine.yaml"
    path.write_text(theme_yaml(theme.template, matches, "brand.potx"), encoding="utf-8")
    report = Report()
    again = load_theme(ThemeRef(name="brand", path=path, span=Span("")), (960, 540), report)
    assert report.sorted() == []
    assert again is not None
    assert again.template is not None
    assert again.template.package.parts == theme.template.package.parts
    assert (again.colors, again.styles, again.steps) == (theme.colors, theme.styles, theme.steps)
    assert again.layouts == theme.layouts


def test_every_layout_has_a_name_of_its_own(tmp_path: Path) -> None:
    theme, _ = inspect(tmp_path, ordinary(), ordinary(), replace(ordinary(), theme="Other"))
    assert theme.template is not None
    parts = {layout.part for layout in names_of(theme.template).values()}
    assert len(parts) == 18


def test_names_that_are_no_plain_yaml(tmp_path: Path) -> None:
    first, *rest = ordinary().layouts
    odd = replace(ordinary(), layouts=(replace(first, name="Titel: &quot;A&quot; # \\ {x}"), *rest))
    theme, matches = inspect(tmp_path, odd)
    assert theme.template is not None
    text = theme_yaml(theme.template, matches, "brand.potx")
    assert 'opening: "Titel: \\"A\\" # \\\\ {x}"' in text
