"""Tables of cells → boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.figures.math.boxes import Box, rule
from deckgen.figures.math.design import ROW_GAPS, RULE, STRUT, cell_padding
from deckgen.figures.math.tree import Grid, Table

if TYPE_CHECKING:
    from deckgen.figures.math.typeset import Setter

def cell_setter(setter: Setter, table: Table) -> Setter:
    """How the cells of a table are set."""
    from deckgen.figures.math.typeset import Setter

    smaller = table.grid is Grid.SMALL and setter.level == 0
    return Setter(setter.font, table.display, setter.level + smaller)


def table(setter: Setter, node: Table) -> Box:
    """Rows one below another, the whole centred on the axis."""
    inner = cell_setter(setter, node)
    cells = [[inner.row((cell,)) for cell in row] for row in node.rows]
    widths = [max(row[n].width for row in cells) for n in range(len(node.aligns))]
    lefts, width = columns(node, widths, inner.size)
    heights = [_row_height(row, node, inner.size) for row in cells]
    total = sum(up + down for up, down in heights)
    axis = inner.constant("AXIS_HEIGHT") if node.grid is Grid.SMALL else setter.constant("AXIS_HEIGHT")
    y = axis + total / 2
    marks = []
    for row, (up, down) in zip(cells, heights, strict=True):
        y -= up
        for n, cell in enumerate(row):
            spare = (widths[n] - cell.width) * {"l": 0.0, "c": 0.5, "r": 1.0}[node.aligns[n]]
            marks += cell.at(lefts[n] + spare, y)
        y -= down
    for n in node.rules:
        x = lefts[n] - cell_padding(node, n)[0] * inner.size - RULE * inner.size
        marks.append(rule(x, axis - total / 2, RULE * inner.size, total))
    return Box(width, axis + total / 2, total / 2 - axis, tuple(marks))


def columns(node: Table, widths: list[float], size: float) -> tuple[list[float], float]:
    """Where each column's text begins, and the width of all."""
    lefts, x = [], 0.0
    for n, width in enumerate(widths):
        before, after = cell_padding(node, n)
        x += (RULE * size if n in node.rules else 0.0) + before * size
        lefts.append(x)
        x += width + after * size
    return lefts, x


def _row_height(row: list[Box], node: Table, size: float) -> tuple[float, float]:
    """How far a row reaches above and below its baseline."""
    gap = ROW_GAPS[node.grid] / 2 * size
    return (
        max(STRUT[0] * size, *(cell.ascent for cell in row)) + gap,
        max(STRUT[1] * size, *(cell.descent for cell in row)) + gap,
    )

