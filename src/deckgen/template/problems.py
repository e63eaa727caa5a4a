"""What makes a template unreadable, raised where it is found and reported once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from deckgen.diagnostics import Report, Span

_Read = TypeVar("_Read")


class UnreadableError(Exception):
    """A template cannot be used: what is the matter with it, as the end of a sentence, and what helps."""

    def __init__(self, message: str, hint: str = "open it in PowerPoint and save it anew") -> None:
        super().__init__(message)
        self.hint = hint


def guarded(read: Callable[[], _Read], path: Path, span: Span | None, report: Report) -> _Read | None:
    """What `read` gives; where it finds the file unreadable, None and one `bad-template` at `span`."""
    try:
        return read()
    except UnreadableError as error:
        report.error("bad-template", f"`{path.name}` {error}", span, error.hint)
    return None
