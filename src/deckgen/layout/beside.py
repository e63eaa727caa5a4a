"""A visual block beside other content in one box, or narrower than its box: as `place` and `width` say."""

from __future__ import annotations

from dataclasses import dataclass

from deckgen.layout.piece import Piece
from deckgen.layout.setting import Names, Setting
from deckgen.layout.stack import Stack
from deckgen.scene import Placed
from deckgen.slots import Box, Slot

HALF, MOST = 0.5, 0.8
"""The share of the room that a visual block takes beside others, unless it says so itself, and at most."""


def sides(box: Box, share: float | None, gutter: float, *, visual_left: bool) -> tuple[Box, Box]:
    """`box` in two parts `gutter` pt apart: the visual block's, a `share` (0-1) of the room, and the rest."""
    room = box.w - gutter
    width = round(room * min(share or HALF, MOST), 2)
    rest = round(room - width, 2)
    left, right = (width, rest) if visual_left else (rest, width)
    first = Box(box.x, box.y, left, box.h)
    second = Box(round(box.right - right, 2), box.y, right, box.h)
    return (first, second) if visual_left else (second, first)


@dataclass(frozen=True, slots=True)
class BesidePiece:
    """Visual blocks at the left or the right of the rest."""

    visuals: Stack
    rest: Stack
    share: float | None
    visual_left: bool
    visual: bool = True

    def _boxes(self, box: Box, setting: Setting) -> tuple[Box, Box]:
        return sides(box, self.share, setting.tools.theme.gutter, visual_left=self.visual_left)

    def height(self, width: float, setting: Setting) -> float:
        shown, rest = self._boxes(Box(0, 0, width, 0), setting)
        return max(self.visuals.height(shown.w, setting), self.rest.height(rest.w, setting))

    def most(self, width: float, setting: Setting) -> float:
        shown, rest = self._boxes(Box(0, 0, width, 0), setting)
        return max(self.visuals.most(shown.w, setting), self.rest.most(rest.w, setting))

    def breaks_words(self, width: float, setting: Setting) -> bool:
        shown, rest = self._boxes(Box(0, 0, width, 0), setting)
        return self.visuals.breaks_words(shown.w, setting) or self.rest.breaks_words(rest.w, setting)

    def place(self, box: Box, setting: Setting, names: Names, slot: Slot | None) -> list[Placed]:
        shown, rest = self._boxes(box, setting)
        if self.visual_left:
            return [
                *self.visuals.place(shown, setting, names, None),
                *self.rest.place(rest, setting, names, slot),
            ]
        placed = self.rest.place(rest, setting, names, slot)
        return [*placed, *self.visuals.place(shown, setting, names, None)]


@dataclass(frozen=True, slots=True)
class NarrowPiece:
    """A visual block in a share (0-1) of its box's width: at its start or, `centred`, in its middle."""

    piece: Piece
    share: float
    centred: bool = False

    @property
    def visual(self) -> bool:
        return self.piece.visual

    def height(self, width: float, setting: Setting) -> float:
        return self.piece.height(width * self.share, setting)

    def most(self, width: float, setting: Setting) -> float:
        return self.piece.most(width * self.share, setting)

    def breaks_words(self, width: float, setting: Setting) -> bool:
        return self.piece.breaks_words(width * self.share, setting)

    def place(self, box: Box, setting: Setting, names: Names, slot: Slot | None) -> list[Placed]:
        width = box.w * self.share
        x = box.x + (box.w - width) / 2 if self.centred else box.x
        return self.piece.place(Box(round(x, 2), box.y, round(width, 2), box.h), setting, names, slot)
