"""A theme's name or path → its YAML mapping, laid over those that it extends."""

from __future__ import annotations

import os.path
from dataclasses import dataclass, replace
from pathlib import Path

from deckgen import yamlnodes
from deckgen.diagnostics import Report, Span, did_you_mean
from deckgen.model import ThemeRef
from deckgen.resources import templates
from deckgen.themefile.tokens import merged
from deckgen.yamlnodes import Mapping, Scalar

POWERPOINT = (".potx", ".pptx", ".potm", ".pptm", ".ppsx", ".ppt", ".pot")
"""Endings of PowerPoint files; those that no deck can be built on are told when they are read."""


@dataclass(frozen=True, slots=True)
class Source:
    """A theme's mapping, laid over those that it extends; `template` is the PowerPoint file that the last of
    them extends, named at `span`, if it is one."""

    root: Mapping
    span: Span
    template: Path | None = None


def theme_names() -> list[str]:
    """The built-in themes, in alphabetical order."""
    return sorted(path.stem for path in (templates() / "themes").glob("*.yaml"))


def theme_ref(name: str) -> ThemeRef:
    """A theme as named on the command line: one of ours, a file, or a PowerPoint file."""
    path = Path(name)
    if path.suffix.lower() in {".yaml", ".yml", *POWERPOINT} or os.path.isdir(name):  # noqa: PTH112  (takes every name)
        return ThemeRef(name=path.stem, path=path, span=Span(name))
    return ThemeRef(name=name)


def with_bases(
    name: str, path: Path | None, span: Span, report: Report, seen: tuple[Path, ...] = ()
) -> Source | None:
    """The theme's mapping laid over those that it extends; None, with a diagnostic, where there is none."""
    if path is not None and path.suffix.lower() in POWERPOINT:
        return Source(Mapping((), span), span, path)
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
    root = yamlnodes.load(file, str(file), report)
    if root is None:
        return None
    if not isinstance(root, Mapping):
        report.error("theme-value", "a theme is a mapping of tokens", root.span)
        return None
    base = root.get("extends")
    if base is None:
        return Source(root, root.span)
    if not isinstance(base, Scalar):
        report.error("theme-value", "`extends` names one theme", base.span)
        return None
    local = file.parent / base.text
    below = local if local.suffix.lower() in {".yaml", ".yml", *POWERPOINT} else None
    parent = with_bases(base.text, below, base.span, report, (*seen, file))
    return replace(parent, root=merged(parent.root, root)) if parent else None


def changes_of(ref: ThemeRef) -> Mapping | None:
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
