"""A template's colours → what lies behind code, remarks and marked words so that they can be read."""

from __future__ import annotations

from dataclasses import replace

from deckgen.color import Hex, contrast, luminance
from deckgen.template.exchange import ACCENTS, legible
from deckgen.theme import READABLE, CodeStyle, ColorRef, Theme, TokenStyle

QUIET = 1.6
"""The most contrast of a panel with its page."""

FAINT = 1.5
"""The least contrast of a quiet line with its page."""

CLEAR = 7.0
"""The least contrast of text with a panel that is the theme's surface."""


def panel(theme: Theme, inverse: bool, page: ColorRef) -> ColorRef:
    """A quiet panel: the surface where it is one on these pages, else a shade of the `page`'s colour."""
    surface = ColorRef("surface")
    shown, ground, text = (theme.hex(ref, inverse) for ref in (surface, page, ColorRef("text")))
    if 1.03 < contrast(shown, ground) <= QUIET and contrast(text, shown) >= CLEAR:
        return surface
    return shade(theme, inverse, page, 0.05)


def shade(theme: Theme, inverse: bool, page: ColorRef, share: float) -> ColorRef:
    """The page's colour, a little further from that of the text where it can be, else a little nearer."""
    ground, text = theme.hex(page, inverse), theme.hex(ColorRef("text"), inverse)
    light = luminance(ground) > luminance(text)
    if light:
        return replace(page, darker=share) if luminance(ground) > 0.6 else replace(page, lighter=share * 3)
    return replace(page, lighter=share * 2) if luminance(ground) < 0.03 else replace(page, darker=share * 4)


def rule(theme: Theme, inverse: bool, page: ColorRef) -> ColorRef:
    """The colour of quiet lines: faint, but there."""
    tried = (
        ColorRef("muted", lighter=0.5),
        ColorRef("muted"),
        ColorRef("surface"),
        ColorRef("text", lighter=0.5),
    )
    ground = theme.hex(page, inverse)
    seen = (ref for ref in tried if contrast(theme.hex(ref, inverse), ground) >= FAINT)
    return next(seen, ColorRef("text"))


def band(
    theme: Theme, inverse: bool, page: ColorRef, accents: tuple[str, ...] = ("accent2", *ACCENTS)
) -> ColorRef:
    """What lies behind words that are marked: the first accent that can be faint enough for text on it."""
    ground, text = theme.hex(page, inverse), theme.hex(ColorRef("text"), inverse)
    light = luminance(ground) > luminance(text)
    for role in accents:
        for share in (0.6, 0.7, 0.8):
            tried = ColorRef(role, lighter=share) if light else ColorRef(role, darker=share)
            if _serves(theme.hex(tried, inverse), text, ground):
                return tried
    return shade(theme, inverse, page, 0.12)


def _serves(shown: Hex, text: Hex, ground: Hex) -> bool:
    return contrast(text, shown) >= READABLE and contrast(shown, ground) >= 1.08


def code_style(theme: Theme, inverse: bool, page: ColorRef) -> CodeStyle:
    """The theme's code with its colours fit for a panel and a band of these pages."""
    given, behind = theme.code[inverse], panel(theme, inverse, page)
    lit = shade(theme, inverse, page, 0.14)
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
