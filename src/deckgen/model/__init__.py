"""What the author said: a Deck of slides, blocks and runs, before anything has a place or a size."""

from deckgen.model.blocks import (
    Bibliography,
    Block,
    Callout,
    CalloutKind,
    Column,
    Columns,
    Event,
    FlowBlock,
    Item,
    ListBlock,
    Paragraph,
    Quote,
    Stat,
    Statement,
    Stats,
    TextBlock,
    Timeline,
)
from deckgen.model.common import NOWHERE, Align, Build, Common, Place, Size, TextLike, Visual
from deckgen.model.deck import (
    FOOTER_FIELDS,
    PAGE,
    Background,
    Deck,
    Numbers,
    Overflow,
    Slide,
    SlideKind,
    ThemeRef,
    Transition,
    TransitionKind,
)
from deckgen.model.figures import Chart, Code, Diagram, Math, Table, TableColumn
from deckgen.model.media import CENTRE, WIDE, Audio, Clip, Fit, Gallery, Image, Qr, Video
from deckgen.model.text import FORMULA, Baseline, Role, Run, Text, characters, plain

__all__ = [
    "CENTRE", "FOOTER_FIELDS", "FORMULA", "NOWHERE", "PAGE", "WIDE", "Align", "Audio", "Background",
    "Baseline", "Bibliography", "Block", "Build", "Callout", "CalloutKind", "Chart", "Clip", "Code",
    "Column", "Columns", "Common", "Deck", "Diagram", "Event", "Fit", "FlowBlock", "Gallery", "Image",
    "Item", "ListBlock", "Math", "Numbers", "Overflow", "Paragraph", "Place", "Qr", "Quote", "Role", "Run",
    "Size", "Slide", "SlideKind", "Stat", "Statement", "Stats", "Table", "TableColumn", "Text",
    "TextBlock", "TextLike", "ThemeRef", "Timeline", "Transition", "TransitionKind", "Video", "Visual",
    "characters", "plain",
]  # fmt: skip
