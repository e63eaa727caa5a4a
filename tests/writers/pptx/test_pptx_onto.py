"""Decks on a template: what is kept of it, what goes, and how slides sit in its placeholders."""

from __future__ import annotations

import json
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from deckgen.scene import Page, Scene
from deckgen.template import Template
from deckgen.theme import ColorRef
from deckgen.writers.pptx import write
from tests.rendering import require
from tests.writers.pptx.reading import Parts
from tests.writers.pptx.templates import (
    LAYOUTS,
    change,
    sample_template,
    templated_scene,
)
from tools.rendering.programs import ooxml_validator

PRESENTATION = "ppt/presentation.xml"
MENDED = {"ppt/slideLayouts/slideLayout3.xml", "ppt/slideLayouts/_rels/slideLayout3.xml.rels"}


@cache
def scene() -> Scene:
    return templated_scene()


@cache
def parts() -> Parts:
    return Parts(scene())


def number(id: str) -> int:
    """The number, from 1, of the slide with this id."""
    return scene().targets[id] + 1


def page(id: str) -> Page:
    return scene().pages[scene().targets[id]]


def on_theme(**changes: object) -> Scene:
    """The scene on the same template with another theme's tokens."""
    made = scene()
    return replace(made, theme=replace(made.theme, **changes))  # type: ignore[arg-type]


def test_the_same_scene_gives_the_same_bytes() -> None:
    assert write(scene()) == parts().data


def test_masters_layouts_and_themes_are_kept_byte_for_byte() -> None:
    template = scene().theme.template
    assert template is not None
    with zipfile.ZipFile(template.path) as archive:
        before = {name: archive.read(name) for name in archive.namelist()}
    kept = (
        "ppt/slideMasters/",
        "ppt/slideLayouts/",
        "ppt/theme/",
        "ppt/notesMasters/",
        "ppt/printerSettings/",
    )
    same = [name for name in before if name.startswith(kept) and name not in MENDED]
    assert len(same) > 20
    assert [name for name in same if parts().raw.get(name) != before[name]] == []


def test_sample_slides_go_with_all_that_hangs_on_them() -> None:
    whole = b"".join(parts().raw.values())
    assert b"A sample" not in whole and b"Samples" not in whole
    assert not [name for name in parts().names if name.startswith(("ppt/charts/", "ppt/embeddings/"))]
    assert "docProps/thumbnail.jpeg" not in parts().names
    found = parts().find(PRESENTATION, "//p:custShowLst | //@firstSlideNum")
    assert found == []


def test_the_slides_and_sections_are_ours() -> None:
    ids = parts().find(PRESENTATION, "//p:sldId/@id")
    assert len(ids) == len(set(ids)) == len(scene().pages)
    assert parts().find(PRESENTATION, "//p14:section/@name") == ["On a template", "One"]
    assert sorted(parts().find(PRESENTATION, "//p14:sldId/@id")) == sorted(ids)


def test_other_extensions_of_the_presentation_stay() -> None:
    assert "{EFAFB233-063F-42B5-8137-9DF3F51BA10A}" in parts().find(PRESENTATION, "//p:ext/@uri")


def test_a_shape_that_led_to_a_sample_slide_leads_nowhere() -> None:
    layout = "ppt/slideLayouts/slideLayout3.xml"
    assert parts().find(layout, "//p:cNvPr[@name='Contents']")
    assert parts().find(layout, "//@r:id") == []


def test_slides_stand_on_the_layouts_that_they_were_laid_out_on() -> None:
    names = {layout: name for name, (layout, _) in LAYOUTS.items()}
    assert names
    for n, shown in enumerate(scene().pages, start=1):
        rels = parts().raw[f"ppt/slides/_rels/slide{n}.xml.rels"].decode()
        (target,) = [part.split('"')[0] for part in rels.split("../slideLayouts/")[1:]]
        (name,) = parts().find(f"ppt/slideLayouts/{target}", "/p:sldLayout/p:cSld/@name")
        assert name == LAYOUTS[shown.layout.name][0]


def test_what_a_placeholder_has_is_not_written() -> None:
    title = "//p:sp[.//p:ph/@type='title']"
    assert parts().slide(number("plan"), f"{title}//a:xfrm | {title}//a:lstStyle/* | {title}//@sz") == []
    assert parts().slide(number("plan"), f"{title}//a:bodyPr/@*") == []


