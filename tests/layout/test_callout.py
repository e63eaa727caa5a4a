"""Callouts: a label in the language around, what stands in them, a rule at the side where reading begins."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deckgen.color import contrast
from deckgen.diagnostics import Report
from deckgen.layout.labels import LANGUAGES, label
from deckgen.model import (
    Align,
    Background,
    Block,
    Callout,
    CalloutKind,
    Paragraph,
    Size,
    Slide,
    TextBlock,
    ThemeRef,
    characters,
)
from deckgen.scene import Page, Part, Placed, PlacedText, Shape
from deckgen.theme import CalloutLook, ColorRef, Theme
from deckgen.themefile import load_theme, theme_names
from tests.layout.test_place import PAGE, bullets, leaves, scene_of, text


def theme_named(name: str) -> Theme:
    found = load_theme(ThemeRef(name=name), PAGE, Report())
    assert found
    return found


@pytest.fixture(scope="module")
def theme() -> Theme:
    return theme_named("lecture")


def remark(kind: CalloutKind = CalloutKind.NOTE, words: str = "A remark", title: str = "") -> Callout:
    inside = TextBlock(parts=(Paragraph(text=text(words)),))
    return Callout(kind=kind, title=text(title) if title else (), content=(inside,))


def page_of(theme: Theme, *blocks: Block, lang: str | None = None, inverse: bool = False) -> Page:
    background = Background(inverse=True) if inverse else None
    slide = Slide(title=text("Remarks"), blocks=blocks, lang=lang, background=background)
    scene, report = scene_of(theme, slide)
    assert report.sorted() == []
    return scene.pages[0]


def one(page: Page, part: Part) -> Placed:
    (found,) = (placed for placed in page.placed if placed.part is part)
    return found


def words(placed: Placed) -> str:
    assert isinstance(placed.content, PlacedText)
    return characters(placed.content.paragraphs[0].text)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_a_word_for_every_kind(lang: str) -> None:
    found = [label(kind, lang) for kind in CalloutKind]
    assert all(found)
    assert len(set(found)) == len(CalloutKind)


@pytest.mark.parametrize(
    ("lang", "word"),
    [
        ("en", "Theorem"), ("en-GB", "Theorem"), ("de-AT", "Satz"), ("no", "Teorem"), ("zh-Hant-TW", "定理"),
        ("zh-CN", "定理"), ("xx", "Theorem"), ("", "Theorem"), ("PT-br", "Teorema"), ("ar", "مبرهنة"),
    ],
)  # fmt: skip
def test_a_label_is_in_the_language_of_its_tag_or_in_english(lang: str, word: str) -> None:
    assert label(CalloutKind.THEOREM, lang) == word


def test_the_traditional_and_the_simplified_script_differ() -> None:
    found = [label(CalloutKind.EXAMPLE, tag) for tag in ("zh", "zh-Hant", "zh-TW", "zh-HK")]
    assert found == ["示例", "範例", "範例", "範例"]


def test_the_label_says_kind_and_title_in_the_slide_s_language(theme: Theme) -> None:
    page = page_of(theme, remark(CalloutKind.DEFINITION, title="Primzahl"), lang="de")
    assert words(one(page, Part.CALLOUT)) == "Definition · Primzahl"
    assert words(one(page_of(theme, remark(CalloutKind.TIP), lang="fr"), Part.CALLOUT)) == "Conseil"


@pytest.mark.parametrize("lang", [None, "ar"])
def test_everything_stands_in_the_panel_with_the_rule_where_reading_begins(
    theme: Theme, lang: str | None
) -> None:
    block = Callout(kind=CalloutKind.TIP, content=(bullets("one", "two"),))
    page = page_of(theme, block, lang=lang)
    panel, rule = one(page, Part.PANEL).box, one(page, Part.RULE).box
    inside = [one(page, part).box for part in (Part.RULE, Part.CALLOUT, Part.BULLETS)]
    for box in inside:
        assert panel.x - 0.01 <= box.x and box.right <= panel.right + 0.01
        assert panel.y - 0.01 <= box.y and box.bottom <= panel.bottom + 0.01
    assert (rule.x == panel.x) if lang is None else (rule.right == pytest.approx(panel.right))
    assert one(page, Part.CALLOUT).box.bottom <= one(page, Part.BULLETS).box.y


@pytest.mark.parametrize("name", theme_names())
@pytest.mark.parametrize("inverse", [False, True])
@pytest.mark.parametrize("kind", CalloutKind)
def test_every_label_can_be_read_on_its_panel(name: str, inverse: bool, kind: CalloutKind) -> None:
    theme = theme_named(name)
    page = page_of(theme, remark(kind), inverse=inverse)
    grounds = [p.content.fill for p in page.placed if p.part is Part.PANEL and isinstance(p.content, Shape)]
    assert len(grounds) == theme.callout.panel
    (ground,) = grounds or [ColorRef("background")]
    label_text = one(page, Part.CALLOUT).content
    assert isinstance(label_text, PlacedText) and ground
    shown = theme.hex(label_text.paragraphs[0].look.color, inverse)
    assert contrast(shown, theme.hex(ground, inverse)) >= 4.5
    rules = [p.content.fill for p in page.placed if p.part is Part.RULE and isinstance(p.content, Shape)]
    assert rules == ([label_text.paragraphs[0].look.color] if theme.callout.width else [])


@pytest.mark.parametrize("inverse", [False, True])
def test_a_panel_may_have_its_kind_s_own_colour(theme: Theme, inverse: bool) -> None:
    tinted = replace(theme, callout=CalloutLook(tint=0.85, width=0.0))
    page = page_of(tinted, remark(CalloutKind.WARNING), remark(CalloutKind.TIP), inverse=inverse)
    fills = [p.content.fill for p in page.placed if p.part is Part.PANEL and isinstance(p.content, Shape)]
    roles = [theme.callouts[kind].role for kind in (CalloutKind.WARNING, CalloutKind.TIP)]
    assert [fill.role for fill in fills if fill] == roles
    paper = theme.hex(ColorRef("background"), inverse)
    assert all(contrast(theme.hex(fill, inverse), paper) < 1.7 for fill in fills if fill)
    assert not [p for p in page.placed if p.part is Part.RULE]


def test_size_and_alignment_hold_for_what_stands_in_it(theme: Theme) -> None:
    inside = TextBlock(parts=(Paragraph(text=text("Small")),))
    small = Callout(kind=CalloutKind.NOTE, content=(inside,), size=Size.SMALL, align=Align.CENTER)
    around = bullets(*"abcdefgh")
    normal = one(page_of(theme, remark(), around), Part.TEXT).content
    found = one(page_of(theme, small, around), Part.TEXT).content
    assert isinstance(normal, PlacedText) and isinstance(found, PlacedText)
    assert found.paragraphs[0].look.size < normal.paragraphs[0].look.size
    assert found.paragraphs[0].look.align == "center"


def test_a_full_slide_of_remarks_stays_on_its_page(theme: Theme) -> None:
    blocks = [remark(kind, "Some words that take a line or two of the slide. " * 2) for kind in CalloutKind][
        :4
    ]
    page = page_of(theme, *blocks)
    assert all(placed.box.bottom <= 510 for placed in leaves(page.placed) if placed.part is Part.PANEL)
