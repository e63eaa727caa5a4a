"""The font parts of a template → the theme's fonts, drawn by the files that the template brings along."""

from __future__ import annotations

from dataclasses import replace

from deckgen.fonts.eot import unwrapped
from deckgen.fonts.families import font_named, is_here
from deckgen.fonts.files import can_be_carried, faces_in
from deckgen.template.package import Package
from deckgen.template.problems import UnreadableError
from deckgen.template.xml import NAMESPACES, child, children, parse
from deckgen.theme import Font, FontRole

STYLES = ("regular", "bold", "italic", "boldItalic")
"""The children of `p:embeddedFont` that lead to font parts (PresentationML, CT_EmbeddedFontListEntry)."""

MOST_FAMILIES = 100
"""How many families are looked at."""


def with_embedded(fonts: dict[FontRole, Font], package: Package) -> dict[FontRole, Font]:
    """The fonts; a family that is nowhere here is drawn by the template's files, where they can be read."""
    if all(is_here(font.name) for font in fonts.values()):
        return fonts
    embedded = embedded_fonts(package)
    return {role: _drawn(font, embedded) for role, font in fonts.items()}


def _drawn(font: Font, embedded: dict[str, tuple[bytes, ...]]) -> Font:
    own = embedded.get(font.name.lower())
    if own is None or is_here(font.name):
        return font
    return replace(font_named(font.name, own), office=font.office, scheme=font.scheme)


def embedded_fonts(package: Package) -> dict[str, tuple[bytes, ...]]:
    """The font files that a package carries, by family in lower case; those that cannot be read left out."""
    found: dict[str, tuple[bytes, ...]] = {}
    for main in package.related("", "officeDocument")[:1]:
        try:
            root = parse(package.parts[main], main)
        except UnreadableError:
            return {}
        for entry in children(root, "p:embeddedFontLst", "p:embeddedFont")[:MOST_FAMILIES]:
            named = child(entry, "p:font")
            family = named.get("typeface", "") if named is not None else ""
            leads = (child(entry, f"p:{style}") for style in STYLES)
            rids = [str(lead.get(f"{{{NAMESPACES['r']}}}id", "")) for lead in leads if lead is not None]
            files = tuple(filter(None, (_font(package, main, rid) for rid in rids)))
            if family and files:
                found[family.lower()] = files
    return found


def _font(package: Package, main: str, rid: str) -> bytes | None:
    """The font that a relationship of the presentation leads to, if it can be used."""
    part = package.target(main, rid)
    font = unwrapped(package.parts[part]) if part else None
    return font if font and any(map(can_be_carried, faces_in(font))) else None
