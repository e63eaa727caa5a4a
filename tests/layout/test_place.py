"""Whatever the outline, what is placed stays on the page, in its box, and apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deckgen.color import contrast
from deckgen.diagnostics import Report
from deckgen.layout import place
from deckgen.model import (
    FOOTER_FIELDS,
    Audio,
    Background,
    Block,
    Clip,
    Column,
    Columns,
    Deck,
    Event,
    Fit,
    Gallery,
    Image,
    Item,
    ListBlock,
    Overflow,
    Paragraph,
    Place,
    Qr,
    Quote,
    Run,
    Slide,
    SlideKind,
    Text,
    TextBlock,
    ThemeRef,
    Timeline,
    Video,
    plain,
)
from deckgen.scene import Group, Part, Placed, PlacedText, Scene, Shape
from deckgen.theme import ColorRef, Theme
from deckgen.themefile import load_theme

PAGE = (960.0, 540.0)


def text(words: str) -> Text:
    return (Run(words),)


@pytest.fixture(scope="module")
def theme() -> Theme:
    found = load_theme(ThemeRef(), PAGE, Report())
    assert found
    return found


def bullets(*words: str, **fields: int) -> ListBlock:
    return ListBlock(items=tuple(Item(text=text(w)) for w in words), **fields)  # type: ignore[arg-type]


def scene_of(theme: Theme, *slides: Slide, overflow: Overflow = Overflow.SHRINK) -> tuple[Scene, Report]:
    report = Report()
    deck = Deck(file=Path("deck.yaml"), title=text("Deck"), slides=slides, overflow=overflow)
    return place(deck, theme, report), report


def leaves(placed: tuple[Placed, ...]) -> Iterator[Placed]:
    for one in placed:
        if isinstance(one.content, Group):
            yield from leaves(one.content.children)
        else:
            yield one


def needed(content: PlacedText) -> float:
    """The height in pt of the lines of a text at 1.2 em, and of the space between them."""
    lines = sum(len(p.lines) * p.look.size * 1.2 * p.look.spacing for p in content.paragraphs)
    return lines + sum(p.look.before for p in content.paragraphs[1:])


phrase = st.text("abcdefg hij klmn öß-", min_size=1, max_size=60).filter(str.strip).map(text)
lists = st.builds(
    lambda items, ordered, count: ListBlock(
        items=tuple(Item(text=i) for i in items), ordered=ordered, columns=count
    ),
    st.lists(phrase, min_size=1, max_size=9), st.booleans(), st.integers(1, 3),
)  # fmt: skip
paragraphs = st.lists(phrase, min_size=1, max_size=3).map(
    lambda found: TextBlock(parts=tuple(Paragraph(text=p) for p in found))
)
quotes = st.builds(lambda words, by: Quote(text=words, by=by), phrase, phrase | st.just(()))
timelines = st.lists(st.tuples(phrase, phrase), min_size=1, max_size=7).map(
    lambda found: Timeline(events=tuple(Event(when=a[:1], what=b) for a, b in found))
)
images = st.builds(
    lambda w, h, fit, focus, caption, credit, share: Image(
        path=Path("a.png"), pixels=(w, h), media_type="image/png", fit=fit, focus=focus, caption=caption,
        credit=credit, width=share,
    ),
    st.integers(1, 4000), st.integers(1, 4000), st.sampled_from(Fit),
    st.tuples(st.floats(0, 1), st.floats(0, 1)), phrase | st.just(()), phrase | st.just(()),
    st.none() | st.floats(0.1, 1.0),
)  # fmt: skip
galleries = st.builds(
    lambda images, columns, caption, share: Gallery(
        images=tuple(images), columns=columns, caption=caption, width=share
    ),
    st.lists(images, min_size=1, max_size=9), st.none() | st.integers(1, 5), phrase | st.just(()),
    st.none() | st.floats(0.3, 1.0),
)  # fmt: skip
clips = st.builds(
    lambda w, h, poster: Clip(path=Path("a.mp4"), media_type="video/mp4", pixels=(w, h), poster=poster),
    st.integers(90, 4000), st.integers(90, 4000), st.none() | images,
)  # fmt: skip
films = st.builds(lambda clip, caption: Video(clip=clip, caption=caption), clips, phrase | st.just(()))
sounds = st.builds(lambda clip, caption: Audio(clip=clip, caption=caption), clips, phrase | st.just(()))
codes = st.builds(lambda caption: Qr(url="https://example.org/a", caption=caption), phrase | st.just(()))
simple = lists | paragraphs | quotes | timelines | images | galleries | films | sounds | codes
columns = st.lists(
    st.builds(
        lambda blocks, title, share: Column(blocks=tuple(blocks), title=title, width=share),
        st.lists(simple, min_size=1, max_size=2), phrase | st.just(()), st.none() | st.floats(0.05, 1.0),
    ),
    min_size=2, max_size=4,
).map(lambda found: Columns(columns=tuple(found)))  # fmt: skip
slides = st.builds(
    lambda title, subtitle, blocks: Slide(title=title, subtitle=subtitle, blocks=tuple(blocks)),
    phrase | st.just(()), phrase | st.just(()), st.lists(simple | columns, max_size=3),
)  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(slide=slides, overflow=st.sampled_from([Overflow.SHRINK, Overflow.SPLIT]))
def test_on_the_page_in_its_box_apart_and_complete(theme: Theme, slide: Slide, overflow: Overflow) -> None:
    scene, report = scene_of(theme, slide, overflow=overflow)
    if report.has_errors:
        assert {d.code for d in report.sorted()} <= {"overflow"}
        return
    for page in scene.pages:
        found = list(leaves(page.placed))
        for one in found:
            assert one.box.w > 0 and one.box.h > 0, one.name
            assert one.box.x >= -0.1 and one.box.right <= PAGE[0] + 0.1, one.name
            assert one.box.y >= -0.1 and one.box.bottom <= PAGE[1] + 0.6, one.name
            if isinstance(one.content, PlacedText):
                assert needed(one.content) <= one.box.h + 1.0, one.name
        solid = [one for one in found if not isinstance(one.content, Shape)]
        for i, a in enumerate(solid):
            for b in solid[i + 1 :]:
                across = min(a.box.right, b.box.right) - max(a.box.x, b.box.x)
                down = min(a.box.bottom, b.box.bottom) - max(a.box.y, b.box.y)
                assert across <= 0.6 or down <= 0.6, (a.name, b.name)
        names = [one.name for one in page.placed]
        assert len(names) == len(set(names))
    assert set(words_of(slide)) <= set(shown(scene))


def words_of(slide: Slide) -> Iterator[str]:
    """Every text of a slide."""

    def of(blocks: tuple[Block, ...]) -> Iterator[Text]:
        for block in blocks:
            match block:
                case ListBlock():
                    yield from (item.text for item in block.items)
                case TextBlock():
                    yield from (p.text for p in block.parts if isinstance(p, Paragraph))
                case Columns():
                    for column in block.columns:
                        yield column.title
                        yield from of(column.blocks)
                case Quote():
                    yield block.text
                case Timeline():
                    yield from (t for e in block.events for t in (e.when, e.what))
                case Image() | Video():
                    yield from (block.caption, block.credit)
                case Audio():
                    yield block.caption
                case Gallery():
                    yield block.caption
                    yield from of(block.images)
                case Qr():
                    yield from (block.caption, text(block.url))
                case _:
                    raise AssertionError(block)

    yield from (plain(t) for t in (slide.subtitle, *of(slide.blocks)) if t)


def shown(scene: Scene) -> Iterator[str]:
    for page in scene.pages:
        for one in leaves(page.placed):
            if isinstance(one.content, PlacedText):
                yield from (plain(p.text) for p in one.content.paragraphs)


def test_one_size_for_the_whole_slide(theme: Theme) -> None:
    full = bullets(*[f"item {i}" for i in range(14)])
    both = Columns(columns=(Column(blocks=(full,)), Column(blocks=(bullets("one"),))))
    scene, _ = scene_of(theme, Slide(title=text("T"), blocks=(both,)))
    sizes = {
        p.look.size
        for one in scene.pages[0].placed
        if one.part is Part.BULLETS and isinstance(one.content, PlacedText)
        for p in one.content.paragraphs
    }
    assert len(sizes) == 1
    assert 14 <= sizes.pop() < 24


def test_too_much_is_an_error_at_the_slide_and_a_hint_to_split(theme: Theme) -> None:
    from deckgen.diagnostics import Span

    span = Span("deck.yaml", 7, 5)
    slide = Slide(title=text("Full"), blocks=(bullets(*["item"] * 60),), span=span)
    _, report = scene_of(theme, slide)
    (found,) = report.sorted()
    assert (found.code, found.span) == ("overflow", span)
    assert "“Full”" in found.message
    assert any("split" in hint for hint in found.hints)
    _, report = scene_of(theme, slide, overflow=Overflow.SPLIT)
    assert not report.sorted()
    _, report = scene_of(theme, Slide(blocks=(bullets(*["item"] * 12),)), overflow=Overflow.ERROR)
    assert "at its normal size" in report.sorted()[0].message


def test_a_title_shrinks_by_itself_and_its_lines_balance(theme: Theme) -> None:
    long = "A title that goes on for so long that it takes three lines at the size that titles have here " * 2
    scene, report = scene_of(theme, Slide(title=text(long), blocks=(bullets("one"),)))
    assert not report.sorted()
    title, body = scene.pages[0].placed[:2]
    assert isinstance(title.content, PlacedText) and isinstance(body.content, PlacedText)
    assert title.content.paragraphs[0].look.size < 34
    assert body.content.paragraphs[0].look.size >= 24
    scene, _ = scene_of(theme, Slide(title=text("A title that would leave just one word on the second line")))
    content = scene.pages[0].placed[0].content
    assert isinstance(content, PlacedText)
    first, end = content.paragraphs[0].lines
    assert content.inset_end > 50
    assert abs(first - (end - first)) < 12


def test_ids_are_unique_and_lead_to_the_first_part(theme: Theme) -> None:
    long = bullets(*["item"] * 20)
    made = (
        Slide(id="slide-2", title=text("A")),
        Slide(title=text("B")),
        Slide(id="long", blocks=(long,), overflow=Overflow.SPLIT),
        Slide(id="long-part-2", title=text("C")),
    )
    scene, _ = scene_of(theme, *made)
    ids = [page.id for page in scene.pages]
    assert len(ids) == len(set(ids))
    assert scene.targets == {"slide-2": 0, "long": 2, "long-part-2": ids.index("long-part-2")}


def test_two_numbered_lists_stand_in_two_boxes_so_that_each_begins_at_one(theme: Theme) -> None:
    numbered = replace(bullets("a", "b"), ordered=True)
    again = replace(numbered)
    scene, _ = scene_of(theme, Slide(blocks=(numbered, again)))
    assert [one.name for one in scene.pages[0].placed][:2] == ["Numbered", "Numbered 2"]
    scene, _ = scene_of(theme, Slide(blocks=(numbered, bullets("a"), again)))
    assert scene.pages[0].placed[0].name == "Numbered"
    assert len(scene.pages[0].placed) == 3


def test_sections_span_their_pages(theme: Theme) -> None:
    scene, _ = scene_of(
        theme,
        Slide(title=text("Before")),
        Slide(kind=SlideKind.SECTION, section=text("One"), title=text("One")),
        Slide(title=text("In one")),
        Slide(kind=SlideKind.SECTION, section=text("Two"), title=text("Shown")),
    )
    assert [(s.name, s.first, s.end) for s in scene.sections] == [("One", 1, 3), ("Two", 3, 4)]
    assert scene.pages[3].title == "Shown"


def test_a_text_without_a_slot_is_an_error(theme: Theme) -> None:
    _, report = scene_of(theme, Slide(title=text("T"), layout="blank"))
    assert [d.code for d in report.sorted()] == ["no-slot"]
    _, report = scene_of(theme, Slide(title=text("T"), layout="blnk"))
    (found,) = report.sorted()
    assert found.code == "unknown-layout"
    assert "did you mean `blank`?" in found.hints


def image(width: int = 400, height: int = 300, **fields: object) -> Image:
    return Image(path=Path("a.png"), pixels=(width, height), media_type="image/png", alt="a", **fields)  # type: ignore[arg-type]


def events(count: int, what: str = "Something happens") -> Timeline:
    return Timeline(events=tuple(Event(when=text(f"14{n:02}"), what=text(what)) for n in range(count)))


@pytest.mark.parametrize("role", ["accent1", "accent2", "surface", "muted", "text", "background"])
def test_a_background_shows_the_colour_that_its_role_names(theme: Theme, role: str) -> None:
    slide = Slide(title=text("Title"), background=Background(role=role))
    scene, _ = scene_of(theme, slide)
    page = scene.pages[0]
    assert page.background and page.background.role
    shown = theme.hex(ColorRef(page.background.role), page.inverse)
    assert shown == theme.colors[role]
    assert contrast(theme.hex(ColorRef("text"), page.inverse), shown) > 4.5 or role == "accent2"


def test_many_short_events_stand_in_two_lanes_at_the_normal_size(theme: Theme) -> None:
    scene, report = scene_of(theme, Slide(title=text("Dates"), blocks=(events(14),)))
    assert not report.has_errors
    dates = [p for p in leaves(scene.pages[0].placed) if p.part is Part.DATE]
    normal = theme.styles["event-when"].level(0).size
    assert {p.content.paragraphs[0].look.size for p in dates if isinstance(p.content, PlacedText)} == {normal}
    assert len({p.box.x for p in dates}) == 2
    assert dates[0].box.y == dates[7].box.y


def test_many_long_events_keep_the_whole_width(theme: Theme) -> None:
    long = "Something happens that needs more words than half of a line of this page could hold"
    scene, _ = scene_of(theme, Slide(title=text("Dates"), blocks=(events(10, long),)))
    assert len({p.box.x for p in leaves(scene.pages[0].placed) if p.part is Part.DATE}) == 1


def test_a_date_in_a_narrow_column_is_not_broken(theme: Theme) -> None:
    days = tuple(Event(when=text(day), what=text("Work")) for day in ("Monday", "Wednesday", "Thursday"))
    three = Columns(columns=tuple(Column(blocks=(Timeline(events=days),)) for _ in range(3)))
    scene, _ = scene_of(theme, Slide(title=text("Week"), blocks=(three,)))
    dates = [p.content for p in leaves(scene.pages[0].placed) if p.part is Part.DATE]
    assert len(dates) == 9
    assert all(isinstance(date, PlacedText) and len(date.paragraphs[0].lines) == 1 for date in dates)


def test_text_under_a_picture_follows_it_closely(theme: Theme) -> None:
    panorama = image(3000, 300, place=Place.ABOVE)
    scene, _ = scene_of(theme, Slide(title=text("Title"), blocks=(panorama, bullets("one", "two"))))
    shown, below = (p for p in scene.pages[0].placed if p.part in {Part.PICTURE, Part.BULLETS})
    assert below.box.y - shown.box.bottom == pytest.approx(theme.gap, abs=0.1)


def test_a_picture_in_a_stack_still_takes_the_room_that_it_can_use(theme: Theme) -> None:
    scene, _ = scene_of(theme, Slide(title=text("Title"), blocks=(image(place=Place.ABOVE), bullets("one"))))
    foot = max(p.box.bottom for p in scene.pages[0].placed if p.part is Part.BULLETS)
    assert foot == pytest.approx(540 - 68, abs=1)


def test_the_source_stands_close_beneath_a_short_statement(theme: Theme) -> None:
    quote = Quote(text=text("Few words"), by=text("Somebody"))
    scene, _ = scene_of(theme, Slide(blocks=(quote,)))
    words, source = (p for p in scene.pages[0].placed if p.part in {Part.QUOTE, Part.SOURCE})
    assert isinstance(words.content, PlacedText)
    height = needed(words.content)
    foot = words.box.y + (words.box.h + height) / 2
    assert 0 < source.box.y - foot < 2 * theme.gap


def test_a_long_word_in_a_narrow_column_is_set_smaller_rather_than_broken(theme: Theme) -> None:
    word = "Verantwortlichkeit"
    four = Columns(columns=tuple(Column(blocks=(bullets(word, "kurz"),)) for _ in range(4)))
    scene, _ = scene_of(theme, Slide(title=text("Spalten"), blocks=(four,)))
    lists = [p.content for p in scene.pages[0].placed if p.part is Part.BULLETS]
    assert len(lists) == 4
    for content in lists:
        assert isinstance(content, PlacedText)
        first = content.paragraphs[0]
        assert first.lines == (len(word),)
        assert first.look.size >= 0.75 * theme.styles["body"].level(0).size - 0.5


def test_a_footer_that_is_cut_is_reported_once(theme: Theme) -> None:
    report = Report()
    slides = tuple(Slide(title=text(f"Slide {n}")) for n in range(3))
    deck = Deck(file=Path("deck.yaml"), title=text("Deck"), slides=slides, footer=text("words " * 60))
    scene = place(deck, theme, report)
    assert [(d.severity, d.code) for d in report.sorted()] == [("error", "long-footer")]
    footers = [p for page in scene.pages for p in page.placed if p.part is Part.FOOTER]
    assert all(isinstance(p.content, PlacedText) and len(p.content.paragraphs[0].lines) == 1 for p in footers)


def test_a_cut_footer_whose_words_stand_on_the_opening_is_a_warning(theme: Theme) -> None:
    report = Report()
    slides = (Slide(kind=SlideKind.OPENING, title=text("Deck")), Slide(title=text("One")))
    template = text(f"{FOOTER_FIELDS['title']} · {FOOTER_FIELDS['section']}")
    deck = Deck(file=Path("deck.yaml"), title=text("words " * 60), slides=slides, footer=template)
    place(deck, theme, report)
    assert [(d.severity, d.code) for d in report.sorted()] == [("warning", "long-footer")]


def test_a_title_of_two_scripts_keeps_its_direction_when_its_lines_are_balanced(theme: Theme) -> None:
    title = "שלום עולם and a good many words of another script besides, so that it takes two lines"
    scene, _ = scene_of(theme, Slide(title=text(title), blocks=(bullets("one"),)))
    placed = next(p for p in scene.pages[0].placed if p.part is Part.TITLE)
    assert isinstance(placed.content, PlacedText)
    assert len(placed.content.paragraphs[0].lines) == 2
    assert placed.content.paragraphs[0].rtl and scene.pages[0].rtl
