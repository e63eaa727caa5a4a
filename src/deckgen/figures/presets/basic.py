"""Rectangles, ellipses, polygons and their like, by the formulas of the presets in ECMA-376-1, annex D."""

from __future__ import annotations

import math

from deckgen.figures.outline import Outline, Point, polygon
from deckgen.figures.presets.frame import Frame, Preset, ellipse, joined


def rect(f: Frame) -> list[Outline]:
    return [polygon((0, 0), (f.w, 0), (f.w, f.h), (0, f.h))]


def line(f: Frame) -> list[Outline]:
    return [Outline("none").move(0, 0).line((f.w, f.h))]


def line_inverse(f: Frame) -> list[Outline]:
    return [Outline("none").move(0, f.h).line((f.w, 0))]


def _cornered(f: Frame, corners: tuple[float, float, float, float], *, snipped: bool) -> Outline:
    """A rectangle whose corners (top left, top right, bottom right, bottom left) are cut or rounded."""
    a, b, c, d = (share * f.short for share in corners)

    def turn(outline: Outline, r: float, to: Point, start: float) -> None:
        if snipped:
            outline.line(to)
        elif r:
            outline.arc(r, r, start, 90)

    made = Outline().move(0, a)
    turn(made, a, (a, 0), 180)
    turn(made.line((f.w - b, 0)), b, (f.w, b), 270)
    turn(made.line((f.w, f.h - c)), c, (f.w - c, f.h), 0)
    turn(made.line((d, f.h)), d, (0, f.h - d), 90)
    return made.close()


def round_rect(f: Frame) -> list[Outline]:
    share = f.adj("adj", 16667)
    return [_cornered(f, (share,) * 4, snipped=False)]


def round_one(f: Frame) -> list[Outline]:
    return [_cornered(f, (0, f.adj("adj", 16667), 0, 0), snipped=False)]


def round_two_same(f: Frame) -> list[Outline]:
    top, bottom = f.adj("adj1", 16667), f.adj("adj2", 0)
    return [_cornered(f, (top, top, bottom, bottom), snipped=False)]


def round_two_diagonal(f: Frame) -> list[Outline]:
    one, other = f.adj("adj1", 16667), f.adj("adj2", 0)
    return [_cornered(f, (one, other, one, other), snipped=False)]


def snip_one(f: Frame) -> list[Outline]:
    return [_cornered(f, (0, f.adj("adj", 16667), 0, 0), snipped=True)]


def snip_two_same(f: Frame) -> list[Outline]:
    top, bottom = f.adj("adj1", 16667), f.adj("adj2", 0)
    return [_cornered(f, (top, top, bottom, bottom), snipped=True)]


def snip_two_diagonal(f: Frame) -> list[Outline]:
    one, other = f.adj("adj1", 0), f.adj("adj2", 16667)
    return [_cornered(f, (one, other, one, other), snipped=True)]


def snip_round(f: Frame) -> list[Outline]:
    r, s = f.adj("adj1", 16667) * f.short, f.adj("adj2", 16667) * f.short
    made = Outline().move(0, r).arc(r, r, 180, 90).line((f.w - s, 0), (f.w, s), (f.w, f.h), (0, f.h))
    return [made.close()]


def plaque(f: Frame) -> list[Outline]:
    r = f.adj("adj", 16667) * f.short
    made = Outline().move(0, r).arc(r, r, 90, -90).line((f.w - r, 0)).arc(r, r, 180, -90)
    made.line((f.w, f.h - r)).arc(r, r, 270, -90).line((r, f.h)).arc(r, r, 0, -90)
    return [made.close()]


def whole_ellipse(f: Frame) -> list[Outline]:
    return [ellipse(f.w / 2, f.h / 2, f.w / 2, f.h / 2)]


def triangle(f: Frame) -> list[Outline]:
    return [polygon((0, f.h), (f.w * f.adj("adj", 50000, high=1), 0), (f.w, f.h))]


def right_triangle(f: Frame) -> list[Outline]:
    return [polygon((0, f.h), (0, 0), (f.w, f.h))]


def diamond(f: Frame) -> list[Outline]:
    return [polygon((0, f.h / 2), (f.w / 2, 0), (f.w, f.h / 2), (f.w / 2, f.h))]


def parallelogram(f: Frame) -> list[Outline]:
    x = f.adj("adj", 25000, high=f.w / f.short) * f.short
    return [polygon((0, f.h), (x, 0), (f.w, 0), (f.w - x, f.h))]


def trapezoid(f: Frame) -> list[Outline]:
    x = f.adj("adj", 25000, high=f.w / f.short / 2) * f.short
    return [polygon((0, f.h), (x, 0), (f.w - x, 0), (f.w, f.h))]


def non_isosceles_trapezoid(f: Frame) -> list[Outline]:
    most = f.w / f.short / 2
    x, y = f.adj("adj1", 25000, high=most) * f.short, f.adj("adj2", 25000, high=most) * f.short
    return [polygon((0, f.h), (x, 0), (f.w - y, 0), (f.w, f.h))]


