"""One of our layouts and a template's layout → how well it serves, and what each placeholder would be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations

from deckgen.template.hints import hint
from deckgen.template.model import Placeholder
from deckgen.template.places import TEXTS, VISUALS, Places, beside, middle

Slots = dict[str, Placeholder]
"""The placeholder for each slot that has one."""


@dataclass(frozen=True, slots=True)
class Found:
    """The placeholders of a layout that serves, and the points for their types, their geometry and the
    layout's name and kind; None of the three is meant to outweigh the others."""

    slots: Slots
    types: float
    geometry: float
    hints: float = 0.0

    @property
    def score(self) -> float:
        """All points together."""
        return self.types + self.geometry + self.hints


def opening(places: Places, usual: float) -> Found | None:
    """A title in the middle and what belongs under it; `usual` is the size of titles above content (pt)."""
    title = places.title
    if title is None:
        return None
    texts = titled_texts(places, title)
    types = 30.0 if title.type == "ctrTitle" else 15.0
    types += 15.0 if places.subtitle else 5.0 if texts else 0.0
    types -= sum(30.0 if p.type == "obj" else 15.0 for p in places.large if p not in texts.values())
    geometry = _central(title, places, usual) + (10.0 if texts else 0.0)
    slots = {"title": title, **texts} | ({"date": places.date} if places.date else {})
    return Found(slots, types, geometry, hint("opening", places.layout))


def section(places: Places, usual: float) -> Found | None:
    """A title in the middle with nothing but a text beside it."""
    title = places.title
    if title is None:
        return None
    texts = titled_texts(places, title)
    types = 5.0 if title.type == "ctrTitle" else 15.0
    types -= sum(30.0 if p.type == "obj" else 15.0 for p in places.large if p not in texts.values())
    types -= 10.0 * max(len(places.texts) - 1, 0)
    geometry = _central(title, places, usual)
    slots = {"title": title} | ({"subtitle": texts["subtitle"]} if texts else {})
    return Found(slots, types, geometry, hint("section", places.layout))


def titled_texts(places: Places, title: Placeholder) -> Slots:
    """The placeholders for a subtitle and for the authors: those nearest below the title, else beside it."""
    texts = [p for p in places.texts if p.type == "body"]
    if places.subtitle:
        texts.insert(0, places.subtitle)

    def rank(p: Placeholder) -> tuple[bool, bool, float]:
        return (
            p is not places.subtitle,
            p.frame.y < middle(title.frame),
            abs(p.frame.y - title.frame.bottom),
        )

    wide = [p for p in texts if p.box.w >= 0.2 * places.page[0] and p.box.h >= 0.03 * places.page[1]]
    return dict(zip(("subtitle", "byline"), sorted(wide, key=rank), strict=False))


def _central(title: Placeholder, places: Places, usual: float) -> float:
    """Points for a title that stands in the middle of the page and is larger than others."""
    central = 0.2 < middle(title.frame) / places.page[1] < 0.8 and places.top_title is None
    return (20.0 if central else -15.0) + (10.0 if title.style.level(0).size > usual * 1.05 else 0.0)


def one_content(name: str, places: Places) -> Found | None:
    """A title above one large place: for text (`title-body`), or for a figure (`media`)."""
    title = places.top_title
    wanted = [p for p in places.large if p.type in (TEXTS if name == "title-body" else TEXTS | VISUALS)]
    bodies = [p for p in wanted if title and p.frame.w >= 0.45 * places.page[0] and _below(p, title)]
    if title is None or not bodies:
        return None
    body = max(bodies, key=places.share)
    points = {"obj": 25.0, "body": 20.0 if name == "title-body" else 15.0}
    others = [p for p in places.large if p is not body]
    types = points.get(body.type, 10.0) - 30.0 * len(others) - 8.0 * len(places.small)
    types -= 0.0 if holds_a_line(title) else 25.0
    bulleted = 6.0 if name == "title-body" and body.style.level(0).bullet else 0.0
    geometry = 50.0 * min(places.share(body), 0.7)
    slot = "body" if name == "title-body" else "media"
    return Found({"title": title, slot: body}, types + bulleted, geometry, hint(name, places.layout))


