"""Matches → our layouts on a template: slots that are its placeholders, and places for text boxes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from deckgen.color import contrast
from deckgen.slots import Box, Inherited, Layout, Slot, SlotKind
from deckgen.template import model
from deckgen.template.area import area_on, on
from deckgen.template.exchange import exchanged
from deckgen.template.geometry import below, column_cut, sentence
from deckgen.template.grounds import Look, blind, ground_at, lit, role_of
from deckgen.template.looks import flush
from deckgen.template.match import Match, Matches
from deckgen.template.model import Placeholder, Template
from deckgen.template.tokens import says_no_sizes
from deckgen.theme import ColorRef, LevelStyle, TextStyle, Theme

KINDS = {
    "title": SlotKind.TITLE, "subtitle": SlotKind.TEXT, "byline": SlotKind.TEXT, "date": SlotKind.DATE,
    "footer": SlotKind.FOOTER, "number": SlotKind.NUMBER, "source": SlotKind.TEXT,
    "column1-title": SlotKind.TEXT, "column2-title": SlotKind.TEXT,
}  # fmt: skip
"""What a slot is for; the others are for content."""

COMMON = {"statement": "statement", "source": "source",
          "column1-title": "column-title", "column2-title": "column-title"}  # fmt: skip
"""The styles that blocks set in these slots whatever the layout; content is set in `body`."""

PLAIN = {"opening": {"title": "opening-title", "subtitle": "opening-subtitle"},
         "section": {"title": "section-title", "subtitle": "opening-subtitle"}}  # fmt: skip
"""The styles of texts that have no placeholder, where they are not called as their slot."""

HIGH = 0.75
"""A body that has a smaller share of the height down to the area's foot grows with its text."""

LEAST_SIDES = (12.0, 8.0)
"""The least width and height in pt of a place for anything."""

UNSEEN = 2.2
"""Under this contrast nobody can have meant a text to be read."""

BYLINE_GAP = 0.4
"""The space in em above the authors and the date where they stand below the subtitle."""


