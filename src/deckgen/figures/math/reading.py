"""LaTeX → a checked formula, or what is wrong with it and where."""

from __future__ import annotations

import re

from deckgen.figures.formula import Formula
from deckgen.figures.math.environments import lines, read_cells
from deckgen.figures.math.font import math_font
from deckgen.figures.math.macros import Macros, Stream
from deckgen.figures.math.mathml import mathml
from deckgen.figures.math.parser import Parser
from deckgen.figures.math.plain import plain_text
from deckgen.figures.math.tokens import HopelessError, Problem, Token
from deckgen.figures.math.tree import EMPTY, Grid, Node, row
from deckgen.figures.math.typeset import Setter

LONGEST = 4_000
"""How many characters of LaTeX one formula may have."""


def read_formula(
    latex: str, *, display: bool, macros: Macros | None = None
) -> tuple[Formula | None, list[Problem]]:
    """The formula that `latex` is, None where there is a problem; problems have offsets in `latex`.

    `macros` are the author's from before, to which those that `latex` defines are added.
    """
    if len(latex) > LONGEST:
        message = f"a formula of more than {LONGEST:,} characters"
        return None, [Problem("math-too-large", message, 0, 1, ("split it into several",))]
    stream = Stream(latex, {} if macros is None else macros)
    try:
        tree = _read(Parser(stream, display))
    except HopelessError:
        tree = EMPTY
    problems = stream.problems or _missing(latex)
    if not problems and tree == EMPTY:
        problems = [Problem("math-syntax", "a formula with nothing in it", 0, max(len(latex), 1))]
    if problems:
        return None, problems
    made = mathml(tree, Setter(math_font(), display))
    return Formula(latex, made, plain_text(tree), display, tree), []


def _read(parser: Parser) -> Node:
    if not parser.display:
        items = parser.items(frozenset())
        return row(items) if items else EMPTY
    found = read_cells(parser, Token("$$", 0, 1))
    if parser.stream.peek() is not None:
        parser.nucleus()  # says what is wrong with a stray brace
    if len(found.rows) == 1 and found.columns == 1:
        items = found.rows[0][0]
        return row(items) if items else EMPTY
    return lines(found, Grid.ALIGNED if found.columns > 1 else Grid.GATHERED)


_OTHERS = re.compile(r"[^\x00-\x7f\s]")


def _missing(latex: str) -> list[Problem]:
    """Characters that the font of formulas lacks, each at its first place."""
    font, found = math_font(), dict[str, int]()
    for match in _OTHERS.finditer(latex):
        if not font.has(match[0]):
            found.setdefault(match[0], match.start())
    hint = "set it in words beside the formula"
    return [
        Problem("math-character", f"the font of formulas lacks “{char}”", start, start + 1, (hint,))
        for char, start in found.items()
    ]
