"""What the reader of one file knows: its folder, the outline's folder, and where problems go."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from deckgen.diagnostics import Report, Span, did_you_mean
from deckgen.figures.clips import ClipFile
from deckgen.model import Text
from deckgen.source.citing import References
from deckgen.source.images import ImageFile
from deckgen.yamlnodes import Scalar

if TYPE_CHECKING:
    from deckgen.figures.math.macros import Macros
    from deckgen.source.data.table import DataTable

_MOST_NAMES = 1_000
"""How many files of a folder are compared with a name that is not there."""


@dataclass(slots=True)
class Found:
    """What is collected over all files of a deck, to be checked when all of it is known.

    `lost` says that slides could not be read, to which links may lead.  `notes` are the footnotes of the
    slide that is being read, None between slides; `macros` are the commands that formulas have defined,
    `equations` the number of those that are numbered.  For a data file that cannot be used, `data` has in
    words why not, or None where that is reported.
    """

    links: list[tuple[str, Span]] = field(default_factory=list)
    block_ids: list[tuple[str, Span]] = field(default_factory=list)
    slide_ids: dict[Span, Span] = field(default_factory=dict)
    images: dict[Path, ImageFile | str] = field(default_factory=dict)
    data: dict[Path, DataTable | str | None] = field(default_factory=dict)
    clips: dict[Path, ClipFile | str] = field(default_factory=dict)
    files: int = 0
    references: References = field(default_factory=References)
    notes: list[Text] | None = None
    bibliographies: list[Span] = field(default_factory=list)
    macros: Macros = field(default_factory=dict)
    equations: int = 0
    lost: bool = False


@dataclass(frozen=True, slots=True)
class Scope:
    """One file being read.  `root` is the main outline's folder, `folder` the file's, `shown` its name.

    `above` are the files that include this one, the main outline first, and the file itself.
    """

    report: Report
    root: Path
    folder: Path
    shown: Path
    above: tuple[Path, ...]
    found: Found


def holds_variable(scalar: Scalar, scope: Scope) -> bool:
    """Whether `{{ name }}` stands in a field without Markdown, which is reported."""
    place = scalar.text.find("{{")
    if place < 0 or "}}" not in scalar.text[place:]:
        return False
    scope.report.error("not-yet", "variables are not in this version yet", scalar.at(place))
    return True


def local_file(name: str, span: Span, scope: Scope) -> Path | None:
    """The existing file that an outline names, resolved; an error where it may not name it."""
    report = scope.report
    if not name.strip():
        report.error("empty-value", "the name of a file is wanted here", span)
        return None
    if "://" in name[:12] or name.startswith(("data:", "//")):
        hint = "download the file and put it beside the outline"
        report.error("web-address", "a file is wanted here, not a web address", span, hint)
        return None
    try:
        path = (scope.folder / name).resolve()
        exists = path.is_file()
    except (OSError, ValueError, RuntimeError):
        report.error("file-missing", f"`{name[:80]}` cannot be the name of a file", span)
        return None
    if not path.is_relative_to(scope.root):
        hint = "copy it into the folder of the outline, or below it"
        report.error("file-outside", f"`{name[:80]}` lies outside the outline's folder", span, hint)
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
