"""A formula of several lines → its lines, to be shown one after another."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from deckgen.figures.formula import Formula
from deckgen.figures.math import grid
from deckgen.figures.math.font import math_font
from deckgen.figures.math.mathml import mathml
from deckgen.figures.math.plain import plain_text
from deckgen.figures.math.tree import EMPTY, Grid, Node, Row, Space, Table
from deckgen.figures.math.typeset import Setter


class FormulaLine(NamedTuple):
    """One line of a formula: where its left edge and its baseline lie in the whole's box, in em.

    `x` counts from the left, `y` from the whole's baseline upwards.
    """

    formula: Formula
    x: float
    y: float


def formula_lines(formula: Formula) -> tuple[FormulaLine, ...]:
    """The lines of a formula as formulas of their own; of most formulas there is but one."""
    table = formula.tree
    if not isinstance(table, Table) or table.grid not in (Grid.ALIGNED, Grid.GATHERED):
        return (FormulaLine(formula, 0.0, 0.0),)
    setter = Setter(math_font(), formula.display)
    frame = grid.frame_of(setter, table)
    return tuple(_line(formula, row, n, frame, table, setter) for n, row in enumerate(table.rows))


def _line(
    formula: Formula, row: tuple[Node, ...], n: int, frame: grid.Frame, table: Table, setter: Setter
) -> FormulaLine:
    """Row `n` of a table, its cells as far apart as they stand in it."""
    items: list[Node] = []
    start = end = 0.0
    for column, cell in enumerate(row):
        if cell == EMPTY:
            continue
        box = frame.cells[n][column]
        left = frame.left(column, box.width, table)
        if not items:
            start = left
        elif abs(left - end) > 1e-6:
            items.append(Space(left - end))
        items.append(Row((cell,)))
        end = left + box.width
    tree: Node = Row(tuple(items))
    made = mathml(tree, setter)
    line = replace(formula, latex=formula.latex, mathml=made, text=plain_text(tree), tree=tree)
    return FormulaLine(line, start, frame.baselines[n])
