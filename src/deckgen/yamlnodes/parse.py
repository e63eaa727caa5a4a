"""Characters → a tree, mending in memory what YAML cannot parse, so that one run finds every problem."""

from __future__ import annotations

import re
from collections import Counter

from yaml import YAMLError

from deckgen.diagnostics import Diagnostic, Report, Severity, Span
from deckgen.yamlnodes.build import Builder, Stop
from deckgen.yamlnodes.nodes import Node, Scalar, Source
from deckgen.yamlnodes.syntax import Failure, failure
from deckgen.yamlnodes.traps import GOES_ON, Trap, scan

_ROUNDS = 8
_MOST = 100
_FEW = 3
_NEAR = 2
_LONGEST_LINE = 200_000
"""Characters; looking for traps takes memory by the length of a line."""


def parse(source: Source, report: Report) -> Node | None:
    """The tree of a file; its problems go to `report` in one go, the first hundred of them."""
    problems: list[Diagnostic] = []
    root = _parse(source, problems)
    for problem in problems[:_MOST]:
        add = report.error if problem.severity is Severity.ERROR else report.warning
        add(problem.code, problem.message, problem.span, *problem.hints)
    if len(problems) > _MOST:
        report.error("yaml-many", f"{len(problems) - _MOST} more problems of this kind in {source.file}")
    if root is None and not problems:
        return Scalar("", True, source.span(0), "", source)
    return root


def _parse(source: Source, problems: list[Diagnostic]) -> Node | None:
    """Parse; where YAML gives up, mend the traps and try again, each time with one place less wrong."""
    builder = Builder(source, source.text, {})
    found = _attempt(builder)
    hopeless = max(map(len, source.text.splitlines()), default=0) > _LONGEST_LINE
    if found is None or found.code != "yaml-syntax" or hopeless:
        problems += builder.problems if found is None else [_stopped(source, found), *builder.problems]
        return builder.root
    traps = scan(source)
    text, restored = _mended(source.text, traps)
    told = tuple(sorted(trap.index for trap in traps if trap.code))
    problems += [_as_error(source, trap) for trap in traps if trap.code]
    lines = {problem.span.line for problem in problems if problem.span}
    misfits = _Misfits(source)
    for _ in range(_ROUNDS):
        builder = Builder(source, text, restored, told)
        found = _attempt(builder)
        if found is None:
            break
        place = source.span(found.index)
        if place.line not in lines and not misfits.known(found, place):
            problems.append(_stopped(source, found))
        if found.code != "yaml-syntax":
            break
        text = _blanked(text, found.index)
    lines = {problem.span.line for problem in problems if problem.span and problem.message != GOES_ON}
    problems[:] = [problem for problem in problems if not _follows(problem, lines)] + builder.problems
    return builder.root


def _follows(problem: Diagnostic, lines: set[int]) -> bool:
    """Whether a line only suffers from what is wrong with the line above it."""
    return problem.message == GOES_ON and problem.span is not None and problem.span.line - 1 in lines


class _Misfits:
    """Lines that do not fit in with those above them; one wrong indent makes many of them."""

    def __init__(self, source: Source) -> None:
        self._indents = Counter(len(line) - len(line.lstrip(" ")) for line in source.text.splitlines())
        self._columns: set[int] = set()
        self._line = -_NEAR

    def known(self, found: Failure, place: Span) -> bool:
        """Whether a line is one more that suffers from an indent which is reported already.

        So are the next lines, and all that stand in a column of theirs which much of the file uses.
        """
        if not found.misfit:
            return False
        usual = self._indents[place.column - 1] > _FEW
        near = place.line - self._line <= _NEAR
        told = near or (usual and place.column in self._columns)
        self._columns.add(place.column)
        self._line = place.line
        return told


def _attempt(builder: Builder) -> Failure | None:
    """Build the tree, or say where and why that failed."""
    try:
        builder.run()
    except Stop as stop:
        return Failure(stop.code, stop.message, stop.index, stop.hints)
    except YAMLError as error:
        return failure(error, builder.source)
    return None


def _stopped(source: Source, found: Failure) -> Diagnostic:
    return Diagnostic(found.code, Severity.ERROR, found.message, source.span(found.index), found.hints)


def _as_error(source: Source, trap: Trap) -> Diagnostic:
    return Diagnostic(trap.code, Severity.ERROR, trap.message, source.span(trap.index), trap.hints)


def _mended(text: str, traps: list[Trap]) -> tuple[str, dict[int, int]]:
    """The text with every trap made harmless, each character at its old place.

    The second answer says which scalars to take from the file as typed: start → end.
    """
    pieces: list[str] = []
    restored: dict[int, int] = {}
    done = 0
    for start, end, fill in sorted(mend for trap in traps for mend in trap.mends):
        if start < done:
            continue
        pieces += [text[done:start], re.sub(r"[^\r\n]", fill, text[start:end])]
        if fill != " ":
            restored[start] = end
        done = end
    return "".join(pieces) + text[done:], restored


def _blanked(text: str, index: int) -> str:
    """The text without the line at `index` and what is indented more deeply below it."""
    start = max(text.rfind("\n", 0, index), text.rfind("\r", 0, index)) + 1
    lines = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
    first = lines.match(text, start)
    assert first is not None
    indent = len(first.group()) - len(first.group().lstrip(" "))
    end = first.end()
    while end < len(text):
        line = lines.match(text, end)
        assert line is not None
        content = line.group().strip()
        if content and len(line.group()) - len(line.group().lstrip(" ")) <= indent:
            break
        end = line.end()
    return text[:start] + re.sub(r"[^\r\n]", " ", text[start:end]) + text[end:]
