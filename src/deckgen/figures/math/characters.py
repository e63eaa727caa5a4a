"""A formula → the characters that a browser draws for it."""

from __future__ import annotations

import re
from html import unescape

from deckgen.figures.formula import Formula
from deckgen.figures.math.letters import styled
from deckgen.figures.math.tree import Variant

_TAGS = re.compile(r"<[^>]*>")


def formula_characters(formula: Formula) -> set[str]:
    """Those of its MathML, the sign of a root, and letters in italics, which browsers make so."""
    shown = set(unescape(_TAGS.sub("", formula.mathml)))
    return shown | {styled(char, Variant.ITALIC) for char in shown} | {"√"}
