"""SmartArt on a master or layout → the shapes that PowerPoint drew of it last."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from deckgen.template.drawing.sketch import Sketch
from deckgen.template.problems import UnreadableError
from deckgen.template.xml import NAMESPACES, child, local, parse, tag

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_DIAGRAM: Final = "http://schemas.microsoft.com/office/drawing/2008/diagram"
"""The namespace of such drawings ([MS-ODRAWXML], 2.4); their shapes are built as PresentationML's are."""


def diagram_drawing(data: Element, sketch: Sketch) -> tuple[Element, Sketch] | None:
    """The shapes of a diagram as a `p:spTree`, and the sketch of their part; None where it kept none.

    The data part says which relationship of the slide's leads to the drawing ([MS-ODRAWXML], 2.6.1.1).
    """
    ids = next((item for item in data if local(item) == "relIds"), None)
    source = sketch.package.target(sketch.part, ids.get(tag("r:dm")) if ids is not None else None)
    if source is None:
        return None
    try:
        model = parse(sketch.package.parts[source], source)
        found = next((item for item in model.iter() if local(item) == "dataModelExt"), None)
        target = sketch.package.target(sketch.part, found.get("relId") if found is not None else None)
        if target is None:
            return None
        markup = sketch.package.parts[target].replace(_DIAGRAM.encode(), NAMESPACES["p"].encode())
        tree = child(parse(markup, target), "p:spTree")
    except UnreadableError:
        return None
    return (tree, replace(sketch, part=target)) if tree is not None else None
