"""Colours by role: decks hold no literal ones, and a theme's accent recolours all that it is for."""

from __future__ import annotations

import colorsys
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from deckgen.color import Hex, tinted
from deckgen.diagnostics import Report
from deckgen.pipeline import build
from deckgen.themefile.files import theme_names
from tests.rendering import GALLERY, LECTURE, require
from tests.writers.pptx.reading import NS
from tests.writers.pptx.templates import sample_template
from tools.rendering.chromium import Browser

NO_ROLE = {"000000": "what dims a picture, in every theme, is black"}
"""Literal colours that decks may hold, with the reason why none of the roles would do."""

OURS = re.compile(r"ppt/(slides|notesSlides|charts)/[^/]+\.xml")
"""The parts of a deck on a template that are not the template's."""

LITERAL = re.compile(r"<a:(srgbClr|scrgbClr|hslClr|sysClr|prstClr) [^>]*>")


def literals(pptx: Path, parts: re.Pattern[str]) -> list[tuple[str, str]]:
    """The literal colours in the parts of a deck, theme parts apart."""
    with zipfile.ZipFile(pptx) as archive:
        names = [n for n in archive.namelist() if parts.match(n) and not n.startswith("ppt/theme/")]
        found = [(name, m[0]) for name in names for m in LITERAL.finditer(archive.read(name).decode())]
    return [(name, color) for name, color in found if not any(f'"{hex}"' in color for hex in NO_ROLE)]


def built(outline: Path, target: Path, theme: str | None = None) -> Path:
    report = Report()
    build(outline, {target.suffix[1:]: target}, report, theme)
    assert not report.has_errors, report.sorted()
    return target


@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize("outline", [LECTURE, GALLERY], ids=["lecture", "gallery"])
def test_no_part_of_a_deck_holds_a_colour_that_a_role_has(theme: str, outline: Path, tmp_path: Path) -> None:
    deck = built(outline, tmp_path / "deck.pptx", theme)
    assert literals(deck, re.compile(r"ppt/.+\.xml")) == []


@pytest.mark.parametrize("outline", [LECTURE, GALLERY], ids=["lecture", "gallery"])
def test_slides_on_a_template_hold_none_either(outline: Path, tmp_path: Path) -> None:
    deck = built(outline, tmp_path / "deck.pptx", str(sample_template().path))
    assert literals(deck, OURS) == []
    styles = zipfile.ZipFile(deck).read("ppt/tableStyles.xml").decode()
    assert not LITERAL.search(styles)


def test_an_authors_own_colour_is_found(tmp_path: Path) -> None:
    outline = tmp_path / "own.yaml"
    outline.write_text('slides:\n  - title: Own\n    background: "#123456"\n', encoding="utf-8")
    (found,) = literals(built(outline, tmp_path / "own.pptx"), OURS)
    assert '"123456"' in found[1]


GREEN: Hex = "#00AA77"
OUTLINE = """\
title: Colours
theme: {{extends: {theme}{colors}}}
opening: false
slides:
  - title: A list
    bullets: [one, "a [link](https://example.org/)"]
  - title: A table
    table:
      rows: [[a, b], [c, d]]
      emphasize: [row 1]
  - title: A chart
    chart: {{alt: Two columns, data: {{x: [a, b], y: [1, 2]}}}}
  - title: Code
    code: {{lang: python, source: "def f(): return 1"}}
"""

IN_PPTX = {
    "bullet": ("ppt/slideMasters/slideMaster1.xml", "//p:bodyStyle/a:lvl1pPr/a:buClr"),
    "table": ("ppt/slides/slide2.xml", "(//a:tr[2]//a:rPr/a:solidFill)[1]"),
    "chart": ("ppt/charts/chart1.xml", "(//c:ser/c:spPr/a:solidFill)[1]"),
    "code": ("ppt/slides/slide4.xml", "(//a:rPr[@b='1']/a:solidFill)[last()]"),
}
IN_HTML = """JSON.stringify({
  bullet: getComputedStyle(document.querySelector("[data-marker]"), "::before").color,
  table: getComputedStyle(document.querySelector("tbody span.accent")).color,
  chart: getComputedStyle(document.querySelector("svg.chart .series rect")).fill,
  code: getComputedStyle(document.querySelector(".code-keyword")).color,
  link: getComputedStyle(document.querySelector("section a[href^=http]")).color,
})"""


