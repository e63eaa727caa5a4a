"""Layout files, and what a theme changes in them → Layouts with their slots placed on the page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, cast

from deckgen import yamlnodes
from deckgen.diagnostics import did_you_mean
from deckgen.resources import templates
from deckgen.slots import Box, Decoration, Layout, Slot, SlotKind
from deckgen.theme import ColorRef, TextStyle
from deckgen.themefile.tokens import Reader, merged
from deckgen.yamlnodes import Mapping, Sequence

COLUMNS = 12
LAYOUT_KEYS = ("title", "extends", "master", "inverse", "fill", "slots", "decorations")
SLOT_KEYS = ("kind", "style", "columns", "top", "bottom", "height", "anchor", "prompt")
DECORATION_KEYS = ("name", "box", "fill", "shape")
ORDER = (
    "opening", "section", "title-body", "columns", "comparison", "columns-3", "columns-4",
    "text-media", "media-text", "media", "statement", "title-only", "blank",
)  # fmt: skip
FIXED_INDEX = {SlotKind.TITLE: 0, SlotKind.DATE: 10, SlotKind.FOOTER: 11, SlotKind.NUMBER: 12}
"""Placeholder indices that PowerPoint's own layouts use; the others count on from 1 and 13."""


@dataclass(frozen=True, slots=True)
class _Grid:
    """Twelve columns between two margins; all lengths in pt of the page."""

    page: tuple[float, float]
    margin: float
    gutter: float
    k: float

    def columns(self, first: int, last: int) -> tuple[float, float]:
        """Left edge and width of the columns `first` to `last`, from 1."""
        one = (self.page[0] - 2 * self.margin - (COLUMNS - 1) * self.gutter) / COLUMNS
        return self.margin + (first - 1) * (one + self.gutter), (last - first + 1) * (
            one + self.gutter
        ) - self.gutter


def read_layouts(
    theme: Mapping,
    page: tuple[float, float],
    k: float,
    margin: float,
    gutter: float,
    styles: dict[str, TextStyle],
    read: Reader,
) -> dict[str, Layout]:
    """Every layout file, changed by the theme's `layouts` and completed by its `master`."""
    files = {path.stem: path for path in sorted((templates() / "layouts").glob("*.yaml"), key=_rank)}
    nodes: dict[str, Mapping] = {}
    for name, path in files.items():
        node = yamlnodes.load(path, path.name, read.report)
        if isinstance(node, Mapping):
            nodes[name] = node
    own = read.mapping(theme, "layouts")
    for key, value in own.entries if own else ():
        if isinstance(value, Mapping):
            nodes[key.text] = merged(nodes[key.text], value) if key.text in nodes else value
    master = read.mapping(theme, "master", ("slots", "decorations"))
    grid = _Grid(page, margin * k, gutter * k, k)
    return {
        name: _Layouter(grid, styles, read).layout(name, _based(name, nodes, read), master) for name in nodes
    }


def _rank(path: Path) -> tuple[int, str]:
    """Where a layout stands in PowerPoint's gallery: ours in the order of use, others by name."""
    name = path.stem
    return (ORDER.index(name) if name in ORDER else len(ORDER), name)


def _based(name: str, nodes: dict[str, Mapping], read: Reader, seen: tuple[str, ...] = ()) -> Mapping:
    """A layout's mapping laid over that of the layout that it extends."""
    node = nodes[name]
    base = read.text(node, "extends", "")
    if not base:
        return node
    if base not in nodes or base in seen:
        read.report.error(
            "theme-value", f"`{name}` extends an unknown layout", node.span, *did_you_mean(base, nodes)
        )
        return node
    return merged(_based(base, nodes, read, (*seen, name)), node)


