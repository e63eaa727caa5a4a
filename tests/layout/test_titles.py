"""Titles: their lines are of one length, and no word is broken that could stand whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.diagnostics import Report
from deckgen.layout import place
from deckgen.model import Deck, Run, Slide, SlideKind, ThemeRef, characters
from deckgen.scene import Part, PlacedText
from deckgen.themefile import load_theme, theme_names


def title_lines(words: str, theme: str) -> list[str]:
    report = Report()
    loaded = load_theme(ThemeRef(name=theme), (720.0, 540.0), report)
    assert loaded
    slide = Slide(kind=SlideKind.SECTION, title=(Run(words),))
    scene = place(Deck(file=Path("deck.yaml"), title=(Run("Deck"),), slides=(slide,)), loaded, report)
    assert not report.sorted()
    (text,) = [
        placed.content
        for page in scene.pages
        for placed in page.placed
        if placed.part is Part.TITLE and isinstance(placed.content, PlacedText)
    ]
    paragraph = text.paragraphs[0]
    whole = characters(paragraph.text)
    return [whole[a:b].strip() for a, b in zip((0, *paragraph.lines), paragraph.lines, strict=False)]


@pytest.mark.parametrize("theme", theme_names())
def test_balancing_breaks_no_word(theme: str) -> None:
    for words in ("Measuring time", "Unconstitutionality now", "A counterrevolutionary"):
        lines = title_lines(words, theme)
        assert " ".join(lines) == words, lines


@pytest.mark.parametrize("theme", theme_names())
def test_a_word_too_wide_for_its_line_makes_the_title_smaller(theme: str) -> None:
    words = "The industrialisationspolitikers"
    assert " ".join(title_lines(words, theme)) == words
