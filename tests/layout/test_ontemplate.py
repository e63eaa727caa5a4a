"""Slides on a PowerPoint template: no word is lost where its layouts have no place, and nothing overlaps."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from deckgen import pipeline
from deckgen.diagnostics import Report
from deckgen.model import plain
from deckgen.scene import Page, Placed, PlacedText, Scene
from deckgen.slots import Box
from tests.template.make import made, saved
from tests.template.shapes import (
    BODY,
    FURNITURE,
    STYLES,
    TITLE,
    Layout,
    Master,
    level,
    ordinary,
    placeholder,
    xfrm,
)

HEAD = "title: From world revolution to the pact\nauthor: A. Lecturer\ninstitute: History\ndate: Autumn\n"
LONG = "A subtitle that goes on and on, with the years 1917 to 1939 and all that happened in them, and after"


def scene(folder: Path, outline: str, *masters: Master) -> Scene:
    """The scene of an outline on a template."""
    saved(made(*(masters or (ordinary(),))), folder, "brand.potx")
    path = folder / "talk.yaml"
    path.write_text(f"theme: brand.potx\n{outline}", encoding="utf-8")
    report = Report()
    found = pipeline.build_scene(path, report)
    assert [d for d in report.sorted() if d.code != "unknown-font"] == []
    assert found is not None
    return found


def page(folder: Path, slide: str, *masters: Master) -> Page:
    """The one page of an outline without an opening."""
    (found,) = scene(folder, f"slides:\n  - {slide}\n", *masters).pages
    return found


def words(page: Page) -> str:
    texts = (p.content for p in page.placed if isinstance(p.content, PlacedText))
    return "\n".join(plain(paragraph.text) for text in texts for paragraph in text.paragraphs)


def one(page: Page, name: str) -> Placed:
    return next(p for p in page.placed if p.name == name)


def apart(a: Box, b: Box) -> bool:
    return a.bottom <= b.y + 0.5 or b.bottom <= a.y + 0.5 or a.right <= b.x + 0.5 or b.right <= a.x + 0.5


def with_layouts(*layouts: Layout) -> Master:
    return replace(ordinary(), layouts=layouts)


def titled(*shapes: str) -> Layout:
    return Layout("Title Slide", (placeholder("ctrTitle", at=(120, 120, 720, 150)), *shapes), "title")


@pytest.mark.parametrize(
    "shapes",
    [
        (),
        (placeholder("subTitle", 1, (120, 290, 720, 100)),),
        (placeholder("subTitle", 1, (120, 480, 720, 30)),),
        (placeholder("subTitle", 1, (120, 290, 720, 40)), placeholder("body", 2, (120, 340, 720, 60))),
        (placeholder("dt", 10, (120, 500, 200, 28)),),
    ],
    ids=["title alone", "subtitle", "a low one at the foot", "two texts", "date"],
)
def test_an_opening_shows_all_that_the_deck_says(tmp_path: Path, shapes: tuple[str, ...]) -> None:
    master = with_layouts(titled(*shapes), *ordinary().layouts[1:])
    found = scene(tmp_path, f"{HEAD}subtitle: {LONG}\nslides: [{{title: A}}]\n", master).pages[0]
    for said in ("From world revolution to the pact", LONG, "A. Lecturer", "History", "Autumn"):
        assert said in words(found)
    boxes = [p.box for p in found.placed]
    assert all(apart(a, b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])
    assert all(box.y >= 0 and box.bottom <= 540 for box in boxes)


def test_authors_below_the_subtitle_are_smaller(tmp_path: Path) -> None:
    found = scene(tmp_path, f"{HEAD}subtitle: Short\nslides: [{{title: A}}]\n").pages[0]
    content = one(found, "Subtitle").content
    assert isinstance(content, PlacedText)
    sizes = [paragraph.look.size for paragraph in content.paragraphs]
    assert sizes[0] > sizes[1] == sizes[2]


def test_content_makes_room_for_a_subtitle(tmp_path: Path) -> None:
    plainly = page(tmp_path, "{title: A, bullets: [one, two]}")
    titled = page(tmp_path, "{title: A, subtitle: And more of it, bullets: [one, two]}")
    subtitle, list_ = one(titled, "Subtitle").box, one(titled, "Bullets").box
    assert apart(subtitle, list_)
    assert list_.y > one(plainly, "Bullets").box.y
    assert list_.bottom == pytest.approx(one(plainly, "Bullets").box.bottom)


def test_a_layout_of_the_templates_without_a_title_gets_one(tmp_path: Path) -> None:
    halves = (placeholder(idx=1, at=(60, 30, 410, 440)), placeholder(idx=2, at=(490, 30, 410, 440)))
    master = with_layouts(*ordinary().layouts, Layout("Two Places", halves))
    found = page(tmp_path, "{title: A, layout: Two Places, columns: [{text: b}, {text: c}]}", master)
    assert found.layout.part == "ppt/slideLayouts/slideLayout7.xml"
    title = one(found, "Title")
    assert all(apart(title.box, p.box) for p in found.placed if p is not title)


@pytest.mark.parametrize(
    "slide",
    [
        "{title: A, bullets: [one, two]}",
        "{title: A, columns: [{text: b}, {text: c}, {text: d}]}",
        "{title: A, columns: [{title: b, text: c}, {title: d, text: e}]}",
        "{statement: One large sentence that a whole hall can read}",
        "{title: A, text: b, layout: title-only}",
        "{text: b, layout: blank}",
        "{title: A, timeline: [{1917: b}, {1922: c}, {1939: d}]}",
    ],
)
@pytest.mark.parametrize("kind", ["ordinary", "no placeholders", "titles alone"])
def test_nothing_overlaps_or_leaves_the_page(tmp_path: Path, slide: str, kind: str) -> None:
    master = {
        "ordinary": ordinary(),
        "no placeholders": Master(layouts=(Layout("Logo"),), shapes=(TITLE, BODY), styles=STYLES),
        "titles alone": with_layouts(Layout("Titel", (placeholder("title"), *FURNITURE))),
    }[kind]
    found = page(tmp_path, slide, master)
    texts = [p.box for p in found.placed if isinstance(p.content, PlacedText)]
    assert all(apart(a, b) for i, a in enumerate(texts) for b in texts[i + 1 :])
    for placed in found.placed:
        box = placed.box
        assert box.x >= 0 and box.y >= 0 and box.right <= 960 and box.bottom <= 540, placed.name


def test_a_long_subtitle_takes_what_is_free(tmp_path: Path) -> None:
    section = Layout("Teil", (placeholder("title", at=(60, 180, 840, 120), body="anchor='b'"),
                              placeholder("body", 1, (60, 310, 840, 24))), "secHead")  # fmt: skip
    master = with_layouts(*ordinary().layouts[:2], section)
    found = page(tmp_path, f"{{section: A, subtitle: '{LONG} {LONG}'}}", master)
    subtitle = one(found, "Subtitle")
    assert subtitle.box.h > 24
    assert isinstance(subtitle.content, PlacedText)
    assert subtitle.content.height <= subtitle.box.h + 0.5
    assert apart(subtitle.box, one(found, "Title").box)


def test_a_title_gives_room_to_the_text_below_it(tmp_path: Path) -> None:
    low = titled(placeholder("subTitle", 1, (120, 490, 720, 40)))
    tall = replace(
        low, shapes=(placeholder("ctrTitle", at=(120, 180, 720, 300), body="anchor='b'"), low.shapes[1])
    )
    master = with_layouts(tall, *ordinary().layouts[1:])
    found = scene(tmp_path, f"{HEAD}subtitle: {LONG}\nslides: [{{title: A}}]\n", master).pages[0]
    title, subtitle = one(found, "Title").box, one(found, "Subtitle").box
    assert title.h < 300 - 7.2
    assert subtitle.h > 40 - 7.2
    assert apart(title, subtitle)


@pytest.mark.parametrize(("footer", "shown"), [("footer: Our own words\n", True), ("", False)])
def test_a_footer_that_someone_wants_is_shown(tmp_path: Path, footer: str, shown: bool) -> None:
    bare = replace(ordinary(), shapes=(TITLE, BODY), layouts=tuple(
        replace(layout, shapes=tuple(s for s in layout.shapes if s not in FURNITURE))
        for layout in ordinary().layouts
    ))  # fmt: skip
    (found,) = scene(tmp_path, f"{footer}slides:\n  - {{title: A, bullets: [b]}}\n", bare).pages
    assert ("Our own words" in words(found)) is shown


def test_a_body_whose_frame_is_low_has_the_room_down_to_the_foot(tmp_path: Path) -> None:
    low = Layout(
        "Text", (placeholder("title"), placeholder(idx=1, at=(60, 130, 840, 120)), *FURNITURE), "obj"
    )
    master = with_layouts(ordinary().layouts[0], low, *ordinary().layouts[2:])
    found = page(tmp_path, f"{{title: A, bullets: [{', '.join(f'point {n}' for n in range(9))}]}}", master)
    assert one(found, "Bullets").box.h > 250


def test_light_text_on_a_dark_layout_is_set_as_on_an_inverse_page(tmp_path: Path) -> None:
    white = level(1, run='sz="2400"><a:solidFill><a:schemeClr val="bg1"/></a:solidFill>')
    ground = (
        "<p:bg><p:bgPr><a:solidFill><a:srgbClr val='003366'/></a:solidFill><a:effectLst/></p:bgPr></p:bg>"
    )
    dark = Layout(
        "Dark", (placeholder("title", levels=white), placeholder(idx=1, levels=white)), "obj", ground
    )
    found = page(tmp_path, "{title: A, bullets: [b], callout: {kind: note, text: c}}", with_layouts(dark))
    assert found.inverse
    assert one(found, "Title").content.paragraphs[0].look.color.role == "text"  # type: ignore[union-attr]


def test_read_from_right_to_left_a_template_keeps_its_places(tmp_path: Path) -> None:
    slide = "{title: שלום, columns: [{text: אחת}, {text: שתיים}]}"
    there, back = (
        scene(tmp_path, f"{lang}slides:\n  - {slide}\n").pages[0] for lang in ("lang: en\n", "lang: he\n")
    )
    for name in ("Title", "Slide Number"):
        assert one(there, name).box == one(back, name).box
    area = back.layout.area
    assert area is not None
    first, second = one(back, "Text").box, one(back, "Text 2").box
    assert first.x > second.x
    assert second.x >= area.x and first.right <= area.right + 0.1


@pytest.mark.parametrize(("height", "hidden"), [(540, True), (100, False)])
def test_a_background_that_the_template_draws_over_is_left_out(
    tmp_path: Path, height: float, hidden: bool
) -> None:
    paper = (
        f'<p:sp><p:nvSpPr><p:cNvPr id="90" name="Paper"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>'
        f'{xfrm((0, 0, 960, height))}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill>'
        f'<a:srgbClr val="FFFFFF"/></a:solidFill></p:spPr></p:sp>'
    )
    saved(made(replace(ordinary(), shapes=(paper, *ordinary().shapes))), tmp_path, "brand.potx")
    path = tmp_path / "talk.yaml"
    slide = "title: One\n    background: inverse\n    bullets: [a]"
    path.write_text(f"theme: brand.potx\nslides:\n  - {slide}\n", encoding="utf-8")
    report = Report()
    found = pipeline.build_scene(path, report)
    assert found is not None
    said = [(d.code, d.span.line if d.span else 0) for d in report.sorted() if d.code != "unknown-font"]
    assert said == ([("no-effect", 4)] if hidden else [])
    assert found.pages[0].inverse is not hidden
    assert (found.pages[0].background is None) is hidden
