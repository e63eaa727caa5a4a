"""A picture and its caption in a box: whole, cut to fill, or at its own size; never distorted."""

from __future__ import annotations

import math
from dataclasses import dataclass

from deckgen.layout.setting import OPTICAL, Names, Setting
from deckgen.layout.textbox import Para, set_text, text_height
from deckgen.model import Fit, Image
from deckgen.scene import UNCUT, Crop, Part, Picture, Placed, covering_crop
from deckgen.slots import Box, Slot

LEAST = 72.0
"""The height in pt under which a picture shows nothing any more."""

CAPTION_GAP = 6.0


@dataclass(frozen=True, slots=True)
class PicturePiece:
    """An image; `centred` where it stands alone."""

    block: Image
    centred: bool = False
    visual: bool = True

    def height(self, width: float, setting: Setting) -> float:
        return LEAST + self._caption_height(width, setting)

    def most(self, width: float, setting: Setting) -> float:
        if self.block.fit is Fit.COVER:
            return math.inf
        whole = self._fitted(Box(0, 0, width * (self.block.width or 1.0), math.inf))[0]
        return max(whole.h, LEAST) + self._caption_height(width, setting)

    def breaks_words(self, width: float, setting: Setting) -> bool:
        return False

    def place(self, box: Box, setting: Setting, names: Names, slot: Slot | None) -> list[Placed]:
        caption = self._caption_height(box.w, setting)
        share = self.block.width or 1.0
        room = Box(box.x, box.y, box.w * share, max(box.h - caption, 1.0))
        picture, crop = self._fitted(room)
        if self.centred:
            x = box.x + (box.w - picture.w) / 2
            y = box.y + (room.h - picture.h) * OPTICAL
            picture = Box(round(x, 2), round(y, 2), picture.w, picture.h)
        shown = Picture(self.block, crop)
        name = names.new(Part.PICTURE)
        placed = [Placed(name, Part.PICTURE, picture, shown, slot.name if slot else None, (self.block,))]
        if self.block.caption:
            below = picture.bottom + CAPTION_GAP
            x = picture.x if picture.w > box.w / 2 else box.x if not self.centred else picture.x
            at = Box(x, round(below, 2), round(box.right - x, 2), round(caption - CAPTION_GAP, 2))
            content, _ = set_text(self._caption(), "caption", at.w, setting.at(1.0))
            placed.append(Placed(names.new(Part.CAPTION), Part.CAPTION, at, content, None, (self.block,)))
        return placed

    def _caption(self) -> list[Para]:
        return [Para(self.block.caption, "caption", lang=self.block.lang)]

    def _caption_height(self, width: float, setting: Setting) -> float:
        """The caption's height in pt, at most as wide as its picture may get, with the gap above it."""
        if not self.block.caption:
            return 0.0
        share = self.block.width or 1.0
        narrow = width * (share if share > 0.5 else 1.0) * (0.5 if self.centred else 1.0)
        return text_height(self._caption(), narrow, setting.at(1.0)) + CAPTION_GAP

    def _fitted(self, room: Box) -> tuple[Box, Crop]:
        """The picture's box at the top left of `room`, and what of the picture is cut off."""
        w, h = self.block.pixels
        if self.block.fit is Fit.COVER:
            return room, covering_crop((w, h), (room.w, room.h))
        scale = min(room.w / w, room.h / h)
        if self.block.fit is Fit.NONE:
            scale = min(scale, 72.0 / self.block.dpi)
        return Box(room.x, room.y, round(w * scale, 2), round(h * scale, 2)), UNCUT
