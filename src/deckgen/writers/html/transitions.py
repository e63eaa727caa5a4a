"""How a page comes, and how the next one does → the attributes of its `section`.

In reveal.js a slide has one way in and one out.  Here the way in is the page's own, and the way out that of
the page which follows it, as in PowerPoint; the rules for `data-comes` and `data-goes` are in deck.css.
"""

from __future__ import annotations

from deckgen.model import Transition, TransitionKind
from deckgen.scene import Page
from deckgen.writers.html.styles import number

NEAREST = {
    TransitionKind.FADE: "fade",
    TransitionKind.PUSH: "slide",
    TransitionKind.WIPE: "slide",
    TransitionKind.COVER: "slide",
    TransitionKind.ZOOM: "zoom",
    TransitionKind.MORPH: "fade",
}
"""What reveal.js has that is like our transitions, where its own rules hold."""


def transition_attributes(page: Page, following: Page | None) -> str:
    """Attributes of a `section`, each with its leading space; `following` is the next page that is shown."""
    own, after = page.transition, following.transition if following else None
    made = ""
    if own or after:
        made += f' data-transition="{NEAREST[own.kind] if own else "none"}"'
        made += f' data-comes="{_way(own)}" data-goes="{_way(after)}"'
    if _morphs(own) or _morphs(after):
        made += " data-auto-animate"
        made += (
            f' data-auto-animate-duration="{_seconds(own)}"' if _morphs(own) else " data-auto-animate-restart"
        )
    return made


def page_rules(page: Page, following: Page | None, fill: str | None = None) -> str:
    """The `style` of a `section`: its own fill, and how long it takes to come, and the next page."""
    own, after = page.transition, following.transition if following else None
    rules = [f"background-color:{fill}"] if fill else []
    if own or after:
        rules.append(f"--come:{_seconds(own)}s;--go:{_seconds(after)}s")
    return ";".join(rules)


def _morphs(transition: Transition | None) -> bool:
    return transition is not None and transition.kind is TransitionKind.MORPH


def _way(transition: Transition | None) -> str:
    """A morph fades where two pages do not stand side by side, or the reader wants no movement."""
    if transition is None:
        return "none"
    return "fade" if _morphs(transition) else transition.kind.value


def _seconds(transition: Transition | None) -> str:
    return number(transition.duration or 0.0) if transition else "0"
