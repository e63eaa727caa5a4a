"""What the one file carries inside: reveal.js and its plugins, fonts and pictures."""

from __future__ import annotations

import re
from base64 import b64encode
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from deckgen.scene import Content, Group, Picture, Scene

SCRIPTS = ("reveal.js", "plugin/notes.js", "plugin/search.js", "plugin/zoom.js")
"""The scripts of a deck, in the order in which they run."""

BLANK = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
"""A transparent pixel: the source of an `img` whose picture a CSS rule paints."""


@cache
def reveal(name: str) -> str:
    """A file of reveal.js 6.0.1 (`dist/` of the npm package, as pyreveal ships it).

    The package is found without being imported, which would cost 40 ms.
    """
    spec = find_spec("pyreveal")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("the package pyreveal is not installed")
    folder = Path(spec.submodule_search_locations[0]) / "revealjs" / "dist"
    return (folder / name).read_text(encoding="utf-8")


def scripts() -> list[str]:
    """reveal.js and its plugins, fit to stand in `script` elements."""
    return [script_safe(reveal(name)) for name in SCRIPTS]


def script_safe(source: str) -> str:
    """JavaScript in which nothing ends or nests a `script` element (HTML, 4.12.1.3).

    In string literals, where alone these occur, a backslash before `/`, `!` or `s` changes nothing.
    """
    return re.sub(r"<(?=/script|!--|script)", r"\\x3C", source, flags=re.IGNORECASE)


def style_safe(source: str) -> str:
    """CSS in which nothing ends a `style` element; `\\/` in a CSS string is `/`."""
    return source.replace("</", r"<\/")


def data_uri(media_type: str, data: bytes) -> str:
    """A `data:` URI."""
    return f"data:{media_type};base64,{b64encode(data).decode('ascii')}"


def font_format(data: bytes) -> tuple[str, str]:
    """The media type and CSS format of a font file, by its first four bytes (OpenType, "otff")."""
    match data[:4]:
        case b"OTTO":
            return "font/otf", "opentype"
        case b"wOF2":
            return "font/woff2", "woff2"
        case _:
            return "font/ttf", "truetype"


@dataclass(slots=True)
class Pictures:
    """The picture files of a scene; one that stands on several pages is carried once, by a rule."""

    uses: Counter[Path]
    _rules: dict[Path, tuple[str, str]] = field(default_factory=dict)

    def source(self, picture: Picture) -> str | None:
        """The `src` of a picture that is shown once and cut on one axis at most; else None."""
        left, top, right, bottom = picture.crop
        if self.uses[picture.image.path] > 1 or ((left or right) and (top or bottom)):
            return None
        return read_uri(picture.image.path, picture.image.media_type)

    def rule(self, path: Path, media_type: str) -> str:
        """The class whose rule paints a picture as a background."""
        if path not in self._rules:
            self._rules[path] = (f"picture-{len(self._rules) + 1}", read_uri(path, media_type))
        return self._rules[path][0]

    def rules(self) -> list[tuple[str, str]]:
        """Classes and `data:` URIs of the pictures that rules paint."""
        return list(self._rules.values())


def read_uri(path: Path, media_type: str) -> str:
    """A file as a `data:` URI."""
    return data_uri(media_type, path.read_bytes())


def pictures_of(scene: Scene) -> Pictures:
    """The pictures of a scene, with how often each is placed."""
    placed = (item.content for page in scene.pages for item in page.placed)
    return Pictures(Counter(path for content in placed for path in _paths(content)))


def _paths(content: Content) -> list[Path]:
    match content:
        case Picture(image=image):
            return [image.path]
        case Group(children=children):
            return [path for child in children for path in _paths(child.content)]
        case _:
            return []
