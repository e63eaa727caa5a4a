"""How large the things in a diagram are, and how far apart."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Size:
    """A width and a height in pt."""

    w: float
    h: float

    def turned(self) -> Size:
        """The size with width and height exchanged."""
        return Size(self.h, self.w)


@dataclass(frozen=True, slots=True)
class Spacing:
    """Distances in pt.

    `box` between boxes in a layer, `layer` between layers, `lane` between an edge and what it passes,
    `track` between edges side by side, `pad` between a group's side and what is in it, `end` the least
    straight piece of an edge before its head.
    """

    box: float
    layer: float
    lane: float
    track: float
    pad: float
    end: float


@dataclass(frozen=True, slots=True)
class Pads:
    """The room in pt inside a cluster's sides: before the first and after the last layer, left and right."""

    first: float
    last: float
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Sizes:
    """What is measured, as it lies when layers go down: width across the layers, height along them.

    `boxes` by the id of a node or a closed group, `labels` by the index of an edge, `pads` and the least
    `widths` of clusters by their ids.
    """

    boxes: dict[str, Size]
    labels: dict[int, Size]
    pads: dict[str, Pads]
    widths: dict[str, float]
