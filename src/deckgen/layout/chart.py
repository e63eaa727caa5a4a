"""A chart block in a box → its figure with its titles, and its caption below."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from deckgen.figures.charts import ChartType, Rect, Room, Title, described, resolved
from deckgen.layout.caption import Caption
from deckgen.layout.setting import Names, Setting
from deckgen.layout.textbox import Para, set_text, text_height
from deckgen.model import Chart, Run, Text, plain
from deckgen.scene import ChartFigure, Part, Placed, PlacedParagraph, PlacedText
from deckgen.slots import Box, Slot
from deckgen.text.measure import SLACK
from deckgen.theme import LINE_PITCH, LevelStyle, TextStyle

LEAST = 120.0
"""The height in pt under which a chart cannot be read."""

SIDE, ABOVE, BELOW = 4.0, 5.0, 5.0
"""How far a chart's frame reaches beyond its box, at the sides, above and below: office programs leave so
much free round the words of titles, which are to line up with the slide's."""

ALONG = 0.75
"""The share of an axis's length that its title may take: PowerPoint breaks longer ones by itself."""

SHORT = 0.18
"""The share of the chart's width up to which the title of an upright axis is read across."""

TITLE_GAP = 8.0
"""Between the title and what is below it, in pt."""

WIDE, LARGER = 560.0, 1.15
"""From this width (pt) on, a chart's words are set larger by that factor."""


@dataclass(frozen=True, slots=True)
class ChartPiece:
    """A chart."""

    block: Chart
    visual: bool = True

    def height(self, width: float, setting: Setting) -> float:
        own = self._title_height(width, setting) + Caption.of(self.block).height(width, setting)
        return LEAST + own

    def most(self, width: float, setting: Setting) -> float:
        return math.inf

    def breaks_words(self, width: float, setting: Setting) -> bool:
        return False

    def _title(self) -> list[Para]:
        return [Para(self.block.title, "chart-title", lang=self.block.lang)]

    def _title_height(self, width: float, setting: Setting) -> float:
        """What the title takes of the height in pt, with the gap below it; it keeps its size at any step."""
        if not self.block.title:
            return 0.0
        return text_height(self._title(), width, setting.at(1.0)) + TITLE_GAP

    def place(self, box: Box, setting: Setting, names: Names, slot: Slot | None) -> list[Placed]:
        setting = setting.within(self.block.lang).at(1.0)
        caption, width = Caption.of(self.block), box.w
        above, below = self._title_height(width, setting), caption.height(box.w, setting)
        room = Box(box.x, round(box.y + above, 2), width, round(max(box.h - above - below, 1.0), 2))
        frame = Box(room.x - SIDE, room.y - ABOVE, room.w + 2 * SIDE, room.h + ABOVE + BELOW)
        placed = []
        if above:
            where = Box(box.x, box.y, width, round(above - TITLE_GAP, 2))
            text, _ = set_text(self._title(), "chart-title", width, setting)
            name = names.new(Part.CHART_TITLE)
            placed.append(Placed(name, Part.CHART_TITLE, where, text, None, (self.block,)))
        name, filled = names.new(Part.CHART), slot.name if slot else None
        figure = figure_of(self.block, frame, setting)
        placed.append(Placed(name, Part.CHART, frame, figure, filled, (self.block,)))
        return placed + caption.place(room.x, room.bottom, box.w, setting, names, (self.block,))


def figure_of(block: Chart, frame: Box, setting: Setting) -> ChartFigure:
    """The chart laid out in its frame, whose edges it leaves free."""
    look, lang = words_look(frame.w, setting), setting.lang or setting.tools.lang
    chart = replace(block.chart, lang=lang, palette=setting.tools.theme.palette)
    area = Rect(SIDE, ABOVE, frame.w - 2 * SIDE, max(frame.h - ABOVE - BELOW, 1.0))
    lies = chart.type is ChartType.BAR
    x_title, x_size = _axis_title(block.x_title, area, look, setting, upright=lies)
    y_title, y_size = _axis_title(block.y_title, area, look, setting, upright=not lies)
    measurer = setting.tools.measurer

    def measure(text: str) -> float:
        return measurer.shaped((Run(text),), look, lang).width * look.size

    pitch, rtl = measurer.faces.face(look.font, False, False).own_pitch, setting.direction("")
    room = Room(frame.w, frame.h, area, look.size, measure, x_size, y_size, rtl, pitch)
    alt = "" if block.decorative else block.alt or described(chart, plain(block.title))
    return ChartFigure(block, resolved(chart, room), look, alt, x_title, y_title)


def words_look(width: float, setting: Setting) -> LevelStyle:
    """How the words of a chart look that is `width` pt wide."""
    theme = setting.tools.theme
    size = max(theme.styles["caption"].level(0).size, theme.floor) * (LARGER if width >= WIDE else 1.0)
    return LevelStyle(size=round(size * 2) / 2)


def _spelled(text: Text) -> Text:
    """The text with formulas in characters, since a chart's words can be nothing else."""
    return tuple(replace(run, text=run.formula.text, formula=None) if run.formula else run for run in text)


def _line_width(paragraph: PlacedParagraph, setting: Setting) -> float:
    """The width in pt of the widest line, with what renderers may add to it."""
    shaped = setting.tools.measurer.shaped(paragraph.text, paragraph.look, paragraph.lang)
    starts = (0, *paragraph.lines[:-1])
    widest = max(shaped.edges[b] - shaped.edges[a] for a, b in zip(starts, paragraph.lines, strict=True))
    return widest * (1 + SLACK) * paragraph.look.size + 1.0


def _axis_title(
    text: Text, area: Rect, look: LevelStyle, setting: Setting, *, upright: bool
) -> tuple[PlacedText | None, Title | None]:
    """An axis's title and its size: that of an upright axis is set on end where it is long."""
    if not text:
        return None, None
    text, lang = _spelled(text), setting.lang or setting.tools.lang
    shaped = setting.tools.measurer.shaped(text, look, lang)
    turned = upright and shaped.width * look.size > area.w * SHORT
    lines = shaped.lines((area.h if turned else area.w) * ALONG / look.size)
    look = replace(look, align="center")
    paragraph = PlacedParagraph(text, look, lines=lines, lang=lang, rtl=setting.direction(plain(text)))
    size = (_line_width(paragraph, setting), len(lines) * look.size * LINE_PITCH)
    return PlacedText(TextStyle("axis-title", (look,)), (paragraph,)), Title(size, turned)
