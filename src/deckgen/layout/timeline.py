"""Events → dates in the accent on one axis: side by side where they are few and short, else below
one another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from deckgen.layout.columns import column_boxes
from deckgen.layout.mirror import mirrored
from deckgen.layout.setting import OPTICAL, Names, Setting
from deckgen.layout.textbox import Para, breaks_words, set_text, text_height, widest_word
from deckgen.model import Event, Timeline
from deckgen.scene import Group, Part, Placed, Shape
from deckgen.slots import Box, Slot
from deckgen.theme import ColorRef

GAP = 14.0
MOST_ACROSS, LEAST_ACROSS, LINES_ACROSS = 6, 96.0, 7
"""How many events stand side by side, how narrow they get (pt), how many lines one may have."""

MOST_DOWN, LEAST_LANE, LONGER = 9, 260.0, 1.25
"""How many events stand in one lane before two are tried, how narrow a lane of two gets (pt), and by
what factor the events' height may grow in it: short events keep their lines, long ones keep the width."""


def _when(event: Event) -> list[Para]:
    return [Para(event.when, "event-when")]


def _what(event: Event) -> list[Para]:
    detail = [Para(event.detail, "event-detail")] if event.detail else []
    return [Para(event.what, "event-what"), *detail]


@dataclass(frozen=True, slots=True)
class TimelinePiece:
    """A timeline."""

    block: Timeline
    visual: bool = False

    def height(self, width: float, setting: Setting) -> float:
        setting = setting.within(self.block.lang)
        if self._across(width, setting):
            return sum(self._bands(width, setting)) + _dot_size(setting) + 2 * GAP
        lanes = self._lanes(width, setting)
        each = self._lane_width(width, len(lanes), setting)
        return max(self._tall(lane, each, setting) for lane in lanes)

    def most(self, width: float, setting: Setting) -> float:
        setting, needed = setting.within(self.block.lang), self.height(width, setting)
        if self._across(width, setting):
            return needed + 2 * setting.tools.theme.gap
        longest = max(map(len, self._lanes(width, setting)))
        return needed + (_widest(setting) - _between(setting)) * (longest - 1)

    def breaks_words(self, width: float, setting: Setting) -> bool:
        setting = setting.within(self.block.lang)
        if self._across(width, setting):
            return False  # then no word is too wide at the normal size
        each = self._lane_width(width, len(self._lanes(width, setting)), setting)
        texts = each - self._date_width(each, setting) - _dot_size(setting) - 2 * GAP
        return any(breaks_words(_what(event), texts, setting) for event in self.block.events)

    def place(self, box: Box, setting: Setting, names: Names, slot: Slot | None) -> list[Placed]:
        setting = setting.within(self.block.lang)
        draw = self._place_across if self._across(box.w, setting) else self._place_down
        children = draw(box, setting, names)
        if setting.direction("") is not setting.rtl:
            children = mirrored(children, box.x, box.right)
        top = min(child.box.y for child in children)
        bottom = max(child.box.bottom for child in children)
        whole = Box(box.x, top, box.w, round(bottom - top, 2))
        name = names.new(Part.TIMELINE)
        return [Placed(name, Part.TIMELINE, whole, Group(tuple(children)), None, (self.block,))]

    # -- side by side

    def _column_width(self, width: float, setting: Setting) -> float:
        count = len(self.block.events)
        return (width - setting.tools.theme.gutter * (count - 1)) / count

    def _across(self, width: float, setting: Setting) -> bool:
        """Whether the events are few and short enough, at the normal size, to stand side by side."""
        normal, each = setting.at(1.0), self._column_width(width, setting)
        events = self.block.events
        if len(events) > MOST_ACROSS or each < LEAST_ACROSS:
            return False
        return all(
            widest_word([*_when(e), *_what(e)], normal) <= each
            and sum(len(p.lines) for p in set_text(_what(e), "event-what", each, normal)[0].paragraphs)
            <= LINES_ACROSS
            for e in events
        )

    def _bands(self, width: float, setting: Setting) -> tuple[float, float]:
        """The heights in pt of the dates above the axis and of the texts below it."""
        each = self._column_width(width, setting)
        return self._tallest(_when, each, setting), self._tallest(_what, each, setting)

    def _tallest(self, paras: Callable[[Event], list[Para]], width: float, setting: Setting) -> float:
        waiting = map(paras, self.block.events)
        return max(text_height(texts, width, setting) for texts in waiting)

    def _place_across(self, box: Box, setting: Setting, names: Names) -> list[Placed]:
        each = self._column_width(box.w, setting)
        above, below = self._bands(box.w, setting)
        size, wide = _dot_size(setting), setting.tools.theme.timeline.axis
        spare = max(box.h - above - below - size - 2 * GAP, 0.0)
        top = box.y + spare * OPTICAL
        axis = top + above + GAP + size / 2
        children = [_axis(Box(box.x, round(axis - wide / 2, 2), box.w, wide), setting, names)]
        for i, event in enumerate(self.block.events):
            x = box.x + i * (each + setting.tools.theme.gutter)
            dot = Box(round(x, 2), round(axis - size / 2, 2), size, size)
            when = Box(round(x, 2), round(top, 2), round(each, 2), round(above, 2))
            what = Box(round(x, 2), round(axis + size / 2 + GAP, 2), round(each, 2), round(below, 2))
            children.append(_dot(dot, i, setting, names))
            children.append(_event(event, when, what, i, setting, names, at_foot=True))
        return children

    # -- below one another

    def _lanes(self, width: float, setting: Setting) -> tuple[tuple[Event, ...], ...]:
        """The events in one lane, or in two where they are many and short enough for half the width."""
        events, half = self.block.events, (len(self.block.events) + 1) // 2
        normal, each = setting.at(1.0), self._lane_width(width, 2, setting)
        if len(events) <= MOST_DOWN or each < LEAST_LANE:
            return (events,)
        one, two = (self._tall(events, w, normal) for w in (width, each))
        return (events[:half], events[half:]) if two < one * LONGER else (events,)

    @staticmethod
    def _lane_width(width: float, count: int, setting: Setting) -> float:
        return (width - setting.tools.theme.gutter * (count - 1)) / count

    def _date_width(self, width: float, setting: Setting) -> float:
        """The width in pt of a lane's dates: that of the longest, at most a third, but no word is broken."""
        dates = [para for event in self.block.events for para in _when(event)]
        look = setting.style("event-when").level(0)
        longest = max(setting.tools.measurer.shaped(para.text, look).width * look.size for para in dates)
        word = min(widest_word(dates, setting), width / 2)
        # Programs may draw digits among right-to-left text with that script's font, a quarter wider.
        slack = 1.3 if setting.direction("") else 1.03
        return max(min(longest, width / 3), word) * slack + 1

    def _rows(self, events: tuple[Event, ...], width: float, setting: Setting) -> list[float]:
        """The height in pt of each event in a lane `width` pt wide."""
        dates = self._date_width(width, setting)
        texts = width - dates - _dot_size(setting) - 2 * GAP
        return [
            max(
                text_height(_when(event), dates, setting),
                text_height(_what(event), texts, setting),
            )
            for event in events
        ]

    def _tall(self, events: tuple[Event, ...], width: float, setting: Setting) -> float:
        """The least height in pt of a lane."""
        return sum(self._rows(events, width, setting)) + _between(setting) * (len(events) - 1)

    def _place_down(self, box: Box, setting: Setting, names: Names) -> list[Placed]:
        lanes = self._lanes(box.w, setting)
        boxes = column_boxes(box, len(lanes), setting.tools.theme.gutter)
        pitches = [
            (box.h - sum(self._rows(lane, at.w, setting))) / max(len(lane) - 1, 1)
            for lane, at in zip(lanes, boxes, strict=True)
        ]
        pitch = min(max(min(pitches), _between(setting)), _widest(setting))
        placed, first = [], 0
        for lane, at in zip(lanes, boxes, strict=True):
            placed += self._place_lane(lane, first, at, pitch, setting, names)
            first += len(lane)
        return placed

    def _place_lane(
        self, events: tuple[Event, ...], first: int, box: Box, pitch: float, setting: Setting, names: Names
    ) -> list[Placed]:
        """Events `pitch` pt apart, their dots on the lane's axis; `first` counts the events before them."""
        rows, dates = self._rows(events, box.w, setting), self._date_width(box.w, setting)
        size, wide = _dot_size(setting), setting.tools.theme.timeline.axis
        axis = box.x + dates + GAP + size / 2
        middle = setting.style("event-when").level(0).size * 0.6 + 0.5
        children: list[Placed] = []
        y, ys = box.y, []
        for i, (event, row) in enumerate(zip(events, rows, strict=True), first):
            when = Box(box.x, round(y, 2), round(dates, 2), round(row, 2))
            x = round(axis + size / 2 + GAP, 2)
            what = Box(x, round(y, 2), round(box.right - x, 2), round(row, 2))
            dot = Box(round(axis - size / 2, 2), round(y + middle - size / 2, 2), size, size)
            children += [_dot(dot, i, setting, names), _event(event, when, what, i, setting, names)]
            ys.append(y + middle)
            y += row + pitch
        line = Box(round(axis - wide / 2, 2), round(ys[0], 2), wide, round(max(ys[-1] - ys[0], wide), 2))
        return [_axis(line, setting, names), *children]