def hexagon(f: Frame) -> list[Outline]:
    x = f.adj("adj", 25000, high=f.w / f.short / 2) * f.short
    dy = f.h / 2 * f.given.get("vf", 115470) / 100_000 * math.sin(math.radians(60))
    top, bottom = f.h / 2 - dy, f.h / 2 + dy
    return [polygon((0, f.h / 2), (x, top), (f.w - x, top), (f.w, f.h / 2), (f.w - x, bottom), (x, bottom))]


def octagon(f: Frame) -> list[Outline]:
    return [_cornered(f, (f.adj("adj", 29289),) * 4, snipped=True)]


def _regular(count: int, across: float = 1.0, down: float = 1.0, lift: float = 1.0) -> Preset:
    """A polygon of `count` corners, the first at the top, stretched and moved so that it fills its box."""

    def made(f: Frame) -> list[Outline]:
        corners: list[Point] = []
        for n in range(count):
            turn = math.radians(360 * n / count - 90)
            x = f.w / 2 + f.w / 2 * across * math.cos(turn)
            corners.append((x, f.h / 2 * lift + f.h / 2 * down * math.sin(turn)))
        return [polygon(*corners)]

    return made


def heptagon(f: Frame) -> list[Outline]:
    return _regular(7, 1.02572, 1.0521, 1.0521)(f)


def decagon(f: Frame) -> list[Outline]:
    down = 1.05146 * f.h / 2
    turns = [math.radians(36 * n - 180) for n in range(10)]
    return [polygon(*((f.w / 2 * (1 + math.cos(t)), f.h / 2 + down * math.sin(t)) for t in turns))]


def dodecagon(f: Frame) -> list[Outline]:
    near, far = 2894 / 21600, 7906 / 21600
    steps = (0, near, far, 1 - far, 1 - near, 1)
    order = [(0, 2), (1, 1), (2, 0), (3, 0), (4, 1), (5, 2), (5, 3), (4, 4), (3, 5), (2, 5), (1, 4), (0, 3)]
    return [polygon(*((f.w * steps[x], f.h * steps[y]) for x, y in order))]


def plus(f: Frame) -> list[Outline]:
    d = f.adj("adj", 25000) * f.short
    w, h = f.w, f.h
    return [polygon((0, d), (d, d), (d, 0), (w - d, 0), (w - d, d), (w, d),
                    (w, h - d), (w - d, h - d), (w - d, h), (d, h), (d, h - d), (0, h - d))]  # fmt: skip


def donut(f: Frame) -> list[Outline]:
    d = f.adj("adj", 25000) * f.short
    x, y = f.middle
    return [joined(ellipse(x, y, x, y), ellipse(x, y, x - d, y - d, back=True))]


def frame(f: Frame) -> list[Outline]:
    d = f.adj("adj1", 12500) * f.short
    w, h = f.w, f.h
    return [joined(polygon((0, 0), (w, 0), (w, h), (0, h)),
                   polygon((d, d), (d, h - d), (w - d, h - d), (w - d, d)))]  # fmt: skip


def half_frame(f: Frame) -> list[Outline]:
    w, h, short = f.w, f.h, f.short
    x = f.adj("adj2", 33333, high=w / short) * short
    y = f.adj("adj1", 33333, high=max(h * (w - x) / w / short, 0)) * short
    return [polygon((0, 0), (w, 0), (w - y * w / h, y), (x, y), (x, h - x * h / w), (0, h))]


def corner(f: Frame) -> list[Outline]:
    w, h, short = f.w, f.h, f.short
    x, y = f.adj("adj2", 50000, high=w / short) * short, f.adj("adj1", 50000, high=h / short) * short
    return [polygon((0, 0), (x, 0), (x, h - y), (w, h - y), (w, h), (0, h))]


def diagonal_stripe(f: Frame) -> list[Outline]:
    share = f.adj("adj", 50000, high=1)
    return [polygon((0, f.h * share), (f.w * share, 0), (f.w, 0), (0, f.h))]


def pie(f: Frame) -> list[Outline]:
    start, end = f.angle("adj1", 0), f.angle("adj2", 16_200_000)
    made = Outline().move(*f.on_ellipse(start)).arc(f.w / 2, f.h / 2, start, _sweep(start, end))
    return [made.line(f.middle).close()]


def chord(f: Frame) -> list[Outline]:
    start, end = f.angle("adj1", 2_700_000), f.angle("adj2", 16_200_000)
    made = Outline().move(*f.on_ellipse(start)).arc(f.w / 2, f.h / 2, start, _sweep(start, end))
    return [made.close()]


def arc(f: Frame) -> list[Outline]:
    start, end = f.angle("adj1", 16_200_000), f.angle("adj2", 0)
    sweep = _sweep(start, end)
    filled = Outline("norm", stroked=False).move(*f.on_ellipse(start)).arc(f.w / 2, f.h / 2, start, sweep)
    drawn = Outline("none").move(*f.on_ellipse(start)).arc(f.w / 2, f.h / 2, start, sweep)
    return [filled.line(f.middle).close(), drawn]


