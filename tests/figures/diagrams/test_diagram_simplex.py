"""The network simplex method finds what trying everything finds."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.figures.diagrams.simplex import Bond, solve

COUNT, WIDE = 5, 7


def cost(places: tuple[int, ...] | list[int], bonds: list[Bond]) -> int | None:
    """What places cost; None where they are too near to one another."""
    lengths = [places[b.head] - places[b.tail] for b in bonds]
    if any(length < bond.least for length, bond in zip(lengths, bonds, strict=True)):
        return None
    return sum(length * bond.weight for length, bond in zip(lengths, bonds, strict=True))


@st.composite
def some_bonds(draw: st.DrawFn) -> list[Bond]:
    pairs = [(a, b) for a in range(COUNT) for b in range(a + 1, COUNT)]
    chosen = draw(st.lists(st.sampled_from(pairs), max_size=8))
    return [Bond(a, b, draw(st.integers(0, 2)), draw(st.integers(0, 4))) for a, b in chosen]


@given(some_bonds(), st.booleans())
@settings(max_examples=60, deadline=None)
def test_nothing_is_cheaper(bonds: list[Bond], centred: bool) -> None:
    found = solve(COUNT, bonds, centred=centred)
    possible = (cost(places, bonds) for places in product(range(WIDE), repeat=COUNT))
    assert cost(found, bonds) == min(value for value in possible if value is not None)
    assert min(found) == 0


def test_what_may_stand_anywhere_stands_in_the_middle() -> None:
    bonds = [Bond(0, 1, 10, 1), Bond(0, 2, 1, 1), Bond(2, 1, 1, 1)]
    assert solve(3, bonds, centred=True)[2] in {4, 5, 6}


def test_a_circle_of_bonds_is_refused() -> None:
    with pytest.raises(ValueError, match="cycle"):
        solve(2, [Bond(0, 1, 1, 1), Bond(1, 0, 1, 1)])
