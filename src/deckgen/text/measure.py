"""Runs in a style → widths in em at every character, and the lines that they fill at a given width."""

from __future__ import annotations

import math
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate, islice

from deckgen.figures.math.sizes import formula_box
from deckgen.model import Baseline, Role, Run, Text, characters
from deckgen.text.breaking import forced_end, opportunities
from deckgen.text.capitals import capitals
from deckgen.text.faces import FaceSet, follows
from deckgen.theme import LINE_PITCH, SCRIPT_SIZE, SMALL_SIZE, FontRole, LevelStyle

SLACK = 0.015
"""The share of a line's width that is left free when lines are counted: renderers set type a little
wider than the font says (LibreOffice 0.15 %, PowerPoint about 1 %), and none may need a line more."""


REMEMBERED = 2000
"""How many paragraphs' measures are kept: those of a few slides, tried at every step."""


@dataclass(frozen=True, slots=True)
class Shaped:
    """A paragraph's measure, free of its size.  Widths are in em of the paragraph's size.

    `edges[i]` is the width of the first i characters.  A line may end at `ends[j]` characters, and is
    then `reach[j]` wide from the paragraph's beginning, white space at its end not counted.  `forced`
    are the ends at which it must.  `pitch` is the line pitch in em by the tallest font's own metrics.
    """

    text: str
    edges: tuple[float, ...]
    ends: tuple[int, ...]
    reach: tuple[float, ...]
    forced: frozenset[int]
    pitch: float

    def lines(self, width: float, slack: float = SLACK) -> tuple[int, ...]:
        """The offsets at which the lines end when each may be `width` em wide."""
        room = width * (1 - slack)
        found: list[int] = []
        start, j = 0, 0
        last = len(self.ends) - 1
        while True:
            limit = self.edges[start] + room
            k = bisect_right(self.reach, limit, j) - 1
            for forced in range(j, min(k, last) + 1) if self.forced else ():
                if self.ends[forced] in self.forced:
                    k = forced
                    break
            if k < j:  # not even the first word fits
                start = self._within_word(start, self.ends[j], limit)
                if start >= self.ends[j]:
                    j += 1
            else:
                start, j = self.ends[k], k + 1
            found.append(start)
            if j > last:
                return tuple(found)

    def _within_word(self, start: int, end: int, limit: float) -> int:
        """Where a line ends in a word that is wider than it."""
        fitting = bisect_right(self.edges, limit, start, end + 1) - 1
        return min(forced_end(self.text, start, fitting), end)

    @property
    def widest_word(self) -> float:
        """The width in em of the widest stretch that holds no break."""
        starts = (0, *self.ends[:-1])
        return max(
            (reach - self.edges[start] for start, reach in zip(starts, self.reach, strict=True)), default=0.0
        )

    def width_between(self, start: int, end: int) -> float:
        """The width in em of a line from `start` to `end`, white space at its end not counted."""
        return self.edges[max(_visible_end(self.text, end), start)] - self.edges[start]

    @property
    def widest_line(self) -> float:
        """The width in em of the widest line where lines end only where they must."""
        ends = self.lines(math.inf)
        starts = (0, *ends[:-1])
        lines = zip(starts, ends, strict=True)
        return max((self.edges[_visible_end(self.text, b)] - self.edges[a] for a, b in lines), default=0.0)

    @property
    def width(self) -> float:
        """The width in em of the whole text on one line."""
        return self.reach[-1] if self.reach else 0.0


@dataclass(slots=True)
class Measurer:
    """Measures paragraphs with a theme's faces; remembers each by its text, style and language."""

    faces: FaceSet
    _known: dict[tuple[Text, FontRole, bool, bool, bool, float, str], Shaped] = field(default_factory=dict)

    def shaped(self, text: Text, look: LevelStyle, lang: str = "en") -> Shaped:
        """The measure of `text` set in `look`, at whatever size (its tracking in proportion)."""
        key = (text, look.font, look.bold, look.italic, look.caps, look.tracking / look.size, lang)
        known = self._known.get(key)
        if known is None:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            known = self._known[key] = self._shape(text, look, lang)
        return known

    def _shape(self, text: Text, look: LevelStyle, lang: str) -> Shaped:
        string = characters(text)
        widths: list[float] = []
        for run in text:
            factor = run_size(run)
            if run.formula:
                widths.append(formula_box(run.formula).width * factor)
                continue
            drawn = self._drawn(run, look, run.lang or lang)
            drawn = drawn if factor == 1.0 else tuple(w * factor for w in drawn)
            widths += _apart(run.text, drawn, look.tracking / look.size) if look.tracking else drawn
        edges = tuple(accumulate(widths, initial=0.0))
        breaks = [b for b in opportunities(string, lang) if b.offset < len(string)]
        ends = (*(b.offset for b in breaks), len(string))
        hyphens = dict.fromkeys((b.offset for b in breaks if b.hyphen), 0.0)
        if hyphens:
            hyphen = self.faces.widths("-", look.font, look.bold, look.italic)[0]
            hyphens = dict.fromkeys(hyphens, hyphen + look.tracking / look.size)
        widths_to = (edges[_visible_end(string, end)] + hyphens.get(end, 0.0) for end in ends)
        reach = tuple(accumulate(widths_to, max))  # never falling, so that it can be searched
        forced = frozenset(b.offset for b in breaks if b.mandatory)
        pitch = max(
            (self.faces.face(look.font, run.bold or look.bold, False).pitch for run in text),
            default=LINE_PITCH,
        )
        return Shaped(string, edges, ends, reach, forced, pitch)

    def _drawn(self, run: Run, look: LevelStyle, lang: str) -> tuple[float, ...]:
        """The advances (em) of a run's characters at its own size; capitals add up to what they stand for."""
        text = run.text.replace("\n", "\u200b")
        role: FontRole = "mono" if run.code else look.font
        bold, italic = run.bold or look.bold, run.italic or look.italic
        if not shown_as_capitals(run, look):
            return self.faces.widths(text, role, bold, italic, not look.tracking)
        shown = capitals(text, lang)
        advances = iter(self.faces.widths("".join(shown), role, bold, italic, not look.tracking))
        return tuple(sum(islice(advances, len(part))) for part in shown)


def shown_as_capitals(run: Run, look: LevelStyle) -> bool:
    """Whether a run's letters are shown as capitals: those of programs never are."""
    return look.caps and not run.code


def _apart(text: str, widths: tuple[float, ...], tracking: float) -> list[float]:
    """Widths of characters that stand `tracking` em further apart; marks stay on what they belong to."""
    return [
        width if char == "\n" or follows(char) else width + tracking
        for char, width in zip(text, widths, strict=True)
    ]


def run_size(run: Run) -> float:
    """A run's size in that of its paragraph."""
    if run.baseline is not Baseline.NORMAL:
        return SCRIPT_SIZE
    return SMALL_SIZE if Role.SMALL in run.roles else 1.0


def _visible_end(text: str, end: int) -> int:
    """`end` moved before the white space that hangs over a line's end."""
    while end and text[end - 1] in " \n\t\u200b":
        end -= 1
    return end
