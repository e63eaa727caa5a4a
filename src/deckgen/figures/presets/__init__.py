"""A preset shape, its size and adjustments → outlines in pt."""

from __future__ import annotations

from typing import Final

from deckgen.figures.outline import Outline
from deckgen.figures.presets.arrows import ARROWS
from deckgen.figures.presets.basic import BASIC
from deckgen.figures.presets.figures import FIGURES
from deckgen.figures.presets.frame import WHOLE, Frame, Preset

PRESETS: dict[str, Preset] = BASIC | ARROWS | FIGURES
"""Every preset that is drawn, by its name (ST_ShapeType)."""

GUIDES: Final[dict[str, tuple[str, ...]]] = {
    "triangle": ("adj",), "parallelogram": ("adj",), "trapezoid": ("adj",), "chevron": ("adj",),
    "homePlate": ("adj",), "halfFrame": ("adj1", "adj2"), "frame": ("adj1",), "rtTriangle": (), "diamond": (),
    "line": (), "rect": (), "roundRect": ("adj",), "ellipse": (),
}  # fmt: skip
"""The shapes that a theme's layout may draw, and the guides that hold their proportion."""


def preset_outlines(name: str, width: float, height: float, given: dict[str, float]) -> list[Outline] | None:
    """The outlines of a preset with the adjustments that a file gives; None for one that is not known."""
    preset = PRESETS.get(name)
    if preset is None:
        return None
    return preset(Frame(max(width, 1e-6), max(height, 1e-6), given))


def preset_path(name: str, width: float, height: float, adjust: float | None = None) -> str:
    """The SVG path of a shape of `GUIDES`, in pt; `adjust` replaces its own proportion.  Raises KeyError."""
    share = {} if adjust is None else dict.fromkeys(GUIDES[name], adjust * WHOLE)
    return "".join(outline.data for outline in preset_outlines(name, width, height, share) or ())
