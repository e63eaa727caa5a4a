"""A preset shape, its size and adjustments → outlines in pt."""

from __future__ import annotations

from deckgen.template.drawing.outline import Outline
from deckgen.template.drawing.presets.arrows import ARROWS
from deckgen.template.drawing.presets.basic import BASIC
from deckgen.template.drawing.presets.figures import FIGURES
from deckgen.template.drawing.presets.frame import Frame, Preset

PRESETS: dict[str, Preset] = BASIC | ARROWS | FIGURES
"""Every preset that is drawn, by its name (ST_ShapeType)."""


def preset_outlines(name: str, width: float, height: float, given: dict[str, float]) -> list[Outline] | None:
    """The outlines of a preset with the adjustments that a file gives; None for one that is not known."""
    preset = PRESETS.get(name)
    if preset is None:
        return None
    return preset(Frame(max(width, 1e-6), max(height, 1e-6), given))
