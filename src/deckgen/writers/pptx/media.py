"""Picture files → media parts, one for each distinct content."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from deckgen.writers.pptx.package import Package

ENDINGS = {"image/png": "png", "image/jpeg": "jpeg", "image/gif": "gif"}
"""Media types that PowerPoint reads, and the endings of their parts."""


class Media:
    """Adds pictures to a package as they are asked for."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._by_path: dict[Path, str] = {}
        self._by_content: dict[bytes, str] = {}

    def part(self, path: Path, media_type: str) -> str:
        """The part that holds this file, relative to a slide: `../media/image1.png`."""
        if path not in self._by_path:
            data = path.read_bytes()
            key = sha256(data).digest()
            if key not in self._by_content:
                self._by_content[key] = self._add(path, data, media_type)
            self._by_path[path] = self._by_content[key]
        return self._by_path[path]

    def _add(self, path: Path, data: bytes, media_type: str) -> str:
        if media_type not in ENDINGS:
            data, media_type = as_png(path), "image/png"
        name = f"image{len(self._by_content) + 1}.{ENDINGS[media_type]}"
        self._package.add_media(f"ppt/media/{name}", data)
        return f"../media/{name}"


def as_png(path: Path) -> bytes:
    """A picture that PowerPoint does not read (WebP), as PNG: nothing of it is lost."""
    from io import BytesIO

    from PIL import Image

    target = BytesIO()
    with Image.open(path) as image:
        image.save(target, "PNG")
    return target.getvalue()
