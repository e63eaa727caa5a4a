"""What python-pptx finds in a written file is what the scene says."""

from __future__ import annotations

from itertools import pairwise

import pytest

from deckgen.model import Image
from deckgen.scene import Picture
from tests.writers.pptx.reading import Parts, opened, scene_texts, shape_texts
from tests.writers.scenes import sample_scene

SCENE = sample_scene()


@pytest.mark.parametrize("dark", [False, True])
def test_every_word_of_every_page_in_reading_order(dark: bool) -> None:
    scene = sample_scene(dark)
    deck = opened(scene)
    assert len(deck.slides) == len(scene.pages)
    for page, slide in zip(scene.pages, deck.slides, strict=True):
        expected = [text for placed in page.placed for text in scene_texts(placed.content)]
        assert list(shape_texts(slide.shapes)) == expected


def test_shapes_and_slides_bear_the_names_of_the_scene() -> None:
    for page, slide in zip(SCENE.pages, opened(SCENE).slides, strict=True):
        assert slide.name == page.id
        names = [shape.name for shape in slide.shapes]
        wanted = [placed.name for placed in page.placed]
        assert names[len(names) - len(wanted) :] == wanted
        assert set(names[: len(names) - len(wanted)]) <= {"Dim", "Bar"}


def test_boxes_are_where_the_scene_places_them() -> None:
    for page, slide in zip(SCENE.pages, opened(SCENE).slides, strict=True):
        shapes = {shape.name: shape for shape in slide.shapes}
        for placed in page.placed:
            shape, box = shapes[placed.name], placed.box
            found = (shape.left.pt, shape.top.pt, shape.width.pt, shape.height.pt)
            assert found == pytest.approx((box.x, box.y, box.w, box.h), abs=0.01)


def test_titles_are_title_placeholders_and_no_placeholder_is_empty() -> None:
    for page, slide in zip(SCENE.pages, opened(SCENE).slides, strict=True):
        titled = any(placed.slot == "title" for placed in page.placed)
        assert (slide.shapes.title is not None) == titled
        for shape in slide.placeholders:
            is_picture = hasattr(shape, "image")
            assert is_picture or "".join(shape_texts([shape])).strip()


def test_a_placeholder_at_home_writes_neither_place_nor_style() -> None:
    parts = Parts(SCENE)
    plan = 1 + SCENE.targets["plan"]
    assert parts.slide(plan, "//p:sp[p:nvSpPr/p:nvPr/p:ph]/p:spPr/*") == []
    assert parts.slide(plan, "//a:lstStyle/*") == []
    assert parts.slide(plan, "//a:rPr/@sz | //a:rPr/@b | //a:rPr/*") == []


def test_a_moved_box_writes_its_place() -> None:
    parts = Parts(SCENE)
    number = 1 + SCENE.targets["columns"]
    moved = parts.slide(number, "//p:sp[.//p:cNvPr/@name='Text']/p:spPr/a:xfrm/a:off/@y")
    assert moved == [str(round(260.5 * 12700))]


def test_a_smaller_body_says_so_once_for_its_shape() -> None:
    parts = Parts(SCENE)
    number = 1 + SCENE.targets["numbers"]
    sizes = parts.slide(number, "//a:lstStyle/a:lvl1pPr/a:defRPr/@sz")
    assert sizes == ["1900"]  # 24 pt × 0.8 to the half point
    assert parts.slide(number, "//a:lstStyle//a:buChar | //a:lstStyle//a:solidFill") == []
    assert parts.slide(number, "//a:rPr/@sz") == []


def test_notes_stand_on_notes_pages_and_once_for_a_split_slide() -> None:
    slides = opened(SCENE).slides
    with_notes = [SCENE.pages[n].id for n, s in enumerate(slides) if s.has_notes_slide]
    assert with_notes == ["opening", "long"]
    frame = slides[0].notes_slide.notes_text_frame
    assert [p.text for p in frame.paragraphs] == [
        "Ask who has heard of Béla Kun.", "First", "Second", "Below", "See the page.",
    ]  # fmt: skip
    assert [p.level for p in frame.paragraphs] == [0, 0, 0, 1, 0]
    parts = Parts(SCENE)
    assert parts.find("ppt/presentation.xml", "//p:notesMasterIdLst/p:notesMasterId/@r:id")
    marks = "//a:pPr/a:buChar/@char | //a:pPr/a:buAutoNum/@type"
    assert parts.find("ppt/notesSlides/notesSlide1.xml", marks) == ["•", "•", "alphaLcPeriod"]


def test_sections_hold_every_slide_once() -> None:
    parts = Parts(SCENE)
    names = parts.find("ppt/presentation.xml", "//p14:section/@name")
    assert names == ["Revolution & pact", "Alone among the powers", "Forms"]
    listed = parts.find("ppt/presentation.xml", "//p14:sldId/@id")
    assert listed == parts.find("ppt/presentation.xml", "//p:sldIdLst/p:sldId/@id")
    guids = parts.find("ppt/presentation.xml", "//p14:section/@id")
    assert len(set(guids)) == 3


