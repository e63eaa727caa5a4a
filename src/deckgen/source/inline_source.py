"""One text while it is parsed: its characters, their places in the file, and what was found in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from deckgen.diagnostics import Report, Span
from deckgen.model import Text
from deckgen.source.citing import References
from deckgen.source.filled import Marked
from deckgen.source.inline_links import Address, bare_addresses
from deckgen.yamlnodes import Scalar

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline

    from deckgen.figures.math.macros import Macros

Links = list[tuple[str, Span]]
"""The slides that links lead to: each id, and where it is named."""

_BRACKETS = re.compile(r"\\.|(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)|(?P<open>\[)|(?P<close>\])", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Values:
    """What stands in place of a text's `{{ names }}`, by character: what it shows, and what was typed."""

    shown: dict[int, str] = field(default_factory=dict)
    typed: dict[int, str] = field(default_factory=dict)


_NONE = Values()


def values_in(scalar: Scalar) -> Values:
    """The values that were filled into a field."""
    return Values(scalar.values, scalar.names) if isinstance(scalar, Marked) else _NONE


@dataclass(slots=True)
class Source:
    """A text, the place of each of its characters, and where problems and links are noted.

    `addresses` are the bare ones in the text, in order.  `notes` collects the footnotes of the slide, None
    where there is no foot to put them at; `references` are the works that can be cited, `macros` the commands
    that the author's formulas have defined.
    """

    text: str
    at: Callable[[int], Span]
    report: Report
    links: Links | None = None
    values: Values = _NONE
    notes: list[Text] | None = None
    references: References | None = None
    macros: Macros | None = None
    addresses: tuple[Address, ...] = field(init=False)
    _pairs: dict[int, int] | None = None

    def __post_init__(self) -> None:
        self.addresses = bare_addresses(self.text)

    def span(self, start: int, end: int) -> Span:
        """The place of `text[start:end]`, as much of it as stands on one line."""
        return replace(self.at(start), length=max(1, len(self.text[start:end].split("\n", 1)[0])))

    def within(self, start: int, end: int) -> Source:
        """The text of a footnote in this one."""
        text = self.text[start:end]
        return replace(self, text=text, at=lambda offset: self.at(start + offset), notes=None, _pairs=None)

    def shown(self, part: str) -> str:
        """A part of the text with its values in their places."""
        return part.translate(self.values.shown) if self.values.shown else part

    def typed(self, part: str) -> str:
        """A part of the text as its author typed it, without values."""
        return part.translate(self.values.typed) if self.values.typed else part

    def closing(self, opening: int) -> int:
        """Where the square bracket opened at `opening` closes, or -1.

        All brackets are matched at the first call, in linear time.
        """
        if self._pairs is None:
            self._pairs = _bracket_pairs(self.text)
        return self._pairs.get(opening, -1)

    def error(self, code: str, message: str, start: int, end: int, *hints: str) -> None:
        """Record an error about `text[start:end]`."""
        self.report.error(code, message, self.span(start, end), *hints)


def source_of(state: StateInline) -> Source:
    """The text that markdown-it is parsing."""
    source: Source = state.env["source"]
    return source


def keep_as_typed(state: StateInline, end: int) -> bool:
    """Take what stands before `end` for text, markup and all; always True."""
    state.append_pending(state.src[state.pos : end])
    state.pos = end
    return True


def _bracket_pairs(text: str) -> dict[int, int]:
    """Each opening bracket outside code and escapes, and where it closes."""
    pairs: dict[int, int] = {}
    waiting: list[int] = []
    for match in _BRACKETS.finditer(text):
        if match["open"]:
            waiting.append(match.start())
        elif match["close"] and waiting:
            pairs[waiting.pop()] = match.start()
    return pairs
