"""A page's blocks, and what is placed of them → the clicks that build the page.

The blocks come in the order in which they were written, wherever they stand.  What the pieces of the layout
must say of their parts, so that every block can be built here:

- `Placed.blocks` holds the very objects that stand on the slide: a copy of one is another block.  A group's
  children name no blocks, they belong to the group's.
- Paragraphs of texts and lists stand in their order, one for each paragraph and item of the block;
  `PlacedParagraph.block` says to which of the box's blocks each belongs.  An item's sub-items come with it.
- `Placed.unit` counts the parts of a block that is placed in parts: events, pictures, rows, stats, lines of
  a formula, the titles of columns.  What has the same unit comes at the same click; what has none is there
  from the beginning (an axis, a table's header, a caption).  A group whose children have units comes child
  by child.  A block of which nothing has a unit comes whole.
- A `ChartFigure` comes series by series; its axes are there from the beginning.
- `Part.HIGHLIGHT` things are the steps of their code, one after the other: the first comes with the code, and
  each further one takes the place of the one before it at a click, whether the code is built or not.

A piece that places its block in parts only where it is built that way (a table, whose rows then stand each
for itself) asks `block.incremental`, which `incremental.resolved` has filled in before the layout begins.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from deckgen.layout.incremental import Turn, turns
from deckgen.model import Block, Build, Callout, Code, Column, Columns, FlowBlock, ListBlock, TextBlock
from deckgen.scene import ChartFigure, Click, Effect, Group, Part, Placed, PlacedText

Effects = list[Effect]
Place = tuple[Placed, int | None]
"""A paragraph by its box and its place there, or a thing that is no text."""

_BUILT = (Build.PARTS, Build.WHOLE)


def clicks_of(blocks: Iterable[Block], placed: Iterable[Placed]) -> tuple[Click, ...]:
    """The clicks of a page on which `placed` shows these blocks, resolved."""
    shown: dict[int, list[Placed]] = {}
    for item in placed:
        for block in item.blocks:
            shown.setdefault(id(block), []).append(item)
    clicks = _Clicks(shown)
    for block in blocks:
        clicks.add(block)
    return tuple(map(tuple, clicks.made))


@dataclass(slots=True)
class _Clicks:
    """Clicks in the making; `shown` has what shows a block, by the block's identity."""

    shown: dict[int, list[Placed]]
    made: list[Effects] = field(default_factory=list)

    def add(self, block: Block) -> None:
        """All clicks of a block."""
        if block.incremental is Build.PARTS and self._add_parts(block):
            return
        if block.incremental in _BUILT:
            self._click(self._entry(block))
        self._add_later(block)

    def _click(self, effects: Effects) -> None:
        if effects:
            self.made.append(effects)

    def _things(self, block: Block) -> list[Placed]:
        return self.shown.get(id(block), [])

    def _add_parts(self, block: Block) -> bool:
        """A click for each part; False where the block has none."""
        if isinstance(block, Columns):
            for n, column in enumerate(block.columns):
                self._add_column(block, column, n)
            return True
        if isinstance(block, ListBlock | TextBlock):
            self.made += self._flow(block, parts=True)[1]
            return True
        for thing in self._things(block):
            if isinstance(thing.content, ChartFigure):
                self.made += [[Effect(thing.name, series=n)] for n in range(series_count(thing.content))]
                return True
        parts = [thing for thing in _parts(self._things(block)) if thing.part is not Part.HIGHLIGHT]
        for unit in sorted({part.unit for part in parts if part.unit is not None}):
            self.made.append([Effect(part.name) for part in parts if part.unit == unit])
        return bool(parts)

    def _add_column(self, block: Columns, column: Column, n: int) -> None:
        """The clicks of the `n`-th column; built part by part, its title comes with its first part."""
        before, title = len(self.made), self._title(block, n)
        if column.incremental is Build.WHOLE:
            self._click(title + self._entries(column.blocks))
        for inner in column.blocks:
            self.add(inner)
        if column.incremental is Build.PARTS and block.incremental is Build.PARTS:
            if len(self.made) > before:
                self.made[before][:0] = title
            else:
                self._click(title)

    def _title(self, block: Columns, n: int) -> Effects:
        return [Effect(thing.name) for thing in self._things(block) if thing.unit == n]

    def _entry(self, block: Block) -> Effects:
        """What comes when the block does: all of it that has no click of its own."""
        if isinstance(block, FlowBlock):
            return self._flow(block, parts=False)[0]
        if isinstance(block, Columns):
            return [
                effect
                for n, column in enumerate(block.columns)
                if column.incremental is not Build.WHOLE
                for effect in (*self._title(block, n), *self._entries(column.blocks))
            ]
        own = [
            Effect(thing.name)
            for thing in self._things(block)
            if thing.part is not Part.HIGHLIGHT or not thing.unit
        ]
        return own + (self._entries(block.content) if isinstance(block, Callout) else [])

    def _entries(self, blocks: Iterable[Block]) -> Effects:
        """What comes with that which holds these blocks."""
        inner = (block for block in blocks if block.incremental not in _BUILT)
        return [effect for block in inner for effect in self._entry(block)]

    def _add_later(self, block: Block) -> None:
        """The clicks of what comes after its block has come."""
        if isinstance(block, FlowBlock):
            self.made += self._flow(block, parts=False)[1]
        elif isinstance(block, Columns):
            for n, column in enumerate(block.columns):
                self._add_column(block, column, n)
        elif isinstance(block, Callout):
            for inner in block.content:
                self.add(inner)
        elif isinstance(block, Code):
            self._add_steps(block)

    def _add_steps(self, block: Code) -> None:
        """A click from each step of a listing to the next."""
        steps = [thing for thing in self._things(block) if thing.part is Part.HIGHLIGHT]
        for unit in range(1, len(block.steps)):  # a step may point out nothing
            comes = [Effect(thing.name) for thing in steps if thing.unit == unit]
            goes = [Effect(thing.name, exit=True) for thing in steps if (thing.unit or 0) == unit - 1]
            self._click(comes + goes)

    def _flow(self, block: FlowBlock, *, parts: bool) -> tuple[Effects, list[Effects]]:
        """What of a text or list comes with its block, and the clicks of the rest."""
        places = list(self._paragraphs(block))
        found: dict[Turn, list[Place]] = {}
        for turn, place in zip(turns(block, parts), places, strict=True):
            found.setdefault(turn, []).append(place)
        entry = _effects(found.pop(None, []))
        return entry, [_effects(found[turn]) for turn in sorted(turn for turn in found if turn is not None)]

    def _paragraphs(self, block: FlowBlock) -> Iterator[Place]:
        for thing in self._things(block):
            if not isinstance(thing.content, PlacedText):
                yield thing, None
                continue
            own = next(n for n, other in enumerate(thing.blocks) if other is block)
            for n, paragraph in enumerate(thing.content.paragraphs):
                if paragraph.block == own:
                    yield thing, n


def _parts(things: Iterable[Placed]) -> Iterator[Placed]:
    """Those of the things that are a part of their block; of a group, its children that are."""
    for thing in things:
        if thing.unit is not None:
            yield thing
        elif isinstance(thing.content, Group):
            yield from _parts(thing.content.children)


def _effects(places: Iterable[Place]) -> Effects:
    """The places as effects: things and whole boxes by name, else runs of paragraphs."""
    made: Effects = []
    for _, group in groupby(places, key=lambda place: place[0].name):
        found = list(group)
        thing, numbers = found[0][0], [n for _, n in found if n is not None]
        if not isinstance(thing.content, PlacedText) or len(numbers) == len(thing.content.paragraphs):
            made.append(Effect(thing.name))
            continue
        # Neighbours have the same difference to their place in the list.
        for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
            block = [n for _, n in run]
            made.append(Effect(thing.name, paragraphs=(block[0], block[-1] + 1)))
    return made


def series_count(figure: ChartFigure) -> int:
    """How many series a chart shows; a pie is one."""
    return len(figure.figure.chart.series)