def test_no_placeholder_shrinks_its_text() -> None:
    assert parts().find("ppt/slideMasters/slideMaster1.xml", "//a:normAutofit")
    for n, _ in enumerate(scene().pages, start=1):
        bodies = parts().slide(n, "//p:sp[.//p:ph[@type='title' or @idx='1']]//a:bodyPr")
        assert all(body.find("{*}noAutofit") is not None for body in bodies)


def test_what_is_moved_has_a_place_of_its_own_without_insets() -> None:
    moved = "//p:sp[.//p:cNvPr/@name='Text']"
    (body,) = parts().slide(number("columns"), f"{moved}//a:bodyPr")
    assert {body.get(side) for side in ("lIns", "tIns", "rIns", "bIns")} == {"0"}
    assert parts().slide(number("columns"), f"{moved}//a:off/@x") == [str(492 * 12700)]


def test_placeholders_are_those_of_the_layout() -> None:
    assert parts().slide(number("plan"), "//p:sp[.//p:cNvPr/@name='Bullets']//p:ph/@idx") == ["1"]
    assert parts().slide(number("opening"), "//p:ph/@type") == ["ctrTitle", "subTitle", "dt"]
    byline = parts().slide(number("opening"), "//p:sp[.//p:cNvPr/@name='Author']")[0]
    assert byline.find(".//{*}ph") is None  # the template has no place for authors: a text box


def test_only_pictures_fill_a_placeholder_for_pictures() -> None:
    media = page("picture")
    assert parts().slide(number("picture"), "//p:pic//p:ph/@type") == ["pic"]
    words = page("plan").placed[1]
    with_words = replace(words, slot="media", name="Words")
    swapped = replace(media, placed=(media.placed[0], with_words))
    written = Parts(replace(scene(), pages=(swapped,), sections=(), targets={}))
    assert written.slide(1, "//p:sp[.//p:cNvPr/@name='Words']//p:ph") == []
    assert written.slide(1, "//p:sp[.//p:cNvPr/@name='Words']//a:xfrm")


def test_a_layouts_colour_map_is_repeated_on_its_slides() -> None:
    n = number("opening")
    assert page("opening").layout.inverse
    assert parts().slide(n, "//a:overrideClrMapping/@bg1") == ["dk1"]
    assert "bg1" not in parts().slide(n, "//a:schemeClr/@val")  # its text is called text


def test_without_one_colours_are_exchanged_by_name() -> None:
    n, slot = number("alone"), page("alone").layout.slot("subtitle")
    assert slot is not None
    assert parts().slide(n, "//p:clrMapOvr/a:masterClrMapping")
    muted = templated_with(ColorRef("muted"))
    assert muted.slide(n, "//p:sp[.//p:ph/@idx='1']//a:schemeClr/@val") == ["bg2"]


def templated_with(color: ColorRef) -> Parts:
    """The deck with the second page's subtitle in another colour."""
    made, n = scene(), scene().targets["alone"]
    shown = made.pages[n]
    placed = shown.placed[1]
    look = replace(placed.content.paragraphs[0].look, color=color)  # type: ignore[union-attr]
    paragraph = replace(placed.content.paragraphs[0], look=look)  # type: ignore[union-attr]
    content = replace(placed.content, paragraphs=(paragraph,))  # type: ignore[arg-type]
    changed = replace(shown, placed=(shown.placed[0], replace(placed, content=content)))
    pages = (*made.pages[:n], changed, *made.pages[n + 1 :])
    return Parts(replace(made, pages=pages))


def test_an_inverse_page_on_a_light_layout_says_its_ground_and_text() -> None:
    n = number("columns")
    assert page("columns").inverse and not page("columns").layout.inverse
    assert parts().slide(n, "//p:bg//a:schemeClr/@val") == ["tx1"]
    assert parts().slide(n, "//p:clrMapOvr/a:masterClrMapping")
    assert set(parts().slide(n, "//p:sp[.//p:ph/@type='title']//a:schemeClr/@val")) == {"bg1"}


