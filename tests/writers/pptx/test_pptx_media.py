"""Pictures, films, sounds and codes in the .pptx, as lxml and python-pptx read them."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import PurePosixPath
from typing import Any

import pytest
import zxingcpp
from lxml import etree
from PIL import Image, ImageChops, ImageDraw

from deckgen.model import Clip
from deckgen.scene import Media, Picture, QrFigure
from tests.writers.media import media_scene, page
from tests.writers.pptx.reading import NS, Parts

MEDIA = "http://schemas.microsoft.com/office/2007/relationships/media"
NAMES = {
    **NS,
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
}


@cache
def parts_in(theme: str) -> Parts:
    return Parts(media_scene(theme))


@pytest.fixture(scope="module")
def parts() -> Parts:
    return parts_in("lecture")


def on(parts: Parts, title: str, path: str) -> list[Any]:
    """What an XPath finds on the slide of that title."""
    return xpath(etree.fromstring(parts.raw[f"ppt/slides/slide{page(title)[0]}.xml"]), path)


def xpath(element: Any, path: str) -> list[Any]:
    found = element.xpath(path, namespaces=NAMES)
    assert isinstance(found, list)
    return found


def target(parts: Parts, title: str, rid: str) -> tuple[str, str]:
    """The kind and the target of a slide's relationship."""
    rels = etree.fromstring(parts.raw[f"ppt/slides/_rels/slide{page(title)[0]}.xml.rels"])
    (found,) = xpath(rels, f"//rel:Relationship[@Id='{rid}']")
    return found.get("Type"), found.get("Target")


def part(parts: Parts, title: str, rid: str) -> bytes:
    """The part that a slide's relationship leads to."""
    return parts.raw["ppt/media/" + PurePosixPath(target(parts, title, rid)[1]).name]


def test_a_cut_leaves_what_the_focus_is_on(parts: Parts) -> None:
    (cut,) = on(parts, "A picture and whose it is", "//p:pic//a:srcRect")
    (shown,) = (
        p.content for p in page("A picture and whose it is")[1].placed if isinstance(p.content, Picture)
    )
    sides = [int(cut.get(side, "0")) / 100_000 for side in ("l", "t", "r", "b")]
    assert sides == pytest.approx(shown.crop, abs=1e-4)
    assert sides[3] < sides[1] or sides[0] < sides[2]


def test_a_drawing_stands_beside_a_picture_of_it(parts: Parts) -> None:
    (blip,) = on(parts, "A drawing", "//p:pic//a:blip")
    (drawing,) = blip.xpath(".//asvg:svgBlip", namespaces=NAMES)
    fallback = part(parts, "A drawing", blip.get(f"{{{NS['r']}}}embed"))
    markup = part(parts, "A drawing", drawing.get(f"{{{NS['r']}}}embed"))
    with Image.open(BytesIO(fallback)) as image:
        assert image.format == "PNG"
        assert image.width > 1000
    assert etree.fromstring(markup).tag == "{http://www.w3.org/2000/svg}svg"


def test_a_film_is_played_as_powerpoint_writes_it(parts: Parts) -> None:
    title = "A film"
    (pic,) = on(parts, title, "//p:pic")
    (file,) = pic.xpath("./p:nvPicPr/p:nvPr/a:videoFile/@r:link", namespaces=NAMES)
    (media,) = pic.xpath("./p:nvPicPr/p:nvPr/p:extLst/p:ext/p14:media", namespaces=NAMES)
    held = media.get(f"{{{NS['r']}}}embed")
    assert target(parts, title, file)[0].endswith("/relationships/video")
    assert target(parts, title, held)[0] == MEDIA
    assert target(parts, title, file)[1] == target(parts, title, held)[1]
    (shown,) = (p.content for p in page(title)[1].placed if isinstance(p.content, Media))
    assert shown.block.clip.path
    assert part(parts, title, held) == shown.block.clip.path.read_bytes()
    assert media.xpath("p14:trim/@st", namespaces=NAMES) == ["90000"]
    assert pic.xpath(".//a:hlinkClick/@action", namespaces=NAMES) == ["ppaction://media"]
    assert pic.xpath(".//p:cNvPr/@descr", namespaces=NAMES) == ["Nothing moves"]


