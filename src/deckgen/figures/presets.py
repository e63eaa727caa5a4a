"""A preset shape of DrawingML, its size and its proportion → an SVG path, and the guides that say the same.

The formulas are those of ECMA-376's presetShapeDefinitions.xml.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

Point = tuple[float, float]

GUIDES: Final[dict[str, tuple[str, ...]]] = {
    "triangle": ("adj",), "parallelogram": ("adj",), "trapezoid": ("adj",), "chevron": ("adj",),
    "homePlate": ("adj",), "halfFrame": ("adj1", "adj2"), "frame": ("adj1",), "rtTriangle": (), "diamond": (),
    "line": (), "rect": (), "roundRect": ("adj",), "ellipse": (),
}  # fmt: skip
"""The shapes that a layout may draw, and the guides that hold their proportion."""

USUAL: Final = {
    "triangle": 0.5, "parallelogram": 0.25, "trapezoid": 0.25, "chevron": 0.5, "homePlate": 0.5,
    "halfFrame": 0.33333, "frame": 0.125,
}  # fmt: skip
"""A shape's proportion where nothing else is said: of a triangle where its tip stands, in its width; of
others how far they slant, or how thick they are, in the shorter side."""


def preset_path(
    preset: str, w: float, h: float, adjust: float | None = None, flip: tuple[bool, bool] = (False, False)
) -> str:
    """The outline of a shape with straight sides, from its own top left corner (pt).  Raises KeyError."""
    rings = _RINGS[preset](w, h, USUAL.get(preset, 0.0) if adjust is None else adjust)
    return "".join(_path([_flipped(at, w, h, flip) for at in ring], preset != "line") for ring in rings)


def _flipped(at: Point, w: float, h: float, flip: tuple[bool, bool]) -> Point:
    return (w - at[0] if flip[0] else at[0], h - at[1] if flip[1] else at[1])


def _path(points: list[Point], closed: bool) -> str:
    return "M" + "L".join(f"{_number(x)},{_number(y)}" for x, y in points) + ("Z" if closed else "")


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _parallelogram(w: float, h: float, adjust: float) -> list[list[Point]]:
    slant = min(min(w, h) * adjust, w)
    return [[(0, h), (slant, 0), (w, 0), (w - slant, h)]]


def _trapezoid(w: float, h: float, adjust: float) -> list[list[Point]]:
    slant = min(min(w, h) * adjust, w / 2)
    return [[(0, h), (slant, 0), (w - slant, 0), (w, h)]]


def _chevron(w: float, h: float, adjust: float) -> list[list[Point]]:
    tip = min(min(w, h) * adjust, w)
    return [[(0, 0), (w - tip, 0), (w, h / 2), (w - tip, h), (0, h), (tip, h / 2)]]


def _home_plate(w: float, h: float, adjust: float) -> list[list[Point]]:
    tip = min(min(w, h) * adjust, w)
    return [[(0, 0), (w - tip, 0), (w, h / 2), (w - tip, h), (0, h)]]


def _half_frame(w: float, h: float, adjust: float) -> list[list[Point]]:
    across = min(min(w, h) * adjust, w)
    down = min(min(w, h) * adjust, h - h * across / w)
    right, low = w - down * w / h, h - across * h / w
    return [[(0, 0), (w, 0), (right, down), (across, down), (across, low), (0, h)]]


def _frame(w: float, h: float, adjust: float) -> list[list[Point]]:
    t = min(w, h) * min(adjust, 0.5)
    return [[(0, 0), (w, 0), (w, h), (0, h)], [(t, t), (t, h - t), (w - t, h - t), (w - t, t)]]


_RINGS: Final[dict[str, Callable[[float, float, float], list[list[Point]]]]] = {
    "triangle": lambda w, h, adjust: [[(0, h), (w * min(adjust, 1.0), 0), (w, h)]],
    "rtTriangle": lambda w, h, _: [[(0, h), (0, 0), (w, h)]],
    "diamond": lambda w, h, _: [[(0, h / 2), (w / 2, 0), (w, h / 2), (w / 2, h)]],
    "parallelogram": _parallelogram,
    "trapezoid": _trapezoid,
    "chevron": _chevron,
    "homePlate": _home_plate,
    "halfFrame": _half_frame,
    "frame": _frame,
    "line": lambda w, h, _: [[(0, 0), (w, h)]],
}
"""The corners of each, ring by ring."""
