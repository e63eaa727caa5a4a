"""What stands between `{{` and `}}` → the text that its value shows there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final, TypeAlias, Union

from deckgen.diagnostics import Report, Span, closest, did_you_mean
from deckgen.figures.numbers import check_format, format_number, parse_number
from deckgen.yamlnodes import Node, Scalar, Sequence

Value: TypeAlias = Union[str, tuple["Value", ...], dict[str, "Value"]]  # noqa: UP007  (it names itself)
"""Text as typed, a list, or fields by their names."""


class Rounded(str):
    """A text that shows a number rounded, as a cell of a sheet does; `exact` is all of it."""

    exact: float

    def __new__(cls, text: str, exact: float) -> Rounded:
        made = super().__new__(cls, text)
        made.exact = exact
        return made


Names: TypeAlias = Mapping[str, Value]

NAME: Final = re.compile(r"[^\W\d][\w-]*")
_FIELD = re.compile(r"""\s*(?:\.\s*(?P<word>[\w-]+)|\[\s*(?P<quote>["'])(?P<text>.*?)(?P=quote)\s*\])""")
_FORMAT = re.compile(r"\s*(?::(?P<code>.*))?\s*", re.DOTALL)
_AFTER_NAME = re.compile(r"\s*(?:[.:\[]|\Z)")
_NOTHING_ELSE = "between `{{` and `}}` stand a name, its fields and a format, and nothing else"
_LONGEST = 500
_SHOWN = 60


def value_of(node: Node) -> Value:
    """What a node of YAML holds, as data; what is `misread`, and told of, is an empty text."""
    match node:
        case Scalar():
            return "" if node.misread else node.text
        case Sequence():
            return tuple(map(value_of, node.items))
        case _:
            return {key.text: value_of(value) for key, value in node.entries}


def resolved(expression: str, names: Names, lang: str, report: Report, span: Span) -> str | None:
    """The text for `expression`; None where it is no name, or none that is known, after a diagnostic.

    `lang` decides how a format writes numbers.  Formatting nothing gives nothing.
    """
    found = looked_up(expression, names, report, span)
    if found is None:
        return None
    value, name, end = found
    code = _FORMAT.fullmatch(expression, end)
    if code is None:
        _no_name(_NOTHING_ELSE, report, span)
        return None
    if not isinstance(value, str):
        report.error("bad-name", f"`{name}` is {_kind(value)}, not text", span, *_ways_in(value, name))
        return None
    return _formatted(value, name, (code["code"] or "").strip(), lang, report, span)


def _no_name(message: str, report: Report, span: Span) -> None:
    report.error("bad-name", message, span, r"write `\{{` for the characters themselves")


def looked_up(expression: str, names: Names, report: Report, span: Span) -> tuple[Value, str, int] | None:
    """The value of the name and its fields that `expression` begins with, how it is called, where it ends."""
    start = len(expression) - len(expression.lstrip())
    name = NAME.match(expression, start)
    if name is None or len(expression) > _LONGEST:
        _no_name("a name is wanted between `{{` and `}}`, such as `{{ title }}`", report, span)
        return None
    if name[0] not in names:
        _unknown(name, expression, names, report, span)
        return None
    value, called, end = names[name[0]], name[0], name.end()
    while field := _FIELD.match(expression, end):
        key = field["word"] or field["text"] or ""
        if not isinstance(value, dict) or key not in value:
            whole = f"{key}{expression[field.end() :].partition(':')[0]}".strip()
            _no_field(value, called, whole if field["word"] else key, report, span)
            return None
        value, end = value[key], field.end()
        called += _step(key)
    return value, called, end


def _unknown(name: re.Match[str], expression: str, names: Names, report: Report, span: Span) -> None:
    if not _AFTER_NAME.match(expression, name.end()):
        _no_name(_NOTHING_ELSE, report, span)
        return
    hints = did_you_mean(name[0], names) or _as_field(name[0], names)
    hints = hints or (f"the names here are {_listed(names)}",)
    report.error("unknown-name", f"nothing is named `{name[0][:_SHOWN]}` here", span, *hints)


def _no_field(value: Value, called: str, key: str, report: Report, span: Span) -> None:
    message = f"`{called}` has no field `{key[:_SHOWN]}`"
    if not isinstance(value, dict):
        hints = _ways_in(value, called) if isinstance(value, tuple) else ()
        report.error("unknown-name", f"{message}: it is {_kind(value)}", span, *hints)
        return
    close = key if key in value else closest(key, value)
    hint = f"did you mean `{called}{_step(close)}`?" if close else f"its fields are {_listed(value)}"
    report.error("unknown-name", message, span, hint)


def _formatted(value: str, name: str, code: str, lang: str, report: Report, span: Span) -> str | None:
    if not code or not value.strip():
        return value
    if problem := check_format(code):
        report.error("bad-format", f"`{code[:_SHOWN]}` is no number format: {problem}", span)
        return None
    number = value.exact if isinstance(value, Rounded) else parse_number(value, lang)
    if number is None:
        message = f"`{name}` is `{value[:_SHOWN]}` here, which is no number to show as `{code[:_SHOWN]}`"
        report.error("bad-format", message, span)
        return None
    return format_number(number, code, lang)


def _kind(value: Value) -> str:
    return "text" if isinstance(value, str) else "a list" if isinstance(value, tuple) else "a mapping"


def _ways_in(value: Value, name: str) -> tuple[str, ...]:
    """How to get at what a list or mapping holds."""
    if isinstance(value, tuple):
        return (f"repeat a slide or a group over it: `for: {{each: row, in: {name}}}`",)
    return (f"its fields are {_listed(value)}",) if isinstance(value, dict) and value else ()


def _as_field(word: str, names: Names) -> tuple[str, ...]:
    """A hint where a row, say, has a field of that name."""
    holders = [name for name, value in names.items() if isinstance(value, dict) and word in value]
    return (f"did you mean `{holders[0]}{_step(word)}`?",) if holders else ()


def _step(key: str) -> str:
    return f".{key}" if re.fullmatch(r"[\w-]+", key) else f'["{key}"]'


def _listed(words: Iterable[str]) -> str:
    found = [word[:_SHOWN] for word in words]
    return ", ".join(found[:12]) + (" …" if len(found) > 12 else "")
