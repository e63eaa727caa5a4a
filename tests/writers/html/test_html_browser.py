"""The written file in Chromium: steps, links, notes, help, print, and reading without scripts."""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pdfplumber
import pytest

from deckgen.diagnostics import Report
from deckgen.model import Run
from deckgen.pipeline import build_scene
from deckgen.scene import Placed, PlacedText, Scene
from deckgen.writers.html import write
from tests.rendering import require
from tests.writers.scenes import sample_scene
from tools.rendering.chromium import Browser, Tab

CURRENT = "Reveal.getCurrentSlide().id"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    require("Chromium")
    with Browser() as started:
        yield started


@pytest.fixture(scope="module")
def scene() -> Scene:
    """The sample with more hidden slides, first and last, and one whose id is a number."""
    sample = sample_scene()
    hidden, renamed = {0, len(sample.pages) - 1}, {4: "1919"}
    pages = tuple(
        replace(
            page,
            id=renamed.get(n, page.id),
            slide=replace(page.slide, hidden=page.slide.hidden or n in hidden),
            placed=tuple(linked(item) for item in page.placed),
        )
        for n, page in enumerate(sample.pages)
    )
    return replace(sample, pages=pages)


def linked(item: Placed) -> Placed:
    """The placed thing, its link to `plan` leading to the slide with the number."""
    if not isinstance(item.content, PlacedText):
        return item
    paragraphs = tuple(
        replace(p, text=tuple(replace(r, href="#1919") if r.href == "#plan" else r for r in p.text))
        for p in item.content.paragraphs
    )
    return replace(item, content=replace(item.content, paragraphs=paragraphs))


