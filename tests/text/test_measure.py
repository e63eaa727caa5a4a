"""Widths are the font's, and lines hold what fits them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.diagnostics import Report
from deckgen.model import Baseline, Role, Run, ThemeRef
from deckgen.text.faces import FaceSet
from deckgen.text.measure import Measurer, Shaped
from deckgen.theme import LevelStyle
from deckgen.themefile import load_theme

LOOK = LevelStyle(24)


@pytest.fixture(scope="module")
def measurer() -> Measurer:
    theme = load_theme(ThemeRef(), (960, 540), Report())
    assert theme
    return Measurer(FaceSet(theme))


def shaped(measurer: Measurer, text: str, bold: bool = False) -> Shaped:
    return measurer.shaped((Run(text, bold=bold),), LOOK)


# Advance widths of Arial in 1/2048 em, from the font's own table.
@pytest.mark.parametrize(("text", "units"), [("H", 1479), ("iii", 3 * 455), ("é", 1139), ("Жд", 1890 + 1195)])
def test_widths_are_arials(measurer: Measurer, text: str, units: int) -> None:
    assert shaped(measurer, text).width == pytest.approx(units / 2048, abs=0.002)


def test_kerning_counts(measurer: Measurer) -> None:
    apart = shaped(measurer, "A").width + shaped(measurer, "V").width
    assert shaped(measurer, "AV").width < apart - 0.05


def test_the_same_words_break_by_their_language(measurer: Measurer) -> None:
    text = (Run("漢字漢字 漢字"),)
    assert [measurer.shaped(text, LOOK, lang).ends for lang in ("ja", "ko")] == [(1, 2, 3, 5, 6, 7), (5, 7)]


def test_bold_is_wider(measurer: Measurer) -> None:
    assert shaped(measurer, "lecture", bold=True).width > shaped(measurer, "lecture").width


def test_small_and_script_runs_take_less(measurer: Measurer) -> None:
    normal = shaped(measurer, "word").width
    small = measurer.shaped((Run("word", roles=frozenset({Role.SMALL})),), LOOK).width
    script = measurer.shaped((Run("word", baseline=Baseline.SUPER),), LOOK).width
    assert small == pytest.approx(normal * 0.8)
    assert script == pytest.approx(normal * 0.65)


def test_spaces_hang_over_a_lines_end(measurer: Measurer) -> None:
    width = shaped(measurer, "aaaa").width
    assert shaped(measurer, "aaaa   bbbb").lines(width, slack=0) == (7, 11)


def test_the_authors_line_breaks_hold(measurer: Measurer) -> None:
    assert shaped(measurer, "a\nb c\nd").lines(1000) == (2, 6, 7)


def test_a_word_wider_than_the_line_begins_a_line_and_breaks(measurer: Measurer) -> None:
    lines = shaped(measurer, "to " + "x" * 60).lines(10)
    assert lines[0] == 3
    assert lines[-1] == 63
    assert len(lines) > 3


def test_a_character_without_a_font_is_guessed_wide_and_named() -> None:
    theme = load_theme(ThemeRef(), (960, 540), Report())
    assert theme
    faces = FaceSet(theme)
    assert Measurer(faces).shaped((Run("a\U0010fffd"),), LOOK).width > 1.5
    assert faces.missing == {"\U0010fffd"}


TEXTS = st.text(st.sampled_from("abc ÀВγ-–—/.,\u00ad\u00a0中あ한ا\n👩‍👩‍👧"), max_size=60)


@given(text=TEXTS, width=st.floats(0.5, 30))
def test_every_line_fits_or_is_one_character(text: str, width: float) -> None:
    theme = load_theme(ThemeRef(), (960, 540), Report())
    assert theme
    measured = Measurer(FaceSet(theme)).shaped((Run(text),), LOOK)
    lines = measured.lines(width, slack=0)
    assert lines[-1] == len(text)
    assert list(lines) == sorted(set(lines)) or not text
    start = 0
    for end in lines:
        content = text[start:end].rstrip(" \n\u200b")
        edge = start + len(content)
        fits = measured.edges[edge] - measured.edges[start] <= width + 1e-9
        from deckgen.text.breaking import graphemes

        assert fits or len(graphemes(content)) == 1
        start = end


@given(text=TEXTS, width=st.floats(1, 30))
def test_wider_lines_are_never_more(text: str, width: float) -> None:
    theme = load_theme(ThemeRef(), (960, 540), Report())
    assert theme
    measured = Measurer(FaceSet(theme)).shaped((Run(text),), LOOK)
    assert len(measured.lines(width * 1.3)) <= len(measured.lines(width))
