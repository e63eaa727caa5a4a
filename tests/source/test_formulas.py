"""Formulas in an outline: where they may stand, and problems at their places."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.diagnostics import Diagnostic, Report
from deckgen.model import FORMULA, Deck, ListBlock, Math, Text, TextBlock
from deckgen.source.reader import read_deck
from tests.source.outlines import TODAY


def read(folder: Path, text: str) -> tuple[Deck | None, list[Diagnostic]]:
    outline = folder / "o.yaml"
    outline.write_text("title: Deck\nopening: false\nslides:\n" + text, encoding="utf-8")
    report = Report()
    return read_deck(outline, report, TODAY), report.sorted()


def deck(folder: Path, text: str) -> Deck:
    found, problems = read(folder, text)
    assert problems == []
    assert found
    return found


def math(folder: Path, text: str) -> Math:
    (block,) = deck(folder, text).slides[0].blocks
    assert isinstance(block, Math)
    return block


def latex(text: Text) -> list[str]:
    return [run.formula.latex for run in text if run.formula]


def test_a_block(tmp_path: Path) -> None:
    block = math(tmp_path, "  - math: \\frac{a}{b}\n")
    assert block.formula.latex == r"\frac{a}{b}"
    assert block.formula.display
    assert block.number is None


def test_a_mapping(tmp_path: Path) -> None:
    block = math(tmp_path, "  - math: {latex: 'a^2', number: true, caption: Of $a$, id: eq}\n")
    assert (block.number, block.id, latex(block.caption)) == (1, "eq", ["a"])


def test_numbers_go_on_over_the_deck(tmp_path: Path) -> None:
    one = "math: {latex: a, number: true}"
    found = deck(tmp_path, f"  - {{title: A, {one}}}\n  - {{title: B, math: b}}\n  - {{title: C, {one}}}\n")
    assert [b.number for s in found.slides for b in s.blocks if isinstance(b, Math)] == [1, None, 2]


def test_inline(tmp_path: Path) -> None:
    found = deck(tmp_path, "  - title: On $x$\n    bullets: [It costs $5 to $7, '**$y$** and $z$$z$']\n")
    slide = found.slides[0]
    assert latex(slide.title) == ["x"]
    assert slide.id == "on-x"
    (bullets,) = slide.blocks
    assert isinstance(bullets, ListBlock)
    assert latex(bullets.items[0].text) == []
    assert latex(bullets.items[1].text) == ["y", "z", "z"]
    assert bullets.items[1].text[0].bold


def test_a_paragraph_of_its_own(tmp_path: Path) -> None:
    found = deck(
        tmp_path, "  - text: |\n      Before\n\n      $$\n      a\n\n      + b\n      $$\n\n      after\n"
    )
    (block,) = found.slides[0].blocks
    assert isinstance(block, TextBlock)
    texts = [part.text for part in block.parts if not isinstance(part, ListBlock)]
    assert [len(text) for text in texts] == [1, 1, 1]
    (run,) = texts[1]
    assert run.text == FORMULA
    assert run.formula
    assert run.formula.display


def test_what_a_formula_defines_holds_for_those_after_it(tmp_path: Path) -> None:
    found = deck(tmp_path, "  - math: \\newcommand{\\R}{\\mathbb{R}}\\R^n\n  - text: In $\\R$\n")
    assert len(found.slides) == 2


PLACES = [
    ("  - math: a+\\foo\n", 4, 13, 4),
    ("  - math: |\n      a+\n      \\foo\n", 6, 7, 4),
    ("  - math: {latex: 'a+\\foo'}\n", 4, 22, 4),
    ("  - text: Of $\\foo$ it\n", 4, 15, 4),
    ("  - text: |\n      A\n\n      $$\n      b\n      \\foo\n      $$\n", 9, 7, 4),
    ("  - text: |\n      - A\n        and $b+\n        \\foo$\n", 7, 9, 4),
    ("  - bullets:\n      - a: \"'$\\\\foo$'\"\n", 5, 15, 4),
    ("  - title: T^[of $\\foo$]\n", 4, 19, 4),
]


@pytest.mark.parametrize(("text", "line", "column", "length"), PLACES)
def test_a_problem_stands_where_the_mistake_is(
    tmp_path: Path, text: str, line: int, column: int, length: int
) -> None:
    _, problems = read(tmp_path, text)
    (problem,) = problems
    assert problem.code == "math-command"
    assert problem.span
    assert (problem.span.line, problem.span.column, problem.span.length) == (line, column, length)


def test_a_list_is_no_formula(tmp_path: Path) -> None:
    _, problems = read(tmp_path, "  - math: [a, b]\n")
    assert [p.code for p in problems] == ["wrong-value"]


def test_no_latex(tmp_path: Path) -> None:
    _, problems = read(tmp_path, "  - math: {caption: a}\n")
    assert [p.code for p in problems] == ["missing-key"]
