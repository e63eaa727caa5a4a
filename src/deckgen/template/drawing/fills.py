"""How a shape is filled → the attributes of its path, or the picture that its outline cuts out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from deckgen.figures.outline import Shade, num
from deckgen.template.drawing.colors import Color, color_in
from deckgen.template.drawing.custom import EMU
from deckgen.template.drawing.gradients import gradient, mean_of, stops_of
from deckgen.template.drawing.patterns import pattern
from deckgen.template.drawing.pictures import blip_image, stretched
from deckgen.template.drawing.sketch import Sketch
from deckgen.template.xml import child, elements, local, share, whole

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

FILLS = frozenset({"noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill"})

_SHADES: dict[Shade, tuple[float, float]] = {
    "lighten": (1.0, 0.4), "lightenLess": (1.0, 0.2), "darken": (0.0, 0.4), "darkenLess": (0.0, 0.2),
}  # fmt: skip
"""What the sides of a solid are mixed with, white or black, and how much of it."""


@dataclass(frozen=True, slots=True)
class Paint:
    """A fill: a colour, a definition's id, or a picture that lies over the shape's box."""

    color: Color | None = None
    definition: str = ""
    picture: str = ""

    def attributes(self, shade: Shade = "norm") -> str:
        """The presentation attributes of a path that is filled so."""
        if shade == "none" or not (self.color or self.definition):
            return 'fill="none"'
        if self.definition or self.color is None:
            return f'fill="url(#{self.definition})"'
        color = self.color
        if shade in _SHADES:
            grey, share_ = _SHADES[shade]
            color = color.blended(Color(grey, grey, grey, color.alpha), share_)
        opacity = f' fill-opacity="{num(color.alpha)}"' if color.alpha < 1 else ""
        return f'fill="{color.hex}"{opacity}'


NOTHING = Paint()


def fill_in(properties: Element | None) -> Element | None:
    """The element that says how something is filled, among its properties."""
    return next((element for element in elements(properties) if local(element) in FILLS), None)


def paint_of(fill: Element | None, sketch: Sketch, width: float, height: float) -> Paint:
    """The paint of a fill on a shape of a size in pt."""
    match local(fill) if fill is not None else "":
        case "solidFill":
            return Paint(color_in(fill, sketch.palette))
        case "gradFill" if fill is not None:
            return _gradient(fill, sketch, width, height)
        case "blipFill" if fill is not None:
            return _picture(fill, sketch, width, height)
        case "pattFill" if fill is not None:
            made = pattern(fill, sketch.palette)
            return Paint(made) if isinstance(made, Color) else Paint(definition=sketch.define(made))
        case "grpFill":
            group = sketch.group_fill
            inside = replace(sketch, group_fill=None)
            return paint_of(group, inside, width, height) if group is not None else NOTHING
        case _:
            return NOTHING


def plain_color(fill: Element | None, sketch: Sketch) -> Color | None:
    """The one colour that comes nearest to a fill; None for no fill or a picture."""
    if fill is None:
        return None
    if local(fill) == "gradFill":
        stops = stops_of(fill, sketch.palette)
        return mean_of(stops) if stops else None
    if local(fill) == "pattFill":
        return color_in(child(fill, "a:fgClr"), sketch.palette)
    return color_in(fill, sketch.palette) if local(fill) == "solidFill" else None


def _gradient(fill: Element, sketch: Sketch, width: float, height: float) -> Paint:
    stops = stops_of(fill, sketch.palette)
    if len(stops) < 2:
        return Paint(stops[0][1]) if stops else NOTHING
    return Paint(definition=sketch.define(gradient(fill, stops, width, height)))


def _picture(fill: Element, sketch: Sketch, width: float, height: float) -> Paint:
    tile = child(fill, "a:tile")
    if tile is None:
        return Paint(picture=stretched(fill, sketch, width, height))
    image = blip_image(fill, sketch, (width, height))
    if image is None:
        return NOTHING
    across, down = (share(tile, name) for name in ("sx", "sy"))
    pt = 72 / image.dpi
    size = (
        max(image.width * pt * (1.0 if across is None else abs(across)), 0.25),
        max(image.height * pt * (1.0 if down is None else abs(down)), 0.25),
    )
    x, y = _aligned(tile.get("algn", "tl"), width, height, size)
    x += (whole(tile, "tx") or 0) / EMU
    y += (whole(tile, "ty") or 0) / EMU
    flips = tile.get("flip", "none")
    return Paint(definition=sketch.define(_tiles(image.placed(0, 0, *size), flips, (x, y), size)))


def _aligned(where: str, width: float, height: float, size: tuple[float, float]) -> tuple[float, float]:
    """Where the first tile begins (ST_RectAlignment)."""
    x = width - size[0] if "r" in where else 0.0 if "l" in where else (width - size[0]) / 2
    y = height - size[1] if "b" in where else 0.0 if where.startswith("t") else (height - size[1]) / 2
    return x, y


def _tiles(image: str, flips: str, at: tuple[float, float], size: tuple[float, float]) -> str:
    """A pattern of one image, or of it and its mirror images."""
    w, h = size
    cells = [image]
    if "x" in flips:
        cells += [f'<g transform="translate({num(2 * w)} 0) scale(-1 1)">{cell}</g>' for cell in cells]
    if "y" in flips:
        cells += [f'<g transform="translate(0 {num(2 * h)}) scale(1 -1)">{cell}</g>' for cell in cells]
    whole_w, whole_h = w * (1 + ("x" in flips)), h * (1 + ("y" in flips))
    return (
        f'<pattern id="{{id}}" patternUnits="userSpaceOnUse" x="{num(at[0])}" y="{num(at[1])}" '
        f'width="{num(whole_w)}" height="{num(whole_h)}">{"".join(cells)}</pattern>'
    )
