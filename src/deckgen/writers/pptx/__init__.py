"""A Scene → a PowerPoint file, every part of it written here or kept of the template that it is built on."""

from __future__ import annotations

from deckgen.renditions import Renditions, renditions_of
from deckgen.scene import Scene
from deckgen.writers.pptx import notes, presentation, properties
from deckgen.writers.pptx.package import OPC_METADATA, PRESENTATION_ML, Package
from deckgen.writers.pptx.slides import SlideWriter

__all__ = ["write"]


def write(scene: Scene, renditions: Renditions | None = None) -> bytes:
    """The bytes of the .pptx; the same scene (and SOURCE_DATE_EPOCH) gives the same bytes.

    Raises OSError where a picture or film can no longer be read.
    """
    noted = sum(map(notes.has_notes, scene.pages))
    if scene.theme.template is None:
        from deckgen.writers.pptx.own import started
    else:
        from deckgen.writers.pptx.onto import started
    package, media, names = started(scene, renditions or renditions_of(scene), bool(noted))
    _add_properties(package, scene, noted)
    slides = SlideWriter(scene, package, names, media)
    for n, page in enumerate(scene.pages):
        slides.add(n, page)
    return package.to_bytes()


def _add_properties(package: Package, scene: Scene, noted: int) -> None:
    """What is said of the deck as a whole, and of how it is shown."""
    package.root.to(f"{OPC_METADATA}/core-properties", "docProps/core.xml")
    package.root.to("extended-properties", "docProps/app.xml")
    package.add("docProps/core.xml", properties.CORE_TYPE, properties.core_xml(scene))
    package.add("docProps/app.xml", properties.APP_TYPE, properties.app_xml(scene, noted))
    for kind, xml in presentation.PROPERTIES.items():
        package.add(f"ppt/{kind}.xml", f"{PRESENTATION_ML}.{kind}+xml", xml)
