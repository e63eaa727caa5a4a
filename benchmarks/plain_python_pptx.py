"""The yardstick: an outline → a .pptx as an ordinary python-pptx script writes it.

It uses python-pptx's default template and its layouts, sets bold words as runs, places pictures, tables,
charts, code and diagrams at fixed places, and measures nothing; a formula it writes as its LaTeX.
Usage: plain_python_pptx.py OUTLINE TARGET [--without-notes]
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import yaml
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.util import Inches, Pt
from pygments import lex
from pygments.lexers import PythonLexer
from pygments.styles import get_style_by_name

TITLE, TITLE_AND_CONTENT, TWO_CONTENT, COMPARISON, TITLE_ONLY = 0, 1, 3, 4, 5
WHERE = (Inches(0.5), Inches(1.75), Inches(9), Inches(3))


def fill(frame: Any, paragraphs: list[str]) -> None:
    """Write paragraphs into a text frame, `**bold**` words as bold runs."""
    for index, text in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if index == 0 else frame.add_paragraph()
        for part in re.split(r"(\*\*.+?\*\*)", text):
            if part:
                run = paragraph.add_run()
                run.text = part.strip("*") if part.startswith("**") else part
                run.font.bold = True if part.startswith("**") else None


def add_table(page: Any, rows: list[list[str]]) -> None:
    """A table with its cells' texts."""
    table = page.shapes.add_table(len(rows), len(rows[0]), *WHERE).table
    for i, row in enumerate(rows):
        for j, text in enumerate(row):
            fill(table.cell(i, j).text_frame, [str(text)])


def add_chart(page: Any, columns: dict[str, list[Any]]) -> None:
    """A column chart; the first column has the categories."""
    data = CategoryChartData()
    (_, categories), *series = columns.items()
    data.categories = categories
    for name, values in series:
        data.add_series(name, [float(value) for value in values])
    page.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *WHERE, data)


def add_code(page: Any, source: str) -> None:
    """A paragraph a line, a run a token in its colour."""
    frame, style = page.shapes.add_textbox(*WHERE).text_frame, get_style_by_name("default")
    paragraph = frame.paragraphs[0]
    for token, text in lex(source, PythonLexer()):
        color = style.style_for_token(token)["color"]
        for n, part in enumerate(text.split("\n")):
            paragraph = frame.add_paragraph() if n else paragraph
            if part:
                run = paragraph.add_run()
                run.text, run.font.name, run.font.size = part, "Courier New", Pt(16)
                if color:
                    run.font.color.rgb = RGBColor.from_string(color.upper())


def add_diagram(page: Any, source: str) -> None:
    """A rectangle a node, and straight connectors glued to them."""
    found: dict[str, Any] = {}
    for line in source.splitlines()[1:]:
        ends = re.findall(r"\b([a-z])\b(?:[\[({]+(\w+)[\])}]+)?", re.sub(r"-- \w+ -->", "-->", line))
        for name, label in ends:
            if name not in found:
                shape = page.shapes.add_shape(
                    MSO_SHAPE.RECTANGLE, Inches(0.5 + len(found) * 1.8), Inches(3), Inches(1.4), Inches(0.6)
                )
                shape.text_frame.text = label
                found[name] = shape
        line_shape = page.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, 0, 0, 0, 0)
        line_shape.begin_connect(found[ends[0][0]], 3)
        line_shape.end_connect(found[ends[-1][0]], 1)


def add_picture(page: Any, source: str) -> None:
    """A picture in the right half."""
    empty = page.placeholders[2]
    empty._element.getparent().remove(empty._element)
    page.shapes.add_picture(source, Inches(5.1), Inches(1.75), width=Inches(4.4))


def layout_of(slide: dict[str, Any]) -> int:
    """The layout that serves a slide."""
    if "columns" in slide:
        return COMPARISON
    if "image" in slide:
        return TWO_CONTENT
    return TITLE_AND_CONTENT if "bullets" in slide else TITLE_ONLY


def add_slide(presentation: Any, slide: dict[str, Any], folder: Path, notes: bool) -> None:
    """Add one slide of the outline."""
    page = presentation.slides.add_slide(presentation.slide_layouts[layout_of(slide)])
    fill(page.shapes.title.text_frame, [slide["title"]])
    for side, column in enumerate(slide.get("columns", ())):
        fill(page.placeholders[1 + 2 * side].text_frame, [column["title"]])
        fill(page.placeholders[2 + 2 * side].text_frame, column["bullets"])
    if "bullets" in slide:
        fill(page.placeholders[1].text_frame, slide["bullets"])
    if "image" in slide:
        add_picture(page, str(folder / slide["image"]["src"]))
    if "table" in slide:
        add_table(page, slide["table"]["rows"])
    if "chart" in slide:
        add_chart(page, slide["chart"]["data"])
    if "code" in slide:
        add_code(page, slide["code"]["source"])
    if "diagram" in slide:
        add_diagram(page, slide["diagram"]["source"])
    for key in ("math", "callout"):
        if key in slide:
            text = slide[key] if key == "math" else slide[key]["text"]
            fill(page.shapes.add_textbox(*WHERE).text_frame, [text])
    if notes:
        fill(page.notes_slide.notes_text_frame, slide["notes"].strip().split("\n\n"))


def main(outline: Path, target: Path, notes: bool) -> None:
    """Read the outline and write the presentation."""
    deck = yaml.load(outline.read_bytes(), Loader=yaml.CSafeLoader)
    presentation = Presentation()
    opening = presentation.slides.add_slide(presentation.slide_layouts[TITLE])
    opening.shapes.title.text_frame.text = deck["title"]
    opening.placeholders[1].text_frame.text = deck["author"]
    for slide in deck["slides"]:
        add_slide(presentation, slide, outline.parent, notes)
    presentation.save(str(target))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), "--without-notes" not in sys.argv[3:])
