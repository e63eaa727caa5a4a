"""The room that a layout leaves: beside its margin, below what stands at the page's head."""

from __future__ import annotations

from deckgen.diagnostics import Report
from deckgen.layout.regions import free_area
from deckgen.model import ThemeRef
from deckgen.slots import Box, Layout, Slot, SlotKind
from deckgen.theme import Theme
from deckgen.themefile import load_theme


def lecture() -> Theme:
    found = load_theme(ThemeRef(name="lecture"), (960, 540), Report())
    assert found
    return found


def layout(*furniture: Slot) -> Layout:
    title = Slot("title", SlotKind.TITLE, Box(200, 40, 704, 80), "title", 0)
    return Layout("own", "Own", (title, *furniture))


def test_the_free_area_begins_where_the_texts_do() -> None:
    theme = lecture()
    area = free_area(layout(), theme)
    assert (area.x, area.right) == (200, 960 - theme.margin)
    assert area.y == 120 + theme.gap / 2


def test_furniture_at_the_foot_bounds_the_free_area_and_at_the_head_does_not_close_it() -> None:
    theme = lecture()
    foot = Slot("number", SlotKind.NUMBER, Box(200, 470, 100, 20), "number", 12)
    head = Slot("footer", SlotKind.FOOTER, Box(200, 20, 400, 16), "footer", 11)
    area = free_area(layout(foot, head), theme)
    assert (area.y, area.bottom) == (120 + theme.gap / 2, 470 - theme.gap / 2)


def test_without_texts_the_free_area_lies_between_the_margins() -> None:
    theme = lecture()
    area = free_area(Layout("blank", "Blank", ()), theme)
    assert (area.x, area.y) == (theme.margin, theme.margin)
