"""Clicks as fragments: on items, paragraphs, boxes and groups; transitions as attributes of a page."""

from __future__ import annotations

from dataclasses import replace

from lxml import html
from markupsafe import Markup

from deckgen.model import Run, Slide, Transition, TransitionKind
from deckgen.scene import Bullet, Effect, Page, PlacedParagraph, PlacedText
from deckgen.theme import TextStyle
from deckgen.writers.html.builds import Fragments
from deckgen.writers.html.flow import Language, flow
from deckgen.writers.html.styles import Styles
from deckgen.writers.html.transitions import page_rules, transition_attributes
from tests.writers.scenes import sample_scene
from tests.writers.themes import sample_theme

THEME = sample_theme()
BODY: TextStyle = THEME.styles["body"]


def items(*levels: int) -> PlacedText:
    """A bulleted list of items at these levels, each called by its place."""
    made = (
        PlacedParagraph((Run(str(n)),), BODY.level(level), level, Bullet())
        for n, level in enumerate(levels)
    )  # fmt: skip
    return PlacedText(BODY, tuple(made))


def fragments(markup: Markup) -> list[tuple[str, int, str]]:
    """Tag, click and text of each fragment."""
    found = html.fragment_fromstring(markup, create_parent=True).xpath(".//*[@data-fragment-index]")
    assert isinstance(found, list)
    return [(e.tag, int(e.get("data-fragment-index")), e.text_content()) for e in found]


def drawn(text: PlacedText, *clicks: tuple[Effect, ...]) -> Markup:
    parts = Fragments.of(clicks).parts_of("Bullets")
    return flow(text, Styles(THEME), Language("en", False), clicks=parts)


def test_an_item_is_a_fragment_with_all_that_is_nested_in_it() -> None:
    clicks = ((Effect("Bullets", (0, 3)),), (Effect("Bullets", (3, 4)),))
    assert fragments(drawn(items(0, 1, 1, 0), *clicks)) == [("li", 0, "012"), ("li", 1, "3")]


def test_a_sub_item_with_a_click_of_its_own_is_a_fragment_in_one() -> None:
    clicks = ((Effect("Bullets", (0, 1)), Effect("Bullets", (2, 3))), (Effect("Bullets", (1, 2)),))
    assert fragments(drawn(items(0, 1, 1), *clicks)) == [("li", 0, "012"), ("li", 1, "1")]


def test_items_that_lack_their_parent_come_by_themselves() -> None:
    assert fragments(drawn(items(1, 1, 0), (Effect("Bullets", (0, 2)),))) == [("li", 0, "0"), ("li", 0, "1")]


def test_a_paragraph_is_a_fragment_itself() -> None:
    plain = PlacedText(BODY, (PlacedParagraph((Run("a"),), replace(BODY.level(0), bullet="")),))
    made = drawn(plain, (Effect("Bullets", (0, 1)),))
    assert fragments(made) == [("p", 0, "a")]
    assert 'first fragment"' in made


def test_what_comes_and_goes_is_two_fragments_one_in_the_other() -> None:
    found = Fragments.of(((Effect("a"),), (Effect("a", exit=True), Effect("b"))))
    group = found.around("a", Markup("<i></i>"), group=True)
    assert group == (
        '<div class="fade-out fragment" data-fragment-index="1">'
        '<div class="fragment" data-fragment-index="0"><i></i></div></div>'
    )
    assert found.around("b", Markup("<i></i>")) == "<i></i>"
    assert found.marks("b") == ("fragment", ' data-fragment-index="1"')
    assert found.marks("c") == ("", "")


def page(kind: str | None, seconds: float = 1.0) -> Page:
    own = Transition(kind=TransitionKind(kind), duration=seconds) if kind else None
    return replace(sample_scene().pages[0], slide=Slide(), transition=own)


def test_a_page_goes_as_the_next_one_comes() -> None:
    made = transition_attributes(page("wipe"), page("push"))
    assert made == ' data-transition="slide" data-comes="wipe" data-goes="push"'
    assert page_rules(page("wipe", 0.6), page("push", 2)) == "--come:0.6s;--go:2s"
    assert transition_attributes(page(None), page(None)) == page_rules(page(None), None) == ""
    assert transition_attributes(page(None), page("fade")).startswith(' data-transition="none"')


def test_a_morph_is_an_auto_animation_between_two_pages() -> None:
    made = transition_attributes(page("morph", 0.8), page("fade"))
    assert made.endswith(
        ' data-comes="fade" data-goes="fade" data-auto-animate data-auto-animate-duration="0.8"'
    )
    before = transition_attributes(page("fade"), page("morph"))
    assert before.endswith(" data-auto-animate data-auto-animate-restart")
