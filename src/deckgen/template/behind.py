"""A place on a template's layout → the colour that the layout's drawing has there."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING

from deckgen.color import Hex
from deckgen.figures.redraw import Faces, drawn
from deckgen.fonts.families import FALLBACK_FAMILY
from deckgen.slots import Box
from deckgen.template.drawing.compose import Drawings
from deckgen.template.model import Template
from deckgen.text.faces import Face, role_face
from deckgen.theme import Font

if TYPE_CHECKING:
    from PIL.Image import Image

_WIDTH = 192
"""Pixels across the page: as many as a band or a panel takes to be seen."""


@dataclass(slots=True)
class Behind:
    """Looks at the layouts of a template, each drawn once, small."""

    template: Template
    _drawings: Drawings = field(init=False)
    _pictures: dict[str, Image | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._drawings = Drawings(self.template, _face)

    def color(self, part: str, box: Box) -> Hex | None:
        """The mean colour of the drawing in a box (pt); None where it cannot be drawn."""
        if part not in self._pictures:
            self._pictures[part] = self._picture(part)
        picture = self._pictures[part]
        if picture is None:
            return None
        k = picture.width / self.template.page[0]
        left, top = max(round(box.x * k), 0), max(round(box.y * k), 0)
        right, bottom = min(round(box.right * k), picture.width), min(round(box.bottom * k), picture.height)
        if right <= left or bottom <= top:
            return None
        from PIL import Image

        small = picture.crop((left, top, right, bottom)).resize((1, 1), Image.Resampling.BOX)
        return "#{:02X}{:02X}{:02X}".format(*small.tobytes()[:3])

    def _picture(self, part: str) -> Image | None:
        from PIL import Image

        width, height = self.template.page
        try:
            png = drawn(self._drawings.svg(part), (_WIDTH, round(_WIDTH * height / width)), Faces())
            shown = Image.open(BytesIO(png)).convert("RGBA")
        except (ValueError, OSError):  # what cannot be drawn says nothing
            return None
        paper = Image.new("RGBA", shown.size, "#FFFFFF")
        return Image.alpha_composite(paper, shown).convert("RGB")


def _face(family: str, bold: bool, italic: bool) -> Face:
    """One face for all: the colour of words does not depend on it."""
    return role_face(Font(family, FALLBACK_FAMILY), bold, italic)
