"""The name of a family leads to the family, to one as wide, or to what the machine shows in its place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from deckgen.fonts import families, files
from deckgen.fonts.families import FALLBACK_FAMILY, font_named
from deckgen.theme import Font

NOBODY = "No Such Family"


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A machine that has neither fonts nor fontconfig; programs are looked for in the folder given."""
    monkeypatch.setattr(files, "_folders", lambda: iter(()))
    monkeypatch.setenv("PATH", str(tmp_path))
    for cache in (files.installed, families.substituted):
        cache.cache_clear()
    yield tmp_path
    for cache in (files.installed, families.substituted):
        cache.cache_clear()


def substitute(folder: Path, said: str) -> None:
    """A program `fc-match` that answers so, and tells what it was asked for."""
    program = folder / "fc-match"
    program.write_text(f'#!/bin/sh\nprintf "%s|" "$3" >> {folder}/asked\nprintf "{said}"\n')
    program.chmod(0o755)


def packaged(family: str) -> Path:
    found = files.find(family, 400, False)
    assert found
    return found.path


def measured(font: Font) -> tuple[str, int, int, bool]:
    return font.family, font.weight, font.bold_weight, font.stands_in


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Lato", ("Lato", 400, 700, False)),
        ("Lato Light", ("Lato", 300, 700, False)),
        ("Lato SemiBold", ("Lato", 600, 800, False)),
        ("Barlow Extra Bold", ("Barlow", 800, 900, False)),
        ("Arial", ("Arimo", 400, 700, False)),
        ("helvetica", ("Arimo", 400, 700, False)),
        ("Arial Light", ("Arimo", 300, 700, True)),
        (NOBODY, (FALLBACK_FAMILY, 400, 700, True)),
        ("Light", (FALLBACK_FAMILY, 400, 700, True)),
    ],
)
@pytest.mark.usefixtures("bare")
def test_a_machine_without_fonts(name: str, expected: tuple[str, int, int, bool]) -> None:
    font = font_named(name)
    assert (font.name, measured(font)) == (name, expected)


def test_what_fontconfig_shows_comes_before_a_weight_of_a_twin(bare: Path) -> None:
    substitute(bare, f"Barlow\\n{packaged('Barlow')}")
    for name in (NOBODY, "Arial Light"):
        font = font_named(name)
        assert measured(font) == ("Barlow", 400, 700, True)
        assert font.own == (packaged("Barlow"),)
    assert not font_named("Arial").stands_in
    asked = (bare / "asked").read_text()
    assert asked.count("|") == 8  # regular, bold, italic and both of two families, each once
    assert f"{NOBODY}:bold:italic|" in asked


def test_signs_of_fontconfig_s_patterns_are_taken_as_letters(bare: Path) -> None:
    substitute(bare, f"Barlow\\n{packaged('Barlow')}")
    assert font_named("-a:weight=200,b\\c").family == "Barlow"
    assert "\\-a\\:weight\\=200\\,b\\\\c|" in (bare / "asked").read_text()


@pytest.mark.parametrize("said", ["", "Barlow\\n/nowhere/font.ttf", "Barlow"])
def test_an_answer_that_names_no_file_is_none(bare: Path, said: str) -> None:
    substitute(bare, said)
    assert measured(font_named(NOBODY)) == (FALLBACK_FAMILY, 400, 700, True)


def test_a_name_that_no_program_takes(bare: Path) -> None:
    substitute(bare, f"Barlow\\n{packaged('Barlow')}")
    assert font_named("a\0b").family == FALLBACK_FAMILY


def test_files_that_come_along_are_the_font_s_own() -> None:
    own = (packaged("Barlow").read_bytes(),)
    font = font_named("Lato", own)
    assert (font.family, font.own, font.stands_in) == ("Lato", own, False)
    found = files.find(font.family, 400, False, font.own)
    assert found and found.family == "Barlow" and found.content() == own[0]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Georgia", "serif"),
        ("Calibri Light", "sans-serif"),
        ("Courier New", "monospace"),
        ("PT Serif", "serif"),
        ("Ours Sans Serif", "sans-serif"),
        ("Fira Code", "monospace"),
        (NOBODY, "sans-serif"),
    ],
)
def test_the_kind_of_letters_follows_from_the_name(name: str, kind: str) -> None:
    assert font_named(name).fallback == kind
