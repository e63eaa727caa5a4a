"""A picture file and how large it is shown → the bytes to carry: upright, and no larger than of use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import ceil
from pathlib import Path
from typing import Final

from deckgen.figures.exif import UPRIGHT
from deckgen.figures.poster import film_poster, sound_poster
from deckgen.figures.rasters import LONGEST_HEADER, HeaderError, PictureType, Raster, read_header
from deckgen.figures.redraw import Faces, Size, drawn, redrawn
from deckgen.figures.svg import looks_like_svg, read_svg

Crop = tuple[float, float, float, float]

DENSITY: Final = 192 / 72
"""Pixels for each pt of a slide, enough for a screen of 2,560 px; more is not seen."""

_WORTH: Final = 1.25
"""By how much more than its pixels' use a picture is too large before it is drawn anew."""

_BEARABLE: Final = 8_000_000
"""Pixels that every viewer bears: a picture of more is made smaller, though its file may grow by it."""

OFFICE: Final = frozenset({"image/png", "image/jpeg", "image/gif"})
"""What every office program reads."""


class PictureError(OSError):
    """A picture that cannot be decoded, or is gone; `filename` says which."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(0, reason, str(path))


@dataclass(frozen=True, slots=True)
class Rendition:
    """The bytes of a picture as they are carried."""

    data: bytes
    media_type: PictureType


@dataclass(slots=True)
class Renditions:
    """Makes and keeps what one build needs of its picture files.

    `shown` gives for each file the width and height in pt of the whole picture where it is shown largest;
    one that is not named stays as large as it is.  `faces` set the words of drawings.
    """

    shown: Mapping[Path, tuple[float, float]] = field(default_factory=dict)
    faces: Faces = field(default_factory=Faces)
    _made: dict[tuple[Path, Crop, bool], Rendition] = field(default_factory=dict)
    _posters: dict[tuple[str, tuple[float, float], tuple[str, str]], bytes] = field(default_factory=dict)

    def web(self, path: Path) -> Rendition:
        """For a browser: its own type where it need not be drawn anew.  Raises PictureError."""
        return self._of(path, (0.0, 0.0, 0.0, 0.0), office=False)

    def office(self, path: Path, crop: Crop = (0.0, 0.0, 0.0, 0.0)) -> Rendition:
        """For an office program: PNG, JPEG or GIF.  Raises PictureError.

        `crop` (shares at left, top, right, bottom) cuts the pixels themselves.
        """
        return self._of(path, crop, office=True)

    def poster(self, kind: str, size: tuple[float, float], colors: tuple[str, str]) -> bytes:
        """The PNG that stands for a "film" or a "sound" without a picture, `size` pt large.

        `colors` ("#RRGGBB") are those of its ground and of the signs on it.
        """
        key = (kind, size, colors)
        if key not in self._posters:
            pixels = (max(1, round(size[0] * DENSITY)), max(1, round(size[1] * DENSITY)))
            draw = film_poster if kind == "film" else sound_poster
            self._posters[key] = draw(pixels, *colors)
        return self._posters[key]

    def vector(self, path: Path) -> bytes | None:
        """The markup of a drawing without what could act; None for what is no SVG."""
        found = self.web(path)
        return found.data if found.media_type == "image/svg+xml" else None

    def _of(self, path: Path, crop: Crop, *, office: bool) -> Rendition:
        key = (path, crop, office)
        if key not in self._made:
            self._made[key] = _rendition(path, self._most(path), crop, self.faces if office else None)
        return self._made[key]

    def _most(self, path: Path) -> Size | None:
        """As many pixels as the whole picture has a use for."""
        size = self.shown.get(path)
        return (ceil(size[0] * DENSITY), ceil(size[1] * DENSITY)) if size else None


def _rendition(path: Path, most: Size | None, crop: Crop, faces: Faces | None) -> Rendition:
    """What is carried of a file: for an office program where `faces` are given, else for a browser."""
    data = _read(path)
    try:
        raster = read_header(data[:LONGEST_HEADER])
    except HeaderError:
        raise PictureError(path, "the picture breaks off within its header") from None
    if raster is None:
        return _of_drawing(path, data, most, crop, faces)
    size, own = _useful(raster.pixels, most), Rendition(data, raster.media_type)
    usable = raster.turned == UPRIGHT and not any(crop) and (faces is None or raster.media_type in OFFICE)
    if usable and (raster.moving or size == raster.pixels):
        return own
    made = Rendition(*_decoded(path, data, raster, size, crop))
    bearable = raster.pixels[0] * raster.pixels[1] <= _BEARABLE
    return own if usable and bearable and len(data) <= len(made.data) else made


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise PictureError(path, error.strerror or str(error)) from None


def _of_drawing(path: Path, data: bytes, most: Size | None, crop: Crop, faces: Faces | None) -> Rendition:
    svg = read_svg(data) if looks_like_svg(data) else "is no picture"
    if isinstance(svg, str):
        raise PictureError(path, f"the file {svg}")
    if faces is None:
        return Rendition(svg.markup, "image/svg+xml")
    scale = max(most[0] / svg.size[0], most[1] / svg.size[1]) if most else DENSITY
    try:
        png = drawn(svg.markup.decode("utf-8"), (svg.size[0] * scale, svg.size[1] * scale), faces)
        if not any(crop):
            return Rendition(png, "image/png")
        raster = read_header(png)
        assert raster is not None
        return Rendition(*redrawn(png, raster, raster.pixels, crop))
    except ValueError as error:
        raise PictureError(path, f"the drawing cannot be rendered: {error}") from None


def _decoded(path: Path, data: bytes, raster: Raster, size: Size, crop: Crop) -> tuple[bytes, PictureType]:
    """The picture drawn anew, whatever the library has to say against it."""
    try:
        return redrawn(data, raster, size, crop)
    except MemoryError:
        raise PictureError(path, "the picture is too large for the memory of this machine") from None
    except (OSError, SyntaxError, ValueError, EOFError, IndexError) as error:
        raise PictureError(path, f"the picture cannot be decoded: {error}") from None


def _useful(pixels: Size, most: Size | None) -> Size:
    """The pixels of a picture that is shown on `most`: fewer than it has only where that is worth while."""
    if most is None:
        return pixels
    scale = max(most[0] / pixels[0], most[1] / pixels[1])
    if scale * _WORTH >= 1:
        return pixels
    return max(1, round(pixels[0] * scale)), max(1, round(pixels[1] * scale))
