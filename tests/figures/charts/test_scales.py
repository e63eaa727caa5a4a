"""Scales hold their values, begin where they should, and step in round numbers."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.figures.charts.scales import ROUND_STEPS, Scale, decimals, scale_of

numbers = st.floats(-1e12, 1e12, allow_nan=False).map(lambda value: round(value, 6) + 0.0)


@pytest.mark.parametrize(
    ("values", "zero", "most", "expected"),
    [
        ((3.0, 17.0), True, 6, (0.0, 20.0, 5.0)),
        ((-12.0, 33.0), True, 6, (-20.0, 40.0, 10.0)),
        ((-5.0, -3.0), True, 6, (-5.0, 0.0, 1.0)),
        ((98.0, 102.5), False, 6, (98.0, 103.0, 1.0)),
        ((0.1, 0.45), False, 5, (0.0, 0.5, 0.1)),
        ((5.0,), False, 5, (4.5, 5.5, 0.25)),
        ((0.0, 0.0), True, 5, (0.0, 1.0, 0.2)),
        ((), True, 5, (0.0, 1.0, 0.2)),
    ],
)
def test_the_ends_and_the_step_are_round(
    values: tuple[float, ...], zero: bool, most: int, expected: tuple[float, float, float]
) -> None:
    assert scale_of(values, zero=zero, most=most) == Scale(*expected)


def test_the_authors_ends_are_kept() -> None:
    assert scale_of((10.0, 20.0), zero=True, most=5, minimum=5.0).ticks == (5.0, 10.0, 15.0, 20.0)
    assert scale_of((10.0, 20.0), zero=False, most=5, minimum=3.0, maximum=47.0).maximum == 47.0
    assert scale_of((10.0, 20.0), zero=True, most=5, maximum=50.0).ticks[-1] == 50.0


def test_an_end_that_the_author_set_is_a_tick_where_it_can_be() -> None:
    assert scale_of((5.0, 19.0), zero=True, most=5, maximum=24.0).ticks == (0.0, 6.0, 12.0, 18.0, 24.0)
    assert scale_of((0.0, 7.0), zero=True, most=8, minimum=0.0, maximum=7.0).step == 1.0


def test_bars_rise_from_zero_or_from_the_end_next_to_it() -> None:
    assert Scale(-20.0, 40.0, 10.0).base == 0.0
    assert Scale(10.0, 40.0, 10.0).base == 10.0
    assert Scale(-40.0, -10.0, 10.0).base == -10.0


@given(st.lists(numbers, min_size=1, max_size=8), st.booleans(), st.integers(1, 9))
def test_every_scale_holds_its_values(values: list[float], zero: bool, most: int) -> None:
    scale = scale_of(values, zero=zero, most=most)
    span = scale.maximum - scale.minimum
    assert scale.minimum - span * 1e-6 <= min(values) <= max(values) <= scale.maximum + span * 1e-6
    assert scale.minimum < scale.maximum
    assert 2 <= len(scale.ticks) <= max(most, 2) + 1
    digits = scale.step / 10 ** math.floor(math.log10(scale.step) + 1e-9)
    assert any(math.isclose(digits, step, rel_tol=1e-6) for step in ROUND_STEPS)
    if zero:
        assert scale.minimum <= 0.0 <= scale.maximum


@given(st.lists(numbers, min_size=1, max_size=8), numbers, numbers)
def test_ticks_lie_between_ends_that_the_author_set(values: list[float], one: float, other: float) -> None:
    low, high = min(one, other), max(one, other) + 1.0
    scale = scale_of(values, zero=False, most=6, minimum=low, maximum=high)
    assert (scale.minimum, scale.maximum) == pytest.approx((low, high), rel=1e-6, abs=1e-6)
    assert all(scale.at(tick) <= 1 + 1e-6 for tick in scale.ticks)
    assert len(scale.ticks) <= 7


@given(numbers)
def test_shares_end_at_the_ends(value: float) -> None:
    assert 0.0 <= Scale(-10.0, 10.0, 5.0).share(value) <= 1.0


def test_decimals_are_those_that_a_number_needs() -> None:
    assert [decimals(value) for value in (1.0, 2.5, 0.25, 1e-3, 0.1 + 0.2)] == [0, 1, 2, 3, 1]
