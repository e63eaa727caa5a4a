"""LaTeX in an outline → a formula; what is wrong with it is reported where it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from deckgen.diagnostics import Report, Span
from deckgen.source.inline_source import Source

if TYPE_CHECKING:
    from deckgen.figures.formula import Formula
    from deckgen.figures.math.macros import Macros


def formula_at(
    latex: str, at: Callable[[int], Span], report: Report, macros: Macros | None, *, display: bool
) -> Formula | None:
    """The formula whose character `n` stands at `at(n)`; None, with its problems reported."""
    from deckgen.figures.math.reading import read_formula

    formula, problems = read_formula(latex, display=display, macros=macros)
    for problem in problems:
        length = max(1, len(latex[problem.start : problem.end].split("\n", 1)[0]))
        span = replace(at(min(problem.start, max(len(latex) - 1, 0))), length=length)
        report.error(problem.code, problem.message, span, *problem.hints)
    return formula


def formula_in(source: Source, start: int, end: int) -> Formula | None:
    """The formula that stands between dollar signs at `start` and before `end` of a text."""
    display = source.text.startswith("$$", start)
    skipped = 2 if display else 1
    latex = source.typed(source.text[start + skipped : end - skipped])
    return formula_at(
        latex, lambda n: source.at(start + skipped + n), source.report, source.macros, display=display
    )
