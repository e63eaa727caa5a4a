"""The families that a deck carries → font parts, and the list of them in the presentation part."""

from __future__ import annotations

from deckgen.fonts.eot import wrapped
from deckgen.scene import Scene
from deckgen.text.carried import CarriedFace, carried
from deckgen.theme import Font
from deckgen.writers.pptx.package import Package, Relationships
from deckgen.writers.pptx.styles import typeface

ELEMENTS = {"Regular": "regular", "Bold": "bold", "Italic": "italic", "BoldItalic": "boldItalic"}
"""The elements of CT_EmbeddedFontListEntry, in their order."""


def embedded_fonts(scene: Scene, package: Package, relationships: Relationships, first: int = 1) -> str:
    """`p:embeddedFontLst`, or nothing; the font parts, numbered from `first`, are added to the package."""
    entries = ""
    for font, faces in carried(scene).items():
        entries += _entry(font, faces, package, relationships, first)
        first += len(faces)
    return f"<p:embeddedFontLst>{entries}</p:embeddedFontLst>" if entries else ""


def _entry(
    font: Font, faces: tuple[CarriedFace, ...], package: Package, relationships: Relationships, first: int
) -> str:
    made = f"<p:font{typeface(font)}/>"
    for n, face in enumerate(faces, start=first):
        package.add_media(f"ppt/fonts/font{n}.fntdata", wrapped(face.data, face.subset))
        made += f'<p:{ELEMENTS[face.style]} r:id="{relationships.to("font", f"fonts/font{n}.fntdata")}"/>'
    return f"<p:embeddedFont>{made}</p:embeddedFont>"
