"""The bytes of an SVG file → its size, and its markup without what could act or reach out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from xml.parsers.expat import ExpatError, ParserCreate

from deckgen.figures.svgsafe import cleaned

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element
    from xml.parsers.expat import XMLParserType

MOST_BYTES: Final = 10_000_000
_MOST_DEPTH: Final = 200
_MOST_ELEMENTS: Final = 200_000
_MOST_DRAWN: Final = 500_000
"""How many elements may be drawn, those counted each time that a `use` repeats them."""

_DEFAULT: Final = (300.0, 150.0)
"""The size of a picture that says nothing of it (CSS 2.2, 10.3.2)."""

_LENGTH = re.compile(
    r"\s*\+?(\d+\.?\d*(?:e[+-]?\d+)?|\.\d+)\s*(px|pt|pc|in|cm|mm|q|em|ex)?\s*", re.IGNORECASE
)
_PX: Final = {
    "": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4,
    "q": 96 / 101.6, "em": 16.0, "ex": 8.0,
}  # fmt: skip
_LEAST, _MOST = 1e-3, 1e6
"""Lengths that a size may have; others are as good as none."""

_SEPARATOR = re.compile(r"[\s,]+")
_SVG: Final = "http://www.w3.org/2000/svg"


@dataclass(frozen=True, slots=True)
class Svg:
    """A drawing of `size` (width and height in CSS px); `dropped` names what was taken out of its markup."""

    markup: bytes
    size: tuple[float, float]
    dropped: tuple[str, ...] = ()


class _SvgError(Exception):
    """Why a file is not taken, as the end of a sentence."""


def looks_like_svg(data: bytes) -> bool:
    """Whether a file begins as an SVG does."""
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return (
        start.startswith((b"<svg", b"<?xml", b"<!--", b"<!doctype svg")) and b"<svg" in data[:65536].lower()
    )


def read_svg(data: bytes) -> Svg | str:
    """The drawing; or what is wrong with the file, in words.

    Markup declarations are refused, for entities can grow without end; a document type that only names
    SVG's own is passed over and never fetched.
    """
    from xml.etree.ElementTree import tostring

    if len(data) > MOST_BYTES:
        return f"is an SVG of more than {MOST_BYTES // 1_000_000} MB"
    try:
        root = _parsed(data)
        if _local(root.tag) != "svg":
            return "is XML, but no SVG"
        if _drawn(root) > _MOST_DRAWN:
            return f"draws more than {_MOST_DRAWN:,} shapes"
        dropped = cleaned(root)
        size = _sized(root)
        markup = tostring(root, encoding="utf-8")
        _parse(ParserCreate(namespace_separator=" "), markup)  # finds prefixes that nothing declares
    except _SvgError as refused:
        return str(refused)
    return Svg(markup, size, dropped)


def _parsed(data: bytes) -> Element:
    """The elements by their names as written, prefixes and all; no comments and no instructions."""
    from xml.etree.ElementTree import TreeBuilder

    parser, builder, depth, count = ParserCreate(), TreeBuilder(), 0, 0

    def begin(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth, count
        depth, count = depth + 1, count + 1
        if depth > _MOST_DEPTH or count > _MOST_ELEMENTS:
            raise _SvgError("holds more elements than a picture needs")
        builder.start(tag, attributes)

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(tag)

    def refuse(*_: object) -> None:
        raise _SvgError("declares entities of its own, which are not read")

    parser.StartElementHandler, parser.EndElementHandler = begin, end
    parser.CharacterDataHandler = builder.data
    parser.EntityDeclHandler = refuse
    _parse(parser, data)
    return builder.close()


def _parse(parser: XMLParserType, data: bytes) -> None:
    try:
        parser.Parse(data, True)
    except ExpatError as error:
        raise _SvgError(f"is no well-formed SVG: {_reason(error)}") from None
    except (LookupError, ValueError):
        raise _SvgError("is in an encoding that is not known") from None


def _reason(error: Exception) -> str:
    return re.sub(r": line (\d+), column \d+$", r" (its line \1)", str(error))


def _local(tag: str) -> str:
    """An element's or attribute's name without its prefix."""
    return tag.rpartition(":")[2]


def _drawn(root: Element) -> int:
    """How many elements are drawn in all: what `use` points to counts wherever it is used."""
    by_id = {element.get("id"): element for element in root.iter() if element.get("id")}
    counts: dict[Element, int] = {}

    def count(element: Element, above: frozenset[Element]) -> int:
        if element in above:
            return 0  # a circle, which every renderer cuts
        if len(above) > _MOST_DEPTH:
            raise _SvgError("refers to itself in too many steps")
        if element not in counts:
            inside, total = above | {element}, 1
            for child in element:
                total += count(child, inside)
            used = by_id.get(_target(element)) if _local(element.tag) == "use" else None
            counts[element] = total + (count(used, inside) if used is not None else 0)
        return counts[element]

    return count(root, frozenset())


def _target(element: Element) -> str:
    """The id that a `use` points to in its own file, or ""."""
    href = next((value.strip() for name, value in element.items() if _local(name) == "href"), "")
    return href[1:] if href.startswith("#") else ""


def _sized(root: Element) -> tuple[float, float]:
    """The size in CSS px: as written, else the view box's; written into the root, with a view box.

    So it is as large in every renderer, and scales with its frame (SVG 2, 8.2 and 8.7).
    """
    width, height = _length(root.get("width")), _length(root.get("height"))
    view = _view_box(root.get("viewBox"))
    if view and not (width and height):
        ratio = view[0] / view[1]
        width = width or (height * ratio if height else view[0])
        height = height or width / ratio
    size = width or _DEFAULT[0], height or _DEFAULT[1]
    root.set("width", f"{size[0]:.6g}")
    root.set("height", f"{size[1]:.6g}")
    if view is None:
        root.set("viewBox", f"0 0 {size[0]:.6g} {size[1]:.6g}")
    if ":" not in root.tag:
        root.set("xmlns", _SVG)
    return size


def _length(text: str | None) -> float | None:
    """A length in CSS px; None for none that is of use, as a percentage of what is not known."""
    found = _LENGTH.fullmatch(text) if text else None
    length = float(found[1]) * _PX[(found[2] or "").lower()] if found else 0.0
    return length if _LEAST <= length <= _MOST else None


def _view_box(text: str | None) -> tuple[float, float] | None:
    """The width and height of a view box, where they are more than nothing."""
    parts = _SEPARATOR.split(text.strip()) if text else []
    try:
        width, height = (float(part) for part in parts[2:])
    except ValueError:
        return None
    usable = len(parts) == 4 and all(_LEAST <= side <= _MOST for side in (width, height))
    return (width, height) if usable else None
