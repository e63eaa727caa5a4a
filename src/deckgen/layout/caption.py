"""What stands beneath a picture or the like: its caption and, smaller, whose it is."""

from __future__ import annotations

from dataclasses import dataclass

from deckgen.layout.setting import Names, Setting
from deckgen.layout.textbox import Para, set_text, text_height
from deckgen.model import Audio, Block, Qr, Text, Visual
from deckgen.scene import Part, Placed
from deckgen.slots import Box

GAP = 6.0
"""Between what is shown and its caption, in pt."""

LEAST = 200.0
"""The width in pt that a caption takes beneath something narrower, where there is room."""


@dataclass(frozen=True, slots=True)
class Caption:
    """The caption and the credit of one block; either may be empty."""

    text: Text
    credit: Text = ()
    lang: str | None = None

    @classmethod
    def of(cls, block: Visual | Audio | Qr) -> Caption:
        """The block's own."""
        return cls(block.caption, block.credit if isinstance(block, Visual) else (), block.lang)

    def __bool__(self) -> bool:
        return bool(self.text or self.credit)

    def _paras(self) -> list[Para]:
        both = ((self.text, "caption"), (self.credit, "credit"))
        return [Para(text, style, lang=self.lang) for text, style in both if text]

    def height(self, width: float, setting: Setting) -> float:
        """The height in pt at `width` pt, with the gap above it; 0 where there is none.

        Captions keep their size, whatever step the slide is set at.
        """
        return text_height(self._paras(), width, setting.at(1.0)) + GAP if self else 0.0

    def width(self, shown: float, room: float) -> float:
        """How wide (pt) it is beneath something `shown` pt wide, where there are `room` pt."""
        return round(max(shown, min(room, LEAST)), 2)

    def place(
        self, x: float, y: float, width: float, setting: Setting, names: Names, blocks: tuple[Block, ...],
        unit: int | None = None,
    ) -> list[Placed]:  # fmt: skip
        """The text under what ends at `y` pt; nothing where there is none."""
        if not self:
            return []
        content, height = set_text(self._paras(), "caption", width, setting.at(1.0))
        box = Box(round(x, 2), round(y + GAP, 2), round(width, 2), round(height, 2))
        return [Placed(names.new(Part.CAPTION), Part.CAPTION, box, content, None, blocks, unit)]
