"""The outer shadow of a shape (`a:outerShdw`) → its outline, moved and blurred, in the shadow's colour."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from deckgen.figures.outline import Outline, num
from deckgen.template.drawing.colors import DEGREE, color_in
from deckgen.template.drawing.custom import EMU
from deckgen.template.drawing.sketch import Sketch
from deckgen.template.xml import child, whole

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def shadow(properties: Element | None, ref: Element | None, outlines: list[Outline], sketch: Sketch,
           turned: float) -> str:  # fmt: skip
    """The shadow that a shape's own effects or else the theme's ask for; "" for none.

    The light does not turn with a shape: `turned` is how far it is turned (degrees).
    """
    found: tuple[Element, Sketch] | None = None
    own = child(properties, "a:effectLst")
    if own is not None:
        found = (own, sketch)
    elif (themed := sketch.themed(ref, "effect")) is not None:
        effects = child(themed[0], "a:effectLst")
        found = (effects, themed[1]) if effects is not None else None
    cast = child(found[0], "a:outerShdw") if found else None
    color = color_in(cast, found[1].palette) if found and cast is not None else None
    filled = "".join(outline.data for outline in outlines if outline.shade != "none")
    if cast is None or color is None or not filled or not color.alpha:
        return ""
    distance = (whole(cast, "dist") or 0) / EMU
    angle = math.radians((whole(cast, "dir") or 0) / DEGREE - turned)
    move = f"translate({num(distance * math.cos(angle))} {num(distance * math.sin(angle))})"
    blur = (whole(cast, "blurRad") or 0) / EMU
    soft = ""
    if blur > 0:
        deviation = f'<feGaussianBlur stdDeviation="{num(min(blur, 200.0) / 2)}"/>'
        around = 'x="-50%" y="-50%" width="200%" height="200%"'
        soft = f' filter="url(#{sketch.define(f"""<filter id="{{id}}" {around}>{deviation}</filter>""")})"'
    fill = f'fill="{color.hex}" fill-opacity="{num(color.alpha)}"'
    return f'<g transform="{move}"{soft}><path d="{filled}" {fill}/></g>'
