"""A line that YAML misreads → the same line as its author should write it."""

from __future__ import annotations

from deckgen.yamlnodes.nodes import Source

_LONGEST = 100


def quoted(text: str) -> str:
    """The text in quotes that leave its characters alone."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def corrected(source: Source, start: int, end: int) -> tuple[str, ...]:
    """Hints that show the line with its characters from `start` to `end` in quotes."""
    text = source.text
    line_start = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    line_end = _line_end(text, end)
    line = (text[line_start:start] + quoted(text[start:end]) + text[end:line_end]).strip()
    block = "text full of such signs goes into a block scalar (`text: |`), unquoted"
    if len(line) > _LONGEST or "\n" in line:
        return ("put the text in quotes", block)
    return (f"write {line}", block)


def in_single_quotes(raw: str) -> tuple[str, ...]:
    """A hint that shows a text of double quotes, `raw`, in single ones, where a backslash is only that."""
    single = "'" + raw[1:-1].replace("'", "''") + "'"
    if len(raw) > _LONGEST or "\n" in raw:
        return ("write it in single quotes, where a backslash is only a backslash",)
    return (f"write {single}: in single quotes a backslash is only a backslash",)


def _line_end(text: str, start: int) -> int:
    ends = [place for sign in "\r\n" if (place := text.find(sign, start)) >= 0]
    return min(ends, default=len(text))
