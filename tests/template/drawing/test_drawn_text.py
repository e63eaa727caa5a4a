"""Words in shapes: where they stand, how they break, what they inherit."""

from __future__ import annotations

import re

import pytest

from tests.template.drawing.drawn import PART, advance, drawings, file, shape, svg, words
from tests.template.shapes import level

NONE = "<a:noFill/>"
GLYPH = re.compile(r"<path transform=\"translate\((-?[\d.]+) (-?[\d.]+)\) scale\(([\d.]+) ")


def glyphs(markup: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y, _ in GLYPH.findall(markup)]


def box(text: str, run: str = 'sz="2000"', paragraph: str = "", body: str = "") -> str:
    body = f'lIns="0" tIns="0" rIns="0" bIns="0" {body}'
    return svg(shape((0, 0, 200, 100), inside=NONE, after=words(text, run, paragraph, body)))


@pytest.mark.parametrize(("align", "free"), [("l", 0.0), ("ctr", 0.5), ("r", 1.0)])
def test_lines_stand_where_they_are_aligned(align: str, free: float) -> None:
    x, _ = glyphs(box("Hello", paragraph=f'algn="{align}"'))[0]
    assert x == pytest.approx((200 - advance("Hello", "Arial", 20)) * free, abs=0.01)


def test_anchors_put_text_at_the_top_the_middle_or_the_bottom() -> None:
    top, middle, bottom = (glyphs(box("x", body=f'anchor="{where}"'))[0][1] for where in ("t", "ctr", "b"))
    assert middle - top == pytest.approx(bottom - middle, abs=0.01)
    assert bottom < 100
    assert top > 10


def test_long_text_breaks_unless_it_must_not() -> None:
    text = "Institute for the history of diplomacy"
    assert len({y for _, y in glyphs(box(text))}) == 2
    assert len({y for _, y in glyphs(box(text, body='wrap="none"'))}) == 1


def test_sizes_come_from_the_presentation_and_the_shape_s_own_list() -> None:
    given = shape((0, 0, 400, 100), inside=NONE, after=words("x"))
    plain = GLYPH.findall(svg(given))[0][2]
    own = level(1, run='sz="3600"')
    listed = given.replace("<a:lstStyle/>", f"<a:lstStyle>{own}</a:lstStyle>")
    assert float(GLYPH.findall(svg(listed))[0][2]) == pytest.approx(2 * float(plain), rel=1e-3)


def test_capitals_are_set_as_such() -> None:
    assert len(glyphs(box("straße", 'sz="2000" cap="all"'))) == len("STRASSE")


def test_the_style_s_colour_gives_way_to_the_run_s() -> None:
    style = '<p:style><a:fontRef idx="minor"><a:schemeClr val="bg1"/></a:fontRef></p:style>'
    inherited = svg(shape((0, 0, 99, 99), inside=NONE, after=style + words("x")))
    assert '<g fill="#FFFFFF">' in inherited
    own = words("x").replace(
        "<a:rPr />", '<a:rPr><a:solidFill><a:srgbClr val="0000FF"/></a:solidFill></a:rPr>'
    )
    assert '<g fill="#0000FF">' in svg(shape((0, 0, 99, 99), inside=NONE, after=style + own))


def test_upside_down_text_is_turned_but_never_mirrored() -> None:
    found = svg(shape((0, 0, 200, 100), inside=NONE, after=words("x"), attributes='flipH="1" flipV="1"'))
    assert "rotate(180 100 50)" in found
    assert "scale(-1" not in found


def test_text_that_runs_down() -> None:
    assert "rotate(90)" in box("Down", body='vert="vert"')


def test_the_slide_s_number_is_drawn_for_each_slide() -> None:
    text = (
        words("x").replace("<a:r><a:rPr />", '<a:fld id="{0}" type="slidenum">').replace("</a:r>", "</a:fld>")
    )
    made = drawings(file(shape((0, 0, 99, 99), inside=NONE, after=text)))
    (fragment,) = made.layout(PART).shapes
    assert fragment.markup == ""
    (number,) = fragment.numbered
    assert (len(glyphs(number("7"))), len(glyphs(number("12")))) == (1, 2)


def test_bullets_hang_before_the_first_line() -> None:
    text = words("One", 'sz="2000"', 'marL="254000" indent="-254000"', 'lIns="0"')
    with_bullet = text.replace('indent="-254000"/>', 'indent="-254000"><a:buChar char="•"/></a:pPr>')
    found = glyphs(svg(shape((0, 0, 200, 100), inside=NONE, after=with_bullet)))
    assert found[0][0] == pytest.approx(0, abs=0.5)
    assert found[1][0] == pytest.approx(20, abs=0.01)
