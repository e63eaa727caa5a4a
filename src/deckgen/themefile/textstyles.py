"""The `styles` of a theme and its scale → text styles for one page size."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast

from deckgen.theme import ColorRef, FontRole, LevelStyle, TextStyle, scaled
from deckgen.themefile.tokens import Reader
from deckgen.yamlnodes import Mapping, Sequence

FONT_ROLES: tuple[FontRole, ...] = ("heading", "body", "mono")
LEVEL_KEYS = ("font", "step", "size", "color", "bold", "italic", "spacing", "before", "indent", "hang",
              "bullet", "bullet_color", "align", "exact", "caps", "tracking")  # fmt: skip
STYLE_KEYS = (*LEVEL_KEYS, "levels")
SCALE_KEYS = ("base", "ratio", "floor", "larger")

REQUIRED = (
    "title", "subtitle", "text", "body", "column-title", "quote", "statement", "quote-mark", "source",
    "caption", "footnote", "reference", "code", "code-number", "callout-label", "stat-value", "stat-label",
    "stat-detail", "credit", "table", "table-head", "diagram-node", "diagram-label", "diagram-group",
    "chart-title", "event-when", "event-what", "event-detail", "footer", "number",
)  # fmt: skip
"""The styles that blocks are set in, which every theme has, of its own or from the one that it extends."""

SMALLEST, LARGEST = 4.0, 300.0
"""The sizes in pt that a style may have on the usual page."""

_MOST_LEVELS = 9  # list levels of PresentationML


@dataclass(frozen=True, slots=True)
class Scale:
    """Sizes are base × ratio^step pt; text shrinks down to `floor` pt, and grows by `larger` steps."""

    base: float
    ratio: float
    floor: float
    larger: int


def read_scale(root: Mapping, read: Reader) -> Scale:
    """The theme's scale."""
    group = read.mapping(root, "scale", SCALE_KEYS)
    base, ratio = read.number(group, "base", 24, 4, 96), read.number(group, "ratio", 1.2, 1.05, 2)
    floor = read.number(group, "floor", min(14, base), 4, base)
    return Scale(base, ratio, floor, round(read.number(group, "larger", 1, 0, 4)))


def read_styles(root: Mapping, scale: Scale, k: float, read: Reader) -> dict[str, TextStyle]:
    """Every style of the theme, its sizes and lengths times `k`."""
    entries = read.named(read.mapping(root, "styles"), "a style")
    return {key.text: _style(key.text, node, scale, k, read) for key, node in entries}


def _style(name: str, node: Mapping, scale: Scale, k: float, read: Reader) -> TextStyle:
    read.known(node, STYLE_KEYS)
    levels = node.get("levels")
    if levels is None:
        return TextStyle(name, (_level(node, scale, k, read),))
    items = levels.items if isinstance(levels, Sequence) else ()
    entries = [item for item in items if isinstance(item, Mapping)]
    if not 1 <= len(entries) == len(items) <= _MOST_LEVELS:
        read.wrong(levels, "levels", f"a list of one to {_MOST_LEVELS} mappings, one for each list level")
    for entry in entries:
        read.known(entry, LEVEL_KEYS)
    return TextStyle(name, tuple(_level(entry, scale, k, read) for entry in entries or [node]))


def _level(node: Mapping, scale: Scale, k: float, read: Reader) -> LevelStyle:
    step = scale.base * scale.ratio ** read.number(node, "step", 0, -12, 12)
    size = read.number(node, "size", min(max(round(step * 2) / 2, SMALLEST), LARGEST), SMALLEST, LARGEST)
    align = read.choice(node, "align", ("start", "center", "end"), "start")
    level = LevelStyle(
        size=size,
        font=cast(FontRole, read.choice(node, "font", FONT_ROLES, "body")),
        color=read.color(node, "color", ColorRef("text")),
        bold=read.flag(node, "bold", False),
        italic=read.flag(node, "italic", False),
        spacing=read.number(node, "spacing", 1.0, 0.7, 3),
        before=read.number(node, "before", 0, 0, 200),
        indent=read.number(node, "indent", 0, 0, 400),
        hang=read.number(node, "hang", 0, 0, 200),
        bullet=read.text(node, "bullet", ""),
        bullet_color=read.color(node, "bullet_color", ColorRef("accent1")),
        align=cast(Literal["start", "center", "end"], align),
        exact=read.flag(node, "exact", False),
        caps=read.flag(node, "caps", False),
        tracking=round(read.number(node, "tracking", 0, -0.2, 2) * size, 2),
    )
    if node.get("step") is None and node.get("size") is None:
        hint = "`step: 0` is the size of the text"
        read.report.error("theme-lacks", "a style has a `step` of the scale or a `size`", node.span, hint)
    if len(level.bullet) > 3:
        read.wrong(node.get("bullet") or node, "bullet", "a sign, three characters at the most")
    return level if k == 1 else scaled(level, k, 1)
