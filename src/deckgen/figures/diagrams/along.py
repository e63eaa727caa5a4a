"""The heights of layers, and the tracks between them → where everything stands along the flow."""

from __future__ import annotations

from dataclasses import dataclass

from deckgen.figures.diagrams.courses import Course, Piece, runs
from deckgen.figures.diagrams.sizes import Sizes, Spacing
from deckgen.figures.diagrams.tracks import tracks
from deckgen.figures.diagrams.units import NO_CLUSTER, Layered

PART = 0.5
"""The share of the distance of layers that lies before, and after, a layer of labels."""


@dataclass(frozen=True, slots=True)
class Heights:
    """Places along the flow, in pt: layers from `tops` to `bottoms`, clusters from and to, and pieces."""

    tops: list[float]
    bottoms: list[float]
    clusters: list[tuple[float, float]]
    pieces: dict[Piece, float]
    whole: float

    def middle(self, layer: int) -> float:
        """The middle of a layer."""
        return (self.tops[layer] + self.bottoms[layer]) / 2


def along(made: Layered, courses: list[Course], sizes: Sizes, spacing: Spacing) -> Heights:
    """Where layers, clusters and the pieces of edges that run across stand along the flow."""
    layers = len(made.labelled)
    spans = _spans(made)
    before = [_nested(made, spans, sizes, layer, first=True) for layer in range(layers)]
    after = [_nested(made, spans, sizes, layer, first=False) for layer in range(layers)]
    heights = _layer_heights(made, sizes)
    found: dict[Piece, float] = {}
    tops, bottoms, y = [], [], 0.0
    for channel in range(-1, layers):
        pieces = [p for c in courses for p in (c.first, c.last) if p and p.channel == channel]
        y += after[channel][NO_CLUSTER] if channel >= 0 else 0.0
        y = _lay(pieces, y, _least(made, heights, channel, spacing), spacing, found)
        if channel + 1 < layers:
            y += before[channel + 1][NO_CLUSTER]
            tops.append(y)
            y += heights[channel + 1]
            bottoms.append(y)
    clusters = [
        (tops[first] - before[first][c], bottoms[last] + after[last][c])
        for c, (first, last) in enumerate(spans)
    ]
    return Heights(tops, bottoms, clusters, found, y)


def _spans(made: Layered) -> list[tuple[int, int]]:
    """The first and last layer of each cluster."""
    spans = []
    for cluster in range(len(made.clusters)):
        within = {cluster}
        for i, other in enumerate(made.clusters):
            if other.parent in within:
                within.add(i)
        own = [unit for unit in made.units if unit.cluster in within]
        spans.append((min(unit.first for unit in own), max(unit.last for unit in own)))
    return spans


def _nested(
    made: Layered, spans: list[tuple[int, int]], sizes: Sizes, layer: int, *, first: bool
) -> dict[int, float]:
    """How far the sides of clusters that begin (or end) at a layer stand from it; NO_CLUSTER: the most."""
    found = {NO_CLUSTER: 0.0}
    for cluster in range(len(made.clusters) - 1, -1, -1):  # inner clusters stand after those around them
        if spans[cluster][0 if first else 1] != layer:
            continue
        inner = [found[i] for i, other in enumerate(made.clusters) if other.parent == cluster and i in found]
        pads = sizes.pads[made.clusters[cluster].key]
        found[cluster] = max(inner, default=0.0) + (pads.first if first else pads.last)
        found[NO_CLUSTER] = max(found[NO_CLUSTER], found[cluster])
    return found


def _layer_heights(made: Layered, sizes: Sizes) -> list[float]:
    """The height in pt of each layer: that of its highest box or label."""
    heights = [0.0] * len(made.labelled)
    for unit in made.units:
        if unit.solid and unit.key is not None:
            heights[unit.first] = max(heights[unit.first], sizes.boxes[unit.key].h)
        elif unit.label >= 0:
            label = sizes.labels[made.links[unit.link].edge]
            heights[unit.label] = max(heights[unit.label], label.h)
    return heights


def _least(made: Layered, heights: list[float], channel: int, spacing: Spacing) -> float:
    """The least height in pt of a channel: nothing outside, less around a layer of labels or ports."""
    if channel in {-1, len(heights) - 1}:
        return 0.0
    odd = [layer for layer in (channel, channel + 1) if made.labelled[layer]]
    return spacing.layer * (PART if odd else 1.0)


def _lay(pieces: list[Piece], y: float, least: float, spacing: Spacing, found: dict[Piece, float]) -> float:
    """Lay the pieces of a channel that begins at `y` on tracks; where the channel ends."""
    if not pieces:
        return y + least
    joined, which = runs(pieces)
    lines = tracks(joined, spacing.track)
    count = max(lines) + 1
    height = max(least, 2 * spacing.end + (count - 1) * spacing.track)
    first = y + (height - (count - 1) * spacing.track) / 2
    for piece, run in zip(pieces, which, strict=True):
        found[piece] = first + lines[run] * spacing.track
    return y + height
