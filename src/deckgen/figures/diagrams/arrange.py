"""A flowchart and the sizes of its labels → its geometry: layers, an order in them, places, lines."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import sqrt

from deckgen.figures.diagrams.across import Places, across, half_width
from deckgen.figures.diagrams.along import along
from deckgen.figures.diagrams.courses import course
from deckgen.figures.diagrams.flowchart import Direction, Flowchart, Stroke
from deckgen.figures.diagrams.geometry import Frame, Geometry, directed, joined
from deckgen.figures.diagrams.layers import layered
from deckgen.figures.diagrams.levels import Level, levels, parts
from deckgen.figures.diagrams.order import order
from deckgen.figures.diagrams.routes import frame_of, route
from deckgen.figures.diagrams.sizes import Pads, Size, Sizes, Spacing
from deckgen.figures.diagrams.units import Layered

ALIKE = 1.8
"""Boxes of a layer are made as high as the highest of them, where that is at most so many times their own."""


LOW = 0.4
"""The height of the room on a slide, in its width."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What of a diagram does not depend on how large its words are: layers, and the order in them."""

    flowchart: Flowchart
    levels: dict[str | None, Level]
    parts: dict[str | None, tuple[tuple[Layered, list[int]], ...]]


@dataclass(frozen=True, slots=True)
class Measured:
    """The sizes of a diagram's things as they are read.

    `nodes` by id, with `plain` those that may be made larger; `labels` by the index of an edge; `titles` of
    groups by id.
    """

    nodes: dict[str, Size]
    plain: frozenset[str]
    labels: dict[int, Size]
    titles: dict[str, Size]


def plan(flowchart: Flowchart) -> Plan:
    """The layers of a flowchart and the order in them."""
    found = levels(flowchart)
    made: dict[str | None, tuple[tuple[Layered, list[int]], ...]] = {}
    for name, level in found.items():
        in_layers = [layered(part, flowchart.edges) for part in parts(level, flowchart.edges)]
        made[name] = tuple((one, order(one)) for one in in_layers)
    return Plan(flowchart, found, made)


def arrange(planned: Plan, measured: Measured, spacing: Spacing, room: Size) -> Geometry:
    """The geometry of a diagram whose parts, where there are several, should keep within `room`."""
    return _Arranger(planned, measured, spacing, room).level(None)


@dataclass(frozen=True, slots=True)
class _Arranger:
    """Arranges one level within another."""

    planned: Plan
    measured: Measured
    spacing: Spacing
    room: Size

    def level(self, name: str | None) -> Geometry:
        """The geometry of a level, with what stands in its boxes."""
        level = self.planned.levels[name]
        inner = {box: self._closed(box) for box in level.boxes if box not in self.measured.nodes}
        sizes = self._sizes(level, inner)
        whole = self._packed(
            [
                directed(self._part(made, sequence, sizes), level.direction)
                for made, sequence in self.planned.parts[name]
            ],
            upright=level.direction.upright,
        )
        filled = [whole]
        for box, content in inner.items():
            at = whole.frames[box]
            filled.append(replace(content.moved(at.x, at.y), w=0.0, h=0.0))
        return self._titled(joined(filled), level)

    def _closed(self, group: str) -> Geometry:
        """The inside of a closed group with the room around it and its title."""
        content, title, pad = self.level(group), self.measured.titles[group], self.spacing.pad
        placed = content.moved(pad + max(title.w - content.w, 0.0) / 2, pad + title.h)
        w = max(content.w, title.w) + 2 * pad
        placed.titles[group] = Frame(pad, pad / 2, title.w, title.h)
        return replace(placed, w=w, h=placed.h + pad)

    def _sizes(self, level: Level, inner: dict[str, Geometry]) -> Sizes:
        """The sizes of a level's things as they lie when its layers go down."""
        upright, pad = level.direction.upright, self.spacing.pad
        sizes = {box: self.measured.nodes[box] for box in level.boxes if box not in inner}
        sizes |= {box: Size(content.w, content.h) for box, content in inner.items()}
        labels = {i: self.measured.labels[i] for i in level.edges if i in self.measured.labels}
        pads, widths = {}, {}
        for cluster in level.clusters:
            title = self.measured.titles[cluster]
            top = pad + title.h
            first, last = (pad, top) if level.direction is Direction.UP else (top, pad)
            pads[cluster] = Pads(first, last, pad, pad) if upright else Pads(pad, pad, top, pad)
            # A title that an edge may run past needs room beside the edge's line.
            past = self._entered(cluster, level) if upright else False
            widths[cluster] = (2 * title.w + 4 * pad if past else title.w + 2 * pad) if upright else 0.0
        if not upright:
            sizes = {name: size.turned() for name, size in sizes.items()}
            labels = {i: size.turned() for i, size in labels.items()}
        return Sizes(sizes, labels, pads, widths)

    def _entered(self, cluster: str, level: Level) -> bool:
        """Whether an edge crosses the upper side of a cluster."""
        inner = {name for name in level.home if cluster in _outwards(name, level.home)}
        edges = (self.planned.flowchart.edges[i] for i in level.edges)
        if level.direction is Direction.UP:
            return any(edge.source in inner and edge.target not in inner | {cluster} for edge in edges)
        return any(edge.target in inner and edge.source not in inner | {cluster} for edge in edges)

    def _part(self, made: Layered, sequence: list[int], sizes: Sizes) -> Geometry:
        """The geometry of a part whose layers go down."""
        sizes = replace(sizes, boxes=_levelled(made, sizes.boxes, self.measured.plain))
        x = _ports_centred(made, across(made, sequence, sizes, self.spacing))
        edges = self.planned.flowchart.edges
        courses = [
            course(made, link, sequence, x)
            for link in made.links
            if edges[link.edge].stroke is not Stroke.INVISIBLE
        ]
        y = along(made, courses, sizes, self.spacing)
        frames = {
            unit.key: frame_of(made, i, x, y, sizes)
            for i, unit in enumerate(made.units)
            if unit.solid and unit.key
        }
        for cluster, (left, right), (top, bottom) in zip(made.clusters, x.clusters, y.clusters, strict=True):
            frames[cluster.key] = Frame(left, top, right - left, bottom - top)
        routes = {way.link.edge: route(made, way, x, y, sizes) for way in courses}
        return Geometry(_width(made, x, sizes), y.whole, frames, {}, routes)

    def _packed(self, found: list[Geometry], *, upright: bool) -> Geometry:
        """Parts beside one another in rows as wide as the room; or below one another in columns.

        Columns are as high as gives the whole the shape of a slide, or higher so that its width does.
        """
        gap = self.spacing.box * 1.5
        if upright:
            places = _in_rows([(part.w, part.h) for part in found], self.room.w, gap)
            return joined([part.moved(x, y) for part, (x, y) in zip(found, places, strict=True)])
        area, whole = (
            sum((part.w + gap) * (part.h + gap) for part in found),
            sum(part.h + gap for part in found),
        )
        high = min(self.room.h, sqrt(area * LOW) * 1.2)
        while True:
            places = _in_rows([(part.h, part.w) for part in found], high, gap)
            packed = joined([part.moved(x, y) for part, (y, x) in zip(found, places, strict=True)])
            if packed.w <= self.room.w or high >= whole:
                return packed
            high *= 1.25

    def _titled(self, whole: Geometry, level: Level) -> Geometry:
        """The geometry with the titles of clusters, where no edge crosses them."""
        for cluster in level.clusters:
            title, frame, pad = self.measured.titles[cluster], whole.frames[cluster], self.spacing.pad
            spots = [frame.x + pad, frame.right - pad - title.w, frame.middle[0] - title.w / 2]
            tried = [Frame(x, frame.y + pad / 2, title.w, title.h) for x in spots]
            whole.titles[cluster] = next((spot for spot in tried if not _crossed(spot, whole)), tried[0])
        return whole


