"""Picture files → media parts, one for each distinct content."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from deckgen.scene import UNCUT, Crop
from deckgen.writers.pptx.package import Package

ENDINGS = {"image/png": "png", "image/jpeg": "jpeg", "image/gif": "gif"}
"""Media types that PowerPoint reads, and the endings of their parts."""

UNSEEN = 0.004
"""The share of a picture under which cutting it makes no difference that anyone sees."""


class Media:
    """Adds pictures to a package as they are asked for."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._by_path: dict[tuple[Path, Crop], str] = {}
        self._by_content: dict[bytes, str] = {}

    def part(self, path: Path, media_type: str, crop: Crop = UNCUT) -> str:
        """The part that holds this file, relative to a slide: `../media/image1.png`.

        `crop` (shares at left, top, right, bottom) cuts the pixels themselves: for backgrounds, of which
        LibreOffice shows the whole whatever `a:srcRect` says.
        """
        if (path, crop) not in self._by_path:
            data = path.read_bytes()
            if media_type not in ENDINGS or max(crop) > UNSEEN:
                data, media_type = redrawn(path, media_type, crop)
            key = sha256(data).digest()
            if key not in self._by_content:
                self._by_content[key] = self._add(data, media_type)
            self._by_path[path, crop] = self._by_content[key]
        return self._by_path[path, crop]

    def _add(self, data: bytes, media_type: str) -> str:
        name = f"image{len(self._by_content) + 1}.{ENDINGS[media_type]}"
        self._package.add_media(f"ppt/media/{name}", data)
        return f"../media/{name}"


def redrawn(path: Path, media_type: str, crop: Crop) -> tuple[bytes, str]:
    """A picture cut, or one that PowerPoint does not read (WebP): a photograph as JPEG, others as PNG."""
    from io import BytesIO

    from PIL import Image

    left, top, right, bottom = crop
    target = BytesIO()
    with Image.open(path) as image:
        w, h = image.size
        cut = image.crop((round(left * w), round(top * h), round(w - right * w), round(h - bottom * h)))
        profile = image.info.get("icc_profile")
        if media_type == "image/jpeg":
            cut.save(target, "JPEG", quality=92, icc_profile=profile)
            return target.getvalue(), media_type
        cut.save(target, "PNG", icc_profile=profile)
    return target.getvalue(), "image/png"
