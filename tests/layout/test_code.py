"""Code in its panel: as large as fits, never broken, its numbers and bands beside the right lines."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deckgen.diagnostics import Report, Span
from deckgen.figures.code import colored
from deckgen.model import (
    Background,
    Callout,
    CalloutKind,
    Code,
    Column,
    Columns,
    Overflow,
    Paragraph,
    Run,
    Slide,
    TextBlock,
    ThemeRef,
    characters,
)
from deckgen.scene import Group, Page, Part, Placed, PlacedText, Shape
from deckgen.theme import LINE_PITCH, Theme
from deckgen.themefile import load_theme
from tests.layout.test_place import PAGE, leaves, scene_of, text

SHORT = "def f(x):\n    return x\n\n\nprint(f(1))\n"


@pytest.fixture(scope="module")
def theme() -> Theme:
    found = load_theme(ThemeRef(), PAGE, Report())
    assert found
    return found


def code(source: str, **fields: object) -> Code:
    lines = tuple(tuple(Run(t.text, token=t.kind) for t in line) for line in colored(source, "python"))
    return replace(Code(lines=lines), **fields)  # type: ignore[arg-type]


def page_of(
    theme: Theme, *blocks: Code | Columns | TextBlock, lang: str | None = None, **more: object
) -> Page:
    slide = replace(Slide(title=text("Code"), blocks=blocks, lang=lang), **more)  # type: ignore[arg-type]
    scene, report = scene_of(theme, slide)
    assert report.sorted() == []
    return scene.pages[0]


def found(page: Page, part: Part) -> list[Placed]:
    return [one for one in page.placed if one.part is part]


def listing(page: Page) -> PlacedText:
    content = found(page, Part.CODE)[0].content
    assert isinstance(content, PlacedText)
    return content


def size_of(page: Page) -> float:
    return listing(page).paragraphs[0].look.size


def test_a_paragraph_for_every_line_each_on_one_line(theme: Theme) -> None:
    paragraphs = listing(page_of(theme, code(SHORT))).paragraphs
    assert [characters(p.text) for p in paragraphs] == SHORT.split("\n")[:-1]
    assert all(p.lines == (len(characters(p.text)),) for p in paragraphs)


def test_tokens_that_look_like_text_are_one_run_and_the_others_have_their_theme_s_weight(
    theme: Theme,
) -> None:
    first = listing(page_of(theme, code(SHORT))).paragraphs[0].text
    assert [(run.text, run.token, run.bold) for run in first] == [
        ("def ", "keyword", True), ("f", "function", False), ("(x):", "", False),
    ]  # fmt: skip


@pytest.mark.parametrize("numbers", [False, True])
def test_long_lines_make_all_lines_smaller_so_that_they_stay_whole(theme: Theme, numbers: bool) -> None:
    sizes = [size_of(page_of(theme, code("x" * n + "\n" + SHORT, numbers=numbers))) for n in range(20, 118)]
    assert sizes[0] == 18  # short content a step larger, but no larger than this
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] >= 11
    for n, size in zip(range(20, 118), sizes, strict=True):
        gutter = 0.6 + 1.2 if numbers else 0.0
        assert (n * 0.6 + gutter) * size <= 848 - 32


def test_spaces_at_the_end_of_a_line_take_no_room(theme: Theme) -> None:
    assert size_of(page_of(theme, code("x = 1" + " " * 300))) == 18


def test_a_line_that_never_fits_is_named(theme: Theme) -> None:
    slide = Slide(title=text("Code"), blocks=(code("a = 1\n" + "b" * 140, first=10),))
    _, report = scene_of(theme, slide)
    assert [(d.code, d.message) for d in report.sorted()] == [
        (
            "code-width",
            "line 11 of the code has 140 characters, "
            "but even the smallest size has room for no more than 121",
        )
    ]


def test_a_line_that_never_fits_is_shown_where_it_is_written(theme: Theme) -> None:
    block = code("a = 1\n" + "b" * 140, origin=Span("deck.yaml", 5, 9))
    _, report = scene_of(theme, Slide(title=text("Code"), blocks=(block,)))
    assert [d.span for d in report.sorted()] == [Span("deck.yaml", 6, 9)]


def test_the_panel_holds_its_lines_at_a_pitch_of_their_own(theme: Theme) -> None:
    page = page_of(theme, code(SHORT, numbers=True))
    panel, look = found(page, Part.CODE)[0].box, listing(page).paragraphs[0].look
    assert look.exact
    pitch = look.size * LINE_PITCH * look.spacing
    assert panel.h == pytest.approx(5 * pitch + 24, abs=0.01)
    (numbers,) = found(page, Part.LINE_NUMBERS)
    assert isinstance(numbers.content, PlacedText)
    assert [characters(p.text) for p in numbers.content.paragraphs] == ["1", "2", "3", "4", "5"]
    assert numbers.box.y == panel.y + 12
    frame = listing(page).frame
    assert frame
    assert panel.x + frame.padding[0] > numbers.box.right


def test_numbers_are_the_file_s(theme: Theme) -> None:
    (numbers,) = found(page_of(theme, code(SHORT, numbers=True, first=98)), Part.LINE_NUMBERS)
    assert isinstance(numbers.content, PlacedText)
    assert [characters(p.text) for p in numbers.content.paragraphs] == ["98", "99", "100", "101", "102"]


def test_bands_lie_under_the_text_at_the_lines_of_their_step(theme: Theme) -> None:
    steps = ((), ((11, 12),), ((10, 10), (14, 14)))
    page = page_of(theme, code(SHORT, first=10, steps=steps))
    order = [one.part for one in page.placed if one.part in {Part.PANEL, Part.HIGHLIGHT, Part.CODE}]
    assert order == [Part.PANEL, *[Part.HIGHLIGHT] * 3, Part.CODE]
    assert listing(page).frame
    assert listing(page).frame.fill is None  # type: ignore[union-attr]
    bands = found(page, Part.HIGHLIGHT)
    assert [band.unit for band in bands] == [1, 2, 2]
    look, panel = listing(page).paragraphs[0].look, found(page, Part.CODE)[0].box
    pitch = look.size * LINE_PITCH * look.spacing
    for band, (first, count) in zip(bands, ((1, 2), (0, 1), (4, 1)), strict=True):
        middle = panel.y + 12 + (first + count / 2) * pitch
        assert band.box.y + band.box.h / 2 == pytest.approx(middle, abs=look.size * 0.15)
        assert band.box.h == pytest.approx(count * pitch, abs=0.01)


def test_code_that_only_says_all_has_no_bands(theme: Theme) -> None:
    assert found(page_of(theme, code(SHORT, steps=((),))), Part.HIGHLIGHT) == []


def test_a_page_from_right_to_left_has_its_code_from_left_to_right(theme: Theme) -> None:
    block = code(SHORT, numbers=True, steps=(((1, 1),),), caption=text("برنامج"))
    left, right = page_of(theme, block), page_of(theme, block, lang="ar")
    for part in (Part.CODE, Part.LINE_NUMBERS, Part.HIGHLIGHT, Part.PANEL):
        assert [one.box for one in found(left, part)] == [one.box for one in found(right, part)]
    assert not any(p.rtl for p in listing(right).paragraphs)
    (caption,) = found(right, Part.CAPTION)
    assert isinstance(caption.content, PlacedText)
    assert caption.content.paragraphs[0].rtl


def test_an_inverse_page_has_a_panel_of_its_own(theme: Theme) -> None:
    page = page_of(theme, code(SHORT), background=Background(inverse=True))
    frame = listing(page).frame
    assert frame
    assert frame.fill == theme.code[True].panel


def test_in_columns_and_beside_text_nothing_leaves_its_place(theme: Theme) -> None:
    words = TextBlock(parts=(Paragraph(text=text("A paragraph. " * 12)),))
    columns = Columns(columns=(Column(blocks=(code(SHORT), words)), Column(blocks=(code("y" * 50),))))
    page = page_of(theme, columns)
    left, right = found(page, Part.CODE)
    assert left.box.right < right.box.x
    assert all(one.box.bottom <= 540 for one in leaves(page.placed))


def test_all_code_of_a_slide_has_one_size(theme: Theme) -> None:
    remark = Callout(kind=CalloutKind.EXAMPLE, content=(code("z" * 20),))
    columns = Columns(columns=(Column(blocks=(code(SHORT),)), Column(blocks=(code("y" * 50), remark))))
    first, second, third = (one.content for one in found(page_of(theme, columns), Part.CODE))
    assert isinstance(first, PlacedText) and isinstance(second, PlacedText) and isinstance(third, PlacedText)
    sizes = [content.paragraphs[0].look.size for content in (first, second, third)]
    assert sizes[0] == sizes[1] < 18
    assert sizes[2] <= sizes[1]  # in a callout there is less room


def test_a_long_listing_goes_on_at_one_size(theme: Theme) -> None:
    source = "".join(f"line_{n} = {n}\n" for n in range(1, 41)) + "z" * 80
    block = code(source, numbers=True, steps=(((2, 3),), ((40, 40),)), caption=text("All of it"))
    scene, report = scene_of(theme, Slide(title=text("Long"), blocks=(block,)), overflow=Overflow.SPLIT)
    assert report.sorted() == []
    assert len(scene.pages) == 3
    lines = [characters(p.text) for page in scene.pages for p in listing(page).paragraphs]
    assert lines == source.split("\n")
    assert len({size_of(page) for page in scene.pages}) == 1
    shown = [len(found(page, Part.HIGHLIGHT)) for page in scene.pages]
    assert shown == [1, 0, 1]
    assert [len(found(page, Part.CAPTION)) for page in scene.pages] == [0, 0, 1]


def test_a_band_has_its_rule(theme: Theme) -> None:
    (band,) = found(page_of(theme, code(SHORT, steps=(((1, 1),),))), Part.HIGHLIGHT)
    assert isinstance(band.content, Group)
    fills = [child.content.fill for child in band.content.children if isinstance(child.content, Shape)]
    assert fills == [theme.code[False].band, theme.code[False].rule]
