"""Pieces of a chart part that all kinds of charts share: fills, lines, places, references to cells."""

from __future__ import annotations

from dataclasses import dataclass

from deckgen.figures.charts import Figure, Ink, Rect
from deckgen.figures.numbers import office_code
from deckgen.scene import PlacedText
from deckgen.theme import ColorRef, Theme
from deckgen.writers.pptx.charts.locales import localized
from deckgen.writers.pptx.charts.sheet import Cell, Range
from deckgen.writers.pptx.charts.text import rich, text_properties
from deckgen.writers.pptx.charts.workbook import plain_number
from deckgen.writers.pptx.colors import solid
from deckgen.writers.pptx.markup import emu, escape, quoted


@dataclass(frozen=True, slots=True)
class Pen:
    """What draws one chart: its figure, and the theme as it shows on the chart's page."""

    figure: Figure
    theme: Theme
    inverse: bool

    def color(self, ink: Ink) -> ColorRef:
        """The colour of an ink."""
        return self.theme.mark(ink.role, ink.fade, self.inverse, tint=ink.tint)

    def fill(self, ink: Ink) -> str:
        """A fill without an outline."""
        return f"<c:spPr>{solid(self.color(ink))}<a:ln><a:noFill/></a:ln></c:spPr>"

    def words(self, ink: Ink, turn: int = 0) -> str:
        """`c:txPr` in the chart's size, turned by so many degrees clockwise."""
        color = self.theme.mark(ink.role, ink.fade, self.inverse, self.theme.least.words)
        return text_properties(self.figure.size, color, self.theme.fonts, turn)

    def words_on(self, ink: Ink) -> str:
        """`c:txPr` of words that stand on a fill."""
        color = self.theme.readable_on(self.color(ink), self.inverse)
        return text_properties(self.figure.size, color, self.theme.fonts)

    def layout(self, box: Rect, *, inner: bool = False, sized: bool = True) -> str:
        """`c:layout`: a place in shares of the chart."""
        width, height = self.figure.width, self.figure.height
        target = '<c:layoutTarget val="inner"/>' if inner else ""
        made = _edge("x", box.x / width) + _edge("y", box.y / height)
        if sized:
            made += f'<c:w val="{_share(box.w / width)}"/><c:h val="{_share(box.h / height)}"/>'
        modes = '<c:xMode val="edge"/><c:yMode val="edge"/>'
        return f"<c:layout><c:manualLayout>{target}{modes}{made}</c:manualLayout></c:layout>"

    def format(self, code: str) -> str:
        """`c:numFmt`."""
        shown = localized(office_code(code), self.figure.chart.lang)
        return f'<c:numFmt formatCode="{quoted(shown)}" sourceLinked="0"/>'

    def title(self, text: PlacedText, at: Rect, turned: bool = False) -> str:
        """`c:title` whose words begin at a place; what programs leave free round them is taken off."""
        size = text.paragraphs[0].look.size
        across, down = (TITLE_TOP, TITLE_SIDE) if turned else (TITLE_SIDE, TITLE_TOP)
        box = at._replace(x=max(at.x - across * size, 0.0), y=max(at.y - down * size, 0.0))
        words = rich(text, self.theme.fonts, turned)
        return f'<c:title>{words}{self.layout(box, sized=False)}<c:overlay val="1"/></c:title>'


TITLE_SIDE, TITLE_TOP = 0.18, 0.26
"""What LibreOffice leaves free beside the words of a title and above them, in em."""


def _edge(name: str, value: float) -> str:
    return f'<c:{name} val="{_share(value)}"/>'


def _share(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".") or "0"


def line(color: ColorRef, width: float) -> str:
    """`a:ln`, `width` in pt, with round ends."""
    return f'<a:ln w="{emu(width)}" cap="rnd">{solid(color)}<a:round/></a:ln>'


def text_reference(cells: Range) -> str:
    """`c:strRef` with what the cells hold."""
    return f"<c:strRef><c:f>{cells.formula}</c:f><c:strCache>{_points(cells.cells)}</c:strCache></c:strRef>"


def number_reference(cells: Range) -> str:
    """`c:numRef` with what the cells hold; an empty cell is no point."""
    cache = f"<c:formatCode>General</c:formatCode>{_points(cells.cells)}"
    return f"<c:numRef><c:f>{cells.formula}</c:f><c:numCache>{cache}</c:numCache></c:numRef>"


def _points(cells: tuple[Cell, ...]) -> str:
    points = "".join(
        f'<c:pt idx="{i}"><c:v>{escape(cell) if isinstance(cell, str) else plain_number(cell)}</c:v></c:pt>'
        for i, cell in enumerate(cells)
        if cell is not None and cell != ""
    )
    return f'<c:ptCount val="{len(cells)}"/>{points}'
