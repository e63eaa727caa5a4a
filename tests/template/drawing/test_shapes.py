"""Shapes of layouts and masters as SVG: fills, lines, places, what is left out."""

from __future__ import annotations

import re

import pytest

from tests.template.drawing.drawn import (
    PART,
    RED,
    SVG,
    drawings,
    file,
    numbers,
    paths,
    pixel,
    shape,
    svg,
    tree,
    words,
)
from tests.template.make import edited
from tests.template.shapes import A, group, placeholder

BLUE = RED.replace("FF0000", "0000FF")


def test_a_shape_lies_where_the_file_says() -> None:
    found = svg(shape((100, 50, 200, 80)))
    (path,) = paths(found, "#FF0000")
    assert path.get("d") == "M0,0L200,0L200,80L0,80Z"
    assert 'transform="translate(100 50)"' in found
    assert (pixel(found, 200, 90), pixel(found, 90, 90)) == ((255, 0, 0), (255, 255, 255))


def test_turned_and_mirrored_about_its_middle() -> None:
    turned = svg(shape((100, 100, 200, 100), "homePlate", attributes='rot="5400000"'))
    assert pixel(turned, 200, 245) == (255, 0, 0)  # it points down
    assert pixel(turned, 155, 245) == (255, 255, 255)
    mirrored = svg(shape((100, 100, 200, 100), "homePlate", attributes='flipH="1"'))
    assert pixel(mirrored, 104, 104) == (255, 255, 255)
    assert pixel(mirrored, 296, 104) == (255, 0, 0)


def test_groups_stretch_what_they_hold_but_not_its_lines() -> None:
    line = '<a:ln w="25400"><a:solidFill><a:srgbClr val="0000FF"/></a:solidFill></a:ln>'
    inner = shape((10, 10, 20, 20), inside=RED + line)
    found = svg(group((100, 100, 400, 200), (0, 0, 40, 40), inner))
    (path,) = paths(found, "#FF0000")
    assert path.get("d") == "M0,0L200,0L200,100L0,100Z"
    assert path.get("stroke-width") == "2"
    assert pixel(found, 300, 200) == (255, 0, 0)


def test_members_take_their_group_s_fill() -> None:
    member = shape((0, 0, 40, 40), inside="<a:grpFill/>")
    found = svg(group((0, 0, 40, 40), (0, 0, 40, 40), member).replace("</p:grpSpPr>", f"{BLUE}</p:grpSpPr>"))
    assert len(paths(found, "#0000FF")) == 1


def test_placeholders_and_what_is_hidden_are_left_out() -> None:
    hidden = shape((0, 0, 9, 9)).replace('name="Shape"', 'name="Shape" hidden="1"')
    found = svg(placeholder("title", at=(60, 30, 840, 80)), hidden)
    assert paths(found, "#FF0000") == []


def test_master_s_shapes_lie_beneath_the_layout_s() -> None:
    found = svg(shape((0, 0, 50, 50)), shapes=(shape((0, 0, 50, 50), inside=BLUE),))
    assert [path.get("fill") for path in paths(found)][-2:] == ["#0000FF", "#FF0000"]


def test_a_layout_may_leave_the_master_s_shapes_out() -> None:
    data = file(shape((0, 0, 50, 50)), shapes=(shape((0, 0, 50, 50), inside=BLUE),))
    attribute = '<p:sldLayout showMasterSp="0" '
    without = edited(data, PART, lambda xml: xml.replace("<p:sldLayout ", attribute, 1))
    found = drawings(without).svg(PART)
    assert paths(found, "#0000FF") == []
    assert len(paths(found, "#FF0000")) == 1


def test_a_style_of_the_theme_with_the_shape_s_colour() -> None:
    style = (
        '<p:style><a:lnRef idx="1"><a:schemeClr val="accent2"/></a:lnRef><a:fillRef idx="1">'
        '<a:schemeClr val="accent1"/></a:fillRef><a:effectRef idx="0"/><a:fontRef idx="minor"/></p:style>'
    )
    (path,) = paths(svg(shape((0, 0, 50, 50), inside="", after=style)), "#C00000")
    assert (path.get("stroke"), path.get("stroke-width")) == ("#0070C0", "0.5")


def test_no_fill_and_no_line_draw_nothing() -> None:
    assert (
        len(paths(svg(shape((0, 0, 50, 50), inside="<a:noFill/><a:ln><a:noFill/></a:ln>")))) == 1
    )  # the page


def test_lines_with_dashes_and_heads() -> None:
    line = (
        '<a:ln w="25400" cap="rnd"><a:solidFill><a:srgbClr val="0000FF"><a:alpha val="50000"/></a:srgbClr>'
        '</a:solidFill><a:prstDash val="dash"/><a:tailEnd type="triangle"/></a:ln>'
    )
    found = svg(shape((0, 100, 300, 0), "line", line))
    drawn = next(path for path in paths(found) if path.get("stroke"))
    assert (drawn.get("stroke-dasharray"), drawn.get("stroke-linecap")) == ("8 6", "round")
    assert drawn.get("stroke-opacity") == "0.5"
    head = paths(found, "#0000FF")[0]
    assert head.get("transform") == "translate(300 0) rotate(0)"


GRADIENT = (
    '<a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="FF0000"/></a:gs><a:gs pos="100000">'
    '<a:srgbClr val="0000FF"/></a:gs></a:gsLst>{}</a:gradFill>'
)


