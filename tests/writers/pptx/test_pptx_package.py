"""The file itself: the same scene gives the same bytes, and readers of the format accept them."""

from __future__ import annotations

import json
import subprocess
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from deckgen.scene import Scene
from deckgen.writers.pptx import write
from deckgen.writers.pptx.package import beside
from tests.rendering import require
from tests.writers.scenes import sample_scene
from tools.rendering.programs import ooxml_validator


def test_the_same_scene_gives_the_same_bytes() -> None:
    assert write(sample_scene()) == write(sample_scene())


def test_entries_have_fixed_dates_and_order_and_no_folders() -> None:
    with zipfile.ZipFile(BytesIO(write(sample_scene()))) as archive:
        entries = archive.infolist()
        assert archive.testzip() is None
    assert entries[0].filename == "[Content_Types].xml"
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert not any(entry.is_dir() for entry in entries)
    assert len({entry.filename.lower() for entry in entries}) == len(entries)


def test_nothing_lies_outside_the_file_but_what_is_clicked() -> None:
    with zipfile.ZipFile(BytesIO(write(sample_scene()))) as archive:
        rels = [archive.read(n).decode() for n in archive.namelist() if n.endswith(".rels")]
    external = [row for xml in rels for row in xml.split("<Relationship ") if 'TargetMode="External"' in row]
    assert external
    assert all("/hyperlink" in row for row in external)


def without_notes(scene: Scene) -> Scene:
    """The scene with no speaker notes at all, and no sections."""
    pages = tuple(replace(page, slide=replace(page.slide, notes=())) for page in scene.pages)
    return replace(scene, pages=pages, sections=())


@pytest.mark.parametrize("variant", ["light", "dark", "without notes", "without pages", "4:3"])
def test_the_open_xml_sdk_finds_no_error(variant: str, tmp_path: Path) -> None:
    require("the Open XML SDK validator")
    scene = sample_scene(variant == "dark")
    if variant == "without notes":
        scene = without_notes(scene)
    elif variant == "without pages":
        scene = replace(scene, pages=(), sections=(), targets={})
    elif variant == "4:3":
        scene = replace(scene, theme=replace(scene.theme, page=(720.0, 540.0)))
    path = tmp_path / "deck.pptx"
    path.write_bytes(write(scene))
    done = subprocess.run(
        [str(ooxml_validator()), str(path)], capture_output=True, text=True, timeout=120, check=False
    )
    report = json.loads(done.stdout)
    assert report["errors"] == []


@pytest.mark.parametrize(
    ("page", "kind"), [((720.0, 540.0), "screen4x3"), ((960.0, 540.0), None), ((841.9, 595.3), None)]
)
def test_page_sizes_have_their_names(page: tuple[float, float], kind: str | None) -> None:
    from tests.writers.pptx.reading import Parts

    scene = sample_scene()
    parts = Parts(replace(scene, theme=replace(scene.theme, page=page)))
    (size,) = parts.find("ppt/presentation.xml", "//p:sldSz")
    assert size.get("type") == kind
    assert (int(size.get("cx")), int(size.get("cy"))) == (round(page[0] * 12700), round(page[1] * 12700))


@pytest.mark.parametrize(
    ("part", "source", "path"),
    [
        ("ppt/slides/slide1.xml", "ppt/slides/slide2.xml", "slide1.xml"),
        ("ppt/media/image1.png", "ppt/slides/slide2.xml", "../media/image1.png"),
        ("ppt/slides/slide1.xml", "ppt/presentation.xml", "slides/slide1.xml"),
        ("ppt/presentation.xml", "", "ppt/presentation.xml"),
        ("media/image1.png", "ppt/slides/slide2.xml", "../../media/image1.png"),
    ],
)
def test_paths_lead_from_part_to_part(part: str, source: str, path: str) -> None:
    assert beside(part, source) == path
