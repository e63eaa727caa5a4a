"""Mistakes in a diagram's source, as data: where in the source, what, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass, field

from deckgen.diagnostics import Severity

MOST = 20
"""Nobody gains by more problems of one diagram."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem at the characters from `at` on, counted from 0 in the source."""

    code: str
    message: str
    at: int
    length: int = 1
    hints: tuple[str, ...] = ()
    severity: Severity = Severity.ERROR


class MistakeError(Exception):
    """Ends the reading of a statement; carries what is wrong with it."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


@dataclass(slots=True)
class Problems:
    """Collects the problems of one diagram."""

    found: list[Problem] = field(default_factory=list)

    def add(self, problem: Problem) -> None:
        """Keep a problem, as long as there are few."""
        if len(self.found) < MOST:
            self.found.append(problem)

    def error(self, code: str, message: str, at: int, length: int = 1, *hints: str) -> None:
        """Record an error."""
        self.add(Problem(code, message, at, length, hints))

    def warning(self, message: str, at: int, length: int = 1, *hints: str) -> None:
        """Record something of the source that is left out, and no harm done."""
        self.add(Problem("diagram-ignored", message, at, length, hints, Severity.WARNING))


def syntax(message: str, at: int, length: int = 1, *hints: str) -> MistakeError:
    """Something that is no flowchart."""
    return MistakeError(Problem("diagram-syntax", message, at, length, hints))


def unsupported(message: str, at: int, length: int = 1, *hints: str) -> MistakeError:
    """Something that Mermaid has and deckgen has not."""
    return MistakeError(Problem("diagram-unsupported", message, at, length, hints))
