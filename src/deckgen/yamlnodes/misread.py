"""What YAML reads without complaint and otherwise than its author meant → diagnostics."""

from __future__ import annotations

import re
from dataclasses import replace

from deckgen.diagnostics import Diagnostic, Severity, Span
from deckgen.yamlnodes.nodes import Mapping, Node, Scalar, Source
from deckgen.yamlnodes.quoting import corrected, in_single_quotes

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_FOLDED_ITEM = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?=-[ \t])")
_COMMENT = re.compile(r"[ \t]+#")
_LINE = re.compile(r"[^\r\n]*")


class Misread:
    """Looks at nodes as they are built, and keeps what is wrong with them in `problems`."""

    def __init__(self, source: Source) -> None:
        self.problems: list[Diagnostic] = []
        self._source = source

    def _error(self, code: str, message: str, index: int, hints: tuple[str, ...]) -> None:
        span = self._source.span(index)
        self.problems.append(Diagnostic(code, Severity.ERROR, message, span, hints))

    def _line_end(self, start: int) -> int:
        """Where the words of the line end."""
        match = _LINE.match(self._source.text, start)
        assert match is not None
        return start + len(match.group().rstrip())

    def _quote_line(self, start: int) -> tuple[str, ...]:
        return corrected(self._source, start, self._line_end(start))

    def plain(self, scalar: Scalar) -> None:
        """A plain scalar that swallowed an item, or lost its end to a comment."""
        folded = _FOLDED_ITEM.search(scalar.raw)
        if folded:
            first = scalar.raw[: folded.start()].splitlines()[-1].strip()
            self._error(
                "yaml-folded-item",
                f'YAML joins this line to the one above it, as text: "{" ".join(scalar.raw.split())}"'[:200],
                scalar.start + folded.end(),
                (f"for sub-items write a colon after their parent: `{first}:`",),
            )
        comment = _COMMENT.match(self._source.text, scalar.end)
        if comment and scalar.text:
            place = comment.end() - 1
            lost = self._source.text[place : self._line_end(place)]
            message = f"`{lost}` is a comment to YAML and appears nowhere"
            hints = (*self._quote_line(scalar.start), "a comment stands on a line of its own")
            self.problems.append(
                Diagnostic("yaml-comment", Severity.WARNING, message, self._source.span(place), hints)
            )

    def escapes(self, scalar: Scalar) -> Scalar:
        """A control character out of an escape in double quotes, as in "\\beta"."""
        match = _CONTROL.search(scalar.text)
        if match is None:
            return scalar
        place, hints = scalar.at(match.start()), in_single_quotes(scalar.raw)
        message = f"this escape becomes an invisible control character (U+{ord(match.group()):04X})"
        self.problems.append(Diagnostic("yaml-control", Severity.ERROR, message, place, hints))
        return replace(scalar, misread=True)

    def giant(self, start: int, most: int) -> None:
        """A text that no slide can hold, nor anybody's notes."""
        hints = ("divide it among several slides",)
        self._error("yaml-size", f"a text of more than {most:,} characters begins here", start, hints)

    def tag(self, start: int) -> None:
        """A tag: `!important`, `!!python/name:os.system`."""
        found = re.compile(r"(?:&\S*\s+)?(!\S*)").match(self._source.text, start)
        index = found.start(1) if found else start
        name = found.group(1) if found else "!"
        message = f"YAML takes `{name[:60]}` for a tag, and tags have no place here"
        self._error("yaml-tag", message, index, self._quote_line(index))

    def anchor(self, start: int, name: str) -> None:
        """An anchor that nothing refers to: text, most likely."""
        message = f"YAML takes `&{name[:60]}` for an anchor, and drops it from the text"
        self._error("yaml-anchor", message, start, self._quote_line(start))

    def alias(self, start: int, end: int, name: str, inside: bool) -> Scalar:
        """An alias without its anchor, as the text that it looks like."""
        what = "the very value in which it stands" if inside else "an anchor that this file has not"
        self._error("yaml-alias", f"`*{name[:60]}` refers to {what}", start, self._quote_line(start))
        return self.unread(start, end)

    def unread(self, start: int, end: int) -> Scalar:
        """The characters of what could not be read, as text."""
        source = self._source
        span = source.span(start, end - start)
        return Scalar(source.text[start:end], True, span, "", source, start, end, True)

    def mapping(self, nodes: list[Node], span: Span, start: int, end: int) -> Node:
        """The mapping of alternating keys and values, or the text for which it was meant."""
        text = self._source.text
        if text.startswith("{", start) and nodes and self._template(nodes, start, end):
            return Scalar(text[start:end], True, span, "", self._source, start, end, True)
        if text.startswith("?", start) and not text[start + 1 : start + 2].strip():
            message = "YAML takes `?` for the beginning of a complex key"
            self._error("yaml-question", message, start, self._quote_line(start))
            words = text[start : self._line_end(start)]
            return Scalar(words, True, span, "", self._source, start, start + len(words), True)
        return self._entries(nodes, span)

    def _template(self, nodes: list[Node], start: int, end: int) -> bool:
        """Whether `{{ name }}` stands here, which YAML takes for a mapping in a mapping."""
        if not self._source.text.startswith("{{", start) or self._source.text[end - 2 : end] != "}}":
            return False
        while self.problems and self.problems[-1].code == "yaml-key":
            self.problems.pop()
        message = "YAML takes `{{` for a mapping in a mapping"
        self._error("yaml-template", message, start, self._quote_line(start))
        return True

    def _entries(self, nodes: list[Node], span: Span) -> Mapping:
        entries: list[tuple[Scalar, Node]] = []
        seen: dict[str, Scalar] = {}
        for key, value in zip(nodes[::2], nodes[1::2], strict=True):
            if not isinstance(key, Scalar):
                hints = ("put the key in quotes",)
                message = "a list or mapping cannot be a key"
                self.problems.append(Diagnostic("yaml-key", Severity.ERROR, message, key.span, hints))
                continue
            first = seen.setdefault(key.text, key)
            if first is key:
                entries.append((key, value))
            else:
                self._duplicate(key, first)
        return Mapping(tuple(entries), span)

    def _duplicate(self, key: Scalar, first: Scalar) -> None:
        message = f"`{key.text[:60]}` stands here for the second time (first on line {first.span.line})"
        hint = "for two blocks of a kind use `content:`, a list of one-key mappings"
        self.problems.append(Diagnostic("yaml-duplicate-key", Severity.ERROR, message, key.span, (hint,)))
