"""LaTeX → a checked formula, or what is wrong with it and where."""

from __future__ import annotations

from dataclasses import dataclass, field

from deckgen.figures.math.environments import lines, read_cells
from deckgen.figures.math.macros import Macros, Stream
from deckgen.figures.math.parser import Parser
from deckgen.figures.math.tokens import Hopeless, Problem, Token
from deckgen.figures.math.tree import EMPTY, Grid, Node, row

LONGEST = 4_000
"""How many characters of LaTeX one formula may have."""


@dataclass(frozen=True, slots=True)
class Formula:
    """One formula as written, and as read.

    Two are the same where their LaTeX, their style and what their macros come to are.
    """

    latex: str
    display: bool
    tree: Node = field(compare=False)
    mathml: str = ""


def read_formula(latex: str, *, display: bool, macros: Macros | None = None) -> tuple[Formula | None, list[Problem]]:
    """The formula that `latex` is, None where there is a problem; problems have offsets in `latex`.

    `macros` are the author's from before, to which those that `latex` defines are added.
    """
    from deckgen.figures.math.font import math_font
    from deckgen.figures.math.mathml import mathml
    from deckgen.figures.math.typeset import Setter

    if len(latex) > LONGEST:
        message = f"a formula of more than {LONGEST} characters"
        return None, [Problem("math-too-large", message, 0, 1, ("split it into several",))]
    stream = Stream(latex, {} if macros is None else macros)
    try:
        tree = _read(Parser(stream, display))
    except Hopeless:
        tree = EMPTY
    problems = stream.problems
    if not problems and tree == EMPTY:
        problems.append(Problem("math-syntax", "an empty formula", 0, 1))
    if problems:
        return None, problems
    return Formula(latex, display, tree, mathml(tree, Setter(math_font(), display))), []


def _read(parser: Parser) -> Node:
    if not parser.display:
        items = parser.items(frozenset())
        return row(items) if items else EMPTY
    start = Token("$$", 0, 1)
    found = read_cells(parser, start)
    if parser.stream.peek() is not None:
        parser.nucleus()  # says what is wrong with a stray brace
    if len(found.rows) == 1 and found.columns == 1:
        items = found.rows[0][0]
        return row(items) if items else EMPTY
    return lines(found, Grid.ALIGNED if found.columns > 1 else Grid.GATHERED)
