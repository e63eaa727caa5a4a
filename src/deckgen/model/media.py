"""Blocks that show a file: pictures, galleries, films and sounds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Literal

from deckgen.model.common import Common, Visual
from deckgen.model.text import Text


class Fit(StrEnum):
    """How a picture fills its box: whole, cut to fill, or at its own size."""

    CONTAIN = "contain"
    COVER = "cover"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Image(Visual):
    """`image`: a file that exists, its pixels counted by the reader; `dpi` gives its natural size."""

    path: Path
    pixels: tuple[int, int]
    media_type: Literal["image/png", "image/jpeg", "image/gif", "image/webp"]
    dpi: float = 96.0
    fit: Fit = Fit.CONTAIN
    link: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gallery(Visual):
    """`gallery`: pictures in a grid of `columns` (None: as many as suit them)."""

    images: tuple[Image, ...]
    columns: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Video(Visual):
    """`video`: a film that plays on its slide."""

    path: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Audio(Common):
    """`audio`: a sound that plays on its slide."""

    path: Path | None = None
    caption: Text = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Qr(Common):
    """`qr`: a link as a code to point a telephone at."""

    url: str
    caption: Text = ()
