"""A slide's own texts (title, subtitle, authors …) and its layout → these texts placed in their slots."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from deckgen.diagnostics import Report
from deckgen.layout.opening import Wanted
from deckgen.layout.room import free_around
from deckgen.layout.setting import Names, Setting
from deckgen.layout.textbox import Para, text_height
from deckgen.layout.titles import SMALLER, place_text
from deckgen.model import Slide
from deckgen.scene import Part, Placed
from deckgen.slots import Layout, Slot


def place_texts(
    texts: Sequence[Wanted], layout: Layout, setting: Setting, names: Names, report: Report, slide: Slide
) -> Iterator[Placed]:
    """Each text in its slot; one for which the layout has none is reported."""
    for wanted in texts:
        slot, part = layout.slot(wanted.slot), wanted.part
        if slot is None:
            report.error(
                "no-slot",
                f"the layout `{layout.name}` has no place for a {part.value.lower()}",
                slide.layout_span if slide.layout else slide.span,
                "choose another `layout:` or leave it out",
            )
            continue
        balanced = part in {Part.TITLE, Part.SUBTITLE}
        free = free_around(slot, layout, [one.slot for one in texts], setting.tools.theme)
        yield place_text(
            _paras(wanted, slot), slot, part, setting, names, report, slide.span, balanced=balanced, free=free
        )


def _paras(wanted: Wanted, slot: Slot) -> list[Para]:
    return [Para(text, style or slot.style) for text, style in wanted.texts]


def eased(layout: Layout, texts: Sequence[Wanted], setting: Setting) -> Layout:
    """On a template: the layout with a text's box as high as it needs, where the title has room to give.

    A subtitle's placeholder is often made for one line, under a title's made for four.
    """
    title = layout.slot("title")
    above = next((one for one in texts if one.slot == "title"), None)
    if layout.part is None or title is None or above is None:
        return layout
    for wanted in texts:
        slot = layout.slot(wanted.slot)
        if slot is None or slot is title or slot.box.y < title.box.bottom - 1:
            continue
        free = free_around(slot, layout, [one.slot for one in texts], setting.tools.theme) or slot.box
        lacking = _least_height(wanted, slot, setting) - free.h
        spare = title.box.h - text_height(_paras(above, title), title.box.w, setting.at(SMALLER))
        if 0 < lacking <= spare:
            return _given(layout, title, slot, round(lacking + 1, 2))
    return layout


def _least_height(wanted: Wanted, slot: Slot, setting: Setting) -> float:
    """The height in pt that a text needs at the smallest size."""
    theme = setting.tools.theme
    least = min(theme.floor / theme.styles[slot.style].level(0).size, 1.0)
    return text_height(_paras(wanted, slot), slot.box.w, setting.at(least))


def _given(layout: Layout, title: Slot, slot: Slot, height: float) -> Layout:
    """The layout with `height` pt of the title's foot given to the slot below it."""
    moved = {
        title.name: replace(title, box=replace(title.box, h=round(title.box.h - height, 2))),
        slot.name: replace(
            slot, box=replace(slot.box, y=round(slot.box.y - height, 2), h=round(slot.box.h + height, 2))
        ),
    }
    return replace(layout, slots=tuple(moved.get(one.name, one) for one in layout.slots))
