"""`\\begin{…}` to `\\end{…}`: rows of cells → tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deckgen.diagnostics import did_you_mean
from deckgen.figures.math.tokens import Token
from deckgen.figures.math.tree import EMPTY, Fenced, Grid, Node, Table, row

if TYPE_CHECKING:
    from deckgen.figures.math.parser import Parser

MOST_CELLS = 1_000

_MATRICES = {
    "matrix": ("", ""), "pmatrix": ("(", ")"), "bmatrix": ("[", "]"), "Bmatrix": ("{", "}"),
    "vmatrix": ("|", "|"), "Vmatrix": ("‖", "‖"), "smallmatrix": ("", ""), "array": ("", ""),
}  # fmt: skip
_CASES = {"cases": ("{", "", False), "dcases": ("{", "", True), "rcases": ("", "}", False)}
_LINES = {
    "aligned": Grid.ALIGNED, "align": Grid.ALIGNED, "align*": Grid.ALIGNED, "split": Grid.ALIGNED,
    "alignat": Grid.ALIGNED, "alignat*": Grid.ALIGNED, "alignedat": Grid.ALIGNED, "eqnarray": Grid.ALIGNED,
    "eqnarray*": Grid.ALIGNED, "flalign": Grid.ALIGNED, "flalign*": Grid.ALIGNED,
    "gathered": Grid.GATHERED, "gather": Grid.GATHERED, "gather*": Grid.GATHERED,
    "equation": Grid.GATHERED, "equation*": Grid.GATHERED, "displaymath": Grid.GATHERED,
}  # fmt: skip
ENVIRONMENTS = (*_MATRICES, *_CASES, *_LINES)

_CELL_ENDS = frozenset({"&", "\\\\", "\\\\*", "\\end", "}"})


@dataclass(slots=True)
class Cells:
    """The rows of cells that were read."""

    rows: list[list[list[Node]]]

    @property
    def columns(self) -> int:
        """The number of cells in the longest row."""
        return max(map(len, self.rows))


def begin(parser: Parser, token: Token) -> Node:
    """The environment that `\\begin` opens."""
    name = parser.stream.words(token)
    if name not in ENVIRONMENTS:
        known = did_you_mean(name, ENVIRONMENTS)
        parser.stream.fail(
            "math-command", f"`{name[:40]}` is no environment that deckgen knows", token, *known
        )
    aligns, rules = "", frozenset[int]()
    if name == "array":
        aligns, rules = _columns(parser, token)
    if name.startswith(("alignat", "alignedat")):
        parser.stream.raw_group(token)
    if name in ("aligned", "gathered", "array") and parser.stream.next_is("["):
        parser.stream.raw_option()
    display = name in _LINES or name == "dcases"
    with parser.style(display):
        found = read_cells(parser, token)
    end = parser.stream.take()
    if end is None or end.text != "\\end":
        parser.stream.fail(
            "math-syntax", rf"`\begin{{{name}}}` is not closed: `\end{{{name}}}` is missing", token
        )
        raise AssertionError
    closed = parser.stream.words(end)
    if closed != name:
        message = rf"`\end{{{closed[:40]}}}` where `\end{{{name}}}` is wanted"
        parser.stream.fail("math-syntax", message, end)
    return _made(name, found, aligns, rules)


def _made(name: str, found: Cells, aligns: str, rules: frozenset[int]) -> Node:
    count = found.columns
    if name in _LINES:
        return lines(found, _LINES[name], paired=not name.startswith("eqnarray"))
    if name in _CASES:
        opening, closing, display = _CASES[name]
        return Fenced(opening, (_table(found, "l" * count, Grid.CASES, display=display),), closing)
    grid = Grid.SMALL if name == "smallmatrix" else Grid.MATRIX
    aligns = (aligns + "c" * count)[:count]
    opening, closing = _MATRICES[name]
    table = _table(found, aligns, grid, frozenset(r for r in rules if 0 < r < count))
    return Fenced(opening, (table,), closing) if opening else table


def lines(found: Cells, grid: Grid, *, paired: bool = True) -> Node:
    """Lines of formulas, aligned at their `&`, or centred."""
    if grid is Grid.GATHERED and len(found.rows) == 1 and found.columns == 1:
        return row(found.rows[0][0])
    if grid is Grid.GATHERED and found.columns > 1:
        grid = Grid.ALIGNED
    count = found.columns
    if grid is Grid.GATHERED:
        return _table(found, "c", grid, display=True)
    if paired:
        for cells in found.rows:
            for n in range(1, len(cells), 2):  # a relation that begins a cell keeps its space
                cells[n].insert(0, EMPTY)
        return _table(found, ("rl" * count)[:count], grid, display=True)
    return _table(found, ("rcl" * count)[:count], grid, display=True)


def _table(
    found: Cells, aligns: str, grid: Grid, rules: frozenset[int] = frozenset(), *, display: bool = False
) -> Table:
    count = len(aligns)
    padded = [[row(cell) if cell else EMPTY for cell in cells] for cells in found.rows]
    rows = tuple((*cells, *[EMPTY] * (count - len(cells))) for cells in padded)
    return Table(rows, aligns, grid, rules, display)


def read_cells(parser: Parser, owner: Token) -> Cells:
    """The cells up to `\\end`, `}` or the end of the source; an empty last row is none."""
    rows: list[list[list[Node]]] = [[]]
    cells = 0
    while True:
        rows[-1].append(parser.items(_CELL_ENDS))
        cells += 1
        if cells > MOST_CELLS:
            parser.stream.fail("math-too-large", f"more than {MOST_CELLS} cells", owner)
        token = parser.stream.peek()
        if token is None or token.text in ("\\end", "}"):
            break
        parser.stream.take()
        if token.text != "&":
            _skip_distance(parser)
            rows.append([])
    if len(rows) > 1 and rows[-1] == [[]]:
        rows.pop()
    return Cells(rows)


def _skip_distance(parser: Parser) -> None:
    """The distance of `\\\\[2pt]`: rows stand as far apart as they need."""
    token = parser.stream.peek(spaces=True)
    if token is not None and token.text == "[":
        parser.stream.raw_option()


def _columns(parser: Parser, owner: Token) -> tuple[str, frozenset[int]]:
    """The alignments of an array's columns, and before which of them a line stands."""
    given = parser.stream.words(owner)
    aligns, rules = "", set()
    for char in given.replace(" ", ""):
        if char in "lcr":
            aligns += char
        elif char == "|":
            rules.add(len(aligns))
        else:
            hint = r"write `{lcr}`, with `|` for a line"
            parser.stream.fail("math-syntax", f"`{char}` is no column of an array", owner, hint)
    return aligns, frozenset(rules)


def substack(parser: Parser, opening: Token) -> Node:
    """`\\substack{a \\\\ b}`: lines under an operator."""
    found = read_cells(parser, opening)
    parser.closing("}", opening)
    return _table(found, "c" * found.columns, Grid.STACK)
