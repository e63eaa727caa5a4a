"""A file's name in an outline or a theme → the existing file that it may name, or a diagnostic."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from deckgen.diagnostics import Report, Span, did_you_mean

_MOST_NAMES = 1_000
"""How many files of a folder are compared with a name that is not there."""


def local_file(
    name: str, span: Span, folder: Path, root: Path, report: Report, whose: str = "outline"
) -> Path | None:
    """The file that `name` means in `folder`, resolved; an error where it is none or lies outside `root`.

    `root` is resolved; `whose` folder it is stands in what an author is told.
    """
    if not name.strip():
        report.error("empty-value", "the name of a file is wanted here", span)
        return None
    if "://" in name[:12] or name.startswith(("data:", "//")):
        hint = f"download the file and put it beside the {whose}"
        report.error("web-address", "a file is wanted here, not a web address", span, hint)
        return None
    try:
        path = (folder / name).resolve()
        exists = path.is_file()
    except (OSError, ValueError, RuntimeError):
        report.error("file-missing", f"`{name[:80]}` cannot be the name of a file", span)
        return None
    if not path.is_relative_to(root):
        hint = f"copy it into the folder of the {whose}, or below it"
        report.error("file-outside", f"`{name[:80]}` lies outside the {whose}'s folder", span, hint)
        return None
    if exists:
        return path
    if path.is_dir():
        report.error("file-folder", f"`{name[:80]}` is a folder", span)
    elif path.exists():
        report.error("file-unreadable", f"`{name[:80]}` is not an ordinary file", span)
    else:
        report.error("file-missing", f"there is no file `{name[:80]}`", span, *_beside(path, name))
    return None


def _beside(path: Path, name: str) -> tuple[str, ...]:
    """A hint that names the file of the same folder whose name is closest."""
    try:
        found = list(islice(path.parent.iterdir(), _MOST_NAMES))
        names = {entry.name.lower(): entry.name for entry in found if entry.is_file()}
    except OSError:
        return ()
    if "\\" in name:
        return ("write `/` between folders",)
    hints = did_you_mean(path.name, names)
    if not hints:
        return ()
    close = hints[0].split("`")[1]
    return (f"did you mean `{Path(name).with_name(names[close]).as_posix()}`?",)
