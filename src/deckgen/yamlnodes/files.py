"""A path → the bytes of the file there, or one diagnostic that says why not."""

from __future__ import annotations

from pathlib import Path

from deckgen.diagnostics import Report

MAX_BYTES = 16_000_000
"""No larger file is read: a deck of 10,000 slides takes a third of this."""


def read_bytes(path: Path, shown_as: str, report: Report) -> bytes | None:
    """The file's bytes; missing, unreadable and huge files are errors without a place."""
    try:
        if path.is_dir():
            report.error("file-folder", f"{shown_as} is a folder, not a file")
            return None
        if path.exists() and not path.is_file():
            report.error("file-unreadable", f"{shown_as} is not an ordinary file")
            return None
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        report.error("file-missing", f"there is no file {shown_as}")
        return None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        report.error("file-unreadable", f"{shown_as} cannot be read: {reason}")
        return None
    if len(data) > MAX_BYTES:
        report.error("file-size", f"{shown_as} is larger than {MAX_BYTES // 1_000_000} MB")
        return None
    return data
