"""Outlines under `tests/cases`, each with the diagnostics that it must give in its first lines.

An expectation is a comment on a line of its own, `#! 7:5 error[yaml-alias] words of the message`;
a place in an included file has that file's name before it, and a problem without a place has `-`.
`uv run python tests/source/outlines.py` writes what is found now into the files, to be reviewed.
"""

from __future__ import annotations

import datetime
import os.path
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from deckgen.diagnostics import Diagnostic, Report
from deckgen.source.reader import read_deck

CASES = Path(__file__).parent.parent / "cases"
TODAY = datetime.date(2026, 11, 23)

_LINE = re.compile(r"#! (\S+) (error|warning)\[([a-z0-9-]+)\] (.*)")


@dataclass(frozen=True)
class Expected:
    """One diagnostic as a fixture has it; `words` are found in its message."""

    place: str
    severity: str
    code: str
    words: str

    def fits(self, diagnostic: Diagnostic, outline: Path) -> bool:
        """Whether it is this diagnostic that was expected."""
        same = (self.place, self.severity, self.code) == facts(diagnostic, outline)
        return same and self.words in diagnostic.message


def facts(diagnostic: Diagnostic, file: Path) -> tuple[str, str, str]:
    """Place, severity and code as the fixture in `file` has them."""
    span, place = diagnostic.span, "-"
    if span is not None:
        other = (
            "" if Path(span.file) == file else f"{Path(os.path.relpath(span.file, file.parent)).as_posix()}:"
        )
        place = f"{other}{span.line}:{span.column}"
    return place, diagnostic.severity.value, diagnostic.code


def outlines(folder: str) -> list[Path]:
    """The outlines of one folder of cases."""
    return sorted((CASES / folder).glob("*.yaml"))


def expected(outline: Path) -> list[Expected]:
    """What an outline says of itself."""
    return list(_expected(outline.read_text(encoding="utf-8")))


def _expected(text: str) -> Iterator[Expected]:
    for line in text.splitlines():
        if not line.startswith("#!"):
            return
        match = _LINE.fullmatch(line)
        assert match, f"not an expectation: {line}"
        yield Expected(*match.groups())


def found(outline: Path) -> list[Diagnostic]:
    """What the reader says of an outline."""
    report = Report()
    read_deck(outline, report, TODAY)
    return report.sorted()


def rewrite(file: Path, found: Callable[[], Iterable[Diagnostic]]) -> None:
    """Put what is found now into a fixture's first lines, as often as the lines need to settle."""
    for _ in range(3):
        text = file.read_text(encoding="utf-8")
        body = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("#!"))
        head = ""
        for diagnostic in found():
            place, severity, code = facts(diagnostic, file)
            head += f"#! {place} {severity}[{code}] {diagnostic.message}\n"
        file.write_text(head + body, encoding="utf-8")


if __name__ == "__main__":
    for case in (*outlines("broken"), *outlines("traps")):
        rewrite(case, partial(found, case))
