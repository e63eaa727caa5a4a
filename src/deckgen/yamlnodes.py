"""A YAML file's bytes → a tree of nodes that know where they stand.

The contract; `load` is the only way in.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from deckgen.diagnostics import Report, Span


@dataclass(frozen=True, slots=True)
class Scalar:
    """Characters as typed; `plain` when written without quotes and not as a block scalar."""

    text: str
    plain: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Mapping:
    """A mapping, its entries in the order written."""

    entries: tuple[tuple[Scalar, Node], ...]
    span: Span

    def get(self, key: str) -> Node | None:
        """The value of `key`, or None."""
        for name, value in self.entries:
            if name.text == key:
                return value
        return None


Node = Scalar | Sequence | Mapping


def load(path: Path, shown_as: str, report: Report) -> Node | None:
    """Read a file; problems go to `report` under the name `shown_as`, and the answer is then None."""
    raise NotImplementedError
