"""Placed pictures, films and sounds → `p:pic`, with what PowerPoint adds for drawings and for playing."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Literal

from deckgen.model import Audio, Video
from deckgen.scene import UNCUT, Crop, Media, Picture, Placed, Shape
from deckgen.theme import ColorRef
from deckgen.writers.pptx.context import DECORATIVE, SlideContext, same_place, slot_of, transform
from deckgen.writers.pptx.geometry import shape_geometry
from deckgen.writers.pptx.markup import attribute, quoted, share
from deckgen.writers.pptx.media import Media as MediaParts
from deckgen.writers.pptx.package import Relationships
from deckgen.writers.pptx.placeholders import frame, placeholder
from deckgen.writers.pptx.playing import player

RECTANGLE = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'

_SVG = (
    '<a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}"><asvg:svgBlip '
    'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="{}"/></a:ext></a:extLst>'
)
"""The drawing of which a blip is the picture (MS-ODRAWXML, `svgBlip`)."""

_MEDIA = (
    '<p:extLst><p:ext uri="{{DAA4B4D4-6D71-4841-9C94-3DE7FCFB9230}}"><p14:media '
    'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main" r:embed="{}">{}</p14:media>'
    "</p:ext></p:extLst>"
)
"""The file that a shape plays, inside the package (MS-PPTX, `media`)."""

_MEDIA_RELATIONSHIP = "http://schemas.microsoft.com/office/2007/relationships/media"


def picture(placed: Placed, shown: Picture, context: SlideContext) -> str:
    """A picture in its place or its placeholder; a drawing beside the picture of it."""
    image = shown.image
    embedded = drawing_blip(image.path, shown.crop, context.media, context.relationships)
    link = context.links.attributes(image.link) if image.link else ""
    inner = (f"<a:hlinkClick{link}/>" if link else "") + (DECORATIVE if image.decorative else "")
    alt = "" if image.decorative else image.alt
    outline = (
        shape_geometry(Shape(None, "roundRect", None, shown.radius), placed.box)
        if shown.radius
        else RECTANGLE
    )
    return _pic(placed, alt, inner, "", embedded, context, outline)


def drawing_blip(path: Path, crop: Crop, media: MediaParts, relationships: Relationships) -> str:
    """The fill with a picture file; of a drawing, with itself beside the picture of it."""
    rid, drawing = relationships.to("image", media.part(path)), media.vector(path)
    return blip(rid, crop, _SVG.format(relationships.to("image", drawing)) if drawing else "")


def blip(rid: str, crop: Crop, extension: str = "") -> str:
    """A picture without what is cut off, stretched over its shape."""
    sides = "".join(
        f' {side}="{share(cut)}"' for side, cut in zip(("l", "t", "r", "b"), crop, strict=True) if cut
    )
    cut = f"<a:srcRect{sides}/>" if sides else ""
    embedded = f'<a:blip r:embed="{rid}"' + (f">{extension}</a:blip>" if extension else "/>")
    return f"{embedded}{cut}<a:stretch><a:fillRect/></a:stretch>"


def playable(placed: Placed, shown: Media, context: SlideContext) -> str:
    """A film or a sound behind its poster; what stands on the web is a poster that leads there."""
    clip = shown.block.clip
    if clip.poster:  # cut in its pixels, since `a:srcRect` would cut the film, too
        poster = context.media.part(clip.poster.path, shown.crop)
    else:
        poster = context.media.poster(*_panel(placed, shown, context))
    embedded = blip(context.relationships.to("image", poster), UNCUT)
    alt, decorative = _words(shown.block)
    mark = DECORATIVE if decorative else ""
    if clip.path is None or clip.media_type is None:
        return _pic(
            placed, alt, f"<a:hlinkClick{context.links.attributes(clip.url)}/>{mark}", "", embedded, context
        )
    part = context.media.clip(clip.path, clip.media_type)
    kind: Literal["video", "audio"] = "video" if isinstance(shown.block, Video) else "audio"
    context.beside.append(partial(player, context.ids.upcoming, kind, loop=clip.loop))
    if clip.autoplay and placed.name not in context.animated:
        context.playing.append(context.ids.upcoming)
    linked = context.relationships.to(kind, part)
    held = context.relationships.to(_MEDIA_RELATIONSHIP, part)
    trim = f'<p14:trim st="{round(clip.start * 1000)}"/>' if clip.start else ""
    played = f'<a:{kind}File r:link="{linked}"/>{_MEDIA.format(held, trim)}'
    action = '<a:hlinkClick r:id="" action="ppaction://media"/>'
    return _pic(placed, alt, action + mark, played, embedded, context)


def _words(block: Video | Audio) -> tuple[str, bool]:
    """What a film or sound says to those who do not see it."""
    return (block.alt, block.decorative) if isinstance(block, Video) else ("", False)


def _panel(
    placed: Placed, shown: Media, context: SlideContext
) -> tuple[str, tuple[float, float], tuple[str, str]]:
    """The kind, size in pt and colours of a poster that is drawn."""
    colors = tuple(context.theme.hex(ColorRef(role), context.inverse) for role in ("surface", "muted"))
    kind = "film" if isinstance(shown.block, Video) else "sound"
    return kind, (placed.box.w, placed.box.h), (colors[0], colors[1])


def _pic(
    placed: Placed,
    alt: str,
    inner: str,
    played: str,
    fill: str,
    context: SlideContext,
    outline: str = RECTANGLE,
) -> str:
    """`p:pic`: `inner` goes into its `p:cNvPr`, `played` into its `p:nvPr`."""
    slot = slot_of(placed, context, "picture")
    properties = (placeholder(slot, context.layout) if slot else "") + played
    locks = f'<a:picLocks{attribute("noGrp", "1" if slot else "")} noChangeAspect="1"/>'
    where = "" if slot and same_place(placed.box, frame(slot)) else transform(placed.box)
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="{next(context.ids)}" name="{quoted(placed.name)}" '
        f'descr="{quoted(alt)}">{inner}</p:cNvPr><p:cNvPicPr>{locks}</p:cNvPicPr>'
        f"{f'<p:nvPr>{properties}</p:nvPr>' if properties else '<p:nvPr/>'}</p:nvPicPr>"
        f"<p:blipFill>{fill}</p:blipFill><p:spPr>{where}{outline}</p:spPr></p:pic>"
    )
