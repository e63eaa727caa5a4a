"""What takes a place in the layers of a diagram: boxes, ports, and the lanes of long edges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

IN, OUT = "in", "out"
NO_CLUSTER = -1


@dataclass(frozen=True, slots=True)
class Unit:
    """Something that takes a place in each layer from `first` to `last`.

    A box has a `key` (a node or group); a port is where edges that end at a cluster meet its side (`port`,
    with the cluster as `key`); a lane carries the link `link`, with the link's label in the layer `label`.
    What is neither holds a cluster's place in a layer.
    """

    first: int
    last: int
    cluster: int = NO_CLUSTER
    key: str | None = None
    port: str = ""
    link: int = -1
    label: int = -1

    @property
    def solid(self) -> bool:
        """Whether no edge may pass through it."""
        return self.key is not None and not self.port


@dataclass(frozen=True, slots=True)
class Link:
    """An edge between two units, `upper` in an earlier layer than `lower`.

    `back`: the edge goes up, from `lower` to `upper`, beside the boxes.  `lane` is the unit between them, -1
    where the edge needs none.
    """

    edge: int
    upper: int
    lower: int
    back: bool = False
    lane: int = -1


@dataclass(frozen=True, slots=True)
class Cluster:
    """An open group in this part; `parent` is the index of the one around it."""

    key: str
    parent: int = NO_CLUSTER


@dataclass(frozen=True, slots=True)
class Layered:
    """A part in layers.

    `labelled` says of each layer whether it is one of labels, between those of boxes.
    """

    units: tuple[Unit, ...]
    links: tuple[Link, ...]
    clusters: tuple[Cluster, ...]
    labelled: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Gathered:
    """A part without layers yet: units and clusters.

    `ends` has of each edge its index, and the units that it goes from and to.
    """

    units: list[Unit]
    clusters: list[Cluster]
    ends: list[tuple[int, int, int]]

    def inside(self, cluster: int) -> list[int]:
        """The boxes in a cluster, those in clusters within it too."""
        within = {cluster}
        for i, other in enumerate(self.clusters):
            if other.parent in within:
                within.add(i)
        return [i for i, unit in enumerate(self.units) if unit.cluster in within and not unit.port]


def outwards(cluster: int, clusters: Sequence[Cluster]) -> tuple[int, ...]:
    """The clusters around and including this one, the innermost first."""
    found = []
    while cluster != NO_CLUSTER:
        found.append(cluster)
        cluster = clusters[cluster].parent
    return tuple(found)


def shared(a: int, b: int, clusters: Sequence[Cluster]) -> int:
    """The innermost cluster around both, NO_CLUSTER where there is none."""
    outer = set(outwards(b, clusters))
    return next((cluster for cluster in outwards(a, clusters) if cluster in outer), NO_CLUSTER)
