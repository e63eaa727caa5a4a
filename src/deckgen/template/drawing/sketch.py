"""What everything that is drawn on one part has in common: its package, colours, styles and definitions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count
from typing import TYPE_CHECKING

from deckgen.template.drawing.colors import Color, Palette, color_in
from deckgen.template.drawing.media import Media
from deckgen.template.package import Package
from deckgen.template.xml import child, elements, whole

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from deckgen.template.drawing.typesetting import Typesetter


@dataclass(slots=True)
class Studio:
    """What all drawings of a template share: numbers for ids, pictures, type, and what could not be drawn.

    `text_styles` are those that text in shapes inherits, the nearest first.
    """

    media: Media
    typesetter: Typesetter
    text_styles: tuple[Element, ...] = ()
    undrawn: dict[str, None] = field(default_factory=dict)
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def new_id(self) -> str:
        """An id that nothing else in the file has: slides' ids hold no full stops."""
        return f"template.{next(self._numbers)}"

    def give_up(self, what: str) -> None:
        """Note what is not drawn, in words."""
        self.undrawn.setdefault(what)


@dataclass(frozen=True, slots=True)
class Sketch:
    """The drawing of one part.

    `part` is whose relationships `r:embed` goes by.  `styles` is the theme's `a:fmtScheme`, which stands in
    `theme_part`; `group_fill` what `a:grpFill` means.  `definitions` collects gradients and the like,
    `pictures` the ids of shared pictures that it uses.
    """

    studio: Studio
    part: str
    palette: Palette
    styles: Element | None = None
    theme_part: str = ""
    group_fill: Element | None = None
    definitions: list[str] = field(default_factory=list)
    pictures: dict[str, None] = field(default_factory=dict)

    @property
    def package(self) -> Package:
        """Where pictures come from."""
        return self.studio.media.package

    def define(self, markup: str) -> str:
        """Add a definition (with "{id}" where its id belongs) and return the id."""
        name = self.studio.new_id()
        self.definitions.append(markup.replace("{id}", name, 1))
        return name

    def in_theme(self, own: Color | None) -> Sketch:
        """The same for what the theme's styles describe, with the colour that they are to use."""
        return replace(self, part=self.theme_part or self.part, palette=self.palette.with_own(own))

    def within(self, fill: Element | None) -> Sketch:
        """The same for the members of a group with a fill."""
        return replace(self, group_fill=fill if fill is not None else self.group_fill)

    def themed(self, ref: Element | None, kind: str) -> tuple[Element, Sketch] | None:
        """The style of a `kind` ("fill", "ln", "effect") that a reference names, and the sketch for it."""
        number = whole(ref, "idx") or 0
        if kind == "fill" and number > 1000:
            kind, number = "bgFill", number - 1000
        styles = list(elements(child(self.styles, f"a:{kind}StyleLst")))
        if not 0 < number <= len(styles):
            return None
        return styles[number - 1], self.in_theme(color_in(ref, self.palette))
