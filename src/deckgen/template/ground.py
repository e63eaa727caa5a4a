"""The background of a layout or its master → the colour that stands for it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

from deckgen.template.drawing.colors import Color, Palette, color_in
from deckgen.template.package import Package
from deckgen.template.themepart import ThemePart
from deckgen.template.xml import NAMESPACES, child, children, elements, local, share, whole

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_MOST_PIXELS = 60_000_000
_FIRST_GROUND = 1001
"""The index of the first of `a:bgFillStyleLst` (ECMA-376-1, 19.3.1.3)."""


def ground(
    parts: Sequence[tuple[str, Element]],
    theme: ThemePart,
    theme_name: str,
    palette: Palette,
    package: Package,
) -> Color | None:
    """The colour of the first background that `parts` (a layout, its master; with their names) have.

    Of a gradient or a picture it is the mean.  A page without a background is white.  None for a fill whose
    colour is unknown.
    """
    for name, root in parts:
        background = child(root, "p:cSld", "p:bg")
        if (properties := child(background, "p:bgPr")) is not None:
            fill = next(elements(properties), None)
            return None if fill is None else _mean(fill, palette, name, package)
        if (reference := child(background, "p:bgRef")) is not None:
            own = palette.with_own(color_in(reference, palette))
            fill = _styled(whole(reference, "idx") or 0, theme)
            return None if fill is None else _mean(fill, own, theme_name, package)
    return Color.of("#FFFFFF")


def _styled(index: int, theme: ThemePart) -> Element | None:
    """The fill of the theme's lists that an index stands for."""
    fills, at = (
        (theme.grounds, index - _FIRST_GROUND) if index >= _FIRST_GROUND - 1 else (theme.fills, index - 1)
    )
    return fills[at] if 0 <= at < len(fills) else None


def _mean(fill: Element, palette: Palette, part: str, package: Package) -> Color | None:
    """The colour that a fill comes to from afar."""
    match local(fill):
        case "solidFill":
            return color_in(fill, palette)
        case "gradFill":
            return _gradient(fill, palette)
        case "pattFill":
            fore, back = (color_in(child(fill, name), palette) for name in ("a:fgClr", "a:bgClr"))
            return fore.blended(back, 0.5) if fore and back else fore or back
        case "blipFill":
            link = child(fill, "a:blip")
            rid = link.get(f"{{{NAMESPACES['r']}}}embed") if link is not None else None
            picture = package.target(part, rid)
            return picture_mean(package.parts[picture]) if picture else None
        case _:
            return None


def _gradient(fill: Element, palette: Palette) -> Color | None:
    """The mean of a gradient's colours, each with as much weight as it takes of the way."""
    stops = sorted(
        ((share(stop, "pos") or 0.0, color) for stop in children(fill, "a:gsLst", "a:gs")
         if (color := color_in(stop, palette)) is not None),
        key=lambda stop: stop[0],
    )  # fmt: skip
    if not stops:
        return None
    ends = [(0.0, stops[0][1]), *stops, (1.0, stops[-1][1])]
    pairs = [(b[0] - a[0], a[1].blended(b[1], 0.5)) for a, b in pairwise(ends)]
    whole_way = sum(way for way, _ in pairs) or 1.0
    channels = (sum(way * color.channels[at] for way, color in pairs) / whole_way for at in range(3))
    return Color(*channels)


@lru_cache(32)  # layouts share their master's picture
def picture_mean(data: bytes) -> Color | None:
    """The mean of a picture's colours; what can be seen through counts as white.  None for what Pillow
    cannot read, and for pictures that are too large to be read for this."""
    from PIL import Image

    try:
        with Image.open(BytesIO(data)) as picture:
            if picture.width * picture.height > _MOST_PIXELS:
                return None
            picture.draft("RGB", (64, 64))
            small = picture.convert("RGBA").resize((1, 1), Image.Resampling.BOX)
    except Exception:  # Pillow's readers let through whatever a broken file makes them raise
        return None
    red, green, blue, alpha = (c / 255 for c in small.getpixel((0, 0)))  # type: ignore[union-attr]
    return Color.of("#FFFFFF").blended(Color(red, green, blue), alpha)
