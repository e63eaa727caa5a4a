"""What a piece needs to know to be measured and placed: theme, size step, language, names in use."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from deckgen.diagnostics import Report
from deckgen.model import Align, Size, Table, TextLike
from deckgen.scene import Part
from deckgen.text.direction import is_rtl
from deckgen.text.measure import Measurer
from deckgen.theme import ColorRef, LevelStyle, TextStyle, Theme

if TYPE_CHECKING:
    from deckgen.layout.diagramfit import FittedDiagram
    from deckgen.layout.tablecells import Column

PAPER = ColorRef("background")

OPTICAL = 0.3
"""The share of the spare height that stands above what has a box to itself: where the eye looks for it."""


@dataclass(slots=True)
class Styles:
    """A theme's styles at each of its steps, made once."""

    theme: Theme
    _made: dict[tuple[str, float, bool], TextStyle] = field(default_factory=dict)
    _aligned: dict[tuple[LevelStyle, Align], LevelStyle] = field(default_factory=dict)
    _sized: dict[tuple[str, float, bool | None, bool | None], TextStyle] = field(default_factory=dict)
    _colored: dict[tuple[TextStyle, ColorRef], TextStyle] = field(default_factory=dict)

    def at(self, name: str, factor: float, inverse: bool = False) -> TextStyle:
        """The style `name` at a step, as it looks on normal or on inverse pages."""
        key = (name, factor, inverse and bool(self.theme.alternates))
        if key not in self._made:
            self._made[key] = self.theme.at(name, factor, inverse)
        return self._made[key]

    def sized(self, name: str, size: float, bold: bool | None, italic: bool | None) -> TextStyle:
        """The style `name` at a size of its own; weight and slant are the style's where they are None."""
        key = (name, size, bold, italic)
        if key not in self._sized:
            base = self.theme.styles[name].level(0)
            heavy, slanted = base.bold if bold is None else bold, base.italic if italic is None else italic
            self._sized[key] = TextStyle(name, (replace(base, size=size, bold=heavy, italic=slanted),))
        return self._sized[key]

    def colored(self, style: TextStyle, color: ColorRef) -> TextStyle:
        """A style of one level in another colour; one object for all that look so."""
        key = (style, color)
        if key not in self._colored:
            self._colored[key] = replace(style, levels=(replace(style.level(0), color=color),))
        return self._colored[key]

    def aligned(self, look: LevelStyle, align: Align) -> LevelStyle:
        """A level's look with its lines at another side; one object for all that look so."""
        key = (look, align)
        if key not in self._aligned:
            self._aligned[key] = replace(look, align=align.value)
        return self._aligned[key]


@dataclass(frozen=True, slots=True)
class Tools:
    """What the whole deck shares.  A piece reports, when it is placed, what it alone can tell.

    `columns` has what the columns of tables need that go on over several pages, measured once; `diagrams`
    what is worked out of a flowchart, which is measured several times.  Both go by identity.
    """

    theme: Theme
    styles: Styles
    measurer: Measurer
    lang: str
    report: Report = field(default_factory=Report)
    columns: dict[tuple[int, str | None], tuple[Table, list[Column]]] = field(default_factory=dict)
    diagrams: dict[int, FittedDiagram] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Setting:
    """How one slide, or a part of it, is set.

    `lang` is the nearest language that the author gave, None where only the deck's default holds.
    `rtl` says that the page will be mirrored: pieces place everything as for reading from left to
    right, and mirror only what is read against the page.  `inverse` says that light and dark are exchanged,
    `ground` is the colour behind everything.  `align` is set where the author said so.  `ruler` is the
    longest line of code on the slide.
    """

    tools: Tools
    factor: float = 1.0
    lang: str | None = None
    rtl: bool = False
    inverse: bool = False
    ground: ColorRef = PAPER
    align: Align | None = None
    ruler: str = ""

    def style(self, name: str) -> TextStyle:
        """The style at this setting's step."""
        return self.tools.styles.at(name, self.factor, self.inverse)

    def at(self, factor: float) -> Setting:
        """The same at another step."""
        return replace(self, factor=factor)

    def within(self, lang: str | None) -> Setting:
        """The same for a part that the author gave a language of its own."""
        return replace(self, lang=lang) if lang else self

    def of(self, block: TextLike) -> Setting:
        """The same for a block of words: its language, and its size and alignment beside its neighbours'."""
        factor = self.factor * self.size(block.size)
        return replace(self.within(block.lang), factor=factor, align=block.align or self.align)

    def size(self, size: Size) -> float:
        """What an author's word makes of a size: a whole step of the theme's scale, or nothing."""
        ratio = self.tools.theme.ratio
        return {Size.SMALL: 1 / ratio, Size.NORMAL: 1.0, Size.LARGE: ratio}[size]

    def direction(self, characters: str, lang: str | None = None) -> bool:
        """Whether text runs from right to left: by its language where given, else by its characters."""
        return is_rtl(characters, lang or self.lang)


@dataclass(slots=True)
class Names:
    """Hands out the names of a page's shapes: "Bullets", then "Bullets 2"."""

    _used: dict[Part, int] = field(default_factory=dict)

    def new(self, part: Part) -> str:
        """The next name for a shape of this kind."""
        count = self._used[part] = self._used.get(part, 0) + 1
        return part.value if count == 1 else f"{part.value} {count}"
