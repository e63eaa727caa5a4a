"""Picture, film and sound files → media parts, one for each distinct content."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from deckgen.figures.clips import ClipType
from deckgen.figures.rasters import PictureType
from deckgen.renditions import Renditions
from deckgen.scene import UNCUT, Crop
from deckgen.writers.pptx.package import Package

ENDINGS: dict[PictureType, str] = {
    "image/png": "png", "image/jpeg": "jpeg", "image/gif": "gif", "image/svg+xml": "svg",
}  # fmt: skip
"""Media types of pictures, and the endings of their parts."""

CLIP_ENDINGS: dict[ClipType, str] = {
    "video/mp4": "mp4", "video/quicktime": "mov", "video/webm": "webm", "video/ogg": "ogv",
    "audio/mpeg": "mp3", "audio/mp4": "m4a", "audio/wav": "wav", "audio/ogg": "ogg", "audio/webm": "weba",
}  # fmt: skip

UNSEEN = 0.004
"""The share of a picture under which cutting it makes no difference that anyone sees."""


class Media:
    """Adds pictures, films and sounds to a package as they are asked for."""

    def __init__(self, package: Package, renditions: Renditions) -> None:
        self._package, self._renditions = package, renditions
        self._by_content: dict[bytes, str] = {}
        self._clips: dict[Path, str] = {}

    def part(self, path: Path, crop: Crop = UNCUT) -> str:
        """The part that holds a picture, relative to a slide: `../media/image1.png`.

        `crop` (shares at left, top, right, bottom) cuts the pixels themselves: for backgrounds, of which
        LibreOffice shows the whole whatever `a:srcRect` says.
        """
        made = self._renditions.office(path, crop if max(crop) > UNSEEN else UNCUT)
        return self._add("image", ENDINGS[made.media_type], made.data)

    def vector(self, path: Path) -> str | None:
        """The part that holds a drawing itself, where the file is one."""
        markup = self._renditions.vector(path)
        return None if markup is None else self._add("image", "svg", markup)

    def formula(self, png: bytes) -> str:
        """The part that holds the picture of a formula."""
        return self._add("image", "png", png)

    def poster(self, kind: str, size: tuple[float, float], colors: tuple[str, str]) -> str:
        """The part of a poster that is drawn for a film or a sound without one."""
        return self._add("image", "png", self._renditions.poster(kind, size, colors))

    def clip(self, path: Path, media_type: ClipType) -> str:
        """The part that holds a film or a sound, as it is.  Raises OSError where the file is gone."""
        if path not in self._clips:
            self._clips[path] = self._add("media", CLIP_ENDINGS[media_type], path.read_bytes())
        return self._clips[path]

    def _add(self, kind: str, ending: str, data: bytes) -> str:
        key = sha256(data).digest()
        if key not in self._by_content:
            name = self._package.new(f"ppt/media/{kind}", ending)
            self._package.add_media(name, data)
            self._by_content[key] = name.replace("ppt/", "../")
        return self._by_content[key]
