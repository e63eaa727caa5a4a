"""Both files of every good outline are built by the same clicks: as many, in one order, of the same words."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from deckgen import pipeline
from deckgen.diagnostics import Report
from deckgen.scene import Scene
from deckgen.writers.html import write as write_html
from deckgen.writers.pptx import write as write_pptx
from tests.clicks import Step, html_clicks, pptx_clicks
from tests.rendering import CASES, LECTURE
from tests.test_words import words
from tools.rendering.programs import REPOSITORY

GOLDEN = REPOSITORY / "tests" / "golden"
OUTLINES = (
    LECTURE,
    LECTURE.with_name("gallery.yaml"),
    *sorted(CASES.glob("*.yaml")),
    *sorted(GOLDEN.glob("*.yaml")),
)


def built(outline: Path, theme: str | None = None) -> Scene:
    scene = pipeline.build_scene(outline, Report(), theme)
    assert scene is not None
    return scene


@pytest.mark.parametrize("outline", OUTLINES, ids=lambda path: path.stem)
def test_both_formats_have_the_same_clicks(outline: Path) -> None:
    scene = built(outline)
    pptx, html = pptx_clicks(write_pptx(scene)), html_clicks(write_html(scene))
    assert [len(clicks) for clicks in pptx] == [len(page.clicks) for page in scene.pages]
    for page, in_pptx, in_html in zip(scene.pages, pptx, html, strict=True):
        assert [words_of(step) for step in in_pptx] == [words_of(step) for step in in_html], page.id


def words_of(step: Step) -> tuple[Counter[str], Counter[str]]:
    """The words that come and that go, in whatever order they stand in the file."""
    return words(step[0]), words(step[1])


EXPECTED = {
    "items-with-their-sub-items": ["First item First sub-item Second sub-item", "Second item", "Third item"],
    "items-that-say-so-themselves": ["First click With the first", "Second click", "Third click"],
    "one-item-alone": ["Later"],
    "paragraphs": [
        "First paragraph", "First of a list below it", "Second of a list", "Second paragraph",
        "A word Somebody",
    ],
    "a-list-in-columns": ["One", "Two", "Three"],
    "blocks-as-wholes": [
        "Both paragraphs at one click", "All items at one click",
        "1917 Both events 1918 at one click",
    ],
    "block-beats-slide": ["First", "Second", "Both together"],
    "events": ["1917 Revolution", "1918 Peace", "1919 A rising put down"],
    "columns-one-after-the-other": ["Left Left text", "Right Right items"],
    "columns-in-parts": [
        "Before them", "Left in parts First left", "Second left", "Right as a whole Right text",
        "Right first", "Right second", "After them",
    ],
    "columns-of-a-quiet-slide": ["A tall picture", "Beside it"],
    "a-picture-and-its-text": ["A wide picture Its caption", "After the picture", "and last"],
    "a-picture-written-last": ["First", "then", "The picture"],
    "pictures-one-by-one": ["Wide picture First caption", "Tall picture"],
    "rows": ["1917 Revolution", "1918 Peace"],
    "a-table-as-a-whole": ["Head Row one two Below it"],
    "steps-through-code": ["", "", "", ""],
    "code-after-its-text": ["Before the code", "a = 1 b = 2 Its caption", ""],
    "code-as-a-whole": ["a = 1 1"],
    "remarks": ["Note A remark", "Tip · With content Comes with it", "Comes", "after it"],
    "numbers": ["12 of these", "13 of those"],
    "numbers-at-once": ["12 of these 13 of those"],
    "one-sentence-alone": ["One sentence alone Somebody"],
}  # fmt: skip
"""What comes at each click of tests/cases/good/builds.yaml."""

FIGURES = {
    "lines-of-a-formula": ["Let be a number", "", "", "then", "and"],
    "a-formula-of-one-line": ["(1)"],
    "a-diagram": ["Before it", "A B"],
    "series-one-by-one": ["Before the chart", "", ""],
    "a-pie-is-one": [""],
    "a-chart-as-a-whole": ["With its caption"],
}
"""The same of tests/golden/built-figures.yaml."""


@pytest.mark.parametrize("theme", ["lecture", "night"])
def test_what_is_built_comes_in_the_order_written(theme: str) -> None:
    scene = built(CASES / "builds.yaml", theme)
    clicks = pptx_clicks(write_pptx(scene))
    found = {page.id: [comes for comes, _ in own] for page, own in zip(scene.pages, clicks, strict=True)}
    for id, expected in EXPECTED.items():
        assert [" ".join(comes.split()) for comes in found[id]] == expected
    assert found["a-section-is-there-at-once"] == found["click-by-click"] == []


def test_figures_come_by_what_they_are_made_of() -> None:
    scene = built(GOLDEN / "built-figures.yaml")
    clicks = pptx_clicks(write_pptx(scene))
    found = {
        page.id: [" ".join(comes.split()) for comes, _ in own]
        for page, own in zip(scene.pages, clicks, strict=True)
    }
    assert found == FIGURES


def test_the_parts_of_a_split_slide_are_built_each_for_itself() -> None:
    scene = built(CASES / "builds.yaml")
    first, second = (page for page in scene.pages if page.slide.id == "continued")
    assert [len(page.clicks) for page in (first, second)] == [1, 3]


def test_the_blocks_of_an_opening_slide_are_built_too(tmp_path: Path) -> None:
    outline = tmp_path / "deck.yaml"
    outline.write_text(
        "title: Deck\nincremental: true\nopening: {qr: {url: 'https://example.org'}, bullets: [a, b]}\n"
        "slides:\n  - title: One\n",
        encoding="utf-8",
    )
    scene = built(outline)
    pptx, html = pptx_clicks(write_pptx(scene)), html_clicks(write_html(scene))
    assert [comes for comes, _ in pptx[0]][1:] == ["a", "b"]
    assert len(pptx[0]) == len(html[0]) == 3
