"""Pictures on layouts: cut, tiled, changed, carried once."""

from __future__ import annotations

import re
from base64 import b64decode
from io import BytesIO

import pytest
from PIL import Image

from tests.template.drawing.drawn import PART, SVG, drawings, file, picture, pixel, shape, svg, tree


def png(width: int, height: int, *colors: str, mode: str = "RGBA") -> bytes:
    """A picture of vertical bands."""
    image = Image.new(mode, (width, height))
    band = width // len(colors)
    for n, color in enumerate(colors):
        image.paste(Image.new(mode, (band, height), color), (n * band, 0))
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


PNG = png(40, 40, "red", "blue")
RED, BLUE, WHITE = (255, 0, 0), (0, 0, 255), (255, 255, 255)


def drawn(*shapes: str, data: bytes = PNG, name: str = "logo.png") -> str:
    return svg(*shapes, media={name: data})


def test_a_picture_fills_its_box() -> None:
    found = drawn(picture((100, 100, 80, 40)))
    assert (pixel(found, 110, 120), pixel(found, 170, 120), pixel(found, 190, 120)) == (RED, BLUE, WHITE)


def test_what_is_cut_off_is_not_seen() -> None:
    found = drawn(picture((100, 100, 80, 40), rect='<a:srcRect l="50000"/>'))
    assert (pixel(found, 110, 120), pixel(found, 90, 120)) == (BLUE, WHITE)


def test_a_picture_in_a_round_frame() -> None:
    round_one = picture((100, 100, 80, 80)).replace('prst="rect"', 'prst="ellipse"')
    found = drawn(round_one)
    assert (pixel(found, 104, 104), pixel(found, 120, 140)) == (WHITE, RED)


def test_one_picture_is_carried_once() -> None:
    found = drawn(picture((0, 0, 40, 40)), picture((50, 0, 40, 40)), shape((0, 100, 40, 40), inside=FILL))
    assert found.count("data:image/png") == 1
    assert len(list(tree(found).iter(f"{SVG}use"))) == 3


FILL = '<a:blipFill><a:blip r:embed="rId2"/><a:stretch><a:fillRect/></a:stretch></a:blipFill>'


def test_tiles_repeat_at_their_own_size() -> None:
    tiled = FILL.replace(
        "<a:stretch><a:fillRect/></a:stretch>", '<a:tile sx="100000" sy="100000" algn="tl"/>'
    )
    found = drawn(shape((0, 0, 240, 60), inside=tiled))
    # 40 px at 96 dpi are 30 pt
    assert [pixel(found, x, 30) for x in (6, 20, 36, 50)] == [RED, BLUE, RED, BLUE]


def test_a_background_picture_covers_the_page() -> None:
    background = f"<p:bg><p:bgPr>{FILL}</p:bgPr></p:bg>"
    found = svg(background=background, media={"wall.png": PNG})
    assert (pixel(found, 20, 500), pixel(found, 940, 20)) == (RED, BLUE)


@pytest.mark.parametrize(
    ("effect", "left", "right"),
    [
        ("<a:grayscl/>", (76, 76, 76), (29, 29, 29)),
        ('<a:biLevel thresh="20000"/>', (255, 255, 255), (0, 0, 0)),
        ('<a:duotone><a:srgbClr val="000000"/><a:srgbClr val="00FF00"/></a:duotone>', (0, 76, 0), (0, 29, 0)),
        ('<a:lum bright="100000"/>', (255, 255, 255), (255, 255, 255)),
        ('<a:clrChange><a:clrFrom><a:srgbClr val="FF0000"/></a:clrFrom><a:clrTo><a:srgbClr val="00FF00">'
         '<a:alpha val="100000"/></a:srgbClr></a:clrTo></a:clrChange>', (0, 255, 0), (0, 0, 255)),
        ('<a:alphaModFix amt="50000"/>', (255, 127, 127), (127, 127, 255)),
    ],
)  # fmt: skip
def test_effects(effect: str, left: tuple[int, int, int], right: tuple[int, int, int]) -> None:
    found = drawn(picture((0, 0, 400, 400), blip=effect))
    for x, expected in ((100, left), (300, right)):
        assert all(abs(a - b) <= 2 for a, b in zip(pixel(found, x, 200), expected, strict=True))


def test_a_drawing_is_shown_rather_than_its_stand_in() -> None:
    drawing = (
        b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>a()</script><rect/></svg>'
    )
    names = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
    vector = f'<asvg:svgBlip xmlns:asvg="{names}" r:embed="rId3"/>'
    extension = f'<a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">{vector}</a:ext></a:extLst>'
    found = svg(picture((0, 0, 40, 40), blip=extension), media={"logo.png": PNG, "logo.svg": drawing})
    (data,) = re.findall(r"data:image/svg\+xml;base64,([\w+/=]+)", found)
    assert b"<rect" in b64decode(data)
    assert b"script" not in b64decode(data)
    assert "image/png" not in found


def test_large_pictures_are_made_smaller() -> None:
    noise = Image.effect_noise((3000, 2000), 80).convert("RGB")
    out = BytesIO()
    noise.save(out, "PNG")
    found = drawn(picture((0, 0, 150, 100)), data=out.getvalue())
    ((kind, data),) = re.findall(r"data:(image/\w+);base64,([\w+/=]+)", found)
    with Image.open(BytesIO(b64decode(data))) as opened:
        assert opened.size == (400, 267)
    assert kind == "image/jpeg"


def test_a_photograph_with_an_effect_stays_one() -> None:
    out = BytesIO()
    Image.effect_noise((60, 60), 80).convert("RGB").save(out, "JPEG")
    found = drawn(picture((0, 0, 40, 40), blip="<a:grayscl/>"), data=out.getvalue(), name="photo.jpeg")
    assert "data:image/jpeg" in found
    assert "data:image/png" not in found


def test_bitmaps_of_other_kinds_become_png() -> None:
    out = BytesIO()
    Image.new("RGB", (20, 20), "red").save(out, "BMP")
    found = drawn(picture((0, 0, 40, 40)), data=out.getvalue(), name="logo.bmp")
    assert pixel(found, 20, 20) == RED


def test_what_cannot_be_read_is_said() -> None:
    made = drawings(file(picture((0, 0, 40, 40)), media={"logo.emf": b"\1\0\0\0 no picture"}))
    assert "<use" not in made.svg(PART)
    assert made.undrawn == ("a picture of the kind EMF",)


def test_a_picture_that_is_nowhere_is_passed_over() -> None:
    assert "<use" not in svg(picture((0, 0, 40, 40), rid="rId9"))
