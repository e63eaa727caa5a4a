"""Tables on their pages: columns by content, points below one another, names on every part."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.diagnostics import Report
from deckgen.layout.split import cut_blocks, units
from deckgen.layout.words import MORE, and_more
from deckgen.model import Align, Build, Column, Columns, Overflow, Slide, TableColumn, ThemeRef, characters
from deckgen.model import Table as Block
from deckgen.scene import Page, Part, Placed, Table, TableCell
from deckgen.text.faces import FaceSet
from deckgen.text.measure import Measurer
from deckgen.theme import TableLook, Theme
from deckgen.themefile import load_theme
from tests.layout.test_place import PAGE, scene_of, text

ROWS = (
    ("Power", "1938", "Share"),
    ("Germany", "7415", "23.5%"),
    ("Soviet Union", "5429", "9%"),
    ("Japan", "1,740", "–"),
)
LETTERS = st.characters(min_codepoint=32, max_codepoint=0x17F)


@pytest.fixture(scope="module")
def theme() -> Theme:
    found = load_theme(ThemeRef(), PAGE, Report())
    assert found
    return found


def block(rows: tuple[tuple[str, ...], ...] = ROWS, **fields: object) -> Block:
    cells = tuple(tuple(text(cell) if cell else () for cell in row) for row in rows)
    made = Block(rows=cells, columns=(TableColumn(),) * len(rows[0]))
    return replace(made, **fields)  # type: ignore[arg-type]


def pages(theme: Theme, *blocks: Block | Columns, **fields: object) -> tuple[Page, ...]:
    slide = replace(Slide(title=text("Table"), blocks=blocks), **fields)  # type: ignore[arg-type]
    scene, report = scene_of(theme, slide)
    assert report.sorted() == []
    return scene.pages


def tables(page: Page) -> list[tuple[Placed, Table]]:
    return [(one, one.content) for one in page.placed if isinstance(one.content, Table)]


def only(theme: Theme, *blocks: Block | Columns, **fields: object) -> tuple[Placed, Table]:
    (page,) = pages(theme, *blocks, **fields)
    (found,) = tables(page)
    return found


def words(cell: TableCell) -> str:
    return "\n".join(characters(p.text) for p in cell.text.paragraphs)


def rows(table: Table) -> list[list[str]]:
    return [[words(cell) for cell in row] for row in table.rows]


def point(table: Table, row: int, column: int, theme: Theme) -> float:
    """Where the decimal point of a cell stands, or would, in pt from the column's right edge."""
    (paragraph,) = table.rows[row][column].text.paragraphs
    scene, _ = scene_of(theme, Slide(title=text("x")))
    shaped = Measurer(FaceSet(scene.theme)).shaped(paragraph.text, paragraph.look, "en")
    string = characters(paragraph.text)
    at = next((i for i, c in enumerate(string) if c in ".%"), len(string))
    return table.rows[row][column].padding[2] + (shaped.width - shaped.edges[at]) * paragraph.look.size


def test_columns_are_as_wide_as_their_content(theme: Theme) -> None:
    placed, table = only(theme, block())
    assert placed.box.w == sum(table.widths) < 848
    assert placed.box.h == pytest.approx(sum(table.heights))
    assert placed.box.x == theme.margin
    assert all(len(cell.text.paragraphs[0].lines) == 1 for row in table.rows for cell in row)


def test_points_stand_below_one_another(theme: Theme) -> None:
    _, table = only(theme, block())
    assert point(table, 2, 2, theme) == pytest.approx(point(table, 1, 2, theme), abs=0.02)
    assert point(table, 3, 2, theme) == pytest.approx(point(table, 1, 2, theme), abs=0.02)
    looks = [table.rows[1][column].text.paragraphs[0].look.align for column in range(3)]
    assert looks == ["start", "end", "end"]
    assert table.rows[0][1].text.paragraphs[0].look.align == "end"


def test_years_in_the_first_column_stand_at_its_start(theme: Theme) -> None:
    _, table = only(theme, block((("Year", "What"), ("1917", "a"), ("1939", "b"))))
    assert table.rows[1][0].text.paragraphs[0].look.align == "start"
    _, table = only(theme, block((("n", "What"), ("9", "a"), ("10", "b"))))
    assert table.rows[1][0].text.paragraphs[0].look.align == "end"


def test_given_alignment_and_shares_win(theme: Theme) -> None:
    columns = (TableColumn(align=Align.CENTER), TableColumn(width=0.5), TableColumn(align=Align.START))
    placed, table = only(theme, block(columns=columns))
    assert placed.box.w == 848
    assert table.widths[1] == 424
    assert [cell.text.paragraphs[0].look.align for cell in table.rows[1]] == ["center", "end", "start"]


def test_cells_are_set_between_fourteen_and_twenty_one(theme: Theme) -> None:
    many = (("n", "square"), *((str(n), str(n * n)) for n in range(12)))
    for one in (block(), block(many)):
        _, table = only(theme, one)
        sizes = {p.look.size for row in table.rows for cell in row for p in cell.text.paragraphs}
        assert all(14 <= size <= 21 for size in sizes)


def test_a_table_shares_its_page(theme: Theme) -> None:
    (page,) = pages(theme, Columns(columns=(Column(blocks=(block(),)), Column(blocks=(block(),)))))
    (left, _), (right, _) = tables(page)
    assert left.box.right < right.box.x
    assert right.box.right <= 904


def test_rows_left_out_are_said_in_the_language(theme: Theme) -> None:
    _, table = only(theme, block(more=30, lang="de"))
    (cell,) = table.rows[-1]
    assert (words(cell), cell.span) == ("… und 30 weitere", 3)
    assert and_more(1, "xx") == "… and 1 more"
    assert all(phrase.count("{}") == 1 for phrase in MORE.values())


