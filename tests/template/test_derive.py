"""A template → a Theme: what it takes over, and that everything on it can be read and stands on the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from deckgen.color import contrast
from deckgen.diagnostics import Report, Span
from deckgen.model import ThemeRef
from deckgen.slots import Slot
from deckgen.template.match import OURS
from deckgen.theme import READABLE, ColorRef, Theme
from deckgen.themefile import load_theme
from deckgen.writers.pptx.exchange import Exchange
from tests.template.make import made, saved
from tests.template.shapes import COLORS, DARK, Layout, Master, level, ordinary, placeholder

PAGES = [(960.0, 540.0), (720.0, 405.0), (979.25, 550.75), (720.0, 540.0), (841.9, 595.3), (540.0, 720.0)]
WHITE = 'sz="2400"><a:solidFill><a:schemeClr val="bg1"/></a:solidFill>'
BLUE = "<p:bg><p:bgPr><a:solidFill><a:srgbClr val='003366'/></a:solidFill><a:effectLst/></p:bgPr></p:bg>"


def theme(folder: Path, *masters: Master, page: tuple[float, float] = (960, 540)) -> Theme:
    path = saved(made(*masters, page=page), folder, "brand.potx")
    report = Report()
    found = load_theme(ThemeRef(name="brand", path=path, span=Span("deck.yaml")), (960, 540), report)
    assert report.sorted() == []
    assert found is not None
    return found


def with_layouts(*layouts: Layout) -> Master:
    return replace(ordinary(), layouts=layouts)


def bare() -> Master:
    """A master of which no layout has a place for anything."""
    return Master(layouts=(Layout("Picture"), Layout("Logo", attributes=' showMasterSp="0"')))


def slots(theme: Theme) -> Iterator[tuple[str, Slot]]:
    return ((name, slot) for name, layout in theme.layouts.items() for slot in layout.slots)


def test_colours_fonts_and_sizes_are_the_templates(tmp_path: Path) -> None:
    found = theme(tmp_path, ordinary())
    assert found.colors["text"] == f"#{COLORS['dk1']}"
    assert found.colors["accent1"] == f"#{COLORS['accent1']}"
    assert (found.fonts["heading"].name, found.fonts["body"].name) == ("Georgia", "Arial")
    assert [look.size for look in found.styles["body"].levels[:3]] == [24, 20, 16]
    assert found.styles["text"].level(0).bullet == ""
    assert max(found.steps) == 1.0
    assert round(min(found.steps) * 24) == 14


def test_a_slot_is_its_placeholder(tmp_path: Path) -> None:
    title = theme(tmp_path, ordinary()).layouts["title-body"].slot("title")
    assert title is not None
    assert title.inherited is not None
    assert title.inherited.attributes == ' type="title"'
    assert title.anchor == "middle"
    left, top, right, bottom = title.inherited.insets
    assert (title.box.x, title.box.y) == pytest.approx((60 + left, 30 + top))
    assert (title.box.w, title.box.h) == pytest.approx((840 - left - right, 80 - top - bottom))


def test_what_a_slide_inherits_it_need_not_say(tmp_path: Path) -> None:
    found = theme(tmp_path, ordinary())
    for layout in ("opening", "section", "title-body"):
        slot = found.layouts[layout].slot("title")
        assert slot is not None
        assert slot.inherited is not None
        assert found.styles[slot.style].level(0) == slot.inherited.style.level(0)


@pytest.mark.parametrize("page", PAGES, ids=str)
@pytest.mark.parametrize("master", [ordinary(), bare()], ids=["ordinary", "bare"])
def test_every_place_lies_on_the_page(tmp_path: Path, master: Master, page: tuple[float, float]) -> None:
    k = (page[0] / 960, page[1] / 540)
    scaled = replace(
        master,
        shapes=tuple(_scaled(shape, *k) for shape in master.shapes),
        layouts=tuple(
            replace(one, shapes=tuple(_scaled(s, *k) for s in one.shapes)) for one in master.layouts
        ),
    )
    found = theme(tmp_path, scaled, page=page)
    for name, slot in slots(found):
        assert slot.box.x >= 0, name
        assert slot.box.y >= 0, name
        assert slot.box.right <= page[0] + 0.01, name
        assert slot.box.bottom <= page[1] + 0.01, (name, slot)


def _scaled(shape: str, kx: float, ky: float) -> str:
    def grown(match: re.Match[str]) -> str:
        k = kx if match[1] in {"x", "cx"} else ky
        return f'{match[1]}="{round(int(match[2]) * k)}"'

    return re.sub(r'\b(x|y|cx|cy)="(-?\d+)"', grown, shape)


@pytest.mark.parametrize("master", [ordinary(), bare()], ids=["ordinary", "bare"])
def test_every_layout_of_ours_has_its_places(tmp_path: Path, master: Master) -> None:
    found = theme(tmp_path, master)
    needed = {
        "opening": {"title", "subtitle"}, "section": {"title", "subtitle"}, "title-body": {"title", "body"},
        "columns": {"title", "column1", "column2"}, "columns-4": {"title", "column1", "column4"},
        "comparison": {"column1-title", "column1", "column2-title", "column2"},
        "text-media": {"body", "media"}, "media-text": {"body", "media"}, "media": {"title", "media"},
        "statement": {"statement", "source"}, "title-only": {"title"}, "blank": set(),
    }  # fmt: skip
    for name, names in needed.items():
        assert names <= {slot.name for slot in found.layouts[name].slots}, name


def test_content_stands_clear_of_title_and_furniture(tmp_path: Path) -> None:
    found = theme(tmp_path, ordinary())
    for name in ("title-body", "columns-3", "comparison", "text-media"):
        layout = found.layouts[name]
        title, number = layout.slot("title"), layout.slot("number")
        assert title is not None
        assert number is not None
        for slot in layout.slots:
            if slot.name.startswith(("body", "column", "media")):
                assert slot.box.y >= title.box.bottom
                assert slot.box.bottom <= number.box.y


def test_authors_may_name_the_templates_own_layouts(tmp_path: Path) -> None:
    twice = replace(ordinary(), theme="Other")
    found = theme(tmp_path, ordinary(), twice)
    assert found.layouts["Two Content"].part == "ppt/slideLayouts/slideLayout4.xml"
    assert found.layouts["Other/Two Content"].part == "ppt/slideLayouts/slideLayout10.xml"


def test_a_layout_of_the_templates_own_leaves_the_styles_of_others_alone(tmp_path: Path) -> None:
    centred = level(1, 'algn="ctr"', run='sz="2800"')
    first = Layout(
        "Title Slide",
        (
            placeholder("ctrTitle", at=(120, 120, 720, 150)),
            placeholder("subTitle", 1, at=(120, 290, 720, 100), levels=centred),
        ),
        "title",
    )
    big = Layout("Big number", (placeholder("title", at=(60, 180, 840, 120)),))  # fmt: skip
    found = theme(tmp_path, with_layouts(first, *ordinary().layouts[1:], big))
    subtitle = found.layouts["opening"].slot("subtitle")
    assert subtitle is not None
    look = found.styles[subtitle.style].level(0)
    assert (look.size, look.align) == (28, "center")


def test_a_list_has_a_marker_where_the_template_has_none(tmp_path: Path) -> None:
    plain = level(1, 'marL="0" indent="0"', "<a:buNone/>", 'sz="2000"')
    body = Layout("Text", (placeholder("title"), placeholder(idx=1, levels=plain)), "obj")
    found = theme(tmp_path, with_layouts(body))
    first, second = found.styles["body"].levels[:2]
    assert first.bullet
    assert first.hang > 0
    assert second.indent - second.hang >= first.indent - first.hang
    assert found.styles["text"].level(0).indent == 0


@pytest.mark.parametrize("how", ["colours", "map"])
def test_light_text_on_dark_makes_an_inverse_layout(tmp_path: Path, how: str) -> None:
    levels = level(1, run=WHITE) if how == "colours" else ""
    dark = Layout("Dark", (placeholder("title", at=(60, 200, 840, 120), levels=levels),), "secHead",
                  background=BLUE, colors=DARK if how == "map" else None)  # fmt: skip
    found = theme(tmp_path, with_layouts(*ordinary().layouts[:2], dark))
    section = found.layouts["section"]
    assert section.inverse
    assert found.styles["section/title"].level(0).color == ColorRef("text")
    assert not found.layouts["title-body"].inverse


@pytest.mark.parametrize("scheme", [
    COLORS, COLORS | {"dk2": "EEEEEE"}, COLORS | {"accent1": "FFF2CC", "accent2": "FFFFCC", "dk2": "F0F0F0"},
    COLORS | {"lt2": "1F3864", "lt1": "F5F0E0"}, COLORS | {"dk1": "FFFFFF", "lt1": "202020", "lt2": "303030"},
], ids=["usual", "pale muted", "pale accents", "dark surface", "dark"])  # fmt: skip
def test_whatever_the_colours_words_can_be_read(tmp_path: Path, scheme: dict[str, str]) -> None:
    found = theme(tmp_path, replace(ordinary(), scheme=scheme))
    named = ("text", "caption", "column-title", "stat-value", "callout-label", "table-head", "source")
    for inverse in (False, True):
        grounds = [ColorRef("background"), found.code[inverse].panel]
        for name in named:
            color = found.at(name, 1.0, inverse).level(0).color
            for ground in grounds:
                pair = (found.hex(color, inverse), found.hex(ground, inverse))
                assert contrast(*pair) >= READABLE, (name, inverse, pair)
        for role in ("accent1", "muted", "link"):
            shown = found.hex(found.word(role, inverse), inverse)
            assert contrast(shown, found.hex(ColorRef("background"), inverse)) >= READABLE, role
        code = found.code[inverse]
        for token in code.tokens.values():
            for ground in (code.panel, code.band):
                assert contrast(found.hex(token.color, inverse), found.hex(ground, inverse)) >= READABLE


def test_authors_below_a_subtitle_can_be_read_where_light_and_dark_are_exchanged(tmp_path: Path) -> None:
    light = level(1, run='sz="2400"><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>')
    dark = BLUE.replace("<a:srgbClr val='003366'/>", '<a:schemeClr val="tx1"/>')
    first = Layout("Title Slide", (placeholder("ctrTitle", at=(120, 120, 720, 150), levels=light),
                                   placeholder("subTitle", 1, at=(120, 290, 720, 100), levels=light)),
                   "title", dark)  # fmt: skip
    found = theme(tmp_path, with_layouts(first, *ordinary().layouts[1:]))
    assert found.layouts["opening"].inverse
    for style in ("opening/subtitle", "opening/byline"):
        look = found.alternates[style, False].level(0)
        assert look.color.role in found.colors
        assert contrast(found.hex(look.color), found.colors["background"]) >= READABLE


def test_every_colour_has_a_name_on_inverse_pages_too(tmp_path: Path) -> None:
    found = theme(tmp_path, ordinary())
    pairs = {role: shown for role, shown in found.inverted.items() if role != "link"}
    assert sorted(pairs) == sorted(pairs.values())
    assert (pairs["text"], pairs["background"]) == ("background", "text")


def test_all_of_ours_are_there(tmp_path: Path) -> None:
    for master in (ordinary(), bare()):
        assert set(OURS) <= set(theme(tmp_path, master).layouts)


def test_layouts_of_a_master_with_another_colour_map_name_colours_by_it(tmp_path: Path) -> None:
    """Beside a light master, a dark one whose map alone makes it so: nothing is exchanged once more."""
    dark = replace(ordinary(), theme="Dark", colors=DARK)
    found = theme(tmp_path, ordinary(), dark)
    layout = found.layouts["Dark/Title and Content"]
    (title,) = [slot for slot in layout.slots if slot.name == "title"]
    assert layout.inverse and not found.layouts["title-body"].inverse
    assert found.styles[title.style].level(0).color == ColorRef("text")
    exchange = Exchange(found)
    assert not exchange.needed(layout, inverse=True)
    assert 'bg1="dk1"' in exchange.color_map(layout)
    assert "overrideClrMapping" not in exchange.color_map(found.layouts["title-body"])
