"""A Scene → the presentation part: slides in order, sections, page size."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import NAMESPACE_URL, uuid5

from deckgen.scene import Scene, Section
from deckgen.writers.pptx import styles
from deckgen.writers.pptx.markup import HEADER, ROOT_NS, A, P, R, attribute, emu, quoted
from deckgen.writers.pptx.master import MASTER_ID
from deckgen.writers.pptx.package import PRESENTATION_ML, Relationships

CONTENT_TYPE = f"{PRESENTATION_ML}.presentation.main+xml"

FIRST_SLIDE_ID = 256
"""The least id that a slide may have (PresentationML, ST_SlideId)."""

SIZES = {
    (9_144_000, 6_858_000): "screen4x3",
    (9_144_000, 5_143_500): "screen16x9",
    (9_144_000, 5_715_000): "screen16x10",
}
"""Page sizes in EMU that have a name (PresentationML, ST_SlideSizeType)."""

SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"


def presentation_xml(
    scene: Scene,
    relationships: Relationships,
    slides: Sequence[str],
    notes: str | None,
    fonts: Sequence[str] = (),
) -> str:
    """The part that names all others; `relationships` are its own.

    `slides` and the notes master (`notes`, if there is one) are paths relative to it, `fonts` the
    `p:embeddedFont` of the families that the file carries.
    """
    master = relationships.to("slideMaster", "slideMasters/slideMaster1.xml")
    notes_master = ""
    if notes:
        rid = relationships.to("notesMaster", notes)
        notes_master = f'<p:notesMasterIdLst><p:notesMasterId r:id="{rid}"/></p:notesMasterIdLst>'
    listed = f"<p:sldIdLst>{slide_ids(slides, relationships)}</p:sldIdLst>" if slides else ""
    sections = section_list(scene)
    extensions = f"<p:extLst>{sections}</p:extLst>" if sections else ""
    defaults = styles.levels(styles.PLAIN, None, scene.theme.fonts)
    embed = ' embedTrueTypeFonts="1"' if fonts else ""
    embedded = f"<p:embeddedFontLst>{''.join(fonts)}</p:embeddedFontLst>" if fonts else ""
    return (
        f'{HEADER}<p:presentation {ROOT_NS}{embed} saveSubsetFonts="1"><p:sldMasterIdLst>'
        f'<p:sldMasterId id="{MASTER_ID}" r:id="{master}"/></p:sldMasterIdLst>{notes_master}{listed}'
        f'{_size(scene.theme.page)}<p:notesSz cx="6858000" cy="9144000"/>{embedded}'
        f"<p:defaultTextStyle>{defaults}</p:defaultTextStyle>{extensions}</p:presentation>"
    )


def slide_ids(slides: Sequence[str], relationships: Relationships) -> str:
    """The `p:sldId` of slides, paths relative to the presentation's part, in order."""
    return "".join(
        f'<p:sldId id="{FIRST_SLIDE_ID + n}" r:id="{relationships.to("slide", slide)}"/>'
        for n, slide in enumerate(slides)
    )


def _size(page: tuple[float, float]) -> str:
    width, height = emu(page[0]), emu(page[1])
    known = attribute("type", SIZES.get((width, height), ""))
    return f'<p:sldSz cx="{width}" cy="{height}"{known}/>'


def section_list(scene: Scene) -> str:
    """The `p:ext` of PowerPoint's section list (MS-PPTX, `sectionLst`): each slide in exactly one section."""
    if not scene.sections:
        return ""
    rows = "".join(_section(n, section) for n, section in enumerate(covering(scene)))
    return f'<p:ext uri="{SECTIONS}"><p14:sectionLst xmlns:p14="{_P14}">{rows}</p14:sectionLst></p:ext>'


def covering(scene: Scene) -> list[Section]:
    """The scene's sections, with one for the slides before the first, and no slide left out."""
    first = scene.sections[0].first
    before = [Section(scene.title or "Opening", 0, first)] if first else []
    ends = [section.first for section in scene.sections[1:]] + [len(scene.pages)]
    return before + [Section(s.name, s.first, end) for s, end in zip(scene.sections, ends, strict=True)]


def _section(n: int, section: Section) -> str:
    guid = str(uuid5(NAMESPACE_URL, f"deckgen:section:{n}:{section.name}")).upper()
    slides = "".join(f'<p14:sldId id="{FIRST_SLIDE_ID + i}"/>' for i in range(section.first, section.end))
    return (
        f'<p14:section name="{quoted(section.name)}" id="{{{guid}}}"><p14:sldIdLst>{slides}</p14:sldIdLst>'
        f"</p14:section>"
    )


PROPERTIES = {
    "presProps": f'{HEADER}<p:presentationPr xmlns:a="{A}" xmlns:r="{R}" xmlns:p="{P}"/>',
    "viewProps": f'{HEADER}<p:viewPr xmlns:a="{A}" xmlns:r="{R}" xmlns:p="{P}"/>',
}
"""What PowerPoint is told of how to show a deck: nothing but its own defaults."""
