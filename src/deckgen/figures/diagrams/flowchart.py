"""What the author of a flowchart said: nodes, edges and groups, before anything has a place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from deckgen.figures.diagrams.ends import Head


class Direction(StrEnum):
    """Which way a flowchart, or a group of its own direction, flows."""

    DOWN = "TB"
    UP = "BT"
    RIGHT = "LR"
    LEFT = "RL"

    @property
    def upright(self) -> bool:
        """Whether the layers lie one below another."""
        return self in {Direction.DOWN, Direction.UP}


class Shape(StrEnum):
    """The outline of a node; the values are Mermaid's names for them."""

    RECT = "rect"
    ROUND = "rounded"
    STADIUM = "stadium"
    SUBROUTINE = "subroutine"
    CYLINDER = "cylinder"
    CIRCLE = "circle"
    DOUBLE_CIRCLE = "double-circle"
    ELLIPSE = "ellipse"
    DIAMOND = "diamond"
    HEXAGON = "hexagon"
    LEAN_RIGHT = "lean-right"
    LEAN_LEFT = "lean-left"
    TRAPEZOID = "trapezoid"
    INVERTED_TRAPEZOID = "inverted-trapezoid"
    FLAG = "odd"


class Stroke(StrEnum):
    """How the line of an edge is drawn; an invisible one only holds its ends in place."""

    SOLID = "solid"
    DOTTED = "dotted"
    THICK = "thick"
    INVISIBLE = "invisible"


@dataclass(frozen=True, slots=True)
class Label:
    """Words on a node, an edge or a group; "\\n" is a line break that the author wrote.

    `markdown` says that `**` and `*` in them mark bold and italic.  `at` is their offset in the source.
    """

    text: str
    markdown: bool = False
    at: int = 0


@dataclass(frozen=True, slots=True)
class Look:
    """What the author changed of a node's, a group's or an edge's look; None: as the theme has it.

    A colour is "#RRGGBB", the name of a colour role, or "none" (no fill, no line).  `width` is a
    line's in px.
    """

    fill: str | None = None
    stroke: str | None = None
    color: str | None = None
    width: float | None = None
    dashed: bool | None = None
    bold: bool | None = None
    italic: bool | None = None

    def over(self, base: Look) -> Look:
        """This look laid on `base`, which shows where this one says nothing."""
        said = {name: value for name in Look.__slots__ if (value := getattr(self, name)) is not None}
        return replace(base, **said)


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Node:
    """One node.  `group` is the id of the group that it stands in, None at the top."""

    id: str
    label: Label
    shape: Shape = Shape.RECT
    look: Look = PLAIN
    group: str | None = None
    at: int = 0


@dataclass(frozen=True, slots=True)
class Edge:
    """One edge between two nodes or groups, named by their ids.

    `length` is how many ranks it spans at least.
    """

    source: str
    target: str
    label: Label | None = None
    stroke: Stroke = Stroke.SOLID
    start: Head = Head.NONE
    end: Head = Head.ARROW
    length: int = 1
    look: Look = PLAIN
    at: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """A subgraph: nodes and groups in a box.  `parent` is the id of the group around it."""

    id: str
    label: Label
    direction: Direction | None = None
    look: Look = PLAIN
    parent: str | None = None
    at: int = 0


@dataclass(frozen=True, slots=True)
class Flowchart:
    """A flowchart as written.  `groups` stand after the groups in them; ids are unique among nodes and
    groups.

    `description` is what its author wrote for those who cannot see it.
    """

    direction: Direction
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...] = ()
    groups: tuple[Group, ...] = ()
    description: str = ""
