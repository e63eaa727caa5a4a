"""A formula on a line of its own → its place, as large as the text or larger, with number and caption."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from deckgen.figures.formula import Formula
from deckgen.figures.math.lines import formula_lines
from deckgen.figures.math.sizes import formula_box
from deckgen.layout.formulas import TOO_WIDE
from deckgen.layout.setting import OPTICAL, Names, Setting
from deckgen.layout.textbox import Para, set_text, text_height
from deckgen.model import Build, Math, Run
from deckgen.scene import FormulaFigure, Part, Placed
from deckgen.slots import Box, Slot
from deckgen.theme import LevelStyle

ENLARGED, ALONE = 1.1, 1.4
"""The size of a formula in that of the text: among other blocks, and where it stands alone."""

CAPTION_GAP = 6.0
NUMBER_GAP = 16.0
"""The least space in pt between a formula and its number."""

STYLE = "text"


@dataclass(frozen=True, slots=True)
class MathPiece:
    """A formula; `alone` where nothing stands above or below it, and it is centred."""

    block: Math
    alone: bool = False
    visual: bool = False

    def height(self, width: float, setting: Setting) -> float:
        if self._fitting(width, setting) < setting.tools.theme.floor:
            return TOO_WIDE
        return formula_box(self.block.formula).height * self._size(width, setting) + self._foot(
            width, setting
        )

    def most(self, width: float, setting: Setting) -> float:
        return self.height(width, setting)

    def breaks_words(self, width: float, setting: Setting) -> bool:
        return False

    def place(self, box: Box, setting: Setting, names: Names, slot: Slot | None) -> list[Placed]:
        whole, size = formula_box(self.block.formula), self._size(box.w, setting)
        w, h = whole.width * size, whole.height * size
        foot = self._foot(box.w, setting)
        x, y = box.x, box.y
        if self.alone:
            x += (box.w - w) / 2
            y += max(box.h - h - foot, 0.0) * OPTICAL
        at = Box(round(x, 2), round(y, 2), round(w, 2), round(h, 2))
        placed = list(self._lines(at, size, setting, names))
        if self.block.number is not None:
            placed.append(self._number(box, at, setting, names))
        if self.block.caption:
            below = Box(at.x if self.alone else box.x, round(at.bottom + CAPTION_GAP, 2), 0.0, 0.0)
            room = replace(below, w=round(box.right - below.x, 2), h=round(foot - CAPTION_GAP, 2))
            content, _ = set_text(self._caption(), "caption", room.w, setting.at(1.0))
            placed.append(Placed(names.new(Part.CAPTION), Part.CAPTION, room, content, None, (self.block,)))
        return placed

    # -- the formula

    def _look(self, setting: Setting) -> LevelStyle:
        return setting.style(STYLE).level(0)

    def _fitting(self, width: float, setting: Setting) -> float:
        """The size in pt at which the formula is as wide as its room, its number's room apart."""
        number = self._number_width(setting)
        taken = (number + NUMBER_GAP) * (2 if self.alone else 1) if number else 0.0
        return (width - taken) / max(formula_box(self.block.formula).width, 0.01)

    def _size(self, width: float, setting: Setting) -> float:
        """The formula's size in pt: the text's or larger, smaller where it would be too wide."""
        wanted = self._look(setting).size * (ALONE if self.alone else ENLARGED)
        return max(min(round(wanted * 2) / 2, self._fitting(width, setting)), setting.tools.theme.floor)

    def _lines(self, at: Box, size: float, setting: Setting, names: Names) -> Iterator[Placed]:
        """The formula in its box, or its lines each by itself where they come one after the other."""
        formula = self.block.formula
        lines = formula_lines(formula) if self.block.incremental is Build.PARTS else ()
        if len(lines) < 2:
            yield _figure(formula, at, size, setting, names, self.block, None)
            return
        baseline = at.y + formula_box(formula).ascent * size
        for n, line in enumerate(lines):
            box = formula_box(line.formula)
            where = Box(
                round(at.x + line.x * size, 2),
                round(baseline - (line.y + box.ascent) * size, 2),
                round(box.width * size, 2),
                round(box.height * size, 2),
            )
            yield _figure(line.formula, where, size, setting, names, self.block, n)

    # -- what belongs to it

    def _number_width(self, setting: Setting) -> float:
        if self.block.number is None:
            return 0.0
        look = self._look(setting)
        return setting.tools.measurer.shaped(self._number_text(), look).width * look.size * 1.05 + 1

    def _number_text(self) -> tuple[Run, ...]:
        return (Run(f"({self.block.number})"),)

    def _number(self, box: Box, at: Box, setting: Setting, names: Names) -> Placed:
        """The number at the end of the line, on the formula's baseline where it is one line."""
        width = round(self._number_width(setting), 2)
        content, height = set_text([Para(self._number_text(), STYLE)], STYLE, width, setting)
        paragraph = content.paragraphs[0]
        look = replace(paragraph.look, align="end")
        content = replace(content, paragraphs=(replace(paragraph, look=look),))
        size = self._size(box.w, setting)
        middle = at.y + formula_box(self.block.formula).ascent * size
        if len(formula_lines(self.block.formula)) > 1:
            middle = at.y + at.h / 2 + look.size * 0.3
        where = Box(round(box.right - width, 2), round(middle - look.size, 2), width, round(height, 2))
        return Placed(
            names.new(Part.EQUATION_NUMBER), Part.EQUATION_NUMBER, where, content, None, (self.block,)
        )

    def _caption(self) -> list[Para]:
        return [Para(self.block.caption, "caption", lang=self.block.lang)]

    def _foot(self, width: float, setting: Setting) -> float:
        """The caption's height in pt with the gap above it."""
        if not self.block.caption:
            return 0.0
        narrow = width / 2 if self.alone else width
        return text_height(self._caption(), narrow, setting.at(1.0)) + CAPTION_GAP


def _figure(
    formula: Formula, at: Box, size: float, setting: Setting, names: Names, block: Math, unit: int | None
) -> Placed:
    color = setting.style(STYLE).level(0).color
    figure = FormulaFigure(formula, size, color)
    return Placed(names.new(Part.MATH), Part.MATH, at, figure, None, (block,), unit)