@pytest.fixture(scope="module")
def file(scene: Scene, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("html") / "lecture.html"
    path.write_bytes(write(scene))
    return path


@pytest.fixture
def tab(browser: Browser, file: Path) -> Iterator[Tab]:
    """The deck, opened at its second slide, the first being hidden."""
    opened = start(browser, file.as_uri() + "#/alone")
    yield opened
    assert opened.problems == []
    assert {url.split("#")[0] for url in opened.requests} == {file.as_uri()}
    opened.close()


def start(browser: Browser, url: str) -> Tab:
    opened = browser.open(url)
    opened.wait_for("Reveal.isReady()")
    return opened


def go_to(id: str) -> str:
    """The script that jumps to a slide."""
    return (
        f"(() => {{ const s = Reveal.getIndices(document.getElementById('{id}')); Reveal.slide(s.h, 0); }})()"
    )


def shown(scene: Scene) -> list[str]:
    return [page.id for page in scene.pages if not page.slide.hidden]


def walk(tab: Tab, key: str, steps: int) -> list[str]:
    """The slides seen while a key is pressed."""
    seen = [tab.evaluate(CURRENT)]
    for _ in range(steps):
        tab.press(key)
        seen.append(tab.evaluate(CURRENT))
    return seen


@pytest.mark.parametrize("key", ["ArrowRight", " ", "PageDown", "n"])
def test_steps_forward_see_each_shown_slide_once(tab: Tab, scene: Scene, key: str) -> None:
    expected = shown(scene)
    assert walk(tab, key, len(expected)) == [*expected, expected[-1]]


def test_steps_back_see_them_too(tab: Tab, scene: Scene) -> None:
    expected = shown(scene)
    tab.press("End")
    assert walk(tab, "ArrowLeft", len(expected)) == [*reversed(expected), expected[0]]


def test_home_and_end_are_the_first_and_last_shown(tab: Tab, scene: Scene) -> None:
    tab.press("End")
    assert tab.evaluate(CURRENT) == shown(scene)[-1]
    tab.press("Home")
    assert tab.evaluate(CURRENT) == shown(scene)[0]


def test_scripts_that_step_leave_hidden_slides_out(tab: Tab) -> None:
    tab.evaluate("Reveal.next(), Reveal.next()")
    assert tab.evaluate(CURRENT) == "1919"


def test_overview_steps_leave_hidden_slides_out(tab: Tab) -> None:
    tab.press("Escape")
    assert tab.evaluate("Reveal.isOverview()")
    assert walk(tab, "ArrowRight", 2) == ["alone", "plan", "1919"]
    tab.press("Escape")
    assert not tab.evaluate("Reveal.isOverview()")


def test_a_swipe_leaves_hidden_slides_out(tab: Tab) -> None:
    tab.evaluate("Reveal.slide(2, 0)")
    for kind, x in (("touchStart", 600), ("touchMove", 500), ("touchMove", 300), ("touchEnd", None)):
        points = [] if x is None else [{"x": x, "y": 300}]
        tab.call("Input.dispatchTouchEvent", type=kind, touchPoints=points)
    assert tab.evaluate(CURRENT) == "1919"


def test_an_address_reaches_a_hidden_slide_and_a_step_leaves_it(browser: Browser, file: Path) -> None:
    tab = start(browser, file.as_uri() + "#/numbers")
    assert tab.evaluate(CURRENT) == "numbers"
    assert tab.evaluate("getComputedStyle(Reveal.getCurrentSlide()).visibility") == "visible"
    tab.press("ArrowRight")
    assert tab.evaluate(CURRENT) == "1919"
    tab.wait_for("location.hash === '#/1919'")
    tab.evaluate("location.hash = '#/numbers'")
    tab.wait_for(f"{CURRENT} === 'numbers'")
    tab.press("ArrowLeft")
    assert tab.evaluate(CURRENT) == "plan"
    tab.close()


def test_a_click_on_a_link_reaches_its_slide_even_one_named_in_digits(tab: Tab) -> None:
    tab.evaluate(go_to("inline"))
    tab.click("#inline a[href^='#']")
    assert tab.evaluate(CURRENT) == "1919"


def test_the_address_names_the_slide(tab: Tab) -> None:
    tab.press("ArrowRight")
    tab.wait_for("location.hash === '#/plan'")


def test_an_address_in_digits_is_a_name_where_there_is_one(browser: Browser, file: Path) -> None:
    tab = start(browser, file.as_uri() + "#/1919")
    assert tab.evaluate(CURRENT) == "1919"
    tab.close()


def test_progress_counts_shown_slides(tab: Tab, scene: Scene) -> None:
    assert tab.evaluate("Reveal.getTotalSlides()") == len(shown(scene))
    tab.press("End")
    assert tab.evaluate("Reveal.getProgress()") == 1


def test_keys_are_listed(tab: Tab) -> None:
    tab.press("?")
    listed = tab.evaluate("document.querySelector('.r-overlay-help').innerText")
    for action in ("Next slide", "Fullscreen", "Slide overview", "Speaker notes view", "Search", "Zoom"):
        assert action in listed


def test_search_finds_a_word(tab: Tab) -> None:
    tab.evaluate("Reveal.getPlugin('search').open()")
    for key in "Riga":
        tab.press(key)
    tab.press("Enter")
    assert tab.evaluate(CURRENT) == "timeline"


def in_frames(tab: Tab) -> list[str]:
    """The ids of the slides that the frames of a window show."""
    frames = tab.call("Page.getFrameTree")["frameTree"].get("childFrames", [])
    shown_now = []
    for frame in frames:
        world = tab.call("Page.createIsolatedWorld", frameId=frame["frame"]["id"])["executionContextId"]
        present = "document.querySelector('section.present')?.id"
        answer = tab.call("Runtime.evaluate", expression=present, contextId=world)
        shown_now.append(answer["result"].get("value", ""))
    return shown_now


def wait_until(condition: Callable[[], bool], seconds: float = 10.0) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.05)


