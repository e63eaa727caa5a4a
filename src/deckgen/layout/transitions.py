"""What slides, deck and theme say of transitions → how each page comes, and what a morph moves.

A morph takes what two neighbouring pages both show for one thing where its block has the same id on both:
both writers name it by the same key.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from deckgen.model import Deck, Slide, Transition, TransitionKind
from deckgen.scene import Group, Page, Placed
from deckgen.theme import Theme

USUAL = {TransitionKind.FADE: 0.7}
"""How long a transition takes unless said otherwise, in seconds: PowerPoint's own value for a fade …"""

OTHERS = 1.0
"""… and for the others, which move (its morph takes two; reveal.js, like us, one)."""


def transition_of(slide: Slide, deck: Deck, theme: Theme) -> Transition | None:
    """How a slide comes, with its duration; None where it is simply there."""
    found = slide.transition or deck.transition or theme.transition
    if found is None or found.kind is TransitionKind.NONE:
        return None
    if found.duration is None:
        return replace(found, duration=USUAL.get(found.kind, OTHERS))
    return found


def with_keys(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """The pages, their things named by a key wherever a morph leads from or to the like of them."""
    shown = [n for n, page in enumerate(pages) if not page.slide.hidden]
    wanted: dict[int, set[str]] = {}
    for before, after in pairwise(shown):
        own = pages[after].transition
        if own is not None and own.kind is TransitionKind.MORPH:
            both = set(_keys(pages[before]).values()) & set(_keys(pages[after]).values())
            wanted.setdefault(before, set()).update(both)
            wanted.setdefault(after, set()).update(both)
    return tuple(_keyed(page, wanted.get(n, set())) for n, page in enumerate(pages))


def _keyed(page: Page, wanted: set[str]) -> Page:
    if not wanted:
        return page
    keys = _keys(page)
    named = (_named(p, key) if (key := keys.get(p.name)) in wanted else p for p in page.placed)
    return replace(page, placed=tuple(named))


def _named(placed: Placed, key: str) -> Placed:
    """The thing with its key; a group's children by their places in it."""
    content = placed.content
    if isinstance(content, Group):
        content = Group(tuple(_named(child, f"{key} {n}") for n, child in enumerate(content.children, 1)))
    return replace(placed, key=key, content=content)


def _keys(page: Page) -> dict[str, str]:
    """Keys by the names of the things that show a block with an id: "map", then "map Caption"."""
    keys: dict[str, str] = {}
    taken: set[str] = set()
    for placed in page.placed:
        ident = next((block.id for block in placed.blocks if block.id), None)
        if ident is None:
            continue
        key, n = (f"{ident} {placed.part.value}" if ident in taken else ident), 2
        while key in taken:
            key, n = f"{ident} {placed.part.value} {n}", n + 1
        taken.add(key)
        keys[placed.name] = key
    return keys