def block_arc(f: Frame) -> list[Outline]:
    start, end = f.angle("adj1", 10_800_000), f.angle("adj2", 0)
    d, sweep = f.adj("adj3", 25000) * f.short, _sweep(start, end)
    made = Outline().move(*f.on_ellipse(start)).arc(f.w / 2, f.h / 2, start, sweep)
    across, down = f.w / 2 - d, f.h / 2 - d
    made.line(f.on_ellipse(end, across, down)).arc(across, down, end, -sweep)
    return [made.close()]


def _sweep(start: float, end: float) -> float:
    return end - start if end > start else end - start + 360


def teardrop(f: Frame) -> list[Outline]:
    share = f.adj("adj", 100000, high=2)
    x, y = f.middle
    tip = (x + x * share, y - y * share)
    made = Outline().move(0, y).arc(x, y, 180, 90).quad(((x + tip[0]) / 2, 0), tip)
    made.quad((f.w, (y + tip[1]) / 2), (f.w, y)).arc(x, y, 0, 90).arc(x, y, 90, 90)
    return [made.close()]


def can(f: Frame) -> list[Outline]:
    y = f.adj("adj", 25000, high=f.h / f.short / 2) * f.short / 2
    x, w, h = f.w / 2, f.w, f.h
    body = Outline(stroked=False).move(0, y).arc(x, y, 180, -180).line((w, h - y)).arc(x, y, 0, 180).close()
    lid = Outline("lighten", stroked=False).move(0, y).arc(x, y, 180, 360).close()
    drawn = Outline("none").move(w, y).arc(x, y, 0, 180).arc(x, y, 180, 180).line((w, h - y))
    return [body, lid, drawn.arc(x, y, 0, 180).line((0, y))]


def cube(f: Frame) -> list[Outline]:
    d = f.adj("adj", 25000, high=1) * f.short
    w, h = f.w, f.h
    front = polygon((0, d), (w - d, d), (w - d, h), (0, h))
    side = polygon((w - d, d), (w, 0), (w, h - d), (w - d, h))
    top = polygon((0, d), (d, 0), (w, 0), (w - d, d))
    side.shade, top.shade = "darkenLess", "lightenLess"
    return [front, side, top]


def bevel(f: Frame) -> list[Outline]:
    d = f.adj("adj", 12500) * f.short
    w, h = f.w, f.h
    sides = {
        "lightenLess": [(0, 0), (w, 0), (w - d, d), (d, d)],
        "darkenLess": [(0, h), (d, h - d), (w - d, h - d), (w, h)],
        "lighten": [(0, 0), (d, d), (d, h - d), (0, h)],
        "darken": [(w, 0), (w, h), (w - d, h - d), (w - d, d)],
    }
    made = [polygon((d, d), (w - d, d), (w - d, h - d), (d, h - d))]
    for shade, corners in sides.items():
        side = polygon(*corners)
        side.shade = shade  # type: ignore[assignment]
        made.append(side)
    return made


def folded_corner(f: Frame) -> list[Outline]:
    d = f.adj("adj", 16667) * f.short
    w, h = f.w, f.h
    page = polygon((0, 0), (w, 0), (w, h - d), (w - d, h), (0, h))
    fold = polygon((w - d, h), (w - d * 0.8, h - d * 0.8), (w, h - d))
    fold.shade = "darkenLess"
    return [page, fold]


BASIC: dict[str, Preset] = {
    "rect": rect, "line": line, "lineInv": line_inverse, "roundRect": round_rect, "round1Rect": round_one,
    "round2SameRect": round_two_same, "round2DiagRect": round_two_diagonal, "snip1Rect": snip_one,
    "snip2SameRect": snip_two_same, "snip2DiagRect": snip_two_diagonal, "snipRoundRect": snip_round,
    "plaque": plaque, "ellipse": whole_ellipse, "triangle": triangle, "rtTriangle": right_triangle,
    "diamond": diamond, "parallelogram": parallelogram, "trapezoid": trapezoid,
    "nonIsoscelesTrapezoid": non_isosceles_trapezoid, "pentagon": _regular(5, 1.05146, 1.10557, 1.10557),
    "hexagon": hexagon, "heptagon": heptagon, "octagon": octagon, "decagon": decagon,
    "dodecagon": dodecagon, "plus": plus, "donut": donut, "frame": frame, "halfFrame": half_frame,
    "corner": corner, "diagStripe": diagonal_stripe, "pie": pie, "chord": chord, "arc": arc,
    "blockArc": block_arc, "teardrop": teardrop, "can": can, "cube": cube, "bevel": bevel,
    "foldedCorner": folded_corner, "textPlain": rect, "textNoShape": rect,
}  # fmt: skip
"""Presets by their names (ST_ShapeType)."""