@dataclass(slots=True)
class _Layouter:
    """Reads one layout's mapping."""

    grid: _Grid
    styles: dict[str, TextStyle]
    read: Reader

    def layout(self, name: str, node: Mapping, master: Mapping | None) -> Layout:
        read = self.read
        read.known(node, LAYOUT_KEYS)
        slots, decorations = self._slots(node), self._decorations(node)
        if master and read.flag(node, "master", True):
            slots += tuple(s for s in self._slots(master) if s.name not in {t.name for t in slots})
            decorations = self._decorations(master) + decorations
        return Layout(
            name,
            read.text(node, "title", name),
            _numbered(slots),
            decorations,
            read.flag(node, "inverse", False),
            read.color(node, "fill", ColorRef("background")) if node.get("fill") else None,
        )

    def _slots(self, node: Mapping) -> tuple[Slot, ...]:
        group = self.read.mapping(node, "slots")
        found = (
            self._slot(key.text, value)
            for key, value in (group.entries if group else ())
            if isinstance(value, Mapping)
        )
        return tuple(slot for slot in found if slot)

    def _slot(self, name: str, node: Mapping) -> Slot | None:
        read = self.read
        read.known(node, SLOT_KEYS)
        style = read.text(node, "style", "body")
        if style not in self.styles:
            read.report.error("theme-value", f"there is no style `{style}`", node.span,
                              *did_you_mean(style, self.styles))  # fmt: skip
            return None
        box = self._place(node)
        if box is None:
            return None
        kind = SlotKind(read.choice(node, "kind", [k.value for k in SlotKind], "text"))
        anchor = read.choice(node, "anchor", ("top", "middle", "bottom"), "top")
        return Slot(
            name, kind, box, style, 0, cast(Literal["top", "middle", "bottom"], anchor),
            read.text(node, "prompt", ""),
        )  # fmt: skip

    def _place(self, node: Mapping) -> Box | None:
        """The slot's box: its columns, and two of top, height and bottom (from the page's foot)."""
        read, height = self.read, self.grid.page[1]
        columns = read.lengths(node, "columns", (1, 1), 1.0)
        ends = {key: read.lengths(node, key, (height,), self.grid.k) for key in ("top", "bottom", "height")}
        known = {key: value[0] for key, value in ends.items() if value}
        if columns is None or len(known) != 2 or not 1 <= columns[0] <= columns[1] <= COLUMNS:
            read.report.error(
                "theme-value",
                "a slot takes `columns` in 1-12 and two of `top`, `height`, `bottom`",
                node.span,
            )
            return None
        x, w = self.grid.columns(int(columns[0]), int(columns[1]))
        h = known.get("height", height - known.get("top", 0) - known.get("bottom", 0))
        y = known.get("top", height - known.get("bottom", 0) - h)
        return Box(round(x, 2), round(y, 2), round(w, 2), round(h, 2))

    def _decorations(self, node: Mapping) -> tuple[Decoration, ...]:
        group = node.get("decorations")
        items = group.items if isinstance(group, Sequence) else ()
        found = (self._decoration(item) for item in items if isinstance(item, Mapping))
        return tuple(decoration for decoration in found if decoration)

    def _decoration(self, node: Mapping) -> Decoration | None:
        read, (w, h) = self.read, self.grid.page
        read.known(node, DECORATION_KEYS)
        box = read.lengths(node, "box", (w, h, w, h), self.grid.k)
        if box is None:
            return None
        shape = read.choice(node, "shape", ("rect", "ellipse"), "rect")
        return Decoration(
            Box(*(round(n, 2) for n in box)),
            read.color(node, "fill", ColorRef("accent1")),
            cast(Literal["rect", "ellipse"], shape),
            read.text(node, "name", "Decoration"),
        )


def _numbered(slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """Slots with their placeholder indices: content from 1, texts after PowerPoint's furniture."""
    content, text = iter(range(1, 10)), iter(range(13, 40))
    numbered = []
    for slot in slots:
        index = FIXED_INDEX.get(slot.kind)
        if index is None:
            index = next(text if slot.kind is SlotKind.TEXT else content)
        numbered.append(replace(slot, index=index))
    return tuple(numbered)
