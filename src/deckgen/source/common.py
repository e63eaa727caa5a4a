"""The keys that every block's mapping form takes → the fields that every block has."""

from __future__ import annotations

from typing import Final, TypedDict

from deckgen.diagnostics import Span
from deckgen.model import Align, Build, Place, Size, Text
from deckgen.source.fields import Fields
from deckgen.source.scope import Scope
from deckgen.source.variants import ONLY_EXCEPT
from deckgen.yamlnodes import Scalar

COMMON: Final = ("id", "lang", "incremental", *ONLY_EXCEPT)
TEXT_LIKE: Final = (*COMMON, "size", "align")
VISUAL: Final = (*COMMON, "alt", "decorative", "caption", "credit", "width", "place")

_CALLED: Final = {"image": "picture", "images": "picture"}
_BUILDS: Final = {"true": Build.PARTS, "false": Build.NONE, "whole": Build.WHOLE}


class CommonFields(TypedDict):
    """What `Common` holds, its place apart."""

    lang: str | None
    id: str | None
    incremental: Build | None


class TextFields(CommonFields):
    """What `TextLike` holds."""

    size: Size
    align: Align | None


class VisualFields(CommonFields):
    """What `Visual` holds."""

    alt: str
    decorative: bool
    caption: Text
    credit: Text
    width: float | None
    place: Place | None


def read_common(fields: Fields) -> CommonFields:
    """The fields of every block."""
    return {"lang": fields.language(), "id": block_id(fields), "incremental": read_build(fields)}


def read_text_like(fields: Fields) -> TextFields:
    """The fields of a block of words."""
    size, align = fields.choice("size", Size), fields.choice("align", Align)
    return {**read_common(fields), "size": size or Size.NORMAL, "align": align}


def read_visual(fields: Fields, key: Scalar, *, described: bool = False) -> VisualFields:
    """The fields of a block that shows something; a warning where those who cannot see it get nothing.

    `described` says that its parts have words of their own.
    """
    alt, decorative = fields.words("alt"), fields.flag("decorative") or False
    if decorative and alt:
        message = f"a {_CALLED.get(key.text, key.text)} is decorative or has `alt`, not both"
        fields.scope.report.error("wrong-value", message, fields.span_of("decorative"))
    elif not decorative and not alt and not described:
        without_alt(key.text, key.span, fields.scope)
    return {
        **read_common(fields),
        "alt": alt,
        "decorative": decorative,
        "caption": fields.text("caption"),
        "credit": fields.text("credit"),
        "width": fields.share("width"),
        "place": fields.choice("place", Place),
    }


def without_alt(what: str, span: Span, scope: Scope) -> None:
    """Warn of a visual block without words for those who cannot see it."""
    hint = "add `alt: what it shows`, or `decorative: true`"
    scope.report.warning(
        "missing-alt", f"the {_CALLED.get(what, what)} has no text for those who cannot see it", span, hint
    )


def read_build(fields: Fields) -> Build | None:
    """`incremental`: `true`, `false` or `whole`."""
    scalar = fields.scalar("incremental", "a word")
    if scalar is None:
        return None
    if scalar.text not in _BUILDS:
        fields.wrong("incremental", "`true`, `false` or `whole`", scalar)
    return _BUILDS.get(scalar.text)


def block_id(fields: Fields) -> str | None:
    """A block's `id`, kept for the check that no name is given twice."""
    scalar = fields.scalar("id", "a name")
    if scalar is None or not valid_id(scalar, fields.scope):
        return None
    fields.scope.found.block_ids.append((scalar.text, scalar.span))
    return scalar.text


def valid_id(scalar: Scalar, scope: Scope) -> bool:
    """Whether a name can stand in a link: letters, digits and `-_.` in one word."""
    if scalar.misread:
        return False
    if scalar.text.replace("-", "").replace("_", "").replace(".", "").isalnum():
        return True
    hint = "an id is one word of letters, digits and `-`, `_` or `.`"
    scope.report.error("wrong-value", f"`{scalar.text[:60]}` cannot be an id", scalar.span, hint)
    return False
