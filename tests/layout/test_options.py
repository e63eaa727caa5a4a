"""What an author may say of most blocks: size, align, place, width."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest

from deckgen.diagnostics import Report
from deckgen.pipeline import build_scene
from deckgen.scene import Group, Page, Placed, PlacedParagraph, PlacedText
from deckgen.slots import Box

WIDE = "src: pictures/wide.png, alt: A plane"
CASES = Path(__file__).parents[1] / "cases" / "good"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the pictures of the good cases."""
    copytree(CASES / "pictures", tmp_path / "pictures")
    return tmp_path


def page_of(folder: Path, slide: str, theme: str = "lecture") -> Page:
    outline = folder / "deck.yaml"
    outline.write_text(f"title: Deck\nopening: false\nslides:\n  - title: One\n{slide}", encoding="utf-8")
    report = Report()
    scene = build_scene(outline, report, theme)
    assert scene is not None, report.sorted()
    return scene.pages[0]


def box(page: Page, name: str) -> Box:
    return next(one.box for one in page.placed if one.name == name)


def paragraphs(page: Page) -> dict[str, PlacedParagraph]:
    """The paragraphs of a page by their words."""
    return {p.text[0].text: p for one in leaves(page.placed) for p in text_of(one)}


def leaves(placed: tuple[Placed, ...]) -> Iterator[Placed]:
    for one in placed:
        if isinstance(one.content, Group):
            yield from leaves(one.content.children)
        else:
            yield one


def text_of(placed: Placed) -> tuple[PlacedParagraph, ...]:
    return placed.content.paragraphs if isinstance(placed.content, PlacedText) else ()


@pytest.mark.parametrize(("theme", "ratio"), [("lecture", 1.2), ("night", 1.25)])
def test_a_size_is_a_step_of_the_themes_scale(folder: Path, theme: str, ratio: float) -> None:
    page = page_of(
        folder,
        """    content:
      - text: {text: small, size: small}
      - text: normal
      - text: {text: large, size: large}
      - callout: {text: inside, size: small}
""",
        theme,
    )
    looks = {words: p.look.size for words, p in paragraphs(page).items()}
    assert looks["small"] == pytest.approx(looks["normal"] / ratio, abs=0.3)
    assert looks["large"] == pytest.approx(looks["normal"] * ratio, abs=0.3)
    assert looks["inside"] == looks["small"]


def test_small_text_keeps_to_the_floor(folder: Path) -> None:
    many = "\n".join(f"        - an item of a long list, number {n}" for n in range(13))
    page = page_of(folder, f"    bullets:\n      size: small\n      items:\n{many}\n")
    assert min(p.look.size for p in paragraphs(page).values() if p.level == 0 and p.marker) >= 14


def test_lines_stand_where_they_are_asked_to(folder: Path) -> None:
    page = page_of(
        folder,
        """    content:
      - text: {text: middle, align: center}
      - bullets: {items: [end], align: end}
      - quote: {text: said, by: by, align: center}
      - text: start
""",
    )
    found = {words: p.look.align for words, p in paragraphs(page).items()}
    assert found["middle"] == found["said"] == found["by"] == "center"
    assert found["end"] == "end"
    assert found["start"] == "start"


def test_a_statement_in_the_middle_is_in_that_of_the_page(folder: Path) -> None:
    outline = folder / "deck.yaml"
    outline.write_text(
        "title: Deck\nopening: false\nslides:\n  - quote: {text: Alone, by: Me, align: center}\n",
        encoding="utf-8",
    )
    scene = build_scene(outline, Report())
    assert scene
    for name in ("Quote", "Source", "Quote Mark"):
        at = box(scene.pages[0], name)
        assert at.x + at.w / 2 == pytest.approx(480, abs=0.1)
    assert box(scene.pages[0], "Quote Mark").bottom <= box(scene.pages[0], "Quote").y + 0.01


def test_a_width_is_a_share_of_the_body_and_in_a_column_of_the_column(folder: Path) -> None:
    page = page_of(folder, f"    image: {{{WIDE}, width: 20%}}\n    timeline: [1917: a]\n")
    assert box(page, "Image").w == pytest.approx(848 * 0.2, abs=0.1)
    page = page_of(folder, f"    columns:\n      - image: {{{WIDE}, width: 50%}}\n      - text: a\n")
    assert box(page, "Image").w == pytest.approx((848 - 24) / 4, abs=0.1)


def test_a_picture_alone_and_narrow_stays_in_the_middle(folder: Path) -> None:
    at = box(page_of(folder, f"    image: {{{WIDE}, width: 40%}}\n"), "Image")
    assert at.w == pytest.approx(848 * 0.4, abs=0.1)
    assert at.x + at.w / 2 == pytest.approx(480, abs=0.1)


@pytest.mark.parametrize("place", ["left", "right"])
def test_a_picture_stands_at_the_side_that_it_names(folder: Path, place: str) -> None:
    for rest in ("    timeline: [1917: a]\n", "    columns:\n      - text: a\n      - text: b\n"):
        page = page_of(folder, f"    image: {{{WIDE}, width: 30%, place: {place}}}\n{rest}")
        picture = box(page, "Image")
        others = [o.box for o in page.placed if o.name.startswith(("Timeline", "Text"))]
        assert others
        for other in others:
            apart = other.x - picture.right if place == "left" else picture.x - other.right
            assert apart >= 23.9
        assert picture.w <= (848 - 24) * 0.3 + 0.1


def test_left_is_left_in_a_column_read_from_right_to_left(folder: Path) -> None:
    slide = f"""    lang: he
    columns:
      - image: {{{WIDE}, place: left, width: 40%}}
        text: שלום
      - text: עולם
"""
    page = page_of(folder, slide)
    picture = box(page, "Image")
    text = next(o.box for o in page.placed if any(p.text[0].text == "שלום" for p in text_of(o)))
    assert picture.right <= text.x


def test_above_and_below_hold_in_a_column(folder: Path) -> None:
    slide = f"""    columns:
      - text: a
        image: {{{WIDE}, place: above}}
      - image: {{{WIDE}, place: below}}
        text: b
"""
    page = page_of(folder, slide)
    assert box(page, "Image").bottom <= box(page, "Text").y
    assert box(page, "Text 2").bottom <= box(page, "Image 2").y
