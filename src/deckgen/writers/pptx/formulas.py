"""Formulas → Office Math for PowerPoint, and for all others pictures over gaps in the text.

PowerPoint takes the choice of an `mc:AlternateContent`, whose namespace it knows.  LibreOffice knows it by
the customary prefix `a14` alone, and would draw the formulas by itself, out of their lines: under another
prefix it takes the fallback, as programs do that know nothing of formulas.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from deckgen.color import Hex
from deckgen.figures.diagrams.geometry import Frame as Place
from deckgen.figures.diagrams.shapes import words_in
from deckgen.figures.formula import Formula
from deckgen.figures.math import picture
from deckgen.figures.math.omml import omml
from deckgen.figures.math.sizes import formula_box
from deckgen.model import Run
from deckgen.scene import FormulaFigure, Frame, PlacedFormula, PlacedText
from deckgen.slots import Box
from deckgen.text.lines import Extents, spaced, unspaced
from deckgen.theme import LevelStyle
from deckgen.writers.pptx.markup import hundredths, share

PREFIX = "am14"
NAMESPACES = (
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    f' xmlns:{PREFIX}="http://schemas.microsoft.com/office/drawing/2010/main"'
)
MATH = ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'

PIXELS = 4.0
"""Pixels of a picture to the pt: sharp on a screen of four times the page's width."""

BLANK, JOINER = "\u00a0", "\u2060"
SUNK_SIZE = 0.58
"""The size at which LibreOffice draws a lowered run, in that of the run."""

UNSEEN = 0.1
"""Lengths (pt) that make no difference."""


def alternate(native: str, fallback: str) -> str:
    """Shapes for PowerPoint, and those for programs that know no formulas."""
    return (
        f'<mc:AlternateContent{NAMESPACES}><mc:Choice Requires="{PREFIX}">{native}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )


def has_formulas(text: PlacedText) -> bool:
    """Whether a formula stands in a text."""
    return any(p.formulas for p in text.paragraphs)


def in_line(run: Run, attributes: str, fill: str) -> str:
    """A formula in a paragraph."""
    assert run.formula is not None
    made = omml(run.formula.tree, attributes, fill)
    return f"<{PREFIX}:m{MATH}>{made}</{PREFIX}:m>"


def paragraph(figure: FormulaFigure, attributes: str, fill: str) -> str:
    """A formula that is a paragraph of its own."""
    made = omml(figure.formula.tree, attributes, fill)
    return (
        f'<a:p><a:pPr algn="ctr"/><{PREFIX}:m{MATH}><m:oMathPara><m:oMathParaPr><m:jc m:val="centerGroup"/>'
        f"</m:oMathParaPr>{made}</m:oMathPara></{PREFIX}:m></a:p>"
    )


def gap(placed: PlacedFormula, look: LevelStyle, font: Extents) -> list[tuple[str, str]]:
    """The runs that leave a formula's place free and make its line as high as it needs.

    Each is the attributes that its `a:rPr` adds, and its text.  A larger blank raises the line, a lowered
    one makes it fall further; LibreOffice draws lowered text smaller.  `font` is what the font claims.
    """
    width = formula_box(placed.formula).width * placed.size
    base = spaced(font, look.spacing)
    wanted = Extents(base.ascent + placed.above / look.size, base.descent + placed.below / look.size)
    needed = unspaced(wanted, look.spacing, font)
    size, falls = needed.ascent / font.ascent * look.size, needed.descent * look.size
    runs = []
    if falls > font.descent * size + UNSEEN:
        own = SUNK_SIZE * font.descent
        sunk = max(look.size, falls / (1 + own))
        apart = ' spc="0"' if look.tracking else ""
        runs.append((f' sz="{hundredths(sunk)}"{apart} baseline="{-share(falls / sunk - own)}"', BLANK))
        width -= placed.blank * sunk * SUNK_SIZE
    size = max(min(size, width / placed.blank), 1.0)
    distance = hundredths(width - placed.blank * size)
    runs.append((f' sz="{hundredths(size)}" spc="{max(distance, 0)}"', BLANK))
    return runs


Found = tuple[PlacedFormula, Run, LevelStyle, Box]
"""A formula in a text, its run and paragraph's look, and the box of its picture (pt)."""


def places(text: PlacedText, box: Box) -> Iterator[Found]:
    """The formulas of a text in `box`."""
    room = _room(text.frame, box)
    top = room.y + {"top": 0.0, "middle": 0.5, "bottom": 1.0}[text.anchor] * (room.h - text.height)
    for p in text.paragraphs:
        x = room.x + (text.inset_end if p.rtl else 0.0)
        for run, placed in zip((run for run in p.text if run.formula), p.formulas, strict=True):
            whole = formula_box(placed.formula)
            where = Box(x + placed.x, top + placed.y - whole.ascent * placed.size, 0.0, 0.0)
            yield placed, run, p.look, bled(where, placed.size, whole.width, whole.height)


def _room(frame: Frame | None, box: Box) -> Box:
    """Where the text of a shape stands in the shape's box."""
    if frame is None:
        return box
    inner = words_in(frame.shape, Place(box.x, box.y, box.w, box.h), frame.radius, flipped=frame.flipped)
    left, top, right, bottom = frame.padding
    return Box(inner.x + left, inner.y + top, inner.w - left - right, inner.h - top - bottom)


def bled(box: Box, size: float, width: float, height: float) -> Box:
    """The box of a formula's picture, whose own begins at `box`; `width` and `height` are in em."""
    bleed = picture.BLEED * size
    return Box(
        round(box.x - bleed, 3), round(box.y - bleed, 3), width * size + 2 * bleed, height * size + 2 * bleed
    )


@lru_cache(maxsize=256)
def drawn(formula: Formula, size: float, color: Hex) -> bytes:
    """A PNG of a formula at `size` pt with its bleed, on a transparent ground."""
    return picture.png(formula_box(formula), size, color, PIXELS)
