"""Preset shapes and shapes' own paths."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from deckgen.template.drawing.custom import custom_outlines
from deckgen.template.drawing.guides import evaluated, presets
from deckgen.template.drawing.outline import Outline
from deckgen.template.drawing.presets import PRESETS, preset_outlines
from tests.template.shapes import A

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


def geometry(xml: str) -> etree._Element:
    return etree.fromstring(f'<a:custGeom xmlns:a="{A}">{xml}</a:custGeom>')


def test_a_path_of_its_own_size_is_stretched_to_the_shape() -> None:
    path = (
        '<a:moveTo><a:pt x="0" y="0"/></a:moveTo><a:lnTo><a:pt x="r" y="mid"/></a:lnTo>'
        '<a:cubicBezTo><a:pt x="1" y="2"/><a:pt x="3" y="4"/><a:pt x="10" y="20"/></a:cubicBezTo>'
        '<a:quadBezTo><a:pt x="5" y="5"/><a:pt x="0" y="20"/></a:quadBezTo><a:close/>'
    )
    guides = '<a:gdLst><a:gd name="mid" fmla="*/ 20 1 2"/></a:gdLst>'
    xml = f'{guides}<a:pathLst><a:path w="10" h="20" fill="darken">{path}</a:path></a:pathLst>'
    (outline,) = custom_outlines(geometry(xml.replace('x="r"', 'x="10"')), 100, 100)
    assert outline.data == "M0,0L100,50C10,10 30,20 100,100Q50,25 0,100Z"
    assert (outline.shade, outline.stroked) == ("darken", True)


def test_a_path_without_a_size_is_in_emu() -> None:
    path = '<a:moveTo><a:pt x="l" y="t"/></a:moveTo><a:lnTo><a:pt x="wd2" y="127000"/></a:lnTo>'
    xml = f"<a:pathLst><a:path>{path}</a:path></a:pathLst>"
    (outline,) = custom_outlines(geometry(xml), 100, 100)
    assert outline.data == "M0,0L50,10"


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("val 7", 7), ("*/ w 1 4", 25), ("+- 5 3 1", 7), ("+/ 5 3 4", 2), ("?: 1 2 3", 2), ("?: 0 2 3", 3),
        ("abs -4", 4), ("at2 1 1", 2_700_000), ("cat2 10 3 4", 6), ("sat2 10 3 4", 8), ("cos 2 cd2", -2),
        ("sin 2 cd4", 2), ("tan 1 cd8", 1), ("max 1 2", 2), ("min 1 2", 1), ("mod 2 3 6", 7),
        ("pin 1 9 5", 5), ("pin 1 0 5", 1), ("sqrt 16", 4), ("*/ 1 1 0", 0), ("sqrt -1", 0),
        ("nonsense 1", 0), ("", 0),
    ],
)  # fmt: skip
def test_formulas(formula: str, value: float) -> None:
    guide = etree.fromstring(f'<gd name="x" fmla="{formula}"/>')
    assert evaluated([guide], presets(100, 50))["x"] == pytest.approx(value, abs=1e-6)
