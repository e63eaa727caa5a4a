"""What lies behind a slide → `p:bg`, and the veil that darkens a picture."""

from __future__ import annotations

from deckgen.model import Background
from deckgen.scene import UNCUT, Page, covering_crop
from deckgen.slots import Box
from deckgen.theme import ColorRef
from deckgen.writers.pptx.colors import solid
from deckgen.writers.pptx.context import SlideContext
from deckgen.writers.pptx.geometry import outline
from deckgen.writers.pptx.markup import share
from deckgen.writers.pptx.pictures import blip
from deckgen.writers.pptx.shapes import plain_shape


def solid_background(fill: str) -> str:
    """`p:bg` of one colour."""
    return f"<p:bg><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>"


def background(page: Page, context: SlideContext) -> str:
    """`p:bg` of a slide, or nothing where its layout's holds."""
    own = page.background
    if own is None or own.inverse:
        # The layout's ground shows through in this slide's colours; where those are exchanged, say so.
        ground = page.layout.fill or ColorRef("background")
        return solid_background(solid(ground)) if context.exchanged else ""
    if own.image is not None:
        crop = covering_crop(own.pixels, context.theme.page)
        rid = context.relationships.to("image", context.media.part(own.image, crop))
        filled = blip(rid, UNCUT)
        fill = f'<a:blipFill dpi="0" rotWithShape="1">{filled}</a:blipFill>'
        return f"<p:bg><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>"
    if own.color is not None:
        return solid_background(f'<a:solidFill><a:srgbClr val="{own.color[1:].upper()}"/></a:solidFill>')
    return solid_background(solid(ColorRef(own.role or "background")))


def veil(own: Background | None, context: SlideContext) -> str:
    """A black plane over a background picture, as dense as the author wants it dimmed."""
    if own is None or own.image is None or not own.dim:
        return ""
    density = f'<a:srgbClr val="000000"><a:alpha val="{share(own.dim)}"/></a:srgbClr>'
    whole = Box(0.0, 0.0, *context.theme.page)
    look = f"<a:solidFill>{density}</a:solidFill>{outline()}"
    return plain_shape(next(context.ids), "Dim", whole, "rect", look)
