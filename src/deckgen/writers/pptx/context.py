"""What the drawing of every placed thing on a slide shares: the slide's context, places, description."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from deckgen.scene import Page, Placed
from deckgen.slots import Box, Layout, Slot
from deckgen.theme import TextStyle, Theme
from deckgen.writers.pptx.charts.parts import Charts
from deckgen.writers.pptx.exchange import Exchange
from deckgen.writers.pptx.links import PartLinks
from deckgen.writers.pptx.markup import emu, quoted
from deckgen.writers.pptx.media import Media
from deckgen.writers.pptx.package import Relationships
from deckgen.writers.pptx.placeholders import Filling, takes
from deckgen.writers.pptx.table import TableWriter
from deckgen.writers.pptx.text import TextWriter
from deckgen.writers.pptx.timing import Drawn, TimeNode

SAME = 0.01
"""Boxes that differ by less (pt) are the same."""


DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
"""Tells screen readers to pass over a shape (MS-ODRAWXML, `decorative`)."""


@dataclass(slots=True)
class ShapeIds(Iterator[int]):
    """Ids for the shapes of one slide, after the tree's own; `upcoming` is the next that it gives."""

    upcoming: int = 2

    def __next__(self) -> int:
        given, self.upcoming = self.upcoming, self.upcoming + 1
        return given


@dataclass(frozen=True, slots=True)
class SlideContext:
    """What the shapes of one slide need: its page, the deck's writers, and ids not yet given.

    `exchange` is there on a template; the slide's colours are exchanged by it where that is `by_name`.
    `animated` names what comes or goes at a click; `drawn` collects the shapes by the names of what they
    show, `beside` the time nodes of those that play (films and sounds), `playing` the ids of those that play
    by themselves, for `p:timing`.
    """

    theme: Theme
    page: Page
    text: TextWriter
    tables: TableWriter
    media: Media
    charts: Charts
    relationships: Relationships
    links: PartLinks
    ids: ShapeIds
    exchange: Exchange | None = None
    by_name: bool = False
    animated: frozenset[str] = frozenset()
    drawn: dict[str, Drawn] = field(default_factory=dict)
    beside: list[TimeNode] = field(default_factory=list)
    playing: list[int] = field(default_factory=list)

    @property
    def layout(self) -> Layout:
        """The page's layout."""
        return self.page.layout

    @property
    def inverse(self) -> bool:
        """Whether the page shows light and dark otherwise than the theme."""
        return self.page.inverse

    @property
    def exchanged(self) -> bool:
        """Whether the page shows light and dark otherwise than its layout."""
        return self.page.inverse != self.layout.inverse

    def base(self, slot: Slot) -> TextStyle:
        """The text style that a slot's placeholder inherits."""
        if slot.inherited is None:
            return self.theme.styles[slot.style]
        return self.exchange.base(slot.inherited, self.page) if self.exchange else slot.inherited.style


def transform(box: Box, flip: tuple[bool, bool] = (False, False)) -> str:
    """`a:xfrm`: the box in EMU, and whether left and right, top and bottom are exchanged."""
    x, y, w, h = emus(box)
    ways = "".join(f' {name}="1"' for name, way in zip(("flipH", "flipV"), flip, strict=True) if way)
    return f'<a:xfrm{ways}><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'


def emus(box: Box) -> tuple[int, int, int, int]:
    """x, y, width and height in EMU."""
    return emu(box.x), emu(box.y), max(emu(box.w), 0), max(emu(box.h), 0)


def same_place(a: Box, b: Box) -> bool:
    """Whether two boxes are one and the same to the eye."""
    return abs(a.x - b.x) < SAME and abs(a.y - b.y) < SAME and abs(a.w - b.w) < SAME and abs(a.h - b.h) < SAME


def slot_of(placed: Placed, context: SlideContext, filling: Filling) -> Slot | None:
    """The layout's slot that something fills, if it is a placeholder for things of its kind."""
    slot = context.layout.slot(placed.slot) if placed.slot else None
    return slot if slot and takes(slot, context.layout, filling) else None


def plain_shape(id: int, name: str, look: str, attributes: str = "") -> str:
    """A shape without text that carries no meaning; `look` is what stands in its `p:spPr`, `attributes` go
    into its `p:nvPr`."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="{quoted(name)}">{DECORATIVE}</p:cNvPr><p:cNvSpPr/>'
        f"<p:nvPr{attributes}/></p:nvSpPr><p:spPr>{look}</p:spPr></p:sp>"
    )


def grouped(named: str, box: Box, inner: str) -> str:
    """`p:grpSp` of shapes whose coordinates are the page's: the group's own space is its box."""
    x, y, w, h = emus(box)
    space = f'<a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/>'
    space += f'<a:chOff x="{x}" y="{y}"/><a:chExt cx="{w}" cy="{h}"/>'
    return (
        f"<p:grpSp><p:nvGrpSpPr>{named}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
        f"<p:grpSpPr><a:xfrm>{space}</a:xfrm></p:grpSpPr>{inner}</p:grpSp>"
    )
