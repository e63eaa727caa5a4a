"""The source of a program and its language → lines of characters, each stretch with its kind of token."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Final

from deckgen.diagnostics import did_you_mean

if TYPE_CHECKING:
    from pygments.lexer import Lexer

TOKENS: Final = (
    "keyword", "type", "builtin", "function", "decorator", "variable", "constant", "number", "string",
    "escape", "comment", "tag", "attribute", "operator", "punctuation", "heading", "prompt", "output",
    "inserted", "deleted", "error",
)  # fmt: skip
"""The kinds of token that a theme may colour; "" is everything else: names and plain text."""

TAB = 4
"""Columns from one tab stop to the next."""

LONGEST = 200_000
"""Characters that are coloured at most: what is longer stays plain."""

PLAIN: Final = ("text", "plain", "plaintext", "txt", "none", "output", "pseudocode")
"""What authors call a language without colours."""

_KINDS: Final = {
    "Keyword": "keyword", "Keyword.Constant": "constant", "Keyword.Type": "type",
    "Name.Attribute": "attribute", "Name.Builtin": "builtin", "Name.Class": "type",
    "Name.Constant": "constant", "Name.Decorator": "decorator", "Name.Entity": "escape",
    "Name.Exception": "type", "Name.Function": "function", "Name.Label": "variable",
    "Name.Property": "attribute", "Name.Tag": "tag", "Name.Variable": "variable",
    "Literal.Number": "number", "Literal.String": "string", "Literal.String.Escape": "escape",
    "Literal.String.Interpol": "escape", "Literal.String.Doc": "comment", "Literal.Date": "number",
    "Operator": "operator", "Operator.Word": "keyword", "Punctuation": "punctuation",
    "Comment": "comment", "Comment.Preproc": "decorator", "Comment.PreprocFile": "string",
    "Generic.Heading": "heading", "Generic.Subheading": "heading", "Generic.Prompt": "prompt",
    "Generic.Output": "output", "Generic.Error": "error", "Generic.Traceback": "error",
    "Generic.Inserted": "inserted", "Generic.Deleted": "deleted", "Error": "error",
}  # fmt: skip
"""Pygments' kinds (https://pygments.org/docs/tokens/) and ours; a kind that is not here is as its parent."""

_OWN_KINDS: Final = {
    "tex": {"Name.Builtin": "", "Name.Variable": "keyword"},
    "haskell": {"Operator.Word": "operator"},
    "yaml": {"Name.Variable": "string"},
}
"""Where a language's lexer uses a kind in a sense of its own."""

_ENDINGS: Final = {
    "c": "c", "cc": "cpp", "cl": "common-lisp", "cs": "csharp", "h": "c", "hpp": "cpp", "inc": "php",
    "m": "matlab", "pl": "perl", "pro": "prolog", "py": "python", "r": "r", "s": "gas", "sql": "sql",
    "sty": "tex", "cls": "tex", "tex": "tex", "ts": "typescript", "v": "verilog", "txt": "text",
    "md": "markdown", "html": "html", "css": "css", "js": "javascript", "json": "json", "xml": "xml",
}  # fmt: skip
"""Languages of the endings that are common, or that several languages claim."""

_LINE_END = re.compile(r"\r\n|\r|\n")
_CONTROLS: Final = {
    **{code: 0x2400 + code for code in range(32) if chr(code) not in "\t\n\r"}, 0x7F: 0x2421, 0x0C: None,
}  # fmt: skip
"""Control characters as their pictures (Unicode, "Control Pictures"): no file format could hold them."""


@dataclass(frozen=True, slots=True)
class Token:
    """Characters of one kind: a key of `TOKENS`, or ""."""

    text: str
    kind: str = ""


Line = tuple[Token, ...]
"""One line of code without its end."""


def source_lines(source: str) -> list[str]:
    """The lines of a file as editors count them, tabs expanded; a line end at the end begins none."""
    lines = _LINE_END.split(source)
    if lines[-1] == "":
        lines.pop()
    return [line.translate(_CONTROLS).expandtabs(TAB) for line in lines]


