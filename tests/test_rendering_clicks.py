"""Built decks in Chromium: reveal.js takes the clicks that the page was given, and nothing moves."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pdfplumber
import pytest

from deckgen import pipeline
from deckgen.diagnostics import Report
from deckgen.scene import Scene
from deckgen.writers.html import write
from tests.clicks import html_clicks
from tests.rendering import CASES, require
from tests.test_words import words
from tools.rendering.chromium import Browser, Tab
from tools.rendering.programs import REPOSITORY

GOLDEN = REPOSITORY / "tests" / "golden"

STEPS = """(() => {
  const slide = Reveal.getCurrentSlide(), steps = [];
  const places = () => JSON.stringify([...slide.querySelectorAll("*")].map(e => {
    const r = e.getBoundingClientRect(); return [r.x, r.y, r.width, r.height]; }));
  const shown = () => [...slide.querySelectorAll(".fragment")].filter(
    f => getComputedStyle(f).visibility === "visible").length;
  const before = places();
  let moved = false;
  steps.push(shown());
  while (Reveal.availableFragments().next) {
    Reveal.next();
    if (Reveal.getCurrentSlide() !== slide) return null;
    moved ||= places() !== before;
    steps.push(shown());
  }
  return {steps, moved};
})()"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    require("Chromium")
    with Browser() as started:
        yield started


@pytest.fixture(
    scope="module", params=(CASES / "builds.yaml", GOLDEN / "built-figures.yaml"), ids=lambda p: p.stem
)
def scene(request: pytest.FixtureRequest) -> Scene:
    built = pipeline.build_scene(request.param, Report())
    assert built is not None
    return built


@pytest.fixture
def tab(browser: Browser, scene: Scene, tmp_path: Path) -> Iterator[Tab]:
    opened = started(browser, scene, tmp_path)
    yield opened
    assert opened.problems == []
    opened.close()


def started(browser: Browser, scene: Scene, folder: Path) -> Tab:
    """A deck, shown without the time that its fades take."""
    file = folder / "deck.html"
    file.write_bytes(write(scene))
    opened = browser.open(file.as_uri())
    opened.wait_for("Reveal.isReady()")
    style = (
        "Object.assign(document.createElement('style'), {textContent: '* { transition: none !important }'})"
    )
    opened.evaluate(f"document.head.append({style})")
    return opened


def walked(tab: Tab, scene: Scene) -> list[dict[str, Any]]:
    """What each page shows from step to step, reached and left by stepping alone."""
    found = []
    for page in scene.pages:
        assert tab.evaluate("Reveal.getCurrentSlide().id") == page.id
        found.append(tab.evaluate(STEPS))
        tab.evaluate("Reveal.next()")
    return found


def test_each_click_shows_more_and_moves_nothing(tab: Tab, scene: Scene) -> None:
    for page, found in zip(scene.pages, walked(tab, scene), strict=True):
        assert found is not None, page.id
        assert len(found["steps"]) == len(page.clicks) + 1, page.id
        if not any(effect.exit for click in page.clicks for effect in click):
            assert found["steps"] == sorted(set(found["steps"])), page.id
        assert not found["moved"], page.id


def test_one_step_of_a_listing_is_pointed_out_at_a_time(browser: Browser, tmp_path: Path) -> None:
    """Lines 1, 1-2, all, 4, all: bands are shown for the first, the second and the fourth step."""
    built = pipeline.build_scene(CASES / "builds.yaml", Report())
    assert built is not None
    tab = started(browser, built, tmp_path)
    shown = """[...Reveal.getCurrentSlide().querySelectorAll('[data-part="highlight"]')].map(
        f => getComputedStyle(f).visibility === "visible" ? 1 : 0).join("")"""
    tab.evaluate("Reveal.slide(Reveal.getIndices(document.getElementById('steps-through-code')).h, 0, -1)")
    found = [tab.evaluate(shown)]
    for _ in range(4):
        tab.evaluate("Reveal.next()")
        found.append(tab.evaluate(shown))
    assert found == ["100", "010", "000", "001", "000"]
    tab.close()


