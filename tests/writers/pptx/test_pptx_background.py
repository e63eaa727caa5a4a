"""Grounds of slides: pictures cover the page, colours are the theme's or the author's."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image

from deckgen.model import Background
from deckgen.scene import Scene, covering_crop
from tests.writers.pptx.reading import Parts
from tests.writers.scenes import image, sample_scene


@pytest.mark.parametrize(
    ("pixels", "cut"),
    [
        ((1920, 1080), (0, 0, 0, 0)),
        ((3840, 1080), (0.25, 0, 0.25, 0)),
        ((1920, 2160), (0, 0.25, 0, 0.25)),
        ((0, 0), (0, 0, 0, 0)),
    ],
)
def test_a_picture_covers_the_page_with_its_middle(pixels: tuple[int, int], cut: tuple[float, ...]) -> None:
    assert covering_crop(pixels, (960, 540)) == pytest.approx(cut)


def with_background(background: Background) -> Scene:
    """The sample's first content page on another ground."""
    scene = sample_scene()
    n = scene.targets["plan"]
    page = replace(scene.pages[n], background=background)
    return replace(scene, pages=(page,), sections=(), targets={})


def test_colours_of_grounds() -> None:
    role = Parts(with_background(Background(role="accent3")))
    assert role.slide(1, "//p:bg//a:schemeClr/@val") == ["accent3"]
    own = Parts(with_background(Background(color="#a1b2c3")))
    assert own.slide(1, "//p:bg//a:srgbClr/@val") == ["A1B2C3"]


def test_a_picture_is_cut_and_dimmed_and_the_decorations_lie_above() -> None:
    tall = image("tall.jpg")
    back = Background(image=tall.path, pixels=tall.pixels, media_type=tall.media_type, dim=0.25)
    parts = Parts(with_background(back))
    (name,) = [name for name in parts.names if name.startswith("ppt/media/")]
    with Image.open(io.BytesIO(parts.raw[name])) as cut:
        assert cut.width / cut.height == pytest.approx(960 / 540, abs=0.05)
        assert cut.width == tall.pixels[0]
    assert parts.slide(1, "//p:bg//a:srcRect") == []
    assert parts.slide(1, "//p:sp/p:nvSpPr/p:cNvPr/@name")[:3] == ["Dim", "Bar", "Title"]
    assert parts.slide(1, "//a:alpha/@val") == ["25000"]


def test_without_a_ground_of_its_own_a_slide_writes_none() -> None:
    scene = sample_scene()
    parts = Parts(scene)
    for name in ("plan", "opening", "alone"):
        assert parts.slide(1 + scene.targets[name], "//p:bg") == []
