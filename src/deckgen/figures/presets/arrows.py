"""Arrows and chevrons, by the formulas of the presets in ECMA-376-1, annex D."""

from __future__ import annotations

from deckgen.figures.outline import Outline, Point, polygon
from deckgen.figures.presets.frame import Frame, Preset

_Side = str


def _turned(f: Frame, side: _Side) -> tuple[float, float]:
    """Length and breadth of an arrow that points to a side."""
    return (f.w, f.h) if side in "rl" else (f.h, f.w)


def _placed(f: Frame, side: _Side, points: list[Point]) -> Outline:
    """An arrow drawn to the right (along, across), pointed to its side."""
    match side:
        case "l":
            points = [(f.w - x, y) for x, y in points]
        case "d":
            points = [(y, x) for x, y in points]
        case "u":
            points = [(y, f.h - x) for x, y in points]
    return polygon(*points)


def _arrow(side: _Side) -> Preset:
    """A shaft (adj1 of its breadth) with a head (adj2 of the shorter side long)."""

    def made(f: Frame) -> list[Outline]:
        long, broad = _turned(f, side)
        shaft = f.adj("adj1", 50000, high=1) * broad / 2
        x, y = long - f.adj("adj2", 50000, high=long / f.short) * f.short, broad / 2
        return [_placed(f, side, [(0, y - shaft), (x, y - shaft), (x, 0), (long, y), (x, broad),
                                  (x, y + shaft), (0, y + shaft)])]  # fmt: skip

    return made


def _two_headed(side: _Side) -> Preset:
    def made(f: Frame) -> list[Outline]:
        long, broad = _turned(f, side)
        shaft = f.adj("adj1", 50000, high=1) * broad / 2
        x, y = f.adj("adj2", 50000, high=long / f.short / 2) * f.short, broad / 2
        z = long - x
        return [_placed(f, side, [(0, y), (x, 0), (x, y - shaft), (z, y - shaft), (z, 0), (long, y),
                                  (z, broad), (z, y + shaft), (x, y + shaft), (x, broad)])]  # fmt: skip

    return made


def notched_right_arrow(f: Frame) -> list[Outline]:
    shaft = f.adj("adj1", 50000, high=1) * f.h / 2
    head, y = f.adj("adj2", 50000, high=f.w / f.short) * f.short, f.h / 2
    x, notch = f.w - head, shaft * head / y if y else 0
    return [polygon((0, y - shaft), (x, y - shaft), (x, 0), (f.w, y), (x, f.h), (x, y + shaft),
                    (0, y + shaft), (notch, y))]  # fmt: skip


def striped_right_arrow(f: Frame) -> list[Outline]:
    shaft = f.adj("adj1", 50000, high=1) * f.h / 2
    y, s = f.h / 2, f.short
    x = f.w - f.adj("adj2", 50000, high=0.84375 * f.w / s) * s
    top, bottom = y - shaft, y + shaft
    made = polygon((0, top), (s / 32, top), (s / 32, bottom), (0, bottom))
    made.join(polygon((s / 16, top), (s / 8, top), (s / 8, bottom), (s / 16, bottom)))
    body = [(s * 5 / 32, top), (x, top), (x, 0), (f.w, y), (x, f.h), (x, bottom), (s * 5 / 32, bottom)]
    return [made.join(polygon(*body))]


def chevron(f: Frame) -> list[Outline]:
    d = f.adj("adj", 50000, high=f.w / f.short) * f.short
    x, y = f.w - d, f.h / 2
    return [polygon((0, 0), (x, 0), (f.w, y), (x, f.h), (0, f.h), (d, y))]


def home_plate(f: Frame) -> list[Outline]:
    x = f.w - f.adj("adj", 50000, high=f.w / f.short) * f.short
    return [polygon((0, 0), (x, 0), (f.w, f.h / 2), (x, f.h), (0, f.h))]


