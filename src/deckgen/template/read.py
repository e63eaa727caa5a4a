"""The parts of a PowerPoint file → its masters and layouts, with all that their placeholders inherit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from deckgen.diagnostics import Report, Span
from deckgen.template.drawing.colors import Palette
from deckgen.template.ground import ground
from deckgen.template.inherit import Inheritance
from deckgen.template.model import Layout, Master, Template
from deckgen.template.package import Package
from deckgen.template.problems import UnreadableError, guarded
from deckgen.template.shapes import holders
from deckgen.template.themepart import ThemePart, color_map, role_colors, scheme_colors, theme_part
from deckgen.template.unpack import unpacked
from deckgen.template.xml import EMU, NAMESPACES, STRICT, child, children, flag, parse, whole

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_PAGE = (9_144_000, 6_858_000)
"""The size of slides for which a file says none, in EMU (ECMA-376-1, 19.2.1.39)."""

_SIDES = (914_400, 51_206_400)
"""The bounds of ST_SlideSizeCoordinate."""


def read_template(path: Path, span: Span | None, report: Report) -> Template | None:
    """What a deck built on the file at `path` takes over.

    For a file that no deck can be built on, None and one `bad-template` at `span`, where the author named it.
    """
    template = guarded(lambda: _Reader(path, unpacked(path)).template(), path, span, report)
    if template and any("macroEnabled" in kind for kind in template.package.types.values()):
        report.warning(
            "template-macros", f"`{path.name}` has macros, which are left out", span, "save it as .potx"
        )
    return template


def reread(template: Template, package: Package) -> Template:
    """The template as it is with another package, one that differs in what its parts say."""
    return _Reader(template.path, package).template()


@dataclass(frozen=True, slots=True)
class _Kept:
    """A master with what its layouts are read by."""

    name: str
    root: Element
    theme: ThemePart
    theme_name: str
    inheritance: Inheritance


class _Reader:
    """Reads one package; every part of it that is looked into is parsed once."""

    def __init__(self, path: Path, package: Package) -> None:
        self._path, self._package = path, package
        self._main = next(
            r.target for r in package.references[""] if r.of("officeDocument") and r.target in package.parts
        )
        self._root = self._parsed(self._main)

    def _parsed(self, part: str) -> Element:
        root = parse(self._package.parts[part], part)
        if NAMESPACES["p"] not in root.tag and NAMESPACES["a"] not in root.tag:
            if STRICT in root.tag:
                raise UnreadableError("is saved as Strict Open XML", "save it as an ordinary .pptx or .potx")
            raise UnreadableError(f"is damaged: {part} is no part of a presentation")
        return root

    def template(self) -> Template:
        """The template, with every master that can be read."""
        names = self._listed(self._main, self._root, "p:sldMasterIdLst", "p:sldMasterId", "slideMaster")
        if not names:
            raise UnreadableError("has no slide master")
        masters = tuple(self._master(name) for name in names)
        if not any(master.layouts for master in masters):
            raise UnreadableError(
                "has no slide layouts", "add one in PowerPoint (View, Slide Master) or take another file"
            )
        return Template(self._path, self._package, self._page(), masters, self._used())

    def _listed(self, part: str, root: Element, group: str, item: str, kind: str) -> list[str]:
        """The parts of a kind in the order of the list that names them; all, where it names none."""
        ids = [entry.get(f"{{{NAMESPACES['r']}}}id") for entry in children(root, group, item)]
        related = self._package.related(part, kind)
        named = [target for rid in ids if (target := self._package.target(part, rid)) in related]
        return list(dict.fromkeys(name for name in named if name)) or list(dict.fromkeys(related))

    def _page(self) -> tuple[float, float]:
        size = child(self._root, "p:sldSz")
        sides = [whole(size, name) or usual for name, usual in zip(("cx", "cy"), _PAGE, strict=True)]
        if not all(_SIDES[0] <= side <= _SIDES[1] for side in sides):
            raise UnreadableError("is damaged: its slides have no size that PowerPoint allows")
        return sides[0] / EMU, sides[1] / EMU

    def _used(self) -> dict[str, int]:
        """How many sample slides stand on each layout."""
        slides = self._package.related(self._main, "slide")
        return dict(Counter(name for slide in slides for name in self._package.related(slide, "slideLayout")))

    def _master(self, part: str) -> Master:
        root = self._parsed(part)
        theme_name = next(iter(self._package.related(part, "theme")), "")
        if not theme_name:
            raise UnreadableError(f"is damaged: {part} has no theme")
        theme = theme_part(self._parsed(theme_name))
        names = color_map(child(root, "p:clrMap"))
        styles = {kind: child(root, "p:txStyles", f"p:{kind}Style") for kind in ("title", "body", "other")}
        styles["default"] = child(self._root, "p:defaultTextStyle")
        kept = _Kept(
            part, root, theme, theme_name, Inheritance(holders(root), styles, theme.fonts, theme.scripts)
        )
        palette = Palette(theme.colors, names)
        behind = ground([(part, root)], theme, theme_name, palette, self._package)
        layouts = self._listed(part, root, "p:sldLayoutIdLst", "p:sldLayoutId", "slideLayout")
        return Master(
            part=part,
            name=theme.name,
            theme_part=theme_name,
            color_map=names,
            scheme=theme.colors,
            colors=role_colors(theme.colors, names),
            fonts=theme.fonts,
            placeholders=kept.inheritance.placeholders(kept.inheritance.holders, palette, behind),
            layouts=tuple(self._layout(name, kept, palette) for name in layouts),
            scripts=theme.scripts,
        )

    def _layout(self, part: str, master: _Kept, palette: Palette) -> Layout:
        root = self._parsed(part)
        override = child(root, "p:clrMapOvr", "a:overrideClrMapping")
        names = color_map(override) if override is not None else palette.names
        scheme = palette.scheme | self._own_colors(part)
        palette = replace(palette, scheme=scheme, names=names)
        chain: Sequence[tuple[str, Element]] = [(part, root), (master.name, master.root)]
        behind = ground(chain, master.theme, master.theme_name, palette, self._package)
        slide = child(root, "p:cSld")
        return Layout(
            part=part,
            name=(slide.get("name") or "") if slide is not None else "",
            type=root.get("type") or "",
            placeholders=master.inheritance.placeholders(holders(root), palette, behind),
            colors=role_colors(scheme, names),
            override=names if override is not None else None,
            ground=behind.hex if behind else None,
            shows_master=flag(root, "showMasterSp") is not False,
        )

    def _own_colors(self, part: str) -> dict[str, str]:
        """The colours of a layout that overrides its theme's."""
        found = self._package.related(part, "themeOverride")
        return scheme_colors(child(self._parsed(found[0]), "a:clrScheme")) if found else {}
