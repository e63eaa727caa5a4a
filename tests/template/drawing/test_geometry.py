"""Shapes' own paths, and the formulas in them."""

from __future__ import annotations

import pytest
from lxml import etree

from deckgen.template.drawing.custom import custom_outlines
from deckgen.template.drawing.guides import evaluated, presets
from tests.template.shapes import A


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
