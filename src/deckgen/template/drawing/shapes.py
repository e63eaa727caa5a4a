"""The shapes of a master or layout, placeholders apart → SVG, in the order in which they lie."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from deckgen.figures.outline import Outline, polygon
from deckgen.figures.presets import preset_outlines
from deckgen.template.drawing.custom import custom_outlines
from deckgen.template.drawing.fills import NOTHING, Paint, fill_in, paint_of
from deckgen.template.drawing.guides import evaluated
from deckgen.template.drawing.lines import Stroke, stroke_of
from deckgen.template.drawing.pictures import cuts
from deckgen.template.drawing.shadows import shadow
from deckgen.template.drawing.sketch import Sketch
from deckgen.template.drawing.space import Place, Space
from deckgen.template.drawing.text import Numbered, text_in
from deckgen.template.xml import child, children, elements, flag, local

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_DEEPEST: Final = 40
"""Groups within groups that are drawn."""

_SEEN: Final = 0.3
"""Pictures and frames smaller than this (pt) are marks of add-ins, which nobody is to see."""


def drawn_shapes(
    tree: Element | None, sketch: Sketch, space: Space, numbered: list[Numbered], depth: int = 0
) -> str:
    """The shapes in a `p:spTree` or `p:grpSp`.  Texts with the slide's number go to `numbered`."""
    if depth > _DEEPEST:
        return ""
    return "".join(_drawn(shape, sketch, space, numbered, depth) for shape in _children(tree))


def _children(tree: Element | None) -> Iterator[Element]:
    """The shapes of a tree; of alternatives, the one for programs that know little."""
    for element in elements(tree):
        if local(element) == "AlternateContent":
            chosen = child(element, "mc:Fallback")
            if chosen is None or not len(chosen):
                chosen = child(element, "mc:Choice")
            yield from _children(chosen)
        else:
            yield element


def is_placeholder(shape: Element) -> bool:
    """Whether a shape is a place for what slides hold."""
    return any(child(properties, "p:nvPr", "p:ph") is not None for properties in elements(shape))


def _hidden(shape: Element) -> bool:
    named = (child(properties, "p:cNvPr") for properties in elements(shape))
    return any(flag(name, "hidden") for name in named if name is not None)


def _drawn(shape: Element, sketch: Sketch, space: Space, numbered: list[Numbered], depth: int) -> str:
    kind = local(shape)
    if is_placeholder(shape) or _hidden(shape):
        return ""
    if kind == "grpSp":
        return _group(shape, sketch, space, numbered, depth)
    return _KINDS[kind](shape, sketch, space, numbered) if kind in _KINDS else ""


def _group(shape: Element, sketch: Sketch, space: Space, numbered: list[Numbered], depth: int) -> str:
    properties = child(shape, "p:grpSpPr")
    xfrm = child(properties, "a:xfrm")
    place = space.place(xfrm) or Place(0, 0, 0, 0)
    inner = space.inside(xfrm, place) if xfrm is not None else space
    texts: list[Numbered] = []
    members = drawn_shapes(shape, sketch.within(fill_in(properties)), inner, texts, depth + 1)
    numbered += [_within(place, text) for text in texts]
    return place.around(members)


def _within(place: Place, text: Numbered) -> Numbered:
    return lambda number: place.around(text(number))


def _shape(shape: Element, sketch: Sketch, space: Space, numbered: list[Numbered]) -> str:
    properties = child(shape, "p:spPr")
    place = space.place(child(properties, "a:xfrm"))
    if place is None:
        return ""
    style = child(shape, "p:style")
    drawn = place.around(body(properties, style, sketch, place))
    written, later = text_in(shape, style, sketch, place)
    numbered += later
    return drawn + written


def body(properties: Element | None, style: Element | None, sketch: Sketch, place: Place) -> str:
    """The outline of a shape, filled and drawn, with its shadow, in the coordinates of its box."""
    outlines = outlines_of(properties, sketch, place)
    fill = fill_in(properties)
    paint = NOTHING
    if fill is not None:
        paint = paint_of(fill, sketch, place.w, place.h)
    elif (themed := sketch.themed(child(style, "a:fillRef"), "fill")) is not None:
        paint = paint_of(themed[0], themed[1], place.w, place.h)
    stroke = stroke_of(child(properties, "a:ln"), child(style, "a:lnRef"), sketch)
    cut = fill is None or local(fill) != "blipFill" or cuts(fill) or not _is_box(properties)
    markup = painted(outlines, paint, stroke, sketch, cut=cut)
    if not markup or paint == NOTHING:
        return markup
    return shadow(properties, child(style, "a:effectRef"), outlines, sketch, place.turned) + markup


