"""Formulas in the HTML: MathML in boxes of the predicted width, with the font they need."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import uharfbuzz as hb
from lxml import html as lxml_html

from deckgen.diagnostics import Report
from deckgen.figures.math.sizes import formula_box
from deckgen.pipeline import build_scene
from deckgen.scene import PlacedText
from deckgen.writers.html import write

Build = Callable[[str], tuple[Any, str]]


@pytest.fixture
def build(tmp_path: Path) -> Build:
    def made(text: str) -> tuple[Any, str]:
        outline = tmp_path / "o.yaml"
        outline.write_text("title: Deck\nopening: false\nslides:\n" + text, encoding="utf-8")
        report = Report()
        scene = build_scene(outline, report)
        assert report.sorted() == []
        assert scene
        return scene, write(scene).decode()

    return made


def boxes(markup: str) -> list[Any]:
    return of_class(markup, "formula")


def of_class(markup: str, name: str) -> list[Any]:
    found = lxml_html.fromstring(markup).xpath(f"//*[@class='{name}']")
    assert isinstance(found, list)
    return found


def test_it_is_as_wide_as_predicted(build: Build) -> None:
    scene, markup = build("  - title: T\n    text: 'Of $E=mc^2$ it'\n")
    (box,) = boxes(markup)
    texts = [p.content for p in scene.pages[0].placed if isinstance(p.content, PlacedText)]
    ((placed,),) = [p.formulas for text in texts for p in text.paragraphs if p.formulas]
    width = float(re.findall(r"width:([\d.]+)px", box.get("style"))[0])
    assert width == pytest.approx(formula_box(placed.formula).width * placed.size, abs=0.001)
    assert [child.tag for child in box] == ["math"]


def test_it_is_held_to_what_touches_it(build: Build) -> None:
    _, markup = build("  - title: T\n    text: 'Of ($a$), $b$ and $c$'\n")
    one, two, three = boxes(markup)
    assert one.getprevious() is None
    assert one.getparent().text == "Of (\u2060"
    assert one.tail == "\u2060), "
    assert two.tail == " and "
    assert not three.tail


def test_a_high_one_has_a_strut(build: Build) -> None:
    _, markup = build("  - title: T\n    bullets: ['$x$', '$\\frac{a}{b}$']\n")
    struts = of_class(markup, "strut")
    assert len(struts) == 1
    assert struts[0].tail == "\u2060"


def test_one_on_its_own_line_is_a_block(build: Build) -> None:
    _, markup = build("  - title: T\n    math: {latex: a, caption: It is}\n")
    (box,) = boxes(markup)
    assert box.find("math").get("display") == "block"
    figure = next(e for e in box.iterancestors("figure"))
    assert "It is" in figure.text_content()


def test_the_font_comes_along_where_it_is_needed(build: Build) -> None:
    _, markup = build("  - title: T\n    math: \\sqrt{x}+\\mathbb{R}\n")
    rule = re.search(r'@font-face \{[^}]*"STIX Two Math"[^}]*\}', markup)
    assert rule
    assert "ascent-override" not in rule[0]
    data = re.search(r"base64,([A-Za-z0-9+/=]+)", rule[0])
    assert data
    face = hb.Face(hb.Blob(base64.b64decode(data[1])))
    assert {0x1D465, 0x221A, 0x211D} <= set(face.unicodes)
    assert face.has_math_data
    assert face.glyph_count < 200
    assert len(data[1]) < 60_000


def test_no_font_without_formulas(build: Build) -> None:
    _, markup = build("  - title: T\n    text: a\n")
    assert "STIX" not in markup


def test_notes_have_formulas(build: Build) -> None:
    _, markup = build("  - title: T\n    text: a\n    notes: Of $x^2$\n")
    assert re.search(r'<aside class="notes"[^>]*>.*<math>', markup, re.DOTALL)
    assert "STIX" in markup


def test_what_an_author_writes_is_no_markup(build: Build) -> None:
    _, markup = build("  - title: T\n    math: '\\text{<script>alert(1)</script>}<b>'\n")
    assert "<script>alert" not in markup
