"""Variants, groups and repetition: what of an outline is read, with which names, under which ids."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.diagnostics import Diagnostic, Report
from deckgen.model import (
    Background,
    Build,
    Columns,
    Deck,
    ListBlock,
    Paragraph,
    SlideKind,
    TextBlock,
    Timeline,
    characters,
    plain,
)
from deckgen.source.environment import NOTHING, Given
from deckgen.source.reader import read_deck
from tests.source.outlines import CASES, TODAY


def read(
    folder: Path, text: str, given: Given = NOTHING, output: str | None = None
) -> tuple[Deck, list[Diagnostic]]:
    outline = folder / "deck.yaml"
    outline.write_text(text, encoding="utf-8")
    return _read(outline, given, output)


def _read(outline: Path, given: Given, output: str | None) -> tuple[Deck, list[Diagnostic]]:
    report = Report()
    deck = read_deck(outline, report, TODAY, given, output)
    assert deck
    return deck, report.sorted()


def good(name: str, *variants: str, output: str | None = None) -> Deck:
    deck, found = _read(CASES / "good" / f"{name}.yaml", Given(variants), output)
    assert [d.code for d in found if d.code != "file-missing"] == []
    return deck


def titles(deck: Deck) -> list[str]:
    return [plain(slide.title) for slide in deck.slides]


def text_of(block: object) -> str:
    assert isinstance(block, TextBlock)
    return "\n".join(characters(part.text) for part in block.parts if isinstance(part, Paragraph))


def test_without_a_variant_what_has_only_is_left_out() -> None:
    deck = good("variants")
    assert titles(deck) == ["For all", "In the file", "Columns", "A block"]
    first, _, columns, block = deck.slides
    (bullets,) = first.blocks
    assert isinstance(bullets, ListBlock)
    assert [plain(item.text) for item in bullets.items] == ["a", "not in class"]
    assert first.notes == ()
    (only_column,) = columns.blocks
    assert isinstance(only_column, Columns)
    assert [plain(column.title) for column in only_column.columns] == ["Left"]
    (timeline,) = block.blocks
    assert isinstance(timeline, Timeline)
    assert [plain(event.what) for event in timeline.events] == ["First caught"]
    assert deck.variants == {"teacher", "class", "exam", "html"}


def test_variants_and_formats_put_in_what_is_for_them() -> None:
    deck = good("variants", "class", output="html")
    assert titles(deck) == ["For all", "In the slideshow", "Columns", "A block"]
    (bullets,) = deck.slides[0].blocks
    assert isinstance(bullets, ListBlock)
    assert [plain(item.text) for item in bullets.items] == ["a"]
    teacher, found = _read(CASES / "good" / "variants.yaml", Given(("teacher", "class")), "pptx")
    assert [d.code for d in found] == ["missing-alt", "file-missing", "file-missing"]
    assert titles(teacher) == [
        "Deck",
        "For all",
        "For teachers",
        "In the file",
        "Columns",
        "A block",
        "Never seen",
    ]
    assert [len(slide.blocks) for slide in teacher.slides] == [0, 1, 0, 0, 1, 2, 0]
    assert teacher.slides[0].notes and teacher.slides[1].notes


def test_one_column_of_two_gives_what_it_holds(tmp_path: Path) -> None:
    deck, found = read(tmp_path, "slides:\n  - columns: [{text: a, bullets: [b]}, {text: c, only: x}]\n")
    assert found == []
    assert [type(block) for block in deck.slides[0].blocks] == [TextBlock, ListBlock]


def test_what_is_left_out_is_not_looked_at(tmp_path: Path) -> None:
    hidden = "{only: x, image: none.png, nonsense: 1, for: {each: 1}, text: '{{ nothing }}', id: a b}"
    deck, found = read(tmp_path, f"slides: [{{title: A}}, {hidden}, {{only: x, include: none.yaml}}]")
    assert (titles(deck), found) == (["A"], [])


def test_a_block_whose_items_are_all_for_others_is_none(tmp_path: Path) -> None:
    text = "slides: [{title: A, bullets: [{text: a, only: x}], numbered: {items: [{text: b, only: x}]}}]"
    deck, found = read(tmp_path, text)
    assert (deck.slides[0].blocks, found) == ((), [])


@pytest.mark.parametrize("item", ["only: x", "except: x"])
def test_an_item_with_a_colon_is_text(tmp_path: Path, item: str) -> None:
    deck, found = read(tmp_path, f"slides:\n  - bullets:\n      - {item}\n")
    (bullets,) = deck.slides[0].blocks
    assert isinstance(bullets, ListBlock)
    assert (plain(bullets.items[0].text), found) == (item, [])


def test_a_link_to_a_slide_of_another_variant_is_an_error_that_says_so(tmp_path: Path) -> None:
    text = "slides: [{text: '[a](#other)'}, {title: Other, only: x}]"
    _, found = read(tmp_path, text)
    assert [d.code for d in found] == ["unknown-id"]
    assert "left out of this variant" in found[0].hints[0]
    assert read(tmp_path, text, Given(("x",)))[1] == []


def test_what_the_command_line_adds_and_nobody_asks_for_is_a_warning(tmp_path: Path) -> None:
    given = Given(("techer",), (("yaer", "2026"), ("hidden", "1")))
    hidden = "{title: A}, {only: x, text: '{{ hidden }}'}"
    text = f"vars: {{year: 1}}\nslides: [{{title: '{{{{ year }}}}', only: teacher}}, {hidden}]"
    _, found = read(tmp_path, text, given)
    assert [(d.severity, d.code, d.span) for d in found] == [
        ("warning", "unused-name", None),
        ("warning", "unknown-variant", None),
    ]
    assert [d.hints for d in found] == [("did you mean `year`?",), ("did you mean `teacher`?",)]


def test_a_groups_keys_hold_for_slides_that_do_not_say_otherwise(tmp_path: Path) -> None:
    deck, found = read(
        tmp_path,
        """
