"""LibreOffice shows what the scene says: sizes, places and colours that slides inherit."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

import pdfplumber
import pytest
from PIL import Image

from deckgen.scene import Scene
from deckgen.writers.pptx import write
from tests.rendering import require
from tests.writers.scenes import sample_scene
from tools.rendering.programs import office_to_pdf


@pytest.fixture(scope="module")
def scene() -> Scene:
    """The sample with every page shown."""
    made = sample_scene()
    pages = tuple(replace(page, slide=replace(page.slide, hidden=False)) for page in made.pages)
    return replace(made, pages=pages)


@pytest.fixture(scope="module")
def pdf(scene: Scene, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample as LibreOffice prints it."""
    require("LibreOffice")
    folder = tmp_path_factory.mktemp("pdf")
    (folder / "deck.pptx").write_bytes(write(scene))
    (made,) = office_to_pdf([folder / "deck.pptx"], folder / "pdf")
    return made


def chars(pdf: Path, page: int, words: str) -> list[dict[str, float]]:
    """The characters of some words on a page (from 0), with sizes and places in pt."""
    with pdfplumber.open(pdf) as opened:
        shown = opened.pages[page]
        scale = 960 / float(shown.width)
        (hit, *_) = shown.search(words, regex=False, case=True)
        return [{"size": c["size"] * scale, "x": c["x0"] * scale} for c in hit["chars"]]


def pixel(pdf: Path, page: int, x: int, y: int) -> str:
    """The colour at a point of a page (in pt)."""
    require("pdftoppm")
    target = pdf.with_name(f"page{page}")
    size = ["-scale-to-x", "960", "-scale-to-y", "540", "-singlefile"]
    number = str(page + 1)
    command = ["pdftoppm", "-png", "-f", number, "-l", number, *size, str(pdf), str(target)]
    subprocess.run(command, check=True, timeout=60)
    with Image.open(target.with_suffix(".png")) as image:
        r, g, b = image.convert("RGB").getpixel((x, y))  # type: ignore[misc]
    return f"#{r:02X}{g:02X}{b:02X}"


def close(a: str, b: str) -> bool:
    """Whether two colours differ by rounding alone."""
    return all(abs(int(a[i : i + 2], 16) - int(b[i : i + 2], 16)) <= 2 for i in (1, 3, 5))


def test_inherited_sizes(scene: Scene, pdf: Path) -> None:
    assert chars(pdf, scene.targets["plan"], "World revolution")[0]["size"] == pytest.approx(34, abs=0.3)
    assert chars(pdf, scene.targets["plan"], "Level 2")[0]["size"] == pytest.approx(20, abs=0.3)
    assert chars(pdf, scene.targets["plan"], "From revolution")[0]["size"] == pytest.approx(12, abs=0.3)


def test_sizes_of_a_body_set_smaller(scene: Scene, pdf: Path) -> None:
    page = scene.targets["numbers"]
    assert chars(pdf, page, "Point 3")[0]["size"] == pytest.approx(19, abs=0.3)
    assert chars(pdf, page, "Sub-point 1")[0]["size"] == pytest.approx(16, abs=0.3)


def test_indents_and_plain_paragraphs(scene: Scene, pdf: Path) -> None:
    page = scene.targets["plan"]
    assert chars(pdf, page, "A plain paragraph")[0]["x"] == pytest.approx(56, abs=3)
    assert chars(pdf, page, "Level 1")[0]["x"] == pytest.approx(56 + 20, abs=3)
    assert chars(pdf, page, "Level 5")[0]["x"] == pytest.approx(56 + 98, abs=3)


def test_grounds_of_inverse_pages(scene: Scene, pdf: Path) -> None:
    colors = scene.theme.colors
    assert close(pixel(pdf, scene.targets["opening"], 940, 20), colors["text"])
    assert close(pixel(pdf, scene.targets["columns"], 940, 20), colors["text"])
    assert close(pixel(pdf, scene.targets["plan"], 940, 20), colors["background"])
    assert close(pixel(pdf, scene.targets["timeline"], 940, 20), "#FFF4DC")
    assert close(pixel(pdf, scene.targets["numbers"], 940, 20), colors["surface"])


def test_decorations_take_part_in_the_exchange(scene: Scene, pdf: Path) -> None:
    colors = scene.theme.colors
    assert close(pixel(pdf, scene.targets["plan"], 80, 30), colors["accent1"])
    assert close(pixel(pdf, scene.targets["columns"], 80, 30), colors["accent2"])


def test_a_dimmed_picture_is_darker_by_its_share(scene: Scene, pdf: Path) -> None:
    shown = pixel(pdf, scene.targets["gallery"], 940, 400)
    assert close(shown, "#{:02X}{:02X}{:02X}".format(*(round(c * 0.6) for c in (0x3F, 0x8F, 0xC4))))