def test_a_poster_has_the_shape_of_the_film(parts: Parts) -> None:
    (blip,) = on(parts, "A film", "//p:pic//a:blip/@r:embed")
    with Image.open(BytesIO(part(parts, "A film", blip))) as image:
        assert image.width / image.height == pytest.approx(16 / 9, rel=0.02)
    assert on(parts, "A film", "//p:pic//a:srcRect") == []


def test_what_stands_on_the_web_is_a_poster_that_leads_there(parts: Parts) -> None:
    links = on(parts, "On the web", "//p:pic/p:nvPicPr/p:cNvPr/a:hlinkClick/@r:id")
    addresses = [target(parts, "On the web", rid)[1] for rid in links]
    assert addresses == ["https://www.example.org/watch?v=1", "https://example.org/clip.mp4"]
    assert on(parts, "On the web", "//a:videoFile | //p14:media") == []


def test_sounds(parts: Parts) -> None:
    files = on(parts, "Sounds", "//a:audioFile/@r:link")
    assert [target(parts, "Sounds", rid)[1].rpartition(".")[2] for rid in files] == ["mp3", "wav"]
    assert all(target(parts, "Sounds", rid)[0].endswith("/relationships/audio") for rid in files)


def test_every_media_part_has_its_content_type(parts: Parts) -> None:
    types = etree.fromstring(parts.raw["[Content_Types].xml"])
    known = set(xpath(types, "//ct:Default/@Extension"))
    used = {PurePosixPath(name).suffix[1:] for name in parts.names if name.startswith("ppt/media/")}
    assert {"svg", "mp4", "mp3", "wav"} <= used <= known
    assert "mov" not in known


def test_a_film_on_two_slides_is_carried_once(parts: Parts) -> None:
    assert len([name for name in parts.names if name.endswith(".mp4")]) == 1


@pytest.mark.parametrize("theme", ["lecture", "night", "swiss"])
@pytest.mark.parametrize("title", ["Read on", "Read on at night"])
def test_codes_can_be_read(theme: str, title: str) -> None:
    scene = media_scene(theme)
    number, _ = page(title)
    (figure,) = (p.content for p in scene.pages[number - 1].placed if isinstance(p.content, QrFigure))
    group = on(parts_in(theme), title, "//p:grpSp")[0]
    ink, paper = (
        scene.theme.hex(ref, scene.pages[number - 1].inverse)
        for ref in scene.theme.ink_and_paper(scene.pages[number - 1].inverse)
    )
    (found,) = zxingcpp.read_barcodes(painted(group, ink, paper))
    assert found.text == figure.url
    assert group.xpath("./p:nvGrpSpPr/p:cNvPr/@descr", namespaces=NAMES) == [figure.url]
    assert len(group.xpath(".//a:hlinkClick", namespaces=NAMES)) == 1


def painted(group: Any, ink: str, paper: str) -> Image.Image:
    """The freeform of a code as its path says, filled by another library."""
    (path,) = group.xpath(".//a:custGeom//a:path", namespaces=NAMES)
    size, scale = int(path.get("w")), 6
    mask = Image.new("1", (size * scale, size * scale))
    points: list[tuple[float, float]] = []
    for step in path:
        if step.tag.endswith("close"):
            one = Image.new("1", mask.size)
            ImageDraw.Draw(one).polygon(points, fill=1)
            mask, points = ImageChops.logical_xor(mask, one), []
        else:
            x, y = (int(step[0].get(axis)) * scale - 0.5 for axis in ("x", "y"))
            points.append((x, y))
    image = Image.new("RGB", mask.size, paper)
    image.paste(ink, mask=mask)
    return image


def test_what_plays_itself_is_said_to_who_writes_the_timing() -> None:
    (shown,) = (p.content for p in page("A film")[1].placed if isinstance(p.content, Media))
    clip: Clip = shown.block.clip
    assert (clip.autoplay, clip.loop, clip.start) == (True, True, 90.0)
