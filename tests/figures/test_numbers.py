"""Numbers as typed are read, values are set in spreadsheet formats."""

from __future__ import annotations

from decimal import Decimal
from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.figures.numbers import check_format, format_number, office_code, parse_number
from deckgen.figures.separators import separators

FINITE = st.floats(allow_nan=False, allow_infinity=False)
MODEST = st.floats(min_value=-1e12, max_value=1e12)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1", 1), ("12.5", 12.5), (".5", 0.5), ("5.", 5), ("-5", -5), ("−5", -5), ("+5", 5), (" 7 ", 7),
        ("1e5", 1e5), ("1E-3", 0.001), ("5%", 0.05), ("29 %", 0.29), ("1,5", 1.5), (",5", 0.5),
        ("1,2345", 1.2345),
        ("1,234.5", 1234.5), ("1.234,5", 1234.5), ("1,234,567", 1234567), ("1.234.567", 1234567),
        ("1'234.5", 1234.5), ("1’234,5", 1234.5), ("1 234", 1234), ("1\u202f234,5", 1234.5), ("0,234", 0.234),
        ("1234,567", 1234.567), ("1.234", 1.234),
    ],
)  # fmt: skip
def test_what_reads_as_a_number(text: str, value: float) -> None:
    assert parse_number(text) == value


@pytest.mark.parametrize(
    "text",
    ["", " ", "-", "NaN", "nan", "inf", "-Infinity", "1e999", "1_000", "0x1F", "١٢", "½", "$5", "5 kg", "(5)",
     "1,23,456",
     "12,34,5", "1,234,567,8", "12 34", "- 5", "1e", "1.2.3", "1939-08-23", "12:30", "--5", "+-5", "%", "5%%",
     "1" * 401],
)  # fmt: skip
def test_what_does_not(text: str) -> None:
    assert parse_number(text) is None


def test_a_lone_comma_before_three_digits_is_as_the_language_has_it() -> None:
    assert parse_number("1,234") == 1234
    assert parse_number("1,234", "de") == 1.234
    assert parse_number("1.234", "de") == 1.234


@pytest.mark.parametrize(
    ("value", "code", "lang", "shown"),
    [
        (1234.5, "#,##0.0", "en", "1,234.5"),
        (1234.5, "#,##0.0", "de", "1.234,5"),
        (1234.5, "#,##0.0", "de-CH", "1’234.5"),
        (1234567.5, "#,##0.0", "fr", "1\u202f234\u202f567,5"),
        (1234.5, "#,##0.0", "ru-RU", "1\u00a0234,5"),
        (12345678, "#,##0", "hi", "1,23,45,678"),
        (12.3, '#,##0.00 "kg"', "de", "12,30 kg"),
        (0.0523, "+0.0%", "en", "+5.2%"),
        (-0.0523, "+0.0%", "en", "-5.2%"),
        (-0.00001, "+0.0%", "en", "+0.0%"),
        (-0.04, "0.0", "en", "0.0"),
        (1234567, "0.0,", "en", "1234.6"),
        (1234567, '0.0,,"M"', "en", "1.2M"),
        (12345, "#,##0,.0", "en", "12.3"),
        (-5, "0;(0)", "en", "(5)"),
        (0, '0;-0;"none"', "en", "none"),
        (5, "000", "en", "005"),
        (7, "0,000", "en", "0,007"),
        (0.5, "#.##", "en", ".5"),
        (3, "0.##", "en", "3"),
        (5, "0.??", "en", "5.\u2007\u2007"),
        (12345, "0.00E+00", "en", "1.23E+04"),
        (12345, "##0.0E+0", "en", "12.3E+3"),
        (999.99, "0.0E+0", "de", "1,0E+3"),
        (0.00012, "0.0E-0", "en", "1.2E-4"),
        (123456789, "000-00-0000", "en", "123-45-6789"),
        (4.5, "$#,##0", "en", "$5"),
        (1234, "[$€-407] #,##0", "de-DE", "€ 1.234"),
        (1234.5678, "General", "de", "1234,5678"),
        (2.675, "0.00", "en", "2.68"),
        (nan, "0", "en", "–"),
        (inf, "0", "en", "–"),
    ],
)  # fmt: skip
def test_formats(value: float, code: str, lang: str, shown: str) -> None:
    assert check_format(code) is None
    assert format_number(value, code, lang) == shown


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("", "at least one"),
        ("dd.mm.yyyy", "dates"),
        ("0.0.0", "one decimal point"),
        ('"x"', "no place for a digit"),
        ("0;0;0;@;0", "four sections"),
        ("[Red]0", "colours"),
        ("0 kg", "in quotes"),
        ('0"kg', "never closed"),
        ("# ?/?", "fractions"),
        ("0E+", "exponent"),
        ("0\\", "backslash"),
        ("0" * 300, "200"),
    ],
)
def test_formats_that_are_none(code: str, words: str) -> None:
    assert words in (check_format(code) or "")
    with pytest.raises(ValueError):
        format_number(1, code)


def test_office_programs_get_a_section_for_the_minus() -> None:
    assert office_code("+0.0%") == "+0.0%;-0.0%"
    assert office_code("+0;-0") == "+0;-0"
    assert office_code("0.0") == "0.0"


@given(MODEST, st.integers(0, 6), st.sampled_from(["en", "de", "fr", "de-CH", "pl", "hi"]))
def test_what_is_shown_is_the_value_rounded(value: float, places: int, lang: str) -> None:
    shown = format_number(value, "#,##0." + "0" * places if places else "#,##0", lang)
    signs = separators(lang)
    read = Decimal(shown.replace(signs.group, "").replace(signs.decimal, "."))
    assert abs(read - Decimal(repr(value))) <= Decimal("0.5").scaleb(-places)


@given(FINITE)
def test_every_float_is_read_back_from_its_shortest_form(value: float) -> None:
    assert parse_number(repr(value)) == value
    assert parse_number(format_number(value, "General")) == value


@given(st.text(alphabet='0#?.,%E+-;"\\_*@[]$€ GeneralxX1', max_size=12), FINITE)
def test_a_format_is_refused_or_shows_any_number(code: str, value: float) -> None:
    if check_format(code) is None:
        assert isinstance(format_number(value, code), str)


@given(st.text(max_size=30))
def test_any_text_is_a_number_or_not(text: str) -> None:
    value = parse_number(text)
    assert value is None or value == value
