"""A QR code, large enough to be read from the last row, and its address beneath."""

from __future__ import annotations

from dataclasses import dataclass

from deckgen.figures.qr import QUIET, qr_code
from deckgen.layout.caption import Caption
from deckgen.layout.setting import OPTICAL, Names, Setting
from deckgen.model import Qr, Run
from deckgen.scene import Part, Placed, QrFigure
from deckgen.slots import Box, Slot

LEAST, MOST = 108.0, 240.0
"""Sides of the code in pt: what a telephone reads from some rows away, and what is of use."""

HIGH = 56.0
"""The height in pt over which a caption is set wider than its code."""

INSET = QUIET / (21 + 2 * QUIET)
"""The most of a code's side that its quiet zone takes: of the smallest code, 21 fields a side."""

ALONE = 320.0
"""The side in pt of a code that has a slide to itself."""


@dataclass(frozen=True, slots=True)
class QrPiece:
    """A code; `centred` where it stands alone."""

    block: Qr
    centred: bool = False
    visual: bool = True

    def _caption(self) -> Caption:
        """What the author says of it and, for those without a telephone, the address."""
        address = (Run(self.block.url.removeprefix("mailto:"), href=self.block.url),)
        own = self.block.caption
        return Caption(own, address, self.block.lang) if own else Caption(address, lang=self.block.lang)

    def height(self, width: float, setting: Setting) -> float:
        side = min(LEAST, width)
        return side + self._beneath(side, width, setting)[1]

    def most(self, width: float, setting: Setting) -> float:
        side = min(ALONE if self.centred else MOST, width)
        return side + self._beneath(side, width, setting)[1]

    def breaks_words(self, width: float, setting: Setting) -> bool:
        return False

    def place(self, box: Box, setting: Setting, names: Names, slot: Slot | None) -> list[Placed]:
        high = min(box.h, self.most(box.w, setting))
        # A caption beneath a smaller code may take more lines, never fewer.
        side = high - self._beneath(min(high, box.w), box.w, setting)[1]
        below, words = self._beneath(side, box.w, setting)
        side = min(side, high - words)
        x, y = box.x, box.y
        if self.centred:
            x += (box.w - max(side, min(below, box.w))) / 2
            y += (box.h - high) * OPTICAL
        frame = Box(round(x, 2), round(y, 2), round(side, 2), round(side, 2))
        code, blocks = qr_code(self.block.url), (self.block,)
        figure = QrFigure(code, self.block.url)
        shown = Placed(names.new(Part.QR), Part.QR, frame, figure, None, blocks)
        # Where the page is as light as the code's quiet zone, the caption begins under what one sees.
        light = setting.tools.theme.dark == setting.inverse
        inset = side * QUIET / code.size if light else 0.0
        caption = self._caption().place(frame.x + inset, frame.bottom, below - inset, setting, names, blocks)
        return [shown, *caption]

    def _beneath(self, side: float, room: float, setting: Setting) -> tuple[float, float]:
        """Width and height in pt of the caption: all the room, where an address would take many lines."""
        caption, inset = self._caption(), side * INSET
        width = caption.width(side, room)
        if caption.height(width - inset, setting) > HIGH:
            width = room
        return width, caption.height(width - inset, setting)
