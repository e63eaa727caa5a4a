"""Themes → their fonts as static files that a person can install."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from deckgen.fonts.office import comes_with_office
from deckgen.text.faces import role_face
from deckgen.text.static import STYLES, whole
from deckgen.theme import Theme

_UNSAFE = re.compile(r"[^\w-]+")
"""What names of fonts may hold, and names of files had better not."""


def write_fonts(themes: Iterable[Theme], folder: Path) -> Iterator[Path]:
    """Write Regular, Bold, Italic and BoldItalic of every family that a theme names and carries.

    Families that come with Office (Arial, for which Arimo stands in) are not among them, nor what stands in
    for one that is nowhere here.
    """
    named = {font for theme in themes for font in theme.fonts.values()}
    fonts = [font for font in named if not comes_with_office(font.name) and not font.stands_in]
    for font in sorted(fonts, key=lambda f: f.name):
        folder.mkdir(parents=True, exist_ok=True)
        for bold, italic, style in STYLES:
            path = folder / f"{_UNSAFE.sub('', font.name) or 'Font'}-{style}.ttf"
            path.write_bytes(whole(role_face(font, bold, italic), font.name, style))
            yield path
