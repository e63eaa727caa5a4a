"""LaTeX is read, or what is wrong with it is said at its place."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.figures.math.macros import Macros
from deckgen.figures.math.reading import LONGEST, read_formula
from tests.figures.math.formulas import formula, formulas


def test_there_are_enough_formulas() -> None:
    assert len(formulas()) >= 60


PROBLEMS = [
    (r"a+\foo+b", "math-command", r"\foo", r"`\foo` is no command"),
    (r"\alhpa", "math-command", r"\alhpa", "no command"),
    (r"\frac{a}", "math-syntax", r"\frac", "lacks an argument"),
    (r"\sqrt", "math-syntax", r"\sqrt", "lacks an argument"),
    ("x^", "math-syntax", "^", "lacks an argument"),
    ("x^2^3", "math-syntax", "^3", "two superscripts"),
    ("x_2_3", "math-syntax", "_3", "two subscripts"),
    ("{a", "math-syntax", "{a", "not closed"),
    ("a}b", "math-syntax", "}b", "closes nothing"),
    (r"\left(a", "math-syntax", r"\left", r"without its `\right`"),
    (r"\left a\right)", "math-syntax", r"a\right", "wants a delimiter"),
    (r"a\right)", "math-syntax", r"\right", r"without its `\left`"),
    (r"\begin{matrix}a", "math-syntax", r"\begin", "not closed"),
    (r"\begin{matrix}a\end{pmatrix}", "math-syntax", r"\end", r"`\end{matrix}` is wanted"),
    (r"\begin{foo}a\end{foo}", "math-command", r"\begin", "no environment"),
    (r"\begin{array}{cx}a\end{array}", "math-syntax", r"\begin", "no column"),
    (r"\label{eq}a", "math-command", r"\label", "cannot stand"),
    (r"\color{red}a", "math-command", r"\color", "cannot stand"),
    (r"\text{a \alpha}", "math-command", r"\alpha", "text of a formula"),
    (r"\smash[b]{x}", "math-command", r"\smash", "no option"),
    (r"\not\sum_i", "math-command", r"\not", "cannot strike"),
    (r"\hspace{wide}", "math-syntax", r"\hspace", "no length"),
    ("a#b", "math-syntax", "#b", "outside a definition"),
    (r"\newcommand{\frac}{x}", "math-syntax", r"\newcommand", "defined already"),
    (r"\newcommand{x}{y}", "math-syntax", r"\newcommand", "name of a command"),
    (r"\newcommand{\x}[a]{y}", "math-syntax", "a]", "0 to 9"),
    (r"\newcommand{\x}[1]{#2}\x a", "math-syntax", r"\x a", "no parameter `#2`"),
    (r"\newcommand{\x}{\x\x}\x", "math-too-large", r"\x", "comes to too much"),
    ("{" * 60 + "}" * 60, "math-too-large", "", "nested too deeply"),
    ("x" * (LONGEST + 1), "math-too-large", "x", "more than"),
    ("  ", "math-syntax", "", "nothing in it"),
    (r"a & \text{漢}", "math-character", "漢", "lacks “漢”"),
]


@pytest.mark.parametrize(("latex", "code", "at", "words"), PROBLEMS)
def test_problem(latex: str, code: str, at: str, words: str) -> None:
    found, problems = read_formula(latex, display=True)
    assert found is None
    problem = problems[0]
    assert problem.code == code
    assert words in problem.message
    assert latex[problem.start :].startswith(at)
    assert 0 <= problem.start < problem.end


def test_every_unknown_command_is_said() -> None:
    _, problems = read_formula(r"\foo+\bar{x}+\baz", display=True)
    assert [latex.start for latex in problems] == [0, 13]


@pytest.mark.parametrize("latex", ["a&b", r"a\\b"])
def test_lines_are_for_display(latex: str) -> None:
    assert read_formula(latex, display=False)[0] is None
    assert read_formula(latex, display=True)[0] is not None


def test_macros_hold_for_what_follows() -> None:
    macros: Macros = {}
    read_formula(
        r"\newcommand{\R}{\mathbb{R}}\newcommand{\n}[2][2]{\lVert#2\rVert_{#1}}\R",
        display=False,
        macros=macros,
    )
    found, problems = read_formula(r"\n{x}+\n[p]{y}\in\R", display=False, macros=macros)
    assert problems == []
    assert found
    assert found.text == "‖x‖₂ + ‖y‖ₚ ∈ R"


def test_other_ways_to_define() -> None:
    assert formula(r"\def\sq#1{#1^2}\sq x").text == "x²"
    assert formula(r"\DeclareMathOperator{\rank}{rank}\rank A").text == "rank A"
    assert formula(r"\renewcommand{\frac}[2]{#1/#2}\frac ab").text == "a/b"


def test_the_same_latex_with_other_macros_is_another_formula() -> None:
    one = formula(r"\newcommand{\a}{x}\a")
    macros: Macros = {}
    read_formula(r"\newcommand{\a}{y}1", display=True, macros=macros)
    two, _ = read_formula(r"\a", display=True, macros=macros)
    assert two
    assert one.mathml != two.mathml


def test_a_nest_of_macros_is_given_up_soon() -> None:
    names = "abcdefghijklmnop"
    bombs = "".join(
        rf"\newcommand{{\bomb{a}}}{{\bomb{b}\bomb{b}\bomb{b}\bomb{b}}}" for a, b in pairwise(names)
    )
    begun = time.process_time()
    _, problems = read_formula(bombs + r"\newcommand{\bombp}{x}\bomba", display=True)
    assert problems[0].code == "math-too-large"
    assert time.process_time() - begun < 2


TOKENS = st.sampled_from([
    *r"ab1+-=^_{}&()[]|'#$%~<>, ", "\\\\", r"\frac", r"\sqrt", r"\left(", r"\right)", r"\text{", r"\sum",
    r"\begin{matrix}",
    r"\end{matrix}", r"\begin{aligned}", r"\end{aligned}", r"\hat", r"\mathbf", r"\newcommand{\x}[1]{", r"\x",
    r"\limits", r"\over", r"\displaystyle", r"\overset", r"\middle|", r"\xrightarrow", r"\not",
    r"\operatorname{",
    r"\substack{", r"\prescript", r"\big", "é", "漢", "∑",
])  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(TOKENS, max_size=25).map("".join), st.booleans())
def test_whatever_is_written_is_a_formula_or_a_problem(latex: str, display: bool) -> None:
    found, problems = read_formula(latex, display=display)
    assert (found is None) == bool(problems)
    assert all(0 <= p.start <= len(latex) and p.start < p.end for p in problems)
