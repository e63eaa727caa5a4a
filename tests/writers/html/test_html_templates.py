"""What a template's masters and layouts draw, in the HTML: behind the pages, carried once."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from deckgen import pipeline
from deckgen.diagnostics import Report
from deckgen.writers import html
from tests.template.drawing.drawn import RED, shape, words
from tests.template.make import made, saved
from tests.template.shapes import DARK, Master, ordinary

BAND = shape((0, 0, 960, 24), inside=RED)
GREEN = '<p:bg><p:bgPr><a:solidFill><a:srgbClr val="E0F0E0"/></a:solidFill></p:bgPr></p:bg>'
OUTLINE = """\
title: Talk
theme: brand.potx
slides:
  - title: One
    text: Words
  - title: Two
    text: More
"""


def built(master: Master, folder: Path, outline: str = OUTLINE) -> str:
    saved(made(master), folder)
    path = folder / "talk.yaml"
    path.write_text(outline, encoding="utf-8")
    report = Report()
    scene = pipeline.build_scene(path, report)
    assert scene is not None, report.sorted()
    return html.write(scene).decode("utf-8")


def banded() -> Master:
    master = ordinary()
    return replace(master, shapes=(BAND, *master.shapes), background=GREEN)


def sections(page: str) -> list[str]:
    return re.findall(r"<section id=.*?</section>", page, re.DOTALL)


def uses(section: str) -> list[str]:
    return re.findall(r'<use href="#([^"]+)"', section)


def test_pages_show_the_master_s_drawing_which_is_carried_once(tmp_path: Path) -> None:
    page = built(banded(), tmp_path)
    assert page.count('fill="#FF0000"') == page.count('fill="#E0F0E0"') == 1
    shown = [uses(section) for section in sections(page)]
    assert len(shown) == 3
    assert all(len(names) == 2 for names in shown)
    for name in {name for names in shown for name in names}:
        assert page.count(f'id="{name}"') == 1


def test_the_drawing_lies_behind_the_words(tmp_path: Path) -> None:
    for section in sections(built(banded(), tmp_path)):
        assert section.index('class="template"') < section.index("slot-title")


def test_a_slide_s_own_background_leaves_the_shapes(tmp_path: Path) -> None:
    own = OUTLINE.replace("  - title: Two\n", '  - title: Two\n    background: "#102030"\n')
    page = built(banded(), tmp_path, own)
    _, one, two = sections(page)
    assert len(uses(one)) == 2
    assert uses(two) == uses(one)[1:]


@pytest.mark.parametrize("background", ["inverse", "surface"])
def test_so_does_a_role_as_background(background: str, tmp_path: Path) -> None:
    own = OUTLINE.replace("  - title: Two\n", f"  - title: Two\n    background: {background}\n")
    _, one, two = sections(built(banded(), tmp_path, own))
    assert uses(two) == uses(one)[1:]


def test_a_placeholder_s_own_fill_is_drawn_where_something_fills_it(tmp_path: Path) -> None:
    master = ordinary()
    title = master.shapes[0].replace("</a:xfrm>", f"</a:xfrm>{RED.replace('FF0000', 'FFCC00')}")
    page = built(replace(master, shapes=(title, *master.shapes[1:])), tmp_path)
    assert page.count('fill="#FFCC00"') == 2  # the opening's title stands elsewhere than the others'
    drawn = [name for section in sections(page) for name in uses(section)]
    assert len(drawn) == 3 + 3  # the grounds, and a title each


def test_a_number_in_a_shape_is_each_slide_s_own(tmp_path: Path) -> None:
    field = (
        words("x").replace("<a:r><a:rPr />", '<a:fld id="{0}" type="slidenum">').replace("</a:r>", "</a:fld>")
    )
    master = ordinary()
    numbered = shape((900, 500, 50, 30), inside="<a:noFill/>", after=field)
    found = sections(built(replace(master, shapes=(numbered, *master.shapes)), tmp_path))
    glyphs = [re.findall(r'<path transform="[^"]*" d="([^"]+)"', section) for section in found]
    assert [len(one) for one in glyphs] == [1, 1, 1]
    assert len({one[0] for one in glyphs}) == 3


def test_a_layout_with_a_colour_map_of_its_own_has_its_colours(tmp_path: Path) -> None:
    master = ordinary()
    dark = replace(master.layouts[1], colors=DARK)
    page = built(replace(master, layouts=(master.layouts[0], dark, *master.layouts[2:])), tmp_path)
    assert 'class="layout-title-body inverse"' in page
    (rule,) = re.findall(r"^\.layout-title-body\.inverse \{ ([^}]*)\}", page, re.MULTILINE)
    shown = root(page, ".inverse") | dict(pair.split(":") for pair in rule.strip().split(";") if pair)
    assert (shown["--text"], shown["--background"]) == ("#FFFFFF", "#102030")
    assert shown["--accent1"] == "#C00000"  # the map leaves accents alone


def root(page: str, selector: str) -> dict[str, str]:
    """The custom properties that a rule sets."""
    found = re.search(rf"^{re.escape(selector)} \{{(.*?)\}}", page, re.MULTILINE | re.DOTALL)
    assert found
    return dict(re.findall(r"(--[\w-]+): (#\w+);", found[1]))


def test_a_theme_of_ours_draws_no_layout(tmp_path: Path) -> None:
    page = built(ordinary(), tmp_path, OUTLINE.replace("brand.potx", "lecture"))
    assert '<svg class="template"' not in page
    assert '<svg class="drawings"' not in page


def test_what_the_html_cannot_draw_is_a_warning(tmp_path: Path) -> None:
    master = ordinary()
    saved(made(replace(master, shapes=(shape((0, 0, 50, 50), "gear6"), *master.shapes))), tmp_path)
    path = tmp_path / "talk.yaml"
    path.write_text(OUTLINE, encoding="utf-8")
    report = Report()
    assert pipeline.build(path, {"html": tmp_path / "talk.html"}, report)
    (told,) = [d for d in report.sorted() if d.code == "not-drawn"]
    assert "gear6" in told.message
    assert told.span is not None
    assert told.span.line == 2


def test_under_strict_nothing_is_written_then(tmp_path: Path) -> None:
    master = ordinary()
    saved(made(replace(master, shapes=(shape((0, 0, 50, 50), "gear6"), *master.shapes))), tmp_path)
    path = tmp_path / "talk.yaml"
    path.write_text(OUTLINE, encoding="utf-8")
    report = Report(strict=True)
    assert pipeline.build(path, {"html": tmp_path / "talk.html"}, report) == ()
    assert not (tmp_path / "talk.html").exists()
