"""A file of characters that a block names → its characters."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from deckgen.source.scope import Scope
from deckgen.yamlnodes import Scalar

MOST_BYTES: Final = 2_000_000
"""More than any text that is meant to be shown."""


def read_text_file(path: Path, name: Scalar, scope: Scope) -> str | None:
    """The characters of a source file; an error where it holds none that can be shown."""

    def refuse(code: str, problem: str, *hints: str) -> None:
        scope.report.error(code, f"`{name.text[:80]}` {problem}", name.span, *hints)

    try:
        with path.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
    except OSError as error:
        refuse("file-unreadable", f"cannot be read: {error.strerror or error}")
        return None
    if len(data) > MOST_BYTES:
        refuse(
            "file-size", f"is larger than {MOST_BYTES // 1_000_000} MB", "copy the lines to show to a file"
        )
        return None
    if b"\0" in data:
        refuse("file-kind", "is no text file")
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        refuse("file-encoding", f"is not UTF-8 in its line {line}", "save the file as UTF-8")
        return None
    if not text.strip():
        refuse("empty-block", "is empty")
        return None
    return text
