"""A table that stands on a master or layout → its cells' fills, lines and words."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Final

from deckgen.figures.outline import num, polygon
from deckgen.template.drawing.custom import EMU
from deckgen.template.drawing.fills import fill_in, paint_of
from deckgen.template.drawing.lines import stroke_of
from deckgen.template.drawing.shapes import painted
from deckgen.template.drawing.sketch import Sketch
from deckgen.template.drawing.text import set_text
from deckgen.template.drawing.textstyle import Cascade
from deckgen.template.xml import child, children, flag, whole

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_MOST: Final = 200
"""Rows and columns that are drawn."""


def drawn_table(table: Element, sketch: Sketch) -> str:
    """A table from its own corner.  What its style (`tableStyleId`) would add is left out."""
    columns = _edges(children(table, "a:tblGrid", "a:gridCol"), "w")
    rows = children(table, "a:tr")[:_MOST]
    tops = _edges(rows, "h")
    made = []
    for n, row in enumerate(rows):
        for column, cell in enumerate(children(row, "a:tc")[: len(columns) - 1]):
            if flag(cell, "hMerge") or flag(cell, "vMerge"):
                continue
            right = min(column + max(whole(cell, "gridSpan") or 1, 1), len(columns) - 1)
            bottom = min(n + max(whole(cell, "rowSpan") or 1, 1), len(tops) - 1)
            size = columns[right] - columns[column], tops[bottom] - tops[n]
            inner = _cell(cell, sketch, *size)
            if inner:
                place = f"translate({num(columns[column])} {num(tops[n])})"
                made.append(f'<g transform="{place}">{inner}</g>')
    return "".join(made)


def _edges(elements: list[Element], name: str) -> list[float]:
    lengths = (max(whole(element, name) or 0, 0) / EMU for element in elements[:_MOST])
    return list(accumulate(lengths, initial=0.0))


def _cell(cell: Element, sketch: Sketch, width: float, height: float) -> str:
    properties = child(cell, "a:tcPr")
    box = polygon((0, 0), (width, 0), (width, height), (0, height))
    made = [painted([box], paint_of(fill_in(properties), sketch, width, height), None, sketch)]
    sides = {"a:lnL": (0, 0, 0, height), "a:lnR": (width, 0, width, height), "a:lnT": (0, 0, width, 0),
             "a:lnB": (0, height, width, height)}  # fmt: skip
    for name, (x1, y1, x2, y2) in sides.items():
        stroke = stroke_of(child(properties, name), None, sketch)
        if stroke is not None:
            made.append(
                f'<path d="M{num(x1)},{num(y1)}L{num(x2)},{num(y2)}" fill="none" {stroke.attributes}/>'
            )
    body = child(cell, "a:txBody")
    if body is not None:
        made.append(set_text(body, Cascade((body, *sketch.studio.text_styles), sketch), width, height))
    return "".join(made)
