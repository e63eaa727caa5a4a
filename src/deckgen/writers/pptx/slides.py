"""Pages → slide parts and their notes pages."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from deckgen.model import Role
from deckgen.scene import Page, Scene
from deckgen.writers.pptx import notes, overrides
from deckgen.writers.pptx.background import background, veil
from deckgen.writers.pptx.charts.parts import Charts
from deckgen.writers.pptx.colors import color_map_override
from deckgen.writers.pptx.context import ShapeIds, SlideContext
from deckgen.writers.pptx.exchange import Exchange
from deckgen.writers.pptx.links import PartLinks
from deckgen.writers.pptx.markup import HEADER, ROOT_NS, quoted
from deckgen.writers.pptx.media import Media
from deckgen.writers.pptx.package import PRESENTATION_ML, Package, Relationships, beside
from deckgen.writers.pptx.shapes import shape_tree
from deckgen.writers.pptx.table import EXCHANGED_ID, STYLE_ID, TableWriter
from deckgen.writers.pptx.text import TextWriter
from deckgen.writers.pptx.timing import timing_xml
from deckgen.writers.pptx.transitions import transition_xml

CONTENT_TYPE = f"{PRESENTATION_ML}.slide+xml"


@dataclass(frozen=True, slots=True)
class Names:
    """What the parts of a deck are called: its layouts by our names of them, its slides in order."""

    layouts: dict[str, str]
    slides: tuple[str, ...]
    notes_master: str | None


class SlideWriter:
    """Adds the slides of one scene to a package."""

    def __init__(self, scene: Scene, package: Package, names: Names, media: Media) -> None:
        self._scene, self._package, self._names = scene, package, names
        self._exchange = Exchange(scene.theme) if scene.theme.template else None
        self._writers: dict[tuple[bool, bool], tuple[TextWriter, TableWriter]] = {}
        self._media = media
        self._charts = Charts(package, scene.theme)
        self._beside = {id: posixpath.basename(names.slides[n]) for id, n in scene.targets.items()}

    def add(self, n: int, page: Page) -> None:
        """Add slide `n` from 0, and its notes page."""
        relationships, own = Relationships(), self._names.slides[n]
        relationships.to("slideLayout", beside(self._names.layouts[page.layout.name], own))
        noted = f"ppt/notesSlides/notesSlide{n + 1}.xml"
        if notes.has_notes(page):
            relationships.to("notesSlide", beside(noted, own))
        self._package.add(own, CONTENT_TYPE, self._slide(page, relationships), relationships)
        if notes.has_notes(page) and self._names.notes_master:
            self._add_notes(noted, own, page, self._names.notes_master)

    def _slide(self, page: Page, relationships: Relationships) -> str:
        exchange = self._exchange
        by_name = exchange is not None and exchange.needed(page.layout, page.inverse)
        text, tables = self._written(page.inverse, by_name)
        context = SlideContext(
            self._scene.theme, page, text, tables, self._media, self._charts, relationships,
            PartLinks(relationships, self._beside), ShapeIds(), exchange, by_name,
            animated=frozenset(effect.target for click in page.clicks for effect in click),
        )  # fmt: skip
        ground = background(page, context)
        tree = shape_tree(page, context, veil(page.background, context.theme, context.ids))
        if exchange:
            ground, tree = overrides.reset(ground), overrides.reset(tree)
        if exchange and by_name:
            ground, tree = exchange.exchanged(ground), exchange.exchanged(tree)
        hidden = ' show="0"' if page.slide.hidden else ""
        return (
            f'{HEADER}<p:sld {ROOT_NS}{hidden}><p:cSld name="{quoted(page.id)}">{ground}{tree}</p:cSld>'
            f"{self._color_map(page)}"
            f"{transition_xml(page.transition, self._scene.pages[0].rtl)}"
            f"{timing_xml(page.clicks, context.drawn, context.beside, context.playing)}</p:sld>"
        )

    def _color_map(self, page: Page) -> str:
        if self._exchange:
            return self._exchange.color_map(page.layout)
        return color_map_override(self._scene.theme, page.inverse, page.layout.inverse)

    def _written(self, inverse: bool, by_name: bool) -> tuple[TextWriter, TableWriter]:
        """The writers for pages that are alike in their colours, and in the names of these."""
        if (inverse, by_name) not in self._writers:
            theme = self._scene.theme
            words = {Role.ACCENT: theme.word("accent1", inverse), Role.MUTED: theme.word("muted", inverse)}
            text = TextWriter(
                theme.fonts, theme.marks[inverse], theme.code[inverse].tokens, by_name,
                words, theme.word("link", inverse),
            )  # fmt: skip
            table = TableWriter(theme, text, EXCHANGED_ID if by_name else STYLE_ID)
            self._writers[inverse, by_name] = text, table
        return self._writers[inverse, by_name]

    def _add_notes(self, name: str, slide: str, page: Page, master: str) -> None:
        relationships = Relationships()
        relationships.to("notesMaster", beside(master, name))
        relationships.to("slide", beside(slide, name))
        text, _ = self._written(self._scene.theme.dark, False)
        # A notes page may refer to no slide but its own: in notes, links to slides are plain words.
        xml = notes.notes_xml(page, text, PartLinks(relationships, {}))
        self._package.add(name, notes.CONTENT_TYPE, xml, relationships)
