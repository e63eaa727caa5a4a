"""Placed charts → graphic frames on their slides, and the parts that those refer to."""

from __future__ import annotations

from deckgen.scene import ChartFigure
from deckgen.theme import Theme
from deckgen.writers.pptx.charts import plot
from deckgen.writers.pptx.charts.drawing import Pen
from deckgen.writers.pptx.charts.sheet import sheet_of
from deckgen.writers.pptx.charts.workbook import workbook
from deckgen.writers.pptx.package import Package, Relationships


class Charts:
    """Adds charts to a package as they are asked for, each with its workbook."""

    def __init__(self, package: Package, theme: Theme) -> None:
        self._package, self._theme = package, theme
        self._count = 0

    def part(self, content: ChartFigure, inverse: bool) -> str:
        """The part of a chart, relative to a slide: `../charts/chart1.xml`."""
        self._count += 1
        n, sheet = self._count, sheet_of(content.figure.chart)
        book = f"Microsoft_Excel_Sheet{n}.xlsx"
        self._package.add_media(f"ppt/embeddings/{book}", workbook(sheet))
        relationships = Relationships()
        rid = relationships.to("package", f"../embeddings/{book}")
        xml = plot.chart_xml(content, Pen(content.figure, self._theme, inverse), sheet, rid)
        self._package.add(f"ppt/charts/chart{n}.xml", plot.CONTENT_TYPE, xml, relationships)
        return f"../charts/chart{n}.xml"
