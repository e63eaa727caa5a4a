"""Text as its author wrote it: runs of characters, each of one formatting."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from deckgen.figures.formula import Formula


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


FORMULA = "\ufffc"
"""The object replacement character (Unicode 23.8): where a formula stands among characters."""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one formatting.  A "\\n" in `text` is a line break that the author wrote.

    `href` is a web or mail address, or `#` and the id of a slide.  `token` is the kind of a piece of code,
    a key of the theme's code style ("keyword").  A run with a `formula` has the one character
    `FORMULA` as its text, one with a `footnote` the number that refers to it.
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
    token: str = ""
    formula: Formula | None = None
    footnote: Text = ()


Text = tuple[Run, ...]
"""One paragraph: its runs in reading order."""


def characters(text: Text) -> str:
    """The characters of a text without its formatting, line breaks among them."""
    return "".join(run.text for run in text)


def plain(text: Text) -> str:
    """A text on one line without its formatting: line breaks become spaces, formulas what they read as."""
    read = "".join(run.formula.text if run.formula else run.text for run in text if not run.footnote)
    return read.replace("\n", " ")
