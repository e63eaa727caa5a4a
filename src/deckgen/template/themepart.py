"""A theme part → its twelve colours, its families, and the fills that backgrounds refer to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deckgen.color import Hex
from deckgen.template.drawing.colors import Palette, color_in
from deckgen.template.xml import child, elements, local
from deckgen.theme import FontRole

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_NAMES = ("dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6",
          "hlink", "folHlink")  # fmt: skip
_OFFICE = ("#000000", "#FFFFFF", "#44546A", "#E7E6E6", "#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5",
           "#70AD47", "#0563C1", "#954F72")  # fmt: skip
_MISSING = dict(zip(_NAMES, _OFFICE, strict=True))
"""Colours for what a broken scheme leaves out: those of a new presentation."""

_FAMILY = "Arial"
_FONTS: dict[FontRole, str] = {"heading": "a:majorFont", "body": "a:minorFont"}

OUR_ROLES = {
    "background": "bg1", "text": "tx1", "surface": "bg2", "muted": "tx2", "accent1": "accent1",
    "accent2": "accent2", "accent3": "accent3", "accent4": "accent4", "accent5": "accent5",
    "accent6": "accent6", "link": "hlink",
}  # fmt: skip
"""PresentationML's name of each of our colour roles."""

COLOR_MAP = {name: name for name in _NAMES[4:]} | {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
"""The colour map of a new presentation."""


@dataclass(frozen=True, slots=True)
class ThemePart:
    """`colors` by the theme's own names ("dk1" … "folHlink"); `fonts` are the families for Latin letters,
    `scripts` those for other ones (by ISO 15924, "ea" and "cs" for all that it does not name); `fills` and
    `grounds` are the elements of `a:fillStyleLst` and `a:bgFillStyleLst`."""

    name: str
    colors: dict[str, Hex]
    fonts: dict[FontRole, str]
    scripts: dict[FontRole, dict[str, str]]
    fills: tuple[Element, ...]
    grounds: tuple[Element, ...]


def theme_part(root: Element) -> ThemePart:
    """What a theme part says."""
    scheme = child(root, "a:themeElements")
    families = child(scheme, "a:fontScheme")
    formats = child(scheme, "a:fmtScheme")
    return ThemePart(
        name=root.get("name", ""),
        colors=_MISSING | scheme_colors(child(scheme, "a:clrScheme")),
        fonts={role: _latin(child(families, name)) for role, name in _FONTS.items()},
        scripts={role: _scripts(child(families, name)) for role, name in _FONTS.items()},
        fills=tuple(elements(child(formats, "a:fillStyleLst"))),
        grounds=tuple(elements(child(formats, "a:bgFillStyleLst"))),
    )


def scheme_colors(scheme: Element | None) -> dict[str, Hex]:
    """The colours that an `a:clrScheme` gives, by their names there."""
    found = {local(entry): color_in(entry, Palette({})) for entry in elements(scheme)}
    return {name: color.hex for name, color in found.items() if color is not None and name in _NAMES}


def _latin(collection: Element | None) -> str:
    """The family for Latin letters; where it is left out, the one that East Asian letters have."""
    named = (child(collection, name) for name in ("a:latin", "a:ea"))
    return next(
        (family for e in named if e is not None and (family := e.get("typeface", "").strip())), _FAMILY
    )


def _scripts(collection: Element | None) -> dict[str, str]:
    found = {local(entry): entry.get("typeface", "") for entry in elements(collection)
             if local(entry) in ("ea", "cs")}  # fmt: skip
    found |= {entry.get("script", ""): entry.get("typeface", "") for entry in elements(collection)
              if local(entry) == "font"}  # fmt: skip
    return {script: family for script, family in found.items() if script and family}


def color_map(element: Element | None) -> dict[str, str]:
    """The map that a `p:clrMap` or an `a:overrideClrMapping` is, with the usual entry where it lacks one."""
    given = {name: element.get(name, "") if element is not None else "" for name in COLOR_MAP}
    return {name: given[name] if given[name] in _NAMES else usual for name, usual in COLOR_MAP.items()}


def role_colors(scheme: dict[str, Hex], names: dict[str, str]) -> dict[str, Hex]:
    """The theme's colours by our roles."""
    return {role: scheme[names[name]] for role, name in OUR_ROLES.items()}
