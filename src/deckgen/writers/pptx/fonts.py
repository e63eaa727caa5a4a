"""The families that a deck carries → font parts, and their entries in the presentation's part."""

from __future__ import annotations

from deckgen.fonts.eot import wrapped
from deckgen.scene import Scene
from deckgen.text.carried import CarriedFace, carried
from deckgen.theme import Font
from deckgen.writers.pptx.package import Package, Relationships, beside
from deckgen.writers.pptx.styles import typeface

ELEMENTS = {"Regular": "regular", "Bold": "bold", "Italic": "italic", "BoldItalic": "boldItalic"}
"""The elements of CT_EmbeddedFontListEntry, in their order."""


def embedded_fonts(scene: Scene, package: Package, relationships: Relationships, main: str) -> list[str]:
    """A `p:embeddedFont` for each family; its parts are added to the package.

    `relationships` are those of the presentation's part, `main`.
    """
    return [_entry(font, faces, package, relationships, main) for font, faces in carried(scene).items()]


def _entry(
    font: Font, faces: tuple[CarriedFace, ...], package: Package, relationships: Relationships, main: str
) -> str:
    made = f"<p:font{typeface(font)}/>"
    for face in faces:
        name = package.new("ppt/fonts/font", "fntdata")
        package.add_media(name, wrapped(face.data, face.subset))
        made += f'<p:{ELEMENTS[face.style]} r:id="{relationships.to("font", beside(name, main))}"/>'
    return f"<p:embeddedFont>{made}</p:embeddedFont>"
