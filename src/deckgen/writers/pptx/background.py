"""What lies behind a slide → `p:bg`, and the veil that darkens a picture."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from deckgen.model import Background
from deckgen.scene import UNCUT, Page, covering_crop
from deckgen.slots import Box
from deckgen.theme import ColorRef, Theme
from deckgen.writers.pptx.colors import solid
from deckgen.writers.pptx.context import SlideContext, plain_shape, transform
from deckgen.writers.pptx.geometry import geometry, outline
from deckgen.writers.pptx.markup import share
from deckgen.writers.pptx.media import Media
from deckgen.writers.pptx.package import Relationships
from deckgen.writers.pptx.pictures import blip


def solid_background(fill: str) -> str:
    """`p:bg` of one colour."""
    return f"<p:bg><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>"


def picture_background(
    ground: Background, image: Path, theme: Theme, media: Media, relationships: Relationships
) -> str:
    """`p:bg` of a picture, cut so that it fills the page."""
    part = media.part(image, covering_crop(ground.pixels, theme.page))
    filled = blip(relationships.to("image", part), UNCUT)
    fill = f'<a:blipFill dpi="0" rotWithShape="1">{filled}</a:blipFill>'
    return f"<p:bg><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>"


def background(page: Page, context: SlideContext) -> str:
    """`p:bg` of a slide, or nothing where its layout's holds."""
    own = page.background
    if own is None or own.inverse:
        behind = page.layout.picture
        if context.exchanged and behind is not None and behind.image is not None:
            return picture_background(
                behind, behind.image, context.theme, context.media, context.relationships
            )
        # The layout's ground shows through in this slide's colours; where those are exchanged, say so.
        ground = page.layout.fill or ColorRef("background")
        return solid_background(solid(ground)) if context.exchanged else ""
    if own.image is not None:
        return picture_background(own, own.image, context.theme, context.media, context.relationships)
    if own.color is not None:
        return solid_background(f'<a:solidFill><a:srgbClr val="{own.color[1:].upper()}"/></a:solidFill>')
    return solid_background(solid(ColorRef(own.role or "background")))


def veil(own: Background | None, theme: Theme, ids: Iterator[int]) -> str:
    """A black plane over a background picture, as dense as the author wants it dimmed."""
    if own is None or own.image is None or not own.dim:
        return ""
    density = f'<a:srgbClr val="000000"><a:alpha val="{share(own.dim)}"/></a:srgbClr>'
    whole = transform(Box(0.0, 0.0, *theme.page)) + geometry("rect")
    return plain_shape(next(ids), "Dim", f"{whole}<a:solidFill>{density}</a:solidFill>{outline()}")
