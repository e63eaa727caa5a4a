"""Blocks that show a file: pictures, galleries, films and sounds; and codes that lead to an address."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from deckgen.figures.clips import ClipType
from deckgen.figures.rasters import PictureType
from deckgen.model.common import Common, Visual
from deckgen.model.text import Text


class Fit(StrEnum):
    """How a picture fills its box: whole, cut to fill, or at its own size."""

    CONTAIN = "contain"
    COVER = "cover"
    NONE = "none"


CENTRE = (0.5, 0.5)
WIDE = (16, 9)
"""The shape of a film of which nothing is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Image(Visual):
    """`image`: a file that exists, its pixels counted by the reader as they are seen, upright.

    `dpi` gives its natural size.  `focus` is the point (shares of width and height) that stays in sight
    where the picture is cut.
    """

    path: Path
    pixels: tuple[int, int]
    media_type: PictureType
    dpi: float = 96.0
    fit: Fit = Fit.CONTAIN
    focus: tuple[float, float] = CENTRE
    link: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gallery(Visual):
    """`gallery`: pictures in a grid of `columns` (None: as many as suit them)."""

    images: tuple[Image, ...]
    columns: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clip:
    """What a film or a sound plays: a file (`path`), or what stands at an address on the web (`url`).

    `media_type` is None for a web page that has a player of its own.  `pixels` give the shape of a film.
    `start` is in seconds.
    """

    path: Path | None = None
    url: str = ""
    media_type: ClipType | None = None
    pixels: tuple[int, int] = WIDE
    poster: Image | None = None
    autoplay: bool = False
    loop: bool = False
    start: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Video(Visual):
    """`video`: a film that plays on its slide."""

    clip: Clip


@dataclass(frozen=True, slots=True, kw_only=True)
class Audio(Common):
    """`audio`: a sound that plays on its slide."""

    clip: Clip
    caption: Text = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Qr(Common):
    """`qr`: a link as a code to point a telephone at."""

    url: str
    caption: Text = ()
