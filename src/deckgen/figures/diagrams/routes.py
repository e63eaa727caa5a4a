"""The courses of edges, and where layers and tracks lie → lines with corners, and places for labels."""

from __future__ import annotations

from deckgen.figures.diagrams.across import Places
from deckgen.figures.diagrams.along import Heights
from deckgen.figures.diagrams.courses import Course
from deckgen.figures.diagrams.ends import Side
from deckgen.figures.diagrams.geometry import Frame, Point, Route
from deckgen.figures.diagrams.sizes import Sizes
from deckgen.figures.diagrams.tracks import TOUCH
from deckgen.figures.diagrams.units import Layered, Unit


def frame_of(made: Layered, unit: int, x: Places, y: Heights, sizes: Sizes) -> Frame:
    """The frame of a box; that of its cluster for a port."""
    own = made.units[unit]
    if own.port:
        left, right = x.clusters[own.cluster]
        top, bottom = y.clusters[own.cluster]
        return Frame(left, top, right - left, bottom - top)
    size = sizes.boxes[own.key or ""]
    return Frame(x.units[unit] - size.w / 2, y.middle(own.first) - size.h / 2, size.w, size.h)


def route(made: Layered, way: Course, x: Places, y: Heights, sizes: Sizes) -> Route:
    """The line of an edge, from where it comes to where it goes."""
    link = way.link
    start = frame_of(made, link.upper, x, y, sizes).at(way.upper_side)
    end = frame_of(made, link.lower, x, y, sizes).at(way.lower_side)
    points = [start, *_corners(way, start, end, y), end]
    lane = made.units[link.lane] if link.lane >= 0 else None
    label = _label(way, lane, y, sizes) if lane else None
    cleaned = _cleaned(points)
    if link.back:
        return Route(tuple(reversed(cleaned)), way.lower_side, way.upper_side, label)
    return Route(tuple(cleaned), way.upper_side, way.lower_side, label)


def _corners(way: Course, start: Point, end: Point, y: Heights) -> list[Point]:
    """The corners between the two ends, from above."""
    if way.lane is None:
        if way.first is None:
            return []
        track = y.pieces[way.first]
        return [(start[0], track), (end[0], track)]
    points = []
    if way.first:
        track = y.pieces[way.first]
        points += [(start[0], track), (way.lane, track)]
    elif way.upper_side in {Side.LEFT, Side.RIGHT}:
        points.append((way.lane, start[1]))
    if way.last:
        track = y.pieces[way.last]
        points += [(way.lane, track), (end[0], track)]
    elif way.lower_side in {Side.LEFT, Side.RIGHT}:
        points.append((way.lane, end[1]))
    return points


def _label(way: Course, lane: Unit, y: Heights, sizes: Sizes) -> Frame | None:
    """Where the label stands: on the lane, in the middle of its layer."""
    if lane.label < 0 or way.lane is None:
        return None
    size = sizes.labels[way.link.edge]
    return Frame(way.lane - size.w / 2, y.middle(lane.label) - size.h / 2, size.w, size.h)


def _cleaned(points: list[Point]) -> list[Point]:
    """The points without those on a straight line between others.

    What stands less than anyone sees off a line from layer to layer is put on it, from either end, so that
    all lines with corners are at right angles.
    """
    aligned = _aligned(_aligned(points)[::-1])[::-1] if len(points) > 2 else points
    found: list[Point] = []
    for point in aligned:
        if len(found) > 1 and _in_line(found[-2], found[-1], point):
            found.pop()
        found.append(point)
    return found


def _aligned(points: list[Point]) -> list[Point]:
    """The points between the ends, each straight before or after the one before it where it nearly is."""
    found = [points[0]]
    for x, y in points[1:-1]:
        found.append((found[-1][0], y) if abs(x - found[-1][0]) < TOUCH else (x, y))
    return [*found, points[-1]]


def _in_line(a: Point, b: Point, c: Point) -> bool:
    return (abs(a[0] - b[0]) < 0.01 and abs(b[0] - c[0]) < 0.01) or (
        abs(a[1] - b[1]) < 0.01 and abs(b[1] - c[1]) < 0.01
    )
