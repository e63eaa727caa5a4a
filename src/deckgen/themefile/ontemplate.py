"""A PowerPoint file, and what a theme's file and an outline change in it → a Theme."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from deckgen.diagnostics import Report, Span, did_you_mean
from deckgen.model import ThemeRef
from deckgen.template import Layout, Template
from deckgen.template.behind import Behind
from deckgen.template.derive import derived
from deckgen.template.match import OURS, Matches, matched, names_of
from deckgen.template.read import read_template
from deckgen.template.retheme import rethemed
from deckgen.template.tokens import as_mapping, tokens, typeface
from deckgen.theme import COLOR_ROLES, FontRole, Theme
from deckgen.themefile.files import Source, with_bases
from deckgen.themefile.folders import own_fonts
from deckgen.themefile.resolve import Resolver
from deckgen.themefile.tokens import Reader, merged
from deckgen.yamlnodes import Mapping, Scalar

BASE = "lecture"
"""The theme of ours that says what a template does not."""

_ROLES: tuple[FontRole, ...] = ("heading", "body")
"""The fonts that a theme part names."""

_SAME_SHAPE = 0.01
"""Pages whose ratios of width to height differ by less have the same shape."""


def template_theme(
    source: Source, name: str, ref: ThemeRef, size: tuple[float, float], sized: Span | None, report: Report
) -> Theme | None:
    """The theme that a PowerPoint file is, with the tokens of `source` laid over its own.

    Problems go to `report`, and the answer is None.  `size` is the page in pt that the author asked for at
    `sized`, if they did.
    """
    template = read_template(source.template, source.span, report) if source.template else None
    if template is None:
        return None
    if sized:
        _check_size(template, size, sized, report)
    found = _themed(source, template, name, ref, report)
    return found[0] if found else None


def inspected(path: Path, report: Report) -> tuple[Theme, Matches] | None:
    """The theme that the PowerPoint file at `path` is by itself, and which of its layouts serve ours.

    Problems go to `report`, and the answer is None.
    """
    span = Span(str(path))
    template = read_template(path, span, report)
    source = Source(Mapping((), span), span, path)
    return _themed(source, template, path.stem, ThemeRef(span=span), report) if template else None


def _themed(
    source: Source, template: Template, name: str, ref: ThemeRef, report: Report
) -> tuple[Theme, Matches] | None:
    """The theme that a template is, changed by `source` and `ref`, and the matches that it was made by."""
    over = source.root
    _check(over, report)
    _check_logo(over, ref, report)
    wanted = dict(_wanted(over, ref, template, report))
    if report.has_errors:
        return None
    template, matches = _rethemed(template, wanted, over, report)
    base = with_bases(BASE, None, source.span, report)
    if base is None or report.has_errors:
        return None
    own = as_mapping(tokens(template, matches), source.span)
    root = merged(merged(base.root, own), _without(over, "extends", "layouts", "master"))
    resolved = Resolver(root, template.page, report, None, own_fonts(source.folders, report)).theme(name)
    if resolved is None or report.has_errors:
        return None
    styles = over.get("styles")
    kept = [key.text for key, _ in styles.entries] if isinstance(styles, Mapping) else []
    theme = derived(_with_fonts(resolved, matches), template, matches, kept, Behind(template).color)
    return theme, matches


def _check(over: Mapping, report: Report) -> None:
    """A template draws its own pages."""
    for key, value in over.entries:
        if key.text == "master":
            message = "`master` is the template's own"
            report.error("theme-value", message, key.span, "change it in PowerPoint: View, Slide Master")
        if key.text == "layouts" and isinstance(value, Mapping):
            for name, layout in value.entries:
                if not isinstance(layout, Scalar):
                    message = f"on a template, `{name.text}` takes the name of one of its layouts"
                    hint = 'write, for example, section: "Section Header"'
                    report.error("theme-value", message, layout.span, hint)


def _check_logo(over: Mapping, ref: ThemeRef, report: Report) -> None:
    """A logo has its place in the template itself."""
    own = over.get("logo")
    where = ref.override_spans.get("logo") if ref.logo else own.span if own else None
    if where:
        message = "a PowerPoint template draws its own pages: `logo` has no effect"
        report.warning("no-effect", message, where, "put it on the master: View, Slide Master")


def _check_size(template: Template, size: tuple[float, float], sized: Span, report: Report) -> None:
    """A page of another shape than the one asked for."""
    width, height = template.page
    if abs(size[0] / size[1] - width / height) > _SAME_SHAPE * width / height:
        report.warning(
            "size-of-template",
            f"the slides are {width:g} × {height:g} pt, as the template's: `size` has no effect",
            sized,
            "leave `size` out, or choose another page in PowerPoint (Design, Slide Size)",
        )


def _wanted(over: Mapping, ref: ThemeRef, template: Template, report: Report) -> Iterator[tuple[str, Layout]]:
    """The template's layouts that someone chose for ours: in a theme's file, then in the outline."""
    asked: dict[str, tuple[str, Span, Span]] = {}
    group = over.get("layouts")
    for key, value in group.entries if isinstance(group, Mapping) else ():
        if isinstance(value, Scalar):
            asked[key.text] = (value.text, key.span, value.span)
    spans = ref.override_spans
    for name, layout in ref.layouts.items():
        at = spans.get(f"layouts.{name}", ref.span)
        asked[name] = (layout, at, spans.get(f"layouts.{name}=", at))
    known = names_of(template)
    for name, (layout, at, value_at) in asked.items():
        if name not in OURS:
            report.error("unknown-layout", f"`{name}` is none of the layouts that a template's can serve", at,
                         *did_you_mean(name, OURS), f"they are {', '.join(OURS)}")  # fmt: skip
        elif layout not in known:
            report.error("unknown-layout", f"the template has no layout `{layout}`", value_at,
                         *did_you_mean(layout, known), f"its layouts are {_listed(known)}")  # fmt: skip
        else:
            yield name, known[layout]


def _listed(known: dict[str, Layout]) -> str:
    """The names that differ, the first dozen of them."""
    names = [name for name, layout in known.items() if name == layout.name]
    return ", ".join(names[:12]) + (" …" if len(names) > 12 else "")


def _rethemed(
    template: Template, wanted: dict[str, Layout], over: Mapping, report: Report
) -> tuple[Template, Matches]:
    """The template with the author's colours and fonts for its own, and its layouts matched to ours."""
    matches = matched(template, wanted)
    read, group = Reader(report), over.get("colors")
    named = group if isinstance(group, Mapping) else Mapping((), over.span)
    colors = {key.text: read.hex(named, key.text) for key, _ in named.entries if key.text in COLOR_ROLES}
    colors = {role: color for role, color in colors.items() if color != matches.master.colors[role]}
    families = over.get("fonts")
    fonts = {role: _family(families.get(role)) for role in _ROLES
             if isinstance(families, Mapping) and families.get(role) is not None}  # fmt: skip
    fonts = {role: family for role, family in fonts.items() if family not in ("", typeface(matches, role))}
    if report.has_errors or not (colors or fonts):
        return template, matches
    template = rethemed(template, matches.master, colors, fonts)
    parts = {layout.part: layout for master in template.masters for layout in master.layouts}
    return template, matched(template, {name: parts[layout.part] for name, layout in wanted.items()})


def _family(node: object) -> str:
    """The family that a font's entry names; "" where it names none."""
    if isinstance(node, Mapping):
        node = node.get("name")
    return node.text if isinstance(node, Scalar) else ""


def _without(root: Mapping, *keys: str) -> Mapping:
    return Mapping(tuple(entry for entry in root.entries if entry[0].text not in keys), root.span)


def _with_fonts(theme: Theme, matches: Matches) -> Theme:
    """The theme with its fonts marked that the template's theme part does not name."""
    scheme = matches.master.fonts
    own = {role: replace(theme.fonts[role], scheme=theme.fonts[role].name == scheme[role]) for role in _ROLES}
    return replace(theme, fonts=theme.fonts | own)
