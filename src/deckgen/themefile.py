"""A theme's YAML file, its bases and the outline's changes to it → a Theme for one page size."""

from __future__ import annotations

import os.path
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Literal, cast

from deckgen import yamlnodes
from deckgen.blockstyles import read_callouts, read_code, read_table
from deckgen.color import contrast
from deckgen.diagnostics import Report, Span, did_you_mean
from deckgen.fonts.families import font_named
from deckgen.layoutfile import read_layouts
from deckgen.model import ThemeRef, Transition, TransitionKind
from deckgen.resources import templates
from deckgen.theme import (
    COLOR_ROLES,
    READABLE,
    ColorRef,
    Font,
    FontRole,
    LevelStyle,
    TextStyle,
    Theme,
    scaled,
)
from deckgen.tokens import Reader, merged
from deckgen.yamlnodes import Mapping, Scalar, Sequence

REFERENCE_HEIGHT = 540.0
"""The page height in pt that a theme's lengths and sizes are written for."""

THEME_KEYS = ("title", "extends", "colors", "fonts", "scale", "grid", "mark", "code", "callouts",
              "table", "footer", "transition", "styles", "master", "layouts")  # fmt: skip
FONT_KEYS = ("name", "family", "fallback", "office", "weight", "bold_weight")
STYLE_KEYS = ("font", "step", "size", "color", "bold", "italic", "spacing", "before", "indent", "hang",
              "bullet", "bullet_color", "align", "exact", "caps", "tracking", "levels")  # fmt: skip
FONT_ROLES: tuple[FontRole, ...] = ("heading", "body", "mono")


def theme_names() -> list[str]:
    """The built-in themes, in alphabetical order."""
    return sorted(path.stem for path in (templates() / "themes").glob("*.yaml"))


def load_theme(ref: ThemeRef, page: tuple[float, float], report: Report) -> Theme | None:
    """The theme that `ref` asks for, at `page` pt; problems go to `report`, and the answer is None."""
    root = _with_bases(ref.name, ref.path, ref.span, report, ())
    if root is None:
        return None
    name = ref.path.stem if ref.path else ref.name
    changes = _changes(ref)
    theme = _Resolver(merged(root, changes) if changes else root, page, report).theme(name)
    if theme is None or report.has_errors:
        return None
    check_contrast(theme, ref.span, report)
    return theme


def theme_ref(name: str) -> ThemeRef:
    """A theme as named on the command line: one of ours, or a file."""
    path = Path(name)
    if path.suffix in {".yaml", ".yml"} or os.path.isdir(name):  # noqa: PTH112  (takes every name)
        return ThemeRef(name=path.stem, path=path, span=Span(name))
    return ThemeRef(name=name)


def _with_bases(
    name: str, path: Path | None, span: Span, report: Report, seen: tuple[Path, ...]
) -> Mapping | None:
    """The theme's mapping laid over those that it extends."""
    file = path or templates() / "themes" / f"{name}.yaml"
    if os.path.isdir(file):  # noqa: PTH112  (unlike Path.is_dir, it takes every name)
        file = file / "theme.yaml"
    if path is None and name not in theme_names():
        known = theme_names()
        report.error("unknown-theme", f"there is no theme `{name}`", span,
                     *did_you_mean(name, known), f"the themes are {', '.join(known)}")  # fmt: skip
        return None
    if file in seen:
        report.error("theme-cycle", f"the theme `{name}` extends itself", span)
        return None
    root = yamlnodes.load(file, file.name, report)
    if root is None:
        return None
    if not isinstance(root, Mapping):
        report.error("theme-value", "a theme is a mapping of tokens", root.span)
        return None
    base = root.get("extends")
    if base is None:
        return root
    if not isinstance(base, Scalar):
        report.error("theme-value", "`extends` names one theme", base.span)
        return None
    local = file.parent / base.text
    below = local if base.text.endswith((".yaml", ".yml")) else None
    parent = _with_bases(base.text, below, base.span, report, (*seen, file))
    return merged(parent, root) if parent else None


