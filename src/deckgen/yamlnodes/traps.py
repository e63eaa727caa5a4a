"""The lines of a file that YAML could not parse → each line that begins or goes on as YAML forbids.

A scan of lines, not a parser: it knows block scalars, quoted scalars, flow collections, comments and
continued plain scalars well enough to leave them alone.  It runs only on files that YAML refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from deckgen.yamlnodes.nodes import Source
from deckgen.yamlnodes.quoting import corrected
from deckgen.yamlnodes.values import Trap, Value, after_flow, after_quotes, first_sign, flow_traps

__all__ = ["GOES_ON", "Trap", "scan"]

GOES_ON = "this line goes on the text above it, so that `key:` makes no sense to YAML here"

_LINES = re.compile(r"([^\r\n]*)(\r\n|\r|\n|$)")
_DASH = re.compile(r"-(?:[ \t]+|$)")
_QUOTED_KEY = re.compile(r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')[ \t]*:(?:[ \t]+|$)""")
_PLAIN_KEY = re.compile(r"""(?![\[{"'#])(?:(?![ \t]#)[^:]|:(?=\S))*:(?:[ \t]+|$)""")
_BLOCK = re.compile(r"[|>](?:[+-]?[1-9]?|[1-9][+-])(?:[ \t]+#.*|[ \t]*)$")
_COLON = re.compile(r":(?=[ \t]|$)")
_COMMENT = re.compile(r"(?:^|[ \t])#")
_KEY_WORD = re.compile(r"[a-z_]+[ \t]*:")
_GLUED_KEY = re.compile(r"[A-Za-z_]\w*:(?=[^\s/])")
_GLUED = re.compile(r"(?:-(?=[^\s-])|[A-Za-z_]\w*:(?=\S))")


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str

    @property
    def indent(self) -> int:
        return len(self.text) - len(self.text.lstrip(" "))

    @property
    def content(self) -> str:
        return self.text.strip()


def scan(source: Source) -> list[Trap]:
    """All traps of a file, in order."""
    lines = [_Line(m.start(), m.group(1)) for m in _LINES.finditer(source.text)]
    return _Scan(source, lines).run()


