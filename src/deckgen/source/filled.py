"""A scalar with `{{ names }}` → the same with their values, and the places of what its author wrote."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from deckgen.diagnostics import Span
from deckgen.yamlnodes import Mapping, Node, Scalar, Sequence

_LINE = r"(?!\n[ \t]*(?:\n|[-+*][ \t]|\d+[.)][ \t]))"
"""Neither code nor a formula in its line goes on over an empty line or into the next item of a list."""

CODE = rf"(?<!`)(?P<ticks>`+)(?!`)(?:{_LINE}.)*?(?<!`)(?P=ticks)(?!`)"
MATH = rf"\$\$\s*+(?!\$).+?\$\$|\$(?![\s$])(?:\\.|{_LINE}[^\\$])+(?<!\s)\$(?!\d|\{{\{{)"
_PIECE = re.compile(
    rf"(?P<escaped>\\\{{\{{)|\\.|{CODE}|{MATH}|\{{\{{(?P<name>(?:(?!\{{\{{|\}}\}}).)*+)\}}\}}", re.DOTALL
)
_FIRST = 0xD800
MOST: Final = 0x700
"""How many different values one text can take: lone surrogates, which no text read from a file has."""

Resolve = Callable[[str, Span], str | None]
"""The value of what stands between `{{` and `}}` at a place; None after a diagnostic."""


@dataclass(frozen=True, slots=True)
class Piece:
    """`text` in place of what is written from `start` to `end`: a value, or `{{` without its backslash."""

    start: int
    end: int
    text: str
    value: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class _Replaced(Scalar):
    """A scalar in which other characters stand than are written; its places are those of the written ones."""

    written: Scalar = field(compare=False, repr=False)
    pieces: tuple[Piece, ...] = field(compare=False, repr=False)

    def at(self, offset: int, length: int = 1) -> Span:
        """The place in the file of what the character at `offset` stands for."""
        shift = 0
        for piece in self.pieces:
            begin = piece.start + shift
            if offset < begin:
                break
            if offset < begin + len(piece.text):
                return self.written.at(piece.start, piece.end - piece.start)
            shift += len(piece.text) - (piece.end - piece.start)
        return self.written.at(offset - shift, length)


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked(_Replaced):
    """The form for Markdown: one character, which means nothing there, in place of each value.

    `values` are the values by those characters, `names` what is written for each.
    """

    values: dict[int, str] = field(compare=False, repr=False)
    names: dict[int, str] = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled(_Replaced):
    """The form for fields without Markdown: values are characters among the others."""

    @property
    def absent(self) -> bool:
        """Never: something is written here, though its value may be empty."""
        return False

    @property
    def marked(self) -> Marked:
        """The form for Markdown, in which no value can be taken for markup."""
        signs: dict[tuple[str, str], str] = {}
        pieces = []
        for piece in (piece for piece in self.pieces if piece.value):
            name = self.written.text[piece.start : piece.end]
            sign = signs.setdefault((piece.text, name), chr(_FIRST + len(signs)))
            pieces.append(replace(piece, text=sign))
        return Marked(
            text=_assembled(self.written.text, pieces),
            plain=self.plain,
            span=self.span,
            style=self.style,
            written=self.written,
            pieces=tuple(pieces),
            values={ord(sign): _lines(value) for (value, _), sign in signs.items()},
            names={ord(sign): name for (_, name), sign in signs.items()},
        )


def filled(scalar: Scalar, resolve: Resolve) -> Scalar:
    """The scalar with its names resolved; itself where it holds none.

    In `` `code` ``, in `$…$` and after a backslash `{{` is text.  What cannot be resolved stays as it is,
    and the scalar is `misread`: a diagnostic tells of it.
    """
    pieces, misread = [], False
    for match in _PIECE.finditer(scalar.text):
        if match["escaped"]:
            pieces.append(Piece(*match.span(), "{{", value=False))
        elif match["name"] is not None:
            value = resolve(match["name"], scalar.at(match.start(), match.end() - match.start()))
            misread |= value is None
            pieces.append(Piece(*match.span(), match[0] if value is None else value))
    if not pieces:
        return scalar
    return Filled(
        text=_assembled(scalar.text, pieces),
        plain=scalar.plain,
        span=scalar.span,
        style=scalar.style,
        misread=misread,
        written=scalar,
        pieces=tuple(pieces),
    )


def holds_names(node: Node) -> bool:
    """Whether `{{` stands anywhere in a node."""
    match node:
        case Scalar():
            return "{{" in node.text
        case Sequence():
            return any(map(holds_names, node.items))
        case _:
            return any("{{" in key.text or holds_names(value) for key, value in node.entries)


def names_in(node: Node) -> set[str]:
    """The names that occur in a node, without a look at what they stand for."""
    match node:
        case Scalar():
            found = (match["name"] for match in _PIECE.finditer(node.text) if "{{" in match[0])
            return {word[0] for name in found if name and (word := re.match(r"[\w-]+", name.strip()))}
        case Sequence():
            return {name for item in node.items for name in names_in(item)}
        case _:
            return {name for entry in node.entries for part in entry for name in names_in(part)}


def filled_throughout(node: Node, fill: Callable[[Scalar], Scalar], but: Iterable[str] = ()) -> Node:
    """A node with all its texts and keys filled, those under the keys `but` of its own apart."""
    match node:
        case Scalar():
            return fill(node)
        case Sequence():
            return replace(node, items=tuple(filled_throughout(item, fill) for item in node.items))
        case Mapping():
            entries = (
                (fill(key), value if key.text in but else filled_throughout(value, fill))
                for key, value in node.entries
            )
            return replace(node, entries=tuple(entries))


def as_written(scalar: Scalar) -> Scalar:
    """A scalar as its author wrote it, names and all."""
    return scalar.written if isinstance(scalar, _Replaced) else scalar


def _assembled(text: str, pieces: Iterable[Piece]) -> str:
    """A text with the pieces at their places."""
    out, last = [], 0
    for piece in pieces:
        out += [text[last : piece.start], piece.text]
        last = piece.end
    return "".join((*out, text[last:]))


def _lines(value: str) -> str:
    """A value in running text: without line ends at its ends; those within it break lines."""
    return re.sub(r"\r\n?", "\n", value).strip("\n")
