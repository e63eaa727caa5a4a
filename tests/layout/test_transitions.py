"""How pages come: whose word holds, how long it takes, and what a morph takes for one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from deckgen.diagnostics import Report
from deckgen.layout.transitions import transition_of
from deckgen.model import Deck, Run, Slide, ThemeRef, Transition, TransitionKind
from deckgen.pipeline import build_scene
from deckgen.scene import Group, Page
from deckgen.theme import Theme
from deckgen.themefile import load_theme

FADE, PUSH, WIPE = (Transition(kind=TransitionKind(kind)) for kind in ("fade", "push", "wipe"))
OFF = Transition(kind=TransitionKind.NONE)
DECK = Deck(file=Path("deck.yaml"), title=(Run("Deck"),))


@pytest.fixture(scope="module")
def theme() -> Theme:
    found = load_theme(ThemeRef(), (960.0, 540.0), Report())
    assert found
    return found


def kind(slide: Transition | None, deck: Transition | None, theme: Theme) -> str | None:
    found = transition_of(Slide(transition=slide), replace(DECK, transition=deck), theme)
    return found.kind.value if found else None


def test_the_slide_beats_the_deck_and_the_deck_the_theme(theme: Theme) -> None:
    ours = replace(theme, transition=WIPE)
    assert kind(None, None, theme) is None
    assert kind(None, None, ours) == "wipe"
    assert kind(None, PUSH, ours) == "push"
    assert kind(FADE, PUSH, ours) == "fade"
    assert kind(OFF, PUSH, ours) is None
    assert kind(None, OFF, ours) is None


def test_a_duration_that_nobody_gave_is_the_usual_one(theme: Theme) -> None:
    found = transition_of(Slide(transition=FADE), DECK, theme)
    assert found is not None
    assert found.duration == 0.7
    found = transition_of(Slide(transition=replace(FADE, duration=0.0)), DECK, theme)
    assert found is not None
    assert found.duration == 0.0


def pages(folder: Path, slides: str) -> tuple[Page, ...]:
    outline = folder / "deck.yaml"
    outline.write_text(f"title: Deck\nopening: false\nslides:\n{slides}", encoding="utf-8")
    report = Report()
    scene = build_scene(outline, report)
    assert scene is not None, report.sorted()
    return scene.pages


def keys(page: Page) -> dict[str, str]:
    return {one.name: one.key for one in page.placed if one.key}


def test_a_morph_names_what_two_pages_show_of_one_block(tmp_path: Path) -> None:
    first, second, third = pages(
        tmp_path,
        """
  - title: One
    text: {text: a, id: words}
    quote: {text: b, id: said}
  - title: Two
    transition: morph
    quote: {text: b, id: said, by: c}
    text: {text: a, id: other}
  - title: Three
    quote: {text: b, id: said}
""",
    )
    assert keys(first) == keys(second) == {"Rule": "said", "Quote": "said Quote"}
    assert keys(third) == {}


def test_a_hidden_page_is_passed_over(tmp_path: Path) -> None:
    first, _, third = pages(
        tmp_path,
        """
  - {title: One, text: {text: a, id: words}}
  - {title: Two, hidden: true, transition: morph, text: {text: a, id: words}}
  - {title: Three, transition: morph, text: {text: a, id: words}}
""",
    )
    assert keys(first) == keys(third) == {"Text": "words"}


def test_the_things_in_a_group_are_named_by_their_places(tmp_path: Path) -> None:
    first, second = pages(
        tmp_path,
        """
  - {title: One, timeline: {events: [1917: a], id: time}}
  - {title: Two, transition: morph, timeline: {events: [1917: a, 1918: b], id: time}}
""",
    )
    for page in (first, second):
        (group,) = (one for one in page.placed if one.key == "time")
        assert isinstance(group.content, Group)
        assert [child.key for child in group.content.children][:3] == ["time 1", "time 2", "time 3"]
