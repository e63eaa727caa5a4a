"""Preset shapes, and the lines and curves that draw them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.figures.outline import Outline
from deckgen.figures.presets import GUIDES, PRESETS, preset_outlines, preset_path

POKES_OUT = {"wedgeRectCallout", "wedgeRoundRectCallout", "wedgeEllipseCallout", "cloud", "teardrop", "heart",
             "wave", "doubleWave", "moon", "flowChartDocument", "chord"}  # fmt: skip
"""Shapes whose tips or control points lie outside their box."""


def coordinates(outline: Outline) -> list[tuple[float, float]]:
    pairs = re.findall(r"(-?[\d.]+),(-?[\d.]+)", outline.data)
    return [(float(x), float(y)) for x, y in pairs]


def test_the_common_shapes_are_drawn() -> None:
    assert len(PRESETS) >= 100
    assert preset_outlines("funnel", 10, 10, {}) is None


@pytest.mark.parametrize("name", sorted(PRESETS))
@pytest.mark.parametrize("size", [(120.0, 60.0), (40.0, 200.0)])
def test_presets_stay_in_their_box(name: str, size: tuple[float, float]) -> None:
    outlines = preset_outlines(name, *size, {})
    assert outlines
    points = [point for outline in outlines for point in coordinates(outline)]
    assert points
    if name not in POKES_OUT:
        assert all(-0.01 <= x <= size[0] + 0.01 and -0.01 <= y <= size[1] + 0.01 for x, y in points)


@given(st.sampled_from(sorted(PRESETS)), st.floats(-1e6, 1e6), st.floats(-1e6, 1e6), st.floats(0, 2000))
@settings(max_examples=300, deadline=None)
def test_no_adjustment_breaks_a_preset(name: str, first: float, second: float, width: float) -> None:
    given_ = {"adj": first, "adj1": first, "adj2": second, "adj3": second, "adj4": first, "vf": second}
    for outline in preset_outlines(name, width, 50.0, given_) or []:
        assert "nan" not in outline.data
        assert "inf" not in outline.data


@pytest.mark.parametrize(
    ("name", "given_", "path"),
    [
        ("rect", {}, "M0,0L100,0L100,50L0,50Z"),
        ("rightArrow", {}, "M0,12.5L75,12.5L75,0L100,25L75,50L75,37.5L0,37.5Z"),
        ("leftArrow", {"adj2": 100000}, "M100,12.5L50,12.5L50,0L0,25L50,50L50,37.5L100,37.5Z"),
        ("homePlate", {"adj": 20000}, "M0,0L90,0L100,25L90,50L0,50Z"),
        ("parallelogram", {"adj": 50000}, "M0,50L25,0L100,0L75,50Z"),
        ("snip1Rect", {"adj": 50000}, "M0,0L0,0L75,0L100,25L100,50L100,50L0,50L0,50Z"),
        ("diagStripe", {}, "M0,25L50,0L100,0L0,50Z"),
        ("mathMinus", {}, "M13.255,19.12L86.745,19.12L86.745,30.88L13.255,30.88Z"),
    ],
)
def test_presets_by_the_formulas_of_the_standard(name: str, given_: dict[str, float], path: str) -> None:
    (outline,) = preset_outlines(name, 100, 50, given_) or []
    assert outline.data == path


def test_an_arc_goes_by_the_angles_that_one_sees() -> None:
    """A quarter of an ellipse ends where its axis does, and one of 45° where the diagonal meets it."""
    quarter = Outline().move(100, 25).arc(100, 25, 0, 90)
    assert coordinates(quarter)[-1] == pytest.approx((0, 50), abs=0.01)
    eighth = Outline().move(100, 25).arc(100, 25, 0, 45)
    x, y = coordinates(eighth)[-1]
    assert x == pytest.approx(y - 25, abs=0.01)


@pytest.mark.parametrize("name", sorted(GUIDES))
def test_a_proportion_of_a_themes_own_is_drawn(name: str) -> None:
    usual = preset_path(name, 100, 50)
    assert preset_path(name, 100, 50, adjust=0.3) != usual if GUIDES[name] else usual.startswith("M")


def test_half_frames_are_as_thick_across_as_down() -> None:
    assert preset_path("halfFrame", 100, 100, adjust=0.1) == "M0,0L100,0L90,10L10,10L10,90L0,100Z"
