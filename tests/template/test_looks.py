"""Texts of a template look as its placeholders, and are seen where they stand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from deckgen.color import contrast
from deckgen.theme import READABLE, ColorRef
from tests.template.shapes import Layout, level, ordinary, placeholder, xfrm
from tests.template.test_derive import BLUE, WHITE, theme

GREY = level(1, 'algn="ctr"', "<a:buNone/>", 'sz="1800"><a:solidFill><a:srgbClr val="606060"/></a:solidFill>')


def test_a_subtitle_looks_as_its_placeholder(tmp_path: Path) -> None:
    title = placeholder("ctrTitle", at=(120, 120, 720, 150))
    subtitle = placeholder("subTitle", 1, at=(120, 290, 720, 100), levels=GREY)
    opening = Layout("Title Slide", (title, subtitle), "title")
    master = ordinary()
    found = theme(tmp_path, replace(master, layouts=(opening, *master.layouts[1:])))
    slot = found.layouts["opening"].slot("subtitle")
    assert slot is not None
    look = found.styles[slot.style].level(0)
    assert (look.size, look.align, look.color) == (18.0, "center", ColorRef("#606060"))


def test_column_titles_are_seen_where_layouts_are_light_on_dark(tmp_path: Path) -> None:
    """By explicit colours, not by a colour map: the names are exchanged."""
    white = level(1, "", "", WHITE)
    columns = tuple(
        placeholder(
            "body", n, at=(60 + 430 * (n > 2), 130 + 60 * (n % 2), 400, 40 + 240 * (n % 2)), levels=white
        )
        for n in range(1, 5)
    )
    dark = ordinary()
    dark = replace(
        dark,
        background=BLUE,
        shapes=tuple(
            shape.replace("<a:lstStyle></a:lstStyle>", f"<a:lstStyle>{white}</a:lstStyle>")
            for shape in dark.shapes
        ),
        layouts=(*dark.layouts, Layout("Comparison", (placeholder("title"), *columns), "twoTxTwoObj")),
    )
    found = theme(tmp_path, dark)
    for name in ("comparison", "columns-3"):
        layout = found.layouts[name]
        assert layout.inverse
        color = found.hex(found.styles["column-title"].level(0).color, layout.inverse)
        assert contrast(color, "#003366") >= READABLE


def test_a_panel_of_the_template_stays_where_an_author_exchanges_light_and_dark(tmp_path: Path) -> None:
    """The title on it keeps a colour that is read there; what stands on the page's ground takes its own."""
    panel = (
        '<p:sp><p:nvSpPr><p:cNvPr id="9" name="Panel"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>'
        f'{xfrm((0, 100, 960, 190))}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill>'
        '<a:srgbClr val="003366"/></a:solidFill></p:spPr></p:sp>'
    )
    title = placeholder("ctrTitle", at=(120, 120, 720, 150), levels=level(1, "", "", WHITE))
    subtitle = placeholder("subTitle", 1, at=(120, 320, 720, 100))
    opening = Layout("Title Slide", (panel, title, subtitle), "title")
    master = ordinary()
    found = theme(tmp_path, replace(master, layouts=(opening, *master.layouts[1:])))
    layout = found.layouts["opening"]
    exchanged = not layout.inverse
    ground = found.hex(ColorRef("background"), exchanged)
    for name, behind in (("title", "#003366"), ("subtitle", ground)):
        slot = layout.slot(name)
        assert slot is not None
        color = found.at(slot.style, 1.0, exchanged).level(0).color
        assert contrast(found.hex(color, exchanged), behind) >= READABLE
