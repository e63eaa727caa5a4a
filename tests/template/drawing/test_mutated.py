"""Whatever stands in a template: a drawing is well-formed, in numbers, and reaches for nothing outside."""

from __future__ import annotations

import random
import re

import pytest

from tests.template.drawing.drawn import PART, drawings, file, numbers, picture, shape, tree, words
from tests.template.drawing.test_drawn_pictures import PNG
from tests.template.make import unzipped, zipped
from tests.template.shapes import group

FILL = (
    '<a:gradFill><a:gsLst><a:gs pos="0"><a:schemeClr val="accent1"><a:lumMod val="75000"/></a:schemeClr>'
    '</a:gs><a:gs pos="100000"><a:srgbClr val="0000FF"><a:alpha val="50%"/></a:srgbClr></a:gs></a:gsLst>'
    '<a:lin ang="2700000" scaled="1"/></a:gradFill><a:ln w="12700"><a:solidFill><a:schemeClr val="tx1"/>'
    '</a:solidFill><a:prstDash val="dash"/><a:tailEnd type="triangle" w="lg"/></a:ln>'
)
SHAPES = (
    shape((10, 10, 200, 90), "roundRect", FILL, '<a:gd name="adj" fmla="val 30000"/>', words("Some words")),
    shape((10, 110, 200, 0), "straightConnector1", FILL),
    group((0, 0, 500, 500), (0, 0, 50, 50), shape((1, 1, 9, 9), "star5", FILL, attributes='rot="600000"')),
    picture((300, 10, 64, 64), rect='<a:srcRect l="10000" r="20000"/>'),
)
WHOLE = file(*SHAPES, media={"logo.png": PNG})
LAYOUT = "ppt/slideLayouts/slideLayout1.xml"
VALUES = (
    "",
    "-1",
    "0",
    "99999999999999999999",
    "NaN",
    "1e999",
    "x" * 50,
    '"',
    "&lt;script&gt;",
    "50%",
    "rId2",
)


def mutated(seed: int) -> bytes:
    """The file with some attributes of its layout changed, and now and then an element taken out."""
    source = random.Random(seed)
    entries = unzipped(WHOLE)
    xml = entries[LAYOUT].decode()
    for _ in range(source.randint(1, 6)):
        found = re.finditer(r' (?!xmlns)[\w:]+="([^"]*)"', xml)
        one = source.choice([match for match in found if match.start() > xml.index("<p:spTree")])
        value = source.choice(VALUES).replace('"', "&quot;")
        xml = xml[: one.start(1)] + value + xml[one.end(1) :]
    if source.random() < 0.5:
        empty = list(re.finditer(r"<a:(?!pt)\w+[^<>]*/>", xml))
        one = source.choice(empty)
        xml = xml[: one.start()] + xml[one.end() :]
    return zipped(entries | {LAYOUT: xml.encode()})


@pytest.mark.parametrize("seed", range(150))
def test_no_change_breaks_a_drawing(seed: int) -> None:
    made = drawings(mutated(seed))
    if not made.template.masters[0].layouts:
        return
    markup = made.svg(PART, number="3")
    assert not {"nan", "inf"} & set(numbers(markup))
    assert not re.search(r'href="(?!#|data:image/)', markup)
    assert {element.tag.rpartition("}")[2] for element in tree(markup).iter()} <= {
        "svg", "defs", "g", "path", "use", "image", "rect", "ellipse", "linearGradient", "radialGradient",
        "stop", "pattern", "clipPath", "filter", "feGaussianBlur",
    }  # fmt: skip