def _below(p: Placeholder, title: Placeholder) -> bool:
    return p.frame.y >= middle(title.frame)


def holds_a_line(title: Placeholder) -> bool:
    """Whether a line of the title's own size is not higher than its place."""
    return title.box.h >= title.style.level(0).size


def title_only(places: Places) -> Found | None:
    """A title above nothing."""
    if places.top_title is None or places.large or places.subtitle:
        return None
    types = 30.0 - 8.0 * len(places.small) - (0.0 if holds_a_line(places.top_title) else 25.0)
    return Found({"title": places.top_title}, types, 10.0, hint("title-only", places.layout))


def blank(places: Places) -> Found | None:
    """Nothing but furniture."""
    if places.title or places.large:
        return None
    return Found({}, 30.0 - 10.0 * len(places.small), 10.0, hint("blank", places.layout))


def columns(name: str, places: Places, count: int) -> Found | None:
    """A title above `count` places of one size side by side."""
    slots = [f"column{i + 1}" for i in range(count)]
    return _side_by_side(name, places, slots, TEXTS, 1.35)


def text_and_media(name: str, places: Places) -> Found | None:
    """A title above a place for text and one for a figure, side by side; `media-text`: the figure first."""
    slots = ["media", "body"] if name == "media-text" else ["body", "media"]
    return _side_by_side(name, places, slots, TEXTS | VISUALS, 2.5)


def _side_by_side(
    name: str, places: Places, slots: Sequence[str], types: frozenset[str], widest: float
) -> Found | None:
    """Large places of these types under the title, of which none is wider than another by `widest`."""
    title = places.top_title
    if title is None:
        return None
    large = sorted((p for p in places.large if p.type in types and _below(p, title)), key=lambda p: p.frame.x)
    for chosen in combinations(large, len(slots)):
        widths = [p.frame.w for p in chosen]
        filled = dict(zip(slots, chosen, strict=True))
        fits = all(p.type in TEXTS for slot, p in filled.items() if slot != "media")
        if beside([p.frame for p in chosen], places.page) and max(widths) <= widest * min(widths) and fits:
            return _columns_found(name, places, {"title": title, **filled})
    return None


def _columns_found(name: str, places: Places, slots: Slots) -> Found:
    content = [p for slot, p in slots.items() if slot != "title"]
    spare = sum(p not in content for p in places.large)
    types = sum(10.0 if p.type == "obj" else 8.0 for p in content) - 30.0 * spare - 8.0 * len(places.small)
    even = min(p.frame.h for p in content) / max(p.frame.h for p in content)
    geometry = 20.0 * even + 30.0 * min(sum(places.share(p) for p in content), 0.7)
    return Found(slots, types, geometry, hint(name, places.layout))


def comparison(places: Places) -> Found | None:
    """Two places side by side under a title, a small text above each."""
    found = columns("comparison", places, 2)
    if found is None:
        return None
    slots = dict(found.slots)
    for column in ("column1", "column2"):
        below = slots[column].frame
        least = middle(found.slots["title"].frame)
        texts = [p for p in places.small if p.type == "body" and least <= p.frame.y < below.y]
        above = [p for p in texts if abs(p.frame.x - below.x) < 0.1 * places.page[0]]
        if not above:
            return None
        slots[f"{column}-title"] = max(above, key=lambda p: p.frame.y)
    # What `columns` counted as small texts in the way are the titles.
    return Found(slots, found.types + 36.0, found.geometry, found.hints)


Rule = Callable[[Places], Found | None]


def rules(usual: float) -> dict[str, Rule]:
    """The rule of each of our layouts; `usual` is the size of titles above content (pt)."""
    return {
        "title-body": lambda places: one_content("title-body", places),
        "title-only": title_only,
        "media": lambda places: one_content("media", places),
        "columns": lambda places: columns("columns", places, 2),
        "columns-3": lambda places: columns("columns-3", places, 3),
        "columns-4": lambda places: columns("columns-4", places, 4),
        "comparison": comparison,
        "text-media": lambda places: text_and_media("text-media", places),
        "media-text": lambda places: text_and_media("media-text", places),
        "opening": lambda places: opening(places, usual),
        "section": lambda places: section(places, usual),
        "blank": blank,
    }
