"""A template and an author's own colours and fonts → the template with these in its theme part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from deckgen.color import Hex
from deckgen.template.model import Master, Template
from deckgen.template.read import reread
from deckgen.template.themepart import OUR_ROLES
from deckgen.template.xml import child, parse, tag
from deckgen.theme import FontRole

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_FAMILIES: dict[FontRole, str] = {"heading": "a:majorFont", "body": "a:minorFont"}


def rethemed(
    template: Template, master: Master, colors: Mapping[str, Hex], fonts: Mapping[FontRole, str]
) -> Template:
    """The template with `colors` by our roles and `fonts` ("heading", "body") in the theme of `master`.

    All that refers to the theme changes with it: shapes of masters and layouts as well as text.
    """
    from lxml import etree

    root = parse(template.package.parts[master.theme_part], master.theme_part)
    scheme = child(root, "a:themeElements", "a:clrScheme")
    for role, color in colors.items():
        _recolor(scheme, master.color_map[OUR_ROLES[role]], color)
    families = child(root, "a:themeElements", "a:fontScheme")
    for role, family in fonts.items():
        latin = child(families, _FAMILIES[role], "a:latin")
        if latin is not None:
            latin.attrib.clear()  # its panose and its like describe the old family
            latin.set("typeface", family)
    data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    parts = template.package.parts | {master.theme_part: data}
    return reread(template, replace(template.package, parts=parts))


def _recolor(scheme: Element | None, name: str, color: Hex) -> None:
    """Give the theme's colour of that name ("accent1") another value."""
    from lxml import etree

    entry = child(scheme, f"a:{name}")
    if entry is not None:
        for old in list(entry):
            entry.remove(old)
        etree.SubElement(entry, tag("a:srgbClr"), val=color[1:])
