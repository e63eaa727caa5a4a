"""Diagrams in the HTML: one drawing, words that are text of the page, and what they show for all."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html

from deckgen.diagnostics import Report
from deckgen.pipeline import build_scene
from deckgen.scene import Connector, Group, Part, Scene
from deckgen.writers.html import write

CASE = Path(__file__).parents[2] / "cases" / "good" / "diagrams.yaml"


@pytest.fixture(scope="module")
def scene() -> Scene:
    found = build_scene(CASE, Report())
    assert found
    return found


@pytest.fixture(scope="module")
def figures(scene: Scene) -> list[Any]:
    page: Any = html.fromstring(write(scene).decode("utf-8"))
    return list(page.xpath("//section//figure[.//svg]"))


def test_a_figure_for_each_diagram(scene: Scene, figures: list[Any]) -> None:
    diagrams = [placed for page in scene.pages for placed in page.placed if placed.part is Part.DIAGRAM]
    assert len(figures) == len(diagrams)
    for figure, placed in zip(figures, diagrams, strict=True):
        assert isinstance(placed.content, Group)
        edges = [child for child in placed.content.children if isinstance(child.content, Connector)]
        lines = [path for path in figure.findall(".//svg/path") if "fill:none" in path.get("style", "")]
        assert len(lines) >= len(edges)


def test_words_are_text_over_the_drawing(figures: list[Any]) -> None:
    words = [" ".join(p.text_content().split()) for p in figures[0].xpath(".//p")]
    assert words[:4] == ["Start", "Is it green?", "Ship it", "Mend it"]
    assert not figures[0].xpath(".//svg//text()[normalize-space()]")


def test_those_who_cannot_see_it_are_told_what_it_shows(figures: list[Any]) -> None:
    (image,) = figures[0].xpath(".//*[@role='img']")
    assert image.get("aria-label") == "A test is run until it is green; then the change is shipped"
    assert figures[0].xpath(".//figcaption")
    decorative = next(figure for figure in figures if "Dotted" in figure.text_content())
    assert not decorative.xpath(".//*[@role='img']")


def test_colours_are_the_themes(figures: list[Any]) -> None:
    for figure in figures[:3]:
        for style in figure.xpath(".//svg//@style"):
            assert not re.search(r"(?:fill|stroke):#", style)


def test_a_drawing_is_well_formed(figures: list[Any]) -> None:
    for figure in figures:
        for path in figure.findall(".//svg/path"):
            assert re.fullmatch(r"[MLHVAaZ\d\s.,-]+", path.get("d", "")), etree.tostring(path)


def test_a_diagram_that_is_built_is_one_fragment(scene: Scene) -> None:
    page: Any = html.fromstring(write(scene).decode("utf-8"))
    section = next(s for s in page.xpath("//section") if "At one click" in s.text_content())
    fragments = section.xpath(".//*[contains(@class, 'fragment')]")
    assert any(fragment.xpath(".//svg") for fragment in fragments)
