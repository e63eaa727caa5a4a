"""The slots of a layout → what is wrong with them: too many of a kind, off the page, over one another."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

from deckgen.diagnostics import Report, Span
from deckgen.slots import Box, Slot, SlotKind

ONCE = (SlotKind.TITLE, SlotKind.DATE, SlotKind.FOOTER, SlotKind.NUMBER)
"""Kinds of which a layout has one slot at the most: their placeholders have fixed numbers."""

MOST = {SlotKind.BODY: 9, SlotKind.SUBTITLE: 9, SlotKind.TEXT: 27}
"""How many slots of the other kinds there may be; those of the first two are counted together."""

WANTED: dict[str, tuple[str, ...]] = {
    "opening": ("title",), "section": ("title",), "title-body": ("title", "body"), "title-only": ("title",),
    "columns": ("title", "column1", "column2"), "columns-3": ("title", "column1", "column2", "column3"),
    "columns-4": ("title", "column1", "column2", "column3", "column4"),
    "comparison": ("title", "column1-title", "column1", "column2-title", "column2"),
    "media": ("title", "media"),
    "text-media": ("title", "body", "media"), "media-text": ("title", "media", "body"),
    "statement": ("statement", "source"),
}  # fmt: skip
"""The slots that our layouts have to have, since the layout of slides counts on them."""

TOLERANCE = 1.0
"""By how many pt slots may stand over one another, or over the page's edge."""

Where = Callable[[Slot], Span]


def check_slots(name: str, slots: tuple[Slot, ...], where: Where, page: tuple[float, float],
                report: Report, layout: Span) -> None:  # fmt: skip
    """Report what is wrong with the slots of the layout `name`; `where` says at which place each is told."""
    _check_kinds(name, slots, where, report)
    lacking = [wanted for wanted in WANTED.get(name, ()) if wanted not in {slot.name for slot in slots}]
    if lacking:
        message = f"the layout `{name}` lacks the slots {', '.join(lacking)}, which slides count on"
        report.error("theme-lacks", message, layout, "a layout by another name may have any slots")
    for slot in slots:
        box = slot.box
        if box.w < TOLERANCE or box.h < TOLERANCE:
            side = "width" if box.w < TOLERANCE else "height"
            message = f"the slot `{slot.name}` of `{name}` has no {side} left on a page of {_page(page)}"
            report.error("slot-empty", message, where(slot))
        elif _off(box, page):
            message = f"the slot `{slot.name}` of `{name}` leaves the page of {_page(page)}"
            report.warning("slot-off-page", message, where(slot))
    for a, b in combinations(slots, 2):
        if _overlap(a.box, b.box):
            message = f"the slots `{a.name}` and `{b.name}` of `{name}` overlap on a page of {_page(page)}"
            report.warning("slots-overlap", message, where(b))


def _check_kinds(name: str, slots: tuple[Slot, ...], where: Where, report: Report) -> None:
    counts: dict[SlotKind, int] = {}
    for slot in slots:
        kind = SlotKind.BODY if slot.kind is SlotKind.SUBTITLE else slot.kind
        counts[kind] = counts.get(kind, 0) + 1
        most = 1 if kind in ONCE else MOST[kind]
        if counts[kind] == most + 1:
            what = "one slot" if most == 1 else f"{most} slots"
            message = f"the layout `{name}` takes no more than {what} of the kind `{slot.kind}`"
            report.error("theme-value", message, where(slot))


def _page(page: tuple[float, float]) -> str:
    return f"{page[0]:g} × {page[1]:g} pt"


def _off(box: Box, page: tuple[float, float]) -> bool:
    """Whether a box leaves the page."""
    least, most = -TOLERANCE, TOLERANCE
    return box.x < least or box.y < least or box.right > page[0] + most or box.bottom > page[1] + most


def _overlap(a: Box, b: Box) -> bool:
    across, down = min(a.right, b.right) - max(a.x, b.x), min(a.bottom, b.bottom) - max(a.y, b.y)
    return across > TOLERANCE and down > TOLERANCE