def test_hidden_slides_are_hidden() -> None:
    shown = [s._element.get("show") for s in opened(SCENE).slides]
    assert [page.id for page, show in zip(SCENE.pages, shown, strict=True) if show == "0"] == ["numbers"]


def test_links_lead_where_the_author_says() -> None:
    slides = opened(SCENE).slides
    runs = [
        run
        for shape in slides[SCENE.targets["inline"]].placeholders
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
    ]
    addresses = {run.text: run.hyperlink.address for run in runs if run.hyperlink.address}
    assert addresses["a link"] == "https://example.org/a?b=c&d=e"
    assert addresses["mail"] == "mailto:a@example.org"
    picture = next(s for s in slides[SCENE.targets["gallery"]].shapes if s.name == "Image 3")
    assert picture.click_action.target_slide is slides[SCENE.targets["plan"]] or (
        picture.click_action.target_slide.slide_id == slides[SCENE.targets["plan"]].slide_id
    )


def test_pictures_have_their_words_or_are_marked_decorative() -> None:
    slides = opened(SCENE).slides
    for page, slide in zip(SCENE.pages, slides, strict=True):
        shapes = {shape.name: shape for shape in slide.shapes}
        for placed in page.placed:
            if isinstance(placed.content, Picture):
                image: Image = placed.content.image
                properties = shapes[placed.name]._element.xpath("./*/p:cNvPr")[0]
                assert properties.get("descr", "") == image.alt
                marked = properties.xpath(".//*[local-name()='decorative']/@val")
                assert marked == (["1"] if image.decorative else [])


def test_one_media_part_for_each_content() -> None:
    media = [name for name in Parts(SCENE).names if name.startswith("ppt/media/")]
    endings = sorted(name.rsplit(".")[-1] for name in media)
    assert endings == ["gif", "jpeg", "png"]  # as PNG the WebP is the picture that is there already


def test_crops_are_shares_of_the_picture() -> None:
    slide = opened(SCENE).slides[SCENE.targets["beside"]]
    picture = next(shape for shape in slide.shapes if shape.name == "Image")
    cut = (picture.crop_left, picture.crop_top, picture.crop_right, picture.crop_bottom)
    assert cut == pytest.approx((0, 0.3, 0, 0.3))


def test_document_properties(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    core = opened(SCENE).core_properties
    assert (core.title, core.author, core.subject) == (
        "Revolution & pact",
        "A. Lecturer; B. Assistant",
        "1917-1939",
    )
    assert (core.keywords, core.comments, core.language) == ("history, diplomacy", "A sample.", "en")
    assert core.created is None
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    dated = opened(SCENE).core_properties
    assert dated.created is not None and dated.created.isoformat().startswith("2001-09-09T01:46:40")


def test_the_page_number_is_a_field_with_the_number_shown() -> None:
    parts = Parts(SCENE)
    for n, page in enumerate(SCENE.pages, start=1):
        shown = [p for p in page.placed if p.name == "Slide Number"]
        fields = parts.slide(n, "//a:fld[@type='slidenum']/a:t/text()")
        assert fields == [str(n)] * len(shown)
    rtl = 1 + SCENE.targets["rtl"]
    assert parts.slide(rtl, "//a:p[a:fld]/a:r/a:t/text()") == [" / 20"]


def test_inverse_pages_exchange_light_and_dark() -> None:
    parts = Parts(SCENE)
    for n, page in enumerate(SCENE.pages, start=1):
        maps = parts.slide(n, "/p:sld/p:clrMapOvr/a:overrideClrMapping")
        assert [(m.get("bg1"), m.get("tx1")) for m in maps] == ([("dk1", "lt1")] if page.inverse else [])
        assert [(m.get("accent1"), m.get("hlink")) for m in maps] == (
            [("accent2", "accent2")] if page.inverse else []
        )


def test_slides_name_no_colour_but_the_authors() -> None:
    parts = Parts(SCENE)
    found = {
        color
        for name in parts.names
        if name.startswith(("ppt/slides/slide", "ppt/slideLayouts/slide", "ppt/slideMasters/slide"))
        for color in parts.find(name, "//a:srgbClr/@val")
    }
    assert found == {"FFF4DC", "000000"}  # a background of the author's, and the dimming of a picture


def test_ids_are_unique_and_in_range() -> None:
    parts = Parts(SCENE)
    big = [int(i) for i in parts.find("ppt/presentation.xml", "//p:sldMasterId/@id")]
    big += [int(i) for i in parts.find("ppt/slideMasters/slideMaster1.xml", "//p:sldLayoutId/@id")]
    assert len(set(big)) == len(big) == 1 + len(SCENE.theme.layouts) and min(big) >= 2**31
    slides = [int(i) for i in parts.find("ppt/presentation.xml", "//p:sldId/@id")]
    assert min(slides) >= 256 and all(a < b for a, b in pairwise(slides))
    for n in range(1, len(SCENE.pages) + 1):
        shapes = parts.slide(n, "//p:cNvPr/@id")
        assert len(set(shapes)) == len(shapes)
