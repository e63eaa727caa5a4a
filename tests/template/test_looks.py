"""Texts of a template look as its placeholders, and are seen where they stand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from deckgen.color import contrast
from deckgen.theme import READABLE, ColorRef
from tests.template.shapes import Layout, level, ordinary, placeholder
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
