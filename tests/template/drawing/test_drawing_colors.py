"""Colours of DrawingML, against those that PowerPoint shows."""

from __future__ import annotations

import pytest
from lxml import etree

from deckgen.template.drawing.colors import Color, Palette, color_in
from tests.template.shapes import COLORS, MAP, A

PALETTE = Palette({name: f"#{value}" for name, value in COLORS.items()} | {"accent1": "#5B9BD5"}, MAP)


def color(xml: str, palette: Palette = PALETTE) -> Color | None:
    return color_in(etree.fromstring(f'<a:solidFill xmlns:a="{A}">{xml}</a:solidFill>'), palette)


@pytest.mark.parametrize(
    ("xml", "shown"),
    [
        ('<a:srgbClr val="0a7Bcc"/>', "#0A7BCC"),
        ('<a:schemeClr val="tx1"/>', "#102030"),
        ('<a:schemeClr val="bg2"/>', "#EEEEEE"),
        ('<a:prstClr val="dkBlue"/>', "#00008B"),
        ('<a:prstClr val="medAquamarine"/>', "#66CDAA"),
        ('<a:sysClr val="windowText" lastClr="112233"/>', "#112233"),
        ('<a:scrgbClr r="100%" g="0" b="50000"/>', "#FF00BA"),
        ('<a:hslClr hue="14400000" sat="100000" lum="50000"/>', "#0000FF"),
        # What PowerPoint's own palette shows of the blue of Office 2013, line by line.
        (
            '<a:schemeClr val="accent1"><a:lumMod val="40000"/><a:lumOff val="60000"/></a:schemeClr>',
            "#BDD7EE",
        ),
        ('<a:schemeClr val="accent1"><a:lumMod val="75000"/></a:schemeClr>', "#2E75B5"),
        ('<a:schemeClr val="accent1"><a:shade val="50000"/></a:schemeClr>', "#42719B"),
        ('<a:srgbClr val="000000"><a:tint val="50000"/></a:srgbClr>', "#BABABA"),
        ('<a:srgbClr val="FF0000"><a:comp/></a:srgbClr>', "#00FFFF"),
        ('<a:srgbClr val="FFFFFF"><a:inv/></a:srgbClr>', "#000000"),
        ('<a:srgbClr val="FF0000"><a:gray/></a:srgbClr>', "#4C4C4C"),
        ('<a:srgbClr val="FF0000"><a:hueOff val="7200000"/></a:srgbClr>', "#00FF00"),
        ('<a:srgbClr val="FF8080"><a:satMod val="0"/></a:srgbClr>', "#C0C0C0"),
    ],
)
def test_colors_are_as_powerpoint_shows_them(xml: str, shown: str) -> None:
    found = color(xml)
    assert found is not None
    differ = [abs(int(found.hex[at : at + 2], 16) - int(shown[at : at + 2], 16)) for at in (1, 3, 5)]
    assert max(differ) <= 1, found.hex


def test_opacity_stands_apart_from_the_colour() -> None:
    found = color('<a:srgbClr val="102030"><a:alpha val="40000"/><a:alphaMod val="50000"/></a:srgbClr>')
    assert found is not None
    assert (found.hex, round(found.alpha, 3)) == ("#102030", 0.2)


def test_a_style_takes_the_colour_that_a_shape_hands_to_it() -> None:
    own = PALETTE.with_own(Color.of("#336699"))
    assert color('<a:schemeClr val="phClr"/>', own) == Color.of("#336699")
    assert color('<a:schemeClr val="phClr"/>') is None


def test_other_colours_for_our_roles_go_through_the_colour_map() -> None:
    changed = PALETTE.with_roles({"background": "#FEDCBA", "accent1": "#00AA77"})
    assert [changed.scheme["lt1"], changed.scheme["accent1"]] == ["#FEDCBA", "#00AA77"]


@pytest.mark.parametrize(
    "xml", ['<a:srgbClr val="xyz"/>', '<a:prstClr val="none"/>', '<a:schemeClr val=""/>', ""]
)
def test_what_is_no_colour_is_none(xml: str) -> None:
    assert color(xml) is None
