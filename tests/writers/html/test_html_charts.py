"""Charts in the HTML are SVG with real text, and tables for those who do not see them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from lxml import html as lxml_html

from deckgen import pipeline
from deckgen.diagnostics import Report
from deckgen.figures.charts import data_rows
from deckgen.model import plain
from deckgen.writers.html import write
from tests.writers.charted import all_figures, charted


@cache
def page() -> Any:
    return lxml_html.fromstring(write(charted()))


def drawings() -> list[Any]:
    """The chart elements, in the order of the document."""
    return page().xpath("//*[local-name()='svg' and contains(@class, 'chart')]")  # type: ignore[no-any-return]


def test_every_chart_is_a_picture_with_a_name() -> None:
    figures = all_figures(charted())
    assert len(drawings()) == len(figures) > 10
    for drawing, figure in zip(drawings(), figures, strict=True):
        assert drawing.get("aria-label") == (figure.alt or None)
        assert drawing.get("role") == ("img" if figure.alt else None)
        assert (drawing.get("aria-hidden") == "true") is not bool(figure.alt)


def test_all_its_words_are_text() -> None:
    for drawing, figure in zip(drawings(), all_figures(charted()), strict=True):
        titles = [plain(t.paragraphs[0].text) for t in (figure.x_title, figure.y_title) if t]
        shown = ["".join(text.itertext()) for text in drawing.xpath(".//*[local-name()='text']")]
        assert sorted(shown) == sorted([*figure.figure.words, *titles])


def test_its_numbers_stand_in_a_table() -> None:
    tables = page().xpath("//table[contains(@class, 'numbers')]")
    shown = [figure for figure in all_figures(charted()) if figure.alt]
    assert len(tables) == len(shown)
    for table, figure in zip(tables, shown, strict=True):
        rows = [tuple(cell.text or "" for cell in row) for row in table.iter("tr")]
        assert rows == list(data_rows(figure.figure.chart))


def test_colours_are_custom_properties() -> None:
    for drawing in drawings():
        fills = drawing.xpath(".//@fill | .//@stroke")
        assert fills
        assert all(fill.startswith("var(--") or fill == "none" for fill in fills)


def test_each_series_is_a_group_and_may_be_a_fragment() -> None:
    built = [drawing for drawing in drawings() if drawing.xpath(".//*[contains(@class, 'fragment')]")]
    assert len(built) == 1
    groups = built[0].xpath(".//*[local-name()='g' and contains(@class, 'series')]")
    assert [group.get("data-fragment-index") for group in groups] == ["0", "1", "2"]


def test_the_titles_of_axes_keep_their_marks(tmp_path: Path) -> None:
    outline = tmp_path / "deck.yaml"
    title = "CO~2~ in **ppm**, [measured](https://example.org) as $x^2$"
    outline.write_text(
        "slides:\n  - title: One\n    chart:\n      alt: x\n      data: {N: [p], A: [1]}\n"
        f'      axis: {{x: "{title}"}}\n',
        encoding="utf-8",
    )
    scene = pipeline.build_scene(outline, Report())
    assert scene is not None
    page: Any = lxml_html.fromstring(write(scene))
    drawing = page.xpath("//*[local-name()='svg']")[0]
    (text,) = [t for t in drawing.xpath(".//*[local-name()='text']") if "CO" in "".join(t.itertext())]
    assert "".join(text.itertext()).startswith("CO2 in ppm, measured as ")
    assert text.xpath("./*[@dy]/text()")[0] == "2"
    assert text.xpath("./*[@font-weight]/text()") == ["ppm"]
    assert text.xpath("./a/@href") == ["https://example.org"]