def test_the_speakers_window_shows_notes_and_steps_the_deck(browser: Browser, file: Path) -> None:
    tab = start(browser, file.as_uri() + "#/opening")
    tab.press("s")
    speaker = browser.popup()
    speaker.wait_for(
        "document.querySelector('.speaker-controls-notes .value')?.innerText.includes('Béla Kun')"
    )
    speaker.wait_for("document.querySelectorAll('iframe').length === 2")
    wait_until(lambda: in_frames(speaker) == ["opening", "alone"])
    speaker.press("ArrowRight")
    tab.wait_for(f"{CURRENT} === 'alone'")
    speaker.press("ArrowRight")
    tab.wait_for(f"{CURRENT} === 'plan'")
    speaker.press("ArrowRight")
    tab.wait_for(f"{CURRENT} === '1919'")
    wait_until(lambda: in_frames(speaker) == ["1919", "columns"])
    assert tab.problems == []
    assert speaker.problems == []
    speaker.close()
    tab.close()


def test_a_stranger_cannot_move_the_deck(tab: Tab) -> None:
    tab.evaluate("postMessage(JSON.stringify({method: 'setState', args: [{indexh: 5, indexv: 0}]}), '*')")
    tab.evaluate("postMessage(JSON.stringify({method: 'slide', args: [5]}), '*')")
    tab.evaluate("new Promise(done => setTimeout(done, 50))")
    assert tab.evaluate(CURRENT) == "alone"


def test_a_page_is_scaled_as_a_whole(browser: Browser, file: Path) -> None:
    tab = browser.open(file, 1920, 1200)
    tab.wait_for("Reveal.isReady()")
    assert tab.evaluate("Reveal.getScale()") == 2
    assert tab.evaluate("getComputedStyle(document.querySelector('.slides')).zoom") == "1"
    edges = "(r => [r.x, r.y, r.width, r.height])(Reveal.getCurrentSlide().getBoundingClientRect())"
    assert tab.evaluate(edges) == [0, 60, 1920, 1080]
    tab.close()


def boxes(tab: Tab) -> dict[str, list[float]]:
    """Where the slots of the page lie."""
    found = tab.evaluate(
        "Object.fromEntries([...Reveal.getCurrentSlide().querySelectorAll('.slot')].map(e => {"
        " const r = e.getBoundingClientRect(); return [e.className, [r.x, r.y, r.width, r.height]]; }))"
    )
    assert isinstance(found, dict)
    return found


def test_slots_lie_where_the_scene_has_them(tab: Tab, scene: Scene) -> None:
    for n, page in enumerate(scene.pages[1:], 1):
        tab.evaluate(f"Reveal.slide({n}, 0)")
        measured = sorted(boxes(tab).values())
        for placed in page.placed:
            if placed.slot is not None:
                box = placed.box
                assert any(
                    near == pytest.approx([box.x, box.y, box.w, box.h], abs=0.02) for near in measured
                ), placed.name


def test_first_baselines_and_pitch_are_those_of_the_pptx(tab: Tab) -> None:
    """The baseline at 1.0 em and a pitch of 1.2 em; at a spacing p below 1, 0.96 p and 1.2 p em."""
    tab.evaluate(go_to("inline"))
    measure = """(selector) => {
      const p = Reveal.getCurrentSlide().querySelector(selector);
      const box = p.closest('.slot').getBoundingClientRect();
      const mark = document.createElement('span');
      mark.style.cssText = 'display:inline-block;width:0;height:0';
      p.prepend(mark);
      const baseline = mark.getBoundingClientRect().bottom, em = parseFloat(getComputedStyle(p).fontSize);
      mark.remove();
      return [(baseline - box.top) / em, p.getBoundingClientRect().height / em];
    }"""
    first, _ = tab.evaluate(f"({measure})('.slot-body p')")
    assert first == pytest.approx(1.0, abs=0.01)
    first, height = tab.evaluate(f"({measure})('.slot-title[style] h2')")
    assert first == pytest.approx(0.96 * 0.9, abs=0.01)
    assert height == pytest.approx(2 * 1.2 * 0.9, abs=0.01)


