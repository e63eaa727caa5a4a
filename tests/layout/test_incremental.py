"""Who says how a block comes in, and at which of its clicks each paragraph does."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.layout.incremental import resolved, turns
from deckgen.model import Build, Column, Columns, Item, ListBlock, Paragraph, Run, Slide, TextBlock

NONE, PARTS, WHOLE = Build.NONE, Build.PARTS, Build.WHOLE


def words(*paragraphs: str, incremental: Build | None = None) -> TextBlock:
    parts = tuple(Paragraph(text=(Run(p),)) for p in paragraphs)
    return TextBlock(parts=parts, incremental=incremental)


def item(text: str, *children: Item, incremental: Build | None = None) -> Item:
    below = ListBlock(items=children) if children else None
    return Item(text=(Run(text),) if text else (), children=below, incremental=incremental)


@pytest.mark.parametrize(
    ("deck", "slide", "block", "expected"),
    [
        (False, None, None, None),
        (True, None, None, PARTS),
        (True, NONE, None, NONE),
        (True, WHOLE, None, WHOLE),
        (False, PARTS, None, PARTS),
        (True, None, NONE, NONE),
        (False, NONE, WHOLE, WHOLE),
    ],
)
def test_block_beats_slide_beats_deck(
    deck: bool, slide: Build | None, block: Build | None, expected: Build | None
) -> None:
    made = resolved(Slide(incremental=slide, blocks=(words("a", incremental=block),)), deck)
    assert made.blocks[0].incremental is expected


def test_a_slide_that_is_not_built_stays_the_same_object() -> None:
    slide = Slide(blocks=(words("a"), Columns(columns=(Column(blocks=(words("b"),)),))))
    assert resolved(slide, False) is slide


def test_columns_are_parts_of_their_block() -> None:
    columns = Columns(
        columns=(
            Column(blocks=(words("a"),)),
            Column(blocks=(words("b"), words("c", incremental=WHOLE)), incremental=PARTS),
            Column(blocks=(words("d"),), incremental=NONE),
        )
    )
    (made,) = resolved(Slide(blocks=(columns,)), True).blocks
    assert isinstance(made, Columns)
    assert [column.incremental for column in made.columns] == [WHOLE, PARTS, NONE]
    assert [[b.incremental for b in column.blocks] for column in made.columns] == [
        [None], [PARTS, WHOLE], [None],
    ]  # fmt: skip


def test_columns_that_come_as_one_are_not_built_apart() -> None:
    columns = Columns(columns=(Column(blocks=(words("a"),)),), incremental=WHOLE)
    (made,) = resolved(Slide(blocks=(columns,)), True).blocks
    assert isinstance(made, Columns)
    assert made.columns[0].incremental is None


def test_sub_items_come_with_their_item_unless_they_say_otherwise() -> None:
    block = ListBlock(
        items=(
            item("a", item("a1"), item("a2", item("a2x"), incremental=PARTS), item("a3")),
            item("b", item("b1"), incremental=NONE),
            item("c"),
        )
    )
    assert turns(block, parts=True) == [0, 0, 1, 1, 0, None, None, 2]
    assert turns(block, parts=False) == [None, None, 0, 0, None, None, None, None]


def test_an_item_that_goes_on_from_the_slide_before_has_no_paragraph() -> None:
    block = ListBlock(items=(item("", item("rest"), item("of it")), item("next")))
    assert turns(block, parts=True) == [0, 0, 1]


def test_paragraphs_and_lists_of_a_text_count_on() -> None:
    inner = ListBlock(items=(item("a", item("a1")), item("b")))
    block = TextBlock(parts=(Paragraph(text=(Run("one"),)), inner, Paragraph(text=(Run("two"),))))
    assert turns(block, parts=True) == [0, 1, 1, 2, 3]


ITEMS = st.recursive(
    st.builds(item, st.just("x"), incremental=st.sampled_from([None, NONE, PARTS, WHOLE])),
    lambda inner: st.builds(
        lambda below, build: replace(item("x", *below), incremental=build),
        st.lists(inner, min_size=1, max_size=3),
        st.sampled_from([None, NONE, PARTS, WHOLE]),
    ),
    max_leaves=12,
)


@given(st.lists(ITEMS, min_size=1, max_size=5), st.booleans())
def test_turns_begin_at_the_first_and_leave_none_out(items: list[Item], parts: bool) -> None:
    found = turns(ListBlock(items=tuple(items)), parts)
    numbers = [turn for turn in found if turn is not None]
    assert list(dict.fromkeys(numbers)) == list(range(len(set(numbers))))
