"""What a chart is given to be laid out in: its frame, the part of it that is free, and how words measure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from deckgen.figures.charts.figure import Rect

TextWidth = Callable[[str], float]
"""The width of one line of words in pt at the chart's size."""

Size = tuple[float, float]
"""Width and height in pt."""

LINE = 1.15
"""The usual pitch of lines in em: Arial's, from which LibreOffice and PowerPoint depart by a thirtieth."""

GAP = 2.83
"""What office programs leave between a mark and its label, in pt: 1 mm."""

TICK_GAP = 7.08
"""What they leave between an axis and its words, in pt: 2.5 mm, ticks drawn or not."""


@dataclass(frozen=True, slots=True)
class Title:
    """The size in pt of an axis's title as it is read; `turned`: it is set on end, read upwards."""

    size: Size
    turned: bool = False

    @property
    def box(self) -> Size:
        """The width and height that it takes."""
        width, height = self.size
        return (height, width) if self.turned else self.size


@dataclass(frozen=True, slots=True)
class Room:
    """A frame of `width` × `height` pt; the chart has `area`, what is left by its title and the edges.

    `size` is that of all words but the title's, `measure` measures at it.  `mirrored`: the chart is
    read from right to left.  `pitch` (em) is the font's own, which office programs go by in charts.
    """

    width: float
    height: float
    area: Rect
    size: float
    measure: TextWidth
    x_title: Title | None = None
    y_title: Title | None = None
    mirrored: bool = False
    pitch: float = LINE

    @property
    def line(self) -> float:
        """The height of a line of words in pt."""
        return self.size * self.pitch

    def widest(self, texts: Iterable[str]) -> float:
        """The width in pt of the widest of several lines, 0 where there are none."""
        return max(map(self.measure, texts), default=0.0)
