"""Paragraphs with markers become lists that nest as the outline did."""

from __future__ import annotations

import pytest
from lxml import html

from deckgen.scene import Bullet, Marker, Number, PlacedText
from deckgen.writers.html.flow import Language, flow, numeral
from deckgen.writers.html.styles import Styles
from tests.writers.scenes import paragraph
from tests.writers.themes import sample_theme

THEME = sample_theme(dark=False)
BODY = THEME.styles["body"]


def tree(*items: tuple[str, int, Marker | None], block: int = 0) -> html.HtmlElement:
    """The markup of paragraphs given as words, level and marker."""
    paragraphs = tuple(paragraph(words, BODY, level, marker, block=block) for words, level, marker in items)
    markup = flow(PlacedText(BODY, paragraphs), Styles(THEME), Language("en", False))
    return html.fragment_fromstring(f"<div>{markup}</div>")


def outline(element: html.HtmlElement) -> object:
    """Lists as nested Python lists under the name of their element; paragraphs as their text."""
    if element.tag in ("ul", "ol"):
        return {element.tag: [[outline(child) for child in item] for item in element]}
    return element.text_content()


def shape(*items: tuple[str, int, Marker | None]) -> list[object]:
    return [outline(child) for child in tree(*items)]


def test_deeper_items_nest_in_the_item_above() -> None:
    bullet = Bullet()
    assert shape(("a", 0, bullet), ("b", 1, bullet), ("c", 2, bullet), ("d", 0, bullet)) == [
        {"ul": [["a", {"ul": [["b", {"ul": [["c"]]}]]}], ["d"]]}
    ]


def test_a_paragraph_ends_a_list() -> None:
    assert shape(("a", 0, Bullet()), ("b", 0, None), ("c", 0, Bullet())) == [
        {"ul": [["a"]]},
        "b",
        {"ul": [["c"]]},
    ]


def test_another_kind_of_marker_begins_another_list() -> None:
    assert shape(("a", 0, Bullet()), ("b", 0, Number(1)), ("c", 0, Number(1)), ("d", 0, Number(2))) == [
        {"ul": [["a"]]},
        {"ol": [["b"]]},
        {"ol": [["c"], ["d"]]},
    ]


def test_a_part_of_a_split_list_may_begin_below_its_top() -> None:
    assert shape(("b", 1, Number(3, 3)), ("c", 0, Bullet())) == [{"ul": [[{"ol": [["b"]]}], ["c"]]}]


def test_lists_of_two_blocks_stay_two() -> None:
    paragraphs = tuple(paragraph("x", BODY, 0, Bullet(), block=block) for block in (0, 1))
    markup = flow(PlacedText(BODY, paragraphs), Styles(THEME), Language("en", False))
    assert markup.count("<ul") == 2


def test_numbers_say_their_start_and_kind() -> None:
    top, below = tree(("a", 0, Number(3, 3)), ("b", 1, Number(1))).xpath(".//ol")
    assert (top.get("type"), top.get("start")) == ("1", "3")
    assert (below.get("type"), below.get("start")) == ("a", None)


def test_markers_are_shown_and_space_above_starts_with_the_second() -> None:
    first, second = tree(("a", 0, Number(3, 3)), ("b", 1, Bullet())).xpath(".//p")
    assert (first.get("data-marker"), second.get("data-marker")) == ("3.", "–")
    assert "first" in first.get("class").split()
    assert "first" not in second.get("class").split()


def test_language_and_direction_are_said_where_they_change() -> None:
    paragraphs = (paragraph("x", BODY, lang="en"), paragraph("שלום", BODY, lang="he", rtl=True))
    markup = flow(PlacedText(BODY, paragraphs), Styles(THEME), Language("en", False))
    english, hebrew = html.fragment_fromstring(f"<div>{markup}</div>")
    assert (english.get("lang"), english.get("dir")) == (None, None)
    assert (hebrew.get("lang"), hebrew.get("dir")) == ("he", "rtl")


@pytest.mark.parametrize(
    ("value", "level", "shown"),
    [
        (7, 0, "7."),
        (1, 1, "a."),
        (26, 1, "z."),
        (28, 1, "bb."),
        (4, 2, "iv."),
        (1999, 5, "mcmxcix."),
        (0, 1, "0."),
        (-2, 2, "-2."),
        (12, 3, "12."),
    ],
)
def test_numerals_go_round_by_level(value: int, level: int, shown: str) -> None:
    assert numeral(value, level) == shown
