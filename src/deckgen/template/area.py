"""Matches → where content stands on a template's pages, also on those whose layout has no place for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from deckgen.slots import Box
from deckgen.template.match import Match, Matches
from deckgen.template.model import Placeholder, Template
from deckgen.template.places import TEXTS, on_page, places_of

EDGE = 0.06
"""What is left free at the page's edges, of its width and height, where the template does not say."""

SHORT = 0.55
"""A body lower than this share of the page grows with its text in PowerPoint: its frame says little."""

LEAST = 0.3
"""The least share of the page's height that content is given."""

LEAST_WIDTH, LEAST_BODY = 0.25, 0.12
"""The least shares of the page's sides of a body whose place is taken for that of all content."""

FURNITURE = ("dt", "ftr", "sldNum")


def content_area(matches: Matches, template: Template) -> Box:
    """Where text stands under a title: in the main body, else the master's, else between title and foot."""
    page, main = template.page, matches["title-body"]
    usable = (p for p in matches.master.placeholders if p.type in TEXTS and p.upright)
    wide = (p for p in usable if on_page(p.frame, page) > 0.9 and p.frame.w > page[0] / 2)
    body = main.slots.get("body") or next(wide, None)
    if body is None:
        return sound(_between(main, matches, template), page)
    box = on(body.box, page)
    if box.w < LEAST_WIDTH * page[0] or box.h < LEAST_BODY * page[1]:
        return sound(_between(main, matches, template), page)
    if body.frame.h < SHORT * page[1]:
        lowest = [p.box.bottom for other in _under_titles(matches, template) for p in other]
        box = _to(box, min(max([box.bottom, *lowest]), foot(main, matches, template)))
    return box


def sound(box: Box, page: tuple[float, float]) -> Box:
    """An area for content, on the page; the page less its edges where too little of it would be left."""
    kept = on(box, page)
    if kept.w >= LEAST_WIDTH * page[0] and kept.h >= LEAST_BODY * page[1]:
        return kept
    width, height = page
    return Box(EDGE * width, EDGE * height, (1 - 2 * EDGE) * width, (1 - 2 * EDGE) * height)


def on(box: Box, page: tuple[float, float]) -> Box:
    """What of a box lies on the page."""
    x, y = max(box.x, 0.0), max(box.y, 0.0)
    return Box(x, y, round(min(box.right, page[0]) - x, 2), round(min(box.bottom, page[1]) - y, 2))


def _to(box: Box, bottom: float) -> Box:
    """The box down to `bottom`, where that is lower."""
    return replace(box, h=round(max(bottom - box.y, box.h), 2))


def _under_titles(matches: Matches, template: Template) -> Iterable[tuple[Placeholder, ...]]:
    """The large texts of every layout of the master that has its title above its content."""
    for layout in matches.master.layouts:
        places = places_of(layout, template.page)
        if places.top_title:
            yield tuple(p for p in places.large if p.type in TEXTS)


def foot(match: Match, matches: Matches, template: Template) -> float:
    """The y at which the furniture at the page's foot begins; without any, the edge."""
    height = template.page[1]
    own = [p for p in match.layout.placeholders if p.type in FURNITURE]
    found = own or [p for p in matches.master.placeholders if p.type in FURNITURE]
    tops = [p.frame.y for p in found if 0.75 * height < p.frame.y < height]
    return min([*tops, height * (1 - EDGE)])


def _between(main: Match, matches: Matches, template: Template) -> Box:
    """The page less its edges, the title above and the furniture at the foot."""
    width, height = template.page
    title = main.slots.get("title")
    bottom = foot(main, matches, template)
    x, right, top = EDGE * width, (1 - EDGE) * width, EDGE * height
    if title is not None and title.frame.y < height / 2:
        under = title.box.bottom + height / 40
        top = under if bottom - under >= LEAST * height else top
        if title.box.w > width / 2:
            x, right = title.box.x, title.box.right
    return Box(round(x, 2), round(top, 2), round(right - x, 2), round(bottom - top, 2))


def area_on(match: Match, area: Box, matches: Matches, template: Template) -> Box:
    """Where content stands on one layout: under its title, or from where titles stand if it has none."""
    title, page = match.slots.get("title"), template.page
    if title is None:
        main = matches["title-body"].slots.get("title")
        top = main.box.y if main and main.frame.y < area.y else area.y
        return sound(replace(area, y=round(top, 2), h=round(area.bottom - top, 2)), page)
    under = title.box.bottom + page[1] / 80
    if title.box.y > area.y + area.h / 2 or area.bottom - under < LEAST * page[1] or under <= area.y:
        return area
    return replace(area, y=round(under, 2), h=round(area.bottom - under, 2))