def colored(source: str, language: str, first: int = 1, last: int | None = None) -> tuple[Line, ...]:
    """Lines `first` to `last` (from 1; None for the end) of `source`, written in `language`.

    The whole source is read, so that a line inside a long comment is known for what it is.  The lines'
    characters are exactly those of `source_lines`.
    """
    lines = source_lines(source)
    shown = lines[first - 1 : last]
    lexer = _lexer(language) if sum(map(len, lines)) <= LONGEST else None
    if lexer is None:
        return tuple((Token(line),) if line else () for line in shown)
    kinds = _Kinds(lexer.aliases[0] if lexer.aliases else "")
    found = _lines(kinds.of(lexer.get_tokens("\n".join([*lines, ""]))))[:-1]
    if ["".join(token.text for token in line) for line in found] != lines:
        return tuple((Token(line),) if line else () for line in shown)  # a lexer must not change a word
    return tuple(found[first - 1 : last])


class _Kinds:
    """Pygments' tokens of one language as pairs of text and kind."""

    def __init__(self, language: str) -> None:
        self._own = _KINDS | _OWN_KINDS.get(language, {})
        self._known: dict[object, str] = {}

    def of(self, tokens: Iterable[tuple[object, str]]) -> Iterator[tuple[str, str]]:
        for found, text in tokens:
            kind = self._known.get(found)
            if kind is None:
                kind = self._known[found] = self._kind(str(found).removeprefix("Token."))
            yield text, kind

    def _kind(self, name: str) -> str:
        while name not in self._own:
            name, dot, _ = name.rpartition(".")
            if not dot:
                return ""
        return self._own[name]


def _lines(tokens: Iterable[tuple[str, str]]) -> list[Line]:
    """The tokens cut at line ends."""
    lines: list[Line] = []
    line: list[Token] = []
    for text, kind in tokens:
        for n, part in enumerate(text.split("\n")):
            if n:
                lines.append(_joined(line))
                line = []
            if part:
                line.append(Token(part, kind))
    return [*lines, _joined(line)]


def _joined(tokens: list[Token]) -> Line:
    """Neighbours of one kind as one token; space goes with what stands before it, or indents."""
    joined: list[Token] = []
    for token in tokens:
        blank = token.text.isspace()
        if joined and (blank or token.kind == joined[-1].kind):
            joined[-1] = Token(joined[-1].text + token.text, joined[-1].kind)
        elif joined and joined[-1].text.isspace():
            joined[-1] = Token(joined[-1].text + token.text, token.kind)
        else:
            joined.append(token)
    return tuple(joined)


# --- Languages ----------------------------------------------------------------------------------


def language_named(name: str) -> str | None:
    """The name by which Pygments knows a language; "text" for one without colours, None if unknown."""
    if name.lower() in PLAIN:
        return "text"
    lexer = _lexer(name)
    return lexer.aliases[0] if lexer and lexer.aliases else None


def close_languages(name: str) -> tuple[str, ...]:
    """A hint that names the language whose name is closest."""
    from pygments.lexers import get_all_lexers

    known = (alias for _, aliases, _, _ in get_all_lexers(plugins=False) for alias in aliases)
    return did_you_mean(name, known)


def language_of_file(name: str) -> str:
    """The language of a file by its name, "text" where it has none."""
    from pygments.lexers import get_all_lexers

    name = name.lower()
    known = _ENDINGS.get(name.rpartition(".")[2]) if "." in name else None
    if known:
        return known
    for _, aliases, patterns, _ in get_all_lexers(plugins=False):
        if aliases and any(fnmatchcase(name, pattern.lower()) for pattern in patterns):
            return aliases[0]
    return "text"


def _lexer(language: str) -> Lexer | None:
    """A lexer that changes nothing of what it reads; None for plain text and for unknown languages."""
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    if language.lower() in PLAIN:
        return None
    try:
        return get_lexer_by_name(language.lower(), stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None


# --- Line numbers -------------------------------------------------------------------------------

Lines = tuple[tuple[int, int], ...]
"""Ranges of lines, first and last."""

_RANGE = re.compile(r"[ \t]*(\d{1,7})(?:[ \t]*[-–][ \t]*(\d{1,7}))?[ \t]*")


def line_ranges(text: str) -> Lines | None:
    """`3`, `1-3` or `1-3, 7` as ranges of lines; None where it is none, or one that ends before it begins."""
    matches = [_RANGE.fullmatch(part) for part in text.split(",")]
    ranges = [(int(m[1]), int(m[2] or m[1])) for m in matches if m]
    if len(ranges) < len(matches) or any(first < 1 or last < first for first, last in ranges):
        return None
    return tuple(ranges)
