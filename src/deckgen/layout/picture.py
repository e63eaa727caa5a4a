"""A picture and its caption in a box: whole, cut to fill, or at its own size; never distorted."""

from __future__ import annotations

from dataclasses import dataclass

from deckgen.layout.caption import Caption
from deckgen.layout.framed import Framed
from deckgen.layout.setting import Names, Setting
from deckgen.model import Image
from deckgen.scene import Part, Picture, Placed
from deckgen.slots import Box, Slot


def framed(image: Image) -> Framed:
    """A picture as something of a shape, with its caption."""
    return Framed(
        image.pixels,
        Caption.of(image),
        image.fit,
        image.focus,
        natural=image.pixels[0] * 72 / image.dpi,
    )


@dataclass(frozen=True, slots=True)
class PicturePiece:
    """An image; `centred` where it stands alone."""

    block: Image
    centred: bool = False
    visual: bool = True

    def height(self, width: float, setting: Setting) -> float:
        return framed(self.block).height(width, setting)

    def most(self, width: float, setting: Setting) -> float:
        return framed(self.block).most(width, setting)

    def breaks_words(self, width: float, setting: Setting) -> bool:
        return False

    def place(self, box: Box, setting: Setting, names: Names, slot: Slot | None) -> list[Placed]:
        whole = framed(self.block)
        frame, crop, below = whole.frame(box, setting, centred=self.centred)
        shown, name = Picture(self.block, crop, setting.tools.theme.rounding.picture), names.new(Part.PICTURE)
        picture = Placed(name, Part.PICTURE, frame, shown, slot.name if slot else None, (self.block,))
        caption = whole.caption.place(frame.x, frame.bottom, below, setting, names, (self.block,))
        return [picture, *caption]