class Deck:
    """A built .pptx, and what its scheme colours show."""

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}

    def find(self, part: str, path: str) -> list[Any]:
        """What an XPath finds in a part."""
        found = etree.fromstring(self.parts[part]).xpath(path, namespaces={**NS, "c": CHART})
        assert isinstance(found, list)
        return found

    def shown(self, fill: Any) -> Hex:
        """What a fill with a scheme colour shows."""
        (color,) = fill
        assert color.tag.endswith("}schemeClr"), etree.tostring(color)
        changes = {change.tag.rpartition("}")[2]: int(change.get("val", "0")) / 100_000 for change in color}
        base = self.scheme(color.get("val", ""))
        if "lumOff" in changes:
            return tinted(base, lighter=changes["lumOff"])
        return tinted(base, darker=1 - changes.get("lumMod", 1.0))

    def scheme(self, name: str) -> Hex:
        """The theme part's colour of a name, through the master's colour map."""
        (map_,) = self.find("ppt/slideMasters/slideMaster1.xml", "//p:clrMap")
        (color,) = self.find("ppt/theme/theme1.xml", f"//a:clrScheme/a:{map_.get(name, name)}/*")
        return f"#{color.get('val') or color.get('lastClr')}".upper()

    def colors(self) -> dict[str, Hex]:
        """What shows in the accent, and the link."""
        found = {kind: self.shown(self.find(*where)[0]) for kind, where in IN_PPTX.items()}
        (click,) = self.find("ppt/slides/slide1.xml", "//a:rPr/a:hlinkClick")
        assert click is not None
        return {**found, "link": self.scheme("hlink")}


CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"


def outline(folder: Path, colors: str, theme: str = "lecture") -> Path:
    file = folder / "colours.yaml"
    file.write_text(OUTLINE.format(theme=theme, colors=colors), encoding="utf-8")
    return file


def hue(color: Hex) -> float:
    """The hue in degrees."""
    r, g, b = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return colorsys.rgb_to_hls(r, g, b)[0] * 360


@pytest.fixture(scope="module")
def decks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Path]]:
    """The folders of a deck in a theme's own accent, and of one in another."""
    folders = {}
    for name, colors in (("own", ""), ("green", ', colors: {accent1: "#0a7"}')):
        folders[name] = tmp_path_factory.mktemp(name)
        source = outline(folders[name], colors)
        for kind in ("pptx", "html"):
            built(source, folders[name] / f"deck.{kind}")
    yield folders


def test_one_line_recolours_the_pptx(decks: dict[str, Path]) -> None:
    before, after = (Deck(decks[name] / "deck.pptx").colors() for name in ("own", "green"))
    for kind, color in after.items():
        assert color != before[kind], kind
        assert hue(color) == pytest.approx(hue(GREEN), abs=2), kind
    assert after["bullet"] == after["link"] == GREEN


def test_the_html_shows_the_same_colours(decks: dict[str, Path]) -> None:
    require("Chromium")
    with Browser() as browser:
        for folder in decks.values():
            found = json.loads(browser.open(folder / "deck.html").evaluate(IN_HTML))
            assert {kind: as_hex(color) for kind, color in found.items()} == Deck(
                folder / "deck.pptx"
            ).colors()


def test_on_a_template_it_recolours_what_is_ours(tmp_path: Path) -> None:
    (tmp_path / "brand.pptx").write_bytes(sample_template().path.read_bytes())
    source = outline(tmp_path, ', colors: {accent1: "#0a7"}', "brand.pptx")
    deck = Deck(built(source, tmp_path / "deck.pptx"))
    for kind in ("table", "chart", "code"):
        assert hue(deck.shown(deck.find(*IN_PPTX[kind])[0])) == pytest.approx(hue(GREEN), abs=2), kind


def as_hex(color: str) -> Hex:
    """A computed colour, "rgb(0, 170, 119)", as ours."""
    return "#{:02X}{:02X}{:02X}".format(*map(int, re.findall(r"\d+", color)[:3]))
