"""A film in its frame, or a sound as a bar to start it from, and the caption of either."""

from __future__ import annotations

from dataclasses import dataclass

from deckgen.layout.caption import Caption
from deckgen.layout.framed import Framed
from deckgen.layout.setting import Names, Setting
from deckgen.model import Audio, Video
from deckgen.scene import UNCUT, Media, Part, Placed, covering_crop
from deckgen.slots import Box, Slot


@dataclass(frozen=True, slots=True)
class VideoPiece:
    """A film; `centred` where it stands alone."""

    block: Video
    centred: bool = False
    visual: bool = True

    def _framed(self) -> Framed:
        return Framed(self.block.clip.pixels, Caption.of(self.block))

    def height(self, width: float, setting: Setting) -> float:
        return self._framed().height(width, setting)

    def most(self, width: float, setting: Setting) -> float:
        return self._framed().most(width, setting)

    def breaks_words(self, width: float, setting: Setting) -> bool:
        return False

    def place(self, box: Box, setting: Setting, names: Names, slot: Slot | None) -> list[Placed]:
        whole, poster = self._framed(), self.block.clip.poster
        frame, _, below = whole.frame(box, setting, centred=self.centred)
        crop = covering_crop(poster.pixels, (frame.w, frame.h)) if poster else UNCUT
        name, blocks = names.new(Part.VIDEO), (self.block,)
        film = Placed(name, Part.VIDEO, frame, Media(self.block, crop), slot.name if slot else None, blocks)
        return [film, *whole.caption.place(frame.x, frame.bottom, below, setting, names, blocks)]


BAR = (320.0, 48.0)
"""Width and height in pt of what a sound is started from."""


@dataclass(frozen=True, slots=True)
class AudioPiece:
    """A sound: a bar as high as a line or two; with a poster, that picture."""

    block: Audio
    visual: bool = False

    def height(self, width: float, setting: Setting) -> float:
        if self.block.clip.poster:
            return self._framed().height(width, setting)
        return BAR[1] + Caption.of(self.block).height(width, setting)

    def most(self, width: float, setting: Setting) -> float:
        return self._framed().most(width, setting) if self.block.clip.poster else self.height(width, setting)

    def breaks_words(self, width: float, setting: Setting) -> bool:
        return False

    def place(self, box: Box, setting: Setting, names: Names, slot: Slot | None) -> list[Placed]:
        caption, below = Caption.of(self.block), box.w
        frame = Box(box.x, box.y, round(min(box.w, BAR[0]), 2), BAR[1])
        if self.block.clip.poster:
            frame, _, below = self._framed().frame(box, setting, centred=False)
        name, blocks = names.new(Part.AUDIO), (self.block,)
        sound = Placed(name, Part.AUDIO, frame, Media(self.block), None, blocks)
        return [sound, *caption.place(frame.x, frame.bottom, below, setting, names, blocks)]

    def _framed(self) -> Framed:
        poster = self.block.clip.poster
        assert poster is not None
        return Framed(poster.pixels, Caption.of(self.block))
