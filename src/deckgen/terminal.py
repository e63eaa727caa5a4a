"""Diagnostics → text for a terminal, or JSON for a program."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

from deckgen.diagnostics import Diagnostic, Report, Severity


def draw(diagnostic: Diagnostic, report: Report) -> str:
    """`file:line:column: error[code]: message`, the source line with a caret, and the hints."""
    span = diagnostic.span
    where = f"{span.file}:{span.line}:{span.column}: " if span and span.file else ""
    lines = [f"{where}{diagnostic.severity}[{diagnostic.code}]: {printable(diagnostic.message)}"]
    source = report.source_line(span) if span else None
    if span and source is not None:
        shown, before = _excerpt(source, span.column - 1)
        length = max(1, min(span.length, len(shown) - before))
        gutter = f"{span.line:>5} | "
        pad = "".join(_blank(c) for c in shown[:before])
        lines += [f"{gutter}{printable(shown)}", f"{'':>5} | {pad}{'^' * length}"]
    lines += [f"{'':>5} = hint: {printable(hint)}" for hint in diagnostic.hints]
    return "\n".join(lines)


def _excerpt(line: str, column: int, width: int = 120) -> tuple[str, int]:
    """The part of a long line around a column, and the column in it."""
    if len(line) <= width:
        return line, min(column, len(line))
    start = max(0, min(column - width // 2, len(line) - width))
    return line[start : start + width], min(column - start, width)


def _blank(char: str) -> str:
    """What is as wide as a character in a terminal, and empty."""
    if char == "\t":
        return "\t"
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return ""
    return "  " if unicodedata.east_asian_width(char) in {"W", "F"} else " "


def printable(text: str) -> str:
    """The text without characters that would steer a terminal."""
    return "".join(
        c if c == "\t" or unicodedata.category(c) not in {"Cc", "Cs"} else "\N{REPLACEMENT CHARACTER}"
        for c in text
    )


def as_json(report: Report, written: tuple[Path, ...]) -> str:
    """The diagnostics and the files written, as one JSON object."""
    return json.dumps(
        {
            "diagnostics": [_data(diagnostic) for diagnostic in report.sorted()],
            "written": [str(path) for path in written],
        },
        ensure_ascii=False,
        indent=2,
    )


def _data(diagnostic: Diagnostic) -> dict[str, object]:
    span = diagnostic.span
    return {
        "file": span.file if span else None,
        "line": span.line if span else None,
        "column": span.column if span else None,
        "severity": str(diagnostic.severity),
        "code": diagnostic.code,
        "message": diagnostic.message,
        "hints": list(diagnostic.hints),
    }


def tally(report: Report) -> str:
    """ "2 errors and 1 warning", or nothing."""
    found = report.sorted()
    counts = [
        (sum(d.severity is severity for d in found), severity.value)
        for severity in (Severity.ERROR, Severity.WARNING)
    ]
    return " and ".join(f"{n} {word}{'s' if n != 1 else ''}" for n, word in counts if n)
