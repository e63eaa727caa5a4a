"""A template's package → the parts of it that a deck keeps, mended where they refer to what is left out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from deckgen.template import Package, Relationship
from deckgen.template.problems import UnreadableError
from deckgen.template.xml import NAMESPACES, local, parse
from deckgen.writers.pptx.markup import quoted
from deckgen.writers.pptx.package import relative

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

LEFT_OUT = frozenset(
    {
        # sample slides, and what is said of them
        "slide", "notesSlide", "comments", "commentAuthors", "authors", "revisionInfo", "changesInfo",
        "slideUpdateInfo", "thumbnail",
        # what a deck has of its own
        "core-properties", "extended-properties", "presProps", "viewProps", "tableStyles",
        # programs, and signatures that no longer hold
        "vbaProject", "extensibility", "userCustomization", "webextensiontaskpanes", "origin",
    }
)  # fmt: skip
"""Relationships that no deck takes over, by the last word of their types."""

PICTURES = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif"}
"""The types that pictures have by their endings, whatever a file says: PowerPoint repairs one with others."""

References = dict[str, tuple[Relationship, ...]]
"""The relationships of parts by their names."""

_R = f"{{{NAMESPACES['r']}}}"
_REFERENCE = re.compile(
    rb"""\s[\w.-]+:(?:id|embed|link|pict|href|relid|cs|dm|lo|qs)\s*=\s*["']([^"']+)["']"""
)
_XML = re.compile(r"[/+]xml$")


def kept(package: Package) -> Package:
    """The parts that a deck keeps: those to which neither a slide nor a program alone leads."""
    package, references = _with_own_themes(package, _reached(package))
    named = {r.target for found in references.values() for r in found if not r.external}
    parts, types = {}, {}
    for name in package.parts:
        if name in named:
            types[name] = PICTURES.get(name.rpartition(".")[2].lower(), package.types[name])
            parts[name] = package.parts[name]
            if _XML.search(types[name]):
                parts[name] = mended(parts[name], name, references.get(name, ()))
    return Package(parts, types, references, dict(_as_written(package, references)))


def _as_written(package: Package, references: References) -> Iterator[tuple[str, bytes]]:
    """The relationship parts in which nothing is left out, or named otherwise than the package names it."""
    for source, kept in references.items():
        data = package.written.get(source, b"")
        if kept == package.references.get(source) and all(_says(data, r, source) for r in kept):
            yield source, data


def _says(data: bytes, relationship: Relationship, source: str) -> bool:
    targets = {relative(relationship, source), f"/{relationship.target}"}
    return any(f'Target="{quoted(target)}"'.encode() in data for target in targets)


def _reached(package: Package) -> References:
    """The relationships of the package and of each part that they lead to, less those that are left out."""
    found: dict[str, tuple[Relationship, ...]] = {}
    waiting = [""]
    while waiting:
        source = waiting.pop()
        if source in found:
            continue
        found[source] = tuple(r for r in package.references.get(source, ()) if _stays(r, package))
        waiting += [r.target for r in found[source] if not r.external]
    return {source: relationships for source, relationships in found.items() if relationships}


def _with_own_themes(package: Package, references: References) -> tuple[Package, References]:
    """The package with a theme for each master: PowerPoint repairs a file in which two share one."""
    parts, types, changed, seen = dict(package.parts), dict(package.types), dict(references), set[str]()
    masters = [source for source in references if types.get(source, "").endswith("Master+xml")]
    for master in sorted(masters, key=lambda source: "slideMaster+" not in types[source]):
        for relationship in references[master]:
            theme = relationship.target
            if relationship.of("theme") and theme in seen:
                own = _free(theme, parts)
                parts[own], types[own] = parts[theme], types[theme]
                changed |= {own: references[theme]} if theme in references else {}
                changed[master] = tuple(
                    replace(r, target=own) if r is relationship else r for r in changed[master]
                )
            elif relationship.of("theme"):
                seen.add(theme)
    return replace(package, parts=parts, types=types), changed


def _free(name: str, parts: Collection[str]) -> str:
    """A name like this one that no part has."""
    stem, taken = name.removesuffix(".xml").rstrip("0123456789"), {part.lower() for part in parts}
    return next(free for n in count(1) if (free := f"{stem}{n}.xml").lower() not in taken)


def _stays(relationship: Relationship, package: Package) -> bool:
    left_out = relationship.kind.rpartition("/")[2] in LEFT_OUT
    return not left_out and (relationship.external or relationship.target in package.parts)


def mended(data: bytes, part: str, relationships: Iterable[Relationship]) -> bytes:
    """The XML of a part without what refers to relationships that it does not have.

    Where there is nothing of the kind, the same bytes.
    """
    known = {r.id for r in relationships}
    if {match[1].decode("utf-8", "replace") for match in _REFERENCE.finditer(data)} <= known:
        return data
    from lxml import etree

    try:
        root = parse(data, part)
    except UnreadableError:  # custom data, which nothing of a deck depends on
        return data
    broken = [
        (element, name)
        for element in root.iter(etree.Element)
        for name, value in element.attrib.items()
        if str(name).startswith(_R) and value and value not in known
    ]
    for element, name in broken:
        _cut(element, str(name))
    if not broken:
        return data
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _cut(element: Element, name: str) -> None:
    """Take a broken reference out: with the frame or extension that is nothing without it; a picture stays.

    PowerPoint repairs a file in which an id leads nowhere, and shows a picture without one as an empty frame.
    """
    if local(element) == "blip":
        del element.attrib[name]
        return
    holders = [e for e in element.iterancestors() if local(e) in ("graphicFrame", "ext")]
    lost = holders[0] if holders else element
    parent = lost.getparent()
    if parent is not None:
        parent.remove(lost)
