"""What stands between `{{` and `}}` → the text that its value shows there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final, TypeAlias, Union

from deckgen.diagnostics import Report, Span, did_you_mean
from deckgen.figures.numbers import check_format, format_number, parse_number
from deckgen.yamlnodes import Node, Scalar, Sequence

Value: TypeAlias = Union[str, tuple["Value", ...], dict[str, "Value"]]  # noqa: UP007  (it names itself)
"""Text as typed, a list, or fields by their names."""

Names: TypeAlias = Mapping[str, Value]

BUILT_IN: Final = ("title", "author", "date", "section")
"""Names that every slide knows."""

NAME: Final = re.compile(r"[^\W\d][\w-]*")
_FIELD = re.compile(r"""\s*(?:\.\s*(?P<word>[\w-]+)|\[\s*(?P<quote>["'])(?P<text>.*?)(?P=quote)\s*\])""")
_FORMAT = re.compile(r"\s*(?::(?P<code>.*))?\s*", re.DOTALL)
_LONGEST = 500
_SHOWN = 60


def value_of(node: Node) -> Value:
    """What a node of YAML holds, as data."""
    match node:
        case Scalar():
            return node.text
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
        hint = r"write `\{{` for the characters themselves"
        message = "between `{{` and `}}` stand a name, its fields and a format, and nothing else"
        report.error("bad-name", message, span, hint)
        return None
    if not isinstance(value, str):
        report.error("bad-name", f"`{name}` is {_kind(value)}, not text", span, *_ways_in(value, name))
        return None
    return _formatted(value, name, (code["code"] or "").strip(), lang, report, span)


def looked_up(expression: str, names: Names, report: Report, span: Span) -> tuple[Value, str, int] | None:
    """The value of the name and its fields that `expression` begins with, how it is called, where it ends."""
    start = len(expression) - len(expression.lstrip())
    name = NAME.match(expression, start)
    if name is None or len(expression) > _LONGEST:
        hint = r"write `\{{` for the characters themselves"
        report.error("bad-name", "a name is wanted between `{{` and `}}`, such as `{{ title }}`", span, hint)
        return None
    if name[0] not in names:
        hints = did_you_mean(name[0], names) or _as_field(name[0], names)
        hints = hints or (f"the names here are {_listed(names)}",)
        report.error("unknown-name", f"nothing is named `{name[0][:_SHOWN]}` here", span, *hints)
        return None
    value, called, end = names[name[0]], name[0], name.end()
    while field := _FIELD.match(expression, end):
        key = field["word"] or field["text"] or ""
        if not isinstance(value, dict) or key not in value:
            _no_field(value, called, key, report, span)
            return None
        value, end = value[key], field.end()
        called += _step(key)
    return value, called, end


def _no_field(value: Value, called: str, key: str, report: Report, span: Span) -> None:
    message = f"`{called}` has no field `{key[:_SHOWN]}`"
    if not isinstance(value, dict):
        hints = _ways_in(value, called) if isinstance(value, tuple) else ()
        report.error("unknown-name", f"{message}: it is {_kind(value)}", span, *hints)
        return
    close = did_you_mean(key, value)
    hints = tuple(hint.replace(f"`{name}`", f"`{called}{_step(name)}`") for hint in close for name in value)
    hints = tuple(hint for hint in hints if f"`{called}" in hint) or (f"its fields are {_listed(value)}",)
    report.error("unknown-name", message, span, *hints[:1])


def _formatted(value: str, name: str, code: str, lang: str, report: Report, span: Span) -> str | None:
    if not code or not value.strip():
        return value
    if problem := check_format(code):
        report.error("bad-format", f"`{code[:_SHOWN]}` is no number format: {problem}", span)
        return None
    number = parse_number(value, lang)
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
