"""A template's presentation and table styles → the deck's: our slides, sections and styles in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from deckgen.scene import Scene
from deckgen.template.problems import UnreadableError
from deckgen.template.xml import NAMESPACES, child, children, local, parse, tag
from deckgen.writers.pptx.package import Relationships
from deckgen.writers.pptx.presentation import SECTIONS, section_list, slide_ids

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

ORDER = (
    "sldMasterIdLst", "notesMasterIdLst", "handoutMasterIdLst", "sldIdLst", "sldSz", "notesSz", "smartTags",
    "embeddedFontLst", "custShowLst", "photoAlbum", "custDataLst", "kinsoku", "defaultTextStyle",
    "modifyVerifier", "extLst",
)  # fmt: skip
"""The children of `p:presentation` in the order of their schema (PresentationML, CT_Presentation)."""

OF_SLIDES = ("sldIdLst", "custShowLst", "photoAlbum", "modifyVerifier")
"""What goes with the sample slides: their list, shows and album made of them, a lock on changing them."""


def presentation_onto(
    data: bytes,
    scene: Scene,
    relationships: Relationships,
    slides: Sequence[str],
    notes: str | None,
    fonts: Sequence[str] = (),
) -> bytes:
    """The part, whose relationships are `relationships`, with `slides`, paths relative to it.

    `notes` is the path of its notes master, if it has one; one that is already there stays in the list.
    `fonts` are the `p:embeddedFont` of families that the deck carries beside those of the template.
    """
    from lxml import etree

    root = parse(data, "the presentation")
    for name in OF_SLIDES:
        for element in children(root, f"p:{name}"):
            root.remove(element)
    root.attrib.pop("firstSlideNum", "")  # slides are counted from 1, as the HTML counts them
    if notes and child(root, "p:notesMasterIdLst", "p:notesMasterId") is None:
        rid = relationships.to("notesMaster", notes)
        _put(root, f'<p:notesMasterIdLst><p:notesMasterId r:id="{rid}"/></p:notesMasterIdLst>')
    if slides:
        _put(root, f"<p:sldIdLst>{slide_ids(slides, relationships)}</p:sldIdLst>")
    if fonts:
        _add_fonts(root, fonts)
    _replace_sections(root, scene)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def table_styles_onto(data: bytes, styles: Mapping[str, str]) -> bytes:
    """The part with further `styles` (`a:tblStyle` by its id); new tables have the style that they had.

    Raises UnreadableError where it is none.
    """
    from lxml import etree

    root = parse(data, "its table styles")
    if root.tag != tag("a:tblStyleLst") or not root.get("def"):
        raise UnreadableError("is damaged: its table styles are none")
    for style in children(root, "a:tblStyle"):
        if style.get("styleId") in styles:  # in a template that was built by deckgen
            root.remove(style)
    for xml in styles.values():
        root.append(_element(xml))
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _add_fonts(root: Element, fonts: Sequence[str]) -> None:
    """Families beside those that the template carries, which may have the letters of its own slides alone:
    one that both have is ours."""
    held, made = child(root, "p:embeddedFontLst"), [_element(xml) for xml in fonts]
    if held is None:
        held = _put(root, "<p:embeddedFontLst/>")
    for entry in children(held, "p:embeddedFont"):
        if _family(entry) in map(_family, made):
            held.remove(entry)
    held.extend(made)
    root.set("embedTrueTypeFonts", "1")


def _family(entry: Element) -> str:
    named = child(entry, "p:font")
    return named.get("typeface", "").lower() if named is not None else ""


def _replace_sections(root: Element, scene: Scene) -> None:
    held = child(root, "p:extLst")
    for extension in children(root, "p:extLst", "p:ext"):
        if held is not None and extension.get("uri") == SECTIONS:
            held.remove(extension)
    made = section_list(scene)
    if made and held is None:
        held = _put(root, "<p:extLst/>")
    if made and held is not None:
        held.insert(0, _element(made))
    if held is not None and not len(held):
        root.remove(held)


def _put(root: Element, xml: str) -> Element:
    """Add a child, which `xml` is, where the schema wants it; one of the same name goes."""
    made = _element(xml)
    for old in children(root, f"p:{local(made)}"):
        root.remove(old)
    before = ORDER[: ORDER.index(local(made))]
    ahead = {tag(f"p:{name}") for name in before}
    root.insert(max((n for n, element in enumerate(root, start=1) if element.tag in ahead), default=0), made)
    return made


def _element(xml: str) -> Element:
    from lxml import etree

    names = " ".join(f'xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in ("a", "p", "r"))
    (made,) = etree.fromstring(f"<x {names}>{xml}</x>")
    return made
