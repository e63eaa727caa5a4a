"""A Scene → a PowerPoint file, every part of it written here."""

from __future__ import annotations

from deckgen.renditions import Renditions, renditions_of
from deckgen.scene import Scene
from deckgen.writers.pptx import layouts, master, notes, presentation, properties, table, theme_part
from deckgen.writers.pptx.media import Media
from deckgen.writers.pptx.package import OPC_METADATA, PRESENTATION_ML, Package, Relationships
from deckgen.writers.pptx.slides import SlideWriter

__all__ = ["write"]


def write(scene: Scene, renditions: Renditions | None = None) -> bytes:
    """The bytes of the .pptx; the same scene (and SOURCE_DATE_EPOCH) gives the same bytes.

    Raises OSError where a picture or film can no longer be read.
    """
    package = Package()
    noted = sum(map(notes.has_notes, scene.pages))
    _add_presentation(package, scene, noted)
    renditions = renditions or renditions_of(scene)
    media = Media(package, renditions)
    _add_master(package, scene, media)
    if noted:
        _add_notes_master(package, scene)
    slides = SlideWriter(scene, package, media)
    for n, page in enumerate(scene.pages, start=1):
        slides.add(n, page)
    return package.to_bytes()


def _add_presentation(package: Package, scene: Scene, noted: int) -> None:
    package.root.to("officeDocument", "ppt/presentation.xml")
    package.root.to(f"{OPC_METADATA}/core-properties", "docProps/core.xml")
    package.root.to("extended-properties", "docProps/app.xml")
    package.add("docProps/core.xml", properties.CORE_TYPE, properties.core_xml(scene))
    package.add("docProps/app.xml", properties.APP_TYPE, properties.app_xml(scene, noted))
    relationships = Relationships()
    xml = presentation.presentation_xml(scene, relationships, bool(noted))
    fixed = {
        "presProps": presentation.PRESENTATION_PROPERTIES,
        "viewProps": presentation.VIEW_PROPERTIES,
        "tableStyles": table.table_styles_xml(scene.theme),
    }
    relationships.to("theme", "theme/theme1.xml")
    for kind in fixed:
        relationships.to(kind, f"{kind}.xml")
    package.add("ppt/presentation.xml", f"{PRESENTATION_ML}.presentation.main+xml", xml, relationships)
    for kind, part in fixed.items():
        package.add(f"ppt/{kind}.xml", f"{PRESENTATION_ML}.{kind}+xml", part)


def _add_master(package: Package, scene: Scene, media: Media) -> None:
    theme = scene.theme
    package.add("ppt/theme/theme1.xml", theme_part.CONTENT_TYPE, theme_part.theme_xml(scene))
    relationships = Relationships()
    xml = master.master_xml(theme, relationships, len(theme.layouts))
    package.add("ppt/slideMasters/slideMaster1.xml", master.CONTENT_TYPE, xml, relationships)
    for n, layout in enumerate(theme.layouts.values(), start=1):
        own = Relationships()
        own.to("slideMaster", "../slideMasters/slideMaster1.xml")
        part = layouts.layout_xml(layout, theme, own, media)
        package.add(f"ppt/slideLayouts/slideLayout{n}.xml", layouts.CONTENT_TYPE, part, own)


def _add_notes_master(package: Package, scene: Scene) -> None:
    package.add("ppt/theme/theme2.xml", theme_part.CONTENT_TYPE, theme_part.theme_xml(scene))
    relationships = Relationships()
    relationships.to("theme", "../theme/theme2.xml")
    xml = notes.notes_master_xml(scene.theme)
    package.add("ppt/notesMasters/notesMaster1.xml", notes.MASTER_CONTENT_TYPE, xml, relationships)
