"""How a level of text looks: sizes, spaces, bullets and colours as DrawingML writes them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from deckgen.theme import ColorRef, LevelStyle
from tests.template.reading import placeholder
from tests.template.shapes import DARK, Master, level
from tests.template.shapes import placeholder as shape


def looks(
    folder: Path, attributes: str = "", inner: str = "", run: str = "", master: Master | None = None
) -> LevelStyle:
    """The first level of a body with this `a:lvl1pPr`."""
    levels = level(1, attributes, inner, run)
    return placeholder(shape("body", at=(0, 0, 500, 300), levels=levels), folder, master).style.levels[0]


@pytest.mark.parametrize(
    ("attributes", "inner", "run", "expected"),
    [
        ("", "", "sz='2000' b='1' i='true' cap='all' spc='150'",
         {"size": 20.0, "bold": True, "italic": True, "caps": True, "tracking": 1.5}),
        ("", "", "sz='2000' b='0' cap='none'", {"bold": False, "caps": False}),
        ("", "<a:lnSpc><a:spcPct val='90000'/></a:lnSpc>", "", {"spacing": 0.9, "exact": False}),
        ("", "<a:lnSpc><a:spcPct val='110%'/></a:lnSpc>", "", {"spacing": 1.1, "exact": False}),
        ("", "<a:lnSpc><a:spcPts val='3000'/></a:lnSpc>", "sz='2500'", {"spacing": 1.0, "exact": True}),
        ("", "<a:spcBef><a:spcPts val='600'/></a:spcBef><a:spcAft><a:spcPts val='250'/></a:spcAft>", "",
         {"before": 8.5}),
        ("", "<a:spcBef><a:spcPct val='20000'/></a:spcBef>", "sz='2000'", {"before": 4.8}),
        ("marL='457200' indent='-228600'", "", "", {"indent": 36.0, "hang": 18.0}),
        ("marL='100000' indent='-228600'", "", "", {"indent": 100000 / 12700, "hang": 100000 / 12700}),
        ("marL='457200' indent='228600'", "", "", {"indent": 36.0, "hang": 0.0}),
        ("algn='ctr'", "", "", {"align": "center"}),
        ("algn='r'", "", "", {"align": "end"}),
        ("algn='r' rtl='1'", "", "", {"align": "start"}),
        ("algn='l' rtl='1'", "", "", {"align": "end"}),
        ("algn='just'", "", "", {"align": "start"}),
        ("", "", "sz='99999999'", {"size": 4000.0}),
        ("", "", "sz='0'", {"size": 18.0}),
        ("", "", "sz='big'", {"size": 18.0}),
        ("marL='-9'", "", "", {"indent": 0.0}),
    ],
)  # fmt: skip
def test_properties(attributes: str, inner: str, run: str, expected: dict[str, Any], tmp_path: Path) -> None:
    found = looks(tmp_path, attributes, inner, run)
    assert {name: getattr(found, name) for name in expected} == pytest.approx(expected)


@pytest.mark.parametrize(
    ("inner", "bullet"),
    [
        ("<a:buNone/>", ""),
        ("<a:buChar char='–'/>", "–"),
        ("<a:buFont typeface='Arial'/><a:buChar char='•'/>", "•"),
        ("<a:buFont typeface='Wingdings'/><a:buChar char='§'/>", "▪"),
        ("<a:buFont typeface='Wingdings'/><a:buChar char='&#xF0A7;'/>", "▪"),
        ("<a:buFont typeface='Wingdings'/><a:buChar char='ü'/>", "✓"),
        ("<a:buFont typeface='Wingdings 3'/><a:buChar char='&#xF07D;'/>", "►"),
        ("<a:buFont typeface='Wingdings 2'/><a:buChar char='—'/>", "•"),
        ("<a:buFont typeface='Symbol'/><a:buChar char='·'/>", "•"),
        ("<a:buFont typeface='Wingdings'/><a:buChar char='$'/>", "•"),
        ("<a:buFont typeface='Brand Icons'/><a:buChar char='&#xE001;'/>", "•"),
        ("<a:buFont typeface='Courier New'/><a:buChar char='o'/>", "o"),
        ("<a:buAutoNum type='arabicPeriod'/>", "1."),
        ("<a:buBlip><a:blip/></a:buBlip>", "•"),
        ("<a:buChar char=' '/>", ""),
        ("<a:buChar char=''/>", ""),
    ],
)
def test_bullets(inner: str, bullet: str, tmp_path: Path) -> None:
    assert looks(tmp_path, inner=inner).bullet == bullet


def test_a_nearer_bullet_takes_the_font_of_a_farther_level(tmp_path: Path) -> None:
    far = level(1, "", "<a:buFont typeface='Wingdings'/><a:buChar char='l'/>")
    master = Master(styles=f"<p:bodyStyle>{far}</p:bodyStyle>")
    assert looks(tmp_path, inner="<a:buChar char='n'/>", master=master).bullet == "■"


WHITE = '<a:schemeClr val="bg1"/>'


@pytest.mark.parametrize(
    ("color", "expected"),
    [
        ('<a:schemeClr val="accent3"/>', ColorRef("accent3")),
        ('<a:schemeClr val="tx2"/>', ColorRef("muted")),
        ('<a:schemeClr val="dk1"/>', ColorRef("text")),
        ('<a:schemeClr val="hlink"/>', ColorRef("link")),
        ('<a:schemeClr val="accent1"><a:lumMod val="75000"/></a:schemeClr>',
         ColorRef("accent1", darker=0.25)),
        ('<a:schemeClr val="tx1"><a:lumMod val="65000"/><a:lumOff val="35000"/></a:schemeClr>',
         ColorRef("text", lighter=0.35)),
        ('<a:schemeClr val="tx1"><a:lumMod val="50000"/><a:lumOff val="10000"/></a:schemeClr>',
         ColorRef("#15293E")),
        ('<a:srgbClr val="0a0B0c"/>', ColorRef("#0A0B0C")),
        ('<a:sysClr val="windowText" lastClr="010203"/>', ColorRef("#010203")),
        ('<a:prstClr val="navy"/>', ColorRef("#000080")),
        ('<a:srgbClr val="000000"><a:alpha val="50000"/></a:srgbClr>', ColorRef("#808080")),
        ('<a:schemeClr val="folHlink"/>', ColorRef("#954F72")),
        ('<a:schemeClr val="nonsense"/>', ColorRef("text")),
        ('<a:srgbClr val="nonsense"/>', ColorRef("text")),
    ],
)  # fmt: skip
def test_colours_are_roles_where_they_can_be(color: str, expected: ColorRef, tmp_path: Path) -> None:
    assert looks(tmp_path, run=f"sz='2000'><a:solidFill>{color}</a:solidFill>").color == expected


def test_the_themes_own_names_are_the_roles_of_the_colour_map(tmp_path: Path) -> None:
    run = "sz='2000'><a:solidFill><a:schemeClr val='lt1'/></a:solidFill>"
    assert looks(tmp_path, run=run).color == ColorRef("background")
    assert looks(tmp_path, run=run, master=Master(colors=DARK)).color == ColorRef("text")


def test_a_gradient_has_the_colour_of_its_first_stop(tmp_path: Path) -> None:
    stops = f'<a:gs pos="0"><a:schemeClr val="accent2"/></a:gs><a:gs pos="100000">{WHITE}</a:gs>'
    run = f"sz='2000'><a:gradFill><a:gsLst>{stops}</a:gsLst><a:lin ang='0'/></a:gradFill>"
    assert looks(tmp_path, run=run).color == ColorRef("accent2")


def test_bullets_have_the_texts_colour_or_their_own(tmp_path: Path) -> None:
    run = "sz='2000'><a:solidFill><a:schemeClr val='accent2'/></a:solidFill>"
    own = "<a:buClr><a:schemeClr val='accent5'/></a:buClr><a:buChar char='•'/>"
    assert looks(tmp_path, inner="<a:buChar char='•'/>", run=run).bullet_color == ColorRef("accent2")
    assert looks(tmp_path, inner=own, run=run).bullet_color == ColorRef("accent5")
    as_text = "<a:buClrTx/><a:buChar char='•'/>"
    assert looks(tmp_path, inner=as_text, run=run).bullet_color == ColorRef("accent2")