def test_links_on_exchanged_pages_have_a_colour_that_is_written() -> None:
    made = scene()
    n = made.targets["inline"]
    exchanged = replace(made.pages[n], inverse=True)
    written = Parts(replace(made, pages=(exchanged,), sections=(), targets={}))
    links = written.slide(1, "//a:rPr[a:hlinkClick]")
    assert links
    for run in links:
        assert run.xpath(".//*[local-name()='hlinkClr']/@val") == ["tx"]
        assert run.xpath("*[local-name()='solidFill']/*/@val") == [
            {"accent2": "accent2"}[made.theme.inverted["link"]]
        ]
    assert not parts().slide(n + 1, "//*[local-name()='hlinkClr']")


def test_media_get_names_that_are_free() -> None:
    template = sample_template(lambda parts: parts.update({"ppt/media/IMAGE7.png": b"x"}), use_picture)
    written = Parts(templated_scene(template))
    assert written.raw["ppt/media/IMAGE7.png"] == b"x"
    assert "ppt/media/image8.png" in written.names
    assert len({name.lower() for name in written.names}) == len(written.names)


def use_picture(parts: dict[str, bytes]) -> None:
    """A master that refers to a picture."""
    master = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
    change(
        parts, master, "</Relationships>",
        '<Relationship Id="rId77" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        'image" Target="../media/IMAGE7.png"/></Relationships>',
    )  # fmt: skip


def lose_picture(parts: dict[str, bytes]) -> None:
    """A layout's picture whose part is missing from the file, and one whose relationship is."""
    for rid in ("rId8", "rId404"):
        pic = (
            f'<p:pic><p:nvPicPr><p:cNvPr id="{rid[3:]}1" name="Logo"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr>'
            f'<p:blipFill><a:blip r:embed="{rid}"/></p:blipFill><p:spPr/></p:pic></p:spTree>'
        )
        change(parts, "ppt/slideLayouts/slideLayout2.xml", "</p:spTree>", pic)
    change(
        parts, "ppt/slideLayouts/_rels/slideLayout2.xml.rels", "</Relationships>",
        '<Relationship Id="rId8" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        'image" Target="../media/lost.png"/></Relationships>',
    )  # fmt: skip


def test_references_to_what_a_template_lacks_are_taken_out() -> None:
    written = Parts(templated_scene(sample_template(lose_picture)))
    layout = "ppt/slideLayouts/slideLayout2.xml"
    assert len(written.find(layout, "//a:blip")) == 2
    assert written.find(layout, "//@r:embed") == []
    assert b"lost.png" not in written.raw["ppt/slideLayouts/_rels/slideLayout2.xml.rels"]


def link_twice(parts: dict[str, bytes]) -> None:
    """Two shapes that lead to one address, each by a relationship of its own, on a layout that is mended."""
    layout, rels = "ppt/slideLayouts/slideLayout3.xml", "ppt/slideLayouts/_rels/slideLayout3.xml.rels"
    for rid in ("rId20", "rId21"):
        shape = (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{rid[3:]}" name="Link"><a:hlinkClick r:id="{rid}"/></p:cNvPr>'
            "<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/></p:sp></p:spTree>"
        )
        change(parts, layout, "</p:spTree>", shape)
        change(
            parts, rels, "</Relationships>",
            f'<Relationship Id="{rid}" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
            'relationships/hyperlink" Target="https://example.org/" TargetMode="External"/></Relationships>',
        )  # fmt: skip


def test_relationships_to_one_target_all_stay() -> None:
    written = Parts(templated_scene(sample_template(link_twice)))
    rels = written.raw["ppt/slideLayouts/_rels/slideLayout3.xml.rels"].decode()
    wanted = written.find("ppt/slideLayouts/slideLayout3.xml", "//@r:id")
    assert wanted == ["rId20", "rId21"]
    assert all(f'Id="{rid}"' in rels for rid in wanted)


def with_task_pane(parts: dict[str, bytes]) -> None:
    """A template that brings along an add-in, with its pane."""
    pane = (
        '<Override PartName="/ppt/webextensions/taskpanes.xml" '
        'ContentType="application/vnd.ms-office.webextensiontaskpanes+xml"/></Types>'
    )
    change(parts, "[Content_Types].xml", "</Types>", pane)
    parts["ppt/webextensions/taskpanes.xml"] = b"<x/>"
    change(
        parts, "_rels/.rels", "</Relationships>",
        '<Relationship Id="rId99" Type="http://schemas.microsoft.com/office/2011/relationships/'
        'webextensiontaskpanes" Target="ppt/webextensions/taskpanes.xml"/></Relationships>',
    )  # fmt: skip


