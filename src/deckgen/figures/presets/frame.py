"""The size and the adjustments of a preset shape → the lengths that its formulas need."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field

from deckgen.figures.outline import Outline, Point

WHOLE = 100_000
"""What an adjustment counts as one."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A shape `w` by `h` pt; `given` are its adjustments as the file has them."""

    w: float
    h: float
    given: dict[str, float] = field(default_factory=dict)

    @property
    def short(self) -> float:
        """The shorter side, which most adjustments are shares of."""
        return min(self.w, self.h)

    @property
    def middle(self) -> Point:
        """Its centre."""
        return self.w / 2, self.h / 2

    def adj(self, name: str, default: float, low: float = 0.0, high: float = 0.5) -> float:
        """An adjustment as a share, kept within its bounds."""
        return min(max(self.given.get(name, default) / WHOLE, low), max(high, low))

    def angle(self, name: str, default: float) -> float:
        """An adjustment that is an angle, in degrees from 0 to 360."""
        value = self.given.get(name, default) / 60_000
        return value % 360 if math.isfinite(value) and value != 360 else 360.0

    def on_ellipse(self, angle: float, across: float | None = None, down: float | None = None) -> Point:
        """The point of the ellipse in the middle that one sees at an angle (degrees, clockwise)."""
        a, b = self.w / 2 if across is None else across, self.h / 2 if down is None else down
        turn = math.radians(angle)
        at = math.atan2(a * math.sin(turn), b * math.cos(turn))
        return self.w / 2 + a * math.cos(at), self.h / 2 + b * math.sin(at)


Preset = Callable[[Frame], list[Outline]]
"""The formula of a shape."""


def ellipse(cx: float, cy: float, across: float, down: float, *, back: bool = False) -> Outline:
    """A whole ellipse by its centre and radii; `back` draws it counter-clockwise, as a hole."""
    return Outline().move(cx - across, cy).arc(across, down, 180, -360 if back else 360).close()


def joined(*outlines: Outline) -> Outline:
    """Several closed outlines as one, so that what runs the other way is a hole."""
    whole = Outline()
    for outline in outlines:
        whole.join(outline)
    return whole
