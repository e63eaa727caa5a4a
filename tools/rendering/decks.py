"""An outline → both of its formats, drawn by both renderers and measured.

Many decks are drawn in one run of LibreOffice and one of Chromium, because starting them takes longer
than drawing.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from deckgen import pipeline
from deckgen.diagnostics import Report
from deckgen.scene import Scene
from deckgen.text.install import write_fonts
from deckgen.writers.html import write as write_html
from deckgen.writers.pptx import write as write_pptx
from tools.rendering import office, web
from tools.rendering.chromium import Browser
from tools.rendering.lines import Key, Lines
from tools.rendering.programs import office_to_pdf, run


class BuildError(Exception):
    """The outline did not build; the message holds its diagnostics."""


@dataclass(frozen=True, slots=True)
class Built:
    """A deck in both formats.  `name` is unique among the decks drawn together."""

    name: str
    scene: Scene
    pptx: Path
    html: Path
    report: Report


@dataclass(frozen=True, slots=True)
class Drawn:
    """A deck as both renderers draw it: the pictures of its pages, the lines of its paragraphs."""

    built: Built
    office_pictures: list[Path]
    web_pictures: list[Path]
    office_lines: dict[Key, Lines]
    web_lines: dict[Key, Lines]
    problems: list[str]


def build(
    outline: Path, folder: Path, theme: str | None = None, size: str | None = None, name: str | None = None
) -> Built:
    """Build an outline in both formats into `folder`.  Raises BuildError.

    `size` overrides the outline's own, in a copy of its folder.
    """
    parts = (outline.stem, Path(theme).stem if theme else None, size)
    name = name or "-".join(part.replace(":", "x") for part in parts if part)
    folder.mkdir(parents=True, exist_ok=True)
    if size is not None:
        outline = resized(outline, size, folder / f"{name}-source")
    report = Report()
    scene = pipeline.build_scene(outline, report, theme)
    if scene is None or report.has_errors:
        raise BuildError("\n".join(f"{d.code}: {d.message} {d.span or ''}" for d in report.sorted()))
    pptx, html = folder / f"{name}.pptx", folder / f"{name}.html"
    pptx.write_bytes(write_pptx(scene))
    html.write_bytes(write_html(scene))
    return Built(name, scene, pptx, html, report)


def resized(outline: Path, size: str, folder: Path) -> Path:
    """A copy of the outline and its folder, with `size` as the deck's; the copy's path."""

    def own(_: str, names: list[str]) -> set[str]:
        return {name for name in names if name in {folder.name, "output"}}

    shutil.copytree(outline.parent, folder, dirs_exist_ok=True, ignore=own)
    copy = folder / outline.name
    text = re.sub(r"(?m)^size:.*\n", "", copy.read_text("utf-8"))
    copy.write_text(f"size: {size}\n{text}", "utf-8")
    return copy


def theme_fonts(folder: Path, *decks: Built) -> Path:
    """The static font files of the themes, written by the command that users have for it, and of `decks`."""
    run([str(Path(sys.executable).parent / "deckgen"), "fonts", "-o", str(folder)])
    list(write_fonts((deck.scene.theme for deck in decks), folder))
    return folder


def draw(decks: Sequence[Built], folder: Path, fonts: Path | None = None) -> list[Drawn]:
    """Draw and measure decks; pictures and PDF files are kept in `folder`."""
    as_seen, painted = folder / "seen", folder / "painted"
    for target in (as_seen, painted):
        target.mkdir(parents=True, exist_ok=True)
    files, keys = [], []
    for deck in decks:
        data, codes = office.painted(deck.pptx.read_bytes())
        keys.append(codes)
        files += [as_seen / f"{deck.name}.pptx", painted / f"{deck.name}-painted.pptx"]
        files[-2].write_bytes(office.shown(deck.pptx.read_bytes()))
        files[-1].write_bytes(data)
    pdfs = office_to_pdf(files, folder / "pdf", fonts)
    with Browser() as browser:
        return [
            _drawn(deck, browser, pdfs[2 * i], office.measured(pdfs[2 * i + 1], keys[i]), folder)
            for i, deck in enumerate(decks)
        ]


def _drawn(deck: Built, browser: Browser, pdf: Path, lines: dict[Key, Lines], folder: Path) -> Drawn:
    pictures = office.pictures(pdf, folder / "office" / deck.name)
    web_deck = web.shown(browser, deck.html, deck.scene.theme.page, folder / "web" / deck.name)
    web_lines: dict[Key, Lines] = {}
    for number, (page, found) in enumerate(zip(deck.scene.pages, web_deck.pages, strict=False)):
        web_lines |= web.assigned(number, page, found)
    return Drawn(deck, pictures, web_deck.pictures, lines, web_lines, web_deck.problems)
