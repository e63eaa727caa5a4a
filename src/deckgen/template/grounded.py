"""A template's colours → what lies behind code, remarks and marked words so that they can be read."""

from __future__ import annotations

from dataclasses import replace

from deckgen.color import contrast
from deckgen.template.exchange import ACCENTS, legible
from deckgen.theme import READABLE, CodeStyle, ColorRef, Theme, TokenStyle

QUIET = 1.6
"""The most contrast of a panel with its page."""

CLEAR = 7.0
"""The least contrast of text with a panel that is the theme's surface."""


def panel(theme: Theme, inverse: bool) -> ColorRef:
    """A quiet panel: the surface where it is one on these pages, else a shade of the ground."""
    surface = ColorRef("surface")
    shown, ground, text = (theme.hex(ref, inverse) for ref in (surface, ColorRef("background"), ColorRef("text")))
    if 1.0 < contrast(shown, ground) <= QUIET and contrast(text, shown) >= CLEAR:
        return surface
    return _shade(theme, inverse, 0.05, 0.1)


def _shade(theme: Theme, inverse: bool, darker: float, lighter: float) -> ColorRef:
    """The ground, a little darker on a light page, a little lighter on a dark one."""
    light = theme.dark is inverse
    return ColorRef("background", darker=darker) if light else ColorRef("background", lighter=lighter)


def band(theme: Theme, inverse: bool, accents: tuple[str, ...] = ("accent2", *ACCENTS)) -> ColorRef:
    """What lies behind words that are marked: the first accent that can be faint enough for text on it."""
    light = theme.dark is inverse
    ground, text = theme.hex(ColorRef("background"), inverse), theme.hex(ColorRef("text"), inverse)
    for role in accents:
        for share in (0.6, 0.7, 0.8):
            tried = ColorRef(role, lighter=share) if light else ColorRef(role, darker=share)
            shown = theme.hex(tried, inverse)
            if contrast(text, shown) >= READABLE and contrast(shown, ground) >= 1.08:
                return tried
    return _shade(theme, inverse, 0.12, 0.2)


def code_style(theme: Theme, inverse: bool) -> CodeStyle:
    """The theme's code with its colours fit for a panel and a band of these pages."""
    given, behind = theme.code[inverse], panel(theme, inverse)
    lit = _shade(theme, inverse, 0.14, 0.22)
    grounds = ((behind, inverse), (lit, inverse))

    def seen(token: TokenStyle) -> TokenStyle:
        return replace(token, color=legible(token.color, theme, grounds))

    return CodeStyle(
        panel=behind,
        band=lit,
        rule=given.rule,
        number=legible(given.number, theme, grounds),
        tokens={kind: seen(token) for kind, token in given.tokens.items()},
    )
