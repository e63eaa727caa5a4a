"""A template, its matches and tokens that are resolved → a Theme, laid out like any other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from deckgen.slots import Box, Layout
from deckgen.template.area import content_area
from deckgen.template.embedded import with_embedded
from deckgen.template.exchange import exchange, legible, with_maps
from deckgen.template.grounded import band, code_style, panel, rule
from deckgen.template.grounds import Look, alike, blind, ground_at, lit
from deckgen.template.layouts import LayoutMaker
from deckgen.template.looks import styles_of
from deckgen.template.match import OURS, Match, Matches, master_names, own, usual_size
from deckgen.template.model import Template
from deckgen.template.places import places_of
from deckgen.theme import ColorRef, TextStyle, Theme, size_steps


def derived(
    tokens: Theme, template: Template, matches: Matches, kept: Iterable[str] = (), look: Look = blind
) -> Theme:
    """The theme that a template is.

    `tokens` is a theme resolved from the template's own tokens (`template.tokens`) and what an author laid
    over them, at the template's page; of its styles, those `kept` are the author's and stay as they are.
    `look` tells what the template draws behind its placeholders.
    """
    template = with_maps(template, matches.master)
    fonts = with_embedded(tokens.fonts, template.package)
    area = content_area(matches, template)
    main = _Grounds(tokens, matches, area, look)
    behind = tokens.hex(main.page(True), True) if main.inverse else None
    inverted = exchange(tokens.colors, behind)
    theme = replace(tokens, inverted=inverted, template=template, fonts=fonts)
    grounds = _Grounds(theme, matches, area, look)
    theme = _on_grounds(theme, grounds)
    kept = set(kept)
    usual, other = (grounds.all(flag) for flag in (grounds.inverse, not grounds.inverse))
    styles = styles_of(theme, matches, usual, own_terms=grounds.own_terms)
    styles |= {name: tokens.styles[name] for name in kept if name in tokens.styles}
    maker = LayoutMaker(template, matches, area, replace(theme, styles=styles), look=look)
    layouts = {name: maker.layout(matches[name], name, name) for name in OURS}
    seen = {layout.part for layout in layouts.values()}
    maker.look = lambda part, box: look(part, box) if part in seen else None  # drawing all takes too long
    for name, match in own_layouts(template, matches).items():
        layouts.setdefault(name, maker.layout(match, name, match.name))
    placed = _kept(maker.styles, styles, kept)
    alternates = {
        (name, not grounds.inverse): readable(style, theme, other) for name, style in styles.items()
    }
    alternates |= _alternates(layouts.values(), placed, theme, maker.look)
    return replace(
        theme, words=_words(theme, grounds), styles=styles | placed, layouts=layouts, alternates=alternates,
        steps=_steps(theme, styles["body"].level(0).size),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Grounds:
    """What content stands on: on pages as the main layout's, its ground; on the others the background."""

    theme: Theme
    matches: Matches
    area: Box
    look: Look

    @property
    def inverse(self) -> bool:
        """Whether pages like the main layout's are inverse ones."""
        return lit(self.matches["title-body"].layout, self.theme.page, self.look) is not self.theme.dark

    @property
    def own_terms(self) -> bool:
        """Whether the main layout, which looks like an inverse page, names its colours as a normal one."""
        return self.inverse and self.matches["title-body"].layout.override is None

    def page(self, inverse: bool) -> ColorRef:
        """The colour behind everything."""
        ground = ground_at(self.matches["title-body"].layout, self.area, self.look)
        if ground is None or inverse is not self.inverse:
            return ColorRef("background")
        same = alike(ground, self.theme.hex(ColorRef("background"), inverse))
        return ColorRef("background") if same else ColorRef(ground)

    def all(self, inverse: bool) -> tuple[tuple[ColorRef, bool], ...]:
        """The page and the panels on it."""
        return (self.page(inverse), inverse), (panel(self.theme, inverse, self.page(inverse)), inverse)


def _on_grounds(theme: Theme, grounds: _Grounds) -> Theme:
    """The theme with its panels, marks and rules in colours that stand out from the template's pages."""
    line = rule(theme, grounds.inverse, grounds.page(grounds.inverse))
    return replace(
        theme,
        code={flag: code_style(theme, flag, grounds.page(flag)) for flag in (False, True)},
        marks={flag: band(theme, flag, grounds.page(flag)) for flag in (False, True)},
        table=replace(theme.table, end_rule=line),
        timeline=replace(theme.timeline, color=line),
    )


def _words(theme: Theme, grounds: _Grounds) -> dict[tuple[str, bool], ColorRef]:
    """What words in a role's colour are set in, on normal and on inverse pages."""
    return {
        (role, flag): legible(ColorRef(role), theme, grounds.all(flag))
        for role in ("accent1", "muted", "link")
        for flag in (False, True)
    }


def readable(style: TextStyle, theme: Theme, grounds: Iterable[tuple[ColorRef, bool]]) -> TextStyle:
    """A style in colours that can be read on other grounds than its own."""
    grounds = tuple(grounds)
    return replace(
        style,
        levels=tuple(
            replace(level, color=legible(level.color, theme, grounds),
                    bullet_color=legible(level.bullet_color, theme, grounds))
            for level in style.levels
        ),
    )  # fmt: skip


def _alternates(
    layouts: Iterable[Layout], placed: dict[str, TextStyle], theme: Theme, look: Look
) -> dict[tuple[str, bool], TextStyle]:
    """The placeholders' styles on pages whose light and dark the author exchanged."""
    made = {}
    for layout in layouts:
        flag = not layout.inverse
        for slot in layout.slots:
            lines = (slot.style, f"{layout.name}/byline") if slot.name == "subtitle" else (slot.style,)
            for style in filter(placed.__contains__, lines):
                behind = _behind(layout, slot.box, theme, look)
                made[style, flag] = readable(placed[style], theme, [(behind, flag)])
    return made


def _behind(layout: Layout, box: Box, theme: Theme, look: Look) -> ColorRef:
    """What a box has behind it where light and dark are exchanged: the page's ground, or what the template
    draws there, which stays as it is."""
    page = layout.fill or ColorRef("background")
    drawn = look(layout.part or "", box)
    same = drawn is None or alike(drawn, theme.hex(page, layout.inverse))
    return page if same or drawn is None else ColorRef(drawn)


def _steps(theme: Theme, size: float) -> tuple[float, ...]:
    """The factors for text of this size; those above 1 are an author's."""
    larger = tuple(factor for factor in theme.steps if factor > 1.0)
    return (*larger, *size_steps(size, theme.ratio, min(theme.floor, size)))


def own_layouts(template: Template, matches: Matches) -> dict[str, Match]:
    """The template's own layouts by the names that authors may use; the chosen master's come first.

    Of several with one name the others are "Master/Layout".
    """
    names = master_names(template)
    masters = sorted(template.masters, key=lambda master: master is not matches.master)
    found: dict[str, Match] = {}
    for master in masters:
        usual = usual_size(master, template)
        for layout in master.layouts:
            match = own(places_of(layout, template.page), usual)
            for name in (layout.name, f"{names[master.part]}/{layout.name}"):
                if name and name not in found and name not in OURS:
                    found[name] = match
                    break
    return found


def _kept(made: dict[str, TextStyle], common: dict[str, TextStyle], kept: set[str]) -> dict[str, TextStyle]:
    """The placeholders' styles; where an author gave titles or the like a look, it holds on every layout."""
    return {
        name: replace(common[base], name=name) if (base := name.rpartition("/")[2]) in kept else style
        for name, style in made.items()
    }
