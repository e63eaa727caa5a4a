"""Where an edge ends, and what stands there: the two words about it that everything after a diagram knows."""

from __future__ import annotations

from enum import StrEnum


class Head(StrEnum):
    """What stands at an end of an edge."""

    NONE = "none"
    ARROW = "arrow"
    CIRCLE = "circle"
    CROSS = "cross"


class Side(StrEnum):
    """A side of a box, at whose middle an edge ends."""

    TOP = "top"
    BOTTOM = "bottom"
    LEFT = "left"
    RIGHT = "right"
