"""YAML's event stream → nodes in one pass, without recursion, with every cap that keeps it small."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from yaml import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)
from yaml._yaml import CParser

from deckgen.diagnostics import Diagnostic, Span
from deckgen.yamlnodes.misread import Misread
from deckgen.yamlnodes.nodes import Node, Scalar, Sequence, Source, Style
from deckgen.yamlnodes.syntax import MAX_DEPTH, TOO_DEEP

MAX_NODES: Final = 250_000
MAX_REPEATED: Final = 20_000
"""How many nodes aliases may add: each use of an anchor counts all that stands under it."""
MAX_TEXT: Final = 50_000
"""Characters of one scalar: a quarter of an hour of speech, and far more than a slide can show."""
MAX_KEYS: Final = 1_000
"""Entries of one mapping."""
_CHARACTERS_A_NODE: Final = 50
"""So many repeated characters count for one repeated node."""

_STYLES: dict[str, Style] = {"": "", "'": "'", '"': '"', "|": "|", ">": ">"}


_SPACE = re.compile(r"\s*")


class Stop(Exception):  # noqa: N818  (it carries a diagnosis, not a failure of ours)
    """The file is not worth reading on."""

    def __init__(self, code: str, message: str, index: int, *hints: str) -> None:
        super().__init__(message)
        self.code, self.message, self.index, self.hints = code, message, index, hints


@dataclass(slots=True)
class _Frame:
    """A list or mapping that is still open; a mapping's keys and values alternate in `nodes`."""

    mapping: bool
    span: Span
    start: int
    anchor: str | None
    counted: int
    characters: int
    nodes: list[Node] = field(default_factory=list)


