"""A chart's numbers are those that its author wrote, whichever way they are given."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.diagnostics import Report
from deckgen.figures.charts import Bounds, ChartType, Series, Stacking
from deckgen.model import Chart, plain
from deckgen.source.reader import read_deck
from tests.source.outlines import TODAY


def read(folder: Path, chart: str, lang: str = "en") -> Chart:
    """The chart of a deck of one slide, read in silence."""
    outline = folder / "deck.yaml"
    outline.write_text(f"lang: {lang}\nslides:\n  - title: One\n    chart: {chart}\n", encoding="utf-8")
    report = Report()
    deck = read_deck(outline, report, TODAY)
    assert report.sorted() == []
    assert deck is not None
    (block,) = deck.slides[0].blocks
    assert isinstance(block, Chart)
    return block


@pytest.mark.parametrize(
    "data",
    [
        "{Year: [1920, 1930], Steel: [4.3, 5.9], Coal: [1, ]}",
        "[[Year, Steel, Coal], [1920, 4.3, 1], [1930, 5.9]]",
        "[{Year: 1920, Steel: 4.3, Coal: 1}, {Year: 1930, Steel: 5.9}]",
    ],
)
def test_data_may_be_columns_rows_or_mappings(tmp_path: Path, data: str) -> None:
    data = data.replace("[1, ]", '[1, ""]')
    chart = read(tmp_path, f"{{alt: x, data: {data}}}").chart
    assert chart.categories == ("1920", "1930")
    assert chart.series == (Series("Steel", (4.3, 5.9)), Series("Coal", (1.0, None)))
    assert chart.corner == "Year"


def test_a_file_gives_what_is_asked_of_it(tmp_path: Path) -> None:
    (tmp_path / "data.csv").write_text("Land;Jahr;Rate\nA;1;1,5\nB;1;2\nA;2;3\nC;1;9\n", encoding="utf-8")
    chart = read(
        tmp_path, "{alt: x, type: line, file: data.csv, where: {Land: [A, B]}, x: Jahr, y: Rate, by: Land}"
    ).chart
    assert chart.type is ChartType.LINE
    assert chart.categories == ("1", "2")
    assert chart.series == (Series("A", (1.5, 3.0)), Series("B", (2.0, None)))


def test_points_keep_their_pairs(tmp_path: Path) -> None:
    data = "{x: [1, 2, 3], y: [4, -, 6], by: [p, p, q]}"
    chart = read(tmp_path, f"{{alt: x, type: scatter, by: by, y: y, data: {data}}}").chart
    assert chart.series == (Series("p", (4.0, None), (1.0, 2.0)), Series("q", (6.0,), (3.0,)))


def test_looks_are_read(tmp_path: Path) -> None:
    block = read(
        tmp_path,
        "{alt: x, type: bar, stacked: percent, labels: true, format: 0%, title: A *b*, emphasize: [B], "
        "axis: {x: Names, y: {title: Shares, min: 0, max: 1}}, data: {N: [p, q], A: [1, 2], B: [3, 4]}}",
    )
    chart = block.chart
    assert (chart.type, chart.stacking, chart.labels) == (ChartType.BAR, Stacking.PERCENT, True)
    assert (chart.format, chart.emphasized, chart.y) == ("0%", frozenset({"B"}), Bounds(0.0, 1.0))
    assert [plain(text) for text in (block.title, block.x_title, block.y_title)] == ["A b", "Names", "Shares"]
    assert block.title[-1].italic


def test_a_single_series_names_its_axis(tmp_path: Path) -> None:
    assert plain(read(tmp_path, "{alt: x, data: {N: [p], Tonnes: [1]}}").y_title) == "Tonnes"
    assert read(tmp_path, "{alt: x, data: {N: [p], A: [1], B: [1]}}").y_title == ()
    assert read(tmp_path, "{alt: x, type: pie, data: {N: [p], A: [1]}}").y_title == ()


def test_typed_percentages_are_shown_as_such(tmp_path: Path) -> None:
    chart = read(tmp_path, '{alt: x, data: {N: [p, q], A: ["12,5 %", "30 %"]}}', "de").chart
    assert chart.series[0].values == (0.125, 0.3)
    assert chart.format == "0.0%"


def test_commas_are_those_of_the_language(tmp_path: Path) -> None:
    data = '{alt: x, data: {N: [p], A: ["1,234"]}}'
    assert read(tmp_path, data, "en").chart.series[0].values == (1234.0,)
    assert read(tmp_path, data, "de").chart.series[0].values == (1.234,)


def test_names_may_be_variables(tmp_path: Path) -> None:
    outline = tmp_path / "deck.yaml"
    outline.write_text(
        "vars: {col: Steel, n: 7}\nslides:\n  - title: One\n    chart:\n      alt: x\n"
        '      data: {Year: [1], Steel: ["{{ n }}"], Coal: [2]}\n      y: "{{ col }}"\n',
        encoding="utf-8",
    )
    report = Report()
    deck = read_deck(outline, report, TODAY)
    assert report.sorted() == []
    assert deck
    (block,) = deck.slides[0].blocks
    assert isinstance(block, Chart)
    assert block.chart.series == (Series("Steel", (7.0,)),)
