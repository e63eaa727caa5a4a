"""Theme, master and layouts: where PowerPoint's Design tab finds colours, fonts and styles."""

from __future__ import annotations

import pytest

from deckgen.slots import SlotKind
from deckgen.theme import Theme
from tests.writers.pptx.reading import Parts
from tests.writers.scenes import sample_scene

MASTER = "ppt/slideMasters/slideMaster1.xml"


def resolved(parts: Parts, theme_part: str, mapping: str, name: str) -> str:
    """The colour that a scheme name shows through a part's colour map."""
    (slot,) = parts.find(mapping, f"//p:clrMap/@{name}")
    (color,) = parts.find(theme_part, f"//a:clrScheme/a:{slot}/a:srgbClr/@val")
    return f"#{color}"


@pytest.mark.parametrize("dark", [False, True])
def test_roles_reach_their_colours_through_the_map(dark: bool) -> None:
    scene = sample_scene(dark)
    parts, colors = Parts(scene), scene.theme.colors
    for name, role in [("bg1", "background"), ("tx1", "text"), ("bg2", "surface"), ("tx2", "muted"),
                       ("accent1", "accent1"), ("hlink", "link")]:  # fmt: skip
        assert resolved(parts, "ppt/theme/theme1.xml", MASTER, name) == colors[role]


def test_a_dark_theme_keeps_dark_colours_in_dark_slots() -> None:
    scene = sample_scene(dark=True)
    parts = Parts(scene)
    assert parts.find("ppt/theme/theme1.xml", "//a:dk1/a:srgbClr/@val") == [
        scene.theme.colors["background"][1:]
    ]


def test_fonts_are_the_themes_and_text_refers_to_them() -> None:
    parts = Parts(sample_scene())
    assert parts.find("ppt/theme/theme1.xml", "//a:majorFont/a:latin/@typeface") == ["Arial"]
    used = {
        face
        for name in parts.names
        if name.startswith(("ppt/slides/slide", "ppt/slideL", "ppt/slideM"))
        for face in parts.find(name, "//a:latin/@typeface")
    }
    assert used == {"+mj-lt", "+mn-lt", "Courier New"}  # no theme part holds a monospaced font


def test_each_master_has_a_theme_of_its_own() -> None:
    parts = Parts(sample_scene())
    slide = parts.raw[f"{MASTER.replace('slideMaster1', '_rels/slideMaster1')}.rels"].decode()
    notes = parts.raw["ppt/notesMasters/_rels/notesMaster1.xml.rels"].decode()
    assert "theme1.xml" in slide and "theme2.xml" in notes


def test_the_notes_page_is_dark_on_light_in_a_dark_theme() -> None:
    scene = sample_scene(dark=True)
    parts = Parts(scene)
    notes = "ppt/notesMasters/notesMaster1.xml"
    assert resolved(parts, "ppt/theme/theme2.xml", notes, "bg1") == scene.theme.colors["text"]
    assert resolved(parts, "ppt/theme/theme2.xml", notes, "tx1") == scene.theme.colors["background"]


def layout_parts(theme: Theme) -> list[tuple[str, str]]:
    """Names of the theme's layouts beside their parts."""
    return [(name, f"ppt/slideLayouts/slideLayout{n}.xml") for n, name in enumerate(theme.layouts, start=1)]


def test_every_slot_is_a_placeholder_of_its_layout() -> None:
    scene = sample_scene()
    parts = Parts(scene)
    for name, part in layout_parts(scene.theme):
        layout = scene.theme.layouts[name]
        assert parts.find(part, "/p:sldLayout/p:cSld/@name") == [layout.title]
        found = [(ph.get("type", ""), int(ph.get("idx", "0"))) for ph in parts.find(part, "//p:ph")]
        assert len(found) == len(layout.slots)
        for slot, (kind, index) in zip(layout.slots, found, strict=True):
            assert index == (0 if slot.kind is SlotKind.TITLE else slot.index)
            assert kind == TYPES[slot.kind] or (name, kind) == ("opening", "ctrTitle")


TYPES = {
    SlotKind.TITLE: "title", SlotKind.SUBTITLE: "subTitle", SlotKind.BODY: "", SlotKind.TEXT: "body",
    SlotKind.DATE: "dt", SlotKind.FOOTER: "ftr", SlotKind.NUMBER: "sldNum",
}  # fmt: skip


def test_layouts_say_only_how_they_differ_from_the_master() -> None:
    scene = sample_scene()
    parts = dict(layout_parts(scene.theme))
    written = Parts(scene)
    assert written.find(parts["title-body"], "//a:lstStyle/*") == []
    sizes = written.find(parts["opening"], "//p:sp[.//p:ph/@type='ctrTitle']//a:lvl1pPr/a:defRPr/@sz")
    assert sizes == ["5000"]
    first = "//p:sp[.//p:ph/@idx='1']//a:lstStyle/a:lvl1pPr"
    assert written.find(parts["comparison"], f"{first}/a:buNone")
    assert written.find(parts["comparison"], f"{first}/@marL") == ["0"]


def test_master_levels_are_the_bodys() -> None:
    scene = sample_scene()
    parts, body = Parts(scene), scene.theme.styles["body"]
    for n in range(9):
        look = body.level(n)
        (level,) = parts.find(MASTER, f"//p:bodyStyle/a:lvl{n + 1}pPr")
        assert int(level.get("marL")) == round(look.indent * 12700)
        assert int(level.get("indent")) == -round(look.hang * 12700)
        found = level.xpath("*[local-name()='defRPr']/@sz | *[local-name()='buChar']/@char")
        assert found == [look.bullet, str(round(look.size * 100))]


def test_decorations_are_marked_decorative() -> None:
    scene = sample_scene()
    parts = Parts(scene)
    for name, part in layout_parts(scene.theme):
        marked = parts.find(part, "//p:cNvPr[.//*[local-name()='decorative'][@val='1']]/@name")
        assert marked == [d.name for d in scene.theme.layouts[name].decorations]


def test_fonts_are_described_to_programs_that_lack_them() -> None:
    parts = Parts(sample_scene())
    (latin,) = parts.find("ppt/theme/theme1.xml", "//a:majorFont/a:latin")
    assert dict(latin.attrib) == {
        "typeface": "Arial", "panose": "020B0604020202020204", "pitchFamily": "34", "charset": "0",
    }  # fmt: skip
