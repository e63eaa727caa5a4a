"""The layouts of a template → drawings that a deck carries once, and what shows them behind its pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from markupsafe import Markup

from deckgen.fonts.families import font_named
from deckgen.scene import Page, Placed, Scene
from deckgen.text.faces import Face, role_face
from deckgen.theme import Theme
from deckgen.writers.html.styles import number

if TYPE_CHECKING:
    from deckgen.template.drawing.compose import Drawings, Fragment


@dataclass(slots=True)
class Backdrops:
    """The drawings of the layouts that pages stand on; nothing for a theme that is no template.

    `numbers` are the pages' by their ids, for templates that write them into shapes of their own.
    """

    theme: Theme
    numbers: dict[str, str] = field(default_factory=dict)
    _drawings: Drawings | None = None
    _used: dict[str, Fragment] = field(default_factory=dict)

    @classmethod
    def of(cls, scene: Scene) -> Backdrops:
        """Those of a scene."""
        return cls(scene.theme, {page.id: str(n) for n, page in enumerate(scene.pages, 1)})

    def behind(self, page: Page) -> Markup:
        """What the page's layout draws: its background, unless the slide has its own, and its shapes."""
        drawings, part = self._artist(), page.layout.part
        if drawings is None or part is None:
            return Markup("")
        drawing = drawings.layout(part)
        shown = [drawing.background] if page.background is None else []
        fragments = [fragment for fragment in (*shown, *drawing.shapes) if not fragment.empty]
        fragments += [fragment for item in page.placed if (fragment := self._own(page, item)) is not None]
        return self._shown(fragments, self.numbers.get(page.id, ""))

    @property
    def undrawn(self) -> tuple[str, ...]:
        """What of the template could not be drawn, in words."""
        return self._drawings.undrawn if self._drawings else ()

    @property
    def definitions(self) -> Markup:
        """The drawings in use, each once, with their pictures."""
        if not self._used or self._drawings is None:
            return Markup("")
        names = dict.fromkeys(name for fragment in self._used.values() for name in fragment.pictures)
        inner = self._drawings.images(names)
        inner += "".join(f'<g id="{name}">{fragment.markup}</g>' for name, fragment in self._used.items())
        return Markup(
            f'<svg class="drawings" width="0" height="0" aria-hidden="true"><defs>{inner}</defs></svg>'
        )

    def _own(self, page: Page, item: Placed) -> Fragment | None:
        """What a placeholder draws of itself where something fills it."""
        slot = page.layout.slot(item.slot) if item.slot else None
        if slot is None or slot.inherited is None or self._drawings is None or page.layout.part is None:
            return None
        box = slot.inherited.frame if item.box == slot.box else item.box
        fragment = self._drawings.placeholder(page.layout.part, slot.inherited.attributes, box)
        return None if fragment.empty else fragment

    def _shown(self, fragments: list[Fragment], shown_number: str) -> Markup:
        if not fragments:
            return Markup("")
        self._used.update({fragment.id: fragment for fragment in fragments if fragment.markup})
        width, height = (number(side) for side in self.theme.page)
        inner = "".join(
            (f'<use href="#{fragment.id}"/>' if fragment.markup else "")
            + "".join(made(shown_number) for made in fragment.numbered)
            for fragment in fragments
        )
        box = f'viewBox="0 0 {width} {height}"'
        return Markup(f'<svg class="template" {box} aria-hidden="true">{inner}</svg>')

    def _artist(self) -> Drawings | None:
        if self._drawings is None and self.theme.template is not None:
            from deckgen.template.drawing.compose import Drawings

            named = {font.name: font for font in self.theme.fonts.values()}

            def face(family: str, bold: bool, italic: bool) -> Face:
                return role_face(named.get(family) or font_named(family), bold, italic)

            self._drawings = Drawings(self.theme.template, face)
        return self._drawings
