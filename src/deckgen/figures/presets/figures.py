"""Stars, signs, waves, callouts, flow charts and connectors, by the presets of ECMA-376-1, annex D."""

from __future__ import annotations

import math

from deckgen.figures.outline import Outline, Point, polygon
from deckgen.figures.presets.basic import BASIC
from deckgen.figures.presets.frame import Frame, Preset, ellipse, joined


def _star(count: int, default: float, across: float = 1.0, down: float = 1.0) -> Preset:
    """A star of `count` points, its inner corners at the share `adj`; stretched to fill its box."""

    def made(f: Frame) -> list[Outline]:
        inner, points = f.adj("adj", default) * 2, []
        for n in range(2 * count):
            turn, size = math.radians(180 * n / count - 90), inner if n % 2 else 1.0
            x = f.w / 2 + f.w / 2 * across * size * math.cos(turn)
            points.append((x, f.h / 2 * down + f.h / 2 * down * size * math.sin(turn)))
        return [polygon(*points)]

    return made


def heart(f: Frame) -> list[Outline]:
    w, h, x = f.w, f.h, f.w / 2
    left, right, up = x - w * 49 / 48, x + w * 49 / 48, -h / 3
    made = Outline().move(x, h / 4)
    made.cubic((x + w * 10 / 48, up), (right, h / 4), (x, h))
    return [made.cubic((left, h / 4), (x - w * 10 / 48, up), (x, h / 4)).close()]


def lightning(f: Frame) -> list[Outline]:
    corners = [(8472, 0), (12860, 6080), (11050, 6797), (16577, 12007), (14767, 12877), (21600, 21600),
               (10012, 14915), (12222, 13987), (5022, 9705), (7602, 8382), (0, 3890)]  # fmt: skip
    return [polygon(*((f.w * x / 21600, f.h * y / 21600) for x, y in corners))]


def moon(f: Frame) -> list[Outline]:
    """Its inner curve is a Bézier near to the arc of the standard."""
    x, y = f.adj("adj", 50000, high=0.875) * f.short, f.h / 2
    bulge = x - (f.w - x) / 3
    made = Outline().move(f.w, f.h).arc(f.w, y, 90, 180)
    return [made.cubic((bulge, f.h * 0.3), (bulge, f.h * 0.7), (f.w, f.h)).close()]


def sun(f: Frame) -> list[Outline]:
    share = f.adj("adj", 25000, 0.125, 0.46875)
    rays = [ellipse(f.w / 2, f.h / 2, f.w * (0.5 - share), f.h * (0.5 - share))]
    base = 0.5 - share + 0.0625 * (0.5 - share) / 0.25
    for n in range(8):
        turn = math.radians(45 * n)
        tip = (f.w / 2 * (1 + math.cos(turn)), f.h / 2 * (1 + math.sin(turn)))
        feet: list[Point] = [
            (f.w * (0.5 + base * math.cos(turn + side)), f.h * (0.5 + base * math.sin(turn + side)))
            for side in (-0.3, 0.3)
        ]
        rays.append(polygon(tip, feet[1], feet[0]))
    return [joined(*rays)]


def cloud(f: Frame) -> list[Outline]:
    w, h = f.w / 43200, f.h / 43200
    arcs = [(6753, 9190, -11429249, 7426832), (5333, 7267, -8646143, 5396714),
            (4365, 5945, -8748475, 5983381), (4857, 6595, -7859164, 7034504),
            (5333, 7273, -4722533, 6541615), (6775, 9220, -2776035, 7816140),
            (5785, 7867, 37501, 6842000), (6752, 9215, 1347096, 6910353), (7720, 10543, 3974558, 4542661),
            (4360, 5918, -16496525, 8804134), (4345, 5945, -14809710, 9151131)]  # fmt: skip
    made = Outline().move(3900 * w, 14370 * h)
    for across, down, start, sweep in arcs:
        made.arc(across * w, down * h, start / 60_000, sweep / 60_000)
    return [made.close()]