class Builder:
    """Builds one tree.  `text` is what YAML gets to read; `source` what the author wrote.

    Both have the same length; the scalars that `restored` names (start → end) are taken from
    `source` as they stand there.  `told` are the places of all traps that are reported, in order.
    """

    def __init__(
        self, source: Source, text: str, restored: dict[int, int], told: tuple[int, ...] = ()
    ) -> None:
        self.source = source
        self.root: Node | None = None
        self._text = text
        self._restored = restored
        self._told = told
        self._frames: list[_Frame] = []
        self._misread = Misread(source)
        self._anchors: dict[str, tuple[Node, int, int]] = {}
        self._defined: dict[str, int] = {}
        self._used: set[str] = set()
        self._count = 0
        self._characters = 0
        self._repeated = 0
        self._hashes = " #" in source.text or "\t#" in source.text

    @property
    def problems(self) -> list[Diagnostic]:
        """What YAML read without complaint, and otherwise than its author meant."""
        return self._misread.problems

    def run(self) -> None:
        """Read all events; raise Stop or YAMLError where that cannot go on."""
        parser = CParser(self._text)
        documents = 0
        while True:
            event: Any = parser.get_event()  # PyYAML's stubs do not say what an event holds
            kind = type(event)
            if kind is ScalarEvent:
                self._add(self._scalar(event))
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                self._open(event, kind is MappingStartEvent)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                self._add(self._close(event.end_mark.index))
            elif kind is AliasEvent:
                self._add(self._alias(event))
            elif kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    hint = "write one document a file; slides need no `---` between them"
                    raise Stop(
                        "yaml-documents", "a second document begins here", event.start_mark.index, hint
                    )
            elif kind is StreamEndEvent:
                break
        for name in self._defined.keys() - self._used:
            if f"*{name}" in self._written:  # its alias stands where YAML could not read on
                continue
            self._misread.anchor(self._defined[name], name)

    def _add(self, node: Node) -> None:
        self._count += 1
        if self._count > MAX_NODES:
            message = f"{self.source.file} holds more than {MAX_NODES:,} values"
            raise Stop("yaml-size", message, self._index(node))
        if self._frames:
            self._frames[-1].nodes.append(node)
        else:
            self.root = node

    def _index(self, node: Node) -> int:
        return node.start if isinstance(node, Scalar) else 0

    def _span(self, event: Any, length: int) -> Span:
        mark = event.start_mark
        return Span(self.source.file, mark.line + 1, mark.column + 1, length)

    def _open(self, event: Any, mapping: bool) -> None:
        start = event.start_mark.index
        if len(self._frames) >= MAX_DEPTH:
            raise Stop("yaml-depth", TOO_DEEP, start)
        if event.tag is not None:
            self._misread.tag(start)
        if event.anchor is not None:
            self._defined.setdefault(event.anchor, start)
        span = self._span(event, 1)
        self._frames.append(_Frame(mapping, span, start, event.anchor, self._count, self._characters))

    def _close(self, end: int) -> Node:
        frame = self._frames.pop()
        node: Node = Sequence(tuple(frame.nodes), frame.span)
        if frame.mapping and len(frame.nodes) > 2 * MAX_KEYS:
            message = f"a mapping of more than {MAX_KEYS:,} keys"
            raise Stop("yaml-size", message, frame.start, "is a dash missing before each entry?")
        if frame.mapping:
            node = self._misread.mapping(frame.nodes, frame.span, frame.start, end)
        if frame.anchor is not None:
            count = self._count - frame.counted + 1
            self._anchors[frame.anchor] = (node, count, self._characters - frame.characters)
        return node

    def _alias(self, event: Any) -> Node:
        name, start = event.anchor, event.start_mark.index
        self._used.add(name)
        if name not in self._anchors and name not in self._defined and f"&{name}" in self._written:
            return self._misread.unread(start, event.end_mark.index)
        if name not in self._anchors:
            return self._misread.alias(start, event.end_mark.index, name, name in self._defined)
        node, count, characters = self._anchors[name]
        self._repeated += count + characters // _CHARACTERS_A_NODE
        self._count += count - 1
        self._characters += characters
        if self._repeated > MAX_REPEATED:
            raise Stop("yaml-bomb", f"aliases repeat more than {MAX_REPEATED:,} values", start)
        return node

    def _scalar(self, event: Any) -> Scalar:
        mark, text = event.start_mark, event.value
        start, end = mark.index, event.end_mark.index
        style = _STYLES[event.style]
        if start in self._restored:
            text = self.source.text[start : self._restored[start]]
        self._characters += len(text)
        if len(text) > MAX_TEXT:
            self._misread.giant(start, MAX_TEXT)
            return Scalar("", True, self._span(event, 1), "", self.source, start, start, True)
        if event.tag is not None or event.anchor is not None:
            return self._decorated(event, start, end, style)
        length = end - start
        scalar = Scalar(
            text, not style, Span(self.source.file, mark.line + 1, mark.column + 1, length or 1),
            style, self.source, start, end, self._mended(start, end) or (not text and self._blanked(end)),
        )  # fmt: skip
        if style == '"':
            return self._misread.escapes(scalar)
        if style == "" and (length > len(text) or self._hashes or "\n" in text) and not self._known(scalar):
            self._misread.plain(scalar)
        return scalar

    def _known(self, scalar: Scalar) -> bool:
        """Whether a trap in this scalar is reported."""
        if not scalar.misread:
            return False
        n = bisect_left(self._told, scalar.start)
        return scalar.start in self._restored or (n < len(self._told) and self._told[n] < scalar.end)

    @cached_property
    def _written(self) -> frozenset[str]:
        """Whatever looks like an anchor or an alias, wherever it stands."""
        return frozenset(re.findall(r"[&*][^\s,\[\]{}]+", self.source.text))

    def _mended(self, start: int, end: int) -> bool:
        """Whether a trap stood here, so that this is not what the author wrote."""
        if self._text is self.source.text:
            return False
        return start in self._restored or self._text[start:end] != self.source.text[start:end]

    def _blanked(self, end: int) -> bool:
        """Whether what stood where nothing is now was taken out of the text that YAML reads."""
        if self._text is self.source.text:
            return False
        following = _SPACE.match(self._text, end)
        assert following is not None
        return bool(self.source.text[end : following.end()].strip())

    def _decorated(self, event: Any, start: int, end: int, style: Style) -> Scalar:
        """A scalar with a tag or an anchor before it: often text that YAML took a bite of."""
        text, length = event.value, end - start
        if event.tag is not None:
            self._misread.tag(start)
        if event.anchor is not None and (event.tag is not None or not text):
            self._misread.anchor(start, event.anchor)
            self._used.add(event.anchor)
        if not text:
            text, style = self.source.text[start:end].strip(), ""
        span = self._span(event, length)
        scalar = Scalar(
            text, not style, span, style, self.source, start, end, event.tag is not None or not event.value
        )
        if event.anchor is not None:
            self._defined.setdefault(event.anchor, start)
            self._anchors[event.anchor] = (scalar, 1, len(text))
        return scalar
