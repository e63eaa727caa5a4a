"""Calls of the Windows Graphics Device Interface, as metafiles record them → SVG."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from deckgen.figures.outline import Point, num

Matrix = tuple[float, float, float, float, float, float]
Pen = tuple[str, float] | None
"""A pen's colour ("#RRGGBB") and width, None for none."""

IDENTITY: Final[Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_MOST: Final = 200_000
"""Elements that are drawn."""


@dataclass(frozen=True, slots=True)
class State:
    """What a saved device context keeps."""

    pen: Pen = ("#000000", 1.0)
    brush: str | None = "#FFFFFF"
    even_odd: bool = True
    world: Matrix = IDENTITY
    window: tuple[float, float] = (0.0, 0.0)
    extent: tuple[float, float] = (0.0, 0.0)
    viewport: tuple[float, float] = (0.0, 0.0)
    view: tuple[float, float] = (0.0, 0.0)
    clip: str = ""


@dataclass(slots=True)
class Device:
    """Where a metafile draws: its state, its objects, the path that is begun, and the SVG so far."""

    state: State = field(default_factory=State)
    saved: list[State] = field(default_factory=list)
    objects: dict[int, Pen | str | bool] = field(default_factory=dict)
    made: list[str] = field(default_factory=list)
    definitions: list[str] = field(default_factory=list)
    path: list[str] | None = None
    ended: str = ""
    at: Point = (0.0, 0.0)

    def set(self, **changes: object) -> None:
        """Change the state."""
        self.state = replace(self.state, **changes)  # type: ignore[arg-type]

    def point(self, x: float, y: float) -> Point:
        """A logical point on the device."""
        a, b, c, d, e, f = self.state.world
        x, y = a * x + c * y + e, b * x + d * y + f
        state = self.state
        across, down = self.scale
        return (x - state.window[0]) * across + state.viewport[0], (
            y - state.window[1]
        ) * down + state.viewport[1]

    @property
    def scale(self) -> Point:
        """Device units in a logical one, across and down."""
        state = self.state
        across = state.view[0] / state.extent[0] if state.extent[0] and state.view[0] else 1.0
        down = state.view[1] / state.extent[1] if state.extent[1] and state.view[1] else 1.0
        return across, down

    def select(self, pen: Pen | str | bool) -> None:
        """Use an object: a pen, a brush's colour, False for a brush that draws nothing; True is passed by."""
        if isinstance(pen, str):
            self.set(brush=pen)
        elif pen is False:
            self.set(brush=None)
        elif pen is not True:
            self.set(pen=pen)

    def save(self) -> None:
        """Keep the state."""
        if len(self.saved) < 1000:
            self.saved.append(self.state)

    def restore(self, count: int) -> None:
        """Go back to the state kept `count` times ago."""
        for _ in range(min(max(count, 1), len(self.saved))):
            self.state = self.saved.pop()

    def figure(self, points: Sequence[Point], *, curved: bool = False, closed: bool = False) -> str:
        """Path data through logical points, of which the first is where it begins."""
        placed = [self.point(*point) for point in points]
        if not placed:
            return ""
        data = f"M{_pair(placed[0])}" + self._on(placed[1:], curved=curved)
        return data + ("Z" if closed else "")

    def _on(self, placed: Sequence[Point], *, curved: bool) -> str:
        if not curved:
            return "".join(f"L{_pair(point)}" for point in placed)
        whole = len(placed) - len(placed) % 3
        return "".join(f"C{' '.join(_pair(p) for p in placed[n : n + 3])}" for n in range(0, whole, 3))

    def draw(self, data: str, *, fill: bool = True, stroke: bool = True) -> None:
        """Fill and draw path data, or add it to the path that is begun."""
        if self.path is not None:
            self.path.append(data)
        else:
            self.paint(data, fill=fill, stroke=stroke)

    def go_on(self, points: Sequence[Point], *, curved: bool = False) -> None:
        """A line or curves from where the pen is."""
        placed = [self.point(*point) for point in points]
        if not placed:
            return
        start = "" if self.path else f"M{_pair(self.point(*self.at))}"
        data = start + self._on(placed, curved=curved)
        self.at = points[-1]
        self.draw(data, fill=False)

    def move(self, point: Point) -> None:
        """Put the pen down elsewhere."""
        self.at = point
        if self.path is not None:
            self.path.append(f"M{_pair(self.point(*point))}")

    def paint(self, data: str, *, fill: bool, stroke: bool) -> None:
        """Add a path to the drawing."""
        state = self.state
        brush = state.brush if fill else None
        pen = state.pen if stroke else None
        if not data.startswith("M") or (brush is None and pen is None) or len(self.made) >= _MOST:
            return
        rule = ' fill-rule="evenodd"' if state.even_odd and brush else ""
        line = f' stroke="{pen[0]}" stroke-width="{num(self._width(pen[1]))}"' if pen else ""
        self.made.append(f'<path d="{data}" fill="{brush or "none"}"{rule}{line}{state.clip}/>')

    def _width(self, width: float) -> float:
        a, b, c, d, _, _ = self.state.world
        world = math.sqrt(abs(a * d - b * c))
        across, down = self.scale
        return max(width * world * (abs(across) + abs(down)) / 2, 0.5)

    def clip_to(self, data: str) -> None:
        """Show nothing outside of a path from now on."""
        if data.startswith("M") and len(self.definitions) < 2000:
            name = f"c{len(self.definitions)}"
            within = self.state.clip
            self.definitions.append(f'<clipPath id="{name}"><path d="{data}"{within}/></clipPath>')
            self.set(clip=f' clip-path="url(#{name})"')

    def picture(self, png: bytes, corner: Point, size: Point) -> None:
        """A bitmap in a box of logical units."""
        from base64 import b64encode

        x1, y1 = self.point(*corner)
        x2, y2 = self.point(corner[0] + size[0], corner[1] + size[1])
        box = f'x="{num(min(x1, x2))}" y="{num(min(y1, y2))}"'
        box += f' width="{num(abs(x2 - x1))}" height="{num(abs(y2 - y1))}"'
        data = f"data:image/png;base64,{b64encode(png).decode('ascii')}"
        self.made.append(f'<image {box} preserveAspectRatio="none" href="{data}"{self.state.clip}/>')

    def svg(self, bounds: tuple[float, float, float, float]) -> str:
        """The whole drawing; `bounds` (x, y, width, height) in device units are what is seen."""
        x, y, width, height = (num(side) for side in bounds)
        box = f'width="{width}" height="{height}" viewBox="{x} {y} {width} {height}"'
        inner = f"<defs>{''.join(self.definitions)}</defs>{''.join(self.made)}"
        return f'<svg xmlns="http://www.w3.org/2000/svg" {box}>{inner}</svg>'


def box_of(left: float, top: float, right: float, bottom: float) -> list[Point]:
    """The corners of a rectangle."""
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def oval(left: float, top: float, right: float, bottom: float) -> list[Point]:
    """The points of four Bézier curves that are an ellipse in a rectangle."""
    k, x, y = 0.5523, (left + right) / 2, (top + bottom) / 2
    a, b = (right - left) / 2, (bottom - top) / 2
    return [(right, y), (right, y + b * k), (x + a * k, bottom), (x, bottom), (x - a * k, bottom),
            (left, y + b * k), (left, y), (left, y - b * k), (x - a * k, top), (x, top),
            (x + a * k, top), (right, y - b * k), (right, y)]  # fmt: skip


def color(value: int) -> str:
    """A COLORREF (0x00BBGGRR) as "#RRGGBB"."""
    return f"#{value & 0xFF:02X}{value >> 8 & 0xFF:02X}{value >> 16 & 0xFF:02X}"


def times(inner: Matrix, outer: Matrix) -> Matrix:
    """One transformation after another."""
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _pair(point: Point) -> str:
    """A point to a hundredth of the device's unit, which is a pixel of a screen or less."""
    return ",".join(num(round(length, 2)) for length in point)
