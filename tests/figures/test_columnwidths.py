"""Columns as wide as their content, or as their author says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.figures.columnwidths import content_widths, shared_widths

NEEDS = st.lists(
    st.tuples(st.floats(5, 200), st.floats(0, 2000)).map(lambda need: (need[0], need[0] + need[1])),
    min_size=1,
    max_size=8,
)


def test_a_table_is_no_wider_than_its_content() -> None:
    assert content_widths([10, 20], [50, 60], 500) == [50, 60]


def test_short_columns_keep_their_lines() -> None:
    assert content_widths([20, 30, 40], [40, 400, 800], 500)[0] == 40


def test_words_are_broken_only_where_all_are_too_wide() -> None:
    assert content_widths([100, 300], [200, 900], 200) == [50, 150]


def test_given_shares() -> None:
    assert shared_widths([0.25, 0.75], [1, 1], [9, 9], 400) == [100, 300]
    assert shared_widths([0.2, 0.3], [1, 1], [9, 9], 400) == pytest.approx([160, 240])
    assert shared_widths([None, 0.5, None], [1, 1, 1], [10, 9, 30], 400) == pytest.approx([50, 200, 150])


@given(NEEDS, st.floats(50, 1000))
def test_widths_hold_words_in_the_room(needs: list[tuple[float, float]], room: float) -> None:
    least, natural = [need[0] for need in needs], [need[1] for need in needs]
    widths = content_widths(least, natural, room)
    assert sum(widths) <= room * (1 + 1e-9)
    if sum(least) <= room:
        assert all(width >= word - 1e-6 for width, word in zip(widths, least, strict=True))
    assert all(width <= line + 1e-6 for width, line in zip(widths, natural, strict=True))
    if sum(natural) > room:
        assert sum(widths) == pytest.approx(room)


@given(NEEDS, st.floats(50, 1000), st.data())
def test_shares_fill_the_room(needs: list[tuple[float, float]], room: float, data: st.DataObject) -> None:
    count = len(needs)
    shares = data.draw(st.lists(st.none() | st.floats(0.01, 0.9 / count), min_size=count, max_size=count))
    widths = shared_widths(shares, [need[0] for need in needs], [need[1] for need in needs], room)
    assert sum(widths) == pytest.approx(room)
    assert all(width > 0 for width in widths)
