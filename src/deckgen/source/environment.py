"""`vars`, data files and the command line → the names that an outline may use."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from deckgen import yamlnodes
from deckgen.diagnostics import Report, Span, did_you_mean
from deckgen.source.data import DataTable, read_data_file
from deckgen.source.fields import Fields, absent_hints
from deckgen.source.names import NAME, Value, value_of
from deckgen.source.scope import Found, Scope
from deckgen.yamlnodes import Mapping, Node, Scalar
from deckgen.yamlnodes.characters import FORBIDDEN, decode
from deckgen.yamlnodes.files import read_bytes

_SPREADSHEETS = (".csv", ".tsv", ".xlsx")


@dataclass(frozen=True, slots=True)
class Given:
    """What a build adds to an outline: variants, names with their texts, data files in their order."""

    variants: tuple[str, ...] = ()
    texts: tuple[tuple[str, str], ...] = ()
    data: tuple[Path, ...] = ()


NOTHING = Given()


def read_vars(fields: Fields, given: dict[str, Value] | None = None) -> dict[str, Value]:
    """The names of `vars`, those that are `given` before them; a value may use the names above its own."""
    names: dict[str, Value] = dict(given or {})
    node = fields.node("vars")
    if node is not None and not isinstance(node, Mapping):
        fields.wrong("vars", "a mapping of names and values", node)
    for key, value in node.entries if isinstance(node, Mapping) else ():
        if key.misread or not valid_name(key, fields.scope.report):
            continue
        fields.scope.found.asked.add(key.text)
        if isinstance(value, Scalar) and value.absent:
            _no_value(key, value, fields.scope.report)
        elif key.text not in (given or {}):
            names[key.text] = value_of(fields.scope.with_names(names).fill_throughout(value))
    return names


def _no_value(key: Scalar, value: Scalar, report: Report) -> None:
    if not value.misread:
        hints = (*absent_hints(value), 'write "" for an empty text')
        report.error("empty-value", f"`{key.text[:60]}` has no value", value.span, *hints[:1])


def valid_name(name: Scalar, report: Report) -> bool:
    """Whether a name can stand between `{{` and `}}`."""
    if NAME.fullmatch(name.text):
        return True
    hint = "a name is one word of letters, digits, `_` and `-`, and begins with a letter"
    report.error("wrong-value", f"`{name.text[:60]}` cannot be a name", name.span, hint)
    return False


def given_names(given: Given, scope: Scope) -> dict[str, Value]:
    """The names that a build adds: single ones go before those of data files, later files before earlier."""
    names: dict[str, Value] = {}
    for path in given.data:
        names |= _data(path, scope)
    return names | dict(given.texts)


def check_given(given: Given, found: Found, report: Report) -> None:
    """Warn of what a build adds and an outline does not ask for: most likely it is misspelt."""
    for name, _ in given.texts:
        if name not in found.asked:
            message = f"`--set {name}=…` changes nothing: the outline asks for no `{name}`"
            report.warning("unused-name", message, None, *did_you_mean(name, sorted(found.asked)))
    for name in given.variants:
        if name not in found.variants:
            message = f"`--variant {name}` changes nothing: nothing in the outline is for it"
            report.warning("unknown-variant", message, None, *did_you_mean(name, sorted(found.variants)))


def _data(path: Path, scope: Scope) -> dict[str, Value]:
    """A mapping's names; a table or a list is named as its file is."""
    if path.suffix.lower() in _SPREADSHEETS:
        value: Value | None = _table(path, scope)
    elif path.suffix.lower() == ".json":
        value = _json(path, scope.report)
    else:
        node = yamlnodes.load(path, path.as_posix(), scope.report)
        value = None if node is None else _content(node, path, scope.report)
    if value is None:
        return {}
    if isinstance(value, dict):
        return {name: one for name, one in value.items() if _may_name(name, path, scope.report)}
    return {path.stem: value} if _may_name(path.stem, path, scope.report) else {}


def _may_name(name: str, path: Path, report: Report) -> bool:
    return valid_name(Scalar(name, True, Span(path.as_posix())), report)


def _table(path: Path, scope: Scope) -> Value | None:
    folder = path.resolve().parent
    name = Scalar(path.name, True, Span(path.as_posix()))
    table = read_data_file(name, replace(scope, root=folder, folder=folder, shown=path))
    return None if table is None else records(table)


def records(table: DataTable) -> tuple[Value, ...]:
    """The rows of a table, each by its columns' names."""
    return tuple(dict[str, Value](record) for record in table.records())


def _content(node: Node, path: Path, report: Report) -> Value | None:
    if isinstance(node, Scalar):
        if not node.misread:
            report.error("bad-data", f"{path.as_posix()} holds neither a mapping nor a list", node.span)
        return None
    return value_of(node)


def _json(path: Path, report: Report) -> Value | None:
    """The names of a JSON file (RFC 8259), numbers as typed."""
    shown = path.as_posix()
    data = read_bytes(path, shown, report)
    text = None if data is None else decode(data, shown, report)
    if text is None:
        return None
    try:
        value = _plain(json.loads(text, parse_float=str, parse_int=str, parse_constant=str))
    except json.JSONDecodeError as error:
        place = Span(shown, error.lineno, error.colno)
        report.error("bad-data", f"this is no JSON: {error.msg}", place)
    except RecursionError:
        report.error("bad-data", f"{shown} is nested too deep", Span(shown))
    except _ControlError as error:
        report.error("bad-data", f"{shown} holds an invisible control character in `{error}`", Span(shown))
    else:
        if not isinstance(value, str):
            return value
        report.error("bad-data", f"{shown} holds neither a mapping nor a list", Span(shown))
    return None


class _ControlError(Exception):
    """A text with a character that can be shown nowhere, which JSON may write as an escape."""


def _plain(value: Any) -> Value:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case dict():
            return {name: _plain(one) for name, one in value.items()}
        case list():
            return tuple(map(_plain, value))
        case _:
            if FORBIDDEN.search(value):
                raise _ControlError(FORBIDDEN.sub("…", value)[:40])
            return str(value)
