"""Every cell of every table, read back from both files by readers that are not ours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree
from lxml import html as lxml_html
from pptx import Presentation
from pptx.util import Pt

from deckgen import pipeline
from deckgen.diagnostics import Report
from deckgen.model import characters
from deckgen.scene import Placed, Scene, Table
from deckgen.writers.html import write as write_html
from deckgen.writers.pptx import write as write_pptx
from deckgen.writers.pptx.table import STYLE_ID, in_emu
from tests.rendering import CASES
from tests.writers.pptx.reading import NS

OUTLINES = (CASES / "tables.yaml", CASES.parent.parent / "golden" / "tables.yaml")


@pytest.fixture(scope="module", params=OUTLINES, ids=lambda path: path.parent.name)
def scene(request: pytest.FixtureRequest) -> Scene:
    report = Report()
    found = pipeline.build_scene(request.param, report)
    assert [d for d in report.sorted() if d.code != "missing-glyphs"] == []
    assert found
    return found


@pytest.fixture(scope="module")
def slides(scene: Scene) -> list[Any]:
    return list(Presentation(BytesIO(write_pptx(scene))).slides)


@pytest.fixture(scope="module")
def sections(scene: Scene) -> list[Any]:
    return list(lxml_html.fromstring(write_html(scene)).iter("section"))


def placed_tables(scene: Scene) -> list[list[tuple[Placed, Table]]]:
    return [[(p, p.content) for p in page.placed if isinstance(p.content, Table)] for page in scene.pages]


def cells(table: Table) -> list[list[str]]:
    return [["".join(characters(p.text) for p in cell.text.paragraphs) for cell in row] for row in table.rows]


def joined(tables: list[tuple[Placed, Table]]) -> Iterator[tuple[Table, list[list[str]]]]:
    """The tables of a page with all their rows, those in tables of their own with the table's first."""
    rows: list[list[str]] = []
    for placed, table in tables:
        if placed.unit is None or not rows:
            rows = []
            yield table, rows
        rows += cells(table)


def test_there_are_tables_of_every_kind(scene: Scene) -> None:
    found = [table for page in placed_tables(scene) for _, table in page]
    assert len(found) > 5


def test_every_cell_is_in_the_pptx(scene: Scene, slides: list[Any]) -> None:
    for page, slide in zip(placed_tables(scene), slides, strict=True):
        shapes = [shape for shape in slide.shapes if shape.has_table]
        assert [shape.name for shape in shapes] == [placed.name for placed, _ in page]
        for shape, (placed, table) in zip(shapes, page, strict=True):
            found = [
                [cell.text.replace("\v", "\n") for cell in row.cells if not cell.is_spanned]
                for row in shape.table.rows
            ]
            assert found == cells(table)
            assert (shape.left, shape.top) == (Pt(placed.box.x), Pt(placed.box.y))


def test_sizes_in_the_pptx_come_to_the_frames(slides: list[Any]) -> None:
    for slide in slides:
        for shape in (shape for shape in slide.shapes if shape.has_table):
            assert sum(column.width for column in shape.table.columns) == pytest.approx(shape.width, abs=2)
            assert sum(row.height for row in shape.table.rows) == pytest.approx(shape.height, abs=2)


def test_flags_and_style_are_native(scene: Scene, slides: list[Any]) -> None:
    for page, slide in zip(placed_tables(scene), slides, strict=True):
        shapes = [shape for shape in slide.shapes if shape.has_table]
        for shape, (_, table) in zip(shapes, page, strict=True):
            assert shape.table.first_row is table.header
            (properties,) = shape._element.xpath(".//a:tblPr")
            assert (properties.get("rtl") == "1") is table.rtl
            assert properties.find("a:tableStyleId", NS).text == STYLE_ID


def test_the_table_style_is_the_decks_own_and_names_no_colour(scene: Scene) -> None:
    with ZipFile(BytesIO(write_pptx(scene))) as package:
        styles: Any = etree.fromstring(package.read("ppt/tableStyles.xml"))
    assert styles.get("def") == STYLE_ID
    (style,) = styles.findall("a:tblStyle", NS)
    assert style.get("styleId") == STYLE_ID
    assert style.xpath("a:firstRow/a:tcStyle/a:tcBdr/a:bottom", namespaces=NS)
    assert not styles.xpath("//a:srgbClr", namespaces=NS)


