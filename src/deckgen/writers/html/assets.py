"""What the one file carries inside: reveal.js and its plugins, fonts."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from importlib.util import find_spec
from pathlib import Path

SCRIPTS = ("reveal.js", "plugin/notes.js", "plugin/search.js", "plugin/zoom.js")
"""The scripts of a deck, in the order in which they run."""


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
