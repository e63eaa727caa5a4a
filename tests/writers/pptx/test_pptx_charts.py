"""Charts in the .pptx are PowerPoint's own, hold the outline's numbers, and their workbooks open."""

from __future__ import annotations

import re
import zipfile
from functools import cache
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from lxml import etree
from pptx import Presentation
from pptx.enum.chart import XL_CHART_TYPE

from deckgen.figures.charts import Chart, ChartType, Series, Stacking
from deckgen.scene import ChartFigure
from deckgen.writers.pptx import write
from deckgen.writers.pptx.charts.locales import localized
from deckgen.writers.pptx.charts.sheet import letters, sheet_of
from deckgen.writers.pptx.charts.workbook import plain_number, workbook
from tests.writers.charted import all_figures, charted, numbers

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
KINDS = {
    (ChartType.COLUMN, Stacking.NONE): XL_CHART_TYPE.COLUMN_CLUSTERED,
    (ChartType.COLUMN, Stacking.STACKED): XL_CHART_TYPE.COLUMN_STACKED,
    (ChartType.COLUMN, Stacking.PERCENT): XL_CHART_TYPE.COLUMN_STACKED_100,
    (ChartType.BAR, Stacking.NONE): XL_CHART_TYPE.BAR_CLUSTERED,
    (ChartType.LINE, Stacking.NONE): XL_CHART_TYPE.LINE_MARKERS,
    (ChartType.AREA, Stacking.STACKED): XL_CHART_TYPE.AREA_STACKED,
    (ChartType.PIE, Stacking.NONE): XL_CHART_TYPE.PIE,
    (ChartType.DOUGHNUT, Stacking.NONE): XL_CHART_TYPE.DOUGHNUT,
    (ChartType.SCATTER, Stacking.NONE): XL_CHART_TYPE.XY_SCATTER,
}


@cache
def built() -> bytes:
    return write(charted())


def drawn() -> list[tuple[ChartFigure, Any]]:
    """Each chart of the scene and the shape that python-pptx finds for it."""
    slides = Presentation(BytesIO(built())).slides
    shapes = [shape for slide in slides for shape in slide.shapes if shape.has_chart]
    return list(zip(all_figures(charted()), shapes, strict=True))


def parts(pattern: str) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(built())) as archive:
        return {name: archive.read(name) for name in archive.namelist() if re.fullmatch(pattern, name)}


def test_every_chart_is_native_and_of_its_kind() -> None:
    for figure, shape in drawn():
        chart = figure.figure.chart
        assert shape.chart.chart_type == KINDS[chart.type, chart.stacking]


def test_a_chart_holds_the_numbers_of_the_outline() -> None:
    for figure, shape in drawn():
        chart = figure.figure.chart
        (plot,) = shape.chart.plots
        assert [list(series.values) for series in plot.series] == numbers(chart)
        assert [series.name for series in plot.series] == [series.name for series in chart.series]
        if chart.type is not ChartType.SCATTER:
            assert list(plot.categories) == list(chart.categories)


def test_edit_data_opens_a_workbook_with_the_same_numbers() -> None:
    for figure, shape in drawn():
        chart = figure.figure.chart
        book = openpyxl.load_workbook(BytesIO(shape.chart.part.chart_workbook.xlsx_part.blob))
        rows = list(book["Sheet1"].iter_rows(values_only=True))
        columns = list(zip(*rows, strict=True))
        assert [column[0] for column in columns[1:]] == [series.name for series in chart.series]
        assert [list(column[1:]) for column in columns[1:]] == numbers(chart)
        keys = chart.series[0].xs if chart.type is ChartType.SCATTER else chart.categories
        assert columns[0][1:] == tuple(keys)


def test_references_lead_to_the_cells_that_are_cached() -> None:
    for _, shape in drawn():
        book = openpyxl.load_workbook(BytesIO(shape.chart.part.chart_workbook.xlsx_part.blob))
        for reference in shape.chart._chartSpace.iter(f"{C}numRef", f"{C}strRef"):
            sheet, _, place = reference.findtext(f"{C}f").partition("!")
            found = book[sheet][place.replace("$", "")]
            cells = [row[0].value for row in found] if isinstance(found, tuple) else [found.value]
            assert int(next(reference.iter(f"{C}ptCount")).get("val")) == len(cells)
            read = float if reference.tag == f"{C}numRef" else str
            cached = {int(p.get("idx")): read(p.findtext(f"{C}v")) for p in reference.iter(f"{C}pt")}
            assert cached == {i: value for i, value in enumerate(cells) if value is not None}


