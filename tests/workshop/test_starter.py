"""A new theme's file: it looks like the one that it was made from, and can be edited."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from deckgen.diagnostics import Report
from deckgen.model import PAGE
from deckgen.theme import Theme
from deckgen.themefile import load_theme, theme_names, theme_ref
from deckgen.workshop.starter import starter, write_new


def loaded(name: str) -> Theme:
    report = Report()
    theme = load_theme(theme_ref(name), PAGE, report)
    assert theme is not None and not report.sorted(), report.sorted()
    return theme


@pytest.mark.parametrize("base", theme_names())
def test_a_new_theme_looks_like_its_base(tmp_path: Path, base: str) -> None:
    report = Report()
    theme = loaded(base)
    (written,) = write_new(tmp_path / "mine", base, theme, report)
    made = loaded(str(written.parent))
    assert replace(made, name=theme.name, title=theme.title) == theme


def test_a_theme_of_ones_own_can_be_extended_from_beside(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    write_new(first, "night", loaded("night"), Report())
    file = first / "theme.yaml"
    file.write_text(
        file.read_text("utf-8").replace(
            f'accent1: "{loaded("night").colors["accent1"]}"', 'accent1: "#FFD27F"'
        ),
        "utf-8",
    )
    write_new(second, str(first), loaded(str(first)), Report())
    assert loaded(str(second)).colors["accent1"] == "#FFD27F"


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    report, theme = Report(), loaded("lecture")
    (file,) = write_new(tmp_path / "mine", "lecture", theme, report)
    before = file.read_bytes()
    assert write_new(tmp_path / "mine", "night", loaded("night"), report) == ()
    assert [d.code for d in report.sorted()] == ["file-exists"]
    assert file.read_bytes() == before


def test_a_name_is_a_text_whatever_it_reads_like(tmp_path: Path) -> None:
    for name in ("true", 'a "b": c', "#1"):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "theme.yaml").write_text(starter(name, "lecture", loaded("lecture")), "utf-8")
        assert loaded(str(folder)).title == name
