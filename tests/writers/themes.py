"""A theme made by hand, so that the writers' tests stand without template files."""

from __future__ import annotations

from deckgen.decorations import Decoration, Shape
from deckgen.model import CalloutKind
from deckgen.slots import Box, Layout, Slot, SlotKind
from deckgen.theme import CodeStyle, ColorRef, Font, LevelStyle, TextStyle, Theme, TokenStyle

LIGHT = {
    "background": "#FFFFFF", "text": "#16202E", "surface": "#EEF2F6", "muted": "#4A5666",
    "accent1": "#0B5CAB", "accent2": "#F0A202", "accent3": "#00785A", "accent4": "#B8410F",
    "accent5": "#A24A80", "accent6": "#3F8FC4", "link": "#0B5CAB",
}  # fmt: skip
DARK = LIGHT | {
    "background": "#10151D", "text": "#F2F4F7", "surface": "#1F2833", "muted": "#B4BDC9",
    "accent1": "#F0B429", "accent2": "#0B5CAB", "link": "#F0B429",
}  # fmt: skip

MUTED, ACCENT = ColorRef("muted"), ColorRef("accent1")


def one(name: str, level: LevelStyle) -> TextStyle:
    """A style without list levels."""
    return TextStyle(name, (level,))


def styles() -> dict[str, TextStyle]:
    """The text styles that the sample pages use."""
    body = (
        LevelStyle(24, before=10, indent=20, hang=20, bullet="•"),
        LevelStyle(20, before=5, indent=42, hang=18, bullet="–"),
        LevelStyle(18, before=4, indent=62, hang=16, bullet="•"),
        LevelStyle(16, before=3, indent=80, hang=15, bullet="–"),
        LevelStyle(14, before=3, indent=98, hang=15, bullet="•"),
    )
    heading = {"font": "heading", "bold": True, "spacing": 0.9}
    made = [
        TextStyle("body", body),
        one("title", LevelStyle(34, **heading)),  # type: ignore[arg-type]
        one("opening-title", LevelStyle(50, **heading)),  # type: ignore[arg-type]
        one("section-title", LevelStyle(50, **heading)),  # type: ignore[arg-type]
        one("statement", LevelStyle(48, **heading)),  # type: ignore[arg-type]
        one("column-title", LevelStyle(24, "heading", ACCENT, bold=True)),
        one("opening-subtitle", LevelStyle(28, color=MUTED)),
        one("text", LevelStyle(24, before=12)),
        one("byline", LevelStyle(20)),
        one("date", LevelStyle(16, color=MUTED)),
        one("quote", LevelStyle(28, italic=True)),
        one("source", LevelStyle(18, color=MUTED, before=8)),
        one("caption", LevelStyle(14, color=MUTED)),
        one("event-when", LevelStyle(20, "heading", ACCENT, bold=True)),
        one("event-what", LevelStyle(20, before=2)),
        one("footer", LevelStyle(12, color=MUTED)),
        one("number", LevelStyle(12, color=MUTED, align="end")),
    ]
    return {style.name: style for style in made}


TITLE = Slot("title", SlotKind.TITLE, Box(56, 40, 848, 84), "title", 0, prompt="Title")
FOOTER = Slot("footer", SlotKind.FOOTER, Box(56, 502, 640, 16), "footer", 101)
NUMBER = Slot("number", SlotKind.NUMBER, Box(824, 502, 80, 16), "number", 102)
DATE = Slot("date", SlotKind.DATE, Box(624, 430, 280, 58), "date", 100, "bottom")
CODE = CodeStyle(
    panel=ColorRef("surface"), band=ColorRef("background"), rule=ACCENT, number=ColorRef("muted"),
    tokens={"keyword": TokenStyle(ACCENT, bold=True), "comment": TokenStyle(ColorRef("muted"), italic=True)},
)  # fmt: skip
BAR = Decoration(Box(56, 28, 48, 4), Shape(ACCENT), name="Bar")


