"""A preset shape and its size → its outline as an SVG path, with the lines that some have inside.

The formulas are those of ECMA-376's presetShapeDefinitions.xml at their default adjustments.
"""

from __future__ import annotations

from collections.abc import Callable

from deckgen.figures.diagrams.shapes import NOTCH
from deckgen.figures.diagrams.sizes import Size

Path = tuple[str, str]
"""An outline that is filled and drawn, and lines in it that are only drawn ("" for none)."""


def shape_path(preset: str, size: Size, radius: float = 0.0, *, flipped: bool = False) -> Path:
    """The path of a shape, from its own top left corner; `radius` rounds the corners of a roundRect."""
    if preset == "roundRect":
        return _rounded(size, radius), ""
    if preset in _DRAWN:
        return _DRAWN[preset](size)
    corners = [(x * size.w, y * size.h) for x, y in _corners(preset, size)]
    if flipped:
        corners = [(size.w - x, y) for x, y in corners]
    return polygon(corners), ""


def polygon(corners: list[tuple[float, float]]) -> str:
    """A closed path through points."""
    return "M" + "L".join(f"{number(x)},{number(y)}" for x, y in corners) + "Z"


def number(value: float) -> str:
    """A coordinate in the fewest digits that the eye can tell."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _corners(preset: str, size: Size) -> list[tuple[float, float]]:
    """The corners of a shape with straight sides, in shares of its width and height."""
    slant = min(size.w, size.h) / 4 / size.w
    notch = size.h * NOTCH / size.w
    return {
        "flowChartDecision": [(0.0, 0.5), (0.5, 0.0), (1.0, 0.5), (0.5, 1.0)],
        "flowChartPreparation": [(0.0, 0.5), (0.2, 0.0), (0.8, 0.0), (1.0, 0.5), (0.8, 1.0), (0.2, 1.0)],
        "flowChartInputOutput": [(0.0, 1.0), (0.2, 0.0), (1.0, 0.0), (0.8, 1.0)],
        "flowChartManualOperation": [(0.0, 0.0), (1.0, 0.0), (0.8, 1.0), (0.2, 1.0)],
        "trapezoid": [(0.0, 1.0), (slant, 0.0), (1 - slant, 0.0), (1.0, 1.0)],
        "flag": [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0), (notch, 0.5)],
    }.get(preset, [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)])


def _rounded(size: Size, radius: float) -> str:
    r = min(radius, size.w / 2, size.h / 2)
    w, h, n = size.w, size.h, number
    arc = f"A{n(r)},{n(r)} 0 0 1 "
    return (
        f"M{n(r)},0H{n(w - r)}{arc}{n(w)},{n(r)}V{n(h - r)}{arc}{n(w - r)},{n(h)}"
        f"H{n(r)}{arc}0,{n(h - r)}V{n(r)}{arc}{n(r)},0Z"
    )


def _ellipse(size: Size) -> Path:
    w, h, n = size.w, size.h, number
    arc = f"A{n(w / 2)},{n(h / 2)} 0 0 1 "
    return f"M0,{n(h / 2)}{arc}{n(w)},{n(h / 2)}{arc}0,{n(h / 2)}Z", ""


def _subroutine(size: Size) -> Path:
    w, h, n = size.w, size.h, number
    return polygon([(0, 0), (w, 0), (w, h), (0, h)]), f"M{n(w / 8)},0V{n(h)}M{n(w * 7 / 8)},0V{n(h)}"


def _disk(size: Size) -> Path:
    w, h, n = size.w, size.h, number
    arc = f"A{n(w / 2)},{n(h / 6)} 0 0 "
    body = f"M0,{n(h / 6)}{arc}1 {n(w)},{n(h / 6)}V{n(h * 5 / 6)}{arc}1 0,{n(h * 5 / 6)}Z"
    return body, f"M{n(w)},{n(h / 6)}{arc}1 0,{n(h / 6)}"


_DRAWN: dict[str, Callable[[Size], Path]] = {
    "ellipse": _ellipse,
    "flowChartPredefinedProcess": _subroutine,
    "flowChartMagneticDisk": _disk,
}
"""Shapes with curves, or with lines inside."""
