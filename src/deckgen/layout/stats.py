"""`stats` → numbers as large as fits, side by side on common baselines, what they count beneath."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from deckgen.layout.columns import column_boxes
from deckgen.layout.setting import OPTICAL, Names, Setting
from deckgen.layout.textbox import Para, below_one_another, breaks_words, set_text, text_height
from deckgen.model import Stat, Stats
from deckgen.scene import Group, Part, Placed, PlacedText
from deckgen.slots import Box, Slot
from deckgen.text.measure import SLACK

ACROSS = 4
"""Numbers that stand side by side at most."""

WORTH = 0.7
"""The share of their size that numbers keep side by side; where they would not, fewer stand in a row."""

LEAST = 0.4
"""The least size of the numbers in their normal one."""

ROW_GAP = 1.4
"""The space between two rows, in gaps of the theme."""


@dataclass(frozen=True, slots=True)
class StatsPiece:
    """Numbers in as few rows as hold them, as many in each."""

    block: Stats
    visual: bool = False

    def height(self, width: float, setting: Setting) -> float:
        setting = setting.of(self.block)
        rows = self._heights(width, setting)
        return sum(rows) + _gap(setting) * (len(rows) - 1)

    def most(self, width: float, setting: Setting) -> float:
        return self.height(width, setting)

    def breaks_words(self, width: float, setting: Setting) -> bool:
        setting = setting.of(self.block)
        each = self._boxes(Box(0, 0, width, 0), setting)[0].w
        return any(breaks_words(_beneath(stat), each, setting) for stat in self.block.items)

    def place(self, box: Box, setting: Setting, names: Names, slot: Slot | None) -> list[Placed]:
        spare = max(box.h - self.height(box.w, setting), 0.0)
        setting = setting.of(self.block)
        boxes, top = self._boxes(box, setting), box.y + spare * OPTICAL
        placed: list[Placed] = []
        for row, height in zip(self._rows(box.w, setting), self._heights(box.w, setting), strict=True):
            for stat, at in zip(row, boxes, strict=False):
                where = Box(at.x, round(top, 2), at.w, round(height, 2))
                content, _ = self._set(stat, at.w, setting, self._values(at.w, setting))
                unit = len(placed)
                placed.append(Placed(names.new(Part.STAT), Part.STAT, where, content, unit=unit))
            top += height + _gap(setting)
        whole = Box(box.x, placed[0].box.y, box.w, round(placed[-1].box.bottom - placed[0].box.y, 2))
        name = names.new(Part.STATS)
        return [Placed(name, Part.STATS, whole, Group(tuple(placed)), None, (self.block,))]

    def _across(self, width: float, setting: Setting) -> int:
        """How many stand in a row: as many as keep their size, more or less, in rows of one length."""
        count, widest = len(self.block.items), self._widest(setting)
        for most in range(min(count, ACROSS), 1, -1):
            across = math.ceil(count / math.ceil(count / most))
            if widest * WORTH <= column_boxes(Box(0, 0, width, 0), across, _gutter(setting))[0].w:
                return across
        return 1

    def _widest(self, setting: Setting) -> float:
        """The width in pt of the widest number at its normal size."""
        look, measurer = setting.style("stat-value").level(0), setting.tools.measurer
        return max(measurer.shaped(stat.value, look).width for stat in self.block.items) * look.size or 1.0

    def _boxes(self, box: Box, setting: Setting) -> list[Box]:
        return column_boxes(box, self._across(box.w, setting), _gutter(setting))

    def _rows(self, width: float, setting: Setting) -> Iterator[tuple[Stat, ...]]:
        each, items = self._across(width, setting), self.block.items
        return (items[i : i + each] for i in range(0, len(items), each))

    def _heights(self, width: float, setting: Setting) -> list[float]:
        """The height in pt of each row."""
        each = self._boxes(Box(0, 0, width, 0), setting)[0].w
        values = self._values(each, setting)
        return [
            max(_height(stat, each, setting, values) for stat in row) for row in self._rows(width, setting)
        ]

    def _values(self, width: float, setting: Setting) -> Setting:
        """How the numbers are set, all alike: so large that the widest stands on one line, if that can be."""
        size = setting.style("stat-value").level(0).size
        share = min(width * (1 - SLACK) / self._widest(setting), 1.0)
        return setting.at(setting.factor * max(math.floor(share * size * 2) / 2 / size, LEAST))

    @staticmethod
    def _set(stat: Stat, width: float, setting: Setting, values: Setting) -> tuple[PlacedText, float]:
        """One number and what stands beneath it, in one box, and their height in pt."""
        value, above = set_text([_value(stat)], "stat-value", width, values)
        words, below = set_text(_beneath(stat), "stat-label", width, setting)
        return below_one_another(value, words), above + words.paragraphs[0].look.before + below


def _height(stat: Stat, width: float, setting: Setting, values: Setting) -> float:
    """The height in pt of one number and what stands beneath it."""
    before = setting.style("stat-label").level(0).before
    below = text_height(_beneath(stat), width, setting)
    return text_height([_value(stat)], width, values) + before + below


def _value(stat: Stat) -> Para:
    return Para(stat.value, "stat-value")


def _beneath(stat: Stat) -> list[Para]:
    words = [Para(stat.label, "stat-label")]
    return [*words, Para(stat.detail, "stat-detail")] if stat.detail else words


def _gutter(setting: Setting) -> float:
    """The space in pt between two numbers side by side."""
    return setting.tools.theme.gutter * 1.5


def _gap(setting: Setting) -> float:
    """The space in pt between two rows."""
    return setting.tools.theme.gap * ROW_GAP
