"""A picture in a shape (`a:blip`), cut and stretched → a reference to the image that is carried once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deckgen.figures.outline import num
from deckgen.template.drawing.effects import effects_of, opacity_of
from deckgen.template.drawing.sketch import Sketch
from deckgen.template.xml import child, elements, local, share, tag

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


@dataclass(frozen=True, slots=True)
class BlipImage:
    """A picture that is carried under an id; its size in px as carried, and how opaque it is drawn."""

    name: str
    width: float
    height: float
    dpi: float
    opacity: float

    def placed(self, x: float, y: float, width: float, height: float) -> str:
        """It in a box (pt)."""
        scale = f"scale({width / self.width:.6f} {height / self.height:.6f})"
        opacity = f' opacity="{num(self.opacity)}"' if self.opacity < 1 else ""
        return f'<use href="#{self.name}" transform="translate({num(x)} {num(y)}) {scale}"{opacity}/>'


def blip_image(fill: Element, sketch: Sketch, shown: tuple[float, float]) -> BlipImage | None:
    """The picture of a fill, `shown` pt large as a whole; a vector drawing rather than its stand-in."""
    blip = child(fill, "a:blip")
    effects = effects_of(blip, sketch.palette)
    media = sketch.studio.media
    sources = [_vector(blip), blip.get(tag("r:embed")) if blip is not None else None]
    targets = [target for rid in sources if (target := sketch.package.target(sketch.part, rid)) is not None]
    for target in targets:
        found = media.use(target, effects, shown, sketch.studio.new_id())
        if found is not None:
            name, image = found
            sketch.pictures.setdefault(name)
            return BlipImage(name, *image.size, image.dpi, opacity_of(blip))
    if targets:
        ending = targets[-1].rpartition(".")[2].upper()
        sketch.studio.give_up(f"a picture of the kind {ending}")
    return None


def _vector(blip: Element | None) -> str | None:
    """The relationship of the drawing that a picture stands in for (`asvg:svgBlip`)."""
    for extension in elements(child(blip, "a:extLst")):
        for element in elements(extension):
            if local(element) == "svgBlip":
                return element.get(tag("r:embed"))
    return None


def stretched(fill: Element, sketch: Sketch, width: float, height: float) -> str:
    """A picture stretched over a shape: what `a:srcRect` leaves of it fills what `a:fillRect` leaves."""
    left, top, right, bottom = _sides(child(fill, "a:srcRect"))
    x, y, after, below = _sides(child(fill, "a:stretch", "a:fillRect"))
    across, down = width * max(1 - x - after, 0.0), height * max(1 - y - below, 0.0)
    whole = (across / max(1 - left - right, 0.001), down / max(1 - top - bottom, 0.001))
    image = blip_image(fill, sketch, (min(whole[0], 20 * width), min(whole[1], 20 * height)))
    if image is None or not whole[0] or not whole[1]:
        return ""
    return image.placed(x * width - left * whole[0], y * height - top * whole[1], *whole)


def cuts(fill: Element | None) -> bool:
    """Whether a picture reaches beyond its shape."""
    return any(_sides(child(fill, "a:srcRect"))) or any(_sides(child(fill, "a:stretch", "a:fillRect")))


def _sides(rect: Element | None) -> tuple[float, float, float, float]:
    left, top, right, bottom = (min(max(share(rect, side) or 0.0, -50.0), 50.0) for side in "ltrb")
    return left, top, right, bottom
