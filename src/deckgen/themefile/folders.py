"""Themes that are folders → what lies in them beside `theme.yaml`: fonts, rules of CSS, HTML templates."""

from __future__ import annotations

from pathlib import Path

from deckgen.diagnostics import Report, Span
from deckgen.extras import Extras
from deckgen.fonts.files import can_be_carried, faces_in
from deckgen.themefile.css import read_css

FONT_ENDINGS = (".ttf", ".otf", ".ttc")
MOST_FONTS = 64
"""How many font files a theme may bring along."""

OwnFonts = dict[str, tuple[Path, ...]]
"""Font files by the name of their family in lower case."""


def own_fonts(folders: tuple[Path, ...], report: Report) -> OwnFonts:
    """The families in the folders `fonts` of themes; a file there that is no font is an error."""
    found: OwnFonts = {}
    for folder in folders:
        files = sorted(path for path in (folder / "fonts").glob("*") if path.suffix.lower() in FONT_ENDINGS)
        for path in files[:MOST_FONTS]:
            families = {face.family.lower() for face in faces_in(path) if can_be_carried(face)}
            if not families:
                report.error("bad-font", f"`{path.name}` is no font that can be read", Span(str(path)))
            for family in sorted(families):
                found[family] = (*found.get(family, ()), path)
    return found


def read_extras(folders: tuple[Path, ...], report: Report) -> Extras:
    """What themes add to the HTML; rules of the last theme come last, its templates first."""
    sheets = [folder / "theme.css" for folder in folders]
    css = "\n".join(read_css(path, report) for path in sheets if path.is_file())
    return Extras(css, tuple(folder / "html" for folder in reversed(folders) if (folder / "html").is_dir()))
