"""Pieces one below another in a box: measured ones as high as they need, the others share the rest."""

from __future__ import annotations

from dataclasses import dataclass

from deckgen.layout.piece import Piece
from deckgen.layout.setting import Names, Setting
from deckgen.scene import Placed
from deckgen.slots import Box, Slot

EVEN = 0.01
"""Heights in pt that differ by less are one."""


@dataclass(frozen=True, slots=True)
class Stack:
    """What stands in one slot or column, from the top down."""

    pieces: tuple[Piece, ...]

    def height(self, width: float, setting: Setting) -> float:
        """The height in pt that the pieces need, the gaps between them included."""
        return sum(piece.height(width, setting) for piece in self.pieces) + self._gaps(setting)

    def most(self, width: float, setting: Setting) -> float:
        """The height in pt beyond which more room is no use to the pieces."""
        return sum(piece.most(width, setting) for piece in self.pieces) + self._gaps(setting)

    def _gaps(self, setting: Setting) -> float:
        return setting.tools.theme.gap * max(len(self.pieces) - 1, 0)

    def breaks_words(self, width: float, setting: Setting) -> bool:
        """Whether a word in a piece is wider than its line."""
        return any(piece.breaks_words(width, setting) for piece in self.pieces)

    @property
    def visual(self) -> bool:
        """Whether a piece in it is a picture or the like."""
        return any(piece.visual for piece in self.pieces)

    def place(self, box: Box, setting: Setting, names: Names, slot: Slot | None) -> list[Placed]:
        """Everything in its place; one piece alone has the whole box, so that its slot keeps its own."""
        if len(self.pieces) == 1:
            return self.pieces[0].place(box, setting, names, slot)
        placed: list[Placed] = []
        y, filled = box.y, False
        for piece, height in zip(self.pieces, self._heights(box, setting), strict=True):
            given = None if filled else slot
            found = piece.place(Box(box.x, round(y, 2), box.w, round(height, 2)), setting, names, given)
            filled = filled or any(p.slot for p in found)
            placed += found
            y += height + setting.tools.theme.gap
        return placed

    def _heights(self, box: Box, setting: Setting) -> list[float]:
        """What each piece needs, and its even share of the rest as far as it has a use for it."""
        heights = [piece.height(box.w, setting) for piece in self.pieces]
        most = [piece.most(box.w, setting) for piece in self.pieces]
        spare = box.h - sum(heights) - self._gaps(setting)
        while spare > EVEN and (growing := [i for i, h in enumerate(heights) if most[i] - h > EVEN]):
            share = spare / len(growing)
            for i in growing:
                more = min(share, most[i] - heights[i])
                heights[i] += more
                spare -= more
        return heights
