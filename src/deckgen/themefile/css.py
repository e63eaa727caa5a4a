"""A theme's `theme.css` → the same rules, which load nothing: files beside it are carried inside."""

from __future__ import annotations

import re
from base64 import b64encode
from pathlib import Path
from typing import Final

from deckgen.diagnostics import Report, Span
from deckgen.figures.imagefiles import ImageFile, read_image
from deckgen.figures.svg import read_svg
from deckgen.localfile import local_file
from deckgen.yamlnodes import Source
from deckgen.yamlnodes.characters import decode
from deckgen.yamlnodes.files import read_bytes

MOST_BYTES: Final = 4_000_000
"""No larger file is carried in a theme's rules."""

_TOKEN = re.compile(
    r"""(?P<comment>/\*.*?(?:\*/|\Z))
    |(?<![\w-])url\(\s*(?:"(?P<double>[^"\\\n]*)"|'(?P<single>[^'\\\n]*)'|(?P<bare>[^"'()\\\s]*))\s*\)
    |(?P<string>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')
    |(?P<import>@import\b)
    |(?<![\w])(?P<loading>(?:-webkit-)?image-set\(|(?<!-)src\(|(?<!-)url\()
    |(?P<escape>\\)
    |(?P<quote>["'])""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_WRONG: Final = {
    "import": ("`@import` loads rules from elsewhere", "write the rules into theme.css"),
    "loading": ("only `url(…)` with the name of a file beside theme.css can be carried inside",
                'write url("picture.png")'),
    "escape": ("a backslash stands outside of a text in quotes", "write the character itself"),
    "quote": ("this quotation mark is never closed on its line", "close it"),
}  # fmt: skip
_FONTS: Final = {
    b"wOF2": "font/woff2", b"wOFF": "font/woff", b"OTTO": "font/otf", b"\0\1\0\0": "font/ttf",
    b"true": "font/ttf",
}  # fmt: skip
"""Media types of font files, by their first four bytes (OpenType, "otff"; WOFF 2.0, 4.1)."""


def read_css(path: Path, report: Report) -> str:
    """The rules of a file without comments; what would load something from elsewhere is an error."""
    data = read_bytes(path, str(path), report)
    text = None if data is None else decode(data, str(path), report)
    if text is None:
        return ""
    source = Source(str(path), text)

    def kept(match: re.Match[str]) -> str:
        where = source.span(match.start(), len(match[0]))
        if match["comment"] is not None:
            return " "
        if match["string"] is not None:
            return match[0]
        for kind, (message, hint) in _WRONG.items():
            if match[kind] is not None:
                report.error("theme-css", message, where, hint)
                return ""
        named = next(part for part in match.group("double", "single", "bare") if part is not None)
        return f'url("{_carried(named, path.parent, where, report)}")'

    return _TOKEN.sub(kept, text)


def _carried(name: str, folder: Path, where: Span, report: Report) -> str:
    """What stands in place of a file's name: its content as a `data:` URI, or a place on the page."""
    if name.startswith(("data:", "#")):
        return name
    path = local_file(name, where, folder, folder.resolve(), report, "theme")
    if path is None:
        return ""
    data = path.read_bytes() if path.stat().st_size <= MOST_BYTES else b""
    kind = _FONTS.get(data[:4])
    if kind is None:
        image = read_image(path) if data else f"has more than {MOST_BYTES // 1_000_000} MB"
        if not isinstance(image, ImageFile):
            report.error("bad-image", f"`{name[:80]}` {image}", where, "pictures and fonts can be carried")
            return ""
        kind = image.media_type
        drawing = read_svg(data) if kind == "image/svg+xml" else None
        data = data if drawing is None or isinstance(drawing, str) else drawing.markup
    return f"data:{kind};base64,{b64encode(data).decode('ascii')}"
