"""A `code` block as written → the lines that it shows, in the colours of their language."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from deckgen.diagnostics import Span
from deckgen.figures.code import (
    Lines,
    close_languages,
    colored,
    language_named,
    language_of_file,
    line_ranges,
    source_lines,
)
from deckgen.model import Code, Run
from deckgen.source.common import block_id, read_build
from deckgen.source.fields import Fields, kind_of
from deckgen.source.scope import Scope, local_file
from deckgen.source.textfile import read_text_file
from deckgen.source.variants import ONLY_EXCEPT
from deckgen.yamlnodes import Mapping, Node, Scalar, Sequence

_KEYS: Final = (
    "source",
    "file",
    "lang",
    "lines",
    "numbers",
    "highlight",
    "caption",
    "id",
    "incremental",
    *ONLY_EXCEPT,
)

_MOST_LINES: Final = 1_000
"""Lines in one block: what fills thirty slides is not meant to be shown whole."""


def read_code(node: Node, key: Scalar, scope: Scope) -> Code | None:
    """The short form, the source, or the mapping form with `source` or `file`."""
    if isinstance(node, Scalar):
        code = None if _folded(node, scope) else _listing(node.text, "text", None, key.span, scope)
        return replace(code, origin=_origin(node, 1)) if code else None
    if not isinstance(node, Mapping):
        hint = "write the source under `code: |`, indented"
        message = f"`{key.text}` wants the source of a program, not {kind_of(node)}"
        scope.report.error("wrong-value", message, node.span, hint)
        return None
    return _mapped(Fields(node, scope, f"`{key.text}`", _KEYS), key)


def _mapped(fields: Fields, key: Scalar) -> Code | None:
    source, language = _source(fields, key), _language(fields)
    caption, numbers = fields.text("caption"), fields.flag("numbers") or False
    name, build = block_id(fields), read_build(fields)
    shown, steps = _range(fields), _steps(fields)
    if source is None:
        return None
    text, path = source
    language = language or (language_of_file(path.name) if path else "text")
    code = _listing(text, language, shown, key.span, fields.scope)
    if code is None:
        return None
    _check_steps(steps, code, fields)
    written = fields.node("source")
    origin = _origin(written, code.first) if isinstance(written, Scalar) else None
    return replace(
        code, numbers=numbers, steps=tuple(step for step, _ in steps), origin=origin, caption=caption,
        id=name, incremental=build,
    )  # fmt: skip


def _listing(
    source: str, language: str, shown: tuple[int, int, Span] | None, span: Span, scope: Scope
) -> Code | None:
    """The block of all lines, or of those from the first to the last of `shown`."""
    count = len(source_lines(source))
    first, last = shown[:2] if shown else (1, count)
    if shown and last > count:
        message = f"`lines` goes to {last}, but there are {count} lines"
        scope.report.error("wrong-value", message, shown[2])
        return None
    if last - first >= _MOST_LINES:
        message = f"{last - first + 1} lines of code are more than a lecture can show"
        scope.report.error("code-size", message, span, "name those to show, for example `lines: 10-24`")
        return None
    lines = colored(source, language, first, last)
    while lines and not "".join(token.text for token in lines[-1]).strip():
        lines = lines[:-1]
    if not lines:
        scope.report.error("empty-block", "there is nothing but empty lines to show", span)
        return None
    runs = tuple(tuple(Run(token.text, token=token.kind) for token in line) for line in lines)
    return Code(lines=runs, first=first, span=span)


def _folded(scalar: Scalar, scope: Scope) -> bool:
    """Whether YAML has made one line of several, which is reported."""
    if scalar.misread:
        return True
    if scalar.style == "|" or "\n" not in scalar.raw.strip():
        return False
    message = "written so, the lines of the code become one"
    scope.report.error(
        "folded-code", message, scalar.span, "write `|` after the colon, and the code below it"
    )
    return True


def _origin(scalar: Scalar, number: int) -> Span:
    """Where the line of that number (from 1) stands in the outline."""
    start = sum(len(line) for line in scalar.text.splitlines(keepends=True)[: number - 1])
    blank = len(scalar.text[start:]) - len(scalar.text[start:].lstrip())
    begins = scalar.text.rfind("\n", 0, start + blank) + 1
    place = scalar.at(start + blank)
    above = scalar.text.count("\n", start, begins)
    return replace(place, line=place.line - above, column=place.column - (start + blank - begins))


# --- The keys of the mapping form ---------------------------------------------------------------


def _source(fields: Fields, key: Scalar) -> tuple[str, Path | None] | None:
    """The source, and the file that it comes from."""
    report = fields.scope.report
    if fields.lacks("source") and fields.lacks("file"):
        report.error("missing-key", f"`{key.text}` lacks `source` or `file`", key.span)
    if "source" in fields and "file" in fields:
        message = f"`{key.text}` has `source` or `file`, not both"
        report.error("wrong-value", message, fields.span_of("file"))
        return None
    source = fields.scalar("source")
    if source is not None:
        return None if _folded(source, fields.scope) else (source.text, None)
    file = fields.scalar("file", "a file")
    if file is None or file.misread:
        return None
    path = local_file(file.text, file.span, fields.scope)
    text = read_text_file(path, file, fields.scope) if path else None
    return (text, path) if text is not None else None


def _language(fields: Fields) -> str:
    """The language that the author named; "" where that is left to the file's name."""
    scalar = fields.scalar("lang", "a programming language")
    if scalar is None:
        return ""
    language = language_named(scalar.text)
    if language is None:
        message = f"there is no programming language `{scalar.text[:60]}` here"
        hints = close_languages(scalar.text) or ("`plain` sets the code without colours",)
        fields.scope.report.error("unknown-language", message, scalar.span, *hints)
    return language or ""


def _range(fields: Fields) -> tuple[int, int, Span] | None:
    """The first and the last line to show, and where the author says so."""
    scalar = fields.scalar("lines", "a range of lines")
    if scalar is None:
        return None
    ranges = line_ranges(scalar.text)
    if ranges is None or len(ranges) > 1:
        fields.wrong("lines", "a range of lines such as 10-24", scalar)
        return None
    return (*ranges[0], scalar.span)


def _steps(fields: Fields) -> list[tuple[Lines, Span]]:
    """The lines to point out, step after step, and where each step stands; "all" points out none."""
    node = fields.node("highlight")
    steps: list[tuple[Lines, Span]] = []
    if isinstance(node, Mapping):
        fields.wrong("highlight", "a list of lines", node, "write `[all, 1-3, 5]`")
        return steps
    for entry in node.items if isinstance(node, Sequence) else (node,) if node else ():
        ranges = line_ranges(entry.text) if isinstance(entry, Scalar) else None
        if isinstance(entry, Scalar) and entry.text == "all":
            steps.append(((), entry.span))
        elif ranges and (isinstance(node, Sequence) or len(ranges) == 1):
            steps.append((ranges, entry.span))
        else:
            hint = 'write `[all, 1-3, 5]`; what is one step stands in quotes, `"1-3, 5"`'
            fields.wrong("highlight", "lines such as 5 or 1-3, or `all`", entry, hint)
    return steps


def _check_steps(steps: list[tuple[Lines, Span]], code: Code, fields: Fields) -> None:
    """Only lines that are shown can be pointed out."""
    last = code.first + len(code.lines) - 1
    for ranges, span in steps:
        outside = [line for bounds in ranges for line in bounds if not code.first <= line <= last]
        if outside:
            message = f"line {outside[0]} is not shown: these are lines {code.first} to {last}"
            fields.scope.report.error("wrong-value", message, span)
