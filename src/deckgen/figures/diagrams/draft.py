"""Mentions of nodes, groups and classes, in the order read → the flowchart that they make together."""

from __future__ import annotations

from dataclasses import dataclass, field

from deckgen.diagnostics import did_you_mean
from deckgen.figures.diagrams.flowchart import (
    PLAIN,
    Direction,
    Edge,
    Flowchart,
    Group,
    Label,
    Look,
    Node,
    Shape,
)
from deckgen.figures.diagrams.links import Link
from deckgen.figures.diagrams.problems import MistakeError, Problem, Problems, syntax
from deckgen.figures.diagrams.styling import BUILT_IN
from deckgen.figures.diagrams.vertices import Vertex

MOST_NODES, MOST_EDGES, DEEPEST = 200, 300, 6
"""How large a diagram may be: more is no picture, and a source that grows by `&` knows no end."""

Mark = tuple[str, int]
"""A name and where it stands in the source."""


@dataclass(slots=True)
class DraftNode:
    """A node as far as it is known."""

    at: int
    label: Label | None = None
    shape: Shape | None = None
    classes: list[Mark] = field(default_factory=list)
    style: Look = PLAIN


@dataclass(slots=True)
class DraftGroup:
    """A subgraph as far as it is known; `mentions` are the ids that stand in it, not in groups within it."""

    id: str
    at: int
    label: Label
    parent: str | None
    direction: Direction | None = None
    mentions: dict[str, None] = field(default_factory=dict)
    classes: list[Mark] = field(default_factory=list)


