"""Problems that an author can cause, as data: where, what, how bad, and how to mend it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

_LINE_END = re.compile(r"\r\n|\r|\n")
_MANY = 200


class Severity(StrEnum):
    """How bad a problem is: an error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a file: path as the author gave it, line and column from 1, in characters."""

    file: str
    line: int = 1
    column: int = 1
    length: int = 1


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem.  `code` is stable and kebab-case; `hints` say what to write instead."""

    code: str
    severity: Severity
    message: str
    span: Span | None = None
    hints: tuple[str, ...] = ()


@dataclass(slots=True)
class Report:
    """Collects the diagnostics of one run, and the text of the files that they point into.

    `strict` turns every warning into an error as it comes in.
    """

    strict: bool = False
    sources: dict[str, str] = field(default_factory=dict)
    _found: dict[Diagnostic, None] = field(default_factory=dict)
    _lines: dict[str, list[str]] = field(default_factory=dict)

    def error(self, code: str, message: str, span: Span | None = None, *hints: str) -> None:
        """Record an error."""
        self._add(Diagnostic(code, Severity.ERROR, message, span, hints))

    def warning(self, code: str, message: str, span: Span | None = None, *hints: str) -> None:
        """Record a warning (an error under `strict`)."""
        severity = Severity.ERROR if self.strict else Severity.WARNING
        self._add(Diagnostic(code, severity, message, span, hints))

    def _add(self, diagnostic: Diagnostic) -> None:
        self._found[diagnostic] = None

    @property
    def has_errors(self) -> bool:
        """Whether anything found stops the build."""
        return any(d.severity is Severity.ERROR for d in self._found)

    @property
    def full(self) -> bool:
        """Whether so much is wrong that nobody gains by more being found."""
        return len(self._found) > _MANY and self.has_errors

    def sorted(self) -> list[Diagnostic]:
        """All diagnostics, in the order of the places that they point to."""
        return sorted(self._found, key=lambda d: d.span or Span(""))

    def source_line(self, span: Span) -> str | None:
        """The line of the file that `span` points to, if that file was read."""
        if span.file not in self._lines and span.file in self.sources:
            # Lines as editors count them: str.splitlines() would also end one at a form feed.
            self._lines[span.file] = _LINE_END.split(self.sources[span.file])
        lines = self._lines.get(span.file, [])
        return lines[span.line - 1] if 0 < span.line <= len(lines) else None


def did_you_mean(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """A hint that names the closest of `known` (the first of several as close), or no hint."""
    best = closest(word, known)
    return (f"did you mean `{best}`?",) if best else ()


def closest(word: str, known: Iterable[str]) -> str:
    """The one of `known` that is most like a word, the first of several; "" where none is."""
    import difflib

    matcher = difflib.SequenceMatcher(b=word.lower()[:80])
    best, likeness = "", 0.6
    for candidate in known:
        matcher.set_seq1(candidate)
        if matcher.real_quick_ratio() > likeness and matcher.quick_ratio() > likeness:
            ratio = matcher.ratio()
            if ratio > likeness:
                best, likeness = candidate, ratio
    return best
