"""A paragraph with its lines → where the formulas in it stand, and how much higher their lines are for them.

A line is as high as the tallest thing on it: browsers and PowerPoint make it so by themselves, in other
programs the gap that is left for a formula does it.
"""

from __future__ import annotations

from dataclasses import dataclass

from deckgen.figures.math.sizes import formula_box
from deckgen.model import Text
from deckgen.scene import PlacedFormula, PlacedParagraph
from deckgen.text.lines import BOX, Extents, spaced, unspaced
from deckgen.text.measure import Shaped, run_size
from deckgen.theme import LINE_PITCH, LevelStyle

CLEARANCE = 0.06
"""Em between a tall formula and the lines above and below its own."""

TOO_WIDE = 10_000.0
"""A height in pt that no page has: what holds a formula that is wider than its line fits nowhere."""


@dataclass(frozen=True, slots=True)
class Growth:
    """How much further (pt) a line rises and falls than one without tall formulas."""

    above: float = 0.0
    below: float = 0.0

    @property
    def height(self) -> float:
        """By how much the line is higher."""
        return self.above + self.below


def has_formula(text: Text) -> bool:
    """Whether a formula stands among the characters."""
    return any(run.formula for run in text)


def widest_formula(text: Text, size: float) -> float:
    """The width in pt of the widest formula in a text of `size` pt, 0 for none."""
    return max((formula_box(r.formula).width * size * run_size(r) for r in text if r.formula), default=0.0)


def growths(text: Text, look: LevelStyle, lines: tuple[int, ...]) -> list[Growth]:
    """How much higher each line is for its formulas."""
    found = [Growth() for _ in lines]
    base = spaced(BOX, look.spacing)
    for at, size, ascent, descent in _measures(text, look):
        n, gap = _line_of(at, lines), CLEARANCE * size
        above = max(ascent + gap - base.ascent * look.size, found[n].above, 0.0)
        below = max(descent + gap - base.descent * look.size, found[n].below, 0.0)
        found[n] = _reachable(above, below, look)
    return found


def _reachable(above: float, below: float, look: LevelStyle) -> Growth:
    """The growth of a line that is set in larger type to rise: so that it falls further, too."""
    base = spaced(BOX, look.spacing)
    wanted = Extents(base.ascent + above / look.size, base.descent + below / look.size)
    made = spaced(unspaced(wanted, look.spacing, BOX), look.spacing)
    return Growth(
        max((made.ascent - base.ascent) * look.size, 0.0), max((made.descent - base.descent) * look.size, 0.0)
    )


def _measures(text: Text, look: LevelStyle) -> list[tuple[int, float, float, float]]:
    """Each formula's character offset, its size, and how far it rises and falls, in pt."""
    found, at = [], 0
    for run in text:
        if run.formula:
            box, size = formula_box(run.formula), look.size * run_size(run)
            found.append((at, size, box.ascent * size, box.descent * size))
        at += len(run.text)
    return found


def _line_of(at: int, lines: tuple[int, ...]) -> int:
    return next(n for n, end in enumerate(lines) if at < end)


def placed_formulas(
    p: PlacedParagraph, shaped: Shaped, width: float, top: float, blank: float
) -> tuple[PlacedFormula, ...]:
    """The formulas of a paragraph set in `width` pt whose first line begins `top` pt below the text's top.

    `blank` is the width of a no-break space, in em.
    """
    text, look, lines = p.text, p.look, p.lines
    grown = growths(text, look, lines)
    pitch = LINE_PITCH * look.spacing * look.size
    found, at = [], 0
    for run in text:
        if run.formula:
            n = _line_of(at, lines)
            ascent = spaced(BOX, look.spacing).ascent * look.size
            y = top + n * pitch + sum(g.height for g in grown[:n]) + grown[n].above + ascent
            size = look.size * run_size(run)
            x = _across(at, n, look, lines, shaped, width)
            x = width - x - formula_box(run.formula).width * size if p.rtl else x
            place = (round(x, 3), round(y, 3))
            found.append(PlacedFormula(run.formula, at, *place, size, grown[n].above, grown[n].below, blank))
        at += len(run.text)
    return tuple(found)


def _across(at: int, n: int, look: LevelStyle, lines: tuple[int, ...], shaped: Shaped, width: float) -> float:
    """How far (pt) a character stands from the start edge of its text's box."""
    start = lines[n - 1] if n else 0
    before = (shaped.edges[at] - shaped.edges[start]) * look.size
    room = width - look.indent
    used = shaped.width_between(start, lines[n]) * look.size
    spare = {"start": 0.0, "center": 0.5, "end": 1.0}[look.align] * (room - used)
    return look.indent + spare + before