slides:
  - background: accent1
    transition: fade
    incremental: true
    slides:
      - section: S
      - title: A
      - {title: B, background: inverse, transition: none, incremental: false}
      - background: accent2
        slides:
          - title: C
  - title: D
""",
    )
    assert found == []
    section, a, b, c, d = deck.slides
    assert section.kind is SlideKind.SECTION
    assert [s.background and (s.background.role or s.background.inverse) for s in deck.slides] == [
        "accent1", "accent1", True, "accent2", None,
    ]  # fmt: skip
    assert isinstance(b.background, Background)
    assert [s.transition and s.transition.kind.value for s in deck.slides] == [
        None,
        "fade",
        "none",
        "fade",
        None,
    ]
    assert [a.incremental, b.incremental, c.incremental, d.incremental] == [
        Build.PARTS, Build.NONE, Build.PARTS, None,
    ]  # fmt: skip


def test_rows_repeat_slides_groups_and_files() -> None:
    deck = good("repetition")
    assert [slide.id for slide in deck.slides[1:]] == [
        "region", "aa-in-north", "bb-in-north", "region-2", "cc-in-south", "one", "two", "3-of-4", "links",
    ]  # fmt: skip
    assert [text_of(slide.blocks[0]) for slide in deck.slides if slide.blocks][:2] == ["+4%", "-1%"]


def test_data_files_repeat_slides(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["name", "share"])
    sheet.append(["a", 0.1234])
    sheet["B2"].number_format = "0%"
    book.save(tmp_path / "x.xlsx")
    (tmp_path / "x.csv").write_text("name;share\na;0,1234\nb;1", encoding="utf-8")
    (tmp_path / "x.json").write_text('[{"name": "a", "share": 0.1234}]', encoding="utf-8")
    (tmp_path / "x.yaml").write_text("[{name: a, share: 0.1234}]", encoding="utf-8")
    for name in ("x.xlsx", "x.csv", "x.json", "x.yaml"):
        text = (
            f"slides: [{{for: {{each: r, in: {name}, where: {{name: a}}}}, title: '{{{{ r.share:0.0% }}}}'}}]"
        )
        deck, found = read(tmp_path, text)
        assert (titles(deck), found) == (["12.3%"], [])


def test_names_of_the_outline_data_and_command_line_go_over_one_another(tmp_path: Path) -> None:
    (tmp_path / "more.json").write_text(
        '{"b": 2.50, "c": 2, "deep": {"list": [true, null]}}', encoding="utf-8"
    )
    (tmp_path / "rows.csv").write_text("k,v\nx,1\n", encoding="utf-8")
    data = (tmp_path / "more.json", tmp_path / "rows.csv")
    given = Given(texts=(("c", "3"),), data=data)
    text = "vars: {a: 1, b: 1, c: 1, all: 'a{{ a }}b{{ b }}c{{ c }}'}\nslides: [{title: '{{ all }}'}, "
    text += "{for: {each: r, in: rows}, title: '{{ r.k }}'}, "
    text += "{for: {each: r, in: deep.list}, title: 'is {{ r }}'}]"
    deck, found = read(tmp_path, text, given)
    assert (titles(deck), found) == (["a1b2.50c3", "x", "is true", "is "], [])


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("d.json", "{"), ("d.json", '"text"'), ("d.json", '{"a b": 1}'), ("d.json", '{"a": "\\u0001"}'),
        ("d.json", '{"a": "\\ud800"}'), ("d.json", "[" * 100_000), ("d.json", ""), ("d.yaml", "text"),
        ("d.yaml", "a: [b"), ("d.csv", ""), ("two words.csv", "a,b\n1,2"), ("d.xlsx", "no"),
        ("d.json", "\xff"),
    ],
)  # fmt: skip
def test_a_data_file_that_is_none_is_a_diagnostic(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_bytes(content.encode("latin-1"))
    _, found = read(tmp_path, "slides: [{title: A}]", Given(data=(tmp_path / name,)))
    assert found
    assert all(d.severity == "error" for d in found)


def test_the_outlines_own_names_go_before_the_built_in_ones(tmp_path: Path) -> None:
    deck, found = read(
        tmp_path, "title: '{{ title }}!'\nslides: [{title: '{{ title }}'}]\nvars: {title: Own}"
    )
    assert (titles(deck), plain(deck.title), found) == (["Own!", "Own"], "Own!", [])


def test_sections_are_known_where_slides_stand(tmp_path: Path) -> None:
    (tmp_path / "part.yaml").write_text("slides: [{section: P}, {title: 'p {{ section }}', id: p}]")
    slides = [
        "{title: 'none{{ section }}'}", "{section: A}", "{title: 'a {{ section }}'}",
        "{include: part.yaml, slides: [p]}", "{title: 'b {{ section }}'}", "{include: part.yaml}",
        "{title: 'c {{ section }}'}",
    ]  # fmt: skip
    deck, _ = read(tmp_path, f"slides: [{', '.join(slides)}]")
    assert titles(deck) == ["none", "A", "a A", "p P", "b A", "P", "p P", "c P"]


def test_a_deck_has_an_end(tmp_path: Path) -> None:
    many = ", ".join(str(n) for n in range(120))
    inner = f"{{for: {{each: b, in: [{many}]}}, title: x}}"
    text = f"slides: [{{for: {{each: a, in: [{many}]}}, slides: [{inner}]}}]"
    _, found = read(tmp_path, text)
    assert [d.code for d in found] == ["slide-count"]


def test_ids_of_repeated_slides_and_blocks_are_no_duplicates(tmp_path: Path) -> None:
    slide = "{for: {each: n, in: [1, 2, 3]}, id: s, text: {text: '{{ n }}', id: t}}"
    text = f"slides: [{slide}, {{id: s-2, title: x}}]"
    deck, found = read(tmp_path, text)
    assert found == []
    assert [slide.id for slide in deck.slides] == ["s", "s-3", "s-4", "s-2"]


def test_a_slides_language_writes_its_numbers(tmp_path: Path) -> None:
    slides = (
        "{title: '{{ n:0.0 }}'}, {lang: en, title: '{{ n:0.0 }}'}, {text: {text: '{{ n:0.0 }}', lang: en}}"
    )
    deck, _ = read(tmp_path, f"vars: {{n: 1.5}}\nlang: de\nslides: [{slides}]")
    assert titles(deck) == ["1,5", "1.5", ""]
    assert text_of(deck.slides[2].blocks[0]) == "1.5"


def test_footers_know_the_names_of_the_outline(tmp_path: Path) -> None:
    text = "vars: {course: '{{ title }}'}\nfooter: '{{ course }} · {{ section }}'\nslides: [{title: A}]"
    deck, found = read(tmp_path, text.replace("'{{ title }}'", r"'\{{ title }}'"))
    assert found == []
    assert deck.footer
    assert plain(deck.footer).startswith("{{ title }} · ")
    assert "section" not in plain(deck.footer)
