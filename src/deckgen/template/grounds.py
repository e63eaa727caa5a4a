"""A template's layout → whether its text is light on dark, and the colour behind it."""

from __future__ import annotations

from deckgen.color import Hex, luminance
from deckgen.template.model import Layout
from deckgen.template.places import TITLES
from deckgen.theme import ColorRef, shown

_MIDDLE = 0.18
"""The luminance from which dark text can be read better than light text (WCAG 2.2)."""


def text_color(layout: Layout) -> Hex | None:
    """The colour of its title or, without one, of its first text that is no furniture; None without any."""
    texts = [p for p in layout.placeholders if p.type in TITLES | {"subTitle", "body", "obj"}]
    chosen = next((p for p in texts if p.type in TITLES), texts[0] if texts else None)
    return shown(chosen.style.level(0).color, layout.colors) if chosen else None


def lit(layout: Layout) -> bool:
    """Whether light text stands on a dark ground."""
    text, ground = text_color(layout), ground_of(layout)
    if text is None:
        return luminance(ground) < _MIDDLE
    if layout.ground is None and layout.override is None:
        return luminance(text) > 0.5
    return luminance(text) > luminance(ground)


def ground_of(layout: Layout) -> Hex:
    """The colour behind its text, as far as the file says."""
    return layout.ground or shown(ColorRef("background"), layout.colors)
