"""Colours of a layout whose text is light on dark → the same in the terms of an inverse page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from deckgen.color import Hex, contrast
from deckgen.template.model import Layout, Master, Template
from deckgen.theme import READABLE, ColorRef, LevelStyle, Theme

ACCENTS = tuple(f"accent{n}" for n in range(1, 7))


def exchange(colors: dict[str, Hex], ground: Hex | None = None) -> dict[str, str]:
    """What each role shows on an inverse page: light for dark, and the first accent for one that can be read.

    `ground` is what such pages have behind their text, if it is not the text's colour on the others.  The
    exchange goes both ways, so that every colour has its name on either page; links take what can be read.
    """
    pairs = {"background": "text", "text": "background", "surface": "muted", "muted": "surface"}
    ground = ground or colors["text"]
    best = _readable(ACCENTS, colors, ground)
    if best != "accent1":
        pairs |= {"accent1": best, best: "accent1"}
    link = _readable(("link", best, "background"), colors, ground)
    return pairs if link == "link" else pairs | {"link": link}


def with_maps(template: Template, chosen: Master) -> Template:
    """The template, layouts of masters that map colours otherwise than the chosen one with that map for own.

    A theme's roles go by the chosen master's map: on such layouts they have other names.
    """
    masters = (
        master if master.color_map == chosen.color_map else replace(master, layouts=_mapped(master))
        for master in template.masters
    )
    return replace(template, masters=tuple(masters))


def _mapped(master: Master) -> tuple[Layout, ...]:
    return tuple(replace(layout, override=layout.override or master.color_map) for layout in master.layouts)


def _readable(roles: Iterable[str], colors: dict[str, Hex], ground: Hex) -> str:
    """The first role that can be read on a ground, else the one that stands out most."""
    roles = list(roles)
    good = (role for role in roles if contrast(colors[role], ground) >= READABLE)
    return next(good, max(roles, key=lambda role: contrast(colors[role], ground)))


def legible(ref: ColorRef, theme: Theme, grounds: Iterable[tuple[ColorRef, bool]]) -> ColorRef:
    """`ref`, or the nearest tint of its role that can be read on all `grounds`, each a colour and whether it
    is an inverse page's; where none can, the text's colour or the background's, whichever is seen better.

    A colour that is no role's has no tints: a deck's own colours follow its theme.
    """
    behind = [(theme.hex(ground, inverse), inverse) for ground, inverse in grounds]
    shares = [] if ref.role.startswith("#") else [n / 20 for n in range(1, 14)]
    tints = [ColorRef(ref.role, **{way: s}) for s in shares for way in ("darker", "lighter")]
    for tried in (ref, *tints):
        if all(contrast(theme.hex(tried, inverse), ground) >= READABLE for ground, inverse in behind):
            return tried
    pair = (ColorRef("text"), ColorRef("background"))
    return max(pair, key=lambda ref: min(contrast(theme.hex(ref, inverse), seen) for seen, inverse in behind))


def exchanged(level: LevelStyle, theme: Theme) -> LevelStyle:
    """The level as an inverse page names its colours: what is the background's colour there is "text"."""
    return replace(
        level, color=in_page_terms(level.color, theme), bullet_color=in_page_terms(level.bullet_color, theme)
    )


def in_page_terms(ref: ColorRef, theme: Theme) -> ColorRef:
    """The colour that an inverse page shows as what `ref` is on a normal one."""
    names = {shown: role for role, shown in theme.inverted.items() if role != "link"}
    return replace(ref, role=names.get(ref.role, ref.role))
