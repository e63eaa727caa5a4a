"""Formulas in a .pptx, read back: Office Math for PowerPoint, pictures over gaps for all others."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from deckgen.diagnostics import Report
from deckgen.figures.math.picture import BLEED
from deckgen.figures.math.sizes import formula_box
from deckgen.pipeline import build_scene
from deckgen.scene import PlacedText, Scene, Table
from tests.writers.pptx.reading import NS, Parts

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
DRAWING_2010 = "http://schemas.microsoft.com/office/drawing/2010/main"
EMU = 12700

Built = tuple[Scene, Parts]
Build = Callable[[str], Built]


@pytest.fixture
def build(tmp_path: Path) -> Build:
    def made(text: str) -> Built:
        outline = tmp_path / "o.yaml"
        outline.write_text("title: Deck\nopening: false\nslides:\n" + text, encoding="utf-8")
        report = Report()
        scene = build_scene(outline, report)
        assert report.sorted() == []
        assert scene
        return scene, Parts(scene)

    return made


def branches(parts: Parts, n: int = 1) -> tuple[Any, Any]:
    """The choice and the fallback of the only alternate content on a slide."""
    (alternate,) = parts.slide(n, f"//*[namespace-uri()='{MC}' and local-name()='AlternateContent']")
    choice, fallback = alternate
    assert choice.tag == f"{{{MC}}}Choice"
    assert fallback.tag == f"{{{MC}}}Fallback"
    prefix = choice.get("Requires")
    assert choice.nsmap[prefix] == DRAWING_2010
    assert prefix != "a14"  # LibreOffice knows that one, and would draw the formula by itself
    return choice, fallback


def ids(branch: Any) -> list[str]:
    return [e.get("id") for e in branch.iter(f"{{{NS['p']}}}cNvPr")]


def math_in(branch: Any) -> list[Any]:
    return list(branch.iter(f"{{{MATH}}}oMath"))


def test_a_formula_of_its_own(build: Build) -> None:
    _, parts = build("  - title: T\n    math: '\\frac{a}{b}<c'\n")
    choice, fallback = branches(parts)
    assert ids(choice) == ids(fallback)
    (paragraph,) = choice.iter(f"{{{MATH}}}oMathPara")
    assert paragraph.getparent().tag == f"{{{DRAWING_2010}}}m"
    assert len(math_in(choice)) == 1
    assert math_in(fallback) == []
    (picture,) = fallback
    assert picture.tag == f"{{{NS['p']}}}pic"
    for shape in (choice, fallback):
        assert shape.find(f".//{{{NS['p']}}}cNvPr").get("descr") == r"\frac{a}{b}<c"
    sizes = {e.get("sz") for e in choice.iter(f"{{{NS['a']}}}rPr")}
    assert len(sizes) == 1


def test_a_formula_in_a_line(build: Build) -> None:
    scene, parts = build("  - title: T\n    bullets: ['Of $E=mc^2$ it is, and $x$']\n")
    choice, fallback = branches(parts)
    assert len(math_in(choice)) == 2
    shape, *pictures = fallback
    assert ids(fallback)[0] == ids(choice)[0]
    assert len(set(ids(fallback))) == 3
    assert [p.tag for p in pictures] == [f"{{{NS['p']}}}pic"] * 2
    (paragraph,) = shape.iter(f"{{{NS['a']}}}p")
    words = "".join(t.text for t in paragraph.iter(f"{{{NS['a']}}}t"))
    assert words.replace("\u00a0", "").replace("\u2060", "") == "Of  it is, and "
    texts = [p.content for p in scene.pages[0].placed if isinstance(p.content, PlacedText)]
    (first, _) = next(text for text in texts if text.paragraphs[0].formulas).paragraphs[0].formulas
    gap = next(r for r in paragraph.iter(f"{{{NS['a']}}}r") if "\u00a0" in r.find(f"{{{NS['a']}}}t").text)
    properties = gap.find(f"{{{NS['a']}}}rPr")
    wide = int(properties.get("spc")) / 100 + first.blank * int(properties.get("sz")) / 100
    assert wide == pytest.approx(formula_box(first.formula).width * first.size, abs=0.02)


def test_pictures_lie_over_their_gaps(build: Build) -> None:
    scene, parts = build("  - title: T\n    text: 'Of $x$'\n")
    _, fallback = branches(parts)
    (placed,) = [p for p in scene.pages[0].placed if p.name == "Text"]
    assert isinstance(placed.content, PlacedText)
    ((formula,),) = [p.formulas for p in placed.content.paragraphs]
    off = fallback[1].find(f".//{{{NS['a']}}}off")
    box = formula_box(formula.formula)
    ascent = (int(off.get("y")) / EMU) + (BLEED + box.ascent) * formula.size
    left = int(off.get("x")) / EMU + BLEED * formula.size
    assert left == pytest.approx(placed.box.x + formula.x, abs=0.02)
    assert ascent == pytest.approx(placed.box.y + formula.y, abs=0.02)


def test_a_deep_formula_lowers_its_gap(build: Build) -> None:
    _, parts = build("  - title: T\n    text: 'Of $\\underbrace{a}_b$ it'\n")
    _, fallback = branches(parts)
    shifts = [r.get("baseline") for r in fallback.iter(f"{{{NS['a']}}}rPr") if r.get("baseline")]
    assert len(shifts) == 1
    assert -100_000 <= int(shifts[0]) < 0


def test_formulas_in_cells(build: Build) -> None:
    scene, parts = build("  - title: T\n    table: [[a, $b$], ['1', 'of $\\frac12$']]\n")
    choice, fallback = branches(parts)
    ((placed, table),) = [(p, p.content) for p in scene.pages[0].placed if isinstance(p.content, Table)]
    assert len(math_in(choice)) == 2
    assert len(list(choice.iter(f"{{{NS['a']}}}tbl"))) == 1
    frame, *pictures = fallback
    assert frame.tag == f"{{{NS['p']}}}graphicFrame"
    left, right = placed.box.x, placed.box.right
    for picture in pictures:
        off, ext = picture.find(f".//{{{NS['a']}}}off"), picture.find(f".//{{{NS['a']}}}ext")
        x, w = int(off.get("x")) / EMU, int(ext.get("cx")) / EMU
        assert left + table.widths[0] - 5 < x < x + w < right + 5


def test_formulas_in_labels(build: Build) -> None:
    diagram = 'graph LR\\nA[\\"$$x$$\\"] --> B[b]'
    _, parts = build(f'  - title: T\n    diagram: {{source: "{diagram}", alt: Two}}\n')
    choice, fallback = branches(parts)
    assert choice.getparent().getparent().tag == f"{{{NS['p']}}}grpSp"
    assert len(math_in(choice)) == 1
    assert ids(choice)[0] == ids(fallback)[0]
    (start,) = parts.slide(1, "//a:stCxn/@id")
    assert start == ids(choice)[0]


def test_notes_have_words(build: Build) -> None:
    _, parts = build("  - title: T\n    text: a\n    notes: Of $x^2$\n")
    texts = parts.find("ppt/notesSlides/notesSlide1.xml", "//a:t/text()")
    assert "Of x²" in "".join(texts)


def test_slides_without_formulas_have_no_alternatives(build: Build) -> None:
    _, parts = build("  - title: T\n    text: '$5 to $7'\n")
    assert parts.slide(1, f"//*[namespace-uri()='{MC}']") == []
