"""A list of mappings in a .yaml or .json file, or in the outline → rows of cells."""

from __future__ import annotations

import json
from typing import Any

from deckgen import yamlnodes
from deckgen.diagnostics import Span
from deckgen.source.data.grid import DataFile, Grid, UnreadableError
from deckgen.source.data.text import decoded
from deckgen.source.fields import kind_of
from deckgen.yamlnodes import Mapping, Node, Scalar, Sequence

_WANTED = "is no list of mappings, `- {name: …, value: …}`, one for each row"


def grid_of_yaml(file: DataFile) -> Grid | None:
    """The rows of a YAML file; None where YAML's trouble with it is reported."""
    node = yamlnodes.load(file.path, file.shown, file.report)
    if node is None or (isinstance(node, Scalar) and node.misread):
        return None
    return grid_of_nodes(node, file)


def grid_of_nodes(node: Node, file: DataFile) -> Grid | None:
    """The rows of a list of mappings: the columns are all keys, in the order in which they first occur."""
    if not isinstance(node, Sequence) or not all(isinstance(entry, Mapping) for entry in node.items):
        raise UnreadableError(_WANTED)
    entries = [entry for entry in node.items if isinstance(entry, Mapping)]
    names = list(dict.fromkeys(key.text for entry in entries for key, _ in entry.entries))
    cells = [{key.text: value for key, value in entry.entries} for entry in entries]
    rows = [names]
    for row in cells:
        rows.append([_text(name, row.get(name), file) for name in names])

    def place(row: int, column: int) -> Span:
        value = cells[row - 1].get(names[column]) if row and column < len(names) else None
        return value.span if value is not None else entries[row - 1].span if row else node.span

    return Grid(rows, place)


def _text(name: str, node: Node | None, file: DataFile) -> str:
    if node is None:
        return ""
    if isinstance(node, Scalar):
        return node.text.strip()
    file.error(f"`{name[:60]}` wants text or a number, not {kind_of(node)}", node.span)
    return ""


def grid_of_json(file: DataFile) -> Grid | None:
    """The rows of a JSON file (RFC 8259), its numbers as typed; None where it is none, which is reported."""
    text = decoded(file.data, "en")
    file.report.sources[file.shown] = text
    whole = Span(file.shown)
    try:
        found = json.loads(text, parse_float=str, parse_int=str, parse_constant=str)
    except json.JSONDecodeError as error:
        file.error(f"this is no JSON: {error.msg}", Span(file.shown, error.lineno, error.colno))
        return None
    except RecursionError:
        raise UnreadableError("is nested too deep") from None
    if not isinstance(found, list) or not all(isinstance(entry, dict) for entry in found):
        raise UnreadableError(_WANTED)
    names = list(dict.fromkeys(name for entry in found for name in entry))
    rows = [names, *([_plain(entry.get(name), name, file) for name in names] for entry in found)]
    return Grid(rows, lambda _row, _column: whole)


def _plain(value: Any, name: str, file: DataFile) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case str():
            return value.strip().replace("\r\n", "\n").replace("\r", "\n")
        case _:
            what = "a list" if isinstance(value, list) else "a mapping"
            file.error(f"`{name[:60]}` wants text or a number, not {what}", Span(file.shown))
            return ""
