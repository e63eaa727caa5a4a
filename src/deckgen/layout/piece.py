"""What every block is to the layout: something that says how high it is, and stands in a box."""

from __future__ import annotations

from typing import Protocol

from deckgen.layout.setting import Names, Setting
from deckgen.scene import Placed
from deckgen.slots import Box, Slot


class Piece(Protocol):
    """A block, or several that flow together, waiting for a box.

    `visual`: so much the better the more room it has, so that its neighbours are not set larger than
    normal.
    """

    @property
    def visual(self) -> bool: ...

    def height(self, width: float, setting: Setting) -> float:
        """The height in pt that it needs, or the least that it makes do with where it can use more."""
        ...

    def most(self, width: float, setting: Setting) -> float:
        """The height in pt beyond which more room is no use to it: for text, what it needs."""
        ...

    def breaks_words(self, width: float, setting: Setting) -> bool:
        """Whether a word in it is wider than its line."""
        ...

    def place(self, box: Box, setting: Setting, names: Names, slot: Slot | None) -> list[Placed]:
        """What stands in `box`; where a slot is given, its placeholder is filled."""
        ...
