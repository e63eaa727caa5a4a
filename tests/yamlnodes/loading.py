"""What tests of YAML files share: writing one, reading it, listing its scalars."""

from __future__ import annotations

from pathlib import Path

from deckgen.diagnostics import Diagnostic, Report
from deckgen.yamlnodes import Mapping, Node, Scalar, Sequence, load

FILE = "outline.yaml"


def read(folder: Path, data: bytes | str) -> tuple[Node | None, list[Diagnostic], Report]:
    path = folder / FILE
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    report = Report()
    return load(path, FILE, report), report.sorted(), report


def values(node: Node | None) -> list[Scalar]:
    match node:
        case Scalar():
            return [node]
        case Sequence():
            return [found for item in node.items for found in values(item)]
        case Mapping():
            return [found for key, value in node.entries for found in (key, *values(value))]
        case None:
            return []
