"""A theme's preview: both decks and, with a browser, a picture of all slides."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import get_args

import pytest
from PIL import Image

from deckgen import pipeline
from deckgen.diagnostics import Report
from deckgen.model import Block, Callout, Columns, Deck
from deckgen.source.reader import read_deck
from deckgen.themefile import theme_names
from deckgen.workshop import preview
from deckgen.workshop.browser import draw, find_browser
from tests.rendering import require


def deck() -> Deck:
    report = Report()
    read = read_deck(preview.outline(), report, pipeline.build_date())
    assert read is not None and not report.sorted()
    return read


def inside(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        yield from (
            inside(b for column in block.columns for b in column.blocks) if isinstance(block, Columns) else ()
        )
        yield from inside(block.content) if isinstance(block, Callout) else ()


def test_it_has_every_block() -> None:
    shown = {type(block) for slide in deck().slides for block in inside(slide.blocks)}
    assert shown == set(get_args(Block))


@pytest.mark.parametrize("theme", theme_names())
def test_it_can_be_built_in_every_theme_without_a_word(theme: str) -> None:
    report = Report()
    scene = pipeline.build_scene(preview.outline(), report, theme)
    assert scene is not None
    assert report.sorted() == []
    assert {page.layout.name for page in scene.pages} == set(scene.theme.layouts)


def test_without_a_browser_there_are_the_decks(tmp_path: Path) -> None:
    report = Report()
    written = preview.write_preview("lecture", tmp_path, None, report)
    assert [path.name for path in written] == ["preview.pptx", "preview.html"]
    assert {path.name for path in tmp_path.iterdir()} == {"preview.pptx", "preview.html"}


def test_the_picture_shows_every_slide(tmp_path: Path) -> None:
    require("Chromium")
    report, browser = Report(), find_browser()
    assert browser is not None
    scene = pipeline.build_scene(preview.outline(), report, "lecture")
    assert scene is not None
    preview.write_preview("lecture", tmp_path, browser, report)
    sheet = Image.open(tmp_path / "preview.png").convert("RGB")
    columns, thumb, gap = preview.SHEET_COLUMNS, preview.THUMB, preview.GAP
    height = thumb * 9 // 16
    around = sheet.getpixel((2, 2))
    for n in range(len(scene.pages)):
        x, y = gap + (n % columns) * (thumb + gap), gap + (n // columns) * (height + gap)
        assert len(sheet.crop((x, y, x + thumb, y + height)).getcolors(1 << 20) or ()) > 10, n
        assert sheet.getpixel((x - gap // 2, y + height // 2)) == around


def test_a_browser_that_draws_nothing_is_told(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<p>", "utf-8")
    with pytest.raises(OSError, match="drew nothing"):
        draw(page, tmp_path / "page.png", (10, 10), sys.executable)
