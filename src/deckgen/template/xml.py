"""The bytes of a part → its elements; the names of PresentationML and DrawingML, written short."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from deckgen.template.problems import UnreadableError

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

NAMESPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
}
EMU = 12700
"""English metric units in a pt."""

STRICT = "http://purl.oclc.org/ooxml/"
"""How the namespaces of ISO/IEC 29500 Strict begin."""

_NUMBER = re.compile(r"\s*([+-]?\d{1,12})(?:\.\d*)?\s*")
_PERCENT = re.compile(r"\s*([+-]?\d{1,9}(?:\.\d+)?)%\s*")


def parse(data: bytes, part: str) -> Element:
    """The root of an XML part; nothing outside it is read, and no entity is expanded.

    What is no XML raises UnreadableError.  libxml2 itself stops at 256 levels.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise UnreadableError(f"is damaged: {part} is no well-formed XML") from None
    if root is None:
        raise UnreadableError(f"is damaged: {part} is empty")
    return root


def tag(name: str) -> str:
    """The full name of "p:ph", as lxml writes it."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def local(element: Element) -> str:
    """An element's name without its namespace; "" for comments and the like."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def child(element: Element | None, *names: str) -> Element | None:
    """The element that the names lead to ("p:txBody", "a:lstStyle"), each the first one of its name."""
    for name in names:
        if element is None:
            return None
        element = element.find(tag(name))
    return element


def children(element: Element | None, *names: str) -> list[Element]:
    """The elements of the last name within the first ones of the others."""
    parent = child(element, *names[:-1])
    return [] if parent is None else list(parent.findall(tag(names[-1])))


def elements(element: Element | None) -> Iterator[Element]:
    """The child elements, comments and processing instructions apart."""
    return (item for item in (element if element is not None else ()) if isinstance(item.tag, str))


def whole(element: Element | None, name: str) -> int | None:
    """An attribute that is a whole number (a fraction of one is cut off); None where it is none."""
    match = _NUMBER.fullmatch(element.get(name) or "") if element is not None else None
    return int(match[1]) if match else None


def share(element: Element | None, name: str = "val") -> float | None:
    """An attribute that is an ST_Percentage, as a share of 1: "50000" or, in newer files, "50%"."""
    text = (element.get(name) or "") if element is not None else ""
    if match := _PERCENT.fullmatch(text):
        return float(match[1]) / 100
    number = whole(element, name)
    return None if number is None else number / 100_000


def flag(element: Element | None, name: str) -> bool | None:
    """An attribute that is an xsd:boolean; None where there is none."""
    text = (element.get(name) or "").strip().lower() if element is not None else ""
    return {"1": True, "true": True, "on": True, "0": False, "false": False, "off": False}.get(text)
