"""A written .pptx, opened again by readers that are not ours."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from lxml import etree
from pptx import Presentation

from deckgen.model import Text
from deckgen.scene import Content, Group, PlacedText, Scene
from deckgen.writers.pptx import write

NS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
}


class Parts:
    """The parts of a scene's file, parsed."""

    def __init__(self, scene: Scene) -> None:
        self.data = write(scene)
        with zipfile.ZipFile(BytesIO(self.data)) as archive:
            self.names = archive.namelist()
            self.raw = {name: archive.read(name) for name in self.names}

    def find(self, part: str, path: str) -> list[Any]:
        """What an XPath finds in a part."""
        found = etree.fromstring(self.raw[part]).xpath(path, namespaces=NS)
        assert isinstance(found, list)
        return found

    def slide(self, n: int, path: str) -> list[Any]:
        """What an XPath finds on slide `n` from 1."""
        return self.find(f"ppt/slides/slide{n}.xml", path)


def opened(scene: Scene) -> Any:
    """The file as python-pptx sees it."""
    return Presentation(BytesIO(write(scene)))


def shape_texts(shapes: Any) -> Iterator[str]:
    """The text of all shapes, groups entered, paragraph by paragraph."""
    for shape in shapes:
        if shape.shape_type is not None and shape.shape_type == 6:  # a group
            yield from shape_texts(shape.shapes)
        elif shape.has_text_frame and shape._element.txBody is not None:
            for paragraph in shape.text_frame.paragraphs:
                # python-pptx leaves fields out of a paragraph's text
                yield "".join(t if t is not None else "" for t in _pieces(paragraph._p))


def _pieces(paragraph: Any) -> Iterator[str | None]:
    for element in paragraph.iter(f"{{{NS['a']}}}t", f"{{{NS['a']}}}br"):
        yield element.text if element.tag.endswith("}t") else "\n"


def scene_texts(content: Content) -> Iterator[str]:
    """The paragraphs of a placed thing, in reading order."""
    if isinstance(content, Group):
        for child in content.children:
            yield from scene_texts(child.content)
    elif isinstance(content, PlacedText):
        for paragraph in content.paragraphs:
            yield words(paragraph.text)


def words(text: Text) -> str:
    """The characters of a text."""
    return "".join(run.text for run in text)
