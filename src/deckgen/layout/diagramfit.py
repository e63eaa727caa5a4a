"""A diagram's words and a room → how large its words are, and how far apart its parts, so that it fits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from deckgen.figures.diagrams import Look, Shape
from deckgen.figures.diagrams.arrange import Measured, Plan, arrange, plan
from deckgen.figures.diagrams.geometry import Geometry
from deckgen.figures.diagrams.shapes import GROWS, PLAIN_SHAPES, PRESETS
from deckgen.figures.diagrams.sizes import Size, Spacing
from deckgen.layout.setting import Setting
from deckgen.model import Diagram, Text
from deckgen.scene import PlacedParagraph
from deckgen.text.measure import SLACK, Shaped
from deckgen.theme import TextStyle

LEAST_SIZE = 11.0
"""The size in pt under which no words of a diagram are set."""

STEPS = (1.2, 1.1, 1.0, 0.9, 0.82, 0.75, 0.68, 0.6)
"""The sizes of words that are tried, in that of the theme."""

ROOMY: tuple[tuple[float, float], ...] = ((11.0, 1.15), (11.0, 1.0))
TIGHT: tuple[tuple[float, float], ...] = ((11.0, 0.8), (8.5, 0.8), (8.5, 0.6))
TIGHTEST: tuple[tuple[float, float], ...] = ((6.5, 0.5),)
"""How wide (em) the words of a box may run, and how far apart boxes are kept, in what is usual."""

RING = 4.0
"""The distance in pt between the two lines of a double circle."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words as they are set: so wide (pt), in lines that end at these offsets, so high."""

    paragraph: PlacedParagraph
    style: TextStyle
    size: Size


@dataclass(frozen=True, slots=True)
class Fitted:
    """A diagram worked out: its geometry, and its words by node, edge and group."""

    geometry: Geometry
    nodes: tuple[Words, ...]
    edges: tuple[Words | None, ...]
    groups: tuple[Words, ...]


@dataclass(slots=True)
class FittedDiagram:
    """Works out one diagram for the rooms that it may get; what it has made it keeps.

    `block` is kept so that no other takes its identity.
    """

    block: Diagram
    lang: str
    planned: Plan = field(init=False)
    _words: dict[tuple[float, float], Fitted] = field(default_factory=dict)
    _made: dict[tuple[float, float, float, float, float], Fitted] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.planned = plan(self.block.flowchart)

    def largest(self, room: Size, setting: Setting) -> Fitted | None:
        """The diagram as large as `room` takes it; None where its words would be too small to read."""
        sizes = list(_sizes(setting))
        holds = [i for i in range(len(sizes)) if i >= len(sizes) - 1]
        low, high = 0, len(sizes) - 1
        if not self._fits(self._tightest(sizes[holds[0]], high == holds[0], room, setting), room):
            return None
        while low < high:
            middle = (low + high) // 2
            last = middle == len(sizes) - 1
            if self._fits(self._tightest(sizes[middle], last, room, setting), room):
                high = middle
            else:
                low = middle + 1
        return self._airiest(sizes[low], low == len(sizes) - 1, room, setting)

    def least(self, width: float, setting: Setting) -> Fitted:
        """The diagram at its smallest, for a room so wide (pt)."""
        smallest = list(_sizes(setting))[-1]
        return self._tightest(smallest, True, Size(width, 1e6), setting)

    @staticmethod
    def _fits(fitted: Fitted, room: Size) -> bool:
        return fitted.geometry.w <= room.w + 0.01 and fitted.geometry.h <= room.h + 0.01

    def _tightest(self, size: float, last: bool, room: Size, setting: Setting) -> Fitted:
        wrap, air = (_ways(size, last, setting))[-1]
        return self._at(size, wrap, air, room, setting)

    def _airiest(self, size: float, last: bool, room: Size, setting: Setting) -> Fitted:
        """The diagram at a size that is known to fit, with as much room between its parts as there is."""
        ways = _ways(size, last, setting)
        for wrap, air in ways[:-1]:
            fitted = self._at(size, wrap, air, room, setting)
            if self._fits(fitted, room):
                return fitted
        return self._at(size, *ways[-1], room, setting)

    def _at(self, size: float, wrap: float, air: float, room: Size, setting: Setting) -> Fitted:
        key = (size, wrap, air, round(room.w, 1), round(room.h, 1))
        if key not in self._made:
            self._made[key] = self._make(size, wrap, air, room, setting)
        return self._made[key]

    def _make(self, size: float, wrap: float, air: float, room: Size, setting: Setting) -> Fitted:
        """The diagram with its words at `size` pt."""
        chart = self.block.flowchart
        nodes = tuple(
            self._set(text, "diagram-node", size, wrap * PRESETS[node.shape].wide, node.look, setting)
            for text, node in zip(self.block.nodes, chart.nodes, strict=True)
        )
        edges = tuple(
            self._set(text, "diagram-label", size, wrap, edge.look, setting) if text else None
            for text, edge in zip(self.block.edges, chart.edges, strict=True)
        )
        groups = tuple(
            self._set(text, "diagram-group", size, wrap * 2, group.look, setting)
            for text, group in zip(self.block.groups, chart.groups, strict=True)
        )
        measured = Measured(
            {n.id: _box(n.shape, words.size, size, air) for n, words in zip(chart.nodes, nodes, strict=True)},
            frozenset(node.id for node in chart.nodes if node.shape in PLAIN_SHAPES),
            {i: Size(w.size.w + 6, w.size.h + 2) for i, w in enumerate(edges) if w},
            {g.id: words.size for g, words in zip(chart.groups, groups, strict=True)},
        )
        return Fitted(arrange(self.planned, measured, _spacing(size, air), room), nodes, edges, groups)

    def _set(
        self, text: Text, style: str, size: float, wrap: float, look: Look, setting: Setting
    ) -> Words:
        """Words in as few lines as `wrap` em allow, these about equally long."""
        base, normal = setting.tools.theme.styles[style].level(0), _normal(setting)
        own = max(round(base.size / normal * size * 2) / 2, LEAST_SIZE)
        shown = replace(
            base, size=own, bold=base.bold if look.bold is None else look.bold, italic=bool(look.italic)
        )
        shaped = setting.tools.measurer.shaped(text, shown, self.lang)
        width = _narrowest(shaped, wrap)
        lines = shaped.lines(width)
        rtl = setting.direction(shaped.text, self.block.lang)
        paragraph = PlacedParagraph(text, shown, lines=lines, lang=self.lang, rtl=rtl)
        high = len(lines) * own * shaped.pitch * shown.spacing
        return Words(paragraph, TextStyle(style, (shown,)), Size(width * own, high))


