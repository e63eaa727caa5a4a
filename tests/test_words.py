"""Every word of every good outline stands in both files, as readers other than deckgen's read them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import html as lxml_html
from pptx import Presentation

from deckgen import pipeline
from deckgen.diagnostics import Report
from deckgen.writers.html import write as write_html
from deckgen.writers.pptx import write as write_pptx
from tests.rendering import CASES, GALLERY, LECTURE, STRESS

DECK_TEXTS = ("title", "subtitle", "author", "institute", "date")
NO_TEXT = {
    "layout", "id", "background", "hidden", "overflow", "lang", "footer", "numbers", "src", "width",
    "fit", "place", "link", "decorative", "start", "size", "align", "focus", "poster", "autoplay", "loop",
    "incremental", "kind", "file", "lines", "highlight", "transition", "bibliography",
    "emphasize", "format", "limit", "header", "where", "column", "min", "max",
    "only", "except", "for", "each", "in",
}  # fmt: skip
"""Keys whose values are no text."""

FILES = {"image", "gallery", "images", "video", "audio"}
"""Keys whose values are files, where they are no mappings."""

CHART_TEXTS = ("title", "alt", "caption", "credit", "axis")
"""What of a chart is text; its numbers and names are compared where the chart itself is tested."""

MARKUP = (
    (r"\{\{.*?\}\}", " "),  # a variable
    (r"(?s)\$\$.+?\$\$|(?<!\\)\$(?![\s$])(?:\\.|[^$\\])+?(?<!\s)\$(?!\d)", " "),  # a formula
    (r"\]\((?:[^()\s]|\([^()]*\))*\)", "]"),  # the target of a link
    (r"\]\{[^}]*\}", "]"),  # a role or language
    (r"\^\[", " ["),  # a footnote
    (r"(?<=[\[;])\s*@[\w-]+", ""),  # the key of a citation
    (r"<((?:https?://|mailto:)[^>]*)>", r"\1"),  # an address in angle brackets
    (r"(?m)^\s*(?:[-*+]|\d+[.)])\s+", ""),  # a list marker in a text block
    (r"\\\n", "\n"),
    (r"[\\*~^`\[\]]|==", ""),
)
"""Patterns of Markdown and what is left of them for a reader."""

INLINE = {"a", "strong", "em", "code", "s", "mark", "sub", "sup", "span", "b", "i"}


def words(text: str) -> Counter[str]:
    """The words of plain text and how often each stands there."""
    return Counter(re.findall(r"\w+", text))


def source_words(outline: Path) -> Counter[str]:
    """The words that an author wrote for readers, read by PyYAML and stripped of Markdown."""
    deck = yaml.load(outline.read_bytes().removeprefix(b"\xef\xbb\xbf"), yaml.BaseLoader)
    texts = [deck.get(key, "") for key in DECK_TEXTS] if deck.get("opening") != "false" else []
    opening = deck.get("opening")
    found = [*texts, *(slide_texts(opening) if isinstance(opening, dict) else ())]
    found += slides_texts(deck["slides"], outline.parent)
    return sum((words(stripped(text)) for one in found for text in strings(one)), Counter())


def slides_texts(slides: list[Any], folder: Path) -> Iterator[Any]:
    """The texts of all slides, those of included files too."""
    for slide in slides:
        if "include" in slide:
            included = folder / slide["include"]
            yield from slides_texts(yaml.load(included.read_bytes(), yaml.BaseLoader)["slides"], folder)
        else:
            yield from slide_texts(slide)


def slide_texts(slide: dict[str, Any]) -> Iterator[Any]:
    """What a slide shows: where a section slide has a title, that instead of the section's name."""
    for key, value in slide.items():
        if key in ("code", "table", "chart", "diagram", "math"):
            yield {key: value}
        elif key == "columns" or (key not in NO_TEXT and not (key == "section" and "title" in slide)):
            yield without_files(key, value)


def without_files(key: str, value: Any) -> Any:
    """A value without the files' names in it."""
    if key not in FILES:
        return value
    entries = value if isinstance(value, list) else [value]
    return [[entry] for entry in entries if not isinstance(entry, str)]


def strings(node: Any) -> Iterator[str]:
    """All texts in a value; of a mapping in a list of items, the key too (`- 1922: Rapallo`)."""
    match node:
        case str():
            yield node
        case list():
            for item in node:
                if isinstance(item, dict) and len(item) == 1 and not KEYS & item.keys():
                    yield from item
                yield from strings(item)
        case dict():
            for key, value in node.items():
                if key == "code":
                    yield from code_strings(value)
                elif key == "diagram":
                    yield from diagram_strings(value)
                elif key == "table":
                    yield from strings(table_texts(value))
                elif key == "math":  # whose letters are compared where formulas are tested
                    yield value.get("caption", "") if isinstance(value, dict) else ""
                elif key == "chart" and isinstance(value, dict):
                    yield from strings({name: value[name] for name in CHART_TEXTS if name in value})
                elif key not in NO_TEXT and not (key == "columns" and isinstance(value, str)):
                    yield from strings(without_files(key, value))


def table_texts(table: Any) -> Any:
    """What an outline itself has of a table's words: no file's name, nor what options take away or rename."""
    if not isinstance(table, dict):
        return table if isinstance(table, list) or "\n" in table else ""
    whole = not {"columns", "limit", "where"} & table.keys()
    return [table.get("caption", ""), table.get("rows", "") if whole else ""]


class Verbatim(str):
    """Text that is no Markdown."""

    __slots__ = ()


def code_strings(block: str | dict[str, str]) -> Iterator[str]:
    """The source of a code block, and its caption."""
    if isinstance(block, str):
        yield Verbatim(block)
        return
    yield Verbatim(block.get("source", ""))
    yield block.get("caption", "")


