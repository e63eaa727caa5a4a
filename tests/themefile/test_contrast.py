"""The contrast that a theme keeps: which pairs are looked at, and what falls short."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.color import contrast
from deckgen.diagnostics import Report
from deckgen.model import ThemeRef
from deckgen.theme import ColorRef, Theme
from deckgen.themefile import load_theme, theme_names
from deckgen.themefile.contrast import pairs


def loaded(ref: ThemeRef) -> tuple[Theme, list[str]]:
    report = Report()
    theme = load_theme(ref, (960.0, 540.0), report)
    assert theme
    return theme, [d.message for d in report.sorted()]


def from_text(folder: Path, text: str) -> tuple[Theme, list[str]]:
    path = folder / "mine.yaml"
    path.write_text(f"extends: lecture\n{text}\n", encoding="utf-8")
    return loaded(ThemeRef(name="mine", path=path))


@pytest.mark.parametrize("name", theme_names())
def test_our_themes_keep_their_contrast(name: str) -> None:
    theme, said = loaded(ThemeRef(name=name))
    assert not said
    assert all(pair.enough for pair in pairs(theme))


def test_all_words_of_the_theme_for_high_contrast_reach_aaa() -> None:
    theme, _ = loaded(ThemeRef(name="contrast"))
    assert (theme.least.words, theme.least.marks) == (7, 4.5)
    assert min(pair.ratio for pair in pairs(theme) if pair.least == 7) >= 7
    assert min(pair.ratio for pair in pairs(theme)) >= 4.5


def test_a_theme_may_ask_for_more(tmp_path: Path) -> None:
    _, usual = from_text(tmp_path, "colors: {muted: '#6A6A6A'}")
    theme, strict = from_text(tmp_path, "colors: {muted: '#6A6A6A'}\ncontrast: {words: 7, marks: 4.5}")
    assert not usual
    assert any("`muted`" in line for line in strict)
    for role in ("accent2", "accent6"):
        drawn = theme.hex(theme.mark(role))
        assert contrast(drawn, theme.colors["background"]) >= 4.5
    label = theme.readable(ColorRef("accent6"), (ColorRef("surface"),))
    assert contrast(theme.hex(label), theme.colors["surface"]) >= 7


def test_a_slot_stands_on_what_is_drawn_behind_all_of_it(tmp_path: Path) -> None:
    band = "master: {decorations: [{box: [0, 0, 100%, 110], fill: text}]}"
    half = band.replace("100%", "50%")
    title = "styles: {title: {color: background}}"
    _, on_band = from_text(tmp_path, f"{title}\n{band}")
    _, on_half = from_text(tmp_path, f"{title}\n{half}")
    assert not any("the title of" in line for line in on_band)
    assert any("`background` in the title of `title-body`" in line for line in on_half)
