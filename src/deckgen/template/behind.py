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

_OPAQUE = 200
"""The alpha (0-255) from which on a shape hides what lies behind it."""

_FEW = 8
"""The number of colours in which a drawing is looked at."""


@dataclass(slots=True)
class Behind:
    """Looks at the layouts of a template, each drawn once, small."""

    template: Template
    _drawings: Drawings = field(init=False)
    _pictures: dict[str, Image | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._drawings = Drawings(self.template, _face)

    def color(self, part: str, box: Box) -> Hex | None:
        """The colour of most of the drawing in a box (pt), else its mean; None where it cannot be drawn."""
        if part not in self._pictures:
            self._pictures[part] = self._on_paper(part)
        picture = self._pictures[part]
        place = self._within(box, picture) if picture else None
        return _telling(picture.crop(place)) if picture and place else None

    def hides(self, part: str, box: Box) -> bool:
        """Whether the layout's shapes lie over most of the page's background in a box (pt)."""
        picture = self._picture(part, background=False)
        place = self._within(box, picture) if picture else None
        if picture is None or place is None:
            return False
        opaque = picture.crop(place).getchannel("A").point(lambda alpha: alpha > _OPAQUE and 1).histogram()[1]
        return opaque * 2 > (place[2] - place[0]) * (place[3] - place[1])

    def _within(self, box: Box, picture: Image) -> tuple[int, int, int, int] | None:
        """The pixels of a picture of the page that a box (pt) takes up, None where it takes none."""
        k = picture.width / self.template.page[0]
        left, top = max(round(box.x * k), 0), max(round(box.y * k), 0)
        right, bottom = min(round(box.right * k), picture.width), min(round(box.bottom * k), picture.height)
        return (left, top, right, bottom) if right > left and bottom > top else None

    def _on_paper(self, part: str) -> Image | None:
        from PIL import Image

        shown = self._picture(part)
        if shown is None:
            return None
        paper = Image.new("RGBA", shown.size, "#FFFFFF")
        return Image.alpha_composite(paper, shown).convert("RGB")

    def _picture(self, part: str, *, background: bool = True) -> Image | None:
        from PIL import Image

        width, height = self.template.page
        svg = self._drawings.svg(part, background=background)
        try:
            png = drawn(svg, (_WIDTH, round(_WIDTH * height / width)), Faces())
            return Image.open(BytesIO(png)).convert("RGBA")
        except (ValueError, OSError):  # what cannot be drawn says nothing
            return None


def _telling(picture: Image) -> Hex:
    """The colour that takes up more than half of a picture, else the mean of all."""
    from PIL import Image

    few = picture.quantize(_FEW)
    counted = few.histogram()
    index = max(range(_FEW), key=lambda n: counted[n])
    if counted[index] * 2 > picture.width * picture.height:
        channels = (few.getpalette() or [])[index * 3 : index * 3 + 3]
    else:
        channels = list(picture.resize((1, 1), Image.Resampling.BOX).tobytes()[:3])
    return "#{:02X}{:02X}{:02X}".format(*channels)


def _face(family: str, bold: bool, italic: bool) -> Face:
    """One face for all: the colour of words does not depend on it."""
    return role_face(Font(family, FALLBACK_FAMILY), bold, italic)
