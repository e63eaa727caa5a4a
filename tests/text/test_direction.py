"""Which way a paragraph reads, and what script a character is of."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.text.direction import RTL_LANGUAGES, is_rtl, script_of


@pytest.mark.parametrize(
    "lang", ["ar", "ar-EG", "he", "fa", "ur-PK", "yi", "ps", "sd", "ug", "dv", "ckb", "AR", "ar_SA"]
)
def test_languages_that_read_from_right_to_left(lang: str) -> None:
    assert is_rtl("NATO 1949", lang)


@pytest.mark.parametrize("lang", ["en", "de-CH-1996", "el", "ru", "ja", "hi", "th", "tr", "ckt"])
def test_languages_that_read_from_left_to_right(lang: str) -> None:
    assert not is_rtl("1949", lang)
    assert not is_rtl("שלום to all", lang)


@pytest.mark.parametrize(
    ("lang", "rtl"),
    [
        ("az-Arab", True), ("az-Latn", False), ("pa-Arab-PK", True), ("ur-Latn", False),
        ("ar-Latn-EG", False), ("yi-Hebr", True), ("ff-Adlm", True), ("en-Hebr", True),
        ("sr-Cyrl", False), ("ar-x-latn", True),
    ],
)  # fmt: skip
def test_a_script_in_the_tag_decides(lang: str, rtl: bool) -> None:
    assert is_rtl("x", lang) is rtl


@pytest.mark.parametrize(
    ("text", "rtl"),
    [
        ("", False), ("1939", False), ("... !", False), ("abc שלום", False), ("שלום abc", True),
        ("1. سلام", True),
        ("«سلام»", True), ("ދިވެހި", True), ("日本", False), ("👍 שלום", True), ("\u2067abc\u2069 שלום", True),
        ("\u2067שלום\u2069 abc", False), ("\u200fabc", True), ("\u2069שלום", True),
    ],
)  # fmt: skip
def test_without_a_language_the_first_strong_character_decides(text: str, rtl: bool) -> None:
    assert is_rtl(text, None) is rtl


def test_a_text_wholly_from_right_to_left_reads_so_in_a_deck_of_another_language() -> None:
    assert is_rtl("שלום עולם, 1948!", "en")
    assert not is_rtl("שלום (NATO)", "en")


SCRIPTS = {
    "Latn": "aZäőœßḤﬁＡªᵃ",
    "Grek": "αΩάἀϐ",
    "Cyrl": "яЖѐӁꙀ",
    "Arab": "سگیﷲڤ",
    "Hebr": "שװﬠ",
    "Thaa": "ދއ",
    "Thai": "กไ็",
    "Hani": "日本語々〇\U00020000豈⺀",
    "Kana": "あカーｶゝㇰ",
    "Hang": "한ᄀㄱ",
    "Deva": "मािꣲ",
    "other": "1 .,«»—×÷€→👍。、「」・\u0301\u200dກမქա।",
}


@pytest.mark.parametrize("script", SCRIPTS)
def test_scripts(script: str) -> None:
    assert {char: script_of(char) for char in SCRIPTS[script]} == dict.fromkeys(SCRIPTS[script], script)


@given(st.characters(categories=["Lu", "Ll"], max_codepoint=0x24F))
def test_every_cased_letter_of_the_latin_blocks_is_latin(char: str) -> None:
    assert script_of(char) == "Latn" or "LATIN" not in unicodedata.name(char)


NAMES = {
    "Grek": "GREEK",
    "Cyrl": "CYRILLIC",
    "Arab": "ARABIC",
    "Hebr": "HEBREW",
    "Thai": "THAI",
    "Deva": "DEVANAGARI",
}


@given(st.characters(categories=["L"]))
def test_a_script_agrees_with_the_characters_name(char: str) -> None:
    script = script_of(char)
    if script in NAMES:
        assert NAMES[script] in unicodedata.name(char)


@given(
    st.text(st.characters(categories=["Lu", "Nd", "Zs"], max_codepoint=0x24F)),
    st.sampled_from(sorted(RTL_LANGUAGES)),
)
def test_the_language_alone_counts_when_it_reads_from_right_to_left(text: str, lang: str) -> None:
    assert is_rtl(text, lang)
    assert not is_rtl(text, None)


@given(st.text())
def test_without_a_language_direction_is_mirrored_by_an_isolate(text: str) -> None:
    assert is_rtl(f"\u2067{text.translate(dict.fromkeys(map(ord, '⁦⁧⁨⁩')))}\u2069", None) is False
