"""Something of a given shape, and its caption → a frame in a box: whole, cut to fill, or at its own size."""

from __future__ import annotations

import math
from dataclasses import dataclass

from deckgen.layout.caption import Caption
from deckgen.layout.setting import OPTICAL, Setting
from deckgen.model import CENTRE, Fit
from deckgen.scene import UNCUT, Crop, covering_crop
from deckgen.slots import Box

LEAST = 72.0
"""The height in pt under which a picture shows nothing any more."""

_ROUNDS = 4
"""How often frame and caption are fitted to one another: a narrower frame may give a higher caption."""


@dataclass(frozen=True, slots=True)
class Framed:
    """What is shown: `pixels` give its shape, `natural` its own width in pt."""

    pixels: tuple[int, int]
    caption: Caption
    fit: Fit = Fit.CONTAIN
    focus: tuple[float, float] = CENTRE
    natural: float = math.inf

    def height(self, width: float, setting: Setting) -> float:
        """The least height in pt that it makes do with."""
        return LEAST + self.caption.height(self.caption.width(0.0, width), setting)

    def most(self, width: float, setting: Setting) -> float:
        """The height in pt beyond which it has no use for more."""
        if self.fit is Fit.COVER:
            return math.inf
        whole, _ = self.fitted(Box(0, 0, width, math.inf))
        return max(whole.h, LEAST) + self.caption.height(self.caption.width(whole.w, width), setting)

    def frame(self, box: Box, setting: Setting, *, centred: bool) -> tuple[Box, Crop, float]:
        """The frame in `box`, what is cut off inside it, and how wide its caption is (pt)."""
        reserved = self.caption.height(box.w, setting)
        for _ in range(_ROUNDS):
            room = Box(box.x, box.y, box.w, max(box.h - reserved, 1.0))
            frame, crop = self.fitted(room)
            below = self.caption.width(frame.w, box.w)
            needed = self.caption.height(below, setting)
            if needed <= reserved:
                break
            reserved = needed
        if centred:
            x = box.x + (box.w - frame.w) / 2
            y = box.y + (room.h - frame.h) * OPTICAL
            frame = Box(round(x, 2), round(y, 2), frame.w, frame.h)
            below = min(below, round(box.right - frame.x, 2))
        return frame, crop, below

    def fitted(self, room: Box) -> tuple[Box, Crop]:
        """The frame at the top left of `room`, and what is cut off inside it."""
        w, h = self.pixels
        if self.fit is Fit.COVER:
            return room, covering_crop((w, h), (room.w, room.h), self.focus)
        scale = min(room.w / w, room.h / h)
        if self.fit is Fit.NONE:
            scale = min(scale, self.natural / w)
        return Box(room.x, room.y, max(round(w * scale, 2), 0.1), max(round(h * scale, 2), 0.1)), UNCUT
