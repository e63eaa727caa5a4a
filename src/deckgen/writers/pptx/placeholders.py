"""Slots → placeholders: what ties a shape on a slide to its layout and master, and what it inherits there."""

from __future__ import annotations

import re
from typing import Literal, assert_never

from deckgen.scene import PlacedText
from deckgen.slots import Box, Inherited, Layout, Slot, SlotKind
from deckgen.writers.pptx.markup import emu
from deckgen.writers.pptx.text import ANCHORS

TITLED = "opening"
"""The layout whose title is a centred title in PowerPoint's terms: the one of a title slide."""

Filling = Literal["text", "picture", "table", "chart"]
"""What a shape brings into a placeholder."""

HOLDS: dict[str, frozenset[Filling]] = {
    "": frozenset({"text", "picture", "table", "chart"}),
    "obj": frozenset({"text", "picture", "table", "chart"}),
    "pic": frozenset({"picture"}),
    "clipArt": frozenset({"picture"}),
    "media": frozenset({"picture"}),
    "tbl": frozenset({"table"}),
    "chart": frozenset({"chart"}),
    "dgm": frozenset(),
}
"""What placeholders hold by their types (ST_PlaceholderType); all others hold text."""

_TYPE = re.compile(r' type="(\w+)"')


def placeholder_type(slot: Slot, layout: Layout) -> str:
    """The `type` of the slot's placeholder; "" for any content."""
    if slot.inherited:
        found = _TYPE.search(slot.inherited.attributes)
        return found[1] if found else ""
    match slot.kind:
        case SlotKind.TITLE:
            return "ctrTitle" if layout.name == TITLED else "title"
        case SlotKind.SUBTITLE:
            return "subTitle"
        case SlotKind.BODY:
            return ""
        case SlotKind.TEXT:
            return "body"
        case SlotKind.DATE:
            return "dt"
        case SlotKind.FOOTER:
            return "ftr"
        case SlotKind.NUMBER:
            return "sldNum"
        case _:
            assert_never(slot.kind)


def takes(slot: Slot, layout: Layout, filling: Filling) -> bool:
    """Whether the slot is a placeholder, and one for what is to fill it."""
    if slot.index is None:
        return False
    return filling in HOLDS.get(placeholder_type(slot, layout), {"text"})


def placeholder(slot: Slot, layout: Layout, prompted: bool = False) -> str:
    """`p:ph` of a slot; `prompted` on a layout that has its own words in it."""
    if slot.inherited:
        return f"<p:ph{slot.inherited.attributes}/>"
    kind = placeholder_type(slot, layout)
    attributes = f' type="{kind}"' if kind else ""
    if slot.kind is not SlotKind.TITLE:
        attributes += f' idx="{slot.index}"'
    if prompted:
        attributes += ' hasCustomPrompt="1"'
    return f"<p:ph{attributes}/>"


def frame(slot: Slot) -> Box:
    """The box of the slot's placeholder."""
    return slot.inherited.frame if slot.inherited else slot.box


def placeholder_properties(text: PlacedText, slot: Slot, rtl: bool, *, moved: bool) -> str:
    """`a:bodyPr` of a text in its placeholder: what differs from what it inherits.

    One that is `moved` stands in a box of its own, without insets.
    """
    inherited = slot.inherited
    insets = _insets(text, inherited, rtl, moved=moved)
    anchor = f' anchor="{ANCHORS[text.anchor]}"' if text.anchor != slot.anchor else ""
    inner = "<a:noAutofit/>" if inherited and inherited.autofit else ""
    attributes = f"{inherited.resets if inherited else ''}{insets}{anchor}"
    return f"<a:bodyPr{attributes}>{inner}</a:bodyPr>" if inner else f"<a:bodyPr{attributes}/>"


def _insets(text: PlacedText, inherited: Inherited | None, rtl: bool, *, moved: bool) -> str:
    own = inherited.insets if inherited and not moved else (0.0, 0.0, 0.0, 0.0)
    sides = dict(zip(("lIns", "tIns", "rIns", "bIns"), own, strict=True))
    end = "lIns" if rtl else "rIns"
    sides[end] += text.inset_end
    written = sides if inherited and moved else {end: sides[end]} if text.inset_end else {}
    return "".join(f' {side}="{emu(inset)}"' for side, inset in written.items())
