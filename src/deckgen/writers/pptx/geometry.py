"""A shape's outline, fill and line → the DrawingML that draws them."""

from __future__ import annotations

from deckgen.figures.presets import GUIDES
from deckgen.scene import Frame, Line, Shape
from deckgen.slots import Box
from deckgen.theme import ColorRef
from deckgen.writers.pptx.colors import solid
from deckgen.writers.pptx.markup import emu, share

DASHES = {"dash": "dash", "dot": "sysDot"}
"""How a line is broken (ST_PresetLineDashVal)."""


def geometry(shape: str, adjustments: str = "") -> str:
    """A preset geometry at its own proportions, or with `adjustments` (`a:gd`)."""
    guides = f"<a:avLst>{adjustments}</a:avLst>" if adjustments else "<a:avLst/>"
    return f'<a:prstGeom prst="{shape}">{guides}</a:prstGeom>'


def filled(color: ColorRef | None) -> str:
    """A fill in one colour, or none."""
    return solid(color) if color else "<a:noFill/>"


def outline(line: Line | None = None) -> str:
    """`a:ln`; without a `line`, that there is none."""
    if line is None:
        return "<a:ln><a:noFill/></a:ln>"
    dash = f'<a:prstDash val="{DASHES[line.dash]}"/>' if line.dash != "solid" else ""
    return f'<a:ln w="{emu(line.width)}">{solid(line.color)}{dash}</a:ln>'


def framed(frame: Frame | None, box: Box) -> str:
    """Geometry, fill and outline of the shape that a text stands in; of a text box, that it has none."""
    if frame is None:
        return f"{geometry('rect')}<a:noFill/>"
    if frame.shape == "flag":
        return _flag(box) + filled(frame.fill) + outline(frame.line)
    return shape_look(Shape(frame.fill, frame.shape, frame.line, frame.radius), box)


def shape_look(shape: Shape, box: Box) -> str:
    """Geometry, fill and outline of a drawn shape."""
    return (
        shape_geometry(shape, box)
        + ("" if shape.shape == "line" else filled(shape.fill))
        + outline(shape.line)
    )


def shape_geometry(shape: Shape, box: Box) -> str:
    """The preset of a drawn shape, at its own proportions."""
    return geometry(shape.shape, _guides(shape, box))


def _guides(shape: Shape, box: Box) -> str:
    """A shape's own proportion as `a:gd`; of rounded corners, their radius in the shorter side."""
    part = shape.adjust
    if shape.shape == "roundRect":
        part = min(shape.radius / max(min(box.w, box.h), 1.0), 0.5)
    if part is None:
        return ""
    names = GUIDES.get(shape.shape, ())
    return "".join(f'<a:gd name="{name}" fmla="val {share(part)}"/>' for name in names)


def _flag(box: Box) -> str:
    """`a:custGeom` of a box with a notch in its left side, and sites where a rectangle has them."""
    from deckgen.figures.diagrams.shapes import NOTCH

    w, h, notch = emu(box.w), emu(box.h), emu(box.h * NOTCH)
    corners = ((0, 0), (w, 0), (w, h), (0, h), (notch, h // 2))
    path = "".join(
        f'<a:{"lnTo" if n else "moveTo"}><a:pt x="{x}" y="{y}"/></a:{"lnTo" if n else "moveTo"}>'
        for n, (x, y) in enumerate(corners)
    )
    sites = ((16_200_000, w // 2, 0), (10_800_000, notch, h // 2), (5_400_000, w // 2, h), (0, w, h // 2))
    ends = "".join(f'<a:cxn ang="{ang}"><a:pos x="{x}" y="{y}"/></a:cxn>' for ang, x, y in sites)
    path = f'<a:path w="{w}" h="{h}">{path}<a:close/></a:path>'
    return (
        f"<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst>{ends}</a:cxnLst>"
        f'<a:rect l="{notch}" t="0" r="r" b="b"/><a:pathLst>{path}</a:pathLst></a:custGeom>'
    )
