"""Nodes of a YAML tree that know where each of their characters stands in the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Literal

from deckgen.diagnostics import Span

Style = Literal["", "'", '"', "|", ">"]
"""How a scalar is written: plain, in single or double quotes, as a literal or folded block."""

_LINE_END = re.compile(r"\r\n|\r|\n")
_PIECES: dict[Style, re.Pattern[str]] = {
    "": re.compile(r"\S+"),
    "|": re.compile(r"\S+"),
    ">": re.compile(r"\S+"),
    "'": re.compile(r"''|[^\s']+"),
    '"': re.compile(r"\\(?:x..|u.{4}|U.{8}|\r?\n[ \t]*|.)|[^\s\\]+"),
}


@dataclass(slots=True)
class Source:
    """The characters of one file, under the name that the author knows it by."""

    file: str
    text: str
    _starts: list[int] = field(default_factory=list)
    _aligned: tuple[int, list[int], list[int]] | None = None

    def span(self, index: int, length: int = 1) -> Span:
        """The place of the character at `index` (from 0) of the file."""
        if not self._starts:
            self._starts = [0, *(m.end() for m in _LINE_END.finditer(self.text))]
        line = bisect_right(self._starts, index)
        return Span(self.file, line, index - self._starts[line - 1] + 1, length)

    def alignment(self, scalar: Scalar) -> tuple[list[int], list[int]]:
        """Offsets in the scalar's text, and where in the file the characters there stand.

        Both lists rise together; between two entries text and file run in step.
        """
        if self._aligned is None or self._aligned[0] != scalar.start:
            self._aligned = (scalar.start, *_align(self.text, scalar))
        return self._aligned[1:]


@dataclass(frozen=True, slots=True)
class Scalar:
    """Characters as YAML read them; `plain` when written without quotes and not as a block scalar.

    `start` and `end` are the first and the last index + 1 of its characters in `source`, quotes
    and block header included.  `misread` says that YAML could make nothing of it as written, and that
    a diagnostic tells of it already.
    """

    text: str
    plain: bool
    span: Span
    style: Style = ""
    source: Source | None = field(default=None, repr=False, compare=False)
    start: int = 0
    end: int = 0
    misread: bool = False

    @property
    def raw(self) -> str:
        """The scalar as it stands in the file, with its quotes."""
        return self.source.text[self.start : self.end] if self.source else self.text

    @property
    def absent(self) -> bool:
        """Whether nothing at all is written where a value could stand."""
        return self.plain and not self.text

    def at(self, offset: int, length: int = 1) -> Span:
        """The place in the file of the character at `offset` (from 0) of `text`."""
        if self.source is None:
            return Span(self.span.file, self.span.line, self.span.column + offset, length)
        as_typed = self.plain and self.end - self.start == len(self.text)
        if as_typed and self.span.line == self.source.span(self.end).line:
            return Span(self.span.file, self.span.line, self.span.column + offset, length)
        return self.source.span(_file_index(self, offset), length)


def _file_index(scalar: Scalar, offset: int) -> int:
    """Where the character at `offset` stands in the file; white space goes with what it precedes."""
    assert scalar.source is not None
    offsets, places = scalar.source.alignment(scalar)
    if not offsets:
        return scalar.start
    n = bisect_right(offsets, offset) - 1
    after_break = n + 1 < len(offsets) and "\n" in scalar.text[offsets[max(n, 0)] : offset]
    if n < 0 or after_break:
        return max(scalar.start, places[n + 1] - (offsets[n + 1] - offset))
    return min(places[n] + offset - offsets[n], max(scalar.start, scalar.end - 1, places[n]))


def _align(text: str, scalar: Scalar) -> tuple[list[int], list[int]]:
    """Match the words of the file, one after the other, with the words of the scalar."""
    offsets: list[int] = []
    places: list[int] = []
    begin, end = _content(text, scalar)
    offset, last = 0, begin
    for piece in _PIECES[scalar.style].finditer(text, begin, end):
        word = piece.group()
        escaped = word == "''" if scalar.style == "'" else scalar.style == '"' and word[0] == "\\"
        if escaped:
            offset += _folded(text[last : piece.start()])
            width = 0 if word[1] in "\r\n" else 1
        else:
            found = scalar.text.find(word, offset)
            if found < 0:
                continue
            offset, width = found, len(word)
        offsets.append(offset)
        places.append(piece.start())
        offset, last = offset + width, piece.end()
    return offsets, places


def _content(text: str, scalar: Scalar) -> tuple[int, int]:
    """Where a scalar's characters begin and end: within its quotes, below its block header."""
    if scalar.style in ("'", '"'):
        return scalar.start + 1, scalar.end - 1
    if scalar.style in ("|", ">"):
        header = _LINE_END.search(text, scalar.start, scalar.end)
        return (header.end() if header else scalar.end), scalar.end
    return scalar.start, scalar.end


def _folded(gap: str) -> int:
    """How many characters YAML makes of the white space between two words of a quoted scalar."""
    breaks = len(_LINE_END.findall(gap))
    return len(gap) if not breaks else max(1, breaks - 1)


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Mapping:
    """A mapping, its entries in the order written."""

    entries: tuple[tuple[Scalar, Node], ...]
    span: Span

    def get(self, key: str) -> Node | None:
        """The value of `key`, or None."""
        for name, value in self.entries:
            if name.text == key:
                return value
        return None


Node = Scalar | Sequence | Mapping