def test_add_ins_are_left_out() -> None:
    written = Parts(templated_scene(sample_template(with_task_pane)))
    assert not [name for name, data in written.raw.items() if "webext" in name or b"webext" in data]


@pytest.mark.parametrize("data", [b"", b"<a:tblStyleLst", b"<x/>"])
def test_damaged_table_styles_are_replaced(data: bytes) -> None:
    def damage(parts: dict[str, bytes]) -> None:
        parts["ppt/tableStyles.xml"] = data

    written = Parts(templated_scene(sample_template(damage)))
    assert len(written.find("ppt/tableStyles.xml", "/a:tblStyleLst[@def]/a:tblStyle")) == 2


def test_table_styles_keep_no_picture_that_they_no_longer_have() -> None:
    def fill(parts: dict[str, bytes]) -> None:
        style = (
            b'<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://'
            b'schemas.openxmlformats.org/officeDocument/2006/relationships" def="{0}"><a:tblStyle '
            b'styleId="{1}" styleName="Photo"><a:tblBg><a:fill><a:blipFill><a:blip r:embed="rId1"/></a:blipFill>'
            b"</a:fill></a:tblBg></a:tblStyle></a:tblStyleLst>"
        )
        parts["ppt/tableStyles.xml"] = style

    written = Parts(templated_scene(sample_template(fill)))
    assert written.find("ppt/tableStyles.xml", "//a:blip")
    assert written.find("ppt/tableStyles.xml", "//@r:embed") == []


def with_programs(parts: dict[str, bytes]) -> None:
    """A template with macros, named as one."""
    types = "[Content_Types].xml"
    main = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
    change(parts, types, main, "application/vnd.ms-powerpoint.template.macroEnabled.main+xml")
    bin_type = '<Override PartName="/ppt/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/>'
    change(parts, types, "</Types>", f"{bin_type}</Types>")
    parts["ppt/vbaProject.bin"] = b"Attribute VB_Name"
    change(
        parts, "ppt/_rels/presentation.xml.rels", "</Relationships>",
        '<Relationship Id="rId99" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" '
        'Target="vbaProject.bin"/></Relationships>',
    )  # fmt: skip


def test_macros_are_left_out_and_the_deck_is_a_presentation() -> None:
    written = Parts(templated_scene(sample_template(with_programs)))
    types = written.raw["[Content_Types].xml"].decode()
    assert "presentationml.presentation.main+xml" in types
    assert "macro" not in types and "vba" not in types
    assert not [name for name in written.names if "vba" in name]
    assert b"vbaProject" not in written.raw["ppt/_rels/presentation.xml.rels"]


def test_a_template_without_a_notes_master_gets_one_in_its_colours() -> None:
    written = Parts(templated_scene(sample_template(noted=False)))
    (master,) = [name for name in written.names if name.startswith("ppt/notesMasters/notes")]
    rels = written.raw["ppt/notesMasters/_rels/notesMaster1.xml.rels"].decode()
    assert "../theme/theme2.xml" in rels
    assert written.raw["ppt/theme/theme2.xml"] == written.raw["ppt/theme/theme1.xml"]
    assert written.find(master, "//p:clrMap/@bg1") == ["lt1"]
    assert written.find(PRESENTATION, "//p:notesMasterId/@r:id")


def test_table_styles_of_the_template_stay_beside_ours() -> None:
    styles = "ppt/tableStyles.xml"
    names = parts().find(styles, "//a:tblStyle/@styleName")
    assert len(names) == len(set(names)) == 2
    plain, exchanged = parts().find(styles, "//a:tblStyle")
    colors = [style.xpath(".//*[local-name()='schemeClr']/@val") for style in (plain, exchanged)]
    assert "tx1" in colors[0] and "bg1" in colors[1] and "tx1" not in colors[1]


