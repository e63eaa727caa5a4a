"""Stats: numbers of one size on common baselines, as many in a row as keep their size."""

from __future__ import annotations

import pytest

from deckgen.diagnostics import Report
from deckgen.model import Align, Block, Slide, Stat, Stats, ThemeRef, characters
from deckgen.scene import Group, Page, Part, Placed, PlacedText
from deckgen.theme import Theme
from deckgen.themefile import load_theme
from tests.layout.test_place import PAGE, bullets, scene_of, text


@pytest.fixture(scope="module")
def theme() -> Theme:
    found = load_theme(ThemeRef(), PAGE, Report())
    assert found
    return found


def stats(*values: str, label: str = "of something", align: Align | None = None) -> Stats:
    return Stats(items=tuple(Stat(value=text(v), label=text(label)) for v in values), align=align)


def page_of(theme: Theme, *blocks: Block) -> Page:
    scene, report = scene_of(theme, Slide(title=text("Numbers"), blocks=blocks))
    assert report.sorted() == []
    return scene.pages[0]


def placed_stats(page: Page) -> list[Placed]:
    (group,) = (placed for placed in page.placed if placed.part is Part.STATS)
    assert isinstance(group.content, Group)
    return list(group.content.children)


def content(placed: Placed) -> PlacedText:
    assert isinstance(placed.content, PlacedText)
    return placed.content


def rows(page: Page) -> list[int]:
    """How many stand in each row."""
    tops = [placed.box.y for placed in placed_stats(page)]
    return [tops.count(top) for top in sorted(set(tops))]


@pytest.mark.parametrize(
    ("count", "expected"),
    [(1, [1]), (2, [2]), (3, [3]), (4, [4]), (5, [3, 2]), (6, [3, 3]), (7, [4, 3]), (8, [4, 4])],
)
def test_up_to_four_stand_in_a_row(theme: Theme, count: int, expected: list[int]) -> None:
    assert rows(page_of(theme, stats(*[str(n) for n in range(count)]))) == expected


def test_one_wide_number_takes_room_from_the_others(theme: Theme) -> None:
    page = page_of(theme, stats("9,192,631,770", "86,400", "1 s"))
    assert rows(page) == [3]
    first, second, third = (placed.box.w for placed in placed_stats(page))
    assert first > second > third >= 150
    assert content(placed_stats(page)[0]).paragraphs[0].look.size >= 59


def test_wide_numbers_rather_stand_in_two_rows_than_small(theme: Theme) -> None:
    page = page_of(theme, stats("9,192,631,770", "7,654,321,000", "7 %", "€3 bn"))
    assert rows(page) == [2, 2]
    assert content(placed_stats(page)[0]).paragraphs[0].look.size >= 48


def test_all_numbers_of_a_slide_have_one_size_and_each_one_line(theme: Theme) -> None:
    page = page_of(theme, stats("123 million people", "4", "56"))
    first = [content(placed).paragraphs[0] for placed in placed_stats(page)]
    assert len({p.look.size for p in first}) == 1
    assert all(len(p.lines) == 1 for p in first)


def test_the_detail_stands_under_the_label_in_one_box(theme: Theme) -> None:
    item = Stat(value=text("3×"), label=text("faster"), detail=text("in three runs"))
    (placed,) = placed_stats(page_of(theme, Stats(items=(item,))))
    found = [(characters(p.text), p.look.size) for p in content(placed).paragraphs]
    assert [words for words, _ in found] == ["3×", "faster", "in three runs"]
    sizes = [size for _, size in found]
    assert sizes == sorted(sizes, reverse=True) and sizes[0] > 2 * sizes[1]


def test_parts_are_counted_for_builds(theme: Theme) -> None:
    assert [placed.unit for placed in placed_stats(page_of(theme, stats(*"12345")))] == [0, 1, 2, 3, 4]


def test_alignment_is_the_author_s(theme: Theme) -> None:
    centred = placed_stats(page_of(theme, stats("1", "2", align=Align.CENTER)))
    assert {p.look.align for placed in centred for p in content(placed).paragraphs} == {"center"}


def test_they_shrink_with_the_slide_and_stay_on_it(theme: Theme) -> None:
    page = page_of(theme, bullets(*["A point that takes a line of the slide"] * 7), stats(*"1234"))
    assert all(placed.box.bottom <= 490 for placed in placed_stats(page))
