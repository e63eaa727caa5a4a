"""The keys at the top of an outline → the fields of a Deck, but for its slides."""

from __future__ import annotations

import datetime
import os.path
import re
from dataclasses import replace
from pathlib import Path
from typing import Final

from deckgen.diagnostics import Span, did_you_mean
from deckgen.model import Overflow, Run, Text, ThemeRef
from deckgen.source.contents import BLOCK_KEYS
from deckgen.source.fields import Fields, inline
from deckgen.source.pictures import picture_file
from deckgen.source.scope import Scope
from deckgen.source.slides import SLIDE_KEYS
from deckgen.theme import COLOR_ROLES
from deckgen.themefile import POWERPOINT, theme_names
from deckgen.yamlnodes import Mapping, Node, Scalar, Sequence

DECK_KEYS: Final = (
    "title", "subtitle", "author", "institute", "date", "keywords", "description", "opening", "lang", "theme",
    "size", "footer", "numbers", "overflow", "incremental", "transition", "agenda", "references", "vars",
    "slides",
)  # fmt: skip
_ELSEWHERE: Final = dict.fromkeys((*SLIDE_KEYS, *BLOCK_KEYS), "on a slide, under `slides`") | {
    "authors": "here as `author`, which takes a list, too"
}

SIZES: Final = {"16:9": (960.0, 540.0), "4:3": (720.0, 540.0), "16:10": (864.0, 540.0), "A4": (841.9, 595.3)}
_UNITS: Final = {"in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pt": 1.0}
_SMALLEST, _LARGEST = 144.0, 4032.0
"""A page's sides in pt: two inches, below which no text of ours fits; PowerPoint's 56 inches."""

_LENGTH = re.compile(r"(\d+(?:\.\d*)?|\.\d+)[ \t]*(in|cm|mm|pt)")
_FONT_ROLES: Final = ("heading", "body", "mono")
_HEX = re.compile(r"#(?:[0-9A-Fa-f]{3}){1,2}")


def deck_fields(root: Mapping, scope: Scope) -> Fields:
    """The outline's mapping with its keys checked."""
    return Fields(root, scope, "an outline", DECK_KEYS, elsewhere=_ELSEWHERE)


def read_overflow(fields: Fields) -> Overflow:
    """What to do with content that does not fit."""
    return fields.choice("overflow", Overflow) or Overflow.SHRINK


def read_authors(fields: Fields) -> tuple[Text, ...]:
    """One author or a list of them."""
    return tuple(inline(scalar, fields.scope) for scalar in _one_or_more(fields, "author"))


def read_keywords(fields: Fields) -> str:
    """Keywords as typed, or a list of them with commas between."""
    return ", ".join(fields.scope.fill(scalar).text for scalar in _one_or_more(fields, "keywords"))


def _one_or_more(fields: Fields, key: str) -> list[Scalar]:
    node = fields.node(key)
    if not isinstance(node, Sequence):
        scalar = fields.scalar(key, "text or a list of texts")
        return [scalar] if scalar is not None else []
    found = [entry for entry in node.items if isinstance(entry, Scalar) and entry.text.strip()]
    for entry in node.items:
        if not isinstance(entry, Scalar):
            fields.wrong(key, "text or a list of texts", entry)
        elif not entry.text.strip():
            fields.scope.report.error("empty-item", "an empty item", entry.span)
    return found


def read_date(fields: Fields, today: datetime.date) -> Text:
    """The date as typed; `today` is the day of the build."""
    scalar = fields.scalar("date")
    if scalar is None:
        return ()
    if scalar.plain and scalar.text == "today":
        return (Run(today.isoformat()),)
    return inline(scalar, fields.scope)


def read_size(fields: Fields) -> tuple[float, float]:
    """The page in pt."""
    node = fields.node("size")
    if isinstance(node, Mapping):
        own = Fields(node, fields.scope, "`size`", ("width", "height"))
        width, height = _length(own, "width"), _length(own, "height")
        return (width, height) if width and height else SIZES["16:9"]
    scalar = fields.scalar("size", "a size")
    if scalar is not None and scalar.text not in SIZES:
        hints = _size_hints(scalar.text)
        fields.wrong("size", f"one of {', '.join(SIZES)}", scalar, *hints)
    return SIZES.get(scalar.text if scalar is not None else "", SIZES["16:9"])


def _size_hints(text: str) -> tuple[str, ...]:
    pair = re.fullmatch(rf"({_LENGTH.pattern})\s*[x×*]\s*({_LENGTH.pattern})", text)
    if pair:
        return (f"write {{width: {pair[1]}, height: {pair[4]}}}",)
    return (
        did_you_mean(text, SIZES)
        or did_you_mean(text, ("a4",))
        or ("for another size write {width: 13.333in, height: 7.5in}",)
    )


