"""What the author said: a Deck of slides, blocks and runs, before anything has a place or a size."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Literal

from deckgen.diagnostics import Span

NOWHERE = Span("")
PAGE = (960.0, 540.0)
"""The page of a deck that asks for no other, 16:9, in pt."""


# --- Text ---------------------------------------------------------------------------------------


class Baseline(StrEnum):
    """Where a run's baseline lies: on the line, below (H~2~O) or above it (x^2^)."""

    NORMAL = "normal"
    SUB = "sub"
    SUPER = "super"


class Role(StrEnum):
    """What an author may say of a word: `[word]{.accent}`."""

    ACCENT = "accent"
    MUTED = "muted"
    SMALL = "small"


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one formatting.  A "\\n" in `text` is a line break that the author wrote.

    `href` is a web or mail address, or `#` and the id of a slide.
    """

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    struck: bool = False
    marked: bool = False
    baseline: Baseline = Baseline.NORMAL
    roles: frozenset[Role] = frozenset()
    href: str | None = None
    lang: str | None = None


Text = tuple[Run, ...]
"""One paragraph: its runs in reading order."""


def characters(text: Text) -> str:
    """The characters of a text without its formatting, line breaks among them."""
    return "".join(run.text for run in text)


def plain(text: Text) -> str:
    """The characters of a text on one line: line breaks become spaces."""
    return characters(text).replace("\n", " ")


# --- Blocks -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Common:
    """What every block carries: its place in the outline, language and id."""

    span: Span = NOWHERE
    lang: str | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph of a text block or of notes."""

    text: Text
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item of a list, with the list nested under it."""

    text: Text
    children: ListBlock | None = None
    span: Span = NOWHERE
    lang: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListBlock(Common):
    """`bullets` or `numbered`: items, set in one or more columns, counted from `start`."""

    items: tuple[Item, ...]
    ordered: bool = False
    start: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBlock(Common):
    """`text`: paragraphs and lists of Markdown."""

    parts: tuple[Paragraph | ListBlock, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of `columns`.  `width` is its share of the body (0-1), None for an equal share."""

    blocks: tuple[Block, ...]
    title: Text = ()
    width: float | None = None
    lang: str | None = None
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns(Common):
    """`columns`: two to four columns side by side."""

    columns: tuple[Column, ...]


class Fit(StrEnum):
    """How a picture fills its box: whole, cut to fill, or at its own size."""

    CONTAIN = "contain"
    COVER = "cover"
    NONE = "none"


class Place(StrEnum):
    """On which side of the text a visual block stands."""

    LEFT = "left"
    RIGHT = "right"
    ABOVE = "above"
    BELOW = "below"


@dataclass(frozen=True, slots=True, kw_only=True)
class Image(Common):
    """`image`: a raster file that exists, its pixels counted by the reader.

    `dpi` gives its natural size.  `width` is a share of the body (0-1).  An empty `alt` with
    `decorative` says that the picture carries no meaning.
    """

    path: Path
    pixels: tuple[int, int]
    media_type: Literal["image/png", "image/jpeg", "image/gif", "image/webp"]
    dpi: float = 96.0
    alt: str = ""
    decorative: bool = False
    caption: Text = ()
    fit: Fit = Fit.CONTAIN
    link: str | None = None
    width: float | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Common):
    """`quote`: somebody's words, by whom and from where."""

    text: Text
    by: Text = ()
    source: Text = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Common):
    """`statement`: one big sentence."""

    text: Text
    by: Text = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event of a timeline."""

    when: Text
    what: Text
    detail: Text = ()
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline(Common):
    """`timeline`: events in the order written."""

    events: tuple[Event, ...]


Block = ListBlock | TextBlock | Columns | Image | Quote | Statement | Timeline
"""The closed union of blocks; whatever matches on it ends in `assert_never`."""

FlowBlock = ListBlock | TextBlock
"""Blocks that flow together in one body of text."""


# --- Slides and the deck ------------------------------------------------------------------------


class SlideKind(StrEnum):
    """The opening slide, one that begins a section, or one with content."""

    OPENING = "opening"
    SECTION = "section"
    CONTENT = "content"


class Overflow(StrEnum):
    """What happens to content that does not fit at the normal size."""

    SHRINK = "shrink"
    SPLIT = "split"
    ERROR = "error"


class Numbers(StrEnum):
    """Slide numbers: shown, hidden, or as "3 / 20"."""

    ON = "on"
    OFF = "off"
    TOTAL = "total"


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """What lies behind a slide; exactly one of the first four is set.

    `role` is a colour role, `color` is "#RRGGBB", `image` a file (with its pixels) that `dim`
    darkens (0-1), `inverse` the theme's opposite of light and dark.
    """

    role: str | None = None
    color: str | None = None
    image: Path | None = None
    inverse: bool = False
    pixels: tuple[int, int] = (0, 0)
    media_type: str = ""
    dim: float = 0.0
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """One slide as written.  None means: as the deck or the theme has it.

    `id` is unique in the deck where it is set.  `footer` may hold `{{ title }}` and the like;
    `False` switches it off.  `section` is the name of the section that a section slide begins;
    its `title`, never empty, is what it shows.
    """

    kind: SlideKind = SlideKind.CONTENT
    id: str | None = None
    title: Text = ()
    subtitle: Text = ()
    section: Text = ()
    blocks: tuple[Block, ...] = ()
    layout: str | None = None
    notes: tuple[Paragraph | ListBlock, ...] = ()
    background: Background | None = None
    hidden: bool = False
    overflow: Overflow | None = None
    lang: str | None = None
    footer: Text | Literal[False] | None = None
    numbers: Numbers | None = None
    span: Span = NOWHERE
    layout_span: Span = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeRef:
    """The theme that the author asked for: a built-in's name or a file, and what to change in it.

    `overrides` is plain data of the theme language: `{"colors": {...}, "fonts": {...}}`.
    """

    name: str = "lecture"
    path: Path | None = None
    overrides: dict[str, dict[str, str]] = field(default_factory=dict)
    span: Span = NOWHERE
    override_spans: dict[str, Span] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """A whole lecture as written.  `size` is the page in pt; `slides` begin with the opening."""

    file: Path
    title: Text
    subtitle: Text = ()
    authors: tuple[Text, ...] = ()
    institute: Text = ()
    date: Text = ()
    keywords: str = ""
    description: str = ""
    lang: str = "en"
    theme: ThemeRef = ThemeRef()
    size: tuple[float, float] = PAGE
    footer: Text | Literal[False] | None = None
    numbers: Numbers = Numbers.ON
    overflow: Overflow = Overflow.SHRINK
    slides: tuple[Slide, ...] = ()
