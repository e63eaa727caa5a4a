"""A template and its matches → tokens in the terms of a theme's file, for one that extends it."""

from __future__ import annotations

import math

from deckgen.diagnostics import Span
from deckgen.template.area import content_area
from deckgen.template.match import Matches
from deckgen.template.model import Placeholder, Template
from deckgen.template.places import TEXTS, TITLES
from deckgen.theme import COLOR_ROLES, FontRole
from deckgen.yamlnodes import Mapping, Node, Scalar

REFERENCE = (720.0, 540.0)
"""The least page in pt for which a theme's file gives its lengths (width and height)."""

SPACIOUS, LOWEST = 0.42, 10.5
"""The share of the page that content has on most; where it has less, text may shrink further, down to the
second number (pt on the usual page)."""

FLOOR, USUAL, LARGEST = 14.0, 20.0, 24.0
"""Sizes in pt on that page: under which no text shrinks, of text where a template has none, and of text from
which other sizes are steps, at most."""

HIGHEST = 28.0
"""The largest size in pt on that page of text of which several lines are to fit."""

UNSAID = 18.0
"""The size in pt of text of which no style says one (ECMA-376-1, 21.1.2.3.9)."""

LEAST = 6.0
"""The least size of text in pt on the usual page, whatever a template says."""

FOOTER_WIDTH = 0.2
"""The least share of the page's width that a footer with title and section fits in."""

Tokens = dict[str, "str | Tokens"]


def tokens(template: Template, matches: Matches) -> Tokens:
    """The template's colours, fonts, scale and grid; lengths as for the usual page."""
    k = scale(template.page)
    area, (width, height) = content_area(matches, template), template.page
    size = max(body_size(matches, k) / k, LEAST)
    small = math.sqrt(min(area.w * area.h / (width * height * SPACIOUS), 1.0))
    margin = min(max(area.x, width * 0.03), width * 0.12)
    colors = matches.master.colors
    return {
        "title": template.path.stem,
        "colors": {role: colors[role] for role in COLOR_ROLES},
        "fonts": {"heading": typeface(matches, "heading"), "body": typeface(matches, "body")},
        "scale": {
            "base": _number(min(size, LARGEST)),
            "ratio": "1.2",
            "floor": _number(min(max(FLOOR * small, LOWEST), size)),
            "larger": "0",
        },
        "grid": {"margin": _number(margin / k), "gutter": "24", "gap": _number(max(size * 0.75, 10))},
        "footer": "{{ title }} · {{ section }}" if _has_footer(matches, template) else "",
    }


def as_mapping(entries: Tokens, span: Span) -> Mapping:
    """Tokens as a theme's file would have them."""

    def node(value: str | Tokens) -> Node:
        return as_mapping(value, span) if isinstance(value, dict) else Scalar(value, False, span)

    return Mapping(tuple((Scalar(key, True, span), node(value)) for key, value in entries.items()), span)


def scale(page: tuple[float, float]) -> float:
    """The factor from the usual page, for which a theme gives its lengths, to this one."""
    return min(page[0] / REFERENCE[0], page[1] / REFERENCE[1])


def main_body(matches: Matches) -> Placeholder | None:
    """The placeholder that text stands in: of the main layout, else the master's."""
    own = matches["title-body"].slots.get("body")
    return own or next((p for p in matches.master.placeholders if p.type in TEXTS and p.upright), None)


def main_title(matches: Matches) -> Placeholder | None:
    """The placeholder of titles above content: of the main layout, else the master's."""
    own = matches["title-body"].slots.get("title")
    return own or next((p for p in matches.master.placeholders if p.type in TITLES and p.upright), None)


def body_size(matches: Matches, k: float) -> float:
    """The size of the main text in pt on a page `k` times the usual one, within what can be read and fits."""
    body = main_body(matches)
    if body is None or says_no_sizes(matches):
        return USUAL * k
    return min(max(body.style.level(0).size, LOWEST * k), HIGHEST * k)


def says_no_sizes(matches: Matches) -> bool:
    """Whether titles and text have the size that all text has for which nothing says one.

    Files that come from other programs often say sizes on their slides alone.
    """
    main = (main_title(matches), main_body(matches))
    return all(p is None or p.style.level(0).size == UNSAID for p in main)


def typeface(matches: Matches, role: FontRole) -> str:
    """The family of headings or of text: the main placeholder's own, else the theme part's."""
    main = main_title(matches) if role == "heading" else main_body(matches)
    if main is not None and main.typeface and main.style.level(0).font == role:
        return main.typeface
    return matches.master.fonts[role]


def _has_footer(matches: Matches, template: Template) -> bool:
    """Whether the main layout has a footer wide enough for more than a word."""
    feet = [p for p in matches["title-body"].layout.placeholders if p.type == "ftr" and p.upright]
    return any(p.box.w >= FOOTER_WIDTH * template.page[0] for p in feet)


def _number(length: float) -> str:
    return f"{length:.2f}".rstrip("0").rstrip(".")
