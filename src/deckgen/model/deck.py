"""Slides, and the deck that they make up."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Literal

from deckgen.diagnostics import Span
from deckgen.model.blocks import Block, ListBlock, Paragraph
from deckgen.model.common import NOWHERE, Build
from deckgen.model.text import Text

PAGE = (960.0, 540.0)
"""The page of a deck that asks for no other, 16:9, in pt."""

FOOTER_FIELDS = {"title": "\udf00", "section": "\udf01", "author": "\udf02", "date": "\udf03"}
"""What stands in a footer's text for what its page fills in: lone surrogates, which no file's text has."""


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


class TransitionKind(StrEnum):
    """How one slide gives way to the next; with MORPH, blocks of one id move to their new places."""

    NONE = "none"
    FADE = "fade"
    PUSH = "push"
    WIPE = "wipe"
    COVER = "cover"
    ZOOM = "zoom"
    MORPH = "morph"


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition:
    """The way in which a slide comes; `duration` is in seconds, None for the usual one."""

    kind: TransitionKind
    duration: float | None = None


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

    `id` is unique in the deck where it is set.  `footer` may hold `FOOTER_FIELDS`; `False` switches it off.
    `section` is the name of the section that a section slide begins; its `title`, never empty, is what it
    shows.  `footnotes` are those of all its texts, counted from 1.
    """

    kind: SlideKind = SlideKind.CONTENT
    id: str | None = None
    title: Text = ()
    subtitle: Text = ()
    section: Text = ()
    blocks: tuple[Block, ...] = ()
    footnotes: tuple[Text, ...] = ()
    layout: str | None = None
    notes: tuple[Paragraph | ListBlock, ...] = ()
    background: Background | None = None
    hidden: bool = False
    overflow: Overflow | None = None
    lang: str | None = None
    footer: Text | Literal[False] | None = None
    numbers: Numbers | None = None
    incremental: Build | None = None
    transition: Transition | None = None
    span: Span = NOWHERE
    layout_span: Span = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeRef:
    """The theme that the author asked for: a built-in's name or a file, and what to change in it.

    `overrides` is plain data of the theme language: `{"colors": {...}, "fonts": {...}}`.  `layouts` names,
    for layouts of ours, those of a template that serve them.
    """

    name: str = "lecture"
    path: Path | None = None
    overrides: dict[str, dict[str, str]] = field(default_factory=dict)
    layouts: dict[str, str] = field(default_factory=dict)
    logo: Path | None = None
    span: Span = NOWHERE
    override_spans: dict[str, Span] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """A whole lecture as written.  `size` is the page in pt, asked for at `size_span` (None: it was not);
    `slides` begin with the opening.

    `variants` are those that parts of the outline are for, read or left out.
    """

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
    size_span: Span | None = None
    footer: Text | Literal[False] | None = None
    numbers: Numbers = Numbers.ON
    overflow: Overflow = Overflow.SHRINK
    incremental: bool = False
    transition: Transition | None = None
    slides: tuple[Slide, ...] = ()
    variants: frozenset[str] = frozenset()