def test_the_speaker_steps_back_as_well(tab: Tab, scene: Scene) -> None:
    walked(tab, scene)
    last = scene.pages[-1]
    assert tab.evaluate("Reveal.getCurrentSlide().id") == last.id
    for _ in range(sum(len(page.clicks) + 1 for page in scene.pages)):
        tab.evaluate("Reveal.prev()")
    assert tab.evaluate("Reveal.getCurrentSlide().id") == scene.pages[0].id


@pytest.mark.parametrize(("query", "ready"), [("", "section"), ("?print-pdf", ".pdf-page")])
def test_paper_shows_all_that_comes_by_clicks(
    browser: Browser, scene: Scene, tmp_path: Path, query: str, ready: str
) -> None:
    file = tmp_path / "builds.html"
    file.write_bytes(write(scene))
    opened = browser.open(file.as_uri() + query)
    opened.wait_for("Reveal.isReady()")
    opened.wait_for(f"document.querySelectorAll('{ready}').length === {len(scene.pages)}")
    with pdfplumber.open(io.BytesIO(opened.pdf())) as pdf:
        # Labels may be set in capitals.
        pages = ["".join((page.extract_text() or "").split()).casefold() for page in pdf.pages]
    opened.close()
    assert len(pages) == len(scene.pages)
    for page, text, clicks in zip(scene.pages, pages, html_clicks(file.read_bytes()), strict=True):
        for comes, _ in clicks:
            lost = [word for word in words(comes) if word.casefold() not in text]
            assert page.rtl or "picture" in comes or not lost, (page.id, lost, text)


def test_the_address_of_a_step_leads_back_to_it(browser: Browser, tmp_path: Path) -> None:
    """Whether the slide's name is a word or a number."""
    outline = tmp_path / "years.yaml"
    lines = ["title: Years", "incremental: true", "slides:"]
    lines += [f"  - {{title: '{name}', bullets: [a, b, c]}}" for name in ("1918", "Peace", "1919")]
    outline.write_text("\n".join(lines), encoding="utf-8")
    built = pipeline.build_scene(outline, Report())
    assert built is not None
    file = tmp_path / "years.html"
    file.write_bytes(write(built))
    for name in ("1918", "peace", "1919"):
        opened = browser.open(f"{file.as_uri()}#/{name}/1")
        opened.wait_for("Reveal.isReady()")
        assert opened.evaluate("[Reveal.getCurrentSlide().id, Reveal.getIndices().f]") == [name, 1]
        opened.evaluate("Reveal.next()")
        opened.wait_for(f"location.hash === '#/{name}/2'")
        opened.close()


ANIMATIONS = """(async () => {
  Reveal.next();
  for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
  const slides = new Set(Reveal.getSlides());
  const own = document.getAnimations().filter(a => slides.has(a.effect.target) ||
    a.effect.target.closest("[data-auto-animate-target]"));
  return own.map(a => a.effect.getTiming().duration / 1000);
})()"""


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_pages_come_as_long_as_they_take_or_at_once_for_those_who_want_it_so(
    browser: Browser, tmp_path: Path, motion: str
) -> None:
    built = pipeline.build_scene(CASES / "transitions.yaml", Report())
    assert built is not None
    file = tmp_path / "transitions.html"
    file.write_bytes(write(built))
    opened = browser.open("about:blank")
    features = [{"name": "prefers-reduced-motion", "value": motion}]
    opened.call("Emulation.setEmulatedMedia", features=features)
    opened.navigate(file.as_uri())
    opened.wait_for("Reveal.isReady()")
    for page in [page for page in built.pages[1:] if not page.slide.hidden]:
        found = opened.evaluate(ANIMATIONS)
        assert opened.evaluate("Reveal.getCurrentSlide().id") == page.id
        if motion == "reduce" or page.transition is None:
            assert not any(found), page.id
        else:
            assert page.transition.duration in {round(seconds, 3) for seconds in found}, page.id
        opened.evaluate("document.getAnimations().forEach(animation => animation.finish())")
    assert opened.problems == []
    opened.close()
