"""Where everything of a diagram stands: frames, lines and labels, in pt from its top left corner."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from deckgen.figures.diagrams.ends import Side
from deckgen.figures.diagrams.flowchart import Direction

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.h

    @property
    def middle(self) -> Point:
        """Its middle."""
        return self.x + self.w / 2, self.y + self.h / 2

    def moved(self, dx: float, dy: float) -> Frame:
        """The frame at another place."""
        return Frame(self.x + dx, self.y + dy, self.w, self.h)

    def at(self, side: Side) -> Point:
        """The middle of a side."""
        x, y = self.middle
        match side:
            case Side.TOP:
                return x, self.y
            case Side.BOTTOM:
                return x, self.bottom
            case Side.LEFT:
                return self.x, y
            case Side.RIGHT:
                return self.right, y


@dataclass(frozen=True, slots=True)
class Route:
    """The line of an edge from its source to its target: its corners, all at right angles, and where it is
    glued.

    `label` is where the edge's words stand.
    """

    points: tuple[Point, ...]
    start: Side
    end: Side
    label: Frame | None = None

    def moved(self, dx: float, dy: float) -> Route:
        """The route at another place."""
        points = tuple((x + dx, y + dy) for x, y in self.points)
        return replace(self, points=points, label=self.label.moved(dx, dy) if self.label else None)


@dataclass(frozen=True, slots=True)
class Geometry:
    """A diagram, or a part of it, `w` × `h` pt.

    `frames` of nodes and groups by id, `titles` of groups by id, `routes` by the index of the edge; edges
    that are not seen have none.
    """

    w: float
    h: float
    frames: dict[str, Frame]
    titles: dict[str, Frame]
    routes: dict[int, Route]

    def moved(self, dx: float, dy: float) -> Geometry:
        """The geometry with everything moved, and so far larger."""
        return Geometry(
            self.w + dx,
            self.h + dy,
            {name: frame.moved(dx, dy) for name, frame in self.frames.items()},
            {name: frame.moved(dx, dy) for name, frame in self.titles.items()},
            {i: route.moved(dx, dy) for i, route in self.routes.items()},
        )


def joined(parts: list[Geometry]) -> Geometry:
    """Parts that stand at their places, as one."""
    whole = Geometry(
        max((p.w for p in parts), default=0.0), max((p.h for p in parts), default=0.0), {}, {}, {}
    )
    for part in parts:
        whole.frames.update(part.frames)
        whole.titles.update(part.titles)
        whole.routes.update(part.routes)
    return whole


_TURNED = {Side.TOP: Side.LEFT, Side.BOTTOM: Side.RIGHT, Side.LEFT: Side.TOP, Side.RIGHT: Side.BOTTOM}
_FLIPPED = {Side.TOP: Side.BOTTOM, Side.BOTTOM: Side.TOP, Side.LEFT: Side.LEFT, Side.RIGHT: Side.RIGHT}
_MIRRORED = {Side.TOP: Side.TOP, Side.BOTTOM: Side.BOTTOM, Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}


def directed(geometry: Geometry, direction: Direction) -> Geometry:
    """A geometry whose layers go down, as it is when they go in another direction."""
    w, h = geometry.w, geometry.h
    match direction:
        case Direction.DOWN:
            return geometry
        case Direction.UP:
            return _mapped(geometry, w, h, lambda f: Frame(f.x, h - f.bottom, f.w, f.h), _FLIPPED)
        case Direction.RIGHT:
            return _mapped(geometry, h, w, lambda f: Frame(f.y, f.x, f.h, f.w), _TURNED)
        case Direction.LEFT:
            turned = directed(geometry, Direction.RIGHT)
            return _mapped(turned, h, w, lambda f: Frame(h - f.right, f.y, f.w, f.h), _MIRRORED)


def _mapped(
    geometry: Geometry, w: float, h: float, place: Callable[[Frame], Frame], sides: dict[Side, Side]
) -> Geometry:
    """The geometry with every frame and point put elsewhere."""

    def point(at: Point) -> Point:
        frame = place(Frame(*at, 0.0, 0.0))
        return frame.x, frame.y

    routes = {
        i: Route(
            tuple(point(at) for at in route.points),
            sides[route.start],
            sides[route.end],
            place(route.label) if route.label else None,
        )
        for i, route in geometry.routes.items()
    }
    frames = {name: place(frame) for name, frame in geometry.frames.items()}
    return Geometry(w, h, frames, {name: place(frame) for name, frame in geometry.titles.items()}, routes)
