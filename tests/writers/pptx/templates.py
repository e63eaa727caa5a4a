"""A small template with what real ones have: sample slides and what hangs on them, dark layouts, faults."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from deckgen.diagnostics import Report
from deckgen.model import Deck
from deckgen.scene import Scene, Section
from deckgen.slots import Inherited, Layout, Slot
from deckgen.template import Layout as TemplateLayout
from deckgen.template import Placeholder, Template
from deckgen.template.read import read_template
from deckgen.theme import Theme
from tests.writers.sample_pages import add_pages
from tests.writers.scenes import Pages, picture_folder, text
from tests.writers.themes import sample_theme

Parts = dict[str, bytes]

LAYOUTS: dict[str, tuple[str, dict[str, int]]] = {
    "opening": ("Title Slide", {"title": 0, "subtitle": 1, "date": 10}),
    "section": ("Section Header", {"title": 0, "subtitle": 1}),
    "title-body": ("Title and Content", {"title": 0, "body": 1, "footer": 11, "number": 12}),
    "title-only": ("Title Only", {"title": 0, "footer": 11, "number": 12}),
    "columns": ("Two Content", {"title": 0, "column1": 1, "column2": 2, "footer": 11, "number": 12}),
    "comparison": ("Comparison", {"title": 0, "column1-title": 1, "column1": 2, "column2-title": 3,
                                  "column2": 4, "footer": 11, "number": 12}),
    "media": ("Picture with Caption", {"title": 0, "media": 1, "footer": 11, "number": 12}),
    "text-media": ("Two Content", {"title": 0, "body": 1, "media": 2, "footer": 11, "number": 12}),
    "statement": ("Blank", {}),
    "blank": ("Blank", {}),
}  # fmt: skip
"""Which layouts of the template are ours, and the idx of the placeholders that are our slots."""

MAPPED = "Title Slide"
"""The layout that is dark by a colour map of its own."""

NAMED = "Section Header"
"""The layout that is dark by the names of the colours that it uses."""

_DARK_MAP = (
    '<a:overrideClrMapping bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2" accent1="accent1" accent2="accent2" '
    'accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" '
    'folHlink="folHlink"/>'
)
_DARK_GROUND = (
    '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
)
_LEAP = (
    '<p:sp><p:nvSpPr><p:cNvPr id="90" name="Contents"><a:hlinkClick r:id="rId9" '
    'action="ppaction://hlinksldjump"/></p:cNvPr><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>'
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="9144" cy="9144"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
    "</a:prstGeom></p:spPr></p:sp>"
)
_SECTIONS = (
    '<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst '
    'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"><p14:section name="Samples" '
    'id="{A073DAE3-B461-442F-A3D3-6642BD875E45}"><p14:sldIdLst><p14:sldId id="256"/><p14:sldId id="257"/>'
    "</p14:sldIdLst></p14:section></p14:sectionLst></p:ext><p:ext "
    'uri="{EFAFB233-063F-42B5-8137-9DF3F51BA10A}"><p15:sldGuideLst '
    'xmlns:p15="http://schemas.microsoft.com/office/powerpoint/2012/main"/></p:ext></p:extLst>'
)
_SHOWS = (
    '<p:custShowLst><p:custShow name="Short" id="0"><p:sldLst><p:sld r:id="rId7"/></p:sldLst></p:custShow>'
    "</p:custShowLst>"
)


def sample_template(*edits: Callable[[Parts], None], noted: bool = True) -> Template:
    """The template as it is read, after further edits of its parts; `noted`: it has a notes master."""
    path = Path(mkdtemp(prefix="deckgen-template-")) / "brand.pptx"
    parts = dict(_parts(noted))
    for edit in edits:
        edit(parts)
    path.write_bytes(packed(parts))
    report = Report()
    template = read_template(path, None, report)
    assert template is not None, report.sorted()
    return template


def packed(parts: Parts) -> bytes:
    """The zip of the parts."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return target.getvalue()


