"""A template's matches → a table to read in a terminal, and the file of a theme on the template."""

from __future__ import annotations

import os.path
from collections.abc import Iterator
from pathlib import Path

from deckgen.diagnostics import Report, Span
from deckgen.files import write_all
from deckgen.template.inspect import Served, served, theme_yaml
from deckgen.template.match import Matches
from deckgen.theme import Theme

HOW = {"types": "placeholders", "geometry": "places", "name": "name", "mapping": "your choice",
       "fallback": "want of another"}  # fmt: skip
"""What told that a layout serves, in words."""


def mapping_table(theme: Theme, matches: Matches) -> Iterator[str]:
    """A line for each of our layouts: the template's that serves it, what told so, and what is a text box."""
    rows = served(theme, matches)
    width = max(len("of the template"), *(len(row.layout) for row in rows))
    yield f"{'ours':<12}  {'of the template':<{width}}  by its"
    yield from (_row(row, width) for row in rows)
    if theme.template is not None and len(theme.template.masters) > 1:
        yield f"The master is {rows[0].master}, one of {len(theme.template.masters)}."


def _row(row: Served, width: int) -> str:
    boxes = f"; no placeholders for {', '.join(row.boxes)}" if row.boxes else ""
    return f"{row.name:<12}  {row.layout:<{width}}  {HOW[row.how]}{boxes}"


def write_theme(
    theme: Theme, matches: Matches, source: Path, target: Path, report: Report
) -> tuple[Path, ...]:
    """Write a theme file that extends the template at `source`; a file that is there already is an error."""
    if target.exists():
        report.error("file-exists", f"there is a file {target} already", Span(str(target)),
                     "name another with -o, or edit that one")  # fmt: skip
        return ()
    assert theme.template is not None
    extended = Path(os.path.relpath(source, target.parent)).as_posix()
    return write_all({target: theme_yaml(theme.template, matches, extended).encode()}, report)
