"""LaTeX → formulas, and formulas → MathML, OMML, pictures and plain text."""

from deckgen.figures.math.formula import Formula, read_formula
from deckgen.figures.math.tokens import Problem

__all__ = ["Formula", "Problem", "read_formula"]
