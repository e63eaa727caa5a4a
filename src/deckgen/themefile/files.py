"""A theme's name or path → its YAML mapping, laid over those that it extends."""

from __future__ import annotations

import os.path
from dataclasses import dataclass, replace
from pathlib import Path

from deckgen import yamlnodes
from deckgen.diagnostics import Report, Span, did_you_mean
from deckgen.model import ThemeRef
from deckgen.resources import templates
from deckgen.theme import COLOR_ROLES
from deckgen.themefile.textstyles import FONT_ROLES, REQUIRED
from deckgen.themefile.tokens import merged
from deckgen.yamlnodes import Mapping, Node, Scalar

ENTRY = "theme.yaml"
"""The file by which a folder is a theme; its layouts, fonts, pictures and HTML lie beside it."""

FIRST = "lecture"
"""The theme in whose place those that extend a wrong one are looked at."""

MOST_LAYOUTS = 100
"""How many layouts a folder may add."""

POWERPOINT = (".potx", ".pptx", ".potm", ".pptm", ".ppsx", ".ppt", ".pot")
"""Endings of PowerPoint files; those that no deck can be built on are told when they are read."""


@dataclass(frozen=True, slots=True)
class Source:
    """A theme's mapping, laid over those that it extends.

    `template` is the PowerPoint file that the last of them extends, named at `span`, if it is one.  `folders`
    are those of the themes that are folders, the theme's own last.
    """

    root: Mapping
    span: Span
    template: Path | None = None
    folders: tuple[Path, ...] = ()


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
        file = file / ENTRY
    if path is None and name not in theme_names():
        known = theme_names()
        report.error("unknown-theme", f"there is no theme `{name}`", span,
                     *did_you_mean(name, known), f"the themes are {', '.join(known)}")  # fmt: skip
        return None
    if file.resolve() in seen:
        report.error("theme-cycle", f"the theme `{name}` extends itself", span)
        return None
    if not os.path.isfile(file):  # noqa: PTH113  (unlike Path.is_file, it takes every name)
        report.error("file-missing", f"there is no theme file `{name[:80]}`", span)
        return None
    root = yamlnodes.load(file, str(file), report)
    if root is None:
        return None
    if not isinstance(root, Mapping):
        report.error("theme-value", "a theme is a mapping of tokens", root.span)
        return None
    whole = file.name == ENTRY
    own = merged(_layout_files(file.parent / "layouts", root.span, report), root) if whole else root
    base, above = root.get("extends"), (*seen, file.resolve())
    parent = _parent(base, file, report, above) if base else _alone(own, report)
    if parent is None:  # what is wrong with the rest is told all the same
        parent = with_bases(FIRST, None, span, report)
    if parent is None:
        return None
    folders = (*parent.folders, file.parent) if whole else parent.folders
    return replace(parent, root=merged(parent.root, own, report), folders=folders)


def _alone(root: Mapping, report: Report) -> Source | None:
    """A theme that extends none; None, with a diagnostic, where it has not all that slides count on."""
    wanted = {"colors": COLOR_ROLES, "fonts": FONT_ROLES, "styles": REQUIRED}
    lacking = []
    for group, names in wanted.items():
        own = root.get(group)
        given = {key.text for key, _ in own.entries} if isinstance(own, Mapping) else set()
        missing = [name for name in names if name not in given]
        lacking += [f"{group}: {', '.join(missing)}"] if missing else []
    if not lacking:
        return Source(Mapping((), root.span), root.span)
    message = f"a theme without `extends` says everything itself, and this one lacks {'; '.join(lacking)}"
    report.error("theme-lacks", message, root.span, "write `extends: lecture`, or another theme")
    return None


def _parent(base: Node, file: Path, report: Report, seen: tuple[Path, ...]) -> Source | None:
    """The theme that the one in `file` extends: one of ours, or one that lies beside it."""
    if not isinstance(base, Scalar) or not base.text.strip():
        report.error("theme-value", "`extends` names one theme", base.span)
        return None
    local = file.parent / base.text
    if base.text not in theme_names() and os.path.isfile(local / ENTRY):  # noqa: PTH113  (takes every name)
        return with_bases(base.text, local, base.span, report, seen)
    below = local if local.suffix.lower() in {".yaml", ".yml", *POWERPOINT} else None
    return with_bases(base.text, below, base.span, report, seen)


def _layout_files(folder: Path, span: Span, report: Report) -> Mapping:
    """The layouts of a theme that is a folder, a file each, as `layouts` would hold them."""
    found: list[tuple[Scalar, Node]] = []
    for path in sorted(folder.glob("*.yaml"))[:MOST_LAYOUTS]:
        node = yamlnodes.load(path, str(path), report)
        if isinstance(node, Mapping):
            found.append((Scalar(path.stem, True, node.span), node))
        elif node is not None:
            report.error("theme-value", "a layout is a mapping of its slots", node.span)
    if not found:
        return Mapping((), span)
    return Mapping(((Scalar("layouts", True, span), Mapping(tuple(found), span)),), span)


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
