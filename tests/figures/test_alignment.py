"""Columns of numbers are told from others, and where their decimal places begin."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.figures.alignment import is_labels, is_numeric, whole_end
from deckgen.figures.numbers import format_number


@pytest.mark.parametrize(
    "text",
    ["1", "12.5", "1,234.5", "1.234,5", "−3,5", "+5%", "12 %", "€ 12.50", "12 kg", "1\u202f234", "<0.05",
     "≈ 3",     "(5)", "1'234.50*", "1e-5", ".5", "$1,200", "20°"],
)  # fmt: skip
def test_numbers(text: str) -> None:
    assert is_numeric([text])
    assert is_numeric([text, "", "–", "n/a", "k. A.", "NaN", "…"])


NONE = ("", "–", "a", "Q1", "1939-08-23", "1939–45", "12:30", "1 to 2", "v1.2.3", "12345678-9")


@pytest.mark.parametrize("text", NONE)
def test_what_is_none(text: str) -> None:
    assert not is_numeric([text])


def test_one_text_makes_a_column_of_texts() -> None:
    assert not is_numeric(["1", "2", "three"])


def test_years_name_their_rows() -> None:
    assert is_labels(["1917", "1939"])
    assert not is_labels(["9", "10"])
    assert not is_labels(["19.5", "20.5"])


@pytest.mark.parametrize(
    ("text", "lang", "whole"),
    [
        ("12.5", "en", "12"), ("1,234", "en", "1,234"), ("1,234", "de", "1"), ("1.234", "de", "1.234"),
        ("1.234,5", "en", "1.234"), ("1,234,567", "de", "1,234,567"), ("12 %", "en", "12"),
        ("5 kg", "en", "5"), ("€ 12.50", "en", "€ 12"), ("n/a", "en", "n/a"), ("–", "en", "–"),
        ("1e-5", "en", "1"),
        (".5", "en", ""),
    ],
)  # fmt: skip
def test_where_whole_digits_end(text: str, lang: str, whole: str) -> None:
    assert text[: whole_end(text, lang)] == whole


@given(st.floats(-1e9, 1e9), st.integers(1, 4), st.sampled_from(["en", "de", "fr", "de-CH"]))
def test_every_number_of_ours_is_one(value: float, places: int, lang: str) -> None:
    shown = format_number(value, "#,##0." + "0" * places, lang)
    assert is_numeric([shown])
    assert len(shown) - whole_end(shown, lang) == places + 1


@given(st.text(max_size=20))
def test_any_text_has_an_end(text: str) -> None:
    assert 0 <= whole_end(text, "en") <= len(text)
