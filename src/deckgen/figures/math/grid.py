"""Tables of cells → boxes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from deckgen.figures.math.boxes import Box, rule
from deckgen.figures.math.design import ROW_GAPS, RULE, STRUT, cell_padding
from deckgen.figures.math.tree import Grid, Table

if TYPE_CHECKING:
    from deckgen.figures.math.typeset import Setter


def cell_setter(setter: Setter, table: Table) -> Setter:
    """How the cells of a table are set."""
    smaller = table.grid is Grid.SMALL and setter.level == 0
    return replace(setter, display=table.display, level=setter.level + smaller)


@dataclass(frozen=True, slots=True)
class Frame:
    """The measures of a table: its cells' boxes, where columns begin and rows have their baselines."""

    cells: list[list[Box]]
    lefts: list[float]
    widths: list[float]
    baselines: list[float]
    width: float
    ascent: float
    descent: float

    def left(self, column: int, width: float, table: Table) -> float:
        """Where a cell `width` em wide begins."""
        spare = (self.widths[column] - width) * {"l": 0.0, "c": 0.5, "r": 1.0}[table.aligns[column]]
        return self.lefts[column] + spare


def frame_of(setter: Setter, node: Table) -> Frame:
    """Rows one below another, the whole centred on the axis."""
    inner = cell_setter(setter, node)
    cells = [[inner.row((cell,)) for cell in row] for row in node.rows]
    widths = [max(row[n].width for row in cells) for n in range(len(node.aligns))]
    lefts, width = columns(node, widths, inner.size)
    heights = [_row_height(row, node, inner.size) for row in cells]
    total = sum(up + down for up, down in heights)
    axis = (inner if node.grid is Grid.SMALL else setter).constant("AXIS_HEIGHT")
    y, baselines = axis + total / 2, []
    for up, down in heights:
        baselines.append(y - up)
        y -= up + down
    return Frame(cells, lefts, widths, baselines, width, axis + total / 2, total / 2 - axis)


def table(setter: Setter, node: Table) -> Box:
    """The box of a table."""
    frame = frame_of(setter, node)
    marks = [
        mark
        for row, y in zip(frame.cells, frame.baselines, strict=True)
        for n, cell in enumerate(row)
        for mark in cell.at(frame.left(n, cell.width, node), y)
    ]
    size = cell_setter(setter, node).size
    for n in node.rules:
        x = frame.lefts[n] - (cell_padding(node, n)[0] + RULE) * size
        marks.append(rule(x, -frame.descent, RULE * size, frame.ascent + frame.descent))
    return Box(frame.width, frame.ascent, frame.descent, tuple(marks))


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