def _normal(setting: Setting) -> float:
    return setting.tools.theme.styles["diagram-node"].level(0).size


def _sizes(setting: Setting) -> Iterator[float]:
    """The sizes in pt that are tried, the largest first, to the smallest that can be read."""
    before = 0.0
    for step in STEPS:
        size = max(round(_normal(setting) * step * 2) / 2, LEAST_SIZE)
        if size != before:
            yield size
        before = size


def _ways(size: float, last: bool, setting: Setting) -> tuple[tuple[float, float], ...]:
    """How a size is tried: large words only with room round them, the smallest as tight as can be."""
    if size > _normal(setting) + 0.5:
        return ROOMY
    return ROOMY + TIGHT + (TIGHTEST if last else ())


def _narrowest(shaped: Shaped, most: float) -> float:
    """The least width in em at which words have no more lines than at `most` em, and no word is broken."""
    word = shaped.widest_word / (1 - SLACK) + 0.02
    high = max(min(shaped.width / (1 - SLACK) + 0.02, most), word)
    count, low = len(shaped.lines(high)), min(word, high)
    while high - low > 0.05:
        middle = (low + high) / 2
        low, high = (low, middle) if len(shaped.lines(middle)) <= count else (middle, high)
    return high


def _box(shape: Shape, words: Size, size: float, air: float) -> Size:
    """The size of a node round its words, set at `size` pt."""
    across, along = (0.15, 0.15) if shape in GROWS else (0.8, 0.55)
    share = min(1.0, 0.4 + 0.6 * air) * size
    inner = Size(words.w + 2 * across * share, words.h + 2 * along * share)
    box = PRESETS[shape].around(inner)
    extra = 2 * RING if shape is Shape.DOUBLE_CIRCLE else 0.0
    return Size(round(max(box.w, 2.2 * size) + extra, 1), round(box.h + extra, 1))


def _spacing(size: float, air: float) -> Spacing:
    """Distances that suit words of `size` pt."""
    return Spacing(
        box=1.7 * size * air,
        layer=max(2.5 * size * air, 16.0),
        lane=max(0.9 * size * air, 8.0),
        track=max(0.6 * size * air, 7.0),
        pad=max(0.9 * size * air, 8.0),
        end=max(0.75 * size * air, 8.0),
    )