def _between(setting: Setting) -> float:
    """The least space in pt between two events that stand below one another."""
    return setting.style("event-what").level(0).size * 0.5


def _widest(setting: Setting) -> float:
    """The space in pt between two events beyond which they fall apart."""
    return setting.style("event-what").level(0).size * 1.4


def _dot_size(setting: Setting) -> float:
    return setting.tools.theme.timeline.size


def _axis(box: Box, setting: Setting, names: Names) -> Placed:
    return Placed(names.new(Part.RULE), Part.RULE, box, Shape(setting.tools.theme.timeline.color))


def _dot(box: Box, unit: int, setting: Setting, names: Names) -> Placed:
    shape = Shape(ColorRef("accent1"), setting.tools.theme.timeline.dot)
    return Placed(names.new(Part.RULE), Part.RULE, box, shape, unit=unit)


def _event(
    event: Event, when: Box, what: Box, unit: int, setting: Setting, names: Names, *, at_foot: bool = False
) -> Placed:
    """One event, the `unit`-th of its timeline: its date and its text as two boxes."""
    date, _ = set_text(_when(event), "event-when", when.w, setting, "bottom" if at_foot else "top")
    text, _ = set_text(_what(event), "event-what", what.w, setting)
    name = names.new(Part.EVENT)
    x, right = min(when.x, what.x), max(when.right, what.right)
    whole = Box(x, when.y, round(right - x, 2), round(max(when.bottom, what.bottom) - when.y, 2))
    return Placed(
        name,
        Part.EVENT,
        whole,
        Group(
            (
                Placed(f"{name} Date", Part.DATE, when, date),
                Placed(f"{name} Text", Part.TEXT, what, text),
            )
        ),
        unit=unit,
    )
