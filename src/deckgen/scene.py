"""Where everything goes, and how large: the one placed representation that both writers draw."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from deckgen.decorations import Geometry, Line, Shape, rounded
from deckgen.figures.charts import Figure
from deckgen.figures.diagrams.ends import Head, Side
from deckgen.figures.formula import Formula
from deckgen.figures.qr import QrCode
from deckgen.model import (
    CENTRE,
    Audio,
    Background,
    Block,
    Chart,
    Deck,
    Image,
    Slide,
    Text,
    Transition,
    Video,
    plain,
)
from deckgen.slots import Box, Layout
from deckgen.theme import ColorRef, LevelStyle, TextStyle, Theme

__all__ = [
    "UNCUT", "Bullet", "ChartFigure", "Click", "Connector", "Content", "Crop", "Effect", "End",
    "FormulaFigure", "Frame", "Geometry", "Group", "Line", "Marker", "Media", "Number", "Page", "Part",
    "Picture", "Placed", "PlacedFormula", "PlacedParagraph", "PlacedText", "QrFigure", "Scene",
    "Section", "Shape", "Table", "TableCell", "covering_crop", "rounded",
]  # fmt: skip


class Part(StrEnum):
    """What a placed thing is to its reader; names in PowerPoint and tags in HTML follow from it."""

    TITLE = "Title"
    SUBTITLE = "Subtitle"
    BYLINE = "Author"
    DATE = "Date"
    FOOTER = "Footer"
    NUMBER = "Slide Number"
    TEXT = "Text"
    BULLETS = "Bullets"
    NUMBERED = "Numbered"
    COLUMN_TITLE = "Column Title"
    PICTURE = "Image"
    CAPTION = "Caption"
    QUOTE = "Quote"
    QUOTE_MARK = "Quote Mark"
    STATEMENT = "Statement"
    SOURCE = "Source"
    TIMELINE = "Timeline"
    EVENT = "Event"
    RULE = "Rule"
    VIDEO = "Video"
    AUDIO = "Audio"
    QR = "QR Code"
    TABLE = "Table"
    CHART = "Chart"
    CHART_TITLE = "Chart Title"
    CODE = "Code"
    LINE_NUMBERS = "Line Numbers"
    MATH = "Equation"
    EQUATION_NUMBER = "Equation Number"
    DIAGRAM = "Diagram"
    NODE = "Node"
    EDGE = "Edge"
    LABEL = "Label"
    CALLOUT = "Callout"
    STATS = "Stats"
    STAT = "Stat"
    BIBLIOGRAPHY = "Bibliography"
    FOOTNOTES = "Footnotes"
    HIGHLIGHT = "Highlight"
    PANEL = "Panel"


@dataclass(frozen=True, slots=True)
class Bullet:
    """A bullet before a list item; its glyph and colour are the level's."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number before a list item: 1. at level 0, a. below, then i., and round again.

    `start` and `last` are the values of the first and last item of its list in this box.
    """

    value: int
    start: int = 1
    last: int = 1


Marker = Bullet | Number


@dataclass(frozen=True, slots=True)
class PlacedFormula:
    """A formula in a line of text, at `size` pt.

    `at` is the offset of its character in the paragraph; `x` and `y` (pt) are where its baseline begins, from
    the left and the top of the text.  `above` and `below` (pt) are how much further its line rises and falls
    than one without tall formulas.  `blank` is the width of a no-break space in the paragraph's font, in em.
    """

    formula: Formula
    at: int
    x: float
    y: float
    size: float
    above: float = 0.0
    below: float = 0.0
    blank: float = 0.25


@dataclass(frozen=True, slots=True)
class PlacedParagraph:
    """One paragraph in a box.

    `look` is its style at the size it is set (the level of the box's style, unless the layout chose
    otherwise).  `lines` are the offsets in the text's characters at which the predicted lines end, the
    last being their number.  `block` indexes `Placed.blocks`.
    """

    text: Text
    look: LevelStyle
    level: int = 0
    marker: Marker | None = None
    lines: tuple[int, ...] = ()
    lang: str = "en"
    rtl: bool = False
    block: int = 0
    formulas: tuple[PlacedFormula, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """A shape round a text: `padding` (left, top, right, bottom, in pt) keeps the text off its edges.

    `radius` (pt) rounds the corners of a "roundRect".  `flipped` exchanges the shape's left and right.
    """

    shape: Geometry = "rect"
    fill: ColorRef | None = None
    line: Line | None = None
    padding: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    radius: float = 0.0
    flipped: bool = False


@dataclass(frozen=True, slots=True)
class PlacedText:
    """Paragraphs in a box; without a `frame`, in one without padding.

    `style` is the box's style at the size it is set; where it equals the slot's, the pptx writes
    nothing of it.  `inset_end` (pt) narrows the lines at their end side, to balance a title.
    `field` says that the text is a page number that PowerPoint keeps up to date.  `height` is that of the
    paragraphs as they are drawn, in pt.
    """

    style: TextStyle
    paragraphs: tuple[PlacedParagraph, ...]
    anchor: Literal["top", "middle", "bottom"] = "top"
    inset_end: float = 0.0
    field: Literal["slidenum"] | None = None
    frame: Frame | None = None
    height: float = 0.0


Crop = tuple[float, float, float, float]
"""The shares (0-1) of a picture that are cut off at left, top, right and bottom."""

UNCUT: Crop = (0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that fills its box, its corners rounded by `radius` (pt)."""

    image: Image
    crop: Crop = UNCUT
    radius: float = 0.0