def page(name: str, title: str, *slots: Slot) -> Layout:
    """A layout with title, footer and number."""
    return Layout(name, title, (TITLE, *slots, FOOTER, NUMBER), (BAR,))


def body(name: str, index: int, x: float, y: float, w: float, h: float) -> Slot:
    """A content slot."""
    return Slot(name, SlotKind.BODY, Box(x, y, w, h), "body", index, prompt="Text")


def label(name: str, index: int, box: Box, style: str, prompt: str) -> Slot:
    """A text slot, its text at the foot."""
    return Slot(name, SlotKind.TEXT, box, style, index, "bottom", prompt)


def layouts() -> dict[str, Layout]:
    """The layouts of the sample."""
    big = Slot("title", SlotKind.TITLE, Box(56, 148, 776, 148), "opening-title", 0, "bottom", "Title")
    subtitle = Slot("subtitle", SlotKind.SUBTITLE, Box(56, 310, 776, 76), "opening-subtitle", 1)
    byline = label("byline", 2, Box(56, 430, 540, 58), "byline", "Author")
    ground = Decoration(Box(0, 400, 960, 4), Shape(ColorRef("surface", darker=0.1)), name="Ground")
    opening = Layout("opening", "Title Slide", (big, subtitle, byline, DATE), (ground,), inverse=True)
    below = Slot("subtitle", SlotKind.TEXT, Box(56, 310, 776, 76), "opening-subtitle", 1)
    disc = Decoration(Box(760, 60, 120, 120), Shape(ColorRef("accent1", lighter=0.3), "ellipse"), "Disc")
    section = Layout(
        "section", "Section Header", (big, below), (disc,), True, ColorRef("accent1", darker=0.5)
    )
    left, right = body("column1", 1, 56, 148, 412, 324), body("column2", 2, 492, 148, 412, 324)
    sides = [
        label("column1-title", 1, Box(56, 148, 412, 32), "column-title", "One side"),
        body("column1", 2, 56, 192, 412, 280),
        label("column2-title", 3, Box(492, 148, 412, 32), "column-title", "The other side"),
        body("column2", 4, 492, 192, 412, 280),
    ]
    words, media = body("body", 1, 56, 148, 412, 324), body("media", 2, 492, 148, 412, 324)
    big_words = Slot("statement", SlotKind.BODY, Box(132, 96, 696, 294), "statement", 1, "middle")
    source = label("source", 2, Box(132, 404, 696, 52), "source", "")
    made = [
        opening, section,
        page("title-body", "Title and Content", body("body", 1, 56, 148, 848, 324)),
        page("title-only", "Title Only"),
        page("columns", "Two Content", left, right),
        page("comparison", "Comparison", *sides),
        page("media", "Media", body("media", 1, 56, 148, 848, 324)),
        page("text-media", "Text and Media", words, media),
        Layout("statement", "Statement", (big_words, source)),
        Layout("blank", "Blank", ()),
    ]  # fmt: skip
    return {layout.name: layout for layout in made}


def sample_theme(dark: bool = False) -> Theme:
    """A whole theme for 960 × 540 pt."""
    return Theme(
        name="sample", title="Sample", page=(960.0, 540.0), colors=DARK if dark else LIGHT,
        fonts={
            "heading": Font("Arial", "Arimo", "Helvetica, sans-serif"),
            "body": Font("Arial", "Arimo", "Helvetica, sans-serif"),
            "mono": Font("Courier New", "Source Code Pro", "monospace"),
        },
        styles=styles(), layouts=layouts(), steps=(1.2, 1.0, 0.9, 0.8, 0.7), floor=14.0,
        footer="{{ title }}", margin=56.0, gutter=24.0, gap=20.0,
        marks={False: ColorRef("accent2", lighter=0.65), True: ColorRef("accent1", darker=0.5)},
        code=dict.fromkeys((False, True), CODE), callouts=dict.fromkeys(CalloutKind, ACCENT),
    )  # fmt: skip