def _changes(ref: ThemeRef) -> Mapping | None:
    """The outline's own tokens, as the mapping that a theme file would have."""
    if not ref.overrides:
        return None

    def scalar(text: str, path: str) -> Scalar:
        return Scalar(text, False, ref.override_spans.get(path, ref.span))

    return Mapping(
        tuple(
            (
                scalar(group, group),
                Mapping(
                    tuple((scalar(k, f"{group}.{k}"), scalar(v, f"{group}.{k}")) for k, v in values.items()),
                    ref.override_spans.get(group, ref.span),
                ),
            )
            for group, values in ref.overrides.items()
        ),
        ref.span,
    )


class _Resolver:
    """Reads one merged theme mapping into a Theme; every problem on the way goes to the report."""

    def __init__(self, root: Mapping, page: tuple[float, float], report: Report) -> None:
        self.root, self.page, self.report = root, page, report
        self.read = Reader(report)
        self.k = min(page[1] / REFERENCE_HEIGHT, page[0] / (REFERENCE_HEIGHT * 4 / 3))

    def theme(self, name: str) -> Theme | None:
        read, root = self.read, self.root
        read.known(root, THEME_KEYS)
        scale = read.mapping(root, "scale", ("base", "ratio", "floor", "larger"))
        grid = read.mapping(root, "grid", ("margin", "gutter", "gap"))
        base, ratio = read.number(scale, "base", 24), read.number(scale, "ratio", 1.2)
        floor = read.number(scale, "floor", 14)
        margin, gutter = read.number(grid, "margin", 56), read.number(grid, "gutter", 24)
        styles = self._styles(base, ratio)
        layouts = read_layouts(root, self.page, self.k, margin, gutter, styles, self.read)
        colors = self._colors()
        if self.report.has_errors:
            return None
        return Theme(
            name=name,
            title=read.text(root, "title", name),
            page=self.page,
            colors=colors,
            fonts=self._fonts(),
            styles=styles,
            layouts=layouts,
            steps=_steps(base, ratio, floor, round(read.number(scale, "larger", 1))),
            floor=round(floor * self.k * 2) / 2,
            footer=read.text(root, "footer", ""),
            margin=margin * self.k,
            gutter=gutter * self.k,
            gap=read.number(grid, "gap", 20) * self.k,
            marks=self._marks(),
            ratio=ratio,
            transition=self._transition(),
            code=read_code(root, colors, read),
            callouts=read_callouts(root, read),
            table=read_table(root, read, self.k),
            embed=self._embed(),
        )

    def _colors(self) -> dict[str, str]:
        group = self.read.mapping(self.root, "colors", COLOR_ROLES)
        return {role: self.read.hex(group, role) for role in COLOR_ROLES}

    def _marks(self) -> dict[bool, ColorRef]:
        group = self.read.mapping(self.root, "mark", ("normal", "inverse"))
        normal = self.read.color(group, "normal", ColorRef("accent2", lighter=0.65))
        return {False: normal, True: self.read.color(group, "inverse", ColorRef("accent1", darker=0.5))}

    def _transition(self) -> Transition | None:
        """How slides come: a kind alone, or a mapping with `duration` in seconds."""
        read, node = self.read, self.root.get("transition")
        if node is None:
            return None
        kinds = tuple(TransitionKind)
        if not isinstance(node, Mapping):
            return Transition(kind=TransitionKind(read.choice(self.root, "transition", kinds, "none")))
        read.known(node, ("kind", "duration"))
        kind = TransitionKind(read.choice(node, "kind", kinds, "none"))
        seconds = read.number(node, "duration", 0) if node.get("duration") else None
        return Transition(kind=kind, duration=seconds)

    def _fonts(self) -> dict[FontRole, Font]:
        group = self.read.mapping(self.root, "fonts", (*FONT_ROLES, "embed"))
        return {role: self._font(group, role) for role in FONT_ROLES}

    def _embed(self) -> bool:
        return self.read.flag(self.read.mapping(self.root, "fonts"), "embed", False)

    def _font(self, group: Mapping | None, role: FontRole) -> Font:
        node = group.get(role) if group else None
        if isinstance(node, Scalar):
            return font_named(node.text)
        read, entry = self.read, self.read.mapping(group, role, FONT_KEYS)
        name = read.text(entry, "name", "Arial")
        family = read.text(entry, "family", "")
        base = Font(name, family) if family else font_named(name)
        return replace(
            base,
            fallback=read.text(entry, "fallback", base.fallback),
            office=read.text(entry, "office", ""),
            weight=round(read.number(entry, "weight", base.weight)),
            bold_weight=round(read.number(entry, "bold_weight", base.bold_weight)),
        )

    def _styles(self, base: float, ratio: float) -> dict[str, TextStyle]:
        group = self.read.mapping(self.root, "styles")
        if group is None:
            return {}
        return {key.text: self._style(key.text, node, base, ratio) for key, node in group.entries}

    def _style(self, name: str, node: yamlnodes.Node, base: float, ratio: float) -> TextStyle:
        if not isinstance(node, Mapping):
            self.report.error("theme-value", f"the style `{name}` is a mapping", node.span)
            return TextStyle(name, (LevelStyle(base),))
        self.read.known(node, STYLE_KEYS)
        levels = node.get("levels")
        entries = levels.items if isinstance(levels, Sequence) else (node,)
        return TextStyle(
            name, tuple(self._level(entry, base, ratio) for entry in entries if isinstance(entry, Mapping))
        )

    def _level(self, node: Mapping, base: float, ratio: float) -> LevelStyle:
        read = self.read
        read.known(node, STYLE_KEYS)
        step = base * ratio ** read.number(node, "step", 0)
        k = self.k
        size = read.number(node, "size", round(step * 2) / 2)
        level = LevelStyle(
            size=size,
            font=cast(FontRole, read.choice(node, "font", FONT_ROLES, "body")),
            color=read.color(node, "color", ColorRef("text")),
            bold=read.flag(node, "bold", False),
            italic=read.flag(node, "italic", False),
            spacing=read.number(node, "spacing", 1.0),
            before=read.number(node, "before", 0),
            indent=read.number(node, "indent", 0),
            hang=read.number(node, "hang", 0),
            bullet=read.text(node, "bullet", ""),
            bullet_color=read.color(node, "bullet_color", ColorRef("accent1")),
            align=cast(
                Literal["start", "center", "end"],
                read.choice(node, "align", ("start", "center", "end"), "start"),
            ),
            exact=read.flag(node, "exact", False),
            caps=read.flag(node, "caps", False),
            tracking=round(read.number(node, "tracking", 0) * size, 2),
        )
        return level if k == 1 else scaled(level, k, 1)


