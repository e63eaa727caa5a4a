"""The entries of a mapping → values of the type that each key wants, or a diagnostic."""

from __future__ import annotations

import re
from collections.abc import Collection
from collections.abc import Mapping as Lookup
from copy import copy
from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

from deckgen.diagnostics import Span, did_you_mean
from deckgen.model import ListBlock, Paragraph, Run, Text
from deckgen.source.filled import Filled, as_written
from deckgen.source.inline import parse_inline
from deckgen.source.markdown import parse_text
from deckgen.source.scope import Scope
from deckgen.yamlnodes import Mapping, Node, Scalar, Sequence

_Choice = TypeVar("_Choice", bound=StrEnum)

_LANGUAGE = re.compile(
    r"(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*"
    r"(?:-[a-wy-z\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?|x(?:-[a-z\d]{1,8})+)",
    re.IGNORECASE,
)
"""A well-formed language tag (BCP 47, RFC 5646, 2.1), without the grandfathered ones."""

_FEW = 12
"""Keys that a hint can name one and all."""

_SAME = {
    "heading": "title", "header": "title", "name": "title", "body": "text", "paragraph": "text",
    "list": "bullets", "points": "bullets", "items": "bullets", "picture": "image", "photo": "image",
    "figure": "image",     "speaker": "notes", "comment": "notes", "file": "src", "path": "src",
    "position": "place", "author": "by", "cite": "source", "date": "when", "event": "what",
    "language": "lang",
}  # fmt: skip
"""What other tools call some keys."""

_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)")
_SECONDS = re.compile(r"(\d+(?:\.\d*)?|\.\d+)[ \t]*(s|ms)")
_PERCENT = re.compile(r"(\d+(?:\.\d*)?|\.\d+)[ \t]*%")


def kind_of(node: Node) -> str:
    """What a node is, in an author's words."""
    match node:
        case Scalar():
            return "text"
        case Sequence():
            return "a list"
        case Mapping():
            return "a mapping"


def absent_hints(scalar: Scalar) -> tuple[str, ...]:
    """Why a value may be missing where an author has written one."""
    if scalar.source is not None:
        after = scalar.source.text[scalar.end : scalar.end + 80].splitlines()
        if after and after[0].lstrip().startswith("#"):
            return (f'`#` begins a comment: put the value in quotes, "{after[0].strip()}"',)
    return ()


def truth_hints(scalar: Scalar) -> tuple[str, ...]:
    """How to write a yes or no that is written in other words."""
    word = scalar.text.lower()
    if word in ("yes", "on", "true", "1", "no", "off", "false", "0", "none"):
        return (f"write {'true' if word in ('yes', 'on', 'true', '1') else 'false'}, without quotes",)
    return did_you_mean(scalar.text, ("true", "false"))


def long_color(text: str) -> tuple[str, ...]:
    """A hint that writes `#abc` in full."""
    short = re.fullmatch(r"#([0-9A-Fa-f]{3})", text)
    return ('write "#' + "".join(sign * 2 for sign in short[1]) + '"',) if short else ()