def _in_rows(sizes: list[tuple[float, float]], most: float, gap: float) -> list[tuple[float, float]]:
    """Where things of these sizes stand in rows that are at most so long: along their row, and across it."""
    at = line = deep = 0.0
    places = []
    for length, thickness in sizes:
        if at and at + length > most:
            at, line, deep = 0.0, line + deep + gap, 0.0
        places.append((at, line))
        at, deep = at + length + gap, max(deep, thickness)
    return places


def _outwards(name: str, home: dict[str, str | None]) -> list[str]:
    """The clusters around a box or cluster."""
    found = []
    while (around := home[name]) is not None:
        found.append(around)
        name = around
    return found


def _levelled(made: Layered, boxes: dict[str, Size], plain: frozenset[str]) -> dict[str, Size]:
    """The sizes of boxes, those of a layer made equally high where they may be."""
    found = dict(boxes)
    layers: dict[int, list[str]] = {}
    for unit in made.units:
        if unit.solid and unit.key in plain:
            layers.setdefault(unit.first, []).append(unit.key)
    for names in layers.values():
        highest = max(boxes[name].h for name in names)
        for name in names:
            if highest <= boxes[name].h * ALIKE:
                found[name] = Size(boxes[name].w, highest)
    return found


def _ports_centred(made: Layered, x: Places) -> Places:
    """The places with each port in the middle of its cluster's side, where edges end."""
    units = [
        sum(x.clusters[unit.cluster]) / 2 if unit.port else at
        for unit, at in zip(made.units, x.units, strict=True)
    ]
    return Places(units, x.clusters)


def _width(made: Layered, x: Places, sizes: Sizes) -> float:
    """How far a part reaches to the right."""
    reach = [
        at + half_width(made, i, layer, sizes)
        for i, at in enumerate(x.units)
        for layer in range(made.units[i].first, made.units[i].last + 1)
    ]
    return max([*reach, *(right for _, right in x.clusters)])


def _crossed(spot: Frame, whole: Geometry) -> bool:
    """Whether an edge runs through a frame."""
    for route_ in whole.routes.values():
        for (x1, y1), (x2, y2) in zip(route_.points, route_.points[1:], strict=False):
            beside = min(x1, x2) >= spot.right or max(x1, x2) <= spot.x
            if not beside and min(y1, y2) < spot.bottom and max(y1, y2) > spot.y:
                return True
    return False
