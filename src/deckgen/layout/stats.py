"""`stats` → numbers as large as fits, side by side on common baselines, what they count beneath."""

from __future__ import annotations

import math
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

NARROW = 150.0
"""The width in pt that a number keeps beside wider ones, for the words beneath it."""

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
        boxes = self._boxes(Box(0, 0, width, 0), setting)
        return any(
            breaks_words(_beneath(stat), box.w, setting)
            for row in self._rows(len(boxes))
            for stat, box in zip(row, boxes, strict=False)
        )

    def place(self, box: Box, setting: Setting, names: Names, slot: Slot | None) -> list[Placed]:
        spare = max(box.h - self.height(box.w, setting), 0.0)
        setting = setting.of(self.block)
        boxes, top = self._boxes(box, setting), box.y + spare * OPTICAL
        values = self._values(boxes, setting)
        placed: list[Placed] = []
        for row, height in zip(self._rows(len(boxes)), self._heights(box.w, setting), strict=True):
            for stat, at in zip(row, boxes, strict=False):
                where = Box(at.x, round(top, 2), at.w, round(height, 2))
                content, _ = self._set(stat, at.w, setting, values)
                unit = len(placed)
                placed.append(Placed(names.new(Part.STAT), Part.STAT, where, content, unit=unit))
            top += height + _gap(setting)
        whole = Box(box.x, placed[0].box.y, box.w, round(placed[-1].box.bottom - placed[0].box.y, 2))
        name = names.new(Part.STATS)
        return [Placed(name, Part.STATS, whole, Group(tuple(placed)), None, (self.block,))]

    def _boxes(self, box: Box, setting: Setting) -> list[Box]:
        """The columns: all in a row where they keep their size, of one width if that can be."""
        count, gutter, widths = len(self.block.items), _gutter(setting), self._widths(setting)
        if count <= ACROSS:
            equal = column_boxes(box, count, gutter)
            if max(widths) <= equal[0].w * (1 - SLACK):
                return equal
            room = box.w - gutter * (count - 1)
            needed = [max(width * (1 + 2 * SLACK), NARROW) for width in widths]
            if sum(needed) <= room:
                spare = (room - sum(needed)) / count
                return column_boxes(box, count, gutter, [(width + spare) / room for width in needed])
        for most in range(min(count, ACROSS), 1, -1):
            boxes = column_boxes(box, math.ceil(count / math.ceil(count / most)), gutter)
            if max(widths) * WORTH <= boxes[0].w:
                return boxes
        return [box]

    def _widths(self, setting: Setting) -> list[float]:
        """The width in pt of each number at its normal size."""
        look, measurer = setting.style("stat-value").level(0), setting.tools.measurer
        return [measurer.shaped(stat.value, look).width * look.size or 1.0 for stat in self.block.items]

    def _rows(self, across: int) -> list[tuple[Stat, ...]]:
        items = self.block.items
        return [items[i : i + across] for i in range(0, len(items), across)]

    def _heights(self, width: float, setting: Setting) -> list[float]:
        """The height in pt of each row."""
        boxes = self._boxes(Box(0, 0, width, 0), setting)
        values = self._values(boxes, setting)
        return [
            max(_height(stat, box.w, setting, values) for stat, box in zip(row, boxes, strict=False))
            for row in self._rows(len(boxes))
        ]

    def _values(self, boxes: list[Box], setting: Setting) -> Setting:
        """How the numbers are set, all alike: so large that the widest stands on one line, if that can be."""
        size, rooms = setting.style("stat-value").level(0).size, [box.w * (1 - SLACK) for box in boxes]
        shares = (rooms[i % len(rooms)] / width for i, width in enumerate(self._widths(setting)))
        share = min(1.0, *shares)
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
