"""The merged mapping of a theme → its tokens resolved, with its layouts."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from deckgen.diagnostics import Report, Span, did_you_mean
from deckgen.fonts.families import font_named
from deckgen.model import FOOTER_FIELDS, ThemeRef, Transition, TransitionKind
from deckgen.theme import (
    COLOR_ROLES,
    ColorRef,
    Font,
    FontRole,
    Least,
    Theme,
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
from deckgen.themefile.folders import OwnFonts, own_fonts, read_extras
from deckgen.themefile.layouts import read_layouts
from deckgen.themefile.places import Grid
from deckgen.themefile.textstyles import FONT_ROLES, read_scale, read_styles
from deckgen.themefile.tokens import Reader, merged
from deckgen.yamlnodes import Mapping, Scalar

REFERENCE_HEIGHT = 540.0
"""The page height in pt that a theme's lengths and sizes are written for."""

THEME_KEYS = ("title", "description", "extends", "colors", "fonts", "scale", "grid", "mark", "code", "chart",
              "radius", "callouts", "callout", "table", "timeline", "quote", "contrast", "footer",
              "transition", "logo", "styles", "master", "layouts")  # fmt: skip
FONT_KEYS = ("name", "family", "fallback", "office", "weight", "bold_weight")
GRID_KEYS = ("margin", "gutter", "gap")
CONTRAST_KEYS = ("words", "marks")
TRANSITION_KEYS = ("kind", "duration")

_FIELD = re.compile(r"\{\{(.*?)\}\}")


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
    root = merged(source.root, changes, report) if changes else source.root
    if source.template is not None:
        from deckgen.themefile.ontemplate import template_theme

        theme = template_theme(replace(source, root=root), name, ref, page, sized, report)
    elif ref.layouts:
        report.error(
            "theme-value",
            "`layouts` says which of a PowerPoint template's layouts serve ours: this theme is none",
            ref.override_spans.get("layouts", ref.span),
            "`layout:` on a slide chooses one of the theme's own",
        )
        return None
    else:
        theme = Resolver(root, page, report, ref.logo, own_fonts(source.folders, report)).theme(name)
    extras = read_extras(source.folders, report)
    if theme is None or report.has_errors:
        return None
    if source.template is None:
        check_contrast(theme, ref.span, report)
    return replace(theme, extras=extras)


class Resolver:
    """Reads one merged theme mapping into a Theme; every problem on the way goes to the report.

    `logo` is the outline's, in place of the theme's own; `fonts` are files that the theme brings along.
    """

    def __init__(
        self, root: Mapping, page: tuple[float, float], report: Report, logo: Path | None = None,
        fonts: OwnFonts | None = None,
    ) -> None:  # fmt: skip
        self.root, self.page, self.report, self.logo = root, page, report, logo
        self.own = fonts or {}
        self.read = Reader(report)
        self.k = min(page[1] / REFERENCE_HEIGHT, page[0] / (REFERENCE_HEIGHT * 4 / 3))

    def theme(self, name: str) -> Theme | None:
        """The whole theme; None where anything in it is wrong, after all of it was looked at."""
        read, root, k = self.read, self.root, self.k
        read.known(root, THEME_KEYS)
        scale, grid = read_scale(root, read), read.mapping(root, "grid", GRID_KEYS)
        margin, gutter = read.number(grid, "margin", 56, 0, 300), read.number(grid, "gutter", 24, 0, 60)
        styles = read_styles(root, scale, k, read)
        colors, least = self._colors(), self._least()
        theme = Theme(
            name=name,
            title=read.text(root, "title", name),
            description=read.text(root, "description", ""),
            page=self.page,
            colors=colors,
            fonts=self._fonts(),
            styles=styles,
            layouts=read_layouts(root, Grid(self.page, margin * k, gutter * k, k), styles, read, self.logo),
            steps=size_steps(scale.base, scale.ratio, scale.floor, scale.larger),
            floor=round(scale.floor * k * 2) / 2,
            footer=self._footer(),
            margin=margin * k,
            gutter=gutter * k,
            gap=read.number(grid, "gap", 20, 0, 200) * k,
            marks=self._marks(),
            ratio=scale.ratio,
            transition=self._transition(),
            code=read_code(root, colors, read, least.words),
            callouts=read_callouts(root, read),
            table=read_table(root, read, k),
            palette=read_palette(root, read),
            rounding=read_rounding(root, read, k),
            callout=read_callout(root, read, k),
            timeline=read_timeline(root, read, k),
            quote=read_quote(root, read, k),
            least=least,
            embed=self._embed(),
        )
        return None if self.report.has_errors else theme

    def _footer(self) -> str:
        """The template of footers; `false` for none."""
        node, read = self.root.get("footer"), self.read
        if isinstance(node, Scalar) and node.plain and node.text == "false":
            return ""
        for match in _FIELD.finditer(node.text if isinstance(node, Scalar) else ""):
            name = match[1].strip()
            if name not in FOOTER_FIELDS and isinstance(node, Scalar):
                where, hints = node.at(match.start(), len(match[0])), did_you_mean(name, FOOTER_FIELDS)
                message = f"no footer shows `{name[:40]}`: it may be {', '.join(FOOTER_FIELDS)}"
                self.report.error("theme-value", message, where, *hints)
        return read.text(self.root, "footer", "")

    def _colors(self) -> dict[str, str]:
        """Each role's colour; a role may be as another one is (`link: accent1`), and changes with it."""
        group = self.read.mapping(self.root, "colors", COLOR_ROLES)
        named = (
            {key.text: node.text for key, node in group.entries if isinstance(node, Scalar)} if group else {}
        )
        same = {role: other for role, other in named.items()
                if other in COLOR_ROLES and named.get(other) not in COLOR_ROLES}  # fmt: skip
        own = {role: self.read.hex(group, role) for role in COLOR_ROLES if role not in same}
        return {role: own[same.get(role, role)] for role in COLOR_ROLES}

    def _least(self) -> Least:
        group, usual = self.read.mapping(self.root, "contrast", CONTRAST_KEYS), Least()
        words = self.read.number(group, "words", usual.words, 1, 21)
        return Least(words, self.read.number(group, "marks", usual.marks, 1, 21))

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
        read.known(node, TRANSITION_KEYS)
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
            return self._named(node.text)
        read, entry = self.read, self.read.mapping(group, role, FONT_KEYS)
        if entry is not None and entry.get("name") is None:
            hint = "write `name: Lato`"
            read.report.error("theme-lacks", f"the font `{role}` has no `name`", entry.span, hint)
        name = read.text(entry, "name", "Arial")
        family = read.text(entry, "family", "")
        own = self.own.get(family.lower(), ())
        base = Font(name, family, own=own) if family else self._named(name)
        return replace(
            base,
            fallback=read.text(entry, "fallback", base.fallback),
            office=read.text(entry, "office", ""),
            weight=round(read.number(entry, "weight", base.weight, 1, 1000)),
            bold_weight=round(read.number(entry, "bold_weight", base.bold_weight, 1, 1000)),
        )

    def _named(self, name: str) -> Font:
        """The font of a name: of the theme's own files, if there are any of that family."""
        return font_named(name, self.own.get(name.lower(), ()))
