"""Layout files, and what a theme changes in them → Layouts with their slots placed on the page."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import chain, count
from pathlib import Path
from typing import Literal, cast

from deckgen import yamlnodes
from deckgen.decorations import Decoration
from deckgen.diagnostics import Span, did_you_mean
from deckgen.resources import templates
from deckgen.slots import Layout, Slot, SlotKind
from deckgen.theme import ColorRef, TextStyle
from deckgen.themefile.decorations import DecorationReader, Logo, making_way
from deckgen.themefile.places import PLACE_KEYS, Grid
from deckgen.themefile.slotchecks import check_slots
from deckgen.themefile.tokens import Reader, merged
from deckgen.yamlnodes import Mapping

LAYOUT_KEYS = ("title", "extends", "master", "inverse", "fill", "picture", "slots", "decorations", "logo")
SLOT_KEYS = ("kind", "style", *PLACE_KEYS, "anchor", "prompt")
MASTER_KEYS = ("slots", "decorations", "logo")
ORDER = (
    "opening", "section", "title-body", "columns", "comparison", "columns-3", "columns-4",
    "text-media", "media-text", "media", "statement", "title-only", "blank",
)  # fmt: skip
FIXED_INDEX = {SlotKind.TITLE: 0, SlotKind.DATE: 10, SlotKind.FOOTER: 11, SlotKind.NUMBER: 12}
"""Placeholder indices that PowerPoint's own layouts use; the others count on from 1 and 13."""


def read_layouts(
    theme: Mapping, grid: Grid, styles: dict[str, TextStyle], read: Reader, logo: Path | None = None
) -> dict[str, Layout]:
    """Every layout file, changed by the theme's `layouts` and completed by its `master`.

    `logo` is the outline's, in place of the theme's own.
    """
    files = {path.stem: path for path in sorted((templates() / "layouts").glob("*.yaml"), key=_rank)}
    nodes: dict[str, Mapping] = {}
    for name, path in files.items():
        node = yamlnodes.load(path, str(path), read.report)
        if isinstance(node, Mapping):
            nodes[name] = node
    for key, value in read.named(read.mapping(theme, "layouts"), "a layout"):
        nodes[key.text] = merged(nodes[key.text], value) if key.text in nodes else value
    master = read.mapping(theme, "master", MASTER_KEYS)
    drawn = DecorationReader(grid, styles, read)
    shown = drawn.emblem(theme, "logo") if logo is None else drawn.logo_at(logo)
    layouter = _Layouter(drawn, master, shown)
    return {name: layouter.layout(name, _based(name, nodes, read)) for name in nodes}


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
        where = node.get("extends") or node
        if base in nodes:
            read.report.error("theme-cycle", f"the layout `{name}` extends itself", where.span)
        else:
            hints = (*did_you_mean(base, nodes), f"the layouts are {', '.join(nodes)}")
            read.report.error("unknown-layout", f"there is no layout `{base[:40]}`", where.span, *hints)
        return node
    return merged(_based(base, nodes, read, (*seen, name)), node)


@dataclass(slots=True)
class _Layouter:
    """Reads the mapping of one layout after another; `logo` is what stands at its place, if anything."""

    drawn: DecorationReader
    master: Mapping | None
    logo: Logo | None
    spans: dict[int, Span] = field(default_factory=dict)

    @property
    def read(self) -> Reader:
        """Where values and problems go through."""
        return self.drawn.read

    def layout(self, name: str, node: Mapping) -> Layout:
        """One layout, with the master's slots and decorations unless it goes without."""
        read = self.read
        read.known(node, LAYOUT_KEYS)
        slots, decorations = self._slots(node), self.drawn.decorations(node)
        master = self.master if read.flag(node, "master", True) else None
        if master:
            slots += tuple(s for s in self._slots(master) if s.name not in {t.name for t in slots})
            decorations = self.drawn.decorations(master) + decorations
        check_slots(name, slots, self._where, self.drawn.grid.page, read.report, node.span)
        logo = self._logo(node, master)
        if logo:
            decorations += (logo,)
            slots = making_way(slots, logo.box, self.drawn.grid.gutter)
        return Layout(
            name,
            read.text(node, "title", name),
            _numbered(slots),
            decorations,
            read.flag(node, "inverse", False),
            read.color(node, "fill", ColorRef("background")) if node.get("fill") else None,
            picture=self.drawn.behind(node),
        )

    def _logo(self, node: Mapping, master: Mapping | None) -> Decoration | None:
        """The logo where the layout, else the master, has it; none where the layout says `false`."""
        place = node.get("logo")
        if isinstance(place, Mapping):
            where: Mapping | None = place
        else:
            shown = self.read.flag(node, "logo", True)
            where = self.read.mapping(master, "logo") if shown else None
        return self.drawn.logo(where, self.logo) if where else None

    def _where(self, slot: Slot) -> Span:
        """Where a file says of a slot how it is."""
        return self.spans[id(slot)]

    def _slots(self, node: Mapping) -> tuple[Slot, ...]:
        entries = self.read.named(self.read.mapping(node, "slots"), "a slot")
        found = (self._slot(key.text, value) for key, value in entries)
        return tuple(slot for slot in found if slot)

    def _slot(self, name: str, node: Mapping) -> Slot | None:
        read = self.read
        read.known(node, SLOT_KEYS)
        style = read.text(node, "style", "body")
        known = style in self.drawn.styles
        if not known:
            where = node.get("style") or node
            hints = did_you_mean(style, self.drawn.styles)
            read.report.error("unknown-style", f"there is no style `{style[:40]}`", where.span, *hints)
        box = self.drawn.grid.box(node, read, "a slot")
        kind = SlotKind(read.choice(node, "kind", [k.value for k in SlotKind], "text"))
        anchor = read.choice(node, "anchor", ("top", "middle", "bottom"), "top")
        prompt = read.text(node, "prompt", "")
        if box is None or not known:
            return None
        slot = Slot(name, kind, box, style, 0, cast(Literal["top", "middle", "bottom"], anchor), prompt)
        self.spans[id(slot)] = node.span
        return slot


def _numbered(slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """Slots with their placeholder indices: content from 1, texts after PowerPoint's furniture."""
    content, text = chain(range(1, 10), count(40)), count(13)
    numbered = []
    for slot in slots:
        index = FIXED_INDEX.get(slot.kind)
        if index is None:
            index = next(text if slot.kind is SlotKind.TEXT else content)
        numbered.append(replace(slot, index=index))
    return tuple(numbered)
