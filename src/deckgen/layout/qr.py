"""A QR code, large enough to be read from the last row, and its address beneath."""

from __future__ import annotations

from dataclasses import dataclass

from deckgen.figures.qr import qr_code
from deckgen.layout.caption import Caption
from deckgen.layout.framed import Framed
from deckgen.layout.setting import OPTICAL, Names, Setting
from deckgen.model import Qr, Run
from deckgen.scene import Part, Placed, QrFigure
from deckgen.slots import Box, Slot

LEAST, MOST = 108.0, 240.0
"""Sides of the code in pt: what a telephone reads from some rows away, and what is of use."""

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

    def _framed(self) -> Framed:
        return Framed((1, 1), self._caption())

    def height(self, width: float, setting: Setting) -> float:
        return min(LEAST, width) + self._caption().height(self._caption().width(LEAST, width), setting)

    def most(self, width: float, setting: Setting) -> float:
        side = min(ALONE if self.centred else MOST, width)
        return side + self._caption().height(self._caption().width(side, width), setting)

    def breaks_words(self, width: float, setting: Setting) -> bool:
        return False

    def place(self, box: Box, setting: Setting, names: Names, slot: Slot | None) -> list[Placed]:
        high = min(box.h, self.most(box.w, setting))
        x, y = box.x, box.y
        if self.centred:
            side = self._framed().frame(Box(x, y, box.w, high), setting, centred=False)[0].w
            x, y = box.x + (box.w - side) / 2, box.y + (box.h - high) * OPTICAL
        room = Box(round(x, 2), round(y, 2), round(box.right - x, 2), high)
        frame, _, below = self._framed().frame(room, setting, centred=False)
        figure, blocks = QrFigure(qr_code(self.block.url), self.block.url), (self.block,)
        code = Placed(names.new(Part.QR), Part.QR, frame, figure, None, blocks)
        return [code, *self._caption().place(frame.x, frame.bottom, below, setting, names, blocks)]
