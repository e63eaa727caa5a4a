"""Fonts in the file: their parts and their list, read back by readers that are not ours."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont
from lxml import etree
from pptx import Presentation

from deckgen.fonts.families import font_named
from deckgen.scene import Scene
from tests.fonts.test_eot import Reader
from tests.writers.pptx.reading import Parts
from tests.writers.pptx.templates import change, sample_template, templated_scene
from tests.writers.scenes import sample_scene

PRESENTATION = "ppt/presentation.xml"


def carrying(scene: Scene, embed: bool = True) -> Scene:
    fonts = scene.theme.fonts | {"body": font_named("Lato")}
    return replace(scene, theme=replace(scene.theme, fonts=fonts, embed=embed))


@pytest.fixture(scope="module")
def parts() -> Parts:
    return Parts(carrying(sample_scene()))


def test_the_list_stands_after_the_size_of_notes(parts: Parts) -> None:
    (root,) = parts.find(PRESENTATION, "/p:presentation")
    names = [etree.QName(child).localname for child in root]
    assert names[names.index("notesSz") + 1] == "embeddedFontLst"
    assert root.get("embedTrueTypeFonts") == "1"


def test_each_face_leads_to_a_font_of_its_style(parts: Parts) -> None:
    (entry,) = parts.find(PRESENTATION, "//p:embeddedFontLst/p:embeddedFont")
    font, *faces = entry
    assert (font.get("typeface"), font.get("panose")) == ("Lato", "020F0502020204030203")
    styles = [etree.QName(face).localname for face in faces]
    assert styles == [s for s in ("regular", "bold", "italic", "boldItalic") if s in styles]
    assert "regular" in styles
    related = Presentation(BytesIO(parts.data)).part.rels
    for face, style in zip(faces, styles, strict=True):
        relationship = related[face.attrib[f"{{{face.nsmap['r']}}}id"]]
        assert relationship.reltype.endswith("/officeDocument/2006/relationships/font")
        assert relationship.target_part.content_type == "application/x-fontdata"
        read = Reader(relationship.target_part.blob)
        assert read.names[:2] == ["Lato", {"boldItalic": "Bold Italic"}.get(style, style.title())]
        assert TTFont(BytesIO(read.font))["name"].getDebugName(1) == "Lato"


def test_nothing_of_the_kind_is_there_by_default() -> None:
    parts = Parts(carrying(sample_scene(), embed=False))
    assert not any("font" in name for name in parts.names)
    assert parts.find(PRESENTATION, "//p:embeddedFontLst | /p:presentation/@embedTrueTypeFonts") == []


def test_fonts_are_stored_as_they_are(parts: Parts) -> None:
    with zipfile.ZipFile(BytesIO(parts.data)) as archive:
        fonts = [i for i in archive.infolist() if i.filename.endswith(".fntdata")]
    assert fonts and all(font.file_size > 1000 for font in fonts)


def test_a_template_s_fonts_stay_before_ours() -> None:
    families = ("Theirs", "LATO")  # the second is one that we carry, too: PowerPoint wants each once
    held = "".join(f'<p:embeddedFont><p:font typeface="{f}"/></p:embeddedFont>' for f in families)
    lists = f"<p:embeddedFontLst>{held}</p:embeddedFontLst>"

    def with_fonts(parts: dict[str, bytes]) -> None:
        change(parts, PRESENTATION, "<p:custShowLst>", f"{lists}<p:custShowLst>")
        parts["ppt/fonts/font7.fntdata"] = b"theirs"

    for edits, names in (((with_fonts,), ["Theirs", "Lato"]), ((), ["Lato"])):
        parts = Parts(carrying(templated_scene(sample_template(*edits))))
        assert parts.find(PRESENTATION, "//p:embeddedFont/p:font/@typeface") == names
        (root,) = parts.find(PRESENTATION, "/p:presentation")
        order = [etree.QName(child).localname for child in root]
        assert order[order.index("notesSz") + 1] == "embeddedFontLst"
