"""Slots → placeholder types: what ties a shape on a slide to its layout and master."""

from __future__ import annotations

from typing import assert_never

from deckgen.slots import Layout, Slot, SlotKind

TITLED = "opening"
"""The layout whose title is a centred title in PowerPoint's terms: the one of a title slide."""


def placeholder_type(slot: Slot, layout: Layout) -> str:
    """The `type` of the slot's placeholder; "" for any content."""
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


def placeholder(slot: Slot, layout: Layout, prompted: bool = False) -> str:
    """`p:ph` of a slot; `prompted` on a layout that has its own words in it."""
    kind = placeholder_type(slot, layout)
    attributes = f' type="{kind}"' if kind else ""
    if slot.kind is not SlotKind.TITLE:
        attributes += f' idx="{slot.index}"'
    if prompted:
        attributes += ' hasCustomPrompt="1"'
    return f"<p:ph{attributes}/>"