def test_fonts_that_the_theme_part_lacks_are_named() -> None:
    made = scene().theme.fonts
    heading = replace(made["heading"], name="Gotham", scheme=False)
    written = Parts(on_theme(fonts={**made, "heading": heading}))
    assert "Gotham" in written.slide(number("timeline"), "//a:latin/@typeface")
    assert "+mj-lt" not in written.slide(number("timeline"), "//a:latin/@typeface")


def share_theme(parts: dict[str, bytes]) -> None:
    """A notes master with the theme of the slides, as some programs write it."""
    change(parts, "ppt/notesMasters/_rels/notesMaster1.xml.rels", "theme2.xml", "theme1.xml")
    del parts["ppt/theme/theme2.xml"]


def test_two_masters_do_not_share_a_theme() -> None:
    written = Parts(templated_scene(sample_template(share_theme)))
    assert b"theme1.xml" in written.raw["ppt/slideMasters/_rels/slideMaster1.xml.rels"]
    assert b"theme2.xml" in written.raw["ppt/notesMasters/_rels/notesMaster1.xml.rels"]
    assert written.raw["ppt/theme/theme2.xml"] == written.raw["ppt/theme/theme1.xml"]


def grade(parts: dict[str, bytes]) -> None:
    """Titles filled with a gradient, which LibreOffice draws black."""
    master = "ppt/slideMasters/slideMaster1.xml"
    head, _, rest = parts[master].decode().partition("<p:titleStyle>")
    plain = '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
    stops = "".join(f'<a:gs pos="{at}"><a:schemeClr val="tx1"/></a:gs>' for at in (0, 100_000))
    graded = f"<a:gradFill><a:gsLst>{stops}</a:gsLst></a:gradFill>"
    assert plain in rest.partition("</p:titleStyle>")[0]
    parts[master] = f"{head}<p:titleStyle>{rest.replace(plain, graded, 1)}".encode()


def test_a_gradient_in_text_is_made_plain() -> None:
    title = "//p:sp[.//p:ph/@type='title']//a:lstStyle//a:solidFill/a:schemeClr/@val"
    assert parts().slide(number("plan"), title) == []
    written = Parts(templated_scene(sample_template(grade)))
    assert set(written.slide(number("plan"), title)) == {"tx1"}


def turn(parts: dict[str, bytes]) -> None:
    """A template whose lists run from right to left."""
    master = "ppt/slideMasters/slideMaster1.xml"
    head, _, rest = parts[master].decode().partition("<p:bodyStyle>")
    turned = rest.replace('algn="l"', 'algn="r"').replace('rtl="0"', 'rtl="1"')
    parts[master] = f"{head}<p:bodyStyle>{turned}".encode()


def test_what_runs_from_left_to_right_says_so_where_the_template_does_not() -> None:
    bullets = "//p:sp[.//p:cNvPr/@name='Bullets']//a:pPr"
    (first, *_) = parts().slide(number("plan"), bullets)
    assert first.get("rtl") is None
    for paragraph in Parts(templated_scene(sample_template(turn))).slide(number("plan"), bullets):
        assert (paragraph.get("rtl"), paragraph.get("algn")) == ("0", "l")


def test_numbers_do_not_come_out_of_the_font_of_bullets() -> None:
    for automatic in parts().slide(number("numbers"), "//a:buAutoNum"):
        before = [sibling.tag.rpartition("}")[2] for sibling in automatic.itersiblings(preceding=True)]
        assert before[:2] == ["buFont", "buSzPct"]


TEMPLATES: dict[str, Callable[[], Template]] = {
    "as it is": sample_template, "with macros": lambda: sample_template(with_programs),
    "with lost pictures": lambda: sample_template(lose_picture),
    "with a shared theme": lambda: sample_template(share_theme),
    "without notes": lambda: sample_template(noted=False),
}  # fmt: skip


@pytest.mark.parametrize("kind", TEMPLATES)
def test_the_open_xml_sdk_finds_no_error(kind: str, tmp_path: Path) -> None:
    require("the Open XML SDK validator")
    template = TEMPLATES[kind]()
    path = tmp_path / "deck.pptx"
    path.write_bytes(write(templated_scene(template)))
    done = subprocess.run(
        [str(ooxml_validator()), str(path)], capture_output=True, text=True, timeout=120, check=False
    )
    assert json.loads(done.stdout)["errors"] == []
