"""Code in the written file: what is copied from it is what was written."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation

from deckgen import pipeline
from deckgen.color import contrast, tinted
from deckgen.diagnostics import Report
from deckgen.figures.code import source_lines
from deckgen.themefile import theme_names
from deckgen.writers.pptx import write
from tests.figures.test_code import SAMPLES
from tests.writers.pptx.reading import NS


def built(folder: Path, theme: str = "lecture", background: str = "") -> Any:
    """The samples, a slide each, as python-pptx opens them."""
    slides = []
    for name, source in SAMPLES.items():
        (folder / f"{name}.txt").write_text(source, "utf-8")
        ground = f", background: {background}" if background else ""
        block = f"{{file: {name}.txt, lang: {name}, numbers: true, highlight: [1]}}"
        slides.append(f"  - {{title: {name}, code: {block}{ground}}}\n")
    (folder / "deck.yaml").write_text("title: A\nopening: false\nslides:\n" + "".join(slides), "utf-8")
    report = Report()
    scene = pipeline.build_scene(folder / "deck.yaml", report, theme)
    assert report.sorted() == []
    assert scene
    return Presentation(BytesIO(write(scene)))


def shape(slide: Any, name: str) -> Any:
    return next(one for one in slide.shapes if one.name == name)


def test_the_text_of_a_box_is_the_source_with_its_indentation(tmp_path: Path) -> None:
    for slide, source in zip(built(tmp_path).slides, SAMPLES.values(), strict=True):
        frame = shape(slide, "Code").text_frame
        assert frame.text.split("\n") == source_lines(source)
        assert "\v" not in frame.text
        numbers = shape(slide, "Line Numbers").text_frame.text
        assert numbers.split("\n") == [str(n) for n in range(1, len(source_lines(source)) + 1)]


def test_runs_are_monospaced_by_name_and_no_speller_reads_them(tmp_path: Path) -> None:
    slide = built(tmp_path).slides[0]
    body = shape(slide, "Code").text_frame._txBody
    assert body.xpath("a:lstStyle/a:lvl1pPr/a:defRPr/a:latin/@typeface") == ["Courier New"]
    properties = body.xpath(".//a:rPr")
    assert len(properties) > 10
    assert {one.get("noProof") for one in properties} == {"1"}
    assert len(body.xpath("a:lstStyle/a:lvl1pPr/a:lnSpc/a:spcPts")) == 1


@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize("background", ["", "inverse"])
def test_every_run_can_be_read_on_the_panel(tmp_path: Path, theme: str, background: str) -> None:
    deck = built(tmp_path, theme, background)
    for slide in deck.slides:
        colors = Colors(deck, slide)
        (panel,) = shape(slide, "Panel")._element.xpath("p:spPr/a:solidFill/a:schemeClr")
        (band,) = slide._element.xpath(
            "//p:sp[.//p:cNvPr/@name='Highlight Band']/p:spPr/a:solidFill/a:schemeClr"
        )
        runs = shape(slide, "Code")._element.xpath(".//a:rPr/a:solidFill/a:schemeClr")
        for run in [*runs, etree.fromstring(f'<a:schemeClr xmlns:a="{NS["a"]}" val="tx1"/>')]:
            for ground in (panel, band):
                assert contrast(colors.of(run), colors.of(ground)) >= 4.45, etree.tostring(run)


class Colors:
    """What scheme colours show on a slide, worked out from the theme part and the colour map."""

    def __init__(self, deck: Any, slide: Any) -> None:
        master = deck.slide_master
        part = next(r.target_part for r in master.part.rels.values() if r.reltype.endswith("/theme"))
        root: Any = etree.fromstring(part.blob)
        scheme = root.xpath("//a:clrScheme/*", namespaces=NS)
        self.slots = {re.sub("{.*}", "", one.tag): "#" + one[0].get("val") for one in scheme}
        override = slide._element.xpath("p:clrMapOvr/a:overrideClrMapping")
        self.map = (override or master._element.xpath("p:clrMap"))[0]

    def of(self, color: Any) -> str:
        """The colour "#RRGGBB" of an `a:schemeClr`, its luminance changed as it says."""
        changes = {re.sub("{.*}", "", one.tag): int(one.get("val")) / 100_000 for one in color}
        shown = self.slots[self.map.get(color.get("val"))]
        if "lumOff" in changes:
            return tinted(shown, lighter=changes["lumOff"])
        return tinted(shown, darker=1 - changes.get("lumMod", 1.0))
