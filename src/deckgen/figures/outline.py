"""Moves, lines, arcs and curves of a shape → the data of an SVG path."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Literal

Point = tuple[float, float]
Shade = Literal["norm", "none", "lighten", "lightenLess", "darken", "darkenLess"]
"""How a path of a shape is filled (ST_PathFillMode)."""

_FARTHEST = 1e6
"""Coordinates (pt) beyond this are cut: no page is so large."""


def num(value: float) -> str:
    """A coordinate in as few digits as the eye can tell; 0 for what is no number."""
    if not math.isfinite(value):
        return "0"
    rounded = round(min(max(value, -_FARTHEST), _FARTHEST), 3) + 0.0  # which makes -0 a 0
    return f"{rounded:.3f}".rstrip("0").rstrip(".")


@dataclass(slots=True)
class Outline:
    """A path that is being drawn, in pt from the shape's top left corner.

    `shade` says how it is filled, `stroked` whether its line is drawn.  `points` are those at which its
    pieces begin and end, with the control points between them: what heads of lines go by.
    """

    shade: Shade = "norm"
    stroked: bool = True
    closed: bool = False
    points: list[Point] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)

    @property
    def data(self) -> str:
        """The value of an SVG path's `d`."""
        return "".join(self._pieces)

    def move(self, x: float, y: float) -> Outline:
        """Begin at a point."""
        return self._add("M", (x, y))

    def line(self, *points: Point) -> Outline:
        """Straight on through points."""
        for point in points:
            self._add("L", point)
        return self

    def cubic(self, a: Point, b: Point, end: Point) -> Outline:
        """A cubic Bézier curve."""
        return self._add("C", a, b, end)

    def quad(self, a: Point, end: Point) -> Outline:
        """A quadratic Bézier curve."""
        return self._add("Q", a, end)

    def close(self) -> Outline:
        """Back to where it began."""
        if self._pieces:
            self._pieces.append("Z")
            self.closed = True
        return self

    def arc(self, across: float, down: float, start: float, sweep: float) -> Outline:
        """An arc of an ellipse with these radii, from the current point; angles in degrees, clockwise.

        They are those that one sees, not the ellipse's parameters (ECMA-376-1, 20.1.9.4).
        """
        if not self.points or not (math.isfinite(start) and math.isfinite(sweep)):
            return self
        first = _parameter(across, down, start)
        last = _parameter(across, down, start + min(max(sweep, -360.0), 360.0))
        x, y = self.points[-1]
        cx, cy = x - across * math.cos(first), y - down * math.sin(first)
        count = max(math.ceil(abs(last - first) / (math.pi / 2) - 1e-9), 1)
        step = (last - first) / count
        bend = 4 / 3 * math.tan(step / 4)
        for n in range(count):
            a, b = first + n * step, first + (n + 1) * step
            start_at = (cx + across * math.cos(a), cy + down * math.sin(a))
            end_at = (cx + across * math.cos(b), cy + down * math.sin(b))
            self.cubic(
                (start_at[0] - bend * across * math.sin(a), start_at[1] + bend * down * math.cos(a)),
                (end_at[0] + bend * across * math.sin(b), end_at[1] - bend * down * math.cos(b)),
                end_at,
            )
        return self

    def mirrored(self, height: float) -> Outline:
        """The same upside down in a shape of this height; only for straight sides."""
        made = Outline(self.shade, self.stroked)
        flipped = [(x, height - y) for x, y in self.points]
        return made.move(*flipped[0]).line(*flipped[1:]).close()

    def join(self, other: Outline) -> Outline:
        """Another path after this one, filled together with it."""
        self.points.extend(other.points)
        self._pieces.extend(other._pieces)
        self.closed = self.closed or other.closed
        return self

    def _add(self, command: str, *points: Point) -> Outline:
        if command != "M" and not self.points:
            return self
        self.points.extend(points)
        self._pieces.append(command + " ".join(f"{num(x)},{num(y)}" for x, y in points))
        return self


def polygon(*points: Point) -> Outline:
    """A closed outline with straight sides."""
    return Outline().move(*points[0]).line(*points[1:]).close()


def _parameter(across: float, down: float, angle: float) -> float:
    """The parameter of an ellipse at an angle (degrees) as seen from its centre, in radians."""
    turns = math.floor((angle + 180) / 360)
    seen = math.radians(angle - turns * 360)
    if not across or not down:
        return math.radians(angle)
    return math.atan2(across * math.sin(seen), down * math.cos(seen)) + turns * 2 * math.pi