def test_the_axes_are_written_out_as_they_are_drawn() -> None:
    for figure, shape in drawn():
        axis = figure.figure.y
        if axis is None or axis.scale is None:
            continue
        native = shape.chart.value_axis
        scale = axis.scale
        assert (native.minimum_scale, native.maximum_scale, native.major_unit) == (
            scale.minimum, scale.maximum, scale.step,
        )  # fmt: skip


def test_axes_have_titles_where_the_figure_has() -> None:
    titles = [text for figure, _ in drawn() for text in (figure.x_title, figure.y_title) if text]
    native = [title for _, shape in drawn() for title in shape.chart._chartSpace.iter(f"{C}title")]
    assert len(titles) == len(native) > 3
    assert all("".join(title.itertext()).strip() for title in native)


def test_no_part_has_what_powerpoint_stumbles_over() -> None:
    for data in parts(r"ppt/charts/chart\d+\.xml").values():
        root = etree.fromstring(data)
        assert all(int(e.get("val", "0")) > 0 for e in root.iter(f"{C}axId"))
        assert root.find(f"{C}externalData/{C}autoUpdate").get("val") == "0"  # type: ignore[union-attr]
        assert root.find(f"{C}chart/{C}autoTitleDeleted").get("val") == "1"  # type: ignore[union-attr]


def test_colours_are_the_themes() -> None:
    for data in parts(r"ppt/charts/chart\d+\.xml").values():
        assert b"srgbClr" not in data
        assert b"schemeClr" in data


def test_each_chart_has_its_alternative_text() -> None:
    described = [shape._element.xpath("string(.//p:cNvPr/@descr)") for _, shape in drawn()]
    assert described == [figure.alt for figure, _ in drawn()]
    assert sum(not text for text in described) == 1


def test_series_come_click_by_click() -> None:
    slides = Presentation(BytesIO(built())).slides
    page = next(n for n, page in enumerate(charted().pages) if page.clicks)
    tree = slides[page]._element
    assert len(charted().pages[page].clicks) == 3
    found = tree.xpath(".//*[local-name()='chart' and @bldStep]/@seriesIdx")
    assert sorted(set(found)) == ["0", "1", "2"]
    assert tree.xpath(".//p:bldGraphic/p:bldSub/a:bldChart/@bld") == ["series"]


def test_the_same_chart_gives_the_same_bytes() -> None:
    assert write(charted()) == built()
    chart = all_figures(charted())[0].figure.chart
    assert workbook(sheet_of(chart)) == workbook(sheet_of(chart))


def test_points_of_unlike_x_have_a_column_of_their_own() -> None:
    chart = Chart(
        ChartType.SCATTER, (Series("A", (1.0, 2.0), (3.0, 4.0)), Series("B", (5.0,), (6.0,))), corner="X"
    )  # fmt: skip
    sheet = sheet_of(chart)
    assert sheet.columns == (("X", 3.0, 4.0), ("A", 1.0, 2.0), ("X", 6.0), ("B", 5.0))
    assert [s.keys.formula for s in sheet.series] == ["Sheet1!$A$2:$A$3", "Sheet1!$C$2"]
    book = openpyxl.load_workbook(BytesIO(workbook(sheet)))
    assert book["Sheet1"]["D2"].value == 5


@pytest.mark.parametrize(("index", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_are_named_as_spreadsheets_do(index: int, name: str) -> None:
    assert letters(index) == name


@pytest.mark.parametrize("value", [0.1, 1e15, 1e-7, -3.0, 123456789.0, 1e22])
def test_numbers_read_back_as_they_were(value: float) -> None:
    assert float(plain_number(value)) == value


def test_formats_are_bound_to_a_language() -> None:
    assert localized("0.0%", "de") == "[$-407]0.0%"
    assert localized("+0;-0", "fr-BE") == "[$-40C]+0;[$-40C]-0"
    assert localized("0.0", "en-GB") == localized("0.0", "ar") == "0.0"
