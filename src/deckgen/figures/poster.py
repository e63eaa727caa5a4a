"""What stands for a film or a sound that has no picture: a quiet panel with the sign for playing."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

_FINER: Final = 4
"""How many times larger it is drawn first, for smooth edges."""

_SIGN: Final = 0.2
"""The height of the sign in that of a film's panel."""


def film_poster(size: tuple[int, int], ground: str, sign: str) -> bytes:
    """A PNG of `size` pixels in two colours ("#RRGGBB"): a triangle in the middle of the panel."""
    from PIL import Image as Images
    from PIL import ImageDraw as Drawing

    w, h = size[0] * _FINER, size[1] * _FINER
    image = Images.new("RGB", (w, h), ground)
    side = min(h * _SIGN, w * _SIGN)
    _triangle(Drawing.Draw(image), w / 2, h / 2, side, sign)
    return _png(image.resize(size, Images.Resampling.BOX))


def sound_poster(size: tuple[int, int], ground: str, sign: str) -> bytes:
    """A PNG of `size` pixels: the triangle at the panel's left, and the track that a sound runs along."""
    from PIL import Image as Images
    from PIL import ImageDraw as Drawing

    w, h = size[0] * _FINER, size[1] * _FINER
    image = Images.new("RGB", (w, h), ground)
    draw = Drawing.Draw(image)
    _triangle(draw, h * 0.55, h / 2, h * 0.36, sign)
    thick = h * 0.03
    draw.rounded_rectangle((h * 1.1, h / 2 - thick, w - h * 0.5, h / 2 + thick), radius=thick, fill=sign)
    return _png(image.resize(size, Images.Resampling.BOX))


def _triangle(draw: ImageDraw, x: float, y: float, side: float, fill: str) -> None:
    """A triangle that points right, its middle of weight at (x, y)."""
    left = x - side * 0.29
    draw.polygon(((left, y - side / 2), (left + side * 0.87, y), (left, y + side / 2)), fill=fill)


def _png(image: Image) -> bytes:
    target = BytesIO()
    image.save(target, "PNG", optimize=True)
    return target.getvalue()