def test_cells_say_nothing_that_their_style_says(slides: list[Any]) -> None:
    """No fill and no rule of its own is on any cell, so that PowerPoint's table design can change them."""
    for slide in slides:
        for cell in slide._element.xpath(".//a:tc"):
            assert not cell.xpath("a:tcPr/a:solidFill")
            rules = cell.xpath("a:tcPr/*[self::a:lnL or self::a:lnR or self::a:lnT or self::a:lnB]")
            assert all(rule.find("a:noFill", NS) is not None for rule in rules)


def test_every_cell_is_in_the_html(scene: Scene, sections: list[Any]) -> None:
    for page, section in zip(placed_tables(scene), sections, strict=True):
        tables = list(section.iter("table"))
        expected = list(joined(page))
        assert len(tables) == len(expected)
        for element, (table, rows) in zip(tables, expected, strict=True):
            found = [["".join(_text(cell)) for cell in row] for row in element.iter("tr")]
            assert found == rows
            names = element.xpath("thead/tr/th[@scope='col']")
            assert len(names) == (len(table.rows[0]) if table.header else 0)
            assert not element.xpath("tbody//th")


def _text(element: Any) -> Iterator[str]:
    """The text of an element, a line end for each `br`."""
    yield element.text or ""
    for child in element:
        yield "\n" if child.tag == "br" else ""
        yield from _text(child)
        yield child.tail or ""


def test_sizes_in_the_html_come_to_the_tables(sections: list[Any]) -> None:
    def pixels(style: str, name: str) -> float:
        found = re.search(rf"(?:^|;){name}:([\d.]+)px", style)
        assert found
        return float(found[1])

    for section in sections:
        for table in section.iter("table"):
            widths = [pixels(column.get("style"), "width") for column in table.iter("col")]
            heights = [pixels(row.get("style"), "height") for row in table.iter("tr")]
            assert sum(widths) == pytest.approx(pixels(table.get("style"), "width"), abs=0.02)
            assert sum(heights) == pytest.approx(pixels(table.get("style"), "height"), abs=0.02)


def test_rows_come_at_the_same_clicks(scene: Scene, slides: list[Any], sections: list[Any]) -> None:
    built = [n for n, page in enumerate(scene.pages) if len(page.clicks) > 1]
    for n in built:
        names = {shape.shape_id: shape.name for shape in slides[n].shapes}
        targets = slides[n]._element.xpath(".//p:timing//p:spTgt/@spid")
        rows = sections[n].xpath(".//tr[contains(@class, 'fragment')]")
        assert [int(row.get("data-fragment-index")) for row in rows] == list(range(len(rows)))
        assert len({names[int(target)] for target in targets}) == len(rows) == len(scene.pages[n].clicks)


def test_lengths_are_not_rounded_one_by_one() -> None:
    assert sum(in_emu((0.33,) * 300)) == round(0.33 * 300 * 12700)


def test_a_caption_belongs_to_its_table(sections: list[Any]) -> None:
    figures = [figure for section in sections for figure in section.iter("figure")]
    assert figures
    assert all([child.tag for child in figure] == ["table", "figcaption"] for figure in figures)


def test_a_deck_without_tables_has_the_style_too(tmp_path: Path) -> None:
    outline = tmp_path / "outline.yaml"
    outline.write_text("slides:\n  - title: One\n")
    found = pipeline.build_scene(outline, Report())
    assert found
    with ZipFile(BytesIO(write_pptx(found))) as package:
        assert STYLE_ID.encode() in package.read("ppt/tableStyles.xml")


def test_formulas_in_cells_are_native_with_pictures_for_others(tmp_path: Path) -> None:
    outline = tmp_path / "outline.yaml"
    rows = "[[Name, Formula], [Half, '$\\frac{a}{2}$ of it']]"
    outline.write_text(f"slides:\n  - title: One\n    table: {rows}\n")
    report = Report()
    found = pipeline.build_scene(outline, report)
    assert report.sorted() == []
    assert found
    with ZipFile(BytesIO(write_pptx(found))) as package:
        slide: Any = etree.fromstring(package.read("ppt/slides/slide1.xml"))
    names = {**NS, "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006"}
    names["m"] = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    (choice,) = slide.xpath("//mc:Choice", namespaces=names)
    (fallback,) = slide.xpath("//mc:Fallback", namespaces=names)
    assert choice.xpath("p:graphicFrame//a:tc//m:f", namespaces=names)
    assert fallback.xpath("p:graphicFrame//a:tc", namespaces=names)
    (picture,) = fallback.xpath("p:pic", namespaces=names)
    box = found.pages[0].placed[1].box
    x = int(picture.find("p:spPr/a:xfrm/a:off", NS).get("x")) / 12700
    assert box.x < x < box.right
    assert lxml_html.fromstring(write_html(found)).xpath("//td//math")
