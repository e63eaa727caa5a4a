"""A flowchart → what is arranged together: the inside of each group that no edge enters, and the whole.

A group whose nodes are linked to the outside is *open*: it is arranged with what is around it, in the same
layers. One that only itself has edges to the outside, if any, is *closed*: it is arranged first, in a
direction of its own, and then stands as one box.  Mermaid draws groups so, and turns a closed one that
names no direction.
"""

from __future__ import annotations

from dataclasses import dataclass

from deckgen.figures.diagrams.flowchart import Direction, Edge, Flowchart


@dataclass(frozen=True, slots=True)
class Level:
    """What is arranged together, inside `group` (None: the whole).

    `boxes` are ids of nodes and closed groups, `clusters` ids of open groups, those around others first;
    `home` says in which cluster each of them stands, if in one.  `edges` are indices of the flowchart's
    edges.
    """

    group: str | None
    direction: Direction
    boxes: tuple[str, ...]
    clusters: tuple[str, ...]
    home: dict[str, str | None]
    edges: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """What of a level hangs together: by edges, or by the clusters around it."""

    boxes: tuple[str, ...]
    clusters: tuple[str, ...]
    home: dict[str, str | None]
    edges: tuple[int, ...]


def levels(flowchart: Flowchart) -> dict[str | None, Level]:
    """The levels of a flowchart by the groups that they fill, inner ones first, the whole last."""
    around = surroundings(flowchart)
    opened = _opened(flowchart, around)
    place = {name: next((one for one in outer if one not in opened), None) for name, outer in around.items()}
    home = {name: outer[0] if outer and outer[0] in opened else None for name, outer in around.items()}
    found: dict[str | None, Level] = {}
    turned = _directions(flowchart, opened, place)
    closed = [group.id for group in flowchart.groups if group.id not in opened]
    groups = [group.id for group in reversed(flowchart.groups)]
    for name in (*closed, None):
        boxes = tuple(node.id for node in flowchart.nodes if place[node.id] == name)
        boxes += tuple(group for group in closed if place[group] == name)
        clusters = tuple(group for group in groups if group in opened and place[group] == name)
        edges = tuple(i for i, edge in enumerate(flowchart.edges) if place[edge.source] == name)
        homes = {one: home[one] for one in (*boxes, *clusters)}
        found[name] = Level(name, turned[name], _as_written(boxes, flowchart), clusters, homes, edges)
    return found


def ignored_directions(flowchart: Flowchart) -> tuple[str, ...]:
    """The open groups that name a direction, which they cannot have."""
    opened, whole = _opened(flowchart, surroundings(flowchart)), flowchart.direction
    return tuple(g.id for g in flowchart.groups if g.id in opened and g.direction not in {None, whole})


def _opened(flowchart: Flowchart, around: dict[str, tuple[str, ...]]) -> set[str]:
    """The groups that an edge enters."""
    return {name for edge in flowchart.edges for name in set(around[edge.source]) ^ set(around[edge.target])}


def surroundings(flowchart: Flowchart) -> dict[str, tuple[str, ...]]:
    """The groups around each node and group, the nearest first."""
    found: dict[str, tuple[str, ...]] = {}
    for group in reversed(flowchart.groups):
        found[group.id] = (group.parent, *found[group.parent]) if group.parent else ()
    for node in flowchart.nodes:
        found[node.id] = (node.group, *found[node.group]) if node.group else ()
    return found


def _directions(
    flowchart: Flowchart, opened: set[str], place: dict[str, str | None]
) -> dict[str | None, Direction]:
    """The direction of each level: its group's own, or across that of the level around it."""
    found: dict[str | None, Direction] = {None: flowchart.direction}
    for group in reversed(flowchart.groups):
        if group.id not in opened:
            around = found[place[group.id]]
            found[group.id] = group.direction or (Direction.RIGHT if around.upright else Direction.DOWN)
    return found


def _as_written(boxes: tuple[str, ...], flowchart: Flowchart) -> tuple[str, ...]:
    """The boxes in the order in which they, or what stands in them, are written."""
    at = {node.id: node.at for node in flowchart.nodes} | {group.id: group.at for group in flowchart.groups}
    return tuple(sorted(boxes, key=at.__getitem__))


def parts(level: Level, edges: tuple[Edge, ...]) -> tuple[Part, ...]:
    """The parts of a level that nothing joins, in the order written."""
    leader = {name: name for name in level.home}

    def find(name: str) -> str:
        while leader[name] != name:
            leader[name] = name = leader[leader[name]]
        return name

    for name, home in level.home.items():
        if home is not None:
            leader[find(name)] = find(home)
    for i in level.edges:
        leader[find(edges[i].source)] = find(edges[i].target)
    members: dict[str, list[str]] = {}
    for box in level.boxes:
        members.setdefault(find(box), []).append(box)
    return tuple(
        Part(
            tuple(boxes),
            tuple(name for name in level.clusters if find(name) == key),
            {name: home for name, home in level.home.items() if find(name) == key},
            tuple(i for i in level.edges if find(edges[i].source) == key),
        )
        for key, boxes in members.items()
    )