@dataclass(slots=True)
class LayoutMaker:
    """Makes layouts on a template for a theme whose tokens are resolved; `styles` collects theirs."""

    template: Template
    matches: Matches
    area: Box
    theme: Theme
    styles: dict[str, TextStyle] = field(default_factory=dict)
    look: Look = blind

    def layout(self, match: Match, name: str, kind: str) -> Layout:
        """The layout called `name` that is laid out as our layout `kind`."""
        inverse = lit(match.layout, self.template.page, self.look) is not self.theme.dark
        area = area_on(match, self.area, self.matches, self.template)
        slots = {slot: self._slot(name, slot, p, match, inverse) for slot, p in match.slots.items()}
        for slot in (*self._content(kind, area, slots), *self._texts(name, kind, area, slots)):
            slots.setdefault(slot.name, slot)
        if kind != "opening" and kind != "section":
            slots |= {s.name: s for s in self._furniture(name, match, inverse)}
        slots = {slot: self._sound(made, area) for slot, made in slots.items()}
        if kind == "opening":
            self._byline(name, slots["subtitle"])
        return Layout(
            name, match.layout.name, tuple(slots.values()), inverse=inverse, part=match.layout.part,
            fill=self._fill(match.layout, area, inverse), colors=self._colors(match.layout), area=area,
        )  # fmt: skip

    def _sound(self, slot: Slot, area: Box) -> Slot:
        """The slot on the page; at the area's top where nothing would be left of it."""
        box = on(slot.box, self.template.page)
        if box.w >= LEAST_SIDES[0] and box.h >= LEAST_SIDES[1]:
            return slot if box == slot.box else replace(slot, box=box)
        return replace(slot, box=replace(area, h=min(area.h, 2 * LEAST_SIDES[1])))

    def _slot(self, layout: str, name: str, placeholder: Placeholder, match: Match, inverse: bool) -> Slot:
        """A slot that is a placeholder; one that was placed anew is a slide's to move there."""
        marks = (placeholder.type, placeholder.index, placeholder.name)
        own_frame = (p for p in match.layout.placeholders if (p.type, p.index, p.name) == marks)
        original = next(own_frame, placeholder)
        own = inverse and match.layout.override is None
        style = TextStyle(f"{layout}/{name}", tuple(
            exchanged(level, self.theme) if own else level for level in placeholder.style.levels
        ))  # fmt: skip
        kind = KINDS.get(name, SlotKind.BODY)
        if placeholder.type == "subTitle":
            kind = SlotKind.SUBTITLE
        used = COMMON.get(name, "body" if kind is SlotKind.BODY else style.name)
        if used == style.name:
            plain = self._sized(flush(style.level(0)), match.name, name)
            self.styles[used] = TextStyle(used, (self._legible(plain, placeholder, match, inverse),))
        inherited = Inherited(
            placeholder.attributes, original.frame, original.insets, style,
            placeholder.resets, placeholder.autofit, placeholder.rtl, placeholder.graded,
        )  # fmt: skip
        return Slot(
            name, kind, self._box(placeholder, kind, match), used,
            placeholder.index, placeholder.anchor, inherited=inherited,
        )  # fmt: skip

    def _sized(self, level: LevelStyle, kind: str, slot: str) -> LevelStyle:
        """A level in a size of ours, where the template says none."""
        if slot not in {"title", "subtitle", "byline"} or not says_no_sizes(self.matches):
            return level
        usual = self.theme.styles[PLAIN.get(kind, {}).get(slot, slot)].level(0)
        return replace(level, size=usual.size, bold=level.bold or usual.bold)

    def _box(self, placeholder: Placeholder, kind: SlotKind, match: Match) -> Box:
        """Where its text stands; a body that grows with its text has the room down to the area's foot."""
        box = self._under_title(placeholder.box, match) if kind is SlotKind.BODY else placeholder.box
        high = box.h >= HIGH * (self.area.bottom - box.y)
        if kind is not SlotKind.BODY or placeholder.anchor != "top" or high:
            return box
        grown = replace(box, h=round(self.area.bottom - box.y, 2))
        others = [p.frame for p in match.layout.placeholders if p is not placeholder and p.frame.y > box.y]
        return box if any(overlap(grown, other) for other in others) else grown

    def _under_title(self, box: Box, match: Match) -> Box:
        """A place for content whose upper edge lies within the title's, from the title's foot down."""
        title = match.slots.get("title")
        if title is None or not overlap(title.box, box) or title.box.bottom > box.y + box.h / 3:
            return box
        y = round(title.box.bottom, 2)
        return replace(box, y=y, h=round(box.bottom - y, 2))

    def _content(self, kind: str, area: Box, slots: dict[str, Slot]) -> Iterator[Slot]:
        """The places for content that our layout has and the template's has not."""
        gutter = self.theme.gutter
        match kind:
            case "title-body":
                yield _place("body", area)
            case "media":
                yield _place("media", area)
            case "text-media" | "media-text":
                names = ("body", "media") if kind == "text-media" else ("media", "body")
                yield from _row(names, area, gutter)
            case "columns" | "columns-3" | "columns-4":
                count = {"columns": 2}.get(kind) or int(kind[-1])
                yield from _row([f"column{i + 1}" for i in range(count)], area, gutter)
            case "comparison":
                yield from self._comparison(area, slots)
            case "statement":
                words, source = sentence(area, self.theme)
                yield replace(_place("statement", words), style="statement", anchor="middle")
                yield replace(_place("source", source), style="source", kind=SlotKind.TEXT)
            case _:
                return

    def _comparison(self, area: Box, slots: dict[str, Slot]) -> Iterator[Slot]:
        """Two columns, their tops cut off for titles."""
        if "column1-title" in slots:
            return
        height = round(self.theme.styles["column-title"].level(0).size * 1.5, 2)
        gap = round(self.theme.gap * 0.6, 2)
        cut = column_cut(area, 2, self.theme.gutter)
        for i, free in enumerate(cut, 1):
            column = slots.get(f"column{i}")
            box = column.box if column else free
            lower = replace(box, y=round(box.y + height + gap, 2), h=round(box.h - height - gap, 2))
            title = Slot(
                f"column{i}-title", SlotKind.TEXT, replace(box, h=height), "column-title", None, "bottom"
            )
            yield title
            slots[f"column{i}"] = replace(column, box=lower) if column else _place(f"column{i}", lower)

    def _texts(self, name: str, kind: str, area: Box, slots: dict[str, Slot]) -> Iterator[Slot]:
        """The places for title and subtitle where the template's layout has none."""
        if kind in {"blank", "statement"}:
            return
        title = slots.get("title")
        if title is None:
            main = self.matches["title-body"].slots.get("title")
            size = self.theme.styles["title"].level(0).size
            box = main.box if main else replace(area, h=round(size * 1.4, 2))
            title = Slot(
                "title", SlotKind.TITLE, box, PLAIN.get(kind, {}).get("title", "title"), None, "bottom"
            )
            yield title
        if "subtitle" in slots:
            return
        style = PLAIN.get(kind, {}).get("subtitle", "subtitle")
        height = self.theme.styles[style].level(0).size * (1.4 if kind not in PLAIN else 3.6)
        box = below(title.box, round(height, 2), area, self.template.page, content=kind not in PLAIN)
        if title.inherited and kind in PLAIN:
            style = self._follow(style, f"{name}/subtitle", title)
        yield Slot("subtitle", SlotKind.TEXT, box, style, None)

    def _follow(self, style: str, made: str, title: Slot) -> str:
        """The name `made` of a style for a subtitle without a placeholder, aligned as its title."""
        look = self.theme.styles[style].level(0)
        align = self.styles[title.style].level(0).align
        self.styles[made] = TextStyle(made, (replace(look, align=align),))
        return made

    def _byline(self, layout: str, subtitle: Slot) -> None:
        """The style of authors and date where they stand below the subtitle, in its place."""
        look = (self.styles.get(subtitle.style) or self.theme.styles[subtitle.style]).level(0)
        size = round(min(look.size / self.theme.ratio, self.theme.styles["byline"].level(0).size) * 2) / 2
        name = f"{layout}/byline"
        small = replace(look, size=size, bold=False, caps=False, before=round(size * BYLINE_GAP, 1))
        self.styles[name] = TextStyle(name, (small,))

    def _furniture(self, name: str, match: Match, inverse: bool) -> Iterator[Slot]:
        """Footer and number: the layout's, else a text box where the master has them."""
        content = [p.frame for p in match.slots.values()]
        for slot, kind in (("footer", "ftr"), ("number", "sldNum")):
            own = _first(match.layout.placeholders, kind)
            if own:
                yield self._slot(name, slot, own, match, inverse)
                continue
            usual = _first(self.matches.master.placeholders, kind)
            if usual and not any(overlap(usual.frame, frame) for frame in content):
                yield Slot(slot, KINDS[slot], usual.box, slot, None, usual.anchor)
            elif slot == "footer":
                yield Slot(slot, KINDS[slot], self._foot(), slot, None, "middle")

    def _foot(self) -> Box:
        """A line at the page's foot, for a footer that someone wants on a template without any."""
        height = self.theme.styles["footer"].level(0).size * 1.4
        y = self.template.page[1] - height - self.theme.gap / 5
        return Box(self.area.x, round(y, 2), round(self.area.w * 0.75, 2), round(height, 2))

    def _fill(self, layout: model.Layout, area: Box, inverse: bool) -> ColorRef | None:
        """The colour behind its content, by the role that shows it on the page; None: the background's."""
        ground = ground_at(layout, area, self.look)
        if ground is None:
            return None
        colors = {role: self.theme.hex(ColorRef(role), inverse) for role in layout.colors}
        found = role_of(ground, layout.colors if layout.override else colors)
        return None if found.role == "background" else found

    def _legible(
        self, level: LevelStyle, placeholder: Placeholder, match: Match, inverse: bool
    ) -> LevelStyle:
        """A placeholder's level in the colour of text or background, where its own cannot be seen at all.

        Files in which slides have other colours than their layouts say such things.
        """
        ground = self.look(match.layout.part, placeholder.box)
        if ground is None or contrast(self.theme.hex(level.color, inverse), ground) >= UNSEEN:
            return level
        pair = (ColorRef("text"), ColorRef("background"))
        return replace(level, color=max(pair, key=lambda ref: contrast(self.theme.hex(ref, inverse), ground)))

    def _colors(self, layout: model.Layout) -> dict[str, str] | None:
        """The roles' colours where they are not the theme's."""
        return dict(layout.colors) if layout.colors != self.theme.colors else None


def _first(placeholders: Iterable[Placeholder], kind: str) -> Placeholder | None:
    found = (p for p in placeholders if p.type == kind and p.upright)
    return next((p for p in found if p.box.w > 0 and p.box.h > 0), None)


def _place(name: str, box: Box) -> Slot:
    """A place for content that is no placeholder."""
    return Slot(name, SlotKind.BODY, box, "body", None)


def _row(names: Iterable[str], area: Box, gutter: float) -> Iterator[Slot]:
    names = list(names)
    for name, box in zip(names, column_cut(area, len(names), gutter), strict=True):
        yield _place(name, box)


def overlap(a: Box, b: Box) -> bool:
    """Whether two boxes share more than an edge."""
    return min(a.right, b.right) - max(a.x, b.x) > 1 and min(a.bottom, b.bottom) - max(a.y, b.y) > 1
