"""A placeholder of a layout → what it draws of itself behind its text: fill, line and shadow."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from deckgen.template.drawing.fills import FILLS
from deckgen.template.drawing.shapes import body
from deckgen.template.drawing.sketch import Sketch
from deckgen.template.drawing.space import Place
from deckgen.template.xml import child, elements, local

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from deckgen.slots import Box

_ATTRIBUTE = re.compile(r'\s([\w:]+)="([^"]*)"')
_FROM_MASTER: Final = {"ctrTitle": "title", "subTitle": "body", "dt": "dt", "ftr": "ftr", "sldNum": "sldNum",
                       "title": "title", "hdr": "hdr"}  # fmt: skip
"""The type of a master's placeholder from which one of a layout inherits; all others do from its body."""

_KINDS: Final = {"custGeom": "geometry", "prstGeom": "geometry", "effectDag": "effectLst",
                 **dict.fromkeys(FILLS, "fill")}  # fmt: skip
"""Elements of which a shape has one."""

_APART: Final = frozenset({"xfrm"})
"""What a box replaces."""


def placeholder_body(
    root: Element, above: Element | None, master_part: str, attributes: str, box: Box, sketch: Sketch
) -> str:
    """The drawing of a layout's placeholder in a box; "" where it draws nothing.

    What the layout does not say (geometry, fill, line, effects), its master does, with the master's pictures.
    """
    own = _placeholder(root, attributes)
    if own is None:
        return ""
    kind = dict(_ATTRIBUTE.findall(attributes)).get("type", "obj")
    upper = _of_type(above, _FROM_MASTER.get(kind, "body"))
    layers = [child(shape, "p:spPr") for shape in (own, upper) if shape is not None]
    style = next((s for shape in (own, upper) if (s := child(shape, "p:style")) is not None), None)
    place = Place(box.x, box.y, box.w, box.h)
    merged, from_master = _merged([layer for layer in layers if layer is not None])
    at = replace(sketch, part=master_part) if from_master else sketch
    return place.around(body(merged, style, at, place)) if merged is not None else ""


def _placeholder(root: Element | None, attributes: str) -> Element | None:
    """The shape whose `p:ph` has these attributes."""
    wanted = dict(_ATTRIBUTE.findall(attributes))
    for shape, ph in _placeholders(root):
        given = {name: ph.get(name) for name in ("type", "idx") if ph.get(name) is not None}
        if given == {name: value for name, value in wanted.items() if name in ("type", "idx")}:
            return shape
    return None


def _of_type(root: Element | None, kind: str) -> Element | None:
    return next((shape for shape, ph in _placeholders(root) if ph.get("type", "obj") == kind), None)


def _placeholders(root: Element | None) -> list[tuple[Element, Element]]:
    tree = child(root, "p:cSld", "p:spTree")
    found = []
    for shape in tree.iter() if tree is not None else ():
        if local(shape) in ("sp", "pic", "graphicFrame"):
            ph = next((p for e in elements(shape) if (p := child(e, "p:nvPr", "p:ph")) is not None), None)
            if ph is not None:
                found.append((shape, ph))
    return found


def _merged(layers: list[Element]) -> tuple[Element | None, bool]:
    """Properties of a shape, each kind from the first layer that has it; whether its fill is the second's."""
    from copy import deepcopy

    if not layers:
        return None, False
    made = layers[0].makeelement(layers[0].tag)
    kinds: dict[str, int] = {}
    for n, layer in enumerate(layers):
        for element in elements(layer):
            kind = _KINDS.get(local(element), local(element))
            if kind not in _APART and kinds.setdefault(kind, n) == n:
                made.append(deepcopy(element))
    return made, kinds.get("fill", 0) == 1
