"""The merged mapping of a theme → its tokens resolved, with its layouts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Literal, cast

from deckgen import yamlnodes
from deckgen.diagnostics import Report, Span
from deckgen.fonts.families import font_named
from deckgen.model import ThemeRef, Transition, TransitionKind
from deckgen.theme import (
    COLOR_ROLES,
    ColorRef,
    Font,
    FontRole,
    Least,
    LevelStyle,
    TextStyle,
    Theme,
    scaled,
    size_steps,
)
from deckgen.themefile.blocks import (
    read_callout,
    read_callouts,
    read_code,
    read_palette,
    read_quote,
    read_rounding,
    read_table,
    read_timeline,
)
from deckgen.themefile.contrast import check_contrast
from deckgen.themefile.files import changes_of, with_bases
from deckgen.themefile.layouts import read_layouts
from deckgen.themefile.tokens import Reader, merged
from deckgen.yamlnodes import Mapping, Scalar, Sequence

REFERENCE_HEIGHT = 540.0
"""The page height in pt that a theme's lengths and sizes are written for."""

THEME_KEYS = ("title", "description", "extends", "colors", "fonts", "scale", "grid", "mark", "code", "chart",
              "radius", "callouts", "callout", "table", "timeline", "quote", "contrast", "footer",
              "transition", "logo", "styles", "master", "layouts")  # fmt: skip
FONT_KEYS = ("name", "family", "fallback", "office", "weight", "bold_weight")
STYLE_KEYS = ("font", "step", "size", "color", "bold", "italic", "spacing", "before", "indent", "hang",
              "bullet", "bullet_color", "align", "exact", "caps", "tracking", "levels")  # fmt: skip
FONT_ROLES: tuple[FontRole, ...] = ("heading", "body", "mono")


def load_theme(
    ref: ThemeRef, page: tuple[float, float], report: Report, sized: Span | None = None
) -> Theme | None:
    """The theme that `ref` asks for, at `page` pt; problems go to `report`, and the answer is None.

    A PowerPoint file has a page of its own; where the author asked for another at `sized`, that is told.
    """
    source = with_bases(ref.name, ref.path, ref.span, report)
    if source is None:
        return None
    name = ref.path.stem if ref.path else ref.name
    changes = changes_of(ref)
    root = merged(source.root, changes) if changes else source.root
    if source.template is not None:
        from deckgen.themefile.ontemplate import template_theme

        return template_theme(replace(source, root=root), name, ref, page, sized, report)
    if ref.layouts:
        report.error(
            "theme-value",
            "`layouts` says which of a PowerPoint template's layouts serve ours: this theme is none",
            ref.override_spans.get("layouts", ref.span),
            "`layout:` on a slide chooses one of the theme's own",
        )
        return None
    theme = Resolver(root, page, report, ref.logo).theme(name)
    if theme is None or report.has_errors:
        return None
    check_contrast(theme, ref.span, report)
    return theme


class Resolver:
    """Reads one merged theme mapping into a Theme; every problem on the way goes to the report."""

    def __init__(
        self, root: Mapping, page: tuple[float, float], report: Report, logo: Path | None = None
    ) -> None:
        self.root, self.page, self.report, self.logo = root, page, report, logo
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
        layouts = read_layouts(root, self.page, self.k, margin, gutter, styles, self.read, self.logo)
        colors, least = self._colors(), self._least()
        if self.report.has_errors:
            return None
        return Theme(
            name=name,
            title=read.text(root, "title", name),
            description=read.text(root, "description", ""),
            page=self.page,
            colors=colors,
            fonts=self._fonts(),
            styles=styles,
            layouts=layouts,
            steps=size_steps(base, ratio, floor, round(read.number(scale, "larger", 1))),
            floor=round(floor * self.k * 2) / 2,
            footer=read.text(root, "footer", ""),
            margin=margin * self.k,
            gutter=gutter * self.k,
            gap=read.number(grid, "gap", 20) * self.k,
            marks=self._marks(),
            ratio=ratio,
            transition=self._transition(),
            code=read_code(root, colors, read, least.words),
            callouts=read_callouts(root, read),
            table=read_table(root, read, self.k),
            palette=read_palette(root, read),
            rounding=read_rounding(root, read, self.k),
            callout=read_callout(root, read, self.k),
            timeline=read_timeline(root, read, self.k),
            quote=read_quote(root, read, self.k),
            least=least,
            embed=self._embed(),
        )

    def _colors(self) -> dict[str, str]:
        """Each role's colour; a role may be as another one is (`link: accent1`), and changes with it."""
        group = self.read.mapping(self.root, "colors", COLOR_ROLES)
        named = (
            {key.text: node.text for key, node in group.entries if isinstance(node, Scalar)} if group else {}
        )
        same = {role: other for role, other in named.items() if named.get(other, "").startswith("#")}
        own = {role: self.read.hex(group, role) for role in COLOR_ROLES if role not in same}
        return {role: own[same.get(role, role)] for role in COLOR_ROLES}

    def _least(self) -> Least:
        group, usual = self.read.mapping(self.root, "contrast", ("words", "marks")), Least()
        words = self.read.number(group, "words", usual.words)
        return Least(words, self.read.number(group, "marks", usual.marks))

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
        seconds = read.seconds(node, "duration")
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
