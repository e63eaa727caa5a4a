"""The `code`, `callouts` and `table` of a theme's file → how these blocks look, on inverse pages too."""

from __future__ import annotations

from deckgen.color import Hex
from deckgen.figures.code import TOKENS
from deckgen.model import CalloutKind
from deckgen.theme import CodeStyle, ColorRef, TableLook, TokenStyle, readable
from deckgen.themefile.tokens import Reader
from deckgen.yamlnodes import Mapping, Scalar

CODE_KEYS = ("panel", "band", "rule", "number", "tokens")
TOKEN_KEYS = ("color", "bold", "italic")
TABLE_KEYS = ("head_rule", "head_width", "end_rule", "end_width", "first_column", "banded")
_GROUNDS = ("normal", "inverse")


def read_code(root: Mapping, colors: dict[str, Hex], read: Reader) -> dict[bool, CodeStyle]:
    """How code looks on normal (False) and on inverse pages (True); problems go to the reader's report.

    A theme says each token's colour once.  Where it could not be read on the panel or on a band of either
    ground, it is set darker or lighter there: an outline may change the colours under it.
    """
    group = read.mapping(root, "code", CODE_KEYS)
    tokens = read.mapping(group, "tokens", TOKENS)
    wanted = {key.text: _token(tokens, key.text, read) for key, _ in tokens.entries} if tokens else {}
    return {inverse: _on(inverse, group, wanted, colors, read) for inverse in (False, True)}


def _token(tokens: Mapping, kind: str, read: Reader) -> TokenStyle:
    """A colour alone, or a mapping with weight and slant."""
    if isinstance(tokens.get(kind), Scalar):
        return TokenStyle(read.color(tokens, kind, ColorRef("text")))
    entry = read.mapping(tokens, kind, TOKEN_KEYS)
    color = read.color(entry, "color", ColorRef("text"))
    return TokenStyle(color, read.flag(entry, "bold", False), read.flag(entry, "italic", False))


def _on(
    inverse: bool, group: Mapping | None, tokens: dict[str, TokenStyle], colors: dict[str, Hex], read: Reader
) -> CodeStyle:
    """The style on one ground."""

    def ground(key: str, default: ColorRef) -> ColorRef:
        return read.color(read.mapping(group, key, _GROUNDS), _GROUNDS[inverse], default)

    panel, band = ground("panel", ColorRef("surface")), ground("band", ColorRef("background"))

    def seen(color: ColorRef) -> ColorRef:
        return readable(color, (panel, band), colors, inverse)

    return CodeStyle(
        panel=panel,
        band=band,
        rule=read.color(group, "rule", ColorRef("accent1")),
        number=seen(read.color(group, "number", ColorRef("muted"))),
        tokens={k: TokenStyle(seen(style.color), style.bold, style.italic) for k, style in tokens.items()},
    )


def read_callouts(root: Mapping, read: Reader) -> dict[CalloutKind, ColorRef]:
    """The colour of each kind of callout; the accent where the theme names none."""
    group = read.mapping(root, "callouts", list(CalloutKind))
    return {kind: read.color(group, kind, ColorRef("accent1")) for kind in CalloutKind}


def read_table(root: Mapping, read: Reader, k: float) -> TableLook:
    """How tables are drawn; widths of rules are written for the usual page, and scaled by `k`."""
    group, usual = read.mapping(root, "table", TABLE_KEYS), TableLook()
    return TableLook(
        read.color(group, "head_rule", usual.head_rule),
        read.number(group, "head_width", usual.head_width) * k,
        read.color(group, "end_rule", usual.end_rule),
        read.number(group, "end_width", usual.end_width) * k,
        read.flag(group, "first_column", usual.first_column),
        read.flag(group, "banded", usual.banded),
    )
