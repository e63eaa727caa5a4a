"""What is read from right to left is placed as in a mirror."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from deckgen.diagnostics import Report
from deckgen.layout import place
from deckgen.layout.mirror import mirrored_box
from deckgen.model import (
    Column,
    Columns,
    Deck,
    Event,
    Image,
    Item,
    ListBlock,
    Paragraph,
    Place,
    Quote,
    Run,
    Slide,
    SlideKind,
    Statement,
    Text,
    TextBlock,
    ThemeRef,
    Timeline,
)
from deckgen.scene import Group, Page, Part, Placed, Scene
from deckgen.themefile import load_theme

WIDTH = 960.0
FURNITURE = {Part.FOOTER, Part.NUMBER}


def words(characters: str) -> Text:
    return (Run(characters),)


def picture(**fields: Place | float) -> Image:
    return Image(path=Path("a.png"), pixels=(400, 300), media_type="image/png", alt="a", **fields)  # type: ignore[arg-type]


BODY = TextBlock(parts=(Paragraph(text=words("Some words of text")),))
LIST = ListBlock(items=tuple(Item(text=words(w)) for w in ("one", "two", "three")))
EVENTS = tuple(Event(when=words(f"year {n}"), what=words("what came")) for n in range(1, 13))

SLIDES = (
    Slide(kind=SlideKind.OPENING, title=words("Opening"), subtitle=words("And a subtitle")),
    Slide(kind=SlideKind.SECTION, section=words("Section"), title=words("Section")),
    Slide(title=words("List"), blocks=(LIST,)),
    Slide(title=words("Newspaper columns"), blocks=(replace(LIST, columns=2),)),
    Slide(
        title=words("Columns"),
        blocks=(Columns(columns=(Column(blocks=(BODY,), width=0.3), Column(blocks=(LIST,)))),),
    ),
    Slide(title=words("Picture and text"), blocks=(picture(), BODY)),
    Slide(title=words("Text and picture"), blocks=(BODY, picture(width=0.3))),
    Slide(title=words("Picture"), blocks=(picture(),)),
    Slide(title=words("Few events"), blocks=(Timeline(events=EVENTS[:3]),)),
    Slide(title=words("Many events"), blocks=(Timeline(events=EVENTS),)),
    Slide(title=words("Quote among others"), blocks=(BODY, Quote(text=words("Said"), by=words("Me")))),
    Slide(blocks=(Quote(text=words("Said"), by=words("Me")),)),
    Slide(blocks=(Statement(text=words("Stated")),)),
)


def scene_of(*slides: Slide, lang: str, theme: str = "lecture") -> Scene:
    report = Report()
    loaded = load_theme(ThemeRef(name=theme), (WIDTH, 540.0), report)
    assert loaded
    deck = Deck(
        file=Path("deck.yaml"), title=words("Deck"), authors=(words("A. Author"),), date=words("Today"),
        lang=lang, slides=slides,
    )  # fmt: skip
    scene = place(deck, loaded, report)
    assert not report.sorted()
    return scene


def leaves(placed: tuple[Placed, ...]) -> Iterator[Placed]:
    for one in placed:
        if isinstance(one.content, Group):
            yield from leaves(one.content.children)
        else:
            yield one


def left_of(page: Page, part: Part) -> float:
    return next(p.box.x for p in leaves(page.placed) if p.part is part)


@pytest.mark.parametrize("theme", ["lecture", "night"])
def test_a_deck_from_right_to_left_is_the_mirror_of_one_from_left_to_right(theme: str) -> None:
    plain, mirrored = (scene_of(*SLIDES, lang=lang, theme=theme) for lang in ("en", "ar"))
    for here, there in zip(plain.pages, mirrored.pages, strict=True):
        assert there.rtl
        for a, b in zip(leaves(here.placed), leaves(there.placed), strict=True):
            if here.title == "Many events":
                continue  # a lane's dates get more room among right-to-left text
            wanted = mirrored_box(a.box, 0, WIDTH)
            assert (b.box.x, b.box.w) == pytest.approx((wanted.x, wanted.w), abs=0.02), (here.title, a.name)


def test_what_fills_its_slot_fills_it_in_the_mirror_too() -> None:
    for page in scene_of(*SLIDES, lang="he").pages:
        titles = [p for p in page.placed if p.part is Part.TITLE]
        for title in titles:
            slot = page.layout.slot("title")
            assert slot and title.box == slot.box


def test_decorations_stand_on_the_other_side_of_a_deck_from_right_to_left() -> None:
    usual, mirrored = (scene_of(SLIDES[0], lang=lang).pages[0].layout.decorations for lang in ("en", "ar"))
    assert usual
    assert [d.box.right for d in mirrored] == [WIDTH - d.box.x for d in usual]


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("place", [Place.LEFT, Place.RIGHT])
def test_left_and_right_are_the_authors_in_every_language(lang: str, place: Place) -> None:
    page = scene_of(Slide(title=words("Title"), blocks=(picture(place=place), BODY)), lang=lang).pages[0]
    first = Part.PICTURE if place is Place.LEFT else Part.TEXT
    other = Part.TEXT if place is Place.LEFT else Part.PICTURE
    assert left_of(page, first) < left_of(page, other)


def test_the_first_of_picture_and_text_stands_where_reading_begins() -> None:
    page = scene_of(Slide(title=words("Title"), blocks=(picture(), BODY)), lang="ar").pages[0]
    assert left_of(page, Part.PICTURE) > left_of(page, Part.TEXT)


def test_a_slide_against_the_deck_turns_but_its_footer_stays() -> None:
    content = Slide(title=words("Title"), blocks=(picture(), BODY))
    scene = scene_of(content, replace(content, lang="en"), lang="ar")
    arabic, english = scene.pages
    assert arabic.rtl and not english.rtl
    assert left_of(english, Part.PICTURE) < left_of(english, Part.TEXT)
    for part in FURNITURE:
        assert left_of(arabic, part) == left_of(english, part)
    assert left_of(arabic, Part.NUMBER) < left_of(arabic, Part.FOOTER)


def test_a_timeline_against_the_page_runs_its_own_way() -> None:
    events = tuple(Event(when=words(w), what=words("what")) for w in ("one", "two"))
    page = scene_of(
        Slide(title=words("Title"), blocks=(Timeline(events=events, lang="ar"),)), lang="en"
    ).pages[0]
    dates = [p.box.x for p in leaves(page.placed) if p.part is Part.DATE]
    assert dates[0] > dates[1]
