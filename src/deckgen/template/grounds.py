"""A template's layout → whether its text is light on dark, and the colour behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from deckgen.color import Hex, luminance
from deckgen.slots import Box
from deckgen.template.model import Layout, Placeholder
from deckgen.template.places import TEXTS, places_of
from deckgen.theme import ColorRef, shown

Look = Callable[[str, Box], Hex | None]
"""The colour of a layout's drawing (by its part) in a box; None where nobody can tell."""

_MIDDLE = 0.18
"""The luminance from which dark text can be read better than light text (WCAG 2.2)."""

_LIGHT = 0.5
"""The luminance from which text is light, whatever is behind it."""

_ALIKE = 4
"""Colours of which no channel differs by more are one: a drawing rounds."""


def blind(part: str, box: Box) -> None:
    """The look of one that draws nothing."""


def lit(layout: Layout, page: tuple[float, float], look: Look = blind) -> bool:
    """Whether light text stands on a dark ground.

    That is told by the main place for content, else by a title in the middle; where there is neither, by the
    ground in the middle of the page.
    """
    main = main_text(layout, page)
    ground = ground_at(layout, main.box if main else _centre(page), look)
    if main is None:
        return luminance(ground or shown(ColorRef("background"), layout.colors)) < _MIDDLE
    text = luminance(shown(main.style.level(0).color, layout.colors))
    return text > luminance(ground) if ground else text > _LIGHT


def main_text(layout: Layout, page: tuple[float, float]) -> Placeholder | None:
    """The placeholder whose text tells how a layout's text looks; a title over content does not."""
    places = places_of(layout, page)
    bodies = [p for p in places.large if p.type in TEXTS]
    if places.top_title is None and places.title is not None:
        return places.title
    return max(bodies, key=places.share, default=None)


def ground_at(layout: Layout, box: Box, look: Look) -> Hex | None:
    """The colour in a box of the layout; None where it is not known."""
    return look(layout.part, box) or layout.ground


def _centre(page: tuple[float, float]) -> Box:
    width, height = page
    return Box(width * 0.1, height * 0.3, width * 0.8, height * 0.5)


def role_of(color: Hex, colors: Mapping[str, Hex]) -> ColorRef:
    """The first role that has a colour, or the colour itself."""
    for role in ("background", "surface", "muted", "accent1", "accent2"):
        if alike(colors[role], color):
            return ColorRef(role)
    return ColorRef(color)


def alike(a: Hex, b: Hex) -> bool:
    """Whether two colours are one to the eye."""
    return all(abs(int(a[i : i + 2], 16) - int(b[i : i + 2], 16)) <= _ALIKE for i in (1, 3, 5))