def test_without_scripts_the_pages_stand_one_below_another(
    browser: Browser, file: Path, scene: Scene
) -> None:
    tab = browser.open(file, scripts=False)
    tops = tab.evaluate("[...document.querySelectorAll('section')].map(s => s.getBoundingClientRect().top)")
    assert len(tops) == len(scene.pages)
    assert all(after - before > 540 for before, after in pairwise(tops))
    assert tab.evaluate("document.querySelector('#numbers').checkVisibility()")
    assert tab.evaluate("getComputedStyle(document.querySelector('.notes')).display") == "none"
    tab.close()


@pytest.mark.parametrize("scripts", [True, False])
def test_each_shown_slide_is_printed_on_a_page_of_its_size(
    browser: Browser, file: Path, scene: Scene, scripts: bool
) -> None:
    tab = browser.open(file, scripts=scripts)
    check_pages(tab.pdf(), scene, (960, 540))
    tab.close()


def test_reveals_own_print_view_has_the_same_pages(browser: Browser, file: Path, scene: Scene) -> None:
    tab = browser.open(file.as_uri() + "?print-pdf")
    tab.wait_for(f"document.querySelectorAll('.pdf-page').length === {len(scene.pages)}")
    check_pages(tab.pdf(), scene, (720, 405))
    tab.close()


def check_pages(data: bytes, scene: Scene, size: tuple[float, float]) -> None:
    """As many pages as shown slides, each with its title and of the size (in pt)."""
    titles = [page.title.split()[0] for page in scene.pages if not page.slide.hidden]
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        assert len(pdf.pages) == len(titles)
        for title, page in zip(titles, pdf.pages, strict=True):
            assert (page.width, page.height) == pytest.approx(size, abs=0.5)
            if title.isascii():
                assert title in page.extract_text()


def test_multiple_spaces_are_kept_and_long_words_broken(browser: Browser, tmp_path: Path) -> None:
    sample = sample_scene()
    n = next(n for n, page in enumerate(sample.pages) if page.id == "inline")
    page = sample.pages[n]
    body = next(item for item in page.placed if item.slot == "body")
    assert isinstance(body.content, PlacedText)
    item = body.content.paragraphs[0]
    texts = ("two  spaces   here", "w" * 200)
    paragraphs = tuple(replace(item, text=(Run(words),)) for words in texts)
    changed = replace(body, content=replace(body.content, paragraphs=paragraphs))
    pages = list(sample.pages)
    pages[n] = replace(page, placed=(changed,))
    path = tmp_path / "words.html"
    path.write_bytes(write(replace(sample, pages=tuple(pages))))
    tab = start(browser, path.as_uri() + "#/inline")
    assert tab.evaluate("document.querySelector('#inline .slot-body p').innerText") == texts[0]
    overflow = tab.evaluate(
        "(box => box.scrollWidth - box.clientWidth)(document.querySelector('#inline .slot-body'))"
    )
    assert overflow <= 0
    tab.close()


def test_code_is_copied_as_it_was_written_without_its_numbers(browser: Browser, tmp_path: Path) -> None:
    source = "def f(x):\n    return x\n\n\nf(1)\n"
    (tmp_path / "f.py").write_text(source, "utf-8")
    outline = tmp_path / "deck.yaml"
    outline.write_text(
        "title: A\nopening: false\nslides:\n  - code: {file: f.py, numbers: true, highlight: [2]}\n", "utf-8"
    )
    built = build_scene(outline, Report())
    assert built
    (tmp_path / "deck.html").write_bytes(write(built))
    tab = browser.open(tmp_path / "deck.html", 960, 540)
    tab.wait_for("window.Reveal && Reveal.isReady()")
    tab.evaluate("getSelection().selectAllChildren(Reveal.getCurrentSlide())")
    assert source.strip() in tab.evaluate("getSelection().toString()")
    assert "12345" not in "".join(tab.evaluate("getSelection().toString()").split())
    tab.close()
