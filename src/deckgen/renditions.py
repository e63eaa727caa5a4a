"""A Scene → how large each of its picture files is shown, for what is carried of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from deckgen.decorations import Emblem
from deckgen.diagnostics import Span
from deckgen.figures.pictures import Renditions
from deckgen.figures.redraw import Faces
from deckgen.fonts.families import FALLBACK_FAMILY
from deckgen.fonts.files import packaged
from deckgen.scene import UNCUT, Content, Crop, Group, Media, Page, Picture, Placed, Scene, covering_crop
from deckgen.slots import Layout
from deckgen.theme import Theme

__all__ = ["Output", "Renditions", "pictures_in", "place_of", "renditions_of"]


@dataclass(frozen=True, slots=True)
class Output:
    """What a writer makes: a file's bytes, and by their names the files that lie beside it.

    `undrawn` names what of a template it could not draw, in words.
    """

    content: bytes
    beside: dict[str, Path] = field(default_factory=dict)
    undrawn: tuple[str, ...] = ()


def renditions_of(scene: Scene) -> Renditions:
    """The pictures of a scene, each as large as where it is shown largest."""
    shown: dict[Path, tuple[float, float]] = {}
    size = scene.theme.page
    behind = (found for layout in scene.theme.layouts.values() for found in _behind(layout, size))
    for path, width, height in chain(behind, *(_on(page, size) for page in scene.pages)):
        before = shown.get(path, (0.0, 0.0))
        shown[path] = (max(width, before[0]), max(height, before[1]))
    return Renditions(shown, _faces(scene.theme))


def _faces(theme: Theme) -> Faces:
    """The theme's fonts, for the words of drawings."""
    families = dict.fromkeys((FALLBACK_FAMILY, *(font.family for font in theme.fonts.values())))
    files = [file.path for family in families for file in packaged(family)]
    own = (source for font in theme.fonts.values() for source in font.own)
    files += [source for source in own if isinstance(source, Path)]
    return Faces(tuple(files), theme.fonts["body"].family, theme.fonts["mono"].family)


def _behind(layout: Layout, size: tuple[float, float]) -> Iterator[tuple[Path, float, float]]:
    """The picture files that a layout draws, and the size in pt that each would have as a whole."""
    if layout.picture is not None and layout.picture.image is not None:
        yield layout.picture.image, *_whole(size, covering_crop(layout.picture.pixels, size))
    for drawn in layout.decorations:
        if isinstance(drawn.content, Emblem):
            for inverse in (False, True):
                yield drawn.content.on(inverse), drawn.box.w, drawn.box.h


def _on(page: Page, size: tuple[float, float]) -> Iterator[tuple[Path, float, float]]:
    """The picture files on a page, and the size in pt that each would have as a whole."""
    ground = page.background
    if ground is not None and ground.image is not None:
        yield ground.image, *_whole(size, covering_crop(ground.pixels, size))
    for placed in _flat(page.placed):
        found = _picture(placed.content)
        if found is not None:
            yield found[0], *_whole((placed.box.w, placed.box.h), found[1])


def pictures_in(scene: Scene) -> Iterator[Path]:
    """The picture files placed on the pages of a scene, each as often as it is placed."""
    for page in scene.pages:
        for placed in _flat(page.placed):
            found = _picture(placed.content)
            if found is not None:
                yield found[0]


def _flat(placed: tuple[Placed, ...]) -> Iterator[Placed]:
    for item in placed:
        yield item
        if isinstance(item.content, Group):
            yield from _flat(item.content.children)


def _picture(content: Content) -> tuple[Path, Crop] | None:
    """The file of what shows one, and what of it is cut off."""
    match content:
        case Picture(image=image, crop=crop):
            return image.path, crop
        case Media(block=block, crop=crop) if block.clip.poster:
            return block.clip.poster.path, crop
        case _:
            return None


def _whole(shown: tuple[float, float], crop: Crop = UNCUT) -> tuple[float, float]:
    left, top, right, bottom = crop
    return shown[0] / max(1 - left - right, 0.01), shown[1] / max(1 - top - bottom, 0.01)


def place_of(path: Path, scene: Scene) -> Span | None:
    """Where in the outline a file that a page shows or plays is named first."""
    for page in scene.pages:
        if page.background is not None and page.background.image == path:
            return page.background.span
        for placed in _flat(page.placed):
            match placed.content:
                case Picture(image=image) if image.path == path:
                    return image.span
                case Media(block=block) if block.clip.path == path:
                    return block.span
                case Media(block=block) if block.clip.poster and block.clip.poster.path == path:
                    return block.clip.poster.span
    return None
