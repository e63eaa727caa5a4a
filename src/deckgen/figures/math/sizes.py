"""A formula → its box, remembered."""

from __future__ import annotations

from functools import lru_cache

from deckgen.figures.formula import Formula
from deckgen.figures.math.boxes import Box
from deckgen.figures.math.typeset import typeset

REMEMBERED = 1_000
"""How many formulas' boxes are kept: those of a few slides, measured at every step."""


@lru_cache(maxsize=REMEMBERED)
def formula_box(formula: Formula) -> Box:
    """The formula set at a size of one em."""
    return typeset(formula.tree, formula.display)
