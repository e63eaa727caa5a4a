"""A Theme → its tokens and contrasts as lines to read in a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.text.closeness import wider_in_office
from deckgen.theme import COLOR_ROLES, SEEN, ColorRef, Font, Theme
from deckgen.themefile.contrast import Pair, pairs

STYLES = ("opening-title", "section-title", "title", "body", "text", "table", "code", "caption", "footer")
"""The text styles that tell most of a theme's scale."""


def described(theme: Theme) -> Iterator[str]:
    """The theme's tokens, then its contrasts, line by line."""
    yield f"{theme.name}: {theme.title}, on a page of {theme.page[0]:g} × {theme.page[1]:g} pt"
    yield from ("", "Colours          normal    inverse")
    yield from (_color(role, theme) for role in COLOR_ROLES)
    yield from ("", "Fonts")
    yield from _fonts(theme)
    yield from ("", f"Sizes in pt (steps of {theme.ratio:g}, floor {theme.floor:g})")
    yield from (_sizes(name, theme) for name in STYLES if name in theme.styles)
    yield from ("", "Layouts", f"  {', '.join(theme.layouts)}")
    yield from ("", "Contrast, the faintest first (WCAG 2.2: words AA 4.5, AAA 7; marks 3)")
    yield from map(_pair, pairs(theme))


def _color(role: str, theme: Theme) -> str:
    normal, inverse = (theme.hex(ColorRef(role), flag) for flag in (False, True))
    return f"  {role:<14} {normal}   {inverse}"


def _fonts(theme: Theme) -> Iterator[str]:
    for role, font in theme.fonts.items():
        measured = f", measured as {font.family}" if font.family != font.name else ""
        yield f"  {role:<14} {font.name}{measured}, else {font.fallback}{_in_office(font)}"


def _in_office(font: Font) -> str:
    """The family that Office has, and how much wider its regular and bold faces set a text."""
    if not font.office:
        return ""
    wider = [wider_in_office(font, bold) for bold in (False, True)]
    known = ", ".join(f"{share:+.1%}" for share in wider if share is not None)
    return f"; in Office {font.office}" + (f" (width {known} in bold)" if known else "")


def _sizes(name: str, theme: Theme) -> str:
    sizes = " ".join(f"{level.size:g}" for level in theme.styles[name].levels)
    return f"  {name:<14} {sizes}"


def _pair(pair: Pair) -> str:
    words = pair.least > SEEN
    grade = ((words and pair.grade) or "ok") if pair.enough else "low"
    return f"  {pair.ratio:5.2f}  {grade:<4} {pair.color} on {pair.ground}  {pair.what}"
