"""A template → its master to build on, and the layout of it that serves each of ours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from statistics import median
from typing import Literal

from deckgen.template.exchange import with_maps
from deckgen.template.grounds import lit
from deckgen.template.model import Layout, Master, Template
from deckgen.template.places import TEXTS, TITLES, VISUALS, Places, places_of
from deckgen.template.rules import Found, Rule, Slots, rules, titled_texts

OURS = (
    "opening", "section", "title-body", "columns", "comparison", "columns-3", "columns-4",
    "text-media", "media-text", "media", "statement", "title-only", "blank",
)  # fmt: skip
LEAST = 30.0
"""The points from which a layout serves; below, another of ours lends its own."""

WEIGHTS = {"title-body": 3.0, "opening": 2.0, "section": 1.0, "columns": 1.0, "title-only": 1.0}
"""What layouts count for when masters are compared."""

USED = 200.0
"""Points for a master that all sample slides of the file stand on."""

RECAST = 15.0
"""Points off for a layout whose places are not its own."""

UNLIKE = 12.0
"""Points off for a content layout that is dark where the others are light, or the other way round."""

LENDERS = {
    "title-body": ("title-only", "section", "opening"), "title-only": ("title-body", "section", "opening"),
    "media": ("title-body",), "columns": ("title-body",), "columns-3": ("title-body",),
    "columns-4": ("title-body",), "comparison": ("columns",), "text-media": ("columns",),
    "media-text": ("columns",), "opening": ("section", "title-only"), "section": ("opening", "title-only"),
    "blank": ("title-only",), "statement": ("blank",),
}  # fmt: skip
"""Whose layout each of ours takes where the template has none for it, the first that there is."""

How = Literal["mapping", "types", "geometry", "name", "fallback"]


@dataclass(frozen=True, slots=True)
class Match:
    """The template's layout that serves `name`, the placeholder of each slot that has one, and why.

    `how` is what told most for it: the author's `mapping`, the `types` of its placeholders, their
    `geometry`, its `name`; `fallback` where it was made for something else, and then `score` is 0.
    """

    name: str
    layout: Layout
    slots: Slots
    how: How
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Matches:
    """The master to build on, and a Match for each of ours."""

    master: Master
    by_name: dict[str, Match]

    def __getitem__(self, name: str) -> Match:
        return self.by_name[name]


def matched(template: Template, wanted: Mapping[str, Layout]) -> Matches:
    """The best master's layouts for ours; `wanted` has the author's own choice for some of them.

    Where two masters serve equally well, the one that more of the file's sample slides stand on.
    """
    candidates = [m for m in template.masters if m.layouts]
    found = {m.part: _of_master(m, template) for m in candidates}
    master = max(candidates, key=lambda m: _worth(found[m.part], m, template))
    matches = found[master.part]
    seen = {layout.part: layout for m in with_maps(template, master).masters for layout in m.layouts}
    for name, layout in wanted.items():
        places = places_of(seen[layout.part], template.page)
        matches[name] = served(name, places, usual_size(master, template))
    for name in OURS:
        matches.setdefault(name, lent(name, matches, master, template))
    return Matches(master, {name: matches[name] for name in OURS})


def _worth(matches: dict[str, Match], master: Master, template: Template) -> float:
    """How well a master serves, and how many of the file's own slides are made with it."""
    served = sum(WEIGHTS.get(name, 0.5) * min(match.score, 100.0) for name, match in matches.items())
    own = sum(template.used.get(layout.part, 0) for layout in master.layouts)
    return served + USED * own / max(sum(template.used.values()), 1)


def _of_master(master: Master, template: Template) -> dict[str, Match]:
    """What this master's layouts serve by themselves."""
    seen = [places_of(layout, template.page) for layout in master.layouts]
    usual = usual_size(master, template)
    content = Counter(lit(places.layout, template.page) for places in seen if places.top_title)
    common = content.most_common(1)[0][0] if content else None
    matches: dict[str, Match] = {}
    for name, rule in rules(usual).items():
        best = _best(name, seen, rule, common, template)
        if best is not None:
            matches[name] = best
    if "opening" in matches and "section" in matches:
        _apart(matches, seen, rules(usual)["section"])
    if "title-body" not in matches:
        matches |= _recast(master, template, common)
    return matches


def _recast(master: Master, template: Template, common: bool | None) -> dict[str, Match]:
    """What its layouts would serve, were their titles and bodies where the master has its own.

    Programs other than PowerPoint write layouts whose places are those of another page.
    """
    layouts = {layout.part: layout for layout in master.layouts}
    seen = [places_of(recast(layout, master), template.page) for layout in master.layouts]
    every = rules(usual_size(master, template))
    found = {name: _best(name, seen, every[name], common, template) for name in ("title-body", "title-only")}
    return {
        name: replace(match, layout=layouts[match.layout.part], score=match.score - RECAST, how="fallback")
        for name, match in found.items()
        if match
    }


def recast(layout: Layout, master: Master) -> Layout:
    """The layout with its title and its only content as the master places them; of several contents none."""
    title = next((p for p in master.placeholders if p.type in TITLES), None)
    body = next((p for p in master.placeholders if p.type in TEXTS and p.upright), None)
    content = [p for p in layout.placeholders if p.type in TEXTS | VISUALS]
    made = []
    for placeholder in layout.placeholders:
        model = title if placeholder.type in TITLES else body if placeholder in content[:1] else None
        if model:
            made.append(replace(placeholder, frame=model.frame, insets=model.insets))
        elif placeholder not in content:
            made.append(placeholder)
    return replace(layout, placeholders=tuple(made if len(content) < 2 else made[:0]))


