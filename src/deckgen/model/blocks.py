"""Blocks of words and what holds blocks; the closed union of all blocks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from deckgen.diagnostics import Span
from deckgen.model.common import NOWHERE, Build, Common, TextLike
from deckgen.model.figures import Chart, Code, Diagram, Math, Table
from deckgen.model.media import Audio, Gallery, Image, Qr, Video
from deckgen.model.text import Text


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
    incremental: Build | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListBlock(TextLike):
    """`bullets` or `numbered`: items, set in one or more columns, counted from `start`."""

    items: tuple[Item, ...]
    ordered: bool = False
    start: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBlock(TextLike):
    """`text`: paragraphs and lists of Markdown."""

    parts: tuple[Paragraph | ListBlock, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of `columns`.  `width` is its share of the body (0-1), None for an equal share."""

    blocks: tuple[Block, ...]
    title: Text = ()
    width: float | None = None
    lang: str | None = None
    incremental: Build | None = None
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns(Common):
    """`columns`: two to four columns side by side."""

    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(TextLike):
    """`quote`: somebody's words, by whom and from where."""

    text: Text
    by: Text = ()
    source: Text = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(TextLike):
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


class CalloutKind(StrEnum):
    """What a remark is to the lecture."""

    NOTE = "note"
    TIP = "tip"
    WARNING = "warning"
    IMPORTANT = "important"
    EXAMPLE = "example"
    EXERCISE = "exercise"
    QUESTION = "question"
    SOLUTION = "solution"
    DEFINITION = "definition"
    THEOREM = "theorem"
    PROOF = "proof"


@dataclass(frozen=True, slots=True, kw_only=True)
class Callout(TextLike):
    """`callout`: a remark set apart, under a label that says of which kind it is."""

    kind: CalloutKind
    title: Text = ()
    content: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stat:
    """One number of `stats`, with what it counts."""

    value: Text
    label: Text
    detail: Text = ()
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Stats(TextLike):
    """`stats`: numbers set large."""

    items: tuple[Stat, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bibliography(TextLike):
    """`bibliography`: the works cited in the deck, one paragraph each."""

    entries: tuple[Text, ...] = ()


Block = (
    ListBlock | TextBlock | Columns | Image | Gallery | Video | Audio | Qr | Table | Chart | Code | Math
    | Diagram | Quote | Callout | Statement | Timeline | Stats | Bibliography
)  # fmt: skip
"""The closed union of blocks; whatever matches on it ends in `assert_never`."""

FlowBlock = ListBlock | TextBlock | Bibliography
"""Blocks that flow together in one body of text."""
