"""Code → a quiet panel with its lines, their numbers beside, and bands behind those pointed out."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from deckgen.layout.caption import Caption
from deckgen.layout.mirror import mirrored
from deckgen.layout.setting import Names, Setting
from deckgen.model import Block, Callout, Code, Columns, Run, Text, characters
from deckgen.scene import Frame, Group, Part, Placed, PlacedParagraph, PlacedText, Shape, rounded
from deckgen.slots import Box, Slot
from deckgen.text.measure import SLACK
from deckgen.theme import LINE_PITCH, CodeStyle, LevelStyle, TextStyle

PAD_X, PAD_Y = 16.0, 12.0
"""How far the panel's edges stand from the code, in pt."""

SMALLEST, LARGEST = 11 / 14, 18 / 17
"""The least size of code in the theme's floor, and the greatest in its normal size."""

GUTTER = 1.2
"""The space between a line's number and its code, in em."""

RULE = 3.0
"""The width in pt of the rule at the side of a band."""


@dataclass(frozen=True, slots=True)
class CodePiece:
    """A listing.  Its lines never break: they are set as small as the longest needs, down to a floor."""

    block: Code
    visual: bool = False

    def height(self, width: float, setting: Setting) -> float:
        look = self._look(width, setting)
        return self._panel(look) + self._caption().height(width, setting)

    def most(self, width: float, setting: Setting) -> float:
        return self.height(width, setting)

    def breaks_words(self, width: float, setting: Setting) -> bool:
        return False

    def place(self, box: Box, setting: Setting, names: Names, slot: Slot | None) -> list[Placed]:
        look = self._look(box.w, setting)
        self._check_width(box.w, look, setting)
        style = setting.tools.theme.code[setting.inverse]
        radius = setting.tools.theme.rounding.panel
        panel = Box(box.x, box.y, box.w, round(self._panel(look), 2))
        placed = [
            *self._behind(panel, look, style, radius, names),
            *self._text(panel, look, style, setting, names),
        ]
        if setting.rtl:  # code is read from left to right on every page
            placed = mirrored(placed, box.x, box.right)
        caption = self._caption().place(panel.x, panel.bottom, panel.w, setting, names, (self.block,))
        return [*placed, *caption]

    # -- sizes

    def _look(self, width: float, setting: Setting) -> LevelStyle:
        """How the code is set in a panel `width` pt wide: all its lines whole, if that can be."""
        base, theme = setting.tools.theme.styles["code"].level(0), setting.tools.theme
        wanted = round(base.size * min(setting.factor, LARGEST) * 2) / 2
        longest = self._longest(base, setting) / (1 - SLACK) + self._gutter()
        fitting = math.floor((width - 2 * PAD_X) / longest * 2) / 2
        floor = round(min(theme.floor * SMALLEST, base.size) * 2) / 2
        return replace(base, size=max(min(wanted, fitting), floor))

    def _longest(self, look: LevelStyle, setting: Setting) -> float:
        """The width in em of the longest line on the slide; all faces are as wide."""
        lines = [setting.ruler, self.block.ruler, *_texts(self.block)]
        ascii_line = max((line for line in lines if line.isascii()), key=len, default="")
        others = [line for line in lines if not line.isascii()]
        shaped = setting.tools.measurer.shaped
        return max(shaped((Run(line),), look).width for line in [ascii_line, *others]) or 1.0

    def _gutter(self) -> float:
        """The width in em of the line numbers, with the space after them."""
        last = self.block.first + len(self.block.lines) - 1
        return len(str(last)) * 0.6 + GUTTER if self.block.numbers else 0.0

    def _panel(self, look: LevelStyle) -> float:
        """The height in pt of the panel."""
        return len(self.block.lines) * _pitch(look) + 2 * PAD_Y

    def _check_width(self, width: float, look: LevelStyle, setting: Setting) -> None:
        """Report each line that is wider than the panel even at the smallest size."""
        room = ((width - 2 * PAD_X) / look.size - self._gutter()) * (1 - SLACK)
        shaped, origin = setting.tools.measurer.shaped, self.block.origin
        for n, words in enumerate(_texts(self.block) if self._longest(look, setting) > room else ()):
            wide = shaped((Run(words),), look).width
            if wide > room:
                setting.tools.report.error(
                    "code-width",
                    f"line {self.block.first + n} of the code has {len(words)} characters, but even the "
                    f"smallest size has room for no more than {math.floor(room * len(words) / wide)}",
                    replace(origin, line=origin.line + n) if origin else self.block.span,
                    "break the line, or give the code more of the slide's width",
                )

    # -- what is placed

    def _behind(
        self, panel: Box, look: LevelStyle, style: CodeStyle, radius: float, names: Names
    ) -> Iterator[Placed]:
        """The panel, and a band for every range of lines that a step points out, beside their numbers."""
        if not any(self.block.steps) and not radius:
            return
        yield Placed(
            names.new(Part.PANEL), Part.PANEL, panel, rounded(style.panel, radius), None, (self.block,)
        )
        left = PAD_X + (self._gutter() - GUTTER / 2) * look.size if self.block.numbers else 0.0
        for unit, step in enumerate(self.block.steps):
            for first, last in step:
                top = panel.y + PAD_Y + (first - self.block.first) * _pitch(look) + look.size * 0.1
                height = (last - first + 1) * _pitch(look)
                band = Box(
                    round(panel.x + left, 2), round(top, 2), round(panel.w - left, 2), round(height, 2)
                )
                yield self._band(band, unit, style, names)

    def _band(self, band: Box, unit: int, style: CodeStyle, names: Names) -> Placed:
        name = names.new(Part.HIGHLIGHT)
        rule = replace(band, w=RULE)
        parts = (
            Placed(f"{name} Band", Part.PANEL, band, Shape(style.band)),
            Placed(f"{name} Rule", Part.RULE, rule, Shape(style.rule)),
        )
        return Placed(name, Part.HIGHLIGHT, band, Group(parts), None, (self.block,), unit)

    def _text(
        self, panel: Box, look: LevelStyle, style: CodeStyle, setting: Setting, names: Names
    ) -> Iterator[Placed]:
        """The lines in their panel, then the column of their numbers."""
        lang, gutter = setting.lang or setting.tools.lang, self._gutter() * look.size
        runs = [_colored(line, style) for line in self.block.lines]
        lines = tuple(PlacedParagraph(t, look, lines=(len(characters(t)),), lang=lang) for t in runs)
        fill = None if any(self.block.steps) or setting.tools.theme.rounding.panel else style.panel
        frame = Frame(fill=fill, padding=(round(PAD_X + gutter, 2), PAD_Y, PAD_X, PAD_Y))
        text = PlacedText(TextStyle("code", (look,)), lines, frame=frame)
        yield Placed(names.new(Part.CODE), Part.CODE, panel, text, None, (self.block,))
        if self.block.numbers:
            width = round(gutter - GUTTER * look.size + 1, 2)
            box = Box(round(panel.x + PAD_X - 1, 2), panel.y + PAD_Y, width, round(panel.h - 2 * PAD_Y, 2))
            yield self._numbers(box, replace(look, color=style.number, align="end"), lang, names)

    def _numbers(self, box: Box, look: LevelStyle, lang: str, names: Names) -> Placed:
        numbers = (str(n) for n in range(self.block.first, self.block.first + len(self.block.lines)))
        lines = tuple(PlacedParagraph((Run(n),), look, lines=(len(n),), lang=lang) for n in numbers)
        text = PlacedText(TextStyle("code-number", (look,)), lines)
        return Placed(names.new(Part.LINE_NUMBERS), Part.LINE_NUMBERS, box, text, None, (self.block,))

    def _caption(self) -> Caption:
        return Caption(self.block.caption, lang=self.block.lang)


def longest_line(blocks: Iterable[Block]) -> str:
    """The longest line of code in blocks and in what they hold: all code of a slide is set by it."""
    lines = [""]
    for block in blocks:
        match block:
            case Code():
                lines += [block.ruler, *_texts(block)]
            case Columns():
                lines += [longest_line(column.blocks) for column in block.columns]
            case Callout():
                lines.append(longest_line(block.content))
            case _:
                pass
    return max(lines, key=len)


def _texts(block: Code) -> list[str]:
    """The lines without the spaces at their ends."""
    return [characters(line).rstrip() for line in block.lines]


def _pitch(look: LevelStyle) -> float:
    """The distance in pt from one line to the next, the same for every font."""
    return look.size * LINE_PITCH * look.spacing


def _colored(line: Text, style: CodeStyle) -> Text:
    """The runs as the theme tells them apart: of those that look as text, neighbours are one."""
    made: list[Run] = []
    for kind, runs in groupby(line, key=lambda run: run.token if run.token in style.tokens else ""):
        look = style.tokens.get(kind)
        text = "".join(run.text for run in runs)
        made.append(Run(text, bold=bool(look and look.bold), italic=bool(look and look.italic), token=kind))
    return tuple(made)