LABELS = re.compile(
    r'"`?([^"]*?)`?"'  # in quotes
    r"|[\[({]+[/\\]?([^\[\](){}\"|:]+?)[/\\]?[\])}]+"  # in brackets
    r"|\|([^|\"]+)\|"  # on an edge
    r"|-[-.]\s+(\w[^-.]*?)\s+[-.]+>"
)
"""Where words stand in a flowchart."""


def diagram_strings(block: str | dict[str, str]) -> Iterator[str]:
    """The labels of a flowchart, and what else is said of it."""
    source = block if isinstance(block, str) else block.get("source", "")
    for line in source.splitlines():
        if not re.match(r"\s*(?:classDef|class|style|linkStyle|%%|acc)", line):
            for found in LABELS.findall(re.sub(r"<br>|#\w+;|\$\$.+?\$\$", " ", line)):
                yield Verbatim("".join(found).replace("*", ""))
    if isinstance(block, dict):
        yield from (block.get(key, "") for key in ("alt", "caption", "credit"))


KEYS = {
    "text", "bullets", "numbered", "columns", "image", "code", "callout", "stats", "quote", "statement",
    "timeline", "title", "content", "items", "gallery", "video", "audio", "qr", "table", "chart", "diagram",
    "math",
}  # fmt: skip
"""Keys that a mapping of one entry may have without being an item."""


def stripped(text: str) -> str:
    """The text without its Markdown."""
    if isinstance(text, Verbatim):
        return text
    for pattern, left in MARKUP:
        text = re.sub(pattern, left, text)
    return text


CHOICES = ".//*[local-name() = 'AlternateContent']/*[local-name() = 'Choice']//a:p"
"""Paragraphs of shapes that stand in two versions, for programs that know equations and for others."""


def pptx_words(data: bytes) -> Counter[str]:
    """The words on the slides and notes pages, and in the pictures' alternative texts."""
    found: Counter[str] = Counter()
    for slide in Presentation(BytesIO(data)).slides:
        for shape in shapes_of(slide.shapes):
            if shape.has_text_frame:
                found += words(shape.text_frame.text)
            if shape.has_table:
                found += sum((words(cell.text) for cell in shape.table.iter_cells()), Counter())
            if shape.has_chart:
                found += words(" ".join(shape.chart._chartSpace.xpath(".//a:t/text()")))
            found += words(shape._element.xpath("string(.//p:cNvPr/@descr)"))
        found += words(" ".join(slide.element.xpath(".//p:nvGrpSpPr/p:cNvPr/@descr")))
        for paragraph in slide.element.xpath(CHOICES):  # python-pptx passes over them
            found += words("".join(paragraph.xpath(".//a:t/text()")))
        if slide.has_notes_slide:
            found += words(slide.notes_slide.notes_text_frame.text)
    return found


def shapes_of(shapes: Any) -> Iterator[Any]:
    """All shapes, those in groups too."""
    for shape in shapes:
        yield from shapes_of(shape.shapes) if hasattr(shape, "shapes") else [shape]


def html_words(data: bytes) -> Counter[str]:
    """The words in the sections of the document, and in its pictures' alternative texts."""
    found: Counter[str] = Counter()
    for section in lxml_html.fromstring(data).iter("section"):
        found += words("".join(pieces(section)))
        for picture in section.iter("img", "video", "svg", "div"):
            found += words(picture.get("alt", picture.get("aria-label", "")))
    return found


def pieces(element: Any) -> Iterator[str]:
    """The text of an element, line ends round all that is no inline element."""
    yield element.text or ""
    for child in element:
        edge = "" if child.tag in INLINE else "\n"
        if isinstance(child.tag, str):
            yield edge
            yield from pieces(child)
            yield edge
        yield child.tail or ""


VARYING = {
    "variables": "Sales 2025 R D north grew 4 2 1 200 50 the data and this not a name nor this Empty",
    "variants": "For all a not in class the file Columns Left A block 1848 First caught",
    "repetition": "North South Aa Bb Cc in one two 3 of 4 Links first second named",
}
"""Cases that do not show what is typed but what it stands for, and words that they show."""


def outlines() -> list[Path]:
    """The lecture, the stress outline, and the cases that are no broken ones."""
    return [
        LECTURE,
        GALLERY,
        STRESS,
        *(path for path in sorted(CASES.glob("*.yaml")) if path.stem not in VARYING),
    ]


@pytest.mark.parametrize("outline", outlines(), ids=lambda path: path.stem)
def test_every_word_is_in_both_files(outline: Path) -> None:
    report = Report()
    scene = pipeline.build_scene(outline, report)
    if scene is None:
        assert report.has_errors
        pytest.skip("a broken outline")
    wanted = source_words(outline)
    assert wanted
    assert wanted - pptx_words(write_pptx(scene)) == Counter()
    assert wanted - html_words(write_html(scene)) == Counter()


def test_a_lost_word_is_noticed() -> None:
    report = Report()
    scene = pipeline.build_scene(LECTURE, report)
    assert scene is not None
    page = write_html(scene).replace(b"Spartacist", b"", 1)
    assert source_words(LECTURE) - html_words(page)


@pytest.mark.parametrize("name", VARYING)
def test_what_names_and_rows_stand_for_is_in_both_files(name: str) -> None:
    report = Report()
    scenes = pipeline.build_scenes(CASES / f"{name}.yaml", pipeline.WRITERS, report)
    assert report.sorted() == []
    wanted = set(words(VARYING[name]))
    pptx, html = pptx_words(write_pptx(scenes["pptx"])), html_words(write_html(scenes["html"]))
    assert wanted - {"file"} - set(html) == set()
    assert wanted - set(pptx) == set()
    assert "teacher" not in {*pptx, *html}