class Fields:
    """One mapping, with its keys checked: `elsewhere` says where others than the `known` belong."""

    def __init__(
        self,
        mapping: Mapping,
        scope: Scope,
        where: str,
        known: Collection[str],
        elsewhere: Lookup[str, str] | None = None,
    ) -> None:
        self.scope = scope
        self.span = mapping.span
        self.keys: dict[str, tuple[Scalar, Node]] = {}
        self.meant: set[str] = set()
        for key, value in mapping.entries:
            if key.text in known:
                self.keys[key.text] = (key, value)
            elif not key.misread:
                self._unknown(key, where, known, elsewhere or {})

    def _unknown(self, key: Scalar, where: str, known: Collection[str], elsewhere: Lookup[str, str]) -> None:
        hints = did_you_mean(key.text, known)
        self.meant |= {name for name in known if f"`{name}`" in "".join(hints)}
        if not hints and _SAME.get(key.text.lower()) in known:
            hints = (f"it is called `{_SAME[key.text.lower()]}` here",)
        elif not hints and len(known) <= _FEW:
            hints = (f"the keys here are {', '.join(known)}",)
        if key.text in elsewhere:
            hints = (f"`{key.text}` belongs {elsewhere[key.text]}",)
        self.scope.report.error("unknown-key", f"{where} has no key `{key.text[:60]}`", key.span, *hints)

    def under(self, scope: Scope) -> Fields:
        """The same entries, read with the names of another scope."""
        other = copy(self)
        other.scope = scope
        return other

    def __contains__(self, key: str) -> bool:
        return key in self.keys

    def lacks(self, key: str) -> bool:
        """Whether `key` is not there, not even misspelt (which is reported already)."""
        return key not in self.keys and key not in self.meant

    def node(self, key: str) -> Node | None:
        """The value, or None; a scalar with its `{{ names }}` filled in."""
        node = self.keys[key][1] if key in self.keys else None
        return self.scope.fill(node) if isinstance(node, Scalar) else node

    def span_of(self, key: str) -> Span:
        """Where the value stands, or else the mapping."""
        node = self.node(key)
        return node.span if node is not None else self.span

    def wrong(self, key: str, wanted: str, node: Node, *hints: str) -> None:
        """Report a value of the wrong kind, unless YAML's trouble with it is reported."""
        if isinstance(node, Scalar) and node.misread:
            return
        if isinstance(node, Scalar) and node.absent:
            self.scope.report.error("empty-value", f"`{key}` has no value", node.span, *absent_hints(node))
            return
        shown = f"`{node.text[:60]}`" if isinstance(node, Scalar) else kind_of(node)
        self.scope.report.error("wrong-value", f"`{key}` wants {wanted}, not {shown}", node.span, *hints)

    def scalar(self, key: str, wanted: str = "text") -> Scalar | None:
        """The value of `key` if it is a scalar with something in it."""
        node = self.node(key)
        if node is None:
            return None
        if not isinstance(node, Scalar):
            self.wrong(key, wanted, node)
            return None
        if node.misread and not node.text.strip():
            return None
        if isinstance(node, Filled):
            return node
        if node.absent or (not node.text.strip() and node.style in ("|", ">")):
            self.scope.report.error("empty-value", f"`{key}` has no value", node.span, *absent_hints(node))
            return None
        return node

    def text(self, key: str) -> Text:
        """Inline Markdown; () where there is none."""
        scalar = self.scalar(key)
        return () if scalar is None else inline(scalar, self.scope)

    def words(self, key: str) -> str:
        """The characters as typed."""
        scalar = self.scalar(key)
        return "" if scalar is None else scalar.text

    def flag(self, key: str) -> bool | None:
        """`true` or `false`."""
        scalar = self.scalar(key, "`true` or `false`")
        if scalar is None:
            return None
        if (scalar.plain or isinstance(scalar, Filled)) and scalar.text in ("true", "false"):
            return scalar.text == "true"
        self.wrong(key, "`true` or `false`", scalar, *truth_hints(scalar))
        return None

    def choice(self, key: str, kind: type[_Choice]) -> _Choice | None:
        """One of the words of an enumeration."""
        scalar = self.scalar(key, "a word")
        if scalar is None:
            return None
        names = [member.value for member in kind]
        if scalar.text in names:
            return kind(scalar.text)
        self.wrong(key, f"one of {', '.join(names)}", scalar, *did_you_mean(scalar.text, names))
        return None

    def whole(self, key: str, least: int, most: int) -> int | None:
        """A whole number within bounds."""
        scalar = self.scalar(key, "a number")
        if scalar is None:
            return None
        if re.fullmatch(r"-?[0-9]{1,9}", scalar.text) and least <= int(scalar.text) <= most:
            return int(scalar.text)
        self.wrong(key, f"a whole number from {least} to {most}", scalar)
        return None

    def fraction(self, key: str) -> float | None:
        """A number from 0 to 1."""
        scalar = self.scalar(key, "a number")
        if scalar is None:
            return None
        if _NUMBER.fullmatch(scalar.text) and 0 <= float(scalar.text) <= 1:
            return float(scalar.text)
        match = _PERCENT.fullmatch(scalar.text)
        hint = (f"write {float(match.group(1)) / 100:.4g}",) if match else ()
        self.wrong(key, "a number from 0 to 1", scalar, *hint)
        return None

    def share(self, key: str) -> float | None:
        """A percentage, as its share of 1."""
        scalar = self.scalar(key, "a percentage")
        if scalar is None:
            return None
        match = _PERCENT.fullmatch(scalar.text)
        if match and 0 < float(match.group(1)) <= 100:
            return float(match.group(1)) / 100
        hint = (f"write {scalar.text}%",) if _NUMBER.fullmatch(scalar.text) else ()
        self.wrong(key, "a percentage such as 40%", scalar, *hint)
        return None

    def seconds(self, key: str) -> float | None:
        """A duration such as `0.6s` or `600ms`, in seconds, at most a minute."""
        scalar = self.scalar(key, "a duration")
        if scalar is None:
            return None
        match = _SECONDS.fullmatch(scalar.text)
        value = float(match[1]) / (1000 if match[2] == "ms" else 1) if match else -1.0
        if 0 <= value <= 60:
            return value
        hint = (f"write {scalar.text}s",) if _NUMBER.fullmatch(scalar.text) else ()
        self.wrong(key, "a duration such as 0.6s", scalar, *hint)
        return None

    def language(self) -> str | None:
        """The value of `lang`: a language tag."""
        scalar = self.scalar("lang", "a language tag")
        if scalar is None:
            return None
        if _LANGUAGE.fullmatch(scalar.text):
            return scalar.text
        dashed = scalar.text.replace("_", "-")
        hints = (f"write {dashed}",) if _LANGUAGE.fullmatch(dashed) else ()
        self.wrong("lang", "a language tag such as `en`, `de` or `pt-BR`", scalar, *hints)
        return None


