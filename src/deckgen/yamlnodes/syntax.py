"""A YAML parser's complaint → what is wrong, in an author's words, at the author's line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from yaml import MarkedYAMLError, YAMLError
from yaml.error import Mark

from deckgen.yamlnodes.nodes import Source


@dataclass(frozen=True, slots=True)
class Failure:
    """Why no tree could be built; `index` counts the characters of the file from 0."""

    code: str
    message: str
    index: int
    hints: tuple[str, ...] = ()
    misfit: bool = False


_AT_CONTEXT = ("simple key", "quoted scalar", "flow sequence", "flow mapping")
"""Where the mistake stands at the beginning of what the parser was reading, not where it gave up."""

_MISFIT = "this line does not fit in with the lines above it"

_WORDS: tuple[tuple[str, str, str], ...] = (
    ("expected ':'", "this line is neither an item (`- …`) nor a `key: value`",
     "an item begins with a dash and a space; a key ends in a colon and a space"),
    ("found unexpected end of stream", "this quotation mark is never closed", "close it, or put the text in "
     "the other kind of quotes"),
    ("unknown escape", "YAML knows no such escape within double quotes",
     "write the text in single quotes, where a backslash is only a backslash"),
    ("hexdecimal", "this escape names no character",
     "write the character itself, or the text in single quotes"),
    ("escape", "this escape names no character", "write the character itself"),
    ("expected ',' or ']'", "this `[` begins a list that is not closed", "close it with `]`, or put the text "
     "in quotes"),
    ("expected ',' or '}'", "this `{` begins a mapping that is not closed", "close it with `}`, or put the "
     "text in quotes"),
    ("block sequence entries", "a list cannot begin on the line of its key", "begin it on the next line"),
    ("mapping values are not allowed", "a second colon on this line makes no sense to YAML",
     "put the text in quotes"),
    ("expected key", _MISFIT,
     "the keys of one mapping begin in the same column; so do the lines of a text below `|`"),
    ("expected '-' indicator", _MISFIT,
     "the items of one list begin in the same column"),
    ("expected <document start>", _MISFIT,
     "begin all keys of the file in the first column"),
    ("cannot start any token", "YAML allows no text to begin with this sign", "put the text in quotes"),
)  # fmt: skip


MAX_DEPTH: Final = 100
TOO_DEEP: Final = f"more than {MAX_DEPTH} lists and mappings stand in one another"


def failure(error: YAMLError, source: Source) -> Failure:
    """Translate the parser's error; what has no words of its own keeps the parser's."""
    if not isinstance(error, MarkedYAMLError):
        return Failure("yaml-unreadable", f"YAML cannot read this file: {error}", 0)
    problem, context = str(error.problem or ""), str(error.context or "")
    if "nesting depth" in problem:  # libyaml from 0.2.6 on counts, too, and may come first
        return Failure("yaml-depth", TOO_DEEP, _index(error.problem_mark, source))
    at_context = any(words in context for words in _AT_CONTEXT) and "escape" not in problem
    mark = error.context_mark if at_context and error.context_mark else error.problem_mark
    index = _index(mark, source)
    if source.text[index : index + 1] == "\t":
        return Failure("yaml-syntax", "a tab stands where YAML wants a space", index, ("type spaces",))
    for sign, message, hint in _WORDS:
        if sign in problem:
            return Failure("yaml-syntax", message, index, (hint,), message == _MISFIT)
    return Failure("yaml-syntax", f"YAML cannot read this line: {problem or context}", index)


def _index(mark: Mark | None, source: Source) -> int:
    """The character at a mark; a mark at the end of the file moves back to its last words."""
    index = mark.index if mark else 0
    if index >= len(source.text):
        index = max(0, len(source.text.rstrip()) - 1)
    return index
