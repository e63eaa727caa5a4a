"""The pictures of a package → images that drawings refer to, each carried once and no larger than of use."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass, field
from math import ceil
from typing import Final

from deckgen.figures.outline import num
from deckgen.figures.pictures import DENSITY
from deckgen.figures.rasters import LONGEST_HEADER, HeaderError, read_header
from deckgen.figures.redraw import redrawn
from deckgen.figures.svg import looks_like_svg, read_svg
from deckgen.template.drawing.effects import Effect, affected
from deckgen.template.drawing.metafile import metafile_svg
from deckgen.template.package import Package

Size = tuple[float, float]

_WORTH: Final = 1.25
"""By how much more than its pixels' use a picture is too large before it is made smaller."""

_MOST_PIXELS: Final = 200_000_000
"""Pictures of more are not decoded."""


@dataclass(slots=True)
class Image:
    """A picture as it is carried: its type and bytes, `size` in px (of what has none, in pt)."""

    media_type: str
    data: bytes
    size: Size
    dpi: float = 96.0


@dataclass(slots=True)
class _Use:
    name: str
    image: Image
    effects: tuple[Effect, ...]
    shown: Size = (0.0, 0.0)


@dataclass(slots=True)
class Media:
    """The pictures that the drawings of a package use."""

    package: Package
    _uses: dict[tuple[str, tuple[Effect, ...]], _Use | None] = field(default_factory=dict)
    _by_name: dict[str, _Use] = field(default_factory=dict)
    _made: dict[tuple[str, Size], str] = field(default_factory=dict)

    def use(self, part: str, effects: tuple[Effect, ...], shown: Size, name: str) -> tuple[str, Image] | None:
        """The id under which a picture is carried, `shown` pt large as a whole; None for one unreadable."""
        key = (part, effects)
        if key not in self._uses:
            image = _read(self.package.parts[part])
            self._uses[key] = _Use(name, image, effects) if image else None
            if image:
                self._by_name[name] = self._uses[key]  # type: ignore[assignment]
        found = self._uses[key]
        if found is None:
            return None
        found.shown = (max(found.shown[0], shown[0]), max(found.shown[1], shown[1]))
        return found.name, found.image

    def definition(self, name: str) -> str:
        """The element of a picture, 1 pt wide and high for each of its pixels."""
        use = self._by_name[name]
        key = (name, use.shown)
        if key not in self._made:
            self._made[key] = _element(name, use.image.size, _fitted(use.image, use.effects, use.shown))
        return self._made[key]


def _element(name: str, size: Size, made: Image) -> str:
    width, height = size
    return (
        f'<image id="{name}" width="{num(width)}" height="{num(height)}" preserveAspectRatio="none" '
        f'href="data:{made.media_type};base64,{b64encode(made.data).decode("ascii")}"/>'
    )


def _read(data: bytes) -> Image | None:
    """A picture that browsers show; what they do not, made into one that they do."""
    try:
        raster = read_header(data[:LONGEST_HEADER])
    except HeaderError:
        return None
    if raster is not None:
        width, height = raster.pixels
        usable = 0 < width * height <= _MOST_PIXELS
        return Image(raster.media_type, data, (width, height), raster.dpi) if usable else None
    if looks_like_svg(data):
        svg = read_svg(data)
        return None if isinstance(svg, str) else Image("image/svg+xml", svg.markup, svg.size)
    drawn = metafile_svg(data)
    if drawn is not None:
        return Image("image/svg+xml", drawn[0].encode("utf-8"), drawn[1])
    return _converted(data)


def _converted(data: bytes) -> Image | None:
    """A bitmap of another kind (TIFF, BMP) as PNG."""
    from io import BytesIO

    from PIL import Image as Pillow

    try:
        with Pillow.open(BytesIO(data)) as opened:
            if not 0 < opened.width * opened.height <= _MOST_PIXELS:
                return None
            target = BytesIO()
            opened.convert("RGBA").save(target, "PNG")
            return Image("image/png", target.getvalue(), (opened.width, opened.height))
    except (OSError, ValueError, SyntaxError, MemoryError, Pillow.DecompressionBombError):
        return None


def _fitted(image: Image, effects: tuple[Effect, ...], shown: Size) -> Image:
    """The picture with its effects, in as many pixels as it is of use; as it is where that fails."""
    if image.media_type == "image/svg+xml":
        return image
    raster = read_header(image.data[:LONGEST_HEADER])
    assert raster is not None
    wanted = max(shown[0] * DENSITY / image.size[0], shown[1] * DENSITY / image.size[1])
    large = wanted * _WORTH < 1
    if not (large or effects or raster.turned != 1):
        return image
    scale = wanted if large else 1.0
    size = (max(ceil(image.size[0] * scale), 1), max(ceil(image.size[1] * scale), 1))
    try:
        data, kind = redrawn(image.data, raster, size, (0.0, 0.0, 0.0, 0.0))
        if effects:
            data, kind = affected(data, kind, effects)
    except (OSError, SyntaxError, ValueError, EOFError, IndexError, MemoryError):
        return image
    return image if len(data) >= len(image.data) and not effects else Image(kind, data, image.size)
