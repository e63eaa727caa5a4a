"""A deck in HTML, shown by Chromium → its pages as pictures, and its paragraphs as Chromium breaks them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from deckgen.model import characters
from deckgen.scene import Page
from deckgen.slots import Box
from tools.rendering.chromium import Browser
from tools.rendering.lines import Glyph, Key, Lines, lines_of, texts, visible

ASCENT, DESCENT = 0.72, 0.21

READY = """(async () => {
  for (let i = 0; i < 400 && !(window.Reveal && Reveal.isReady()); i++)
    await new Promise(done => setTimeout(done, 25));
  Reveal.configure({autoAnimate: false, controls: false, progress: false});
  const still = document.createElement("style");  // all that comes at clicks is there, as in a printed pptx
  still.textContent = "* { transition: none !important; animation: none !important; }" +
    ".reveal .slides section .fragment { opacity: 1 !important; visibility: inherit !important; }";
  document.head.append(still);
  await document.fonts.ready;
  return Reveal.getHorizontalSlides().length;
})()"""

SHOW = """(async (index) => {
  Reveal.slide(index, 0);
  await document.fonts.ready;
  const pictures = [...Reveal.getCurrentSlide().querySelectorAll("img")];
  await Promise.all(pictures.map(picture => picture.decode().catch(() => null)));
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  return pictures.filter(picture => !picture.naturalWidth).length;
})(%d)"""

MEASURE = """(() => {
  const section = Reveal.getCurrentSlide(), origin = section.getBoundingClientRect();
  const scale = origin.width / section.offsetWidth;
  const inline = element => getComputedStyle(element).display.startsWith("inline");
  const pen = document.createElement("canvas").getContext("2d");
  const blocks = new Map(), walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, parent = node.parentElement;
    if (!node.data.trim() || parent.closest("aside, math")) continue;
    let block = parent;
    while (inline(block)) block = block.parentElement;
    const found = blocks.get(block) ?? {text: "", glyphs: []};
    blocks.set(block, found);
    found.text += node.data;
    const style = getComputedStyle(parent), size = parseFloat(style.fontSize), range = document.createRange();
    pen.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const ascent = pen.measureText("x").fontBoundingBoxAscent;
    let at = 0;
    for (const char of node.data) {
      range.setStart(node, at);
      range.setEnd(node, at += char.length);
      const rects = range.getClientRects(), r = rects[rects.length - 1];
      if (r && char.trim()) found.glyphs.push([char, size, (r.left - origin.left) / scale,
        (r.top - origin.top) / scale + ascent, r.width / scale]);
    }
  }
  return [...blocks.values()];
})()"""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of text as Chromium drew it: its characters and their lines."""

    text: str
    lines: Lines


def paragraphs(measured: Sequence[dict[str, Any]]) -> list[Paragraph]:
    """What MEASURE found, counted as lines; in the order of the document."""
    found = []
    for block in measured:
        glyphs = [glyph for glyph in map(_glyph, block["glyphs"]) if glyph.count]
        if glyphs:
            found.append(Paragraph(squeezed(block["text"]), lines_of(glyphs)))
    return found


def _glyph(raw: Sequence[Any]) -> Glyph:
    char, size, x, baseline, w = raw
    return Glyph(
        visible(char), baseline, size, Box(x, baseline - ASCENT * size, w, (ASCENT + DESCENT) * size)
    )


def squeezed(text: str) -> str:
    """The visible characters of a text alone."""
    return "".join(char for char in text if visible(char))


def assigned(number: int, page: Page, found: Sequence[Paragraph]) -> dict[Key, Lines]:
    """Which of the page's paragraphs is which block of text: the first of the same characters."""
    left, lines = list(found), {}
    for placed, text in texts(page):
        for index, paragraph in enumerate(text.paragraphs):
            wanted = squeezed(characters(paragraph.text))
            match = next((one for one in left if one.text == wanted), None)
            if match is not None:
                left.remove(match)
                lines[number, placed.name, index] = match.lines
    return lines


@dataclass(frozen=True, slots=True)
class Shown:
    """A deck as Chromium shows it: a picture file and the paragraphs of every page."""

    pictures: list[Path]
    pages: list[list[Paragraph]]
    problems: list[str]


def shown(browser: Browser, html: Path, size: tuple[float, float], out: Path, width: int = 1280) -> Shown:
    """Go through a deck slide by slide; hidden ones too.

    `size` is the page's in pt; the window has as many CSS px, so that reveal.js does not scale, and is
    drawn `width` pixels wide.  `problems` are script errors, requests and pictures that did not load.
    """
    out.mkdir(parents=True, exist_ok=True)
    tab = browser.open(html, round(size[0]), round(size[1]), scale=width / round(size[0]))
    result = Shown([], [], [])
    for index in range(tab.evaluate(READY)):
        lost = tab.evaluate(SHOW % index)
        if lost:
            result.problems.append(f"slide {index + 1}: {lost} pictures did not load")
        picture = out / f"page-{index + 1:03}.png"
        picture.write_bytes(tab.screenshot())
        result.pictures.append(picture)
        result.pages.append(paragraphs(tab.evaluate(MEASURE)))
    own = html.resolve().as_uri()
    result.problems.extend([*tab.problems, *(r for r in tab.requests if not r.startswith(own))])
    tab.close()
    return result
