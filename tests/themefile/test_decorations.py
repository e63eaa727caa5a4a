"""What a theme has its layouts draw, and where: the same on every page."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.decorations import Decoration, Emblem, Line, Shape, Words
from deckgen.diagnostics import Report
from deckgen.model import PAGE
from deckgen.slots import Box
from deckgen.theme import ColorRef, Theme
from deckgen.themefile import load_theme, theme_ref

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}"/>'


def made(folder: Path, text: str, page: tuple[float, float] = PAGE) -> Theme:
    (folder / "logo.svg").write_text(SVG.format(200, 50), encoding="utf-8")
    (folder / "light.svg").write_text(SVG.format(200, 50), encoding="utf-8")
    (folder / "mine.yaml").write_text(f"extends: lecture\n{text}", encoding="utf-8")
    report = Report()
    theme = load_theme(theme_ref(str(folder / "mine.yaml")), page, report)
    assert theme, report.sorted()
    return theme


def drawn(folder: Path, *decorations: str, page: tuple[float, float] = PAGE) -> tuple[Decoration, ...]:
    listed = "".join(f"\n        - {{{one}}}" for one in decorations)
    text = f"layouts:\n  poster:\n    master: false\n    decorations:{listed}\n"
    return made(folder, text, page).layouts["poster"].decorations


def test_a_place_is_said_from_whichever_edges_one_likes(tmp_path: Path) -> None:
    found = drawn(
        tmp_path,
        "box: [10, 20, 30, 40]",
        "left: 10, width: 30, top: 20, height: 40",
        "right: 920, width: 30, bottom: 480, height: 40",
        "left: 10, right: 920, top: 20, bottom: 480",
        "columns: [1, 12], top: 10%, bottom: 50%",
    )
    assert [one.box for one in found[:4]] == [Box(10, 20, 30, 40)] * 4
    assert found[4].box == Box(56, 54, 848, 216)


def test_places_keep_their_distances_on_every_page(tmp_path: Path) -> None:
    (one,) = drawn(tmp_path, "right: 56, width: 120, bottom: 24, height: 20", page=(1440.0, 1080.0))
    assert one.box == Box(1440 - 2 * 176, 1080 - 2 * 44, 240, 40)


def test_shapes_have_fill_line_corners_and_proportion(tmp_path: Path) -> None:
    found = drawn(
        tmp_path,
        "box: [0, 0, 9, 9]",
        "box: [0, 0, 9, 9], line: accent2",
        "box: [0, 0, 9, 9], fill: text darker 20%, line: {color: muted, width: 2, dash: dot}, radius: 4",
        "box: [0, 0, 9, 9], shape: halfFrame, adjust: 10%, flip: both",
    )
    accent, muted = ColorRef("accent1"), ColorRef("muted")
    assert [one.content for one in found] == [
        Shape(accent),
        Shape(None, line=Line(ColorRef("accent2"))),
        Shape(ColorRef("text", darker=0.2), "roundRect", Line(muted, 2, "dot"), 4),
        Shape(accent, "halfFrame", adjust=0.1, flip=(True, True)),
    ]


def test_pictures_are_whole_in_their_place(tmp_path: Path) -> None:
    made(tmp_path, "")
    place = "picture: logo.svg, box: [100, 100, 100, 100]"
    found = drawn(tmp_path, place, f"{place}, align: right, anchor: bottom", f"{place}, anchor: middle")
    assert [one.box for one in found] == [
        Box(100, 100, 100, 25), Box(100, 175, 100, 25), Box(100, 137.5, 100, 25),
    ]  # fmt: skip
    path = (tmp_path / "logo.svg").resolve()
    assert found[0].content == Emblem(path, path)


def test_words_have_a_style(tmp_path: Path) -> None:
    (one,) = drawn(tmp_path, 'text: "Institute <of> History", style: caption, box: [0, 0, 300, 20]')
    assert one.content == Words("Institute <of> History", "caption")


@pytest.mark.parametrize("inverse", [False, True])
def test_a_logo_has_a_file_for_either_ground(tmp_path: Path, inverse: bool) -> None:
    theme = made(tmp_path, "logo: {normal: logo.svg, inverse: light.svg}\n")
    logo = next(one for one in theme.layouts["title-body"].decorations if one.name == "Logo")
    assert isinstance(logo.content, Emblem)
    assert logo.content.on(inverse).name == ("light.svg" if inverse else "logo.svg")


def test_a_logo_stands_where_master_and_layout_say_and_titles_make_way(tmp_path: Path) -> None:
    text = (
        "logo: logo.svg\nmaster: {logo: {right: 56, width: 120, top: 60, height: 30, align: right}}\n"
        "layouts: {statement: {logo: false}, opening: {logo: {left: 56, width: 200, top: 20, height: 50}}}\n"
    )
    with_logo, without = made(tmp_path, text), made(tmp_path, "")
    boxes = {
        name: [one.box for one in layout.decorations if one.name == "Logo"]
        for name, layout in with_logo.layouts.items()
    }
    assert boxes["statement"] == []
    assert boxes["opening"] == [Box(56, 20, 200, 50)]
    (logo,) = boxes["title-body"]
    title, usual = (theme.layouts["title-body"].slot("title") for theme in (with_logo, without))
    assert title and usual
    assert usual.box.right > logo.x > title.box.right
    body = with_logo.layouts["title-body"].slot("body")
    assert body == without.layouts["title-body"].slot("body")


def test_a_layout_may_have_a_picture_behind_it(tmp_path: Path) -> None:
    theme = made(tmp_path, "layouts: {section: {picture: {image: logo.svg, dim: 40%}}}\n")
    behind = theme.layouts["section"].picture
    assert behind and behind.image == (tmp_path / "logo.svg").resolve()
    assert (behind.dim, behind.pixels) == (0.4, (200, 50))


def test_a_slot_that_says_anew_where_it_stands_takes_nothing_of_the_base(tmp_path: Path) -> None:
    place = "{left: 200, right: 100, top: 150, height: 90}"
    theme = made(tmp_path, f"layouts: {{title-body: {{slots: {{body: {place}}}}}}}\n")
    body = theme.layouts["title-body"].slot("body")
    assert body and body.box == Box(200, 150, 660, 90)