class _Scan:
    """One pass over the lines; `_open` is the column of a key or dash that still wants its value."""

    def __init__(self, source: Source, lines: list[_Line]) -> None:
        self._source = source
        self._lines = lines
        self._traps: list[Trap] = []
        self._open: int | None = None

    def run(self) -> list[Trap]:
        """Scan line after line; a value may take several."""
        n = 0
        while n < len(self._lines):
            n = self._line(n)
        return self._traps

    def _line(self, n: int) -> int:
        """Look at the line `n`, and answer the next line to look at."""
        line = self._lines[n]
        if not line.content or line.content.startswith("#") or line.text.startswith(("---", "...", "%")):
            return n + 1
        if line.text[line.indent] == "\t":
            self._tab(line)
            return n + 1
        at, holder, key = self._prefix(line)
        value = line.text[at:].rstrip()
        if not value or value.startswith("#"):
            self._open = holder
            return n + 1
        if holder is None:
            if self._open is not None and line.indent > self._open:
                holder = self._open
            elif self._loose(line, value):
                return n + 1
            else:
                holder = line.indent - 1
        self._open = None
        return self._value(n, at, holder, key)

    def _prefix(self, line: _Line) -> tuple[int, int | None, bool]:
        """Where the value begins, the column of the dash or key that holds it, whether a key does."""
        at, holder = (
            line.indent + len(line.text[line.indent :]) - len(line.text[line.indent :].lstrip()),
            None,
        )
        while match := _DASH.match(line.text, at):
            at, holder = match.end(), at
        match = _QUOTED_KEY.match(line.text, at)
        if not match:
            match = self._plain_key(line, at)
        return (match.end(), at, True) if match else (at, holder, False)

    def _plain_key(self, line: _Line, at: int) -> re.Match[str] | None:
        """A key without quotes; one that begins with a forbidden sign is a trap of its own."""
        match = _PLAIN_KEY.match(line.text, at)
        if not match or _BLOCK.match(line.text, at):
            return None
        end = match.start() + match.group().rstrip().rfind(":")
        problem = first_sign(line.text[at:end], key=True)
        if problem:
            value_end = len(line.text.rstrip()) if match.end() < len(line.text.rstrip()) else end
            hints = corrected(self._source, line.start + at, line.start + value_end)
            place = (line.start + at, line.start + end, "x")
            self._traps.append(Trap(line.start + at, *problem, hints, (place,)))
        return match

    def _tab(self, line: _Line) -> None:
        start = line.start + line.indent
        end = line.start + len(line.text)
        message = "a tab indents this line, which YAML forbids"
        trap = Trap(start, "yaml-tab", message, ("indent with spaces",), ((start, end, " "),))
        self._traps.append(trap)

    def _loose(self, line: _Line, value: str) -> bool:
        """A line without dash, key or anything to continue, for want of one space."""
        match = _GLUED.match(value)
        if not match:
            return False
        head, rest = match.group(), value[match.end() :]
        start = line.start + line.indent
        message = f"without a space after `{head[-1]}`, YAML takes this line for text"
        mend = ((start, start + len(value), " "),)
        self._traps.append(Trap(start, "yaml-space", message, (f"write {head} {rest}"[:120],), mend))
        return True

    def _value(self, n: int, at: int, holder: int, key: bool) -> int:
        line = self._lines[n]
        start, end = line.start + at, line.start + len(line.text.rstrip())
        sign = line.text[at]
        if _BLOCK.match(line.text, at):
            return self._beyond(n, holder)
        value = Value(self._source, start, end, self._limit(n, holder))
        if sign in "\"'" or sign in "[{":
            finish = after_quotes(value) if sign in "\"'" else after_flow(value)
            if isinstance(finish, Trap):
                self._traps.append(finish)
                return n + 1
            self._traps += flow_traps(value, finish) if sign in "[{" else []
            return self._line_after(n, finish)
        problem = first_sign(line.text[at:], key=False)
        if problem:
            hints = corrected(self._source, start, end)
            self._traps.append(Trap(start, *problem, hints, ((start, end, "x"),)))
            return n + 1
        return self._plain(n, at, holder, key)

    def _plain(self, n: int, at: int, holder: int, key: bool) -> int:
        """Text without quotes, over as many lines as are indented more than what holds it."""
        line = self._lines[n]
        comment = _COMMENT.search(line.text, at)
        end = line.start + (
            len(line.text[: comment.start()].rstrip()) if comment else len(line.text.rstrip())
        )
        colon = _COLON.search(line.text, at, end - line.start)
        if colon:
            start = line.start + at
            message = f"YAML finds a second `key:` in this line: `{line.text[at : colon.start()].strip()}:`"
            hints = corrected(self._source, line.start + self._whole_from(line, at), end)
            mend = ((start, end, "x"),)
            self._traps.append(Trap(line.start + colon.start(), "yaml-colon", message, hints, mend))
        last = self._beyond(n, holder)
        if comment and n + 1 < last and not self._lines[n + 1].content.startswith("#"):
            self._cut(line, at, comment.end() - 1)
        elif comment:
            return n + 1
        if colon is None and self._glued(n, at, last):
            return n + 1
        self._continued(n + 1, last, colon is not None)
        return last

    def _glued(self, n: int, at: int, last: int) -> bool:
        """A key without a space after its colon, above other keys in the same column."""
        line = self._lines[n]
        match = _GLUED_KEY.match(line.text, at)
        below = next((line for line in self._lines[n + 1 : last] if line.content), None)
        if not match or below is None or below.indent != at or not _KEY_WORD.match(below.text, at):
            return False
        start, end = line.start + match.end(), line.start + len(line.text.rstrip())
        message = f"without a space after `{match.group()}`, YAML takes this line for text"
        hint = f"write {match.group()} {line.text[match.end() :].strip()}"[:120]
        mends = ((start, start + 1, " "), (start + 1, max(end, start + 1), "x"))
        self._traps.append(Trap(line.start + at, "yaml-space", message, (hint,), mends))
        return True

    def _whole_from(self, line: _Line, at: int) -> int:
        """From where to quote a text with two colons: an item whole, the value of what looks like a key."""
        begin = line.indent
        while match := _DASH.match(line.text, begin):
            begin = match.end()
        return at if begin == line.indent or _KEY_WORD.match(line.text, begin) else begin

    def _cut(self, line: _Line, at: int, place: int) -> None:
        """A comment in the middle of a text of several lines."""
        index = line.start + place
        message = "` #` begins a comment, and the text on the next line has nothing to go on from"
        hints = corrected(self._source, line.start + at, line.start + len(line.text.rstrip()))
        self._traps.append(Trap(index, "yaml-comment", message, hints, ((index, index + 1, "x"),)))

    def _continued(self, first: int, last: int, told: bool) -> None:
        """Lines that go on a text: a `key:` among them cannot be one."""
        for line in self._lines[first:last]:
            colons = [line.start + match.start() for match in _COLON.finditer(line.text)]
            if not colons or line.content.startswith("#"):
                continue
            index = colons[0]
            mends = tuple((place, place + 1, "x") for place in colons)
            swallowed = line.content.startswith("- ")
            if told or swallowed:
                self._traps.append(Trap.silent(index, mends))
                continue
            message = GOES_ON
            hint = "put the whole text in quotes, or give the line above a value of its own"
            self._traps.append(Trap(index, "yaml-colon", message, (hint,), mends))
            told = True

    def _beyond(self, n: int, holder: int) -> int:
        """The first line after `n` that is indented no more than `holder`."""
        n += 1
        while n < len(self._lines) and (not self._lines[n].content or self._lines[n].indent > holder):
            n += 1
        return n

    def _limit(self, n: int, holder: int) -> int:
        """Where a quoted or bracketed value must have ended: within 500 lines, before what is beside it."""
        last = min(n + 500, len(self._lines), self._beyond(n, holder))
        return self._lines[last - 1].start + len(self._lines[last - 1].text)

    def _line_after(self, n: int, index: int) -> int:
        while n < len(self._lines) and self._lines[n].start < index:
            n += 1
        return n
