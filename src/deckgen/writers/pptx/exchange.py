"""Colour roles on the pages of a template → the names that slides write, where light and dark are exchanged.

A theme of our own exchanges them by a colour map on the slide.  Such a map would recolour the template's own
shapes, too: on its pages, the slide names the other colour instead.
"""

from __future__ import annotations

import re
from dataclasses import replace

from deckgen.scene import Page
from deckgen.slots import Inherited, Layout
from deckgen.theme import COLOR_ROLES, ColorRef, LevelStyle, TextStyle, Theme
from deckgen.writers.pptx.colors import SCHEME
from deckgen.writers.pptx.markup import attribute

UNLIKE = ColorRef("")
"""A colour that equals no role's."""

_NAMED = re.compile(r'(?<=<a:schemeClr val=")\w+(?=")')


class Exchange:
    """Exchanges the colours of one template's pages where they have to be."""

    def __init__(self, theme: Theme) -> None:
        self._inverted = theme.inverted
        self._names = {SCHEME[role]: SCHEME[theme.inverted.get(role, role)] for role in SCHEME}
        masters = theme.template.masters if theme.template else ()
        self._maps = {layout.part: layout.override for master in masters for layout in master.layouts}
        self._bases: dict[tuple[int, bool, bool, bool], TextStyle] = {}

    def color_map(self, layout: Layout) -> str:
        """`p:clrMapOvr` of the slides on a layout: the layout's own, as PowerPoint copies it, or none."""
        own = self._map(layout)
        inner = "<a:masterClrMapping/>"
        if own:
            inner = f"<a:overrideClrMapping{''.join(attribute(*pair) for pair in own.items())}/>"
        return f"<p:clrMapOvr>{inner}</p:clrMapOvr>"

    def needed(self, layout: Layout, inverse: bool) -> bool:
        """Whether what an inverse page, or one that is not, shows on a layout goes by the other names."""
        return inverse != (layout.inverse and self._map(layout) is not None)

    def exchanged(self, xml: str) -> str:
        """The XML of a slide or a chart with all its scheme colours exchanged by name."""
        return _NAMED.sub(lambda name: self._names.get(name[0], name[0]), xml)

    def base(self, inherited: Inherited, page: Page) -> TextStyle:
        """What a page inherits from its layout, the layout's roles turned into the page's.

        A gradient inherited is like no colour: not every program draws one.
        """
        style, graded = inherited.style, inherited.graded
        if page.inverse == page.layout.inverse and not graded:
            return style
        there = self.needed(page.layout, page.layout.inverse)
        here = self.needed(page.layout, page.inverse)
        key = (id(style), graded, there, here)  # the theme keeps it alive
        if key not in self._bases:
            levels = [self._seen(level, there, here) for level in style.levels]
            if graded:
                levels = [replace(level, color=UNLIKE) for level in levels]
            self._bases[key] = TextStyle(style.name, tuple(levels))
        return self._bases[key]

    def _map(self, layout: Layout) -> dict[str, str] | None:
        return self._maps.get(layout.part) if layout.part else None

    def _seen(self, level: LevelStyle, there: bool, here: bool) -> LevelStyle:
        return replace(
            level,
            color=self._role(level.color, there, here),
            bullet_color=self._role(level.bullet_color, there, here),
        )

    def _role(self, ref: ColorRef, there: bool, here: bool) -> ColorRef:
        """The role that is written `here` as `ref` is `there`; where there is none, one like no other."""
        if ref.role.startswith("#"):
            return ref
        written = self._written(ref.role, there)
        same = (role for role in (ref.role, *COLOR_ROLES) if self._written(role, here) == written)
        return replace(ref, role=next(same, UNLIKE.role))

    def _written(self, role: str, exchanged: bool) -> str:
        return self._inverted.get(role, role) if exchanged else role
