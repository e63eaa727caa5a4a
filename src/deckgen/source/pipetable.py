"""A Markdown pipe table in a block scalar → its cells, each knowing its place, and its columns' alignment."""

from __future__ import annotations

import re
from dataclasses import dataclass

from deckgen.diagnostics import Span
from deckgen.model import Align
from deckgen.source.filled import as_written
from deckgen.source.scope import Scope
from deckgen.yamlnodes import Scalar

_BAR = re.compile(r"(?<!\\)((?:\\\\)*)\|")
_RULE = re.compile(r"(:?)-+(:?)")
_ALIGN = {(":", ""): Align.START, (":", ":"): Align.CENTER, ("", ":"): Align.END}
_RULE_HINT = "the second line divides the names from the rows: `| --- | --: |`"


@dataclass(frozen=True, slots=True)
class PipeTable:
    """The rows, the first the columns' names."""

    rows: list[list[Scalar]]
    align: list[Align | None]


def is_pipe_table(scalar: Scalar) -> bool:
    """Whether a scalar is meant as a pipe table, and not as a file's name."""
    return "|" in scalar.text or "\n" in scalar.text.strip()


def read_pipe_table(scalar: Scalar, scope: Scope) -> PipeTable | None:
    """The table; a line that cannot be one of its rows is an error (GFM 0.29, 4.10)."""
    scalar = as_written(scalar)  # a value never divides a row: it goes into the cells
    rows: list[list[Scalar]] = []
    offset = 0
    for line in scalar.text.split("\n"):
        if line.strip():
            if "|" not in line:
                message = "a row of a pipe table has `|` between its cells"
                scope.report.error("bad-table", message, scalar.at(offset + len(line) - len(line.lstrip())))
                return None
            rows.append(_cells(scalar, line, offset))
        offset += len(line) + 1
    align = _align(rows[1]) if len(rows) > 1 else None
    if align is None:
        place = rows[min(1, len(rows) - 1)][0].span
        scope.report.error("bad-table", "the columns' names have no rule under them", place, _RULE_HINT)
        return None
    if len(align) != len(rows[0]):
        message = f"the rule under the columns' names has {len(align)} parts for {len(rows[0])} columns"
        scope.report.error("bad-table", message, rows[1][0].span)
        return None
    return PipeTable([rows[0], *rows[2:]], align)


def _cells(scalar: Scalar, line: str, offset: int) -> list[Scalar]:
    """The cells of a line; a bar after a backslash is part of its cell."""
    begin, end = len(line) - len(line.lstrip()), len(line.rstrip())
    if line[begin] == "|":
        begin += 1
    bars = [match.end() - 1 for match in _BAR.finditer(line, begin, end)]
    if not bars or bars[-1] != end - 1:
        bars.append(end)
    cells = []
    for bar in bars:
        raw = line[begin:bar]
        start = begin + len(raw) - len(raw.lstrip())
        text = raw.strip().replace(r"\|", "|")
        cells.append(Scalar(text, True, _span(scalar, offset + start, len(text))))
        begin = bar + 1
    return cells


def _span(scalar: Scalar, offset: int, length: int) -> Span:
    return scalar.at(min(offset, max(len(scalar.text) - 1, 0)), max(length, 1))


def _align(rule: list[Scalar]) -> list[Align | None] | None:
    """The columns' alignment by the colons of the second line, or None where that is no rule."""
    matches = [_RULE.fullmatch(cell.text) for cell in rule]
    if not all(matches):
        return None
    return [_ALIGN.get((match[1], match[2])) for match in matches if match]
