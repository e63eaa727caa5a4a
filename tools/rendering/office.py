"""A .pptx file → its pages as pictures, and its paragraphs as LibreOffice breaks them.

To tell paragraphs apart in a PDF, each gets a colour of its own in a copy of the file; the colours do
not change where lines break.  The copy's pages are twice as large, so that text beyond the slide's
edge is still drawn and can be seen to be there.
"""

from __future__ import annotations

import itertools
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pdfplumber
from lxml import etree
from pptx import Presentation
from pptx.oxml.ns import qn

from deckgen.slots import Box
from tools.rendering.lines import Glyph, Key, Lines, cell_name, lines_of, visible
from tools.rendering.programs import pdftoppm, run

ASCENT, DESCENT = 0.72, 0.21
"""Height of capitals and depth of descenders, in em, of ordinary text faces."""

FILLS = {qn(f"a:{name}") for name in ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill")}
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
LINKS = {qn("a:hlinkClick"), qn("a:hlinkMouseOver")}


def shown(pptx: bytes) -> bytes:
    """The same file with hidden slides made visible: LibreOffice leaves those out of a PDF."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(pptx)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if re.fullmatch(r"ppt/slides/slide\d+\.xml", name):
                data = re.sub(rb'(<p:sld\b[^>]*?) show="(?:0|false)"', rb"\1", data, count=1)
            new.writestr(name, data)
    return out.getvalue()


def pictures(pdf: Path, out: Path, width: int = 1280) -> list[Path]:
    """Draw the pages of a PDF as PNG files `width` pixels wide, in order.

    Raises RuntimeError when Poppler's pdftoppm is missing.
    """
    program = pdftoppm()
    if program is None:
        raise RuntimeError("pdftoppm (poppler-utils) is not installed")
    out.mkdir(parents=True, exist_ok=True)
    size = ["-scale-to-x", str(width), "-scale-to-y", "-1"]
    run([program, "-png", *size, str(pdf), str(out / "page")])
    return sorted(out.glob("page-*.png"))


def painted(pptx: bytes) -> tuple[bytes, dict[tuple[int, int], Key]]:
    """The copy for measuring, and which paragraph has which colour code on which page."""
    presentation: Any = Presentation(BytesIO(shown(pptx)))
    presentation.slide_width *= 2
    presentation.slide_height *= 2
    keys: dict[tuple[int, int], Key] = {}
    for page, slide in enumerate(presentation.slides):
        _take_fallbacks(slide._element)
        codes = itertools.count(1)
        for name, index, paragraph in _paragraphs(slide.shapes):
            code = next(codes)
            keys[page, code] = (page, name, index)
            _paint(paragraph, code)
    out = BytesIO()
    presentation.save(out)
    return out.getvalue(), keys


def _take_fallbacks(slide: Any) -> None:
    """Put in the place of formulas what LibreOffice shows of them."""
    for choice in list(slide.iter(f"{{{COMPATIBILITY}}}AlternateContent")):
        fallback = choice.find(f"{{{COMPATIBILITY}}}Fallback")
        for shape in list(fallback) if fallback is not None else ():
            choice.addprevious(shape)
        choice.getparent().remove(choice)


def _paragraphs(shapes: Any) -> Iterator[tuple[str, int, Any]]:
    for shape in shapes:
        if hasattr(shape, "shapes"):
            yield from _paragraphs(shape.shapes)
        elif shape.has_text_frame:
            for index, paragraph in enumerate(shape.text_frame.paragraphs):
                yield shape.name, index, paragraph._p
        elif shape.has_table:
            yield from _cells(shape)


def _cells(shape: Any) -> Iterator[tuple[str, int, Any]]:
    for number, row in enumerate(shape.table.rows):
        own = [cell for cell in row.cells if not cell.is_spanned]
        for column, cell in enumerate(own):
            for index, paragraph in enumerate(cell.text_frame.paragraphs):
                yield cell_name(shape.name, number, column), index, paragraph._p


def _paint(paragraph: Any, code: int) -> None:
    """Give the text of an `a:p` the colour of `code`, and its marker one that means nothing."""
    for run_ in paragraph.iter(qn("a:r"), qn("a:fld"), qn("a:br")):
        properties = run_.find(qn("a:rPr"))
        if properties is None:
            properties = etree.Element(qn("a:rPr"))
            run_.insert(0, properties)
        for child in [c for c in properties if c.tag in FILLS | LINKS]:
            properties.remove(child)
        after_line = 1 if len(properties) and properties[0].tag == qn("a:ln") else 0
        properties.insert(after_line, _fill(qn("a:solidFill"), _color(code)))
    marker = paragraph.get_or_add_pPr()
    for child in list(marker.iter(qn("a:buClr"), qn("a:buClrTx"))):
        marker.remove(child)
    before = [c for c in marker if c.tag in (qn("a:lnSpc"), qn("a:spcBef"), qn("a:spcAft"))]
    marker.insert(len(before), _fill(qn("a:buClr"), "000000"))


def _fill(tag: str, color: str) -> Any:
    fill = etree.Element(tag)
    etree.SubElement(fill, qn("a:srgbClr"), val=color)
    return fill


def _color(code: int) -> str:
    """Twelve bits as a colour, four to a channel, each in the middle of its step."""
    return "".join(f"{(code >> shift & 15) * 16 + 8:02X}" for shift in (8, 4, 0))


def _code(color: Any) -> int | None:
    """The number that `_color` wrote, or None for any other colour."""
    if not isinstance(color, (list, tuple)) or len(color) != 3:
        return None
    levels = [round(float(channel) * 255) for channel in color]
    if any(level % 16 != 8 for level in levels):
        return None
    return (levels[0] >> 4 << 8) + (levels[1] >> 4 << 4) + (levels[2] >> 4)


def measured(pdf: Path, keys: dict[tuple[int, int], Key]) -> dict[Key, Lines]:
    """The lines of every painted paragraph, read from the PDF of the painted copy."""
    found: dict[Key, list[Glyph]] = {}
    with pdfplumber.open(pdf) as document:
        for number, page in enumerate(document.pages):
            for char in page.chars:
                key = keys.get((number, _code(char["non_stroking_color"]) or 0))
                if key is not None and visible(char["text"]):
                    found.setdefault(key, []).append(_glyph(char, float(page.height)))
    return {key: lines_of(glyphs) for key, glyphs in found.items()}


def _glyph(char: dict[str, Any], height: float) -> Glyph:
    baseline, size = height - char["matrix"][5], char["size"]
    box = Box(char["x0"], baseline - ASCENT * size, char["x1"] - char["x0"], (ASCENT + DESCENT) * size)
    return Glyph(visible(char["text"]), baseline, size, box)