def quad_arrow(f: Frame) -> list[Outline]:
    s, (x, y) = f.short, f.middle
    half = f.adj("adj2", 22500)
    shaft = f.adj("adj1", 22500, high=2 * half) * s / 2
    head, wide = f.adj("adj3", 22500, high=(1 - 2 * half) / 2) * s, half * s
    points: list[Point] = [(x, 0), (x + wide, head), (x + shaft, head), (x + shaft, y - shaft)]
    points += [(f.w - head, y - shaft), (f.w - head, y - wide), (f.w, y), (f.w - head, y + wide)]
    points += [(f.w - head, y + shaft), (x + shaft, y + shaft), (x + shaft, f.h - head)]
    points += [(x + wide, f.h - head), (x, f.h), (x - wide, f.h - head), (x - shaft, f.h - head)]
    points += [(x - shaft, y + shaft), (head, y + shaft), (head, y + wide), (0, y), (head, y - wide)]
    return [polygon(*points, (head, y - shaft), (x - shaft, y - shaft), (x - shaft, head), (x - wide, head))]


def bent_arrow(f: Frame) -> list[Outline]:
    s, w, h = f.short, f.w, f.h
    half = f.adj("adj2", 25000)
    thick = f.adj("adj1", 25000, high=2 * half) * s
    head = f.adj("adj3", 25000) * s
    y = half * s
    outer = f.adj("adj4", 43750, high=min(w - head, h) / s) * s
    inner, top = max(outer - thick, 0), y - thick / 2
    made = Outline().move(0, h).line((0, top + outer)).arc(outer, outer, 180, 90).line((w - head, top))
    made.line((w - head, 0), (w, y), (w - head, 2 * y), (w - head, top + thick), (thick + inner, top + thick))
    if inner:
        made.arc(inner, inner, 270, -90)
    return [made.line((thick, h)).close()]


def uturn_arrow(f: Frame) -> list[Outline]:
    s, w, h = f.short, f.w, f.h
    half = f.adj("adj2", 25000, high=0.25)
    thick = f.adj("adj1", 25000, high=2 * half) * s
    end = f.adj("adj5", 75000, high=1) * h
    head = f.adj("adj3", 25000, high=end / s) * s
    x = w - half * s
    right, neck = x + thick / 2, end - head
    outer = f.adj("adj4", 43750, high=min(right / 2, max(neck, 0)) / s) * s
    inner = max(outer - thick, 0)
    made = Outline().move(0, h).line((0, outer)).arc(outer, outer, 180, 90).line((right - outer, 0))
    made.arc(outer, outer, 270, 90).line((right, neck), (w, neck), (x, end), (w - 2 * half * s, neck))
    made.line((right - thick, neck), (right - thick, thick + inner))
    if inner:
        made.arc(inner, inner, 0, -90).line((thick + inner, thick)).arc(inner, inner, 270, -90)
    return [made.line((thick, h)).close()]


def _callout(side: _Side) -> Preset:
    """A box with an arrow that leaves it at one side."""

    def made(f: Frame) -> list[Outline]:
        long, broad = _turned(f, side)
        s, y = f.short, broad / 2
        wide = f.adj("adj2", 25000, high=broad / s / 2) * s
        shaft = f.adj("adj1", 25000, high=2 * wide / s) * s / 2
        head = f.adj("adj3", 25000, high=long / s) * s
        box, x = f.adj("adj4", 64977, high=1 - head / long) * long, long - head
        points = [(0.0, 0.0), (box, 0), (box, y - shaft), (x, y - shaft), (x, y - wide), (long, y)]
        points += [(x, y + wide), (x, y + shaft), (box, y + shaft), (box, broad), (0, broad)]
        return [_placed(f, side, points)]

    return made


ARROWS: dict[str, Preset] = {
    "rightArrow": _arrow("r"), "leftArrow": _arrow("l"), "upArrow": _arrow("u"), "downArrow": _arrow("d"),
    "leftRightArrow": _two_headed("r"), "upDownArrow": _two_headed("d"), "quadArrow": quad_arrow,
    "notchedRightArrow": notched_right_arrow, "stripedRightArrow": striped_right_arrow,
    "chevron": chevron, "homePlate": home_plate, "bentArrow": bent_arrow, "uturnArrow": uturn_arrow,
    "rightArrowCallout": _callout("r"), "leftArrowCallout": _callout("l"),
    "upArrowCallout": _callout("u"), "downArrowCallout": _callout("d"),
}  # fmt: skip
"""Presets by their names (ST_ShapeType)."""
