"""Text set as capitals or apart is measured as it is shown, and stays what the author wrote."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.diagnostics import Report
from deckgen.model import Baseline, Run, ThemeRef
from deckgen.pipeline import build_scene
from deckgen.text.capitals import capital_characters, capitals
from deckgen.text.embed import characters_by_face
from deckgen.text.faces import FaceSet
from deckgen.text.measure import Measurer
from deckgen.theme import LevelStyle, scaled
from deckgen.themefile import load_theme

PLAIN = LevelStyle(20)
CAPS = replace(PLAIN, caps=True)
TRACKED = replace(PLAIN, tracking=2.0)


@pytest.fixture(scope="module")
def measurer() -> Measurer:
    theme = load_theme(ThemeRef(), (960, 540), Report())
    assert theme
    return Measurer(FaceSet(theme))


def width(measurer: Measurer, text: str, look: LevelStyle, lang: str = "en") -> float:
    return measurer.shaped((Run(text),), look, lang).width


@pytest.mark.parametrize(
    ("written", "shown", "lang"),
    [
        ("Maß", "MASS", "de"), ("ﬁn", "FIN", "en"), ("iki", "İKİ", "tr"), ("iki", "IKI", "en"),
        ("Год", "ГОД", "ru"),
    ],
)  # fmt: skip
def test_letters_are_as_wide_as_their_capitals(
    measurer: Measurer, written: str, shown: str, lang: str
) -> None:
    assert width(measurer, written, CAPS, lang) == pytest.approx(width(measurer, shown, PLAIN))


def test_places_in_the_text_are_the_author_s(measurer: Measurer) -> None:
    made = measurer.shaped((Run("Straße nach Gießen"),), CAPS, "de")
    assert made.text == "Straße nach Gießen"
    assert len(made.edges) == len(made.text) + 1
    assert made.lines(made.reach[1], slack=0) == (12, 18)


def test_a_word_s_own_language_says_what_its_capitals_are(measurer: Measurer) -> None:
    mixed = measurer.shaped((Run("iki", lang="tr"),), CAPS, "en").width
    assert mixed == pytest.approx(width(measurer, "İKİ", PLAIN))


def test_programs_keep_their_small_letters(measurer: Measurer) -> None:
    code = (Run("width_of", code=True),)
    assert measurer.shaped(code, CAPS).width == measurer.shaped(code, PLAIN).width


def test_tracking_stands_after_every_character_but_marks_and_line_breaks(measurer: Measurer) -> None:
    for text, count in (("word", 4), ("e\u0301a", 2), ("a\nb", 2)):
        apart = measurer.shaped((Run(text),), TRACKED).edges[-1]
        assert apart == pytest.approx(measurer.shaped((Run(text),), PLAIN).edges[-1] + count * 0.1)


def test_tracking_is_as_wide_in_small_words(measurer: Measurer) -> None:
    small = (Run("word", baseline=Baseline.SUPER),)
    assert measurer.shaped(small, TRACKED).width - measurer.shaped(small, PLAIN).width == pytest.approx(0.4)


def test_an_empty_run_takes_no_room(measurer: Measurer) -> None:
    whole = measurer.shaped((Run("word"),), TRACKED)
    assert measurer.shaped((Run("word"), Run("")), TRACKED).edges == whole.edges


def test_what_is_remembered_at_one_size_holds_at_another(measurer: Measurer) -> None:
    half = scaled(TRACKED, 0.5, 1)
    assert (half.size, half.tracking) == (10, 1.0)
    assert measurer.shaped((Run("word"),), half) is measurer.shaped((Run("word"),), TRACKED)


@given(st.text(max_size=12), st.sampled_from(["en", "tr", "el"]))
def test_each_character_has_its_capitals_and_fonts_have_them_all(text: str, lang: str) -> None:
    shown = capitals(text, lang)
    assert len(shown) == len(text)
    assert set("".join(shown)) <= capital_characters(text, lang)


def test_greek_capitals_are_there_without_accents_too() -> None:
    assert {"Ά", "Α"} <= capital_characters("ά", "el")


def test_embedded_faces_have_the_capitals(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("extends: lecture\nstyles: {title: {caps: true, bold: true}}\n")
    deck = tmp_path / "deck.yaml"
    deck.write_text("theme: mine.yaml\nlang: de\nslides:\n  - title: jzß `qy`\n", encoding="utf-8")
    scene = build_scene(deck, Report())
    assert scene
    chars = characters_by_face(scene)
    assert set("JZSjzß") <= chars["heading", True, False]
    assert not chars["mono", True, False] & set("QY")
