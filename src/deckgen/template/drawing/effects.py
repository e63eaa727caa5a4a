"""What DrawingML does to the pixels of a picture (`a:duotone`, `a:lum` …) → those pixels."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Final, Literal

from deckgen.color import Hex
from deckgen.figures.rasters import RasterType
from deckgen.template.drawing.colors import Palette, color_in, color_of
from deckgen.template.xml import child, elements, local, share

if TYPE_CHECKING:
    from lxml.etree import _Element as Element
    from PIL.Image import Image

_QUALITY: Final = 90

Effect = tuple[str, tuple[float, ...], tuple[Hex, ...]]
"""An effect by its name, its numbers and its colours."""


def effects_of(blip: Element | None, palette: Palette) -> tuple[Effect, ...]:
    """The effects on a picture that change more than its opacity."""
    found: list[Effect] = []
    for element in elements(blip):
        match local(element):
            case "grayscl":
                found.append(("grayscl", (), ()))
            case "biLevel":
                found.append(("biLevel", (share(element, "thresh") or 0.5,), ()))
            case "lum":
                numbers = (share(element, "bright") or 0.0, share(element, "contrast") or 0.0)
                found += [("lum", numbers, ())] if any(numbers) else []
            case "duotone":
                colors = [color_of(color, palette) for color in elements(element)]
                pair = tuple(color.hex for color in colors if color is not None)
                found += [("duotone", (), pair)] if len(pair) == 2 else []
            case "clrChange":
                before = color_in(child(element, "a:clrFrom"), palette)
                after = color_in(child(element, "a:clrTo"), palette)
                if before is not None and after is not None:
                    found.append(("clrChange", (after.alpha,), (before.hex, after.hex)))
    return tuple(found)


def opacity_of(blip: Element | None) -> float:
    """How opaque a picture is drawn (`a:alphaModFix`), 0 to 1."""
    amount = share(child(blip, "a:alphaModFix"), "amt")
    return 1.0 if amount is None else min(max(amount, 0.0), 1.0)


def affected(
    data: bytes, kind: RasterType, effects: tuple[Effect, ...]
) -> tuple[bytes, Literal["image/png", "image/jpeg"]]:
    """A raster of a kind with effects on it, and its kind then: a photograph through which nothing is seen
    stays a JPEG.  Raises what Pillow raises for one that it cannot decode.
    """
    from PIL import Image as Pillow

    with Pillow.open(BytesIO(data)) as opened:
        image = opened.convert("RGBA")
    for effect in effects:
        image = _with(image, effect)
    target = BytesIO()
    if kind == "image/jpeg" and image.getchannel("A").getextrema() == (255, 255):
        image.convert("RGB").save(target, "JPEG", quality=_QUALITY)
        return target.getvalue(), "image/jpeg"
    image.save(target, "PNG")
    return target.getvalue(), "image/png"


def _with(image: Image, effect: Effect) -> Image:
    from PIL import Image as Pillow
    from PIL import ImageChops, ImageColor, ImageOps

    name, numbers, colors = effect
    alpha = image.getchannel("A")
    if name == "clrChange":
        before = Pillow.new("RGB", image.size, colors[0])
        distance = ImageChops.difference(image.convert("RGB"), before).convert("L")
        mask = distance.point(lambda value: 255 if value <= 2 else 0)
        after = Pillow.new("RGBA", image.size, (*ImageColor.getrgb(colors[1])[:3], round(numbers[0] * 255)))
        return Pillow.composite(after, image, mask)
    grey = image.convert("L")
    if name == "grayscl":
        made = grey.convert("RGB")
    elif name == "biLevel":
        made = grey.point(lambda value: 255 if value >= numbers[0] * 255 else 0).convert("RGB")
    elif name == "duotone":
        made = ImageOps.colorize(grey, colors[0], colors[1])
    else:
        bright, contrast = numbers
        slope = 1 + contrast if contrast < 0 else 1 / max(1 - contrast, 0.01)
        made = image.convert("RGB").point(lambda v: round((v - 127.5) * slope + 127.5 + bright * 255))
    made.putalpha(alpha)
    return made.convert("RGBA")
