"""A picture's bytes → others of it: turned upright, cut, made smaller; a drawing → its pixels."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from deckgen.figures.rasters import Raster

if TYPE_CHECKING:
    from PIL.Image import Image

Size = tuple[int, int]
_QUALITY: Final = 90
_DRAWING: Final = 1.0
"""Bytes for each pixel under which a PNG shows a drawing; photographs take more, and are JPEGs then."""

_MOST_SIDE: Final = 8_192


def redrawn(
    data: bytes, raster: Raster, size: Size, crop: tuple[float, float, float, float]
) -> tuple[bytes, Literal["image/png", "image/jpeg"]]:
    """The picture upright, `size` pixels as a whole, and of that what `crop` leaves; its type.

    A photograph becomes a JPEG, a drawing or what is see-through a PNG.  The colour profile stays.
    Raises what Pillow raises for a file that it cannot decode.
    """
    from PIL import Image

    with Image.open(BytesIO(data)) as opened:
        on_side = raster.turned >= 5
        stored = (size[1], size[0]) if on_side else size
        opened.draft(None, (2 * stored[0], 2 * stored[1]))  # a JPEG is decoded no larger than it need be
        profile = opened.info.get("icc_profile")
        image, profile = _plain(opened, profile)
    if image.size != stored:
        image = image.resize(stored, Image.Resampling.LANCZOS, reducing_gap=3.0)
    image = _cut(_turned(image, raster.turned), crop)
    if raster.media_type == "image/jpeg":
        return _jpeg(image, profile), "image/jpeg"
    png = _png(image, profile)
    if image.mode in ("RGB", "L") and len(png) > _DRAWING * image.width * image.height:
        return _jpeg(image, profile), "image/jpeg"
    return png, "image/png"


@dataclass(frozen=True, slots=True)
class Faces:
    """Font files for the words of drawings, and the families that stand in for those which are not there.

    The system's own fonts are looked through, too.
    """

    files: tuple[Path, ...] = ()
    sans: str = "Arial"
    mono: str = "Courier New"


def drawn(markup: str, size: tuple[float, float], faces: Faces) -> bytes:
    """The PNG of an SVG, `size` pixels or as many as are bearable.  Raises ValueError for a broken one."""
    import resvg_py

    scale = min(1.0, _MOST_SIDE / max(size))
    worded = "text>" in markup
    png = resvg_py.svg_to_bytes(
        svg_string=markup,
        width=max(1, round(size[0] * scale)),
        skip_system_fonts=not worded,
        font_files=[str(file) for file in faces.files] if worded else None,
        font_family=faces.sans,
        sans_serif_family=faces.sans,
        serif_family=faces.sans,  # what every family that is not there falls back to
        monospace_family=faces.mono,
    )
    return bytes(png)


def _plain(image: Image, profile: bytes | None) -> tuple[Image, bytes | None]:
    """The picture in grey or RGB, see-through or not, and the profile that its colours have then."""
    if image.mode in ("RGB", "L", "RGBA", "LA") and "transparency" not in image.info:
        image.load()
        return image, profile
    if image.mode.startswith("I"):  # 16 bits of grey
        return image.convert("I").point(lambda value: value * (1 / 257)).convert("L"), profile
    if image.mode == "CMYK":
        return _from_print(image, profile), None
    clear = "transparency" in image.info or image.mode in ("PA", "La", "RGBa")
    if clear:
        return image.convert("RGBA"), profile
    return image.convert("L" if image.mode in ("1", "F") else "RGB"), profile


def _from_print(image: Image, profile: bytes | None) -> Image:
    """Printing inks as the colours of a screen, by the picture's own profile where it can be read."""
    if profile:
        from PIL import ImageCms

        try:
            found = ImageCms.profileToProfile(
                image, BytesIO(profile), ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
        except (ImageCms.PyCMSError, OSError):
            found = None
        if found is not None:
            return found
    return image.convert("RGB")


def _turned(image: Image, turned: int) -> Image:
    """Upright, of what is stored in an Exif orientation."""
    from PIL.Image import Transpose

    moves = {
        2: Transpose.FLIP_LEFT_RIGHT, 3: Transpose.ROTATE_180, 4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE, 6: Transpose.ROTATE_270, 7: Transpose.TRANSVERSE, 8: Transpose.ROTATE_90,
    }  # fmt: skip
    return image.transpose(moves[turned]) if turned in moves else image


def _cut(image: Image, crop: tuple[float, float, float, float]) -> Image:
    left, top, right, bottom = crop
    if not any(crop):
        return image
    w, h = image.size
    box = (round(left * w), round(top * h), round(w - right * w), round(h - bottom * h))
    return image.crop((box[0], box[1], max(box[2], box[0] + 1), max(box[3], box[1] + 1)))


def _jpeg(image: Image, profile: bytes | None) -> bytes:
    target = BytesIO()
    image.convert("L" if image.mode in ("L", "LA") else "RGB").save(
        target, "JPEG", quality=_QUALITY, optimize=True, icc_profile=profile
    )
    return target.getvalue()


def _png(image: Image, profile: bytes | None) -> bytes:
    target = BytesIO()
    image.save(target, "PNG", icc_profile=profile)
    return target.getvalue()