@cache
def _parts(noted: bool) -> Parts:
    """The parts of the template: python-pptx's own, with sample slides, and edited."""
    deck = Presentation()
    first = deck.slides.add_slide(deck.slide_layouts[1])
    first.shapes.title.text = "A sample slide"
    if noted:
        first.notes_slide.notes_text_frame.text = "A sample note"
    second = deck.slides.add_slide(deck.slide_layouts[5])
    second.shapes.add_picture(str(picture_folder() / "wide.png"), 0, 0)
    numbers: Any = CategoryChartData()  # type: ignore[no-untyped-call]
    numbers.categories = ["a", "b"]
    numbers.add_series("s", (1, 2))
    second.shapes.add_chart(XL_CHART_TYPE.PIE, 0, 0, Inches(2), Inches(2), numbers)
    held = BytesIO()
    deck.save(held)
    with zipfile.ZipFile(held) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    edit_presentation(parts)
    darken(parts)
    return parts


def edit_presentation(parts: Parts) -> None:
    """What PowerPoint writes of the sample slides: sections, a show of some of them; and a first number."""
    name = "ppt/presentation.xml"
    change(parts, name, "</p:presentation>", f"{_SECTIONS}</p:presentation>")
    change(parts, name, "<p:defaultTextStyle>", f"{_SHOWS}<p:defaultTextStyle>")
    change(parts, name, "<p:presentation ", '<p:presentation firstSlideNum="0" ')


def darken(parts: Parts) -> None:
    """Two dark layouts, and a shape on the second that leads to a sample slide."""
    mapped, named = (f"ppt/slideLayouts/slideLayout{n}.xml" for n in (1, 3))
    change(parts, mapped, "<a:masterClrMapping/>", _DARK_MAP)
    change(parts, named, "<p:spTree>", f"{_DARK_GROUND}<p:spTree>")
    change(parts, named, "</p:spTree>", f"{_LEAP}</p:spTree>")
    change(
        parts, named.replace("slideLayout3", "_rels/slideLayout3") + ".rels", "</Relationships>",
        '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        'slide" Target="../slides/slide1.xml"/></Relationships>',
    )  # fmt: skip


def change(parts: Parts, name: str, old: str, new: str) -> None:
    """Replace one place in a part."""
    before = parts[name].decode()
    assert before.count(old) == 1, (name, old, before.count(old))
    parts[name] = before.replace(old, new).encode()


def template_theme(template: Template) -> Theme:
    """A theme by hand: the sample's styles, on the template's layouts and in its placeholders."""
    (master,) = template.masters
    sample, found = sample_theme(), {layout.name: layout for layout in master.layouts}
    layouts = {
        name: _layout(sample.layouts[name], found[there], slots) for name, (there, slots) in LAYOUTS.items()
    }
    own = {s.style: s.inherited.style for layout in layouts.values() for s in layout.slots
           if s.inherited and "/" in s.style}  # fmt: skip
    return replace(
        sample, page=template.page, colors=master.colors, layouts=layouts, styles={**sample.styles, **own},
        template=template,
    )  # fmt: skip


def _layout(ours: Layout, theirs: TemplateLayout, slots: dict[str, int]) -> Layout:
    held = {name: _placeholder(theirs, index) for name, index in slots.items()}
    made = tuple(_slot(ours.name, slot, held.get(slot.name)) for slot in ours.slots)
    return replace(
        ours, slots=made, decorations=(), inverse=theirs.name in (MAPPED, NAMED), fill=None, part=theirs.part
    )


def _placeholder(layout: TemplateLayout, index: int) -> Placeholder:
    return next(p for p in layout.placeholders if p.index == index)


def _slot(layout: str, slot: Slot, held: Placeholder | None) -> Slot:
    if held is None:
        return replace(slot, index=None)
    name = f"{layout}/{slot.name}"
    style = replace(held.style, name=name)
    inherited = Inherited(
        held.attributes, held.frame, held.insets, style, held.resets, held.autofit, held.rtl, held.graded
    )
    used = slot.style if slot.style in ("body", "column-title") else name
    return replace(slot, box=held.box, index=held.index, anchor=held.anchor, style=used, inherited=inherited)


def templated_scene(template: Template | None = None) -> Scene:
    """The sample pages on the template."""
    theme = template_theme(template or sample_template())
    pages = Pages(theme)
    add_pages(pages)
    made = tuple(pages.pages)
    targets = {page.id: n for n, page in enumerate(made)}
    deck = Deck(file=Path("sample.yaml"), title=text("On a template"))
    return Scene(deck, theme, made, (Section("One", 1, len(made)),), targets)