@pytest.mark.parametrize(
    ("direction", "ends"),
    [
        ('<a:lin ang="0"/>', ("0", "50", "200", "50")),
        ('<a:lin ang="5400000"/>', ("100", "0", "100", "100")),
        ('<a:lin ang="2700000" scaled="1"/>', ("0", "0", "200", "100")),
        ('<a:lin ang="2700000" scaled="0"/>', ("25", "-25", "175", "125")),
    ],
)
def test_linear_gradients_reach_from_corner_to_corner(direction: str, ends: tuple[str, ...]) -> None:
    found = tree(svg(shape((0, 0, 200, 100), inside=GRADIENT.format(direction))))
    (gradient,) = found.iter(f"{SVG}linearGradient")
    assert tuple(gradient.get(name) for name in ("x1", "y1", "x2", "y2")) == ends


def test_a_gradient_around_a_place() -> None:
    path = '<a:path path="circle"><a:fillToRect l="100000" t="100000"/></a:path>'
    (gradient,) = tree(svg(shape((0, 0, 30, 40), inside=GRADIENT.format(path)))).iter(f"{SVG}radialGradient")
    assert [gradient.get(name) for name in ("cx", "cy", "r")] == ["30", "40", "50"]


def test_shadows_fall_where_the_light_says() -> None:
    cast = (
        '<a:effectLst><a:outerShdw blurRad="0" dist="127000" dir="0"><a:srgbClr val="0000FF"/></a:outerShdw>'
        "</a:effectLst>"
    )
    found = svg(shape((100, 100, 50, 50), inside=RED + cast))
    assert pixel(found, 156, 120) == (0, 0, 255)
    assert pixel(found, 140, 120) == (255, 0, 0)


@pytest.mark.parametrize(
    ("background", "color"),
    [
        ('<p:bg><p:bgPr><a:solidFill><a:schemeClr val="accent3"/></a:solidFill></p:bgPr></p:bg>', "#00B050"),
        ('<p:bg><p:bgRef idx="1001"><a:schemeClr val="accent2"/></p:bgRef></p:bg>', "#0070C0"),
        ("", "#FFFFFF"),
    ],
)
def test_the_background_is_the_layout_s_or_its_master_s(background: str, color: str) -> None:
    drawing = drawings(file(background=background)).layout(PART)
    assert f'fill="{color}"' in drawing.background.markup
    assert drawing.shapes == ()


def test_of_alternatives_the_fallback_is_drawn() -> None:
    names = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:p14="urn:p14"'
    choice = f"<mc:Choice Requires='p14'>{shape((0, 0, 9, 9), inside=BLUE)}</mc:Choice>"
    fallback = f"<mc:Fallback>{shape((0, 0, 9, 9))}</mc:Fallback>"
    found = svg(f"<mc:AlternateContent {names}>{choice}{fallback}</mc:AlternateContent>")
    assert (len(paths(found, "#0000FF")), len(paths(found, "#FF0000"))) == (0, 1)


def test_a_table_has_cells_with_fills_and_words() -> None:
    letter = "<a:txBody><a:bodyPr/><a:p><a:r><a:t>A</a:t></a:r></a:p></a:txBody>"
    cell = f"<a:tc>{letter}<a:tcPr>{RED}</a:tcPr></a:tc>"
    grid = '<a:tblGrid><a:gridCol w="635000"/><a:gridCol w="635000"/></a:tblGrid>'
    table = f'<a:tbl>{grid}<a:tr h="254000">{cell * 2}</a:tr></a:tbl>'
    frame = (
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="5" name="T"/><p:cNvGraphicFramePr/><p:nvPr/>'
        '</p:nvGraphicFramePr><p:xfrm><a:off x="0" y="0"/><a:ext cx="1270000" cy="254000"/></p:xfrm>'
        f'<a:graphic><a:graphicData uri="{A}/table">{table}</a:graphicData></a:graphic></p:graphicFrame>'
    )
    found = svg(frame)
    assert len(paths(found, "#FF0000")) == 2
    assert "translate(50 0)" in found
    assert "scale(" in found  # glyphs


def test_what_is_not_drawn_is_said_once() -> None:
    chart = (
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="5" name="C"/><p:cNvGraphicFramePr/><p:nvPr/>'
        '</p:nvGraphicFramePr><p:xfrm><a:off x="0" y="0"/><a:ext cx="1270000" cy="254000"/></p:xfrm>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"/></a:graphic>'
        "</p:graphicFrame>"
    )
    made = drawings(file(chart, chart, shape((0, 0, 9, 9), "gear6")))
    made.svg(PART)
    assert made.undrawn == ("a chart", "a shape of the kind `gear6`")


def test_ids_are_unique_and_lead_to_something() -> None:
    found = svg(*(shape((0, 0, 99, 99), inside=GRADIENT.format("<a:lin/>")) for _ in range(3)))
    ids = re.findall(r' id="([^"]+)"', found)
    assert len(ids) == len(set(ids)) == 3
    assert set(re.findall(r"url\(#([^)]+)\)", found)) == set(ids)


def test_every_number_is_one() -> None:
    wild = shape((0, 0, 0, 0), "can", GRADIENT.format("<a:lin ang='99999999999'/>"), attributes='rot="-7"')
    assert not {"nan", "inf"} & set(numbers(svg(wild, shape((9e4, -9e4, 9e4, 1), "sun"))))


def test_words_are_outlines_in_the_text_s_colour() -> None:
    run = 'sz="2400"'
    found = svg(shape((100, 100, 300, 60), inside="<a:noFill/>", after=words("Institute", run)))
    glyphs = [path for path in paths(found) if "scale(" in (path.get("transform") or "")]
    assert len(glyphs) == len("Institute")
    assert '<g fill="#102030">' in found
    assert "Institute" not in found
