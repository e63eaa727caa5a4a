"""Formulas have their places: alone and among texts, with numbers, line by line, in lines of text."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.diagnostics import Diagnostic, Report
from deckgen.figures.math.sizes import formula_box
from deckgen.layout.formulas import growths
from deckgen.model import FORMULA, Run, Text
from deckgen.pipeline import build_scene
from deckgen.scene import FormulaFigure, Page, Part, Placed, PlacedText, Scene
from deckgen.text.lines import BOX, Extents, spaced, unspaced
from deckgen.theme import LevelStyle
from tests.figures.math.formulas import formula


def laid(folder: Path, text: str) -> tuple[Scene | None, list[Diagnostic]]:
    outline = folder / "o.yaml"
    outline.write_text("title: Deck\nopening: false\nslides:\n" + text, encoding="utf-8")
    report = Report()
    return build_scene(outline, report), report.sorted()


def page(folder: Path, text: str) -> Page:
    scene, problems = laid(folder, text)
    assert problems == []
    assert scene
    return scene.pages[0]


def figures(found: Page) -> list[tuple[Placed, FormulaFigure]]:
    return [(item, item.content) for item in found.placed if isinstance(item.content, FormulaFigure)]


def texts(found: Page, part: Part) -> list[PlacedText]:
    return [p.content for p in found.placed if p.part is part and isinstance(p.content, PlacedText)]


def test_alone_it_is_centred_and_large(tmp_path: Path) -> None:
    ((item, figure),) = figures(page(tmp_path, "  - title: T\n    math: E=mc^2\n"))
    whole = formula_box(figure.formula)
    assert item.box.w == pytest.approx(whole.width * figure.size, abs=0.01)
    assert item.box.h == pytest.approx(whole.height * figure.size, abs=0.01)
    assert item.box.x + item.box.w / 2 == pytest.approx(480, abs=0.1)
    assert figure.size > 30


def test_among_texts_it_stands_at_their_edge(tmp_path: Path) -> None:
    found = page(tmp_path, "  - title: T\n    text: Before\n    math: E=mc^2\n")
    ((item, figure),) = figures(found)
    (text,) = [p for p in found.placed if p.part is Part.TEXT]
    assert item.box.x == text.box.x
    assert item.box.y >= text.box.bottom
    assert isinstance(text.content, PlacedText)
    assert figure.size >= text.content.paragraphs[0].look.size


def test_a_number_stands_at_the_end_on_the_baseline(tmp_path: Path) -> None:
    found = page(tmp_path, "  - title: T\n    math: {latex: 'E=mc^2', number: true}\n    text: After\n")
    ((item, figure),) = figures(found)
    (number,) = [p for p in found.placed if p.part is Part.EQUATION_NUMBER]
    assert isinstance(number.content, PlacedText)
    (paragraph,) = number.content.paragraphs
    assert (paragraph.text[0].text, paragraph.look.align) == ("(1)", "end")
    assert number.box.x > item.box.right
    baseline = item.box.y + formula_box(figure.formula).ascent * figure.size
    assert number.box.y + paragraph.look.size == pytest.approx(baseline, abs=0.05)


def test_a_wide_one_is_set_smaller(tmp_path: Path) -> None:
    wide = "+".join(["abcdefgh"] * 6)
    ((item, figure),) = figures(page(tmp_path, f"  - title: T\n    math: {wide}\n"))
    assert 14 <= figure.size < 30
    assert item.box.right <= 960


@pytest.mark.parametrize("block", ["math: {}", "text: ${}$", "bullets: [${}$]"])
def test_one_that_is_wider_than_its_place_is_said(tmp_path: Path, block: str) -> None:
    _, problems = laid(tmp_path, f"  - title: T\n    {block.format('+'.join(['abcdefgh'] * 30))}\n")
    (problem,) = problems
    assert problem.code == "overflow"
    assert "wider than its place" in problem.message


def test_line_by_line(tmp_path: Path) -> None:
    block = "{incremental: true, latex: 'a+b &= c \\\\ d &= e+f \\\\ &= g', number: true}"
    found = page(tmp_path, f"  - title: T\n    math: {block}\n")
    placed = figures(found)
    assert [item.unit for item, _ in placed] == [0, 1, 2]
    assert len({item.name for item, _ in placed}) == 3
    assert [figure.formula.text for _, figure in placed] == ["a + b = c", "d = e + f", "= g"]
    tops = [item.box.y for item, _ in placed]
    assert tops == sorted(tops)
    assert len(found.clicks) == 3


def test_lines_stand_where_the_whole_has_them(tmp_path: Path) -> None:
    latex = "latex: 'a+b &= c \\\\ d &= e+f'"
    ((whole, _),) = figures(page(tmp_path, f"  - title: T\n    math: {{{latex}}}\n"))
    lines = figures(page(tmp_path, f"  - title: T\n    math: {{incremental: true, {latex}}}\n"))
    assert min(item.box.x for item, _ in lines) == pytest.approx(whole.box.x, abs=0.05)
    assert max(item.box.right for item, _ in lines) == pytest.approx(whole.box.right, abs=0.05)


def test_a_formula_in_a_line_has_its_place(tmp_path: Path) -> None:
    found = page(tmp_path, "  - title: T\n    text: Of $E=mc^2$ and $x$ it is\n")
    (text,) = texts(found, Part.TEXT)
    (paragraph,) = text.paragraphs
    first, second = paragraph.formulas
    assert first.y == second.y == pytest.approx(first.size)
    assert 0 < first.x < first.x + formula_box(first.formula).width * first.size < second.x
    assert (first.at, second.at) == (3, 9)
    assert (first.above, first.below) == (0, 0)


def test_what_follows_a_high_line_moves_down(tmp_path: Path) -> None:
    found = page(
        tmp_path, "  - title: T\n    bullets: ['$x$', '$\\begin{matrix}a\\\\b\\\\c\\end{matrix}$', '$x$']\n"
    )
    (text,) = texts(found, Part.BULLETS)
    one, high, last = (p.formulas[0] for p in text.paragraphs)
    assert high.above > 10
    assert high.below > 10
    normal = one.size * 1.2 + text.paragraphs[1].look.before
    assert high.y - one.y == pytest.approx(normal + high.above, abs=0.01)
    assert last.y - high.y == pytest.approx(normal + high.below, abs=0.01)


def run(latex: str) -> Text:
    return (Run(FORMULA, formula=formula(latex, display=False)),)


@pytest.mark.parametrize("spacing", [0.9, 1.0, 1.2])
@pytest.mark.parametrize("latex", ["x", r"\frac ab", r"\underbrace{a}_b", r"\overbrace{a}^b", r"x^{2^{2^2}}"])
def test_a_line_holds_its_formulas(latex: str, spacing: float) -> None:
    look = LevelStyle(20.0, spacing=spacing)
    (growth,) = growths(run(latex), look, (1,))
    base, box = spaced(BOX, spacing), formula_box(formula(latex, display=False))
    assert base.ascent * 20 + growth.above >= box.ascent * 20
    assert base.descent * 20 + growth.below >= box.descent * 20
    assert (growth.height > 0) == (latex != "x")


@pytest.mark.parametrize("spacing", [0.85, 0.95, 1.0, 1.1, 1.5])
@pytest.mark.parametrize(("above", "below"), [(0, 0), (1, 0), (0, 1), (1, 0.1), (0.5, 0.5), (3, 2)])
def test_what_a_line_must_claim(spacing: float, above: float, below: float) -> None:
    base = spaced(BOX, spacing)
    wanted = Extents(base.ascent + above, base.descent + below)
    made = spaced(unspaced(wanted, spacing, BOX), spacing)
    assert made.ascent == pytest.approx(wanted.ascent, abs=0.01) or made.descent > wanted.descent
    assert made.ascent >= wanted.ascent - 0.01
    assert made.descent >= wanted.descent - 0.01
