"""The yardstick: an outline → a .pptx as an ordinary python-pptx script writes it.

It uses python-pptx's default template and its layouts, sets bold words as runs, places pictures at a
fixed place and measures nothing.  Usage: plain_python_pptx.py OUTLINE TARGET [--without-notes]
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import yaml
from pptx import Presentation
from pptx.util import Inches

TITLE, TITLE_AND_CONTENT, TWO_CONTENT, COMPARISON = 0, 1, 3, 4


def fill(frame: Any, paragraphs: list[str]) -> None:
    """Write paragraphs into a text frame, `**bold**` words as bold runs."""
    for index, text in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if index == 0 else frame.add_paragraph()
        for part in re.split(r"(\*\*.+?\*\*)", text):
            if part:
                run = paragraph.add_run()
                run.text = part.strip("*") if part.startswith("**") else part
                run.font.bold = True if part.startswith("**") else None


def add_slide(presentation: Any, slide: dict[str, Any], folder: Path, notes: bool) -> None:
    """Add one slide of the outline."""
    layout = COMPARISON if "columns" in slide else TWO_CONTENT if "image" in slide else TITLE_AND_CONTENT
    page = presentation.slides.add_slide(presentation.slide_layouts[layout])
    fill(page.shapes.title.text_frame, [slide["title"]])
    if "columns" in slide:
        for side, column in enumerate(slide["columns"]):
            fill(page.placeholders[1 + 2 * side].text_frame, [column["title"]])
            fill(page.placeholders[2 + 2 * side].text_frame, column["bullets"])
    else:
        fill(page.placeholders[1].text_frame, slide["bullets"])
    if "image" in slide:
        empty = page.placeholders[2]
        empty._element.getparent().remove(empty._element)
        picture = str(folder / slide["image"]["src"])
        page.shapes.add_picture(picture, Inches(5.1), Inches(1.75), width=Inches(4.4))
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
