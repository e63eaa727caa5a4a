"""Themes → their fonts as static files that a person can install."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from pathlib import Path

from deckgen.text.faces import Face, role_face
from deckgen.theme import Theme

STYLES = (
    (False, False, "Regular"),
    (True, False, "Bold"),
    (False, True, "Italic"),
    (True, True, "BoldItalic"),
)


def write_fonts(themes: Iterable[Theme], folder: Path) -> Iterator[Path]:
    """Write Regular, Bold, Italic and BoldItalic of every family that a theme names and carries.

    Families that the pptx names but another stands in for (Arial for Arimo) come with Office.
    """
    fonts = {font for theme in themes for font in theme.fonts.values() if font.name == font.family}
    for font in sorted(fonts, key=lambda f: f.name):
        folder.mkdir(parents=True, exist_ok=True)
        for bold, italic, style in STYLES:
            path = folder / f"{font.name.replace(' ', '')}-{style}.ttf"
            path.write_bytes(static(role_face(font, bold, italic), font.name, style))
            yield path


def static(face: Face, family: str, style: str) -> bytes:
    """The whole face at its weight, named so that Office groups the four styles of a family.

    Names 1, 2, 4, 6 and the bits of OS/2 fsSelection and head macStyle as the OpenType specification
    ("name", "OS/2", "head") has them for a family of four.
    """
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    font = TTFont(io.BytesIO(face.file.content()), fontNumber=face.file.index)
    if "fvar" in font:
        location = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes}
        location["wght"] = float(face.weight)
        font = instantiateVariableFont(font, location, inplace=True)
    spaced = style.replace("BoldItalic", "Bold Italic")
    names = font["name"]
    for name_id in (16, 17, 21, 22, 25):
        names.removeNames(nameID=name_id)
    full = f"{family} {spaced}".removesuffix(" Regular")
    postscript = f"{family.replace(' ', '')}-{style}"
    for name_id, text in ((1, family), (2, spaced), (4, full), (6, postscript)):
        names.setName(text, name_id, 3, 1, 0x409)
    bold, italic = "Bold" in style, "Italic" in style
    selection = font["OS/2"].fsSelection & ~0b1100001
    font["OS/2"].fsSelection = selection | (italic * 1 | bold * 32 or 64)
    font["OS/2"].usWeightClass = 700 if bold else 400
    font["head"].macStyle = bold * 1 | italic * 2
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()