def _length(fields: Fields, key: str) -> float | None:
    scalar = fields.scalar(key, "a length")
    if scalar is None:
        if fields.lacks(key):
            fields.scope.report.error("missing-key", f"`size` lacks `{key}`", fields.span)
        return None
    match = _LENGTH.fullmatch(scalar.text)
    if match is None:
        fields.wrong(key, "a length in in, cm, mm or pt, such as 13.333in", scalar)
        return None
    length = float(match.group(1)) * _UNITS[match.group(2)]
    if not _SMALLEST <= length <= _LARGEST:
        fields.wrong(key, "a length from 2in to 56in", scalar)
        return None
    return round(length, 2)


def read_theme(fields: Fields) -> ThemeRef:
    """A theme's name or file, and the author's changes to it."""
    node = fields.node("theme")
    if not isinstance(node, Mapping):
        scalar = fields.scalar("theme", "a theme's name")
        return _named(scalar, fields.scope, scalar.span) if scalar is not None else ThemeRef()
    own = Fields(node, fields.scope, "`theme`", ("extends", "colors", "fonts", "layouts", "logo"))
    base = own.scalar("extends", "a theme's name")
    ref = _named(base, fields.scope, node.span) if base is not None else ThemeRef(span=node.span)
    for group, names in (("colors", COLOR_ROLES), ("fonts", (*_FONT_ROLES, "embed"))):
        _override(ref, own, group, names)
    _read_layouts(ref, own)
    logo = own.scalar("logo", "a picture file")
    found = picture_file(logo, fields.scope) if logo is not None else None
    if logo is None or found is None:
        return ref
    ref.override_spans["logo"] = logo.span
    return replace(ref, logo=found[0])


def _read_layouts(ref: ThemeRef, fields: Fields) -> None:
    """Which of a template's layouts serve ours, by name."""
    node = fields.node("layouts")
    if node is None:
        return
    if not isinstance(node, Mapping):
        fields.wrong("layouts", 'a mapping such as {section: "Section Header"}', node)
        return
    own = Fields(node, fields.scope, "`layouts`", tuple(key.text for key, _ in node.entries))
    ref.override_spans["layouts"] = node.span
    for key, _ in node.entries:
        scalar = own.scalar(key.text, "the name of a layout of the template's")
        if scalar is not None:
            ref.layouts[key.text] = scalar.text
            ref.override_spans[f"layouts.{key.text}"] = key.span
            ref.override_spans[f"layouts.{key.text}="] = scalar.span


def _named(scalar: Scalar, scope: Scope, span: Span) -> ThemeRef:
    name = scalar.text
    path = Path(scope.folder, name)
    bare = "/" not in name and path.suffix.lower() not in {".yaml", ".yml", *POWERPOINT}
    if bare and (name in theme_names() or not os.path.isfile(path / "theme.yaml")):  # noqa: PTH113  (as below)
        return ThemeRef(name=name, span=scalar.span)
    if not os.path.exists(path):  # noqa: PTH110  (unlike Path.exists, it takes every name)
        scope.report.error("file-missing", f"there is no theme file `{name[:80]}`", scalar.span)
        return ThemeRef(span=span)
    return ThemeRef(name=path.stem, path=path, span=scalar.span)


def _override(ref: ThemeRef, fields: Fields, group: str, names: tuple[str, ...]) -> None:
    """One group of changes, each checked as far as it can be without the theme."""
    node = fields.node(group)
    if node is None:
        return
    if not isinstance(node, Mapping):
        fields.wrong(group, "a mapping", node)
        return
    own = Fields(node, fields.scope, f"`{group}`", names)
    ref.override_spans[group] = node.span
    values = {name: scalar for name in own.keys if (scalar := own.scalar(name)) is not None}
    for name, scalar in values.items():
        ref.override_spans[f"{group}.{name}"] = scalar.span
        if group == "colors" and not _HEX.fullmatch(scalar.text):
            own.wrong(name, 'a colour such as "#1A6FB0"', scalar)
    ref.overrides[group] = {name: scalar.text for name, scalar in values.items()}


def check_unshown(opening: Node | None, fields: Fields) -> None:
    """Without a title there is no opening slide, which alone shows some fields."""
    if opening is not None or fields.scope.report.has_errors or not fields.lacks("title"):
        return
    for key in ("subtitle", "institute"):
        if key in fields:
            message = f"without `title` there is no opening slide, and `{key}` would be shown nowhere"
            fields.scope.report.error("missing-key", message, fields.keys[key][0].span, "add `title: …`")


def opening_wanted(node: Node | None, titled: bool, fields: Fields) -> bool:
    """Whether an opening slide is made: where `title` is set or a mapping asks for it."""
    if isinstance(node, Mapping):
        return True
    if isinstance(node, Sequence):
        fields.wrong("opening", "`false` or a mapping of slide keys", node)
        return titled
    return titled if node is None else fields.flag("opening") is not False and titled
