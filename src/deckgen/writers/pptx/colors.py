"""Colour roles → DrawingML scheme colours, and the colour maps that tie them to the theme part."""

from __future__ import annotations

from deckgen.theme import ColorRef, Theme
from deckgen.writers.pptx.markup import share

SCHEME = {
    "background": "bg1", "text": "tx1", "surface": "bg2", "muted": "tx2",
    "accent1": "accent1", "accent2": "accent2", "accent3": "accent3",
    "accent4": "accent4", "accent5": "accent5", "accent6": "accent6", "link": "hlink",
}  # fmt: skip
"""A role's name in the colour map (DrawingML, ST_SchemeColorVal)."""


def theme_slots(theme: Theme) -> dict[str, str]:
    """Where each role's colour stands in the theme part: dark and light slots by what is dark."""
    ground, ink = ("dk", "lt") if theme.dark else ("lt", "dk")
    slots = {"background": f"{ground}1", "text": f"{ink}1", "surface": f"{ground}2", "muted": f"{ink}2"}
    return {role: slots.get(role, SCHEME[role]) for role in SCHEME}


def color_map(theme: Theme, inverse: bool = False) -> str:
    """The attributes of `p:clrMap` or `a:overrideClrMapping`."""
    slots = theme_slots(theme)
    shown = {role: theme.inverted.get(role, role) if inverse else role for role in SCHEME}
    pairs = [f'{SCHEME[role]}="{slots[shown[role]]}"' for role in SCHEME]
    return " ".join([*pairs, 'folHlink="folHlink"' if not inverse else f'folHlink="{slots[shown["link"]]}"'])


def color_map_override(theme: Theme, inverse: bool, of_layout: bool = False) -> str:
    """`p:clrMapOvr`: the master's map, the exchanged one, or back from an inverse layout (`of_layout`)."""
    if inverse or of_layout:
        inner = f"<a:overrideClrMapping {color_map(theme, inverse)}/>"
    else:
        inner = "<a:masterClrMapping/>"
    return f"<p:clrMapOvr>{inner}</p:clrMapOvr>"


def scheme_color(ref: ColorRef) -> str:
    """`a:schemeClr` with the changes that PowerPoint's own palette writes; `a:srgbClr` of an author's own."""
    kind, name = ("srgbClr", ref.role[1:]) if ref.role.startswith("#") else ("schemeClr", SCHEME[ref.role])
    if ref.lighter:
        change = f'<a:lumMod val="{share(1 - ref.lighter)}"/><a:lumOff val="{share(ref.lighter)}"/>'
    elif ref.darker:
        change = f'<a:lumMod val="{share(1 - ref.darker)}"/>'
    else:
        return f'<a:{kind} val="{name}"/>'
    return f'<a:{kind} val="{name}">{change}</a:{kind}>'


def solid(ref: ColorRef) -> str:
    """`a:solidFill` in a role's colour."""
    return f"<a:solidFill>{scheme_color(ref)}</a:solidFill>"
