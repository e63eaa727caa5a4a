"""Formulas → MathML in boxes of exactly the width that was predicted, so that lines break alike."""

from __future__ import annotations

from markupsafe import Markup

from deckgen.figures.formula import Formula
from deckgen.figures.math.sizes import formula_box
from deckgen.scene import FormulaFigure, PlacedFormula, PlacedParagraph
from deckgen.theme import LevelStyle
from deckgen.writers.html.styles import line_extents, px

JOINER = "\u2060"
"""The word joiner: browsers would break a line between a formula and the comma after it."""


def figure(content: FormulaFigure) -> Markup:
    """A formula that fills its box."""
    size = Markup(' style="font-size:{}"').format(px(content.size))
    return Markup("<span{}{}>{}</span>").format(
        Markup(' class="formula"'), size, Markup(content.formula.mathml)
    )


def in_line(placed: PlacedFormula, look: LevelStyle) -> Markup:
    """A formula in a line of text, after what makes the line high enough for it."""
    width = formula_box(placed.formula).width * placed.size
    shown = Markup('<span class="formula" style="width:{}">{}</span>').format(
        px(width), Markup(placed.formula.mathml)
    )
    if not placed.above and not placed.below:
        return shown
    above, below = line_extents(look)
    rise, fall = above + placed.above, below + placed.below
    strut = '<span class="strut" style="height:{};vertical-align:{}"></span>'
    return Markup(strut).format(px(rise + fall), px(-fall)) + JOINER + shown


def rise(paragraph: PlacedParagraph) -> Markup:
    """A `style` that puts a paragraph's marker on the baseline of a first line made higher by a formula."""
    first = paragraph.lines[0] if paragraph.lines else 0
    above = max((placed.above for placed in paragraph.formulas if placed.at < first), default=0.0)
    return Markup(' style="--rise:{}"').format(px(above)) if above and paragraph.marker else Markup("")


def loose(formula: Formula) -> Markup:
    """A formula where nothing was measured: in speaker notes."""
    return Markup(formula.mathml)