def _best(
    name: str,
    seen: list[Places],
    rule: Rule,
    common: bool | None,
    template: Template,
) -> Match | None:
    """The first of those layouts that serve best."""
    best: Match | None = None
    for places in seen:
        found = rule(places)
        if found is None:
            continue
        score = found.score + 0.5 * min(template.used.get(places.layout.part, 0), 10)
        if (
            name not in {"opening", "section"}
            and common is not None
            and lit(places.layout, template.page) != common
        ):
            score -= UNLIKE
        if score >= LEAST and (best is None or score > best.score):
            best = Match(name, places.layout, found.slots, _how(found), round(score, 1))
    return best


def _apart(matches: dict[str, Match], seen: list[Places], rule: Rule) -> None:
    """Another layout for sections than for the opening, if one serves nearly as well."""
    if matches["section"].layout.part != matches["opening"].layout.part:
        return
    others = [p for p in seen if p.layout.part != matches["opening"].layout.part]
    found = [(f, p) for p in others if (f := rule(p)) and f.score >= LEAST]
    if found:
        best, places = max(found, key=lambda pair: pair[0].score)
        matches["section"] = Match("section", places.layout, best.slots, _how(best), round(best.score, 1))


def _how(found: Found) -> How:
    parts: dict[How, float] = {"types": found.types, "geometry": found.geometry, "name": found.hints}
    return max(parts, key=lambda part: parts[part])


def usual_size(master: Master, template: Template) -> float:
    """The size in pt of titles that stand above content."""
    tops = [t for layout in master.layouts if (t := places_of(layout, template.page).top_title)]
    titles = tops or [p for p in master.placeholders if p.type == "title"]
    return median(p.style.level(0).size for p in titles) if titles else 0.0


def served(name: str, places: Places, usual: float) -> Match:
    """A layout that someone asked for by name as one of ours, its placeholders as they suit best."""
    rule = rules(usual).get(name)
    found = rule(places) if rule else None
    slots = found.slots if found else general(name, places)
    return Match(name, places.layout, slots, "mapping", round(found.score, 1) if found else 0.0)


def general(name: str, places: Places) -> Slots:
    """Placeholders of a layout that was made for something else than our layout `name`."""
    title = places.title
    slots: Slots = {"title": title} if title and name != "blank" else {}
    if name in {"opening", "section"} and title:
        subtitle = titled_texts(places, title).get("subtitle")
        return slots | {"subtitle": subtitle} if subtitle else slots
    bodies = [p for p in places.large if p.type in {"obj", "body"}]
    slot = {"title-body": "body", "media": "media", "statement": "statement"}.get(name)
    if slot and bodies:
        slots[slot] = max(bodies, key=places.share)
    return slots


def own(places: Places, usual: float) -> Match:
    """A layout of the template's that authors name themselves, as that of ours which it serves best."""
    found = {name: f for name, rule in rules(usual).items() if (f := rule(places)) and f.score >= LEAST}
    best = max(found, key=lambda name: found[name].score, default="")
    if not best:
        return Match("title-body", places.layout, general("title-body", places), "fallback")
    return Match(best, places.layout, found[best].slots, _how(found[best]), round(found[best].score, 1))


def lent(name: str, matches: dict[str, Match], master: Master, template: Template) -> Match:
    """What another of ours lends to one that the template has no layout for."""
    for lender in LENDERS[name]:
        if lender not in matches and lender in {"columns", "blank"}:
            matches[lender] = lent(lender, matches, master, template)
        if lender in matches:
            return Match(name, matches[lender].layout, _lent_slots(name, matches[lender]), "fallback")
    places = max((places_of(layout, template.page) for layout in master.layouts), key=_roomy)
    return Match(name, places.layout, general(name, places), "fallback")


def _roomy(places: Places) -> tuple[bool, float]:
    """How well a layout stands in for any other: by its title, and by the largest of its places."""
    return places.title is not None, max((places.share(p) for p in places.large), default=0.0)


LENT = {
    "media": {"title": "title", "media": "body"},
    "comparison": {"title": "title", "column1": "column1", "column2": "column2"},
    "text-media": {"title": "title", "body": "column1", "media": "column2"},
    "media-text": {"title": "title", "media": "column1", "body": "column2"},
    "opening": {"title": "title", "subtitle": "subtitle"},
    "section": {"title": "title", "subtitle": "subtitle"},
    "blank": {},
    "statement": {},
}
"""Which slots of the lender's serve; elsewhere the title alone."""


def _lent_slots(name: str, match: Match) -> Slots:
    wanted = LENT.get(name, {"title": "title"})
    return {slot: match.slots[theirs] for slot, theirs in wanted.items() if theirs in match.slots}


def master_names(template: Template) -> dict[str, str]:
    """The masters' names by their parts; of several with one name the second is "Name 2"."""
    seen: Counter[str] = Counter()
    names = {}
    for master in template.masters:
        seen[master.name] += 1
        count = seen[master.name]
        names[master.part] = master.name if count == 1 else f"{master.name} {count}"
    return names


def names_of(template: Template) -> dict[str, Layout]:
    """The template's layouts by name, the first of several with one; and all by "Master/Layout"."""
    masters = master_names(template)
    known: dict[str, Layout] = {}
    for master in template.masters:
        for layout in master.layouts:
            known.setdefault(layout.name, layout)
    for master in template.masters:
        for layout in master.layouts:
            known.setdefault(f"{masters[master.part]}/{layout.name}", layout)
    return known