def _steps(base: float, ratio: float, floor: float, larger: int) -> tuple[float, ...]:
    """The factors from the largest size down, by half steps: `larger` whole steps up, down to the floor."""
    up = [ratio ** (n / 2) for n in range(2 * larger, 0, -1)]
    down, n = [1.0], 1
    while base * ratio ** (-n / 2) > floor:
        down.append(ratio ** (-n / 2))
        n += 1
    return (*up, *down, floor / base)


def check_contrast(theme: Theme, span: Span, report: Report) -> None:
    """Warn of every text colour under 4.5:1 on a ground that it is set on (WCAG 2.2, 1.4.3)."""
    for ground, where, inverse, colors in _grounds(theme):
        behind = theme.hex(ground, inverse)
        for color in sorted(colors, key=lambda c: (c.role, c.lighter, c.darker)):
            shown = theme.hex(color, inverse)
            ratio = contrast(shown, behind)
            if ratio < READABLE:
                report.warning(
                    "low-contrast",
                    f"`{color.role}` ({shown}) has a contrast of {ratio:.1f}:1 on {behind}, {where}",
                    span,
                    "text needs 4.5:1 to be read from afar",
                )


def _grounds(theme: Theme) -> Iterator[tuple[ColorRef, str, bool, set[ColorRef]]]:
    """What text stands on: the ground, what it is, whether on inverse pages, and the text's colours."""
    for layout in theme.layouts.values():
        ground = layout.fill or ColorRef("background")
        colors = {level.color for slot in layout.slots for level in theme.styles[slot.style].levels}
        colors |= {ColorRef("accent1"), ColorRef("muted"), ColorRef("link")}
        yield ground, f"the ground of the layout `{layout.name}`", layout.inverse, colors
    for inverse, code in theme.code.items():
        pages = " on inverse pages" if inverse else ""
        colors = {ColorRef("text"), code.number, *(style.color for style in code.tokens.values())}
        yield code.panel, f"the panel of code{pages}", inverse, colors
        yield code.band, f"the band of code{pages}", inverse, colors
