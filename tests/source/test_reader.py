"""An outline's words → the model, exactly as typed."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from deckgen.diagnostics import Diagnostic, Report
from deckgen.model import (
    FOOTER_FIELDS,
    Deck,
    Fit,
    Image,
    Item,
    ListBlock,
    Numbers,
    Overflow,
    Place,
    Slide,
    SlideKind,
    TextBlock,
    Timeline,
    plain,
)
from deckgen.source.reader import read_deck
from tests.source.outlines import CASES, TODAY


def read(folder: Path, text: str) -> tuple[Deck, list[Diagnostic]]:
    path = folder / "deck.yaml"
    path.write_text(text, encoding="utf-8")
    report = Report()
    deck = read_deck(path, report, TODAY)
    assert deck is not None
    return deck, report.sorted()


def case(name: str) -> Deck:
    deck = read_deck(CASES / "good" / f"{name}.yaml", Report(), TODAY)
    assert deck is not None
    return deck


def items(slide: Slide) -> tuple[Item, ...]:
    block = slide.blocks[0]
    assert isinstance(block, ListBlock)
    return block.items


def slide_of(deck: Deck, name: str) -> Slide:
    return next(slide for slide in deck.slides if slide.id == name)


def test_plain_scalars_stay_as_typed() -> None:
    deck = case("as-typed")
    assert plain(deck.title) == "no"
    assert [plain(author) for author in deck.authors] == ["1.10"]
    assert deck.keywords == "on, off"
    assert plain(deck.date) == "2026-11-23"
    slide = slide_of(deck, "0x1f")
    assert plain(slide.subtitle) == "~"
    assert [plain(item.text) for item in items(slide)] == [
        "12:30", "1939: the pact", "1939-08-23", "no", "null", 'He said: "yes"', "it", "Gains in the west",
        "Quoted:", "Gains:", "C#, F# and a#b", "a:b", "-5 degrees", items(slide)[13].text[0].text, "It's",
        "text: a", "long form",
    ]  # fmt: skip


def test_nested_lists_keep_kind_language_and_place(tmp_path: Path) -> None:
    deck, found = read(
        tmp_path,
        "slides:\n  - numbered:\n      - a:\n          - b: [c]\n      - {text: d, items: [e], lang: de}\n",
    )
    assert not found
    first, second = items(deck.slides[0])
    assert first.children is not None
    nested = first.children.items[0].children
    assert nested is not None
    assert nested.ordered
    assert plain(nested.items[0].text) == "c"
    assert (second.lang, second.span.line, second.span.column) == ("de", 5, 16)


def test_every_block_is_read() -> None:
    deck = case("every-block")
    assert (deck.size, deck.overflow, deck.slides[0].kind) == (
        (720.0, 540.0),
        Overflow.SPLIT,
        SlideKind.OPENING,
    )
    assert deck.slides[1].kind is SlideKind.SECTION
    assert plain(deck.slides[1].title) == plain(deck.slides[1].section) == "Text"
    numbered = slide_of(deck, "lists").blocks[1]
    assert isinstance(numbered, ListBlock)
    assert (numbered.ordered, numbered.start, numbered.columns, numbered.lang) == (True, 3, 2, "de")
    picture, beside = slide_of(deck, "picture").blocks[0], slide_of(deck, "picture-and-text").blocks[0]
    assert isinstance(picture, Image)
    assert (picture.pixels, picture.fit, picture.link) == ((320, 180), Fit.COVER, "#columns")
    assert picture.dpi == pytest.approx(144, abs=0.05)
    assert isinstance(beside, Image)
    assert (beside.decorative, beside.width, beside.place) == (True, 0.3, Place.RIGHT)
    timeline = slide_of(deck, "timeline").blocks[0]
    assert isinstance(timeline, Timeline)
    assert [(plain(e.when), plain(e.what), plain(e.detail)) for e in timeline.events] == [
        ("1918", "Peace", ""), ("1919", "A rising", ""), ("1920", "A march", "in detail"),
    ]  # fmt: skip
    texts = slide_of(deck, "two-texts").blocks
    assert [(type(block), block.id, block.lang) for block in texts] == [
        (TextBlock, "first", "fr"), (TextBlock, None, None),
    ]  # fmt: skip
    hidden = slide_of(deck, "hidden")
    assert (hidden.hidden, hidden.layout, hidden.overflow, hidden.lang) == (
        True, "title-body", Overflow.SHRINK, "en-GB",
    )  # fmt: skip
    assert (hidden.layout_span.line, hidden.layout_span.column) == (78, 13)


def test_ids_follow_titles_and_repeats_are_counted() -> None:
    assert [slide.id for slide in case("repeats").slides] == ["same", "same-2", "same-3", "ünder-bold-more"]


def test_the_authors_ids_come_first(tmp_path: Path) -> None:
    deck, found = read(
        tmp_path,
        "slides:\n  - title: A\n  - title: B\n    id: a\n  - title: A\n  - title: '!'\n"
        "  - title: c\n    id: a-2\n",
    )
    assert not found
    assert [slide.id for slide in deck.slides] == ["a-3", "a", "a-4", None, "a-2"]


def test_includes_bring_their_slides_and_their_own_paths() -> None:
    deck = case("include")
    assert [slide.id for slide in deck.slides] == ["deck", "mine", "theirs", "again"]
    picture = deck.slides[2].blocks[0]
    assert isinstance(picture, Image)
    assert picture.path == (CASES / "good/pictures/wide.png").resolve()
    assert picture.span.file == (CASES / "good/parts/more.yaml").as_posix()


def test_includes_bring_the_slides_asked_for(tmp_path: Path) -> None:
    (tmp_path / "more.yaml").write_text(
        "slides:\n  - title: A\n  - title: A\n  - title: B\n    id: c\n", encoding="utf-8"
    )
    deck, found = read(tmp_path, "slides:\n  - title: A\n  - {include: more.yaml, slides: [c, a-2]}\n")
    assert not found
    assert [(slide.id, slide.span.line) for slide in deck.slides] == [("a", 2), ("c", 4), ("a-2", 3)]


def test_openings(tmp_path: Path) -> None:
    assert [slide.kind for slide in case("no-opening").slides] == [SlideKind.CONTENT]
    opening = case("opening").slides[0]
    assert (opening.kind, plain(opening.title)) == (SlideKind.OPENING, "Deck")
    assert opening.notes
    assert opening.background is not None
    assert opening.background.role == "accent1"
    deck, found = read(tmp_path, "slides:\n  - title: One\n")
    assert not found
    assert (plain(deck.title), len(deck.slides)) == ("deck", 1)


def test_footers_numbers_and_dates(tmp_path: Path) -> None:
    deck = case("footers")
    assert deck.numbers is Numbers.TOTAL
    assert deck.footer
    assert plain(deck.footer) == " · ".join(FOOTER_FIELDS[n] for n in ("title", "section", "author", "date"))
    assert (slide_of(deck, "two").footer, slide_of(deck, "two").numbers) == (False, Numbers.OFF)
    assert slide_of(deck, "one").footer is None
    typed, _ = read(tmp_path, "date: today\nslides:\n  - title: One\n")
    quoted, _ = read(tmp_path, "date: 'today'\nslides:\n  - title: One\n")
    assert plain(typed.date) == datetime.date(2026, 11, 23).isoformat()
    assert plain(quoted.date) == "today"


def test_sizes_and_themes_are_resolved() -> None:
    deck = case("size")
    assert deck.size == (566.93, 566.93)
    assert (deck.theme.name, deck.theme.path) == ("lecture", None)
    assert deck.theme.overrides == {"colors": {"accent1": "#AA2200"}}
    span = deck.theme.override_spans["colors.accent1"]
    assert (span.line, span.column) == (3, 45)


def test_links_that_climb_out_are_refused(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    (tmp_path / "secret.png").write_bytes(b"")
    (inside / "link.png").symlink_to(tmp_path / "secret.png")
    _, found = read(inside, "slides:\n  - image: {src: link.png, alt: x}\n  - include: ../secret.png\n")
    assert [diagnostic.code for diagnostic in found] == ["file-outside", "file-outside"]


@pytest.mark.parametrize(
    "name", ["\\0", "a\\0b", "x" * 5000, "~", "..", "/", "/etc/passwd", "file:///etc/passwd"]
)
def test_no_file_name_harms(tmp_path: Path, name: str) -> None:
    _, found = read(
        tmp_path,
        f'theme: "{name}/"\nslides:\n  - image: {{src: "{name}", alt: x}}\n  - include: "{name}"\n',
    )
    assert [d.severity.value for d in found] == ["error"] * len(found)
    assert len(found) >= 2


def test_chains_of_includes_are_bounded(tmp_path: Path) -> None:
    for n in range(40):
        twice = f"  - include: f{n + 1}.yaml\n" * 2
        (tmp_path / f"f{n}.yaml").write_text(f"slides:\n  - title: S\n{twice}", encoding="utf-8")
    (tmp_path / "f40.yaml").write_text("slides:\n  - title: S\n", encoding="utf-8")
    _, found = read(tmp_path, "slides:\n  - include: f0.yaml\n")
    assert {diagnostic.code for diagnostic in found} == {"include-depth", "slide-count"}


def test_deep_lists_are_read_or_refused(tmp_path: Path) -> None:
    deep = "".join("  " * n + "- a:\n" for n in range(3, 45)) + "  " * 45 + "- b\n"
    _, found = read(tmp_path, f"slides:\n  - bullets:\n{deep}")
    assert not found


def test_slides_that_are_not_chosen_leave_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "part.yaml").write_text(
        "slides:\n"
        "  - {title: Theirs, text: a}\n"
        "  - {title: Left out, text: '[a link](#gone-for-good)'}\n"
        "  - content: [{text: {text: a, id: name}}]\n"
    )
    outline = tmp_path / "outline.yaml"
    outline.write_text(
        "title: Deck\nopening: false\nslides:\n"
        "  - {title: Mine, id: name, text: '[theirs](#theirs)'}\n"
        "  - {include: part.yaml, slides: [theirs]}\n"
    )
    report = Report()
    deck = read_deck(outline, report, TODAY)
    assert report.sorted() == []
    assert deck is not None
    assert [slide.id for slide in deck.slides] == ["name", "theirs"]


def test_a_theme_may_be_a_folder_beside_the_outline(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "theme.yaml").write_text("extends: night\n", encoding="utf-8")
    (tmp_path / "night").mkdir()
    (tmp_path / "night" / "theme.yaml").write_text("extends: lecture\n", encoding="utf-8")
    outline = tmp_path / "deck.yaml"
    for named, path in (("mine", tmp_path / "mine"), ("night", None), ("./night", tmp_path / "night")):
        outline.write_text(f"title: T\ntheme: {named}\nslides:\n  - title: A\n", encoding="utf-8")
        report = Report()
        deck = read_deck(outline, report, datetime.date(2026, 1, 1))
        assert deck and not report.sorted()
        assert (deck.theme.path and deck.theme.path.resolve()) == (path and path.resolve())
