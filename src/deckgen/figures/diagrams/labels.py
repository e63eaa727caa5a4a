"""The characters between a node's or an edge's marks → a label: quotes, line breaks, entities."""

from __future__ import annotations

import re
from html.entities import html5

from deckgen.figures.diagrams.flowchart import Label
from deckgen.figures.diagrams.problems import syntax, unsupported
from deckgen.figures.diagrams.scanner import Scanner

MOST_CHARACTERS = 400

_MARKDOWN = re.compile(r'"`([^`]*)`"')
_QUOTED = re.compile(r'"([^"]*)"')
_BREAK = re.compile(r"\s*(?:<br\s*/?>|\\n)\s*", re.IGNORECASE)
_ENTITY = re.compile(r"[#&](?:#?(\d{1,7})|#x([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,30}));")
_TAG = re.compile(
    r"</?(?:b|i|u|s|em|strong|span|div|p|a|img|font|code|pre|sub|sup|small|big|center|hr|h[1-6]|ul|ol|li|table)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_ICON = re.compile(r"\bfa[bklrs]?:fa-[\w-]+")
FORMULA = re.compile(r"(\$\$.+?\$\$)", re.DOTALL)
"""A formula in a label: what stands in it is LaTeX, as it is."""

_SPACE = re.compile(r"[ \t\r\f\v]+")
FORBIDDEN = '()[]{}|"'
"""What may not stand in a label without quotes, since it opens or closes something."""


def quoted(scanner: Scanner) -> Label | None:
    """The label in quotes that stands here, if one does."""
    start = scanner.at
    if found := scanner.take(_MARKDOWN):
        return label_of(found[1], start + 2, markdown=True)
    if found := scanner.take(_QUOTED):
        return label_of(found[1], start + 1, markdown=False)
    if scanner.text.startswith('"', start):
        raise syntax("these quotes are never closed", start, 1, 'write `"` after the label')
    return None


def unquoted(scanner: Scanner, closers: tuple[str, ...], opened: str) -> Label:
    """The label up to the first of `closers`, which stays.  `opened` is what it closes, for messages."""
    text, start = scanner.text, scanner.at
    at, wanted = start, " or ".join(f"`{closer}`" for closer in closers)
    while not text.startswith(closers, at):
        if at >= len(text) or text[at] == "\n":
            raise syntax(
                f"`{opened}` is never closed",
                start - len(opened),
                len(opened),
                f"write {wanted} after the label",
            )
        if text[at] in FORBIDDEN:
            hint = f'put the label in quotes: `{opened}"…"{closers[0]}`'
            raise syntax(
                f"`{text[at]}` cannot stand in a label without quotes; {wanted} closes it", at, 1, hint
            )
        at += 1
    scanner.at = at
    return label_of(text[start:at], start, markdown=False)


def label_of(text: str, at: int, *, markdown: bool) -> Label:
    """The label of these characters, the first of which stands at `at`; a MistakeError where it is none."""
    parts = FORMULA.split(text)
    for n, part in enumerate(parts):
        if n % 2 == 0:
            _refuse(part, at + sum(map(len, parts[:n])))
            parts[n] = _words(part if markdown else part.replace("\n", " "))
    trimmed = "\n".join(line.strip() for line in "".join(parts).split("\n"))
    if not trimmed.strip():
        raise syntax("this label is empty", max(at - 1, 0), 1, "write some words, or leave the marks out")
    if len(trimmed) > MOST_CHARACTERS:
        raise syntax(
            f"this label is longer than {MOST_CHARACTERS} characters", at, 1, "say it on the slide instead"
        )
    return Label(trimmed.strip("\n"), markdown, at)


def _words(text: str) -> str:
    """Characters outside formulas: line breaks and entities read, white space made one space."""
    lines = _ENTITY.sub(_character, _BREAK.sub("\n", text))
    return _SPACE.sub(" ", lines)


def _refuse(text: str, at: int) -> None:
    """Report what Mermaid would draw in a label and deckgen does not."""
    if tag := _TAG.search(text):
        hint = '`"`**bold** and *italic*`"` marks words, `<br>` ends a line'
        raise unsupported(
            f"`{tag[0]}`: HTML in a label is not supported", at + tag.start(), len(tag[0]), hint
        )
    if icon := _ICON.search(text):
        raise unsupported(f"`{icon[0]}`: icons are not supported", at + icon.start(), len(icon[0]))


def _character(match: re.Match[str]) -> str:
    """The character of an entity code: `#35;`, `#quot;`, `&amp;`; what is none stays as it is."""
    decimal, hexadecimal, name = match.groups()
    if name:
        return html5.get(f"{name};", match[0])
    code = int(decimal) if decimal else int(hexadecimal, 16)
    valid = 0x20 <= code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF and not 0x7F <= code < 0xA0
    return chr(code) if valid else match[0]
