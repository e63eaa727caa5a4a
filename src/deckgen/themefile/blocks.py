"""What a theme's file says of code, charts, callouts, tables, timelines, quotes, corners → their looks."""

from __future__ import annotations

from typing import Literal, cast

from deckgen.color import Hex
from deckgen.figures.charts.spec import PALETTE, Ink
from deckgen.figures.code import TOKENS
from deckgen.model import CalloutKind
from deckgen.theme import (
    READABLE,
    CalloutLook,
    CodeStyle,
    ColorRef,
    QuoteLook,
    Rounding,
    TableLook,
    TimelineLook,
    TokenStyle,
    readable,
)
from deckgen.themefile.tokens import Reader
from deckgen.yamlnodes import Mapping, Scalar, Sequence

CODE_KEYS = ("panel", "band", "rule", "number", "tokens")
TOKEN_KEYS = ("color", "bold", "italic")
TABLE_KEYS = ("head_rule", "head_width", "end_rule", "end_width", "first_column", "banded")
CHART_KEYS = ("palette",)
RADIUS_KEYS = ("panel", "node", "picture")
CALLOUT_KEYS = ("panel", "tint", "rule", "width")
TIMELINE_KEYS = ("dot", "size", "axis", "color")
QUOTE_KEYS = ("color", "width")
DOTS = ("ellipse", "rect", "diamond")
"""The shapes of a timeline's dots."""

_GROUNDS = ("normal", "inverse")


def read_code(
    root: Mapping, colors: dict[str, Hex], read: Reader, least: float = READABLE
) -> dict[bool, CodeStyle]:
    """How code looks on normal (False) and on inverse pages (True); problems go to the reader's report.

    A theme says each token's colour once.  Where it could not be read on the panel or on a band of either
    ground, it is set darker or lighter there: an outline may change the colours under it.
    """
    group = read.mapping(root, "code", CODE_KEYS)
    tokens = read.mapping(group, "tokens", TOKENS)
    wanted = {key.text: _token(tokens, key.text, read) for key, _ in tokens.entries} if tokens else {}
    return {inverse: _on(inverse, group, wanted, colors, read, least) for inverse in (False, True)}


def _token(tokens: Mapping, kind: str, read: Reader) -> TokenStyle:
    """A colour alone, or a mapping with weight and slant."""
    if isinstance(tokens.get(kind), Scalar):
        return TokenStyle(read.color(tokens, kind, ColorRef("text")))
    entry = read.mapping(tokens, kind, TOKEN_KEYS)
    color = read.color(entry, "color", ColorRef("text"))
    return TokenStyle(color, read.flag(entry, "bold", False), read.flag(entry, "italic", False))


def _on(
    inverse: bool, group: Mapping | None, tokens: dict[str, TokenStyle], colors: dict[str, Hex],
    read: Reader, least: float,
) -> CodeStyle:  # fmt: skip
    """The style on one ground."""

    def ground(key: str, default: ColorRef) -> ColorRef:
        return read.color(read.mapping(group, key, _GROUNDS), _GROUNDS[inverse], default)

    panel, band = ground("panel", ColorRef("surface")), ground("band", ColorRef("background"))

    def seen(color: ColorRef) -> ColorRef:
        return readable(color, (panel, band), colors, inverse, least=least)

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
        read.number(group, "head_width", usual.head_width, 0, 40) * k,
        read.color(group, "end_rule", usual.end_rule),
        read.number(group, "end_width", usual.end_width, 0, 40) * k,
        read.flag(group, "first_column", usual.first_column),
        read.flag(group, "banded", usual.banded),
    )


def read_palette(root: Mapping, read: Reader) -> tuple[Ink, ...]:
    """The colours of charts in the order in which they are used; ours where the theme has none."""
    group = read.mapping(root, "chart", CHART_KEYS)
    listed = group.get("palette") if group else None
    if listed is None:
        return PALETTE
    if not isinstance(listed, Sequence) or not listed.items:
        read.wrong(listed, "palette", "a list of colour roles")
        return PALETTE
    found = (read.tint(entry, "palette") for entry in listed.items)
    return tuple(Ink(ref.role, tint=ref.lighter - ref.darker) for ref in found if ref)


def read_rounding(root: Mapping, read: Reader, k: float) -> Rounding:
    """The radii of corners, written for the usual page: one for all, or one for each kind."""
    if isinstance(root.get("radius"), Scalar):
        radius = read.number(root, "radius", 0.0, 0, 60) * k
        return Rounding(radius, radius, radius)
    group = read.mapping(root, "radius", RADIUS_KEYS)
    return Rounding(*(read.number(group, key, 0.0, 0, 60) * k for key in RADIUS_KEYS))


def read_callout(root: Mapping, read: Reader, k: float) -> CalloutLook:
    """How callouts are set apart; the width of their rule is scaled by `k`."""
    group, usual = read.mapping(root, "callout", CALLOUT_KEYS), CalloutLook()
    return CalloutLook(
        read.flag(group, "panel", usual.panel),
        read.share(group, "tint") or usual.tint,
        cast(Literal["start", "top"], read.choice(group, "rule", ("start", "top"), usual.rule)),
        read.number(group, "width", usual.width, 0, 40) * k,
    )


def read_timeline(root: Mapping, read: Reader, k: float) -> TimelineLook:
    """How timelines are drawn; lengths are scaled by `k`."""
    group, usual = read.mapping(root, "timeline", TIMELINE_KEYS), TimelineLook()
    return TimelineLook(
        read.choice(group, "dot", DOTS, usual.dot),
        read.number(group, "size", usual.size, 0, 40) * k,
        read.number(group, "axis", usual.axis, 0, 40) * k,
        read.color(group, "color", usual.color),
    )


def read_quote(root: Mapping, read: Reader, k: float) -> QuoteLook:
    """The rule beside quotations; its width is scaled by `k`."""
    group, usual = read.mapping(root, "quote", QUOTE_KEYS), QuoteLook()
    width = read.number(group, "width", usual.width, 0, 40)
    return QuoteLook(read.color(group, "color", usual.color), width * k)