def _is_box(properties: Element | None) -> bool:
    preset = child(properties, "a:prstGeom")
    return child(properties, "a:custGeom") is None and (preset is None or preset.get("prst") == "rect")


def outlines_of(properties: Element | None, sketch: Sketch, place: Place) -> list[Outline]:
    """The outlines of a shape by its geometry; its box where it has none."""
    custom, preset = child(properties, "a:custGeom"), child(properties, "a:prstGeom")
    if custom is not None:
        return custom_outlines(custom, place.w, place.h)
    if preset is None:
        return [polygon((0, 0), (place.w, 0), (place.w, place.h), (0, place.h))]
    name = preset.get("prst", "")
    given = evaluated(children(preset, "a:avLst", "a:gd"), {})
    outlines = preset_outlines(name, place.w, place.h, given)
    if outlines is None:
        sketch.studio.give_up(f"a shape of the kind `{name[:40]}`")
    return outlines or []


def painted(
    outlines: list[Outline], paint: Paint, stroke: Stroke | None, sketch: Sketch, *, cut: bool = True
) -> str:
    """Outlines filled with a paint and drawn with a line; `cut` says that a picture may reach beyond them."""
    made = []
    if paint.picture and outlines:
        picture = paint.picture
        if cut:
            path = "".join(outline.data for outline in outlines if outline.shade != "none")
            clip = sketch.define(f'<clipPath id="{{id}}"><path d="{path}"/></clipPath>')
            picture = f'<g clip-path="url(#{clip})">{picture}</g>'
        made.append(picture)
    for outline in outlines:
        line = stroke if outline.stroked else None
        fill = paint.attributes(outline.shade)
        if not outline.data or (fill == 'fill="none"' and line is None):
            continue
        drawn = f" {line.attributes}" if line else ""
        made.append(f'<path d="{outline.data}" {fill}{drawn}/>')
        if line is not None:
            made.append(line.drawn_heads(outline))
    return "".join(made)


def _picture(shape: Element, sketch: Sketch, space: Space, _: list[Numbered]) -> str:
    properties, fill = child(shape, "p:spPr"), child(shape, "p:blipFill")
    place = space.place(child(properties, "a:xfrm"))
    if place is None or fill is None or min(place.w, place.h) < _SEEN:
        return ""
    outlines = outlines_of(properties, sketch, place)
    ground = paint_of(fill_in(properties), sketch, place.w, place.h)
    picture = paint_of(fill, sketch, place.w, place.h)
    stroke = stroke_of(child(properties, "a:ln"), child(shape, "p:style", "a:lnRef"), sketch)
    under = painted(outlines, ground, None, sketch) if ground != NOTHING else ""
    over = painted(outlines, picture, stroke, sketch, cut=cuts(fill) or not _is_box(properties))
    cast = shadow(properties, None, outlines, sketch, place.turned) if over else ""
    return place.around(cast + under + over)


def _frame(shape: Element, sketch: Sketch, space: Space, numbered: list[Numbered]) -> str:
    """A frame round a table, a diagram, or what another program draws."""
    from deckgen.template.drawing.tables import drawn_table

    place = space.place(child(shape, "p:xfrm"))
    data = child(shape, "a:graphic", "a:graphicData")
    if place is None or data is None or min(place.w, place.h) < _SEEN:
        return ""
    table = child(data, "a:tbl")
    if table is not None:
        return place.around(drawn_table(table, sketch))
    pictures = [item for item in data.iter() if local(item) == "pic"]
    if pictures:
        return _picture(pictures[-1], sketch, space, numbered)
    parts = _diagram(data, sketch)
    if parts is None:
        sketch.studio.give_up(_FRAMES.get((data.get("uri") or "").rpartition("/")[2], "an embedded object"))
        return ""
    tree, inside = parts
    texts: list[Numbered] = []
    return place.around(drawn_shapes(tree, inside, Space(), texts))


def _diagram(data: Element, sketch: Sketch) -> tuple[Element, Sketch] | None:
    """The drawing that SmartArt keeps of itself, as shapes of PresentationML, and its part's sketch."""
    from deckgen.template.drawing.diagrams import diagram_drawing

    return diagram_drawing(data, sketch)


_FRAMES: Final = {"chart": "a chart", "diagram": "a SmartArt diagram", "chartex": "a chart"}

_KINDS: Final[dict[str, Callable[[Element, Sketch, Space, list[Numbered]], str]]] = {
    "sp": _shape,
    "cxnSp": _shape,
    "pic": _picture,
    "graphicFrame": _frame,
}
"""What draws each kind of shape that is no group."""
