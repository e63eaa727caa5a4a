"""A chart takes the room that is left, under its title and over its caption."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deckgen.color import contrast
from deckgen.diagnostics import Report
from deckgen.figures.charts import PALETTE, ChartType, Series
from deckgen.figures.charts import Chart as Spec
from deckgen.layout import place
from deckgen.model import Block, Chart, Deck, Paragraph, Run, Slide, TextBlock, ThemeRef
from deckgen.scene import ChartFigure, Part, Placed
from deckgen.theme import SEEN, ColorRef, Theme
from deckgen.themefile import load_theme
from tests.writers.charted import OUTLINE

SPEC = Spec(ChartType.COLUMN, (Series("Steel", (1.0, 2.0)),), ("1920", "1930"))
CHART = Chart(chart=SPEC, alt="Steel")


def themed(name: str) -> Theme:
    theme = load_theme(ThemeRef(name=name), (960.0, 540.0), Report())
    assert theme
    return theme


def placed(*blocks: Block, lang: str = "en") -> dict[Part, Placed]:
    slide = Slide(title=(Run("One"),), blocks=blocks)
    deck = Deck(file=OUTLINE, title=(Run("Deck"),), lang=lang, slides=(slide,))
    report = Report()
    scene = place(deck, themed("lecture"), report)
    assert report.sorted() == []
    return {item.part: item for item in scene.pages[0].placed}


def figure(item: Placed) -> ChartFigure:
    assert isinstance(item.content, ChartFigure)
    return item.content


def test_a_chart_alone_takes_the_stage() -> None:
    chart = placed(CHART)[Part.CHART]
    assert chart.box.w > 800 and chart.box.h > 300
    assert chart.slot == "media"
    assert figure(chart).figure.width == chart.box.w


def test_title_and_caption_stand_above_and_below() -> None:
    words = (Run("A sentence"),)
    found = placed(replace(CHART, title=words, caption=words, credit=words))
    title, chart, caption = (found[part] for part in (Part.CHART_TITLE, Part.CHART, Part.CAPTION))
    plot = figure(chart).figure.plot
    assert title.box.bottom <= chart.box.y + plot.y
    assert chart.box.y + plot.bottom < caption.box.y
    assert caption.box.bottom <= 540


def test_text_takes_what_it_needs_and_the_chart_the_rest() -> None:
    text = TextBlock(parts=(Paragraph(text=(Run("Words beside it."),)),))
    found = placed(text, CHART)
    assert found[Part.CHART].box.x > found[Part.TEXT].box.x + 300
    assert figure(found[Part.CHART]).figure.size < figure(placed(CHART)[Part.CHART]).figure.size


def test_width_narrows_it() -> None:
    whole, half = placed(CHART)[Part.CHART], placed(replace(CHART, width=0.5))[Part.CHART]
    assert half.box.w < whole.box.w * 0.55


def test_words_are_found_for_those_who_see_nothing() -> None:
    assert figure(placed(CHART)[Part.CHART]).alt == "Steel"
    assert figure(placed(replace(CHART, alt=""))[Part.CHART]).alt == "Steel: 1920 1, 1930 2"
    assert figure(placed(replace(CHART, alt="", decorative=True))[Part.CHART]).alt == ""


def test_numbers_and_direction_are_those_of_the_language() -> None:
    spec = replace(SPEC, series=(Series("Steel", (1.5, 2.5)),), labels=True)
    assert "1,5" in figure(placed(replace(CHART, chart=spec), lang="de")[Part.CHART]).figure.words
    assert figure(placed(CHART, lang="he")[Part.CHART]).figure.mirrored
    assert figure(placed(replace(CHART, chart=spec, lang="fr"))[Part.CHART]).figure.chart.lang == "fr"


@pytest.mark.parametrize("name", ["lecture", "swiss", "night"])
@pytest.mark.parametrize("inverse", [False, True])
def test_every_series_can_be_told_from_its_ground(name: str, inverse: bool) -> None:
    theme = themed(name)
    ground = theme.hex(ColorRef("background"), inverse)
    for role in (ink.role for ink in PALETTE):
        ref = theme.mark(role, inverse=inverse)
        assert contrast(theme.hex(ref, inverse), ground) >= SEEN
        on = theme.hex(theme.readable_on(ref, inverse), inverse)
        assert contrast(on, theme.hex(ref, inverse)) >= SEEN
