"""What the reader of one file knows: its folder, the outline's folder, and where problems go."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable
from collections.abc import Mapping as Lookup
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from deckgen import localfile
from deckgen.diagnostics import Report, Span
from deckgen.figures.clips import ClipFile
from deckgen.figures.imagefiles import ImageFile
from deckgen.model import Text
from deckgen.source.citing import References
from deckgen.source.filled import MOST as MOST_VALUES
from deckgen.source.filled import Filled, filled, filled_throughout, holds_names
from deckgen.source.names import NAME, Names, Value, resolved
from deckgen.yamlnodes import Node, Scalar

if TYPE_CHECKING:
    from deckgen.figures.math.macros import Macros
    from deckgen.source.data.table import DataTable

_LONGEST = 50_000
"""Characters of a text with its values, as many as YAML may give it."""


@dataclass(slots=True)
class Found:
    """What is collected over all files of a deck, to be checked when all of it is known.

    `lost` says that slides could not be read, to which links may lead; `left_out` are the ids of those that
    are for other variants, `repeated` the places of ids that every row gives again.  `notes` are the
    footnotes of the slide that is being read, None between slides.  `built_in` are the names that every deck
    has; `section` among them changes as slides are read.  `asked` are the names that occur, `variants` those
    that parts of the deck are for, `slides` counts what is read.  `macros` are the commands that formulas
    have defined, `equations` the number of those that are numbered.  For a data file that cannot be used,
    `data` has in words why not, or None where that is reported.
    """

    links: list[tuple[str, Span]] = field(default_factory=list)
    block_ids: list[tuple[str, Span]] = field(default_factory=list)
    slide_ids: dict[Span, Span] = field(default_factory=dict)
    images: dict[Path, ImageFile | str] = field(default_factory=dict)
    data: dict[Path, DataTable | str | None] = field(default_factory=dict)
    clips: dict[Path, ClipFile | str] = field(default_factory=dict)
    files: dict[Path, Node | None] = field(default_factory=dict)
    references: References = field(default_factory=References)
    notes: list[Text] | None = None
    bibliographies: list[Span] = field(default_factory=list)
    built_in: dict[str, Value] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)
    variants: set[str] = field(default_factory=set)
    left_out: set[str] = field(default_factory=set)
    repeated: set[Span] = field(default_factory=set)
    slides: int = 0
    macros: Macros = field(default_factory=dict)
    equations: int = 0
    lost: bool = False


@dataclass(frozen=True, slots=True)
class Scope:
    """One file being read.  `root` is the main outline's folder, `folder` the file's, `shown` its name.

    `above` are the files that include this one, the main outline first, and the file itself.  `names` are
    those of `vars`, data and rows; `variants` those that are built; `lang` is the language spoken here,
    `inherited` what the groups above say of their slides.  Where `verbatim`, `{{` is text; where `repeats`,
    this is read once for every row.
    """

    report: Report
    root: Path
    folder: Path
    shown: Path
    above: tuple[Path, ...]
    found: Found
    names: dict[str, Value] = field(default_factory=dict)
    variants: frozenset[str] = frozenset()
    lang: str = "en"
    inherited: Lookup[str, tuple[Scalar, Node]] = field(default_factory=dict)
    verbatim: bool = False
    repeats: bool = False

    def with_names(self, names: dict[str, Value]) -> Scope:
        """The same with further names, which hide others that are called so."""
        return replace(self, names={**self.names, **names})

    def fill(self, scalar: Scalar) -> Scalar:
        """The scalar with values in place of its `{{ names }}`; places stay those of what is written.

        With an unknown name in it, it is `misread`.  What is filled already stays as it is.
        """
        if "{{" not in scalar.text or self.verbatim or scalar.misread or isinstance(scalar, Filled):
            return scalar
        if scalar.text.count("{{") > MOST_VALUES:
            message = f"more than {MOST_VALUES} values in one text"
            self.report.error("yaml-size", message, scalar.span, "divide the text")
            return replace(scalar, misread=True)
        full = filled(scalar, self.resolve)
        if len(full.text) > max(_LONGEST, len(scalar.text)):
            message = f"with its values this text has more than {_LONGEST:,} characters"
            self.report.error("yaml-size", message, scalar.span)
            return replace(scalar, misread=True)
        return full

    def fill_throughout(self, node: Node, but: Iterable[str] = ()) -> Node:
        """A node with all texts in it filled, those under the keys `but` apart."""
        return filled_throughout(node, self.fill, but) if holds_names(node) else node

    def resolve(self, expression: str, span: Span) -> str | None:
        """The value of what stands between `{{` and `}}`; None after a diagnostic."""
        return resolved(expression, self.known(expression), self.lang, self.report, span)

    def known(self, expression: str) -> Names:
        """The names among which that of `expression`, which counts as used, is looked for."""
        name = NAME.match(expression.lstrip())
        self.found.asked |= {name[0]} if name else set()
        return ChainMap(self.names, self.found.built_in)


def local_file(name: str, span: Span, scope: Scope) -> Path | None:
    """The existing file that an outline names, resolved; an error where it may not name it."""
    return localfile.local_file(name, span, scope.folder, scope.root, scope.report)
