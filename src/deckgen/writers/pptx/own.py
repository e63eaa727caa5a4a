"""A scene in a theme of our own → the package that its slides go into, with master and layouts."""

from __future__ import annotations

from deckgen.renditions import Renditions
from deckgen.scene import Scene
from deckgen.writers.pptx import layouts, master, notes, presentation, table, theme_part
from deckgen.writers.pptx.colors import color_map
from deckgen.writers.pptx.fonts import embedded_fonts
from deckgen.writers.pptx.media import Media
from deckgen.writers.pptx.package import Package, Relationships, beside
from deckgen.writers.pptx.slides import Names

PRESENTATION, TABLE_STYLES = "ppt/presentation.xml", "ppt/tableStyles.xml"
MASTER, NOTES_MASTER = "ppt/slideMasters/slideMaster1.xml", "ppt/notesMasters/notesMaster1.xml"


def started(scene: Scene, renditions: Renditions, noted: bool) -> tuple[Package, Media, Names]:
    """The package and its media; the slides are named and still missing.  Where `noted`, they have notes."""
    package = Package()
    media = Media(package, renditions)
    parts = {name: f"ppt/slideLayouts/slideLayout{n}.xml" for n, name in enumerate(scene.theme.layouts, 1)}
    names = Names(
        parts, tuple(f"ppt/slides/slide{n}.xml" for n in range(1, len(scene.pages) + 1)),
        NOTES_MASTER if noted else None,
    )  # fmt: skip
    _add_presentation(package, scene, names)
    _add_master(package, scene, names, media)
    if noted:
        _add_notes_master(package, scene)
    return package, media, names


def _add_presentation(package: Package, scene: Scene, names: Names) -> None:
    package.root.to("officeDocument", PRESENTATION)
    relationships = Relationships()
    slides = [beside(slide, PRESENTATION) for slide in names.slides]
    notes_master = beside(names.notes_master, PRESENTATION) if names.notes_master else None
    fonts = embedded_fonts(scene, package, relationships, PRESENTATION)
    xml = presentation.presentation_xml(scene, relationships, slides, notes_master, fonts)
    relationships.to("theme", "theme/theme1.xml")
    for kind in (*presentation.PROPERTIES, "tableStyles"):
        relationships.to(kind, f"{kind}.xml")
    package.add(PRESENTATION, presentation.CONTENT_TYPE, xml, relationships)
    package.add(TABLE_STYLES, table.STYLES_TYPE, table.table_styles_xml(scene.theme))


def _add_master(package: Package, scene: Scene, names: Names, media: Media) -> None:
    theme = scene.theme
    package.add("ppt/theme/theme1.xml", theme_part.CONTENT_TYPE, theme_part.theme_xml(scene))
    relationships = Relationships()
    xml = master.master_xml(theme, relationships, len(theme.layouts))
    package.add(MASTER, master.CONTENT_TYPE, xml, relationships)
    for name, layout in theme.layouts.items():
        own = Relationships()
        own.to("slideMaster", "../slideMasters/slideMaster1.xml")
        part = layouts.layout_xml(layout, theme, own, media)
        package.add(names.layouts[name], layouts.CONTENT_TYPE, part, own)


def _add_notes_master(package: Package, scene: Scene) -> None:
    package.add("ppt/theme/theme2.xml", theme_part.CONTENT_TYPE, theme_part.theme_xml(scene))
    relationships = Relationships()
    relationships.to("theme", "../theme/theme2.xml")
    # Its accents are those that are chosen for light paper.
    xml = notes.notes_master_xml(scene.theme, color_map(scene.theme, scene.theme.dark))
    package.add(NOTES_MASTER, notes.MASTER_CONTENT_TYPE, xml, relationships)
