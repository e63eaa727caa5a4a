"""Pages → slide parts and their notes pages."""

from __future__ import annotations

from deckgen.scene import Page, Scene
from deckgen.writers.pptx import notes
from deckgen.writers.pptx.background import background, veil
from deckgen.writers.pptx.charts.parts import Charts
from deckgen.writers.pptx.colors import color_map_override
from deckgen.writers.pptx.context import ShapeIds, SlideContext
from deckgen.writers.pptx.links import PartLinks
from deckgen.writers.pptx.markup import HEADER, ROOT_NS, quoted
from deckgen.writers.pptx.media import Media
from deckgen.writers.pptx.package import PRESENTATION_ML, Package, Relationships
from deckgen.writers.pptx.shapes import shape_tree
from deckgen.writers.pptx.table import TableWriter
from deckgen.writers.pptx.text import TextWriter
from deckgen.writers.pptx.timing import timing_xml
from deckgen.writers.pptx.transitions import transition_xml

CONTENT_TYPE = f"{PRESENTATION_ML}.slide+xml"


class SlideWriter:
    """Adds the slides of one scene to a package."""

    def __init__(self, scene: Scene, package: Package, media: Media) -> None:
        self._scene, self._package = scene, package
        theme = scene.theme
        self._text = {
            inverse: TextWriter(theme.fonts, mark, theme.code[inverse].tokens)
            for inverse, mark in theme.marks.items()
        }
        self._tables = {inverse: TableWriter(theme, text) for inverse, text in self._text.items()}
        self._media = media
        self._charts = Charts(package, theme)
        self._layouts = {name: n for n, name in enumerate(scene.theme.layouts, start=1)}
        self._beside = {id: f"slide{n + 1}.xml" for id, n in scene.targets.items()}

    def add(self, n: int, page: Page) -> None:
        """Add slide `n` from 1, and its notes page."""
        relationships = Relationships()
        relationships.to("slideLayout", f"../slideLayouts/slideLayout{self._layouts[page.layout.name]}.xml")
        if notes.has_notes(page):
            relationships.to("notesSlide", f"../notesSlides/notesSlide{n}.xml")
        xml = self._slide(page, relationships)
        self._package.add(f"ppt/slides/slide{n}.xml", CONTENT_TYPE, xml, relationships)
        if notes.has_notes(page):
            self._add_notes(n, page)

    def _slide(self, page: Page, relationships: Relationships) -> str:
        links = PartLinks(relationships, self._beside)
        theme = self._scene.theme
        context = SlideContext(
            theme, page.layout, self._text[page.inverse], self._tables[page.inverse], self._media,
            self._charts, relationships, links, ShapeIds(), exchanged=page.inverse != page.layout.inverse,
            animated=frozenset(effect.target for click in page.clicks for effect in click),
        )  # fmt: skip
        ground = background(page, context)
        tree = shape_tree(page, context, veil(page.background, theme, context.ids))
        hidden = ' show="0"' if page.slide.hidden else ""
        return (
            f'{HEADER}<p:sld {ROOT_NS}{hidden}><p:cSld name="{quoted(page.id)}">{ground}{tree}</p:cSld>'
            f"{color_map_override(theme, page.inverse, page.layout.inverse)}"
            f"{transition_xml(page.transition, self._scene.pages[0].rtl)}"
            f"{timing_xml(page.clicks, context.drawn, context.beside, context.playing)}</p:sld>"
        )

    def _add_notes(self, n: int, page: Page) -> None:
        relationships = Relationships()
        relationships.to("notesMaster", "../notesMasters/notesMaster1.xml")
        relationships.to("slide", f"../slides/slide{n}.xml")
        # A notes page may refer to no slide but its own: in notes, links to slides are plain words.
        xml = notes.notes_xml(page, self._text[self._scene.theme.dark], PartLinks(relationships, {}))
        self._package.add(f"ppt/notesSlides/notesSlide{n}.xml", notes.CONTENT_TYPE, xml, relationships)
