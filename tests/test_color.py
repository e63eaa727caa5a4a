"""Contrast and tints against published values."""

from __future__ import annotations

import pytest

from deckgen.color import contrast, luminance, tinted


def test_luminance_of_the_ends() -> None:
    assert luminance("#000000") == 0
    assert luminance("#FFFFFF") == pytest.approx(1)


@pytest.mark.parametrize(
    ("a", "b", "ratio"),
    [("#FFFFFF", "#000000", 21), ("#777777", "#FFFFFF", 4.48), ("#0000FF", "#FFFFFF", 8.59)],
)
def test_contrast_as_wcag_counts_it(a: str, b: str, ratio: float) -> None:
    assert contrast(a, b) == pytest.approx(ratio, abs=0.01)
    assert contrast(b, a) == contrast(a, b)


@pytest.mark.parametrize(
    ("color", "lighter", "darker", "shown"),
    [
        ("#4472C4", 0.6, 0.0, "#B4C7E7"),  # PowerPoint's "Accent 1, Lighter 60%"
        ("#4472C4", 0.0, 0.25, "#2F5597"),  # and "Darker 25%"
        ("#123456", 0.0, 0.0, "#123456"),
    ],
)
def test_tints_are_powerpoints(color: str, lighter: float, darker: float, shown: str) -> None:
    for channel in (1, 3, 5):
        ours, theirs = (int(c[channel : channel + 2], 16) for c in (tinted(color, lighter, darker), shown))
        assert abs(ours - theirs) <= 2