def spoken(node: Node, scope: Scope) -> Scope:
    """The scope in the language that a mapping's `lang` names, if it does."""
    lang = node.get("lang") if isinstance(node, Mapping) else None
    known = isinstance(lang, Scalar) and _LANGUAGE.fullmatch(scope.fill(lang).text)
    return replace(scope, lang=known[0]) if known else scope


def inline(scalar: Scalar, scope: Scope) -> Text:
    """The runs of one text field; its links to slides are kept for the check at the end."""
    if as_written(scalar).misread:
        return (Run(scalar.text),)
    found = scope.found
    return parse_inline(
        scope.fill(scalar),
        scope.report,
        links=found.links,
        notes=found.notes,
        references=found.references,
        macros=found.macros,
    )


def paragraphs(scalar: Scalar, scope: Scope) -> tuple[Paragraph | ListBlock, ...]:
    """The paragraphs and lists of a field of Markdown."""
    if as_written(scalar).misread:
        return (Paragraph(text=(Run(scalar.text),), span=scalar.span),)
    found, scalar = scope.found, scope.fill(scalar)
    return parse_text(
        scalar,
        scope.report,
        links=found.links,
        notes=found.notes,
        references=found.references,
        macros=found.macros,
    )


def required(fields: Fields, key: Scalar, name: str) -> Scalar | None:
    """The value without which there is no block."""
    if name not in fields:
        if fields.lacks(name):
            message = f"`{key.text}` lacks `{name}`"
            fields.scope.report.error("missing-key", message, key.span)
        return None
    scalar = fields.scalar(name)
    if scalar is not None and not scalar.text.strip():
        if not isinstance(scalar, Filled):
            fields.scope.report.error("empty-block", f"`{name}` is empty", scalar.span)
        return None
    return scalar
