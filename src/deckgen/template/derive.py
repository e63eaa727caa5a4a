"""A template, its matches and tokens that are resolved → a Theme, laid out like any other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from deckgen.slots import Layout
from deckgen.template.area import content_area
from deckgen.template.exchange import exchange
from deckgen.template.grounded import band, code_style, panel
from deckgen.template.grounds import lit
from deckgen.template.layouts import LayoutMaker
from deckgen.template.looks import styles_of
from deckgen.template.match import OURS, Match, Matches, own, usual_size
from deckgen.template.model import Template
from deckgen.template.places import places_of
from deckgen.theme import ColorRef, TextStyle, Theme


def derived(tokens: Theme, template: Template, matches: Matches, kept: Iterable[str] = ()) -> Theme:
    """The theme that a template is.

    `tokens` is a theme resolved from the template's own tokens (`template.tokens`) and what an author laid
    over them, at the template's page; of its styles, those `kept` are the author's and stay as they are.
    """
    theme = replace(tokens, inverted=exchange(tokens.colors), template=template)
    main = matches["title-body"].layout
    inverse = lit(main, template) is not theme.dark
    theme = replace(
        theme,
        code={flag: code_style(theme, flag) for flag in (False, True)},
        marks={flag: band(theme, flag) for flag in (False, True)},
    )
    grounds = [(ref, flag) for flag in (False, True) for ref in (ColorRef("background"), panel(theme, flag))]
    own_terms = inverse and main.override is None
    styles = styles_of(theme, matches, grounds, own_terms=own_terms)
    styles |= {name: tokens.styles[name] for name in kept if name in tokens.styles}
    theme = replace(theme, styles=styles)
    maker = LayoutMaker(template, matches, content_area(matches, template), theme)
    layouts = {name: maker.layout(matches[name], name, name) for name in OURS}
    for name, match in own_layouts(template, matches).items():
        layouts.setdefault(name, maker.layout(match, name, match.name))
    return replace(theme, styles=styles | _kept(maker.styles, styles, set(kept)), layouts=layouts)


def own_layouts(template: Template, matches: Matches) -> dict[str, Match]:
    """The template's own layouts by the names that authors may use; the chosen master's come first.

    Of several with one name the others are "Master/Layout".
    """
    masters = sorted(template.masters, key=lambda master: master is not matches.master)
    found: dict[str, Match] = {}
    for master in masters:
        usual = usual_size(master, template)
        for layout in master.layouts:
            match = own(places_of(layout, template.page), usual)
            for name in (layout.name, f"{master.name}/{layout.name}"):
                if name and name not in found and name not in OURS:
                    found[name] = match
                    break
    return found


def _kept(made: dict[str, TextStyle], common: dict[str, TextStyle], kept: set[str]) -> dict[str, TextStyle]:
    """The placeholders' styles; where an author gave titles or the like a look, that holds on every layout."""
    return {
        name: replace(common[own], name=name) if (own := name.rpartition("/")[2]) in kept else style
        for name, style in made.items()
    }


