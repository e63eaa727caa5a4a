"""Numbered paragraphs → where PowerPoint, which counts by itself, must be told a number."""

from __future__ import annotations

from deckgen.scene import Number, PlacedParagraph


class Numbering:
    """Counts along as PowerPoint does in one box.

    Paragraphs of one level and scheme go on counting over deeper ones between them; any other
    paragraph of the level or above it ends the count.
    """

    def __init__(self) -> None:
        self._running: dict[int, tuple[int, int]] = {}  # by level: where it started, the last value

    def start_at(self, paragraph: PlacedParagraph) -> int:
        """The `startAt` that makes the paragraph show its value, 1 where it needs none."""
        level, marker = paragraph.level, paragraph.marker
        for deeper in [n for n in self._running if n > level]:
            del self._running[deeper]
        if not isinstance(marker, Number):
            self._running.pop(level, None)
            return 1
        start, last = self._running.get(level, (marker.value, marker.value - 1))
        if last + 1 != marker.value:
            start = marker.value
        self._running[level] = (start, marker.value)
        return start
