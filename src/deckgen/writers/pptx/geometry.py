"""A shape's outline, fill and line → the DrawingML that draws them."""

from __future__ import annotations

from deckgen.scene import Frame, Line
from deckgen.slots import Box
from deckgen.theme import ColorRef
from deckgen.writers.pptx.colors import solid
from deckgen.writers.pptx.markup import emu, share

_DASHES = {"dash": "dash", "dot": "sysDot"}


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
    dash = f'<a:prstDash val="{_DASHES[line.dash]}"/>' if line.dash != "solid" else ""
    return f'<a:ln w="{emu(line.width)}">{solid(line.color)}{dash}</a:ln>'


def framed(frame: Frame | None, box: Box) -> str:
    """Geometry, fill and outline of the shape that a text stands in; of a text box, that it has none."""
    if frame is None:
        return f"{geometry('rect')}<a:noFill/>"
    rounded = ""
    if frame.shape == "roundRect":  # its radius is a share of the shorter side (presetShapeDefinitions.xml)
        part = frame.radius / max(min(box.w, box.h), 1.0)
        rounded = f'<a:gd name="adj" fmla="val {share(min(part, 0.5))}"/>'
    return geometry(frame.shape, rounded) + filled(frame.fill) + outline(frame.line)
