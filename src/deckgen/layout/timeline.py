"""Events → dates in the accent on one axis: side by side where they are few and short, else below
one another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from deckgen.layout.setting import Names, Setting
from deckgen.layout.textbox import Para, set_text, widest_word
from deckgen.model import Event, Timeline
from deckgen.scene import Group, Part, Placed, Shape
from deckgen.slots import Box, Slot
from deckgen.theme import ColorRef

DOT, AXIS = 12.0, 2.0
"""Diameter of an event's dot and width of the axis, in pt."""

GAP = 14.0
MOST_ACROSS, LEAST_ACROSS, LINES_ACROSS = 6, 96.0, 7
"""How many events stand side by side, how narrow they get (pt), how many lines one may have."""

AXIS_COLOR = ColorRef("muted", lighter=0.5)


def _when(event: Event) -> list[Para]:
    return [Para(event.when, "event-when")]


def _what(event: Event) -> list[Para]:
    detail = [Para(event.detail, "event-detail")] if event.detail else []
    return [Para(event.what, "event-what"), *detail]


@dataclass(frozen=True, slots=True)
class TimelinePiece:
    """A timeline."""

    block: Timeline
    stretches: bool = True
    visual: bool = False

    def height(self, width: float, setting: Setting) -> float:
        setting = setting.within(self.block.lang)
        if self._across(width, setting):
            return sum(self._bands(width, setting)) + DOT + 2 * GAP
        return sum(self._rows(width, setting)) + _between(setting) * (len(self.block.events) - 1)

    def place(self, box: Box, setting: Setting, names: Names, slot: Slot | None) -> list[Placed]:
        setting = setting.within(self.block.lang)
        draw = self._place_across if self._across(box.w, setting) else self._place_down
        children = draw(box, setting, names)
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
        style = "event-when" if paras is _when else "event-what"
        return max(set_text(paras(event), style, width, setting)[1] for event in self.block.events)

    def _place_across(self, box: Box, setting: Setting, names: Names) -> list[Placed]:
        each = self._column_width(box.w, setting)
        above, below = self._bands(box.w, setting)
        spare = max(box.h - above - below - DOT - 2 * GAP, 0.0)
        top = box.y + spare * 0.3  # a little above the middle, where the eye looks for it
        axis = top + above + GAP + DOT / 2
        children = [_axis(Box(box.x, round(axis - AXIS / 2, 2), box.w, AXIS), names)]
        rtl = setting.direction("", setting.lang)
        for i, event in enumerate(self.block.events):
            x = box.x + i * (each + setting.tools.theme.gutter)
            if rtl:
                x = 2 * box.x + box.w - x - each
            dot = Box(round(x + (each - DOT if rtl else 0.0), 2), round(axis - DOT / 2, 2), DOT, DOT)
            when = Box(round(x, 2), round(top, 2), round(each, 2), round(above, 2))
            what = Box(round(x, 2), round(axis + DOT / 2 + GAP, 2), round(each, 2), round(below, 2))
            children.append(_dot(dot, names))
            children.append(_event(event, when, what, setting, names, at_foot=True))
        return children

    # -- below one another

    def _date_width(self, width: float, setting: Setting) -> float:
        """The width in pt of the dates' column: that of the longest, at most a third."""
        longest = max(
            setting.tools.measurer.shaped(para.text, look).width * look.size
            for event in self.block.events
            for para in _when(event)
            for look in [setting.style(para.style).level(0)]
        )
        return min(longest * 1.03 + 1, width / 3)

    def _text_width(self, width: float, setting: Setting) -> float:
        return width - self._date_width(width, setting) - DOT - 2 * GAP

    def _rows(self, width: float, setting: Setting) -> list[float]:
        """The height in pt of each event."""
        dates, texts = self._date_width(width, setting), self._text_width(width, setting)
        return [
            max(
                set_text(_when(event), "event-when", dates, setting)[1],
                set_text(_what(event), "event-what", texts, setting)[1],
            )
            for event in self.block.events
        ]

    def _place_down(self, box: Box, setting: Setting, names: Names) -> list[Placed]:
        rows = self._rows(box.w, setting)
        dates = self._date_width(box.w, setting)
        spread = (box.h - sum(rows)) / max(len(rows) - 1, 1)
        pitch = min(max(spread, _between(setting)), setting.style("event-what").level(0).size * 1.4)
        rtl = setting.direction("", setting.lang)
        axis = box.x + dates + GAP + DOT / 2
        middle = setting.style("event-when").level(0).size * 0.6 + 0.5
        children: list[Placed] = []
        y = box.y
        ys = []
        for event, row in zip(self.block.events, rows, strict=True):
            when = Box(box.x, round(y, 2), round(dates, 2), round(row, 2))
            what = Box(round(axis + DOT / 2 + GAP, 2), round(y, 2), 0.0, round(row, 2))
            what = Box(what.x, what.y, round(box.right - what.x, 2), what.h)
            dot = Box(round(axis - DOT / 2, 2), round(y + middle - DOT / 2, 2), DOT, DOT)
            boxes = [_mirrored(b, box) for b in (when, what, dot)] if rtl else [when, what, dot]
            children += [_dot(boxes[2], names), _event(event, boxes[0], boxes[1], setting, names)]
            ys.append(y + middle)
            y += row + pitch
        line = Box(round(axis - AXIS / 2, 2), round(ys[0], 2), AXIS, round(max(ys[-1] - ys[0], AXIS), 2))
        return [_axis(_mirrored(line, box) if rtl else line, names), *children]


def _between(setting: Setting) -> float:
    """The least space in pt between two events that stand below one another."""
    return setting.style("event-what").level(0).size * 0.5


def _mirrored(inner: Box, outer: Box) -> Box:
    return Box(round(2 * outer.x + outer.w - inner.right, 2), inner.y, inner.w, inner.h)


def _axis(box: Box, names: Names) -> Placed:
    return Placed(names.new(Part.RULE), Part.RULE, box, Shape(AXIS_COLOR))


def _dot(box: Box, names: Names) -> Placed:
    return Placed(names.new(Part.RULE), Part.RULE, box, Shape(ColorRef("accent1"), "ellipse"))


def _event(
    event: Event, when: Box, what: Box, setting: Setting, names: Names, *, at_foot: bool = False
) -> Placed:
    """One event: its date and its text as two boxes."""
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
    )
