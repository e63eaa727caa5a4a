"""Which letters of a language the fonts of a theme lack."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest

from deckgen.diagnostics import Report
from deckgen.fonts.families import font_named
from deckgen.model import ThemeRef
from deckgen.text.exemplars import EXEMPLARS, letters_of
from deckgen.text.lacking import Lack, lacking
from deckgen.theme import Theme
from deckgen.themefile import load_theme


@pytest.fixture(scope="module")
def theme() -> Theme:
    """Text in Arimo, headings in Barlow, which has no Cyrillic."""
    found = load_theme(ThemeRef(), (960, 540), Report())
    assert found
    return replace(found, fonts={**found.fonts, "heading": font_named("Barlow")})


@pytest.mark.parametrize("lang", ["en", "de", "fr", "pl", "cs-CZ", "tr", "vi", "sv"])
def test_fonts_of_ours_have_the_latin_letters(theme: Theme, lang: str) -> None:
    assert lacking(theme, lang) == ()


def test_what_is_lacking_is_told_with_what_stands_in(theme: Theme) -> None:
    (found,) = [lack for lack in lacking(theme, "ru") if lack.role == "heading"]
    assert found == Lack("heading", "Barlow", found.letters, "Noto Sans")
    assert {"ж", "Ж"} <= set(found.letters)
    assert "a" not in found.letters
    assert not [lack for lack in lacking(theme, "ru") if lack.role == "body"]


def test_nothing_is_said_of_languages_unknown(theme: Theme) -> None:
    assert letters_of("tlh") is None
    assert lacking(theme, "tlh") == ()


def test_there_are_forty_languages_and_each_letter_is_one() -> None:
    assert len(EXEMPLARS) >= 40
    for lang, letters in EXEMPLARS.items():
        assert len(set(letters)) == len(letters), lang
        kinds = {unicodedata.category(letter)[0] for letter in letters}
        assert kinds <= {"L", "M", "P"}, (lang, kinds)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "съешь же ещё этих мягких французских булок, да выпей чаю"),
        ("uk", "чуєш їх, доцю, га? кумедна ж ти, прощайся без ґольфів!"),
        ("be", "у іншай сям'і быў вясёлы дзядзька, ён эх шчэ жыць"),
        ("pl", "pchnąć w tę łódź jeża lub ośm skrzyń fig"),
        ("cs", "příliš žluťoučký kůň úpěl ďábelské ódy"),
        ("tr", "pijamalı hasta yağız şoföre çabucak güvendi"),
        ("hu", "árvíztűrő tükörfúrógép"),
        ("is", "kæmi ný öxi hér, ykist þjófum nú bæði víl og ádrepa"),
        ("el", "ξεσκεπάζω την ψυχοφθόρα βδελυγμία"),
        ("vi", "do bạch kim rất quý nên sẽ dùng để lắp vô xương"),
    ],
)
def test_sentences_need_no_more(lang: str, text: str) -> None:
    assert set(text) - set(letters_of(lang) or "") <= {" "}