def test_numbers_are_formatted_in_the_language(theme: Theme) -> None:
    formatted = block(numbers={(1, 1): (7415.0, "#,##0.00")}, lang="de")
    _, table = only(theme, formatted)
    assert rows(table)[1][1] == "7.415,00"


def test_emphasis_is_bold_and_in_the_accent(theme: Theme) -> None:
    _, table = only(theme, block(emphasized=frozenset({(1, 0)})))
    (run,) = table.rows[1][0].text.paragraphs[0].text
    assert run.bold
    assert run.roles == {"accent"}
    assert not table.rows[2][0].text.paragraphs[0].text[0].bold


def test_a_long_table_goes_on_with_its_names_and_columns(theme: Theme) -> None:
    many = (("n", "square"), *((str(n), str(n * n)) for n in range(1, 31)))
    found = [tables(page)[0][1] for page in pages(theme, block(many), overflow=Overflow.SPLIT)]
    assert len(found) > 2
    assert all(rows(table)[0] == ["n", "square"] for table in found)
    assert [cell for table in found for cell, _ in rows(table)[1:]] == [str(n) for n in range(1, 31)]
    assert len({table.widths for table in found}) == 1
    assert len({height for table in found for height in table.heights}) == 1


def test_captions_stand_below_and_ids_stay_with_the_first_part(theme: Theme) -> None:
    many = (("n",), *((str(n),) for n in range(30)))
    captioned = block(many, caption=text("Source: none"), id="numbers")
    for n, page in enumerate(pages(theme, captioned, overflow=Overflow.SPLIT)):
        (placed, _), caption = tables(page)[0], next(p for p in page.placed if p.part is Part.CAPTION)
        assert caption.box.y > placed.box.bottom
        assert placed.blocks[0].id == (None if n else "numbers")


def test_rows_that_come_one_by_one_are_tables_of_their_own(theme: Theme) -> None:
    (page,) = pages(theme, block(incremental=Build.PARTS))
    found = tables(page)
    assert [placed.unit for placed, _ in found] == [None, 0, 1, 2]
    assert [table.header for _, table in found] == [True, False, False, False]
    assert [table.end for _, table in found] == [False, False, False, True]
    for (above, _), (below, _) in pairwise(found):
        assert below.box.y == pytest.approx(above.box.bottom, abs=0.011)
    assert len(page.clicks) == 3


def test_arabic_tables_begin_at_the_right(theme: Theme) -> None:
    arabic = block((("البلد", "السنة"), ("مصر", "1922"), ("العراق", "1932.5")), lang="ar")
    placed, table = only(theme, arabic, lang="ar", title=text("جدول"))
    assert table.rtl
    assert placed.box.right == pytest.approx(904)
    number = table.rows[1][1].text.paragraphs[0]
    assert (number.rtl, number.look.align) == (False, "end")
    placed, _ = only(theme, arabic)
    assert placed.box.right == pytest.approx(904)


def test_a_banded_table_keeps_its_text_off_the_bands_edges(theme: Theme) -> None:
    looks = TableLook(), TableLook(banded=True, first_column=True)
    plain, banded = (only(replace(theme, table=look), block())[1] for look in looks)
    assert plain.rows[1][0].padding[0] == 0 < banded.rows[1][0].padding[0]
    assert banded.rows[1][0].text.paragraphs[0].text[0].bold


def test_a_row_is_high_enough_for_every_font_in_it(theme: Theme) -> None:
    """LibreOffice and PowerPoint let a row grow where its fonts ask for more, and all below it moves."""
    plain_row = block((("a",), ("x",)))
    code = replace(plain_row, rows=(plain_row.rows[0], (tuple(replace(r, code=True) for r in text("x")),)))
    (_, small), (_, large) = only(theme, plain_row), only(theme, code)
    assert large.heights[1] > small.heights[1]


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 12), st.integers(1, 4), st.booleans(), st.data())
def test_cutting_keeps_every_row(count: int, columns: int, header: bool, data: st.DataObject) -> None:
    body = tuple(tuple(f"{n}-{c}" for c in range(columns)) for n in range(count + header))
    whole = block(body, header=int(header), emphasized=frozenset({(count + header - 1, 0)}), more=3)
    assert units(whole) == count
    if count == 1:
        return
    cut = data.draw(st.integers(1, count - 1))
    (head,), (tail,) = cut_blocks((whole,), cut)
    assert isinstance(head, Block)
    assert isinstance(tail, Block)
    assert (*head.rows, *tail.rows[int(header) :]) == whole.rows
    assert tail.rows[: int(header)] == whole.rows[: int(header)]
    assert (head.more, tail.more, head.emphasized) == (0, 3, frozenset())
    assert tail.emphasized == {(len(tail.rows) - 1, 0)}


@settings(max_examples=25, deadline=None)
@given(
    st.integers(1, 6).flatmap(
        lambda n: st.lists(
            st.lists(st.text(LETTERS, max_size=40), min_size=n, max_size=n),
            min_size=2,
            max_size=6,
        )
    )
)
def test_whatever_stands_in_it_a_table_stays_in_its_box(theme: Theme, cells: list[list[str]]) -> None:
    slide = Slide(title=text("Table"), blocks=(block(tuple(map(tuple, cells))),))
    scene, report = scene_of(theme, slide)
    for placed, table in tables(scene.pages[0]):
        assert placed.box.right <= 904.5
        assert report.has_errors or placed.box.bottom <= 480
        for row, height in zip(table.rows, table.heights, strict=True):
            for cell in row:
                lines = sum(len(p.lines) * p.look.size * 1.2 for p in cell.text.paragraphs)
                assert lines + cell.padding[1] + cell.padding[3] <= height + 0.02