@dataclass(slots=True)
class Draft:
    """Collects what the statements of one diagram say."""

    problems: Problems
    direction: Direction = Direction.DOWN
    description: str = ""
    nodes: dict[str, DraftNode] = field(default_factory=dict)
    edges: list[Edge] = field(default_factory=list)
    open: list[DraftGroup] = field(default_factory=list)
    closed: list[DraftGroup] = field(default_factory=list)
    classes: dict[str, Look] = field(default_factory=dict)
    marked: list[tuple[Mark, Mark]] = field(default_factory=list)
    styles: dict[str, tuple[Look, int]] = field(default_factory=dict)
    edge_styles: list[tuple[int | None, Look, int]] = field(default_factory=list)
    full: bool = False

    def mention(self, vertex: Vertex) -> str:
        """Note that a node is named here, and what is said of it; a later label replaces an earlier one."""
        if vertex.id not in self.nodes and len(self.nodes) >= MOST_NODES:
            raise self._too_many(f"more than {MOST_NODES} nodes", vertex.at)
        node = self.nodes.setdefault(vertex.id, DraftNode(vertex.at))
        if vertex.label:
            node.label = vertex.label
        if vertex.shape:
            node.shape = vertex.shape
        node.classes += vertex.classes
        if self.open:
            self.open[-1].mentions[vertex.id] = None
        return vertex.id

    def connect(self, sources: list[str], link: Link, targets: list[str]) -> None:
        """An edge from each of `sources` to each of `targets`."""
        if len(self.edges) + len(sources) * len(targets) > MOST_EDGES:
            raise self._too_many(f"more than {MOST_EDGES} edges", link.at)
        for source in sources:
            for target in targets:
                self.edges.append(
                    Edge(
                        source, target, link.label, link.stroke, link.start, link.end, link.length, at=link.at
                    )
                )

    def begin(self, name: str, label: Label, at: int) -> None:
        """A subgraph begins."""
        if len(self.open) >= DEEPEST:
            raise self._too_many(f"subgraphs more than {DEEPEST} deep", at)
        parent = self.open[-1].id if self.open else None
        if any(name == group.id for group in (*self.open, *self.closed)):
            raise syntax(f"there is a subgraph `{name}` already", at, len(name), "give each its own id")
        self.open.append(DraftGroup(name, at, label, parent))

    def close(self, at: int) -> None:
        """The subgraph that was begun last ends."""
        if not self.open:
            raise syntax("this `end` closes nothing", at, 3, "every `end` belongs to a `subgraph` before it")
        self.closed.append(self.open.pop())

    def _too_many(self, what: str, at: int) -> MistakeError:
        self.full = True
        return MistakeError(
            Problem(
                "diagram-size", f"a diagram of {what} cannot be read", at, 1, ("draw a part of it a slide",)
            )
        )

    def finish(self) -> Flowchart:
        """The flowchart; what fits nothing goes to the problems."""
        for group in self.open:
            self.problems.error(
                "diagram-syntax", "this subgraph is never closed", group.at, len(group.id), "write `end`"
            )
        self.closed += reversed(self.open)
        groups = {group.id: group for group in self.closed}
        self._mark(groups)
        where = self._places(groups)
        nodes = tuple(
            self._node(name, draft, where) for name, draft in self.nodes.items() if name not in groups
        )
        made = tuple(self._group(group) for group in self.closed)
        self._check_styles(groups)
        self._check_edges(groups, where)
        edges = tuple(self._edge(index, edge) for index, edge in enumerate(self.edges))
        return Flowchart(self.direction, nodes, edges, made, self.description)

    def _mark(self, groups: dict[str, DraftGroup]) -> None:
        """Give the nodes and groups that `class` statements name their classes."""
        for (name, at), mark in self.marked:
            known = groups.get(name) or self.nodes.get(name)
            if known is None:
                self._unknown(name, at, groups)
            else:
                known.classes.append(mark)

    def _unknown(self, name: str, at: int, groups: dict[str, DraftGroup]) -> None:
        hints = did_you_mean(name, (*self.nodes, *groups))
        self.problems.error("diagram-name", f"there is no node `{name}`", at, len(name), *hints)

    def _places(self, groups: dict[str, DraftGroup]) -> dict[str, str]:
        """The group of each node: the first to be closed of those that name it, as Mermaid has it."""
        where: dict[str, str] = {}
        for group in self.closed:
            for name in group.mentions:
                if name not in groups:
                    where.setdefault(name, group.id)
        return where

    def _node(self, name: str, draft: DraftNode, where: dict[str, str]) -> Node:
        look = self._look(name, draft.classes)
        label = draft.label or Label(name, at=draft.at)
        return Node(name, label, draft.shape or Shape.RECT, look, where.get(name), draft.at)

    def _group(self, draft: DraftGroup) -> Group:
        mention = self.nodes.get(draft.id)
        classes = [*(mention.classes if mention else ()), *draft.classes]
        look = self._look(draft.id, classes, default=False)
        return Group(draft.id, draft.label, draft.direction, look, draft.parent, draft.at)

    def _look(self, name: str, classes: list[Mark], *, default: bool = True) -> Look:
        """What the classes and the `style` of a node or group make of its look."""
        look = self.classes.get("default", PLAIN) if default else PLAIN
        for own, at in classes:
            known = self.classes.get(own) or BUILT_IN.get(own)
            if known is None:
                hints = did_you_mean(own, (*self.classes, *BUILT_IN))
                message = f"there is no class `{own}`"
                self.problems.error(
                    "diagram-name", message, at, len(own), *hints, f"write `classDef {own} fill:…`"
                )
            else:
                look = known.over(look)
        return self.styles[name][0].over(look) if name in self.styles else look

    def _check_styles(self, groups: dict[str, DraftGroup]) -> None:
        for name, (_, at) in self.styles.items():
            if name not in self.nodes and name not in groups:
                self._unknown(name, at, groups)
        for number, _, at in self.edge_styles:
            if number is not None and number >= len(self.edges):
                message = f"there is no edge {number}: the edges count from 0 to {len(self.edges) - 1}"
                self.problems.error("diagram-name", message, at, len(str(number)))

    def _check_edges(self, groups: dict[str, DraftGroup], where: dict[str, str]) -> None:
        """Report edges between a group and what stands in it."""
        for edge in self.edges:
            for inner, outer in ((edge.source, edge.target), (edge.target, edge.source)):
                if outer in groups and outer in _around(inner, groups, where):
                    message = f"an edge cannot join the subgraph `{outer}` with `{inner}` in it"
                    self.problems.error("diagram-syntax", message, edge.at)

    def _edge(self, index: int, edge: Edge) -> Edge:
        look = PLAIN
        for number, style, _ in self.edge_styles:
            if number is None or number == index:
                look = style.over(look)
        if look == PLAIN:
            return edge
        return Edge(
            edge.source,
            edge.target,
            edge.label,
            edge.stroke,
            edge.start,
            edge.end,
            edge.length,
            look,
            edge.at,
        )


def _around(name: str, groups: dict[str, DraftGroup], where: dict[str, str]) -> set[str]:
    """The ids of the groups that a node or group stands in."""
    found: set[str] = set()
    at = groups[name].parent if name in groups else where.get(name)
    while at is not None and at not in found:
        found.add(at)
        at = groups[at].parent
    return found
