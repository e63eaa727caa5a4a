"""A layout of a template → what lies behind its slots: a background, the master's shapes and its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from deckgen.figures.outline import num, polygon
from deckgen.template.drawing.colors import Palette
from deckgen.template.drawing.fills import fill_in, paint_of
from deckgen.template.drawing.media import Media
from deckgen.template.drawing.placeholders import placeholder_body
from deckgen.template.drawing.shapes import drawn_shapes, painted
from deckgen.template.drawing.sketch import Sketch, Studio
from deckgen.template.drawing.space import Space
from deckgen.template.drawing.text import Numbered
from deckgen.template.drawing.typesetting import Faces, Typesetter
from deckgen.template.problems import UnreadableError
from deckgen.template.xml import child, parse

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from deckgen.slots import Box
    from deckgen.template.model import Layout, Master, Template


@dataclass(frozen=True, slots=True)
class Fragment:
    """A drawing in pt from the page's corner, under an `id`; `pictures` are the images that it refers to.

    `numbered` makes what holds the slide's number, for which there is no one drawing.
    """

    id: str
    markup: str
    pictures: tuple[str, ...] = ()
    numbered: tuple[Numbered, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing is drawn."""
        return not self.markup and not self.numbered


@dataclass(frozen=True, slots=True)
class LayoutDrawing:
    """What is drawn behind the slots of a layout, the undermost first; slides may have a background of
    their own instead of the layout's."""

    background: Fragment
    shapes: tuple[Fragment, ...]


@dataclass(slots=True)
class Drawings:
    """Draws the layouts of a template, each part once for each palette that it is drawn in.

    `faces` gives the face of a family.
    """

    template: Template
    faces: Faces
    _media: Media = field(init=False)
    _studios: dict[str, Studio] = field(default_factory=dict)
    _roots: dict[str, Element | None] = field(default_factory=dict)
    _fragments: dict[tuple[str, ...], Fragment] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._media = Media(self.template.package)

    @property
    def undrawn(self) -> tuple[str, ...]:
        """What could not be drawn so far, in words, each once."""
        return tuple(dict.fromkeys(what for studio in self._studios.values() for what in studio.undrawn))

    def layout(self, part: str) -> LayoutDrawing:
        """The drawing of the layout that is a part."""
        master, layout = self._found(part)
        if master is None or layout is None:
            return LayoutDrawing(Fragment("", ""), ())
        palette = _palette(master, layout)
        shown = [master.part, layout.part] if layout.shows_master else [layout.part]
        fragments = (self._shapes(shape_part, master, palette) for shape_part in shown)
        return LayoutDrawing(
            self._background(layout, master, palette),
            tuple(fragment for fragment in fragments if not fragment.empty),
        )

    def placeholder(self, part: str, attributes: str, box: Box) -> Fragment:
        """What a layout's placeholder with these attributes draws of itself, its fill and line, in a box."""
        master, layout = self._found(part)
        root, above = self._root(part), self._root(master.part) if master else None
        if master is None or layout is None or root is None:
            return Fragment("", "")
        key = ("placeholder", part, attributes, repr(box))
        if key not in self._fragments:
            sketch = self._sketch(part, master, _palette(master, layout))
            markup = placeholder_body(root, above, master.part, attributes, box, sketch)
            self._fragments[key] = self._fragment(sketch, markup, [])
        return self._fragments[key]

    def images(self, names: Iterable[str]) -> str:
        """The elements of the pictures that fragments refer to."""
        return "".join(self._media.definition(name) for name in names)

    def svg(self, part: str, *, number: str = "", background: bool = True) -> str:
        """The whole drawing of a layout as a file of its own, perhaps without its background."""
        drawing = self.layout(part)
        fragments = (drawing.background, *drawing.shapes) if background else drawing.shapes
        names = dict.fromkeys(name for fragment in fragments for name in fragment.pictures)
        inner = "".join(
            fragment.markup + "".join(made(number) for made in fragment.numbered) for fragment in fragments
        )
        width, height = (num(side) for side in self.template.page)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
            f'viewBox="0 0 {width} {height}"><defs>{self.images(names)}</defs>{inner}</svg>'
        )

    def _found(self, part: str) -> tuple[Master | None, Layout | None]:
        for master in self.template.masters:
            for layout in master.layouts:
                if layout.part == part:
                    return master, layout
        return None, None

    def _shapes(self, part: str, master: Master, palette: Palette) -> Fragment:
        key = ("shapes", part, repr(palette))
        if key not in self._fragments:
            sketch, numbered = self._sketch(part, master, palette), list[Numbered]()
            root = self._root(part)
            tree = child(root, "p:cSld", "p:spTree")
            self._fragments[key] = self._fragment(
                sketch, drawn_shapes(tree, sketch, Space(), numbered), numbered
            )
        return self._fragments[key]

    def _background(self, layout: Layout, master: Master, palette: Palette) -> Fragment:
        """The layout's own background, or else its master's."""
        for part in (layout.part, master.part):
            background = child(self._root(part), "p:cSld", "p:bg")
            if background is None:
                continue
            key = ("background", part, repr(palette))
            if key not in self._fragments:
                sketch = self._sketch(part, master, palette)
                self._fragments[key] = self._fragment(sketch, self._ground(background, sketch), [])
            return self._fragments[key]
        return Fragment("", "")

    def _ground(self, background: Element, sketch: Sketch) -> str:
        width, height = self.template.page
        fill, at = fill_in(child(background, "p:bgPr")), sketch
        themed = sketch.themed(child(background, "p:bgRef"), "fill")
        if themed is not None:
            fill, at = themed
        page = polygon((0, 0), (width, 0), (width, height), (0, height))
        return painted([page], paint_of(fill, at, width, height), None, sketch)

    def _fragment(self, sketch: Sketch, markup: str, numbered: list[Numbered]) -> Fragment:
        definitions = "".join(sketch.definitions)
        if definitions:
            markup = f"<defs>{definitions}</defs>{markup}"
        return Fragment(sketch.studio.new_id(), markup, tuple(sketch.pictures), tuple(numbered))

    def _sketch(self, part: str, master: Master, palette: Palette) -> Sketch:
        styles = child(self._root(master.theme_part), "a:themeElements", "a:fmtScheme")
        return Sketch(self._studio(master), part, palette, styles, master.theme_part)

    def _studio(self, master: Master) -> Studio:
        """What the drawings of a master and its layouts share."""
        if master.part not in self._studios:
            other = child(self._root(master.part), "p:txStyles", "p:otherStyle")
            default = child(self._root("ppt/presentation.xml"), "p:defaultTextStyle")
            fonts = {"+mj-lt": master.fonts["heading"], "+mn-lt": master.fonts["body"]}
            studio = Studio(self._media, Typesetter(self.faces, fonts))
            if self._studios:
                studio = replace(next(iter(self._studios.values())), typesetter=studio.typesetter, undrawn={})
            styles = tuple(style for style in (default, other) if style is not None)
            self._studios[master.part] = replace(studio, text_styles=styles)
        return self._studios[master.part]

    def _root(self, part: str) -> Element | None:
        """The root of a part; None where it is not there or not readable."""
        if part not in self._roots:
            data = self.template.package.parts.get(part)
            try:
                self._roots[part] = None if data is None else parse(data, part)
            except UnreadableError:
                self._roots[part] = None
        return self._roots[part]


def _palette(master: Master, layout: Layout) -> Palette:
    """The colours by the names that hold on a layout, for the master's shapes as well as its own."""
    names = master.color_map if layout.override is None else layout.override
    return Palette(master.scheme, names).with_roles(layout.colors)