def no_smoking(f: Frame) -> list[Outline]:
    d = f.adj("adj", 18750) * f.short
    x, y = f.middle
    a, b = x - d, y - d
    turn = math.atan2(f.h, f.w)
    half = math.asin(min(d / 2 / max(min(a, b), 1e-6), 1.0))
    pieces = [ellipse(x, y, x, y)]
    for way in (0.0, math.pi):
        start, end = turn + way + half, turn + way + math.pi - half
        points = [(x + a * math.cos(start + (end - start) * n / 24),
                   y + b * math.sin(start + (end - start) * n / 24)) for n in range(25)]  # fmt: skip
        pieces.append(polygon(*reversed(points)))
    return [joined(*pieces)]


def _wave(f: Frame, count: int) -> list[Outline]:
    share = f.adj("adj1", 12500, high=0.2 if count == 1 else 0.125)
    shift = f.adj("adj2", 0, -0.1, 0.1) * f.w
    y, sway = f.h * share, f.h * share * 10 / 3
    left, right = max(-2 * shift, 0.0), f.w - max(2 * shift, 0.0)
    low, high = max(2 * shift, 0.0), f.w + min(2 * shift, 0.0)
    step, back = (right - left) / count, (high - low) / count
    made = Outline().move(left, y)
    for n in range(count):
        x = left + n * step
        made.cubic((x + step / 3, y - sway), (x + step * 2 / 3, y + sway), (x + step, y))
    made.line((high, f.h - y))
    for n in range(count):
        x = high - n * back
        made.cubic((x - back / 3, f.h - y + sway), (x - back * 2 / 3, f.h - y - sway), (x - back, f.h - y))
    return [made.close()]


def wave(f: Frame) -> list[Outline]:
    return _wave(f, 1)


def double_wave(f: Frame) -> list[Outline]:
    made = f.given | {"adj1": f.given.get("adj1", 6250)}
    return _wave(Frame(f.w, f.h, made), 2)


def _wedge(f: Frame, body: str) -> list[Outline]:
    """A box or ellipse with a tip at (adj1, adj2) from its middle."""
    x = f.w / 2 + f.w * f.given.get("adj1", -20833) / 100_000
    y = f.h / 2 + f.h * f.given.get("adj2", 62500) / 100_000
    if body == "ellipse":
        turn = math.degrees(math.atan2((y - f.h / 2) * f.w, (x - f.w / 2) * f.h))
        made = Outline().move(x, y).line(f.on_ellipse(turn + 11))
        return [made.arc(f.w / 2, f.h / 2, turn + 11, 338).close()]
    box = BASIC[body](Frame(f.w, f.h, {"adj": f.given.get("adj3", 16667)}))[0]
    dx, dy = x - f.w / 2, y - f.h / 2
    if abs(dx) * f.h > abs(dy) * f.w:
        side, at = (f.w if dx > 0 else 0.0), (7 / 12 if dy > 0 else 1 / 6)
        foot: list[Point] = [(side, f.h * at), (side, f.h * (at + 0.25))]
    else:
        side, at = (f.h if dy > 0 else 0.0), (7 / 12 if dx > 0 else 1 / 6)
        foot = [(f.w * at, side), (f.w * (at + 0.25), side)]
    tip = polygon(foot[0], (x, y), foot[1])
    return [box, tip]


def _braces(f: Frame, *, both: bool, square: bool, left: bool = True) -> list[Outline]:
    """Brackets or braces at one side or at both; the first path fills what they enclose."""
    w, h = f.w, f.h
    default = {(True, True): 16667.0, (True, False): 8333.0}.get((both, square), 8333.0)
    name = "adj" if both or square else "adj1"
    r = f.adj(name, default) * f.short
    middle = f.adj("adj2", 50000, high=1) * h if not both else h / 2
    width = r if both else w

    def side(x: float, way: int) -> Outline:
        a, path = way * width, Outline("none")
        if square:
            path.move(x + a, 0).cubic((x + a * 0.45, 0), (x, r * 0.45), (x, r)).line((x, h - r))
            return path.cubic((x, h - r * 0.45), (x + a * 0.45, h), (x + a, h))
        half = x + a if both else x + a / 2
        end = x + 2 * a if both else x + a
        path.move(end, 0).quad((half, 0), (half, r)).line((half, middle - r)).quad(
            (half, middle), (x, middle)
        )
        return path.quad((half, middle), (half, middle + r)).line((half, h - r)).quad((half, h), (end, h))

    if both:
        return [side(0, 1), side(w, -1)]
    return [side(0, 1) if left else side(w, -1)]


