"""An opening slide with blocks: texts on the left, blocks on the right, nothing over anything."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from PIL import Image

from deckgen.diagnostics import Report
from deckgen.pipeline import build_scene
from deckgen.scene import Page, Part
from deckgen.themefile import theme_names

HEAD = "title: From world revolution to the pact\nsubtitle: 1917-1939\nauthor: A. Lecturer\ninstitute: I\n"
BLOCKS = [
    "bullets: [What moved the Soviet Union, What it gained]",
    "text: One paragraph of several words.",
    "image: {src: a.png, alt: a}",
    "image: {src: a.png, alt: a, width: 55%}",
    "quote: {text: It is the sum of many small steps., by: A. Naturalist}",
    "statement: What next?",
    "columns: [{text: a}, {text: b}]",
]


def opening(folder: Path, block: str, theme: str, date: str = "date: 2026-11-23\n") -> Page:
    Image.new("RGB", (400, 300), "teal").save(folder / "a.png")
    outline = folder / "deck.yaml"
    slide = f"opening: {{{block}, notes: Hello.}}\nslides: [{{title: One}}]\n"
    outline.write_text(f"{HEAD}{date}{slide}", "utf-8")
    report = Report()
    scene = build_scene(outline, report, theme)
    assert report.sorted() == []
    assert scene
    return scene.pages[0]


@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize("block", BLOCKS)
def test_blocks_stand_beside_the_texts(tmp_path: Path, block: str, theme: str) -> None:
    page = opening(tmp_path, block, theme)
    texts = {p.part: p.box for p in page.placed if p.part in {Part.TITLE, Part.SUBTITLE, Part.BYLINE}}
    others = [p.box for p in page.placed if p.part not in texts]
    assert page.slide.notes
    assert len(texts) == 3 and len(others) >= 2
    assert max(box.right for box in texts.values()) < min(box.x for box in others)
    assert min(box.w for box in texts.values()) > 250
    for one, other in combinations([*texts.values(), *others[-1:]], 2):
        across = min(one.right, other.right) - max(one.x, other.x)
        assert across <= 0.5 or min(one.bottom, other.bottom) - max(one.y, other.y) <= 0.5


def test_without_a_date_blocks_have_its_place(tmp_path: Path) -> None:
    pages = [opening(tmp_path, BLOCKS[3], "lecture", date) for date in ("", "date: 2026-11-23\n")]
    undated, dated = (next(p.box for p in page.placed if p.part is Part.PICTURE) for page in pages)
    date = next(p.box for p in pages[1].placed if p.part is Part.DATE)
    assert undated.h > dated.h
    assert dated.bottom < date.y < undated.bottom


def test_without_blocks_the_opening_stays_as_the_theme_has_it(tmp_path: Path) -> None:
    page = opening(tmp_path, "background: inverse", "lecture")
    slots = {slot.name: slot.box for slot in page.layout.slots}
    assert all(placed.slot and placed.box == slots[placed.slot] for placed in page.placed)
