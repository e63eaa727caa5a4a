"""Shapes as XML → the SVG of a layout that holds them, and what tests look for in it."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

import uharfbuzz as hb

from deckgen.fonts.families import font_named
from deckgen.template.drawing.compose import Drawings
from deckgen.text.faces import Face, role_face
from tests.template.make import parts, rels, zipped
from tests.template.reading import template
from tests.template.shapes import Layout, Master, Place, xfrm

SVG = "{http://www.w3.org/2000/svg}"
PART = "ppt/slideLayouts/slideLayout1.xml"
RED = '<a:solidFill><a:srgbClr val="FF0000"/></a:solidFill>'


def face(family: str, bold: bool, italic: bool) -> Face:
    """Whatever face this machine has for a family."""
    return role_face(font_named(family), bold, italic)


def drawings(data: bytes) -> Drawings:
    """Those of a file with these bytes."""
    with TemporaryDirectory() as folder:
        return Drawings(template(data, Path(folder)), face)


def file(
    *shapes: str, background: str = "", media: dict[str, bytes] | None = None, **master: object
) -> bytes:
    """A template with one layout of these shapes; `media` are files that rId2, rId3 … lead to."""
    layout = Layout("One", shapes, background=background)
    entries = parts(Master(layouts=(layout,), **master))  # type: ignore[arg-type]
    targets = [("image", f"../media/{name}") for name in media or {}]
    entries[f"ppt/slideLayouts/_rels/{PART.rpartition('/')[2]}.rels"] = rels(
        ("slideMaster", "../slideMasters/slideMaster1.xml"), *targets
    )
    entries |= {f"ppt/media/{name}": content for name, content in (media or {}).items()}
    return zipped(entries)


def svg(*shapes: str, background: str = "", media: dict[str, bytes] | None = None, **master: object) -> str:
    """The drawing of that layout."""
    return drawings(file(*shapes, background=background, media=media, **master)).svg(PART, number="7")


def tree(markup: str) -> ElementTree.Element:
    """The elements of a drawing; it has to be well-formed."""
    return ElementTree.fromstring(markup)


def paths(markup: str, fill: str = "") -> list[ElementTree.Element]:
    """The paths of a drawing, those of a fill."""
    return [path for path in tree(markup).iter(f"{SVG}path") if not fill or path.get("fill") == fill]


def shape(
    at: Place,
    preset: str = "rect",
    inside: str = RED,
    adjust: str = "",
    after: str = "",
    attributes: str = "",
) -> str:
    """A `p:sp` at a place in pt: `inside` stands in `p:spPr` behind its geometry, `after` behind that;
    `attributes` are those of its `a:xfrm`."""
    geometry = f'<a:prstGeom prst="{preset}"><a:avLst>{adjust}</a:avLst></a:prstGeom>'
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="9" name="Shape"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>'
        f"{xfrm(at).replace('<a:xfrm', f'<a:xfrm {attributes}', 1)}{geometry}{inside}</p:spPr>{after}</p:sp>"
    )


def picture(at: Place, rid: str = "rId2", blip: str = "", rect: str = "", inside: str = "") -> str:
    """A `p:pic` of a file: `blip` stands in `a:blip`, `rect` before `a:stretch`."""
    geometry = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    return (
        '<p:pic><p:nvPicPr><p:cNvPr id="8" name="Logo"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill>'
        f'<a:blip r:embed="{rid}">{blip}</a:blip>{rect}<a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f"<p:spPr>{xfrm(at)}{geometry}{inside}</p:spPr></p:pic>"
    )


def words(text: str, run: str = "", paragraph: str = "", body: str = "") -> str:
    """A `p:txBody` of one paragraph: attributes of its run, its paragraph and its body."""
    return (
        f"<p:txBody><a:bodyPr {body}/><a:lstStyle/><a:p><a:pPr {paragraph}/><a:r><a:rPr {run}/>"
        f"<a:t>{text}</a:t></a:r></a:p></p:txBody>"
    )


def pixels(markup: str, width: int = 96) -> tuple[int, int, bytes]:
    """The drawing as RGB on white: width, height, and its rows one after another."""
    from io import BytesIO

    import resvg_py
    from PIL import Image

    png = bytes(resvg_py.svg_to_bytes(svg_string=markup, width=width))
    with Image.open(BytesIO(png)) as opened:
        ground = Image.new("RGBA", opened.size, "white")
        ground.alpha_composite(opened.convert("RGBA"))
        flat = ground.convert("RGB")
        return flat.width, flat.height, flat.tobytes()


def pixel(markup: str, x: float, y: float) -> tuple[int, int, int]:
    """The colour at a point of a page 960 pt wide."""
    width, _, data = pixels(markup, 480)
    at = 3 * (int(y / 2) * width + int(x / 2))
    return data[at], data[at + 1], data[at + 2]


def numbers(markup: str) -> list[str]:
    """Everything in the attributes of a drawing that looks like a number, or fails to be one."""
    found: list[str] = []
    for element in tree(markup).iter():
        for name, value in element.items():
            if name in ("d", "transform", "x", "y", "width", "height", "cx", "cy", "r", "stroke-width"):
                found += re.findall(r"nan|inf|-?\d+\.?\d*(?:e[+-]?\d+)?", value)
    return found


def advance(text: str, family: str, size: float) -> float:
    """How wide HarfBuzz sets a text, in pt."""
    used = face(family, False, False)
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(used.font, buffer)
    return float(sum(at.x_advance for at in buffer.glyph_positions)) / used.em * size