def _sign(kind: str) -> Preset:
    """Plus, minus, times and equals."""

    def made(f: Frame) -> list[Outline]:
        x, y = f.middle
        half = f.adj("adj1", 23520, high=0.73490) * (f.h if kind in ("minus", "equal") else f.short) / 2
        long = f.w * 0.36745
        if kind == "plus":
            down = f.h * 0.36745
            return [polygon((x - long, y - half), (x - half, y - half), (x - half, y - down),
                            (x + half, y - down), (x + half, y - half), (x + long, y - half),
                            (x + long, y + half), (x + half, y + half), (x + half, y + down),
                            (x - half, y + down), (x - half, y + half), (x - long, y + half))]  # fmt: skip
        bars = [0.0] if kind == "minus" else [-1.0, 1.0]
        apart = half + f.adj("adj2", 11760) * f.h / 2
        return [
            joined(*(
                polygon((x - long, y + n * apart - half), (x + long, y + n * apart - half),
                        (x + long, y + n * apart + half), (x - long, y + n * apart + half))
                for n in bars))
        ]  # fmt: skip

    return made


def _ribbon(f: Frame, *, up: bool) -> list[Outline]:
    share, wide = f.adj("adj1", 16667, high=0.33333), f.adj("adj2", 50000, 0.25, 0.75)
    w, h, y = f.w, f.h, f.h * share
    x = w / 2 - w * wide / 2
    tails = [
        polygon((0, y), (w / 8, (y + h) / 2), (0, h), (x + w / 8, h), (x + w / 8, h - y), (x, h - y), (x, y)),
        polygon((w, y), (w * 7 / 8, (y + h) / 2), (w, h), (w - x - w / 8, h), (w - x - w / 8, h - y),
                (w - x, h - y), (w - x, y)),
    ]  # fmt: skip
    folds = [polygon((x, h - y), (x + w / 8, h - y), (x + w / 8, h)),
             polygon((w - x, h - y), (w - x - w / 8, h - y), (w - x - w / 8, h))]  # fmt: skip
    for fold in folds:
        fold.shade = "darkenLess"
    made = [*tails, polygon((x, 0), (w - x, 0), (w - x, h - y), (x, h - y)), *folds]
    return [path.mirrored(h) for path in made] if up else made


def document(f: Frame) -> list[Outline]:
    w, h = f.w, f.h / 21600
    made = Outline().move(0, 0).line((w, 0), (w, 17322 * h))
    return [made.cubic((w / 2, 17322 * h), (w / 2, 23922 * h), (0, 20172 * h)).close()]


def terminator(f: Frame) -> list[Outline]:
    x, y = f.w * 3475 / 21600, f.h / 2
    made = Outline().move(x, 0).line((f.w - x, 0)).arc(x, y, 270, 180).line((x, f.h)).arc(x, y, 90, 180)
    return [made.close()]


def delay(f: Frame) -> list[Outline]:
    x, y = f.middle
    return [Outline().move(0, 0).line((x, 0)).arc(x, y, 270, 180).line((0, f.h)).close()]


def _corners(*corners: Point) -> Preset:
    """A polygon by shares of width and height."""
    return lambda f: [polygon(*((x * f.w, y * f.h) for x, y in corners))]