def covering_crop(
    pixels: tuple[int, int], room: tuple[float, float], focus: tuple[float, float] = CENTRE
) -> Crop:
    """What to cut off a picture of `pixels` so that it fills `room`, both as width and height.

    The point `focus` (shares of width and height) comes as near the middle of the room as it can.
    """
    width, height = pixels
    if not width or not height:
        return UNCUT
    given, wanted = width / height, room[0] / room[1]
    if given > wanted:
        left, right = _cut(wanted / given, focus[0])
        return (left, 0.0, right, 0.0)
    top, bottom = _cut(given / wanted, focus[1])
    return (0.0, top, 0.0, bottom)


def _cut(kept: float, focus: float) -> tuple[float, float]:
    """What goes at either end, where the share `kept` stays, with `focus` in its middle if possible."""
    before = min(max(focus - kept / 2, 0.0), 1 - kept)
    return before, 1 - kept - before


@dataclass(frozen=True, slots=True)
class Group:
    """Placed things that belong together; their boxes are the page's, not the group's."""

    children: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class TableCell:
    """One cell: its text set in the cell's width less the `padding` (left, top, right, bottom, in pt).

    It takes up `span` columns.
    """

    text: PlacedText
    padding: tuple[float, float, float, float]
    span: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A grid of cells; `widths` and `heights` in pt, of the columns and the rows, fill its box.

    With `header` the first row names the columns, and a rule stands under it; with `end` one stands under the
    last.  The first column stands at the right in a table that is `rtl`.  `first` is the number (from 0,
    below the header) of the first row, where rows come one by one and each is a table of its own.
    """

    widths: tuple[float, ...]
    heights: tuple[float, ...]
    rows: tuple[tuple[TableCell, ...], ...]
    header: bool = True
    end: bool = True
    rtl: bool = False
    first: int = 0


@dataclass(frozen=True, slots=True)
class ChartFigure:
    """A chart that fills its box.

    The axes' titles are words as the author wrote them, at the figure's places; all other words look like
    `look`.  `alt` is empty where the chart is decorative.
    """

    block: Chart
    figure: Figure
    look: LevelStyle
    alt: str = ""
    x_title: PlacedText | None = None
    y_title: PlacedText | None = None


@dataclass(frozen=True, slots=True)
class FormulaFigure:
    """A formula that fills its box, set at `size` pt."""

    formula: Formula
    size: float
    color: ColorRef


@dataclass(frozen=True, slots=True)
class End:
    """Where an edge ends: at the middle of a side of a placed node or group, by its name; and its head."""

    target: str
    side: Side
    head: Head = Head.NONE


@dataclass(frozen=True, slots=True)
class Connector:
    """An edge of a diagram: a line through `points` (pt on the page), with its corners at right angles.

    `large` says how large the heads of thin lines are.
    """

    points: tuple[tuple[float, float], ...]
    line: Line
    start: End
    end: End
    large: bool = True


@dataclass(frozen=True, slots=True)
class Media:
    """A film or a sound behind its poster, if it has one: of that, what `crop` leaves."""

    block: Video | Audio
    crop: Crop = UNCUT


@dataclass(frozen=True, slots=True)
class QrFigure:
    """A QR code that fills its box, and the address that it leads to."""

    code: QrCode
    url: str


Content = (
    PlacedText | Picture | Shape | Group | Table | ChartFigure | FormulaFigure | Connector | Media | QrFigure
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Placed:
    """Something with a place: what it is, its box, the layout slot that it fills, its blocks.

    `name` is unique on the page ("Title", "Bullets", "Bullets 2").  `slot` is None for what stands
    in no placeholder.  `blocks` are the model's blocks that it shows (several where text flows on).
    `unit` says which part of its block it is, from 0 (an item, event, picture, row, line, step), where a
    block is placed in parts; None: it stands there from the beginning.  `key` is the same as that of what a
    morph makes of the thing on the next page, or made it of.
    """

    name: str
    part: Part
    box: Box
    content: Content
    slot: str | None = None
    blocks: tuple[Block, ...] = ()
    unit: int | None = None
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Effect:
    """What one click does to one placed thing, by its name: it appears or, with `exit`, goes.

    `paragraphs` (first, one past the last) or a chart's `series` narrow it to a part of the thing.
    """

    target: str
    paragraphs: tuple[int, int] | None = None
    series: int | None = None
    exit: bool = False


Click = tuple[Effect, ...]
"""What happens at one click, all at once."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page: a slide, or one part of it where it was split.

    `id` is unique and never empty: the slide's own, or "slide-7"; an author's id never looks so by
    accident.  `inverse` exchanges light and dark for the whole page; `background` is set where the
    slide overrides its layout's.  `placed` is in reading order, the title first, furniture last.
    `title` is plain text for lists of slides, never empty.  `lang` is a BCP 47 tag.  `clicks` build the
    page, in their order; what none of them makes appear is there from the beginning.  `transition` has its
    duration, and is None where the page is simply there.
    """

    id: str
    slide: Slide
    layout: Layout
    placed: tuple[Placed, ...]
    title: str
    lang: str
    rtl: bool = False
    inverse: bool = False
    background: Background | None = None
    part: tuple[int, int] = (1, 1)
    clicks: tuple[Click, ...] = ()
    transition: Transition | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A section by its name, and the pages in it (indices into `Scene.pages`, first and one past)."""

    name: str
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Scene:
    """A deck with every page placed.  `targets` maps a slide's id to the index of its first page.

    `scripts` names the families that draw East Asian ("ea") and complex scripts ("cs") where the theme's
    own cannot: what the OOXML font scheme calls them.
    """

    deck: Deck
    theme: Theme
    pages: tuple[Page, ...]
    sections: tuple[Section, ...]
    targets: dict[str, int]
    scripts: dict[str, str] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The deck's title in plain characters."""
        return plain(self.deck.title)
