"""Placed films and sounds → `video` and `audio`, carried inside the file or lying beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from hashlib import file_digest
from pathlib import Path
from typing import Final
from urllib.parse import quote

from markupsafe import Markup

from deckgen.model import Clip, Video
from deckgen.scene import Media
from deckgen.slots import Box
from deckgen.writers.html.assets import data_uri
from deckgen.writers.html.inline import SAFE_LINKS, linked
from deckgen.writers.html.pictures import Pictures
from deckgen.writers.html.styles import number

EMBEDDED: Final = 20_000_000
"""The bytes of a film up to which it is carried inside; base64 adds a third to them."""

_SPOKEN_AS: Final = {"video/quicktime": "video/mp4"}
"""Browsers refuse QuickTime by its name, and play what is in it: the streams are MP4's."""


@dataclass(slots=True)
class Players:
    """Writes what plays; `beside` collects the files that the page wants to find in its folder."""

    pictures: Pictures
    beside: dict[str, Path] = field(default_factory=dict)

    def player(self, media: Media, box: Box, colors: tuple[str, str]) -> Markup:
        """A film or a sound with the browser's own controls; `colors` are those of a poster that is drawn."""
        clip, film = media.block.clip, isinstance(media.block, Video)
        alt = media.block.alt if isinstance(media.block, Video) else ""
        if clip.media_type is None:
            return linked(clip.url, self._poster(media, box, colors, alt))
        attributes = [Markup('{}="{}"').format(name, value) for name, value in self._playing(clip)]
        attributes += [Markup("loop")] * clip.loop + [Markup("data-autoplay")] * clip.autoplay
        attributes += [Markup('aria-label="{}"').format(alt)] if alt else []
        if film or clip.poster:  # a `video` shows a sound's picture, too
            attributes.append(Markup('poster="{}"').format(self._poster_uri(clip, box, colors)))
        tag = "video" if film or clip.poster else "audio"
        return Markup('<{0} class="clip" controls {1}></{0}>').format(tag, Markup(" ").join(attributes))

    def _playing(self, clip: Clip) -> list[tuple[str, str]]:
        """Where the clip is, how much of it is read before it plays (nothing from the web), and from when."""
        start = [("data-start", number(clip.start))] if clip.start else []
        if clip.path is None:
            assert clip.url.lower().startswith(SAFE_LINKS)
            return [("src", clip.url), ("preload", "none"), *start]
        return [("src", self._source(clip.path, clip.media_type or "")), ("preload", "metadata"), *start]

    def _source(self, path: Path, media_type: str) -> str:
        """A `data:` URI, or the name of a file beside the page."""
        if path.stat().st_size <= EMBEDDED:
            return data_uri(_SPOKEN_AS.get(media_type, media_type), path.read_bytes())
        name = beside_name(path)
        self.beside[name] = path
        return quote(name)

    def _poster_uri(self, clip: Clip, box: Box, colors: tuple[str, str]) -> str:
        if clip.poster:
            return self.pictures.uri(clip.poster.path)
        return data_uri("image/png", self.pictures.renditions.poster("film", (box.w, box.h), colors))

    def _poster(self, media: Media, box: Box, colors: tuple[str, str], alt: str) -> Markup:
        """What stands for a player that only its own site has."""
        clip, film = media.block.clip, isinstance(media.block, Video)
        if clip.poster:
            return self.pictures.img(clip.poster.path, alt or clip.url, media.crop)
        panel = self.pictures.renditions.poster("film" if film else "sound", (box.w, box.h), colors)
        source = data_uri("image/png", panel)
        return Markup('<img class="picture" src="{}" alt="{}">').format(source, alt or clip.url)


def beside_name(path: Path) -> str:
    """The name under which a film lies beside the page: its own, and a sign of what is in it."""
    with path.open("rb") as file:
        sign = file_digest(file, "sha256").hexdigest()[:8]
    stem = re.sub(r"[^\w-]+", "-", path.stem).strip("-") or "film"
    return f"{stem}-{sign}{path.suffix.lower()}"
