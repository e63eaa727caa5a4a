"""What `theme check` says of a theme's fonts, and `theme show` of how wide they are in Office."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from deckgen.cli import main
from deckgen.diagnostics import Report
from deckgen.fonts.office import comes_with_office
from deckgen.model import PAGE
from deckgen.text.closeness import wider_in_office
from deckgen.theme import Theme
from deckgen.themefile import load_theme, theme_names, theme_ref
from deckgen.workshop.check import WIDE, check_theme
from deckgen.workshop.show import described


def mine(folder: Path, fonts: str) -> str:
    path = folder / "mine.yaml"
    path.write_text(f"extends: contrast\nfonts: {{{fonts}}}\n", encoding="utf-8")
    return str(path)


def loaded(name: str) -> Theme:
    found = load_theme(theme_ref(name), PAGE, Report())
    assert found
    return found


def said(name: str, *langs: str) -> list[str]:
    report = Report()
    check_theme(name, report, langs)
    return [f"{d.code}: {d.message}" for d in report.sorted()]


@pytest.mark.parametrize("name", theme_names())
def test_office_has_something_near_for_each_of_our_fonts(name: str) -> None:
    for font in loaded(name).fonts.values():
        if comes_with_office(font.name):
            continue
        for bold in (False, True):
            wider = wider_in_office(font, bold)
            assert wider is not None and abs(wider) <= WIDE, (font.name, bold, wider)


def test_letters_that_the_fonts_lack_are_told_once_for_each_family(tmp_path: Path) -> None:
    name = mine(tmp_path, "heading: Barlow, body: Barlow, mono: Source Code Pro")
    assert said(name, "de", "pl") == []
    (told,) = said(name, "uk")
    assert told.startswith("missing-letters: `Barlow` lacks ")
    assert told.endswith(" of the language `uk`: Noto Sans stands in")


def test_a_font_of_office_that_is_much_wider_is_told(tmp_path: Path) -> None:
    name = mine(tmp_path, "heading: {name: Barlow, office: Bookman Old Style}")
    assert [told.partition(":")[0] for told in said(name)] == ["wide-fallback"]
    assert "in Office Bookman Old Style (width +15.7%, +19.8% in bold)" in "\n".join(described(loaded(name)))


def test_languages_that_nobody_knows_are_a_wrong_command() -> None:
    outcome = CliRunner().invoke(main, ["theme", "check", "contrast", "--lang", "tlh"])
    assert outcome.exit_code == 2
    assert "does not know the letters of `tlh`" in outcome.output
    assert CliRunner().invoke(main, ["theme", "check", "contrast", "--lang", "de"]).exit_code == 0
