"""What a slide's placeholder has from its layout, that from its master, and that from the text styles."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from deckgen.slots import Box
from deckgen.theme import ColorRef, LevelStyle
from tests.template.make import edited, made
from tests.template.reading import layout, placeholder, template
from tests.template.shapes import (
    BODY,
    DARK,
    NUMBER,
    STYLES,
    TITLE,
    Layout,
    Master,
    group,
    level,
    ordinary,
)
from tests.template.shapes import placeholder as shape

MASTER = Master(shapes=(TITLE, BODY, NUMBER), styles=STYLES)


def first(shape_xml: str, folder: Path, master: Master = MASTER) -> LevelStyle:
    """The first level of the one placeholder of a layout."""
    return placeholder(shape_xml, folder, master).style.levels[0]


@pytest.mark.parametrize(
    ("type_", "frame", "anchor", "size"),
    [
        ("title", Box(60, 30, 840, 80), "middle", 40.0),
        ("ctrTitle", Box(60, 30, 840, 80), "middle", 40.0),
        ("subTitle", Box(60, 130, 840, 340), "top", 24.0),
        ("pic", Box(60, 130, 840, 340), "top", 24.0),
        ("", Box(60, 130, 840, 340), "top", 24.0),
        ("sldNum", Box(700, 500, 200, 28), "top", 14.0),
    ],
)
def test_types_inherit_from_the_masters_placeholder_of_their_kind(
    type_: str, frame: Box, anchor: str, size: float, tmp_path: Path
) -> None:
    found = placeholder(shape(type_, 7), tmp_path, MASTER)
    assert (found.frame, found.anchor, found.style.levels[0].size) == (frame, anchor, size)
    assert found.type == (type_ or "obj")
    assert found.index == 7


def test_what_the_layout_says_counts_more(tmp_path: Path) -> None:
    levels = level(1, 'algn="ctr"', "<a:buNone/>", 'sz="3000" b="1"')
    found = placeholder(
        shape("body", 1, at=(1, 2, 300, 40), body="anchor='b' lIns='0'", levels=levels), tmp_path, MASTER
    )
    assert (found.frame, found.anchor) == (Box(1, 2, 300, 40), "bottom")
    assert found.insets == (0.0, 3.6, 7.2, 3.6)
    assert found.box == Box(1, 5.6, 292.8, 32.8)
    one, two = found.style.levels[:2]
    assert (one.size, one.bold, one.align, one.bullet, one.before) == (30.0, True, "center", "", 6.0)
    assert (two.size, two.bullet, two.indent, two.hang) == (20.0, "•", 36.0, 18.0)


def test_the_masters_placeholder_counts_more_than_its_styles(tmp_path: Path) -> None:
    body = shape("body", 1, at=(0, 0, 90, 90), levels=level(1, 'marL="0"', "", 'sz="1100"'))
    found = first(shape("body", 5), tmp_path, replace(MASTER, shapes=(body,)))
    assert (found.size, found.indent, found.hang, found.bullet) == (11.0, 0.0, 0.0, "•")


def test_the_presentations_style_is_the_last_to_be_asked(tmp_path: Path) -> None:
    data = made(
        Master(layouts=(Layout("One", (shape("body", 1, at=(0, 0, 9, 9)),)),)),
        default=level(1, "", "", 'sz="1500"') + level(2, "", "", 'sz="1300"'),
    )
    (found,) = template(data, tmp_path).masters[0].layouts[0].placeholders
    assert [found.style.level(n).size for n in range(3)] == [15.0, 13.0, 18.0]


def test_where_nothing_is_said_the_standards_defaults_hold(tmp_path: Path) -> None:
    found = placeholder(shape("body", at=(0, 0, 100, 50)), tmp_path)
    assert found.style.levels[0] == LevelStyle(18.0, bullet_color=ColorRef("text"))
    assert found.insets == (7.2, 3.6, 7.2, 3.6)
    assert (found.anchor, found.upright, found.rtl, found.resets, found.autofit) == (
        "top",
        True,
        False,
        "",
        False,
    )
    assert found.index == 0


def test_a_placeholder_without_a_place_is_left_out(tmp_path: Path) -> None:
    master = Master(layouts=(Layout("One", (shape("dt", 3), shape("title", at=(0, 0, 9, 9)))),))
    assert [p.type for p in layout(master, tmp_path).placeholders] == ["title"]


def test_attributes_are_repeated_as_a_slide_needs_them(tmp_path: Path) -> None:
    found = placeholder(shape("body", 13, mark=' sz="quarter" hasCustomPrompt="1"'), tmp_path, MASTER)
    assert found.attributes == ' type="body" sz="quarter" idx="13"'
    assert placeholder(shape(), tmp_path, MASTER).attributes == ""


def test_places_in_groups_are_the_pages(tmp_path: Path) -> None:
    inner = group((100, 100, 50, 50), (0, 0, 100, 100), shape("pic", 3, at=(20, 40, 60, 20)))
    outer = group((10, 10, 400, 200), (0, 0, 200, 200), inner)
    # The inner group halves and moves by 100; the outer doubles across and moves by 10.
    assert placeholder(outer, tmp_path).frame == Box(10 + 2 * 110, 10 + 120, 60, 10)


@pytest.mark.parametrize(
    ("xml", "upright"),
    [
        (shape("body", at=(0, 0, 90, 20), body="vert='eaVert'"), False),
        (shape("body", at=(0, 0, 90, 20), body="vert='horz'"), True),
        (shape("body", at=(0, 0, 90, 20), mark=' orient="vert"'), False),
        (shape("body", at=(0, 0, 90, 20), body="rot='5400000'"), False),
        (shape("body", at=(0, 0, 90, 20), rot=90), False),
        (shape("body", at=(0, 0, 90, 20), rot=180), False),
        (shape("body", at=(0, 0, 90, 20), rot=360), True),
    ],
)
def test_turned_text_is_not_upright(xml: str, upright: bool, tmp_path: Path) -> None:
    assert placeholder(xml, tmp_path).upright is upright


@pytest.mark.parametrize(
    ("body", "autofit", "resets"),
    [
        (">  <a:normAutofit fontScale='92500'/></a:bodyPr>", True, ""),
        ("><a:spAutoFit/></a:bodyPr>", True, ""),
        ("><a:noAutofit/></a:bodyPr>", False, ""),
        ("wrap='none' numCol='2'", False, ' wrap="square" numCol="1"'),
        ("wrap='square' numCol='1' anchorCtr='1'", False, ' anchorCtr="0"'),
        ("spcFirstLastPara='true'", False, ' spcFirstLastPara="0"'),
        ("anchorCtr='false'", False, ""),
    ],
)
def test_what_a_slide_has_to_undo(body: str, autofit: bool, resets: str, tmp_path: Path) -> None:
    found = placeholder(shape("body", at=(0, 0, 90, 20), body=body), tmp_path)
    assert (found.autofit, found.resets) == (autofit, resets)


def test_a_layout_that_fits_nothing_undoes_its_masters_autofit(tmp_path: Path) -> None:
    body = shape("body", 1, at=(0, 0, 90, 90), body="><a:normAutofit/></a:bodyPr>")
    own = shape("body", 1, body="><a:noAutofit/></a:bodyPr>")
    assert placeholder(own, tmp_path, Master(shapes=(body,))).autofit is False
    assert placeholder(shape("body", 1), tmp_path, Master(shapes=(body,))).autofit is True


@pytest.mark.parametrize(
    ("latin", "type_", "role", "typeface"),
    [
        ("+mj-lt", "body", "heading", None),
        ("+mn-lt", "title", "body", None),
        ("Georgia", "body", "heading", None),
        ("Futura", "title", "heading", "Futura"),
        ("Futura", "body", "body", "Futura"),
    ],
)
def test_families_are_the_themes_or_named(
    latin: str, type_: str, role: str, typeface: str | None, tmp_path: Path
) -> None:
    levels = level(1, "", "", f'sz="2000"><a:latin typeface="{latin}"/>')
    found = placeholder(shape(type_, 1, at=(0, 0, 90, 90), levels=levels), tmp_path)
    assert (found.style.levels[0].font, found.typeface) == (role, typeface)


def test_layouts_may_have_another_colour_map(tmp_path: Path) -> None:
    master = Master(
        layouts=(Layout("Plain"), Layout("Dark", (shape("title", at=(0, 0, 9, 9)),), colors=DARK))
    )
    plain, dark = template(made(master), tmp_path).masters[0].layouts
    assert plain.override is None
    assert dark.override == DARK
    assert (plain.colors["background"], plain.colors["text"]) == ("#FFFFFF", "#102030")
    assert (dark.colors["background"], dark.colors["text"]) == ("#102030", "#FFFFFF")
    assert dark.placeholders[0].style.levels[0].color == ColorRef("text")
    assert (plain.ground, dark.ground) == ("#FFFFFF", "#102030")


def test_masters_layouts_and_samples(tmp_path: Path) -> None:
    found = template(made(ordinary(), Master(theme="Second"), page=(720, 405), slides=(2, 2, 7)), tmp_path)
    assert found.page == (720.0, 405.0)
    one, two = found.masters
    assert (one.name, two.name, len(one.layouts), len(two.layouts)) == ("Brand", "Second", 6, 1)
    assert one.fonts == {"heading": "Georgia", "body": "Arial"}
    assert (one.layouts[1].name, one.layouts[1].type) == ("Title and Content", "obj")
    assert found.used == {one.layouts[1].part: 2, two.layouts[0].part: 1}


def test_a_layout_may_hide_its_masters_shapes(tmp_path: Path) -> None:
    master = Master(layouts=(Layout("A"), Layout("B", attributes=' showMasterSp="0"')))
    assert [found.shows_master for found in template(made(master), tmp_path).masters[0].layouts] == [
        True,
        False,
    ]


def test_latin_letters_may_have_the_family_of_another_script(tmp_path: Path) -> None:
    levels = level(1, "", "", 'sz="2000"><a:latin typeface="+mj-ea"/>')
    master = Master(layouts=(Layout("One", (shape("body", at=(0, 0, 90, 90), levels=levels),)),))
    plain = template(made(master), tmp_path).masters[0].layouts[0].placeholders[0]
    assert (plain.style.levels[0].font, plain.typeface) == ("heading", None)
    named = edited(
        made(master),
        "ppt/theme/theme1.xml",
        lambda xml: xml.replace('<a:ea typeface=""/>', '<a:ea typeface="Brand Hei"/>', 1),
    )
    found = template(named, tmp_path).masters[0]
    assert found.scripts["heading"] == {"ea": "Brand Hei"}
    assert found.layouts[0].placeholders[0].typeface == "Brand Hei"
