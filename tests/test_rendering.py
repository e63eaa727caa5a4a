"""Decks in every theme and two page sizes, as LibreOffice and Chromium draw them: alike, and fitting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from deckgen.slots import Box
from tests.rendering import GALLERIES, LECTURES, STRESSES, Variant, require
from tools.agreement import BAR, Bar, described
from tools.rendering.compare import Agreement, compare
from tools.rendering.decks import Drawn, build, draw, theme_fonts
from tools.rendering.likeness import Likeness
from tools.rendering.lines import Key, Lines, texts

VARIANTS = (*LECTURES, *GALLERIES, *STRESSES)
TOLERANCE = 3.0
"""Points by which ink may pass the edge of its box: overhang of letters, rounding of renderers."""

STRESS_BAR = Bar(mean=BAR.mean, least=Likeness(0.75, 0.5), equal_breaks=0.96)
"""The stress outline has words that no renderer breaks like another, and scripts that each draws with
a font of its own choice: single slides may differ there, the whole may not."""

GALLERY_BAR = Bar(mean=BAR.mean, least=Likeness(0.84, 0.80), equal_breaks=BAR.equal_breaks)
"""The gallery has a slide of monospaced words, whose letters Office's font draws otherwise than ours, and of
subscripts and a formula in the line, below which LibreOffice sets the next line lower than others do."""

each_variant = pytest.mark.parametrize("variant", VARIANTS, ids=str)


@pytest.fixture(scope="module")
def drawings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[Variant, Drawn]]:
    """All decks, drawn in one run of either renderer."""
    require("LibreOffice", "Chromium", "pdftoppm")
    folder = tmp_path_factory.mktemp("rendering")
    built = [build(v.outline, folder / "built", v.theme, v.size, str(v)) for v in VARIANTS]
    drawn = draw(built, folder, theme_fonts(folder / "fonts"))
    yield dict(zip(VARIANTS, drawn, strict=True))


@pytest.fixture(scope="module")
def agreements(drawings: dict[Variant, Drawn]) -> dict[Variant, Agreement]:
    """How far the two renderings of each deck agree."""
    return {variant: compare(drawn) for variant, drawn in drawings.items()}


@each_variant
def test_page_counts_are_equal(drawings: dict[Variant, Drawn], variant: Variant) -> None:
    drawn = drawings[variant]
    pages = len(drawn.built.scene.pages)
    assert (len(drawn.office_pictures), len(drawn.web_pictures)) == (pages, pages)


@each_variant
def test_formats_agree(agreements: dict[Variant, Agreement], variant: Variant) -> None:
    found = agreements[variant]
    bar = BAR if variant in LECTURES else GALLERY_BAR if variant in GALLERIES else STRESS_BAR
    differing = "\n".join(described(p) for p in found.paragraphs if p.longer or not p.equal)
    under = bar.failures(found)
    assert under == [], differing


@each_variant
def test_browser_has_nothing_to_say(drawings: dict[Variant, Drawn], variant: Variant) -> None:
    assert drawings[variant].problems == []


@each_variant
def test_text_stays_in_its_box(drawings: dict[Variant, Drawn], variant: Variant) -> None:
    drawn = drawings[variant]
    outside = [*outside_box(drawn, drawn.office_lines), *outside_box(drawn, drawn.web_lines)]
    assert outside == []


@each_variant
def test_texts_do_not_overlap(drawings: dict[Variant, Drawn], variant: Variant) -> None:
    drawn = drawings[variant]
    assert [*overlapping(drawn.office_lines), *overlapping(drawn.web_lines)] == []


def outside_box(drawn: Drawn, lines: dict[Key, Lines]) -> Iterator[str]:
    """The paragraphs whose ink lies outside their box or the page."""
    width, height = drawn.built.scene.theme.page
    for number, page in enumerate(drawn.built.scene.pages):
        for placed, text in texts(page):
            for index in range(len(text.paragraphs)):
                found = lines.get((number, placed.name, index))
                boxes = (placed.box, Box(0, 0, width, height))
                if found and not all(holds(box, found.ink) for box in boxes):
                    yield f"slide {number + 1}, {placed.name}, {index + 1}: {found.ink} in {placed.box}"


def holds(box: Box, ink: Box) -> bool:
    """Whether the ink lies within the box, a small tolerance apart."""
    return (
        ink.x >= box.x - TOLERANCE
        and ink.y >= box.y - TOLERANCE
        and ink.right <= box.right + TOLERANCE
        and ink.bottom <= box.bottom + TOLERANCE
    )


def overlapping(lines: dict[Key, Lines]) -> Iterator[str]:
    """Pairs of texts in different boxes of a page whose ink meets."""
    pages: dict[int, dict[str, list[Box]]] = {}
    for (page, name, _), found in lines.items():
        pages.setdefault(page, {}).setdefault(name, []).append(found.ink)
    for page, boxes in pages.items():
        inks = [(name, ink) for name, every in boxes.items() for ink in every]
        for i, (name, ink) in enumerate(inks):
            for other, other_ink in inks[i + 1 :]:
                if name != other and meet(ink, other_ink):
                    yield f"slide {page + 1}: {name} and {other}"


def meet(a: Box, b: Box) -> bool:
    """Whether two boxes share more than the tolerance in both directions."""
    wide = min(a.right, b.right) - max(a.x, b.x)
    high = min(a.bottom, b.bottom) - max(a.y, b.y)
    return wide > TOLERANCE and high > TOLERANCE


def test_a_shifted_box_is_noticed(drawings: dict[Variant, Drawn]) -> None:
    """The measuring itself: ink moved by more than the tolerance is reported."""
    drawn = drawings[VARIANTS[0]]
    moved = {
        key: replace(lines, ink=replace(lines.ink, x=lines.ink.x - TOLERANCE - 100))
        for key, lines in drawn.web_lines.items()
    }
    assert list(outside_box(drawn, moved))
