"""A value that begins with a sign → where it ends, or the trap that the sign is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from deckgen.yamlnodes.nodes import Source
from deckgen.yamlnodes.quoting import corrected, in_single_quotes

Mend = tuple[int, int, str]
"""First index, last index + 1, and what to put in place of each character between them."""


@dataclass(frozen=True, slots=True)
class Trap:
    """A place where YAML reads otherwise than its author meant, and how to make it harmless."""

    index: int
    code: str
    message: str
    hints: tuple[str, ...]
    mends: tuple[Mend, ...]

    @classmethod
    def silent(cls, index: int, mends: tuple[Mend, ...]) -> Trap:
        """A place to mend that another trap already tells of."""
        return cls(index, "", "", (), mends)


@dataclass(frozen=True, slots=True)
class Value:
    """A value's first index, the end of its words on that line, and how far it may reach."""

    source: Source
    start: int
    end: int
    limit: int


_SIGNS: dict[str, tuple[str, str]] = {
    "*": ("yaml-alias", "a value that begins with `*` is a reference to an anchor"),
    "&": ("yaml-anchor", "a value that begins with `&` has an anchor"),
    "!": ("yaml-tag", "a value that begins with `!` has a tag"),
    "%": ("yaml-percent", "no value may begin with `%`"),
    "@": ("yaml-at", "no value may begin with `@`"),
    "`": ("yaml-backtick", "no value may begin with a backtick"),
    "|": ("yaml-block", "`|` begins a block of text on the lines below it"),
    ">": ("yaml-block", "`>` begins a block of text on the lines below it"),
    "?": ("yaml-question", "`?` begins a complex key"),
    "-": ("yaml-dash", "`-` begins a list, which cannot stand on the line of its key"),
    ",": ("yaml-sign", "no value may begin with a comma"),
    "]": ("yaml-sign", "no value may begin with `]`"),
    "}": ("yaml-sign", "no value may begin with `}`"),
}
_ALIAS = re.compile(r"\*[\w-]+[ \t]*(?:#.*)?$")
_ANCHOR = re.compile(r"&[\w-]+(?:[ \t]|$)")
_QUOTED = {'"': re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL), "'": re.compile(r"'(?:[^']|'')*'")}
_NO_ESCAPE = re.compile(
    r"(?<!\\)(?:\\\\)*(\\(?![0abt\tnvfe \"/\\N_LP\r\n]|x[0-9A-Fa-f]{2}"
    r"|u(?![dD][89a-fA-F])[0-9A-Fa-f]{4}|U00[01][0-9A-Fa-f]{5}))"
)
_FLOW = re.compile(
    r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[\[\]{},]|:(?=[ \t\r\n])|[^\s\[\]{},"':]+|.""", re.DOTALL
)
_REST = re.compile(r"[ \t]*(?:$|[\r\n]|[ \t]#|:(?:[ \t\r\n]|$))")


def first_sign(text: str, key: bool) -> tuple[str, str] | None:
    """Code and message where YAML forbids, or takes for its own, the first sign of a plain text."""
    found = _SIGNS.get(text[:1])
    if found is None or (text[0] in "?-" and text[1:2] not in ("", " ", "\t")):
        return None
    if text[0] == "?" and key:
        return None
    if _ALIAS.match(text) or _ANCHOR.match(text):
        return None
    return found[0], f"to YAML, {found[1]}"


def after_quotes(value: Value) -> int | Trap:
    """Where a quoted value ends; a trap if it does not, or if more text follows it."""
    text, sign = value.source.text, value.source.text[value.start]
    match = _QUOTED[sign].match(text, value.start, value.limit)
    if match and sign == '"' and (wrong := _NO_ESCAPE.search(match.group())):
        return _escape(match, wrong.start(1))
    if match and _REST.match(text, match.end()):
        return match.end()
    message = "the text that begins with this quotation mark goes on after the closing one"
    if not match:
        message = "this quotation mark is never closed"
    if match and "\n" in match.group():
        message = "YAML finds the quotation mark that closes this one on another line"
    return _whole(value, "yaml-quote", f"to YAML, {message}" if match else message)


def _escape(match: re.Match[str], offset: int) -> Trap:
    """A backslash in double quotes that YAML can make nothing of, as in "C:\\users"."""
    hints = in_single_quotes(match.group())
    if re.match(r"\\u[dD][89a-fA-F]", match.group()[offset:]):
        hints = ("this is one half of a character: write the character itself",)
    message = "in double quotes a backslash begins an escape, and YAML knows none such"
    mends = ((match.start(), match.end(), "x"),)
    return Trap(match.start() + offset, "yaml-escape", message, hints, mends)


def after_flow(value: Value) -> int | Trap:
    """Where a list or mapping in brackets ends; a trap if it does not, or if more text follows it."""
    text = value.source.text
    template = text.startswith("{{", value.start)
    code = "yaml-template" if template else "yaml-flow"
    sign = "{{" if template else text[value.start]
    what = "a mapping in a mapping" if template else "a list" if sign == "[" else "a mapping"
    depth = 0
    for token in _FLOW.finditer(text, value.start, value.limit):
        if token.group() in ("[", "{"):
            depth += 1
        elif token.group() in ("]", "}"):
            depth -= 1
        if not depth:
            if not template and _REST.match(text, token.end()):
                return token.end()
            return _whole(value, code, f"YAML takes `{sign}` for the beginning of {what}")
    return _whole(value, code, f"YAML takes `{sign}` for the beginning of {what}, which is never closed")


def flow_traps(value: Value, finish: int) -> list[Trap]:
    """The entries between brackets that begin with a sign of YAML's."""
    text, traps, begins = value.source.text, [], False
    tokens = list(_FLOW.finditer(text, value.start, finish))
    single = not any(token.group() == "," for token in tokens)
    for token in tokens:
        word = token.group()
        if begins and word[0] in "*&!%@`|>":
            end = _entry_end(text, token.start(), finish)
            entry = text[token.start() : end]
            problem = first_sign(entry, key=False)
            if problem and single and text[value.start] == "[":
                return [_whole(value, "yaml-flow", "YAML takes `[` for the beginning of a list")]
            if problem:
                hints = corrected(value.source, token.start(), end)
                traps.append(Trap(token.start(), *problem, hints, ((token.start(), end, "x"),)))
        begins = word in "[{,:" or (begins and word.isspace())
    return traps


def _entry_end(text: str, start: int, finish: int) -> int:
    match = re.compile(r"[^,\[\]{}\r\n]*").match(text, start, finish)
    assert match is not None
    return start + len(match.group().rstrip())


def _whole(value: Value, code: str, message: str) -> Trap:
    """The rest of the line, taken for text."""
    hints = corrected(value.source, value.start, value.end)
    return Trap(value.start, code, message, hints, ((value.start, value.end, "x"),))
