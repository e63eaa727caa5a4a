"""A part of a flowchart → its boxes in layers, and for each longer edge a lane through the layers between."""

from __future__ import annotations

from deckgen.figures.diagrams.flowchart import Edge
from deckgen.figures.diagrams.lanes import lanes
from deckgen.figures.diagrams.levels import Part
from deckgen.figures.diagrams.ranks import ranks
from deckgen.figures.diagrams.units import IN, NO_CLUSTER, OUT, Cluster, Gathered, Layered, Unit


def layered(part: Part, edges: tuple[Edge, ...]) -> Layered:
    """The part in layers: those of boxes, and between them those of labels and of the ports of clusters."""
    made = _gather(part, edges)
    rank = ranks(made, edges)
    return lanes(made, edges, rank)


def _gather(part: Part, edges: tuple[Edge, ...]) -> Gathered:
    """The part's boxes, clusters and ports by number, and the edges between them."""
    number = {name: i for i, name in enumerate(part.clusters)}
    home = {name: number[at] if at else NO_CLUSTER for name, at in part.home.items()}
    units = [Unit(0, 0, home[box], box) for box in part.boxes]
    at = {(box, side): i for i, box in enumerate(part.boxes) for side in (IN, OUT)}
    ends = []
    for i in part.edges:
        pair = []
        for name, side in ((edges[i].source, OUT), (edges[i].target, IN)):
            if (name, side) not in at:
                at[name, side] = len(units)
                units.append(Unit(0, 0, number[name], name, side))
            pair.append(at[name, side])
        ends.append((i, pair[0], pair[1]))
    return Gathered(units, [Cluster(name, home[name]) for name in part.clusters], ends)
