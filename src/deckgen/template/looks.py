"""A template's main placeholders and our scale → the text styles of a theme made of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from deckgen.color import contrast
from deckgen.template.bullets import NUMBERED
from deckgen.template.exchange import exchanged, legible
from deckgen.template.match import Matches
from deckgen.template.model import Placeholder
from deckgen.template.tokens import LARGEST, body_size, main_body, main_title, says_no_sizes, scale
from deckgen.theme import SEEN, ColorRef, LevelStyle, TextStyle, Theme, scaled

LEVELS = 5
LEAST = 11.0
"""The least size in pt on the usual page, unless the template's own text is smaller."""

DISPLAY = ("statement", "quote-mark", "opening-title", "section-title", "stat-value")
"""Styles that are headings, and look like the template's."""

BULLET, BULLET_HANG = "•", 0.9
"""A list's marker where the template has none at its level, and how far it hangs out, in em."""

_ROUNDING = 0.04
"""Sizes that differ by a smaller share are one, rounded to half points."""

_APART = 0.5
"""The least space above a paragraph of running text, in em."""


def styles_of(
    theme: Theme, matches: Matches, grounds: Iterable[tuple[ColorRef, bool]], *, own_terms: bool
) -> dict[str, TextStyle]:
    """The common styles: text and lists as the template's main body, the others by steps from its size.

    `own_terms`: the colours of the main layout stand for an inverse page's, and are renamed.
    """
    grounds = tuple(grounds)
    made = {name: _step(style, theme, grounds) for name, style in theme.styles.items()}
    body, title = main_body(matches), main_title(matches)
    if title is not None:
        look = exchanged(title.style.level(0), theme) if own_terms else title.style.level(0)
        size = made["title"].level(0).size if says_no_sizes(matches) else look.size
        made["title"] = TextStyle("title", (replace(flush(look), size=size),))
        made |= {name: _display(made[name], look, theme, grounds) for name in DISPLAY if name in made}
    if body is not None:
        made |= _body(body, theme, grounds, sized=body_size(matches, scale(theme.page)), own_terms=own_terms)
    named = _named(matches)
    if own_terms:
        named = {name: TextStyle(name, (exchanged(look.level(0), theme),)) for name, look in named.items()}
    return made | named | {"column-title": _over_columns(made, named, theme, grounds)}


def flush(level: LevelStyle) -> LevelStyle:
    """A level of a list as a text that is none: its lines begin where the bullet stood."""
    return replace(level, bullet="", indent=max(level.indent - level.hang, 0.0), hang=0.0)


def _step(style: TextStyle, theme: Theme, grounds: tuple[tuple[ColorRef, bool], ...]) -> TextStyle:
    """One of our styles, not too small, in colours that can be read."""
    least = round(min(LEAST * scale(theme.page), theme.styles["body"].level(0).size) * 2) / 2

    def fitted(level: LevelStyle) -> LevelStyle:
        return replace(level, size=max(level.size, least), color=legible(level.color, theme, grounds))

    return TextStyle(style.name, tuple(fitted(level) for level in style.levels))


def _display(
    style: TextStyle, title: LevelStyle, theme: Theme, grounds: tuple[tuple[ColorRef, bool], ...]
) -> TextStyle:
    """A large style in the weight of the titles, and in their colour where it is a role's and can be read."""
    level = replace(style.level(0), bold=title.bold)
    own = title.color.role.startswith("#") or legible(title.color, theme, grounds) != title.color
    if level.color.role == "text" and not own:
        level = replace(level, color=title.color)
    return TextStyle(style.name, (level,))


def _body(
    body: Placeholder,
    theme: Theme,
    grounds: tuple[tuple[ColorRef, bool], ...],
    *,
    sized: float,
    own_terms: bool,
) -> dict[str, TextStyle]:
    """`body` and `text` from the main placeholder, its first level `sized` pt unless an author scales it."""
    found = [body.style.level(n) for n in range(LEVELS)]
    if own_terms:
        found = [exchanged(level, theme) for level in found]
    usual = min(sized, LARGEST * scale(theme.page))
    factor = theme.styles["body"].level(0).size / usual * sized / found[0].size
    if abs(factor - 1) > _ROUNDING:
        found = [scaled(level, factor, 1.0) for level in found]
    first = found[0]
    text = replace(flush(first), before=max(first.before, round(first.size * _APART, 1)))
    if text.indent < text.size:  # too little to be meant for more than bullets
        text = replace(text, indent=0.0)
    lists = tuple(_seen(level, theme, grounds[0]) for level in marked(found))
    return {"body": TextStyle("body", lists), "text": TextStyle("text", (text,))}


def _seen(level: LevelStyle, theme: Theme, ground: tuple[ColorRef, bool]) -> LevelStyle:
    """A level whose bullets and numbers are seen as well as its text."""
    color, inverse = ground
    behind = theme.hex(color, inverse)
    if contrast(theme.hex(level.bullet_color, inverse), behind) >= SEEN:
        return level
    return replace(level, bullet_color=level.color)


def marked(levels: Iterable[LevelStyle]) -> list[LevelStyle]:
    """Levels each of which shows a list: what has no marker is given one, deeper ones stand further in."""
    made: list[LevelStyle] = []
    for level in levels:
        if level.bullet in {"", NUMBERED}:
            level = replace(level, bullet=BULLET, bullet_color=ColorRef("accent1"), hang=0.0)
        hang = level.hang if level.hang >= level.size * 0.4 else round(level.size * BULLET_HANG, 1)
        marker = max(level.indent - level.hang, 0.0)
        if made:
            marker = max(marker, round(made[-1].indent - made[-1].hang * 0.5, 1))
        made.append(replace(level, hang=hang, indent=round(marker + hang, 1)))
    return made


def _over_columns(
    common: dict[str, TextStyle],
    named: dict[str, TextStyle],
    theme: Theme,
    grounds: tuple[tuple[ColorRef, bool], ...],
) -> TextStyle:
    """Column titles as the comparison's, in a colour that can be read on every layout with columns; without
    one ours, but what heads a column is not smaller than what stands in it."""
    own = named.get("column-title")
    if own is not None:
        look = own.level(0)
        return TextStyle("column-title", (replace(look, color=legible(look.color, theme, grounds)),))
    look = common["column-title"].level(0)
    return TextStyle("column-title", (replace(look, size=max(look.size, common["body"].level(0).size)),))


def _named(matches: Matches) -> dict[str, TextStyle]:
    """Column titles as the comparison's, footer and number as the main layout's or the master's."""
    made: dict[str, TextStyle] = {}
    column = matches["comparison"].slots.get("column1-title")
    if column is not None:
        made["column-title"] = TextStyle("column-title", (flush(column.style.level(0)),))
    for name, kind in (("footer", "ftr"), ("number", "sldNum"), ("date", "dt")):
        around = (*matches["title-body"].layout.placeholders, *matches.master.placeholders)
        found = next((p for p in around if p.type == kind), None)
        if found is not None:
            made[name] = TextStyle(name, (flush(found.style.level(0)),))
    return made
