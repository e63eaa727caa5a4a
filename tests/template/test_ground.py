"""The colour that stands for a background."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from tests.template.make import edited, made, parts, rels, zipped
from tests.template.reading import layout, template
from tests.template.shapes import DARK, Layout, Master

PICTURE = '<a:blipFill><a:blip r:embed="rId2"/><a:stretch><a:fillRect/></a:stretch></a:blipFill>'


def filled(fill: str) -> str:
    """A `p:bg` with that fill."""
    return f"<p:bg><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>"


def solid(name: str) -> str:
    """A fill of a colour of the scheme."""
    return f'<a:solidFill><a:schemeClr val="{name}"/></a:solidFill>'


def gradient(*stops: tuple[int, str]) -> str:
    """A fill between colours at places in percent."""
    made_of = "".join(f'<a:gs pos="{pos * 1000}"><a:srgbClr val="{rgb}"/></a:gs>' for pos, rgb in stops)
    return f"<a:gradFill><a:gsLst>{made_of}</a:gsLst><a:lin ang='0'/></a:gradFill>"


@pytest.mark.parametrize(
    ("background", "ground"),
    [
        (filled(solid("accent2")), "#0070C0"),
        (filled(gradient((0, "000000"), (100, "808080"))), "#404040"),
        (filled(gradient((0, "000000"), (60, "000000"), (100, "FFFFFF"))), "#333333"),
        (filled(gradient()), None),
        (filled('<a:pattFill prst="pct50"><a:fgClr><a:srgbClr val="000000"/></a:fgClr><a:bgClr>'
                '<a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>'), "#808080"),
        (filled("<a:noFill/>"), None),
        (filled(PICTURE), None),
        ('<p:bg><p:bgRef idx="1001"><a:schemeClr val="accent1"/></p:bgRef></p:bg>', "#C00000"),
        ('<p:bg><p:bgRef idx="2"><a:schemeClr val="accent1"/></p:bgRef></p:bg>', "#C00000"),
        ('<p:bg><p:bgRef idx="1099"><a:schemeClr val="accent1"/></p:bgRef></p:bg>', None),
        ("", "#EEEEEE"),
    ],
)  # fmt: skip
def test_grounds(background: str, ground: str | None, tmp_path: Path) -> None:
    master = Master(layouts=(Layout("One", background=background),), background=filled(solid("bg2")))
    assert layout(master, tmp_path).ground == ground


def test_the_masters_ground_is_seen_through_the_layouts_colours(tmp_path: Path) -> None:
    assert layout(Master(layouts=(Layout("Dark", colors=DARK),)), tmp_path).ground == "#102030"


def test_a_page_without_a_background_is_white(tmp_path: Path) -> None:
    assert layout(Master(layouts=(Layout("One"),), background=""), tmp_path).ground == "#FFFFFF"


def test_a_picture_counts_by_its_mean(tmp_path: Path) -> None:
    picture = Image.new("RGBA", (40, 20), "#204060")
    picture.paste((0, 0, 0, 0), (0, 0, 20, 20))  # the left half shows the paper
    out = BytesIO()
    picture.save(out, "PNG")
    entries = {
        **parts(Master(layouts=(Layout("One", background=filled(PICTURE)),))),
        "ppt/media/image1.png": out.getvalue(),
        "ppt/slideLayouts/_rels/slideLayout1.xml.rels": rels(
            ("slideMaster", "../slideMasters/slideMaster1.xml"), ("image", "../media/image1.png")
        ),
    }
    ground = template(zipped(entries), tmp_path).masters[0].layouts[0].ground
    assert ground == "#8F9FAF"
    broken = zipped({**entries, "ppt/media/image1.png": b"\x89PNG\r\n"})
    assert template(broken, tmp_path).masters[0].layouts[0].ground is None


def test_layouts_may_have_colours_of_their_own(tmp_path: Path) -> None:
    """A theme override, as PowerPoint writes it for a layout with another colour scheme."""
    names = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    override = "application/vnd.openxmlformats-officedocument.themeOverride+xml"
    scheme = '<a:clrScheme name="O"><a:accent1><a:srgbClr val="123456"/></a:accent1></a:clrScheme>'
    entries = {
        **parts(Master(layouts=(Layout("One", background=filled(solid("accent1"))), Layout("Two")))),
        "ppt/theme/themeOverride1.xml": f"<a:themeOverride {names}>{scheme}</a:themeOverride>",
        "ppt/slideLayouts/_rels/slideLayout1.xml.rels": rels(
            ("slideMaster", "../slideMasters/slideMaster1.xml"),
            ("themeOverride", "../theme/themeOverride1.xml"),
        ),
    }
    data = edited(
        zipped(entries),
        "[Content_Types].xml",
        lambda xml: xml.replace(
            "</Types>",
            f'<Override PartName="/ppt/theme/themeOverride1.xml" ContentType="{override}"/></Types>',
        ),
    )
    one, two = template(data, tmp_path).masters[0].layouts
    assert (one.ground, one.colors["accent1"]) == ("#123456", "#123456")
    assert two.colors["accent1"] == "#C00000"


def test_colours_that_the_scheme_lacks_are_those_of_a_new_presentation(tmp_path: Path) -> None:
    found = template(made(Master(scheme={"dk1": "111111", "lt1": "FEFEFE"})), tmp_path).masters[0]
    assert (found.colors["text"], found.colors["background"]) == ("#111111", "#FEFEFE")
    assert found.colors["accent1"] == "#4472C4"
