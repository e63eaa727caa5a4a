"""Placed charts → graphic frames on their slides, and the parts that those refer to."""

from __future__ import annotations

from deckgen.scene import ChartFigure
from deckgen.theme import Theme
from deckgen.writers.pptx.charts import plot
from deckgen.writers.pptx.charts.drawing import Pen
from deckgen.writers.pptx.charts.sheet import sheet_of
from deckgen.writers.pptx.charts.workbook import workbook
from deckgen.writers.pptx.exchange import Exchange
from deckgen.writers.pptx.package import Package, Relationships, beside


class Charts:
    """Adds charts to a package as they are asked for, each with its workbook."""

    def __init__(self, package: Package, theme: Theme) -> None:
        self._package, self._theme = package, theme

    def part(self, content: ChartFigure, inverse: bool, exchange: Exchange | None = None) -> str:
        """The part of a chart, relative to a slide: `../charts/chart1.xml`; its colours by `exchange`."""
        sheet = sheet_of(content.figure.chart)
        name = self._package.new("ppt/charts/chart", "xml")
        book = self._package.new("ppt/embeddings/Microsoft_Excel_Sheet", "xlsx")
        self._package.add_media(book, workbook(sheet))
        relationships = Relationships()
        rid = relationships.to("package", beside(book, name))
        xml = plot.chart_xml(content, Pen(content.figure, self._theme, inverse), sheet, rid)
        xml = exchange.exchanged(xml) if exchange else xml
        self._package.add(name, plot.CONTENT_TYPE, xml, relationships)
        return name.replace("ppt/", "../")
