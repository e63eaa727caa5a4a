"""Ranked boxes and their edges → layers, and lanes for the edges that pass through some of them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from deckgen.figures.diagrams.flowchart import Edge
from deckgen.figures.diagrams.units import Cluster, Gathered, Layered, Link, Unit, outwards, shared


@dataclass(frozen=True, slots=True)
class _Course:
    """An edge from rank `first` down to rank `last`, with its label at `label` (-1: none)."""

    link: Link
    first: int
    last: int
    label: int


def lanes(made: Gathered, edges: tuple[Edge, ...], rank: list[int]) -> Layered:
    """The part in layers.

    Ranks that hold nothing are left out, but for those that an edge's length asks for.
    """
    courses = [_course(i, tail, head, edges[i].label is not None, rank) for i, tail, head in made.ends]
    used = set(range(0, max(rank) + 1, 2)) | set(rank)
    used |= {course.label for course in courses if course.label >= 0} | _doubled(courses)
    layer = {one: number for number, one in enumerate(sorted(used))}
    units = [
        replace(unit, first=layer[own], last=layer[own]) for unit, own in zip(made.units, rank, strict=True)
    ]
    links: list[Link] = []
    for course in courses:
        link = course.link
        first, last = layer[course.first], layer[course.last]
        if not link.back:
            first, last = first + 1, last - 1
        if first <= last:
            within = shared(units[link.upper].cluster, units[link.lower].cluster, made.clusters)
            label = layer[course.label] if course.label >= 0 else -1
            link = replace(link, lane=len(units))
            units.append(Unit(first, last, within, link=len(links), label=label))
        links.append(link)
    units += _fillers(units, made.clusters)
    labelled = tuple(one % 2 == 1 for one in sorted(used))
    return Layered(tuple(units), tuple(links), tuple(made.clusters), labelled)


def _course(edge: int, tail: int, head: int, labelled: bool, rank: list[int]) -> _Course:
    """Where an edge runs: down from its tail, or up to its head; its label is near where it begins."""
    if rank[tail] < rank[head]:
        label = rank[tail] + 1 + rank[tail] % 2
        return _Course(Link(edge, tail, head), rank[tail], rank[head], label if labelled else -1)
    middle = (rank[tail] + rank[head]) // 2
    label = middle + 1 if middle % 2 == 0 and rank[tail] > rank[head] else middle
    return _Course(Link(edge, head, tail, back=True), rank[head], rank[tail], label if labelled else -1)


def _doubled(courses: list[_Course]) -> set[int]:
    """The ranks where edges between the same boxes part, so that they do not lie on one another."""
    met: set[tuple[int, int]] = set()
    found = set()
    for course in courses:
        ends = (course.link.upper, course.link.lower)
        if ends in met and not course.link.back:
            found.add(course.first + 1 + course.first % 2)
        met.add(ends)
    return found


def _fillers(units: list[Unit], clusters: list[Cluster]) -> list[Unit]:
    """What holds the place of a cluster in the layers between its units."""
    layers: list[set[int]] = [set() for _ in clusters]
    for unit in units:
        for cluster in outwards(unit.cluster, clusters):
            layers[cluster].update(range(unit.first, unit.last + 1))
    found = []
    for cluster, held in enumerate(layers):
        missing = [layer for layer in range(min(held), max(held)) if layer not in held] if held else []
        for at, layer in enumerate(missing):
            if not at or missing[at - 1] != layer - 1:
                found.append(Unit(layer, layer, cluster))
            else:
                found[-1] = replace(found[-1], last=layer)
    return found