def _connector(bends: int, *, curved: bool) -> Preset:
    """A line from the top left to the bottom right corner, with so many bends."""

    def made(f: Frame) -> list[Outline]:
        x = f.given.get("adj1", 50000) / 100_000 * f.w
        path = Outline("none").move(0, 0)
        if bends == 0:
            return [path.line((f.w, f.h))]
        if bends == 1:
            return [path.quad((f.w, 0), (f.w, f.h)) if curved else path.line((f.w, 0), (f.w, f.h))]
        if curved:
            return [path.quad((x, 0), (x, f.h / 2)).quad((x, f.h), (f.w, f.h))]
        return [path.line((x, 0), (x, f.h), (f.w, f.h))]

    return made


FIGURES: dict[str, Preset] = {
    "star4": _star(4, 12500), "star5": _star(5, 19098, 1.05146, 1.10557), "star6": _star(6, 28868, 1.1547),
    "star7": _star(7, 34601, 1.02572, 1.0521), "star8": _star(8, 37500), "star10": _star(10, 42533, 1.05146),
    "star12": _star(12, 37500), "star16": _star(16, 37500), "star24": _star(24, 37500),
    "star32": _star(32, 37500), "heart": heart, "lightningBolt": lightning, "moon": moon, "sun": sun,
    "cloud": cloud, "noSmoking": no_smoking, "wave": wave, "doubleWave": double_wave,
    "wedgeRectCallout": lambda f: _wedge(f, "rect"),
    "wedgeRoundRectCallout": lambda f: _wedge(f, "roundRect"),
    "wedgeEllipseCallout": lambda f: _wedge(f, "ellipse"),
    "bracketPair": lambda f: _braces(f, both=True, square=True),
    "bracePair": lambda f: _braces(f, both=True, square=False),
    "leftBracket": lambda f: _braces(f, both=False, square=True),
    "rightBracket": lambda f: _braces(f, both=False, square=True, left=False),
    "leftBrace": lambda f: _braces(f, both=False, square=False),
    "rightBrace": lambda f: _braces(f, both=False, square=False, left=False),
    "mathPlus": _sign("plus"), "mathMinus": _sign("minus"), "mathEqual": _sign("equal"),
    "ribbon": lambda f: _ribbon(f, up=False), "ribbon2": lambda f: _ribbon(f, up=True),
    "flowChartProcess": BASIC["rect"], "flowChartAlternateProcess": BASIC["roundRect"],
    "flowChartDecision": BASIC["diamond"], "flowChartConnector": BASIC["ellipse"],
    "flowChartDocument": document, "flowChartTerminator": terminator, "flowChartDelay": delay,
    "flowChartInputOutput": _corners((0, 1), (0.2, 0), (1, 0), (0.8, 1)),
    "flowChartManualInput": _corners((0, 0.2), (1, 0), (1, 1), (0, 1)),
    "flowChartManualOperation": _corners((0, 0), (1, 0), (0.8, 1), (0.2, 1)),
    "flowChartPreparation": _corners((0, 0.5), (0.2, 0), (0.8, 0), (1, 0.5), (0.8, 1), (0.2, 1)),
    "flowChartOffpageConnector": _corners((0, 0), (1, 0), (1, 0.8), (0.5, 1), (0, 0.8)),
    "flowChartExtract": _corners((0, 1), (0.5, 0), (1, 1)),
    "flowChartMerge": _corners((0, 0), (1, 0), (0.5, 1)),
    "flowChartPunchedCard": _corners((0, 0.2), (0.2, 0), (1, 0), (1, 1), (0, 1)),
    "flowChartPredefinedProcess": BASIC["rect"], "flowChartInternalStorage": BASIC["rect"],
    "flowChartMagneticDisk": BASIC["can"],
    "straightConnector1": _connector(0, curved=False), "bentConnector2": _connector(1, curved=False),
    "bentConnector3": _connector(2, curved=False), "bentConnector4": _connector(2, curved=False),
    "bentConnector5": _connector(2, curved=False), "curvedConnector2": _connector(1, curved=True),
    "curvedConnector3": _connector(2, curved=True), "curvedConnector4": _connector(2, curved=True),
    "curvedConnector5": _connector(2, curved=True),
}  # fmt: skip
"""Presets by their names (ST_ShapeType)."""
