"""A diagram's words and a room → how large its words are, and how far apart its parts, so that it fits."""

from __future__ import annotations

from dataclasses import dataclass, field

from deckgen.figures.diagrams.arrange import Measured, Plan, arrange, plan
from deckgen.figures.diagrams.flowchart import Look, Shape
from deckgen.figures.diagrams.geometry import Geometry
from deckgen.figures.diagrams.shapes import GROWS, PLAIN_SHAPES, PRESETS
from deckgen.figures.diagrams.sizes import Size, Spacing
from deckgen.layout.formulas import growths, has_formula
from deckgen.layout.setting import Setting
from deckgen.model import Diagram, Text
from deckgen.scene import PlacedParagraph
from deckgen.text.measure import SLACK, Shaped
from deckgen.theme import TextStyle

LEAST_SIZE = 11.0
"""The size in pt under which no words of a diagram are set."""

LARGE = 14.0
"""The size in pt of words from which on edges have large heads."""

STEPS = (1.2, 1.1, 1.0, 0.9, 0.82, 0.75, 0.68, 0.6)
"""The sizes of words that are tried, in that of the theme."""

ENDLESS = 1e6
"""The height in pt of a room that is as high as one likes."""

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
    """A diagram worked out: its geometry, and its words by node, edge and group.

    `large` says that its words are, so that the heads of its edges may be.
    """

    geometry: Geometry
    nodes: tuple[Words, ...]
    edges: tuple[Words | None, ...]
    groups: tuple[Words, ...]
    large: bool


@dataclass(frozen=True, slots=True)
class Way:
    """How a size is tried: words may run `wrap` em wide, parts are `air` times as far apart as is usual."""

    wrap: float
    air: float


ROOMY = (Way(11.0, 1.0),)
TIGHT = (Way(11.0, 0.8), Way(8.5, 0.8), Way(8.5, 0.6))
TIGHTEST = Way(6.5, 0.5)


@dataclass(slots=True)
class FittedDiagram:
    """Works out one diagram for the rooms that it may get; what it has made it keeps.

    `block` is kept so that no other takes its identity.
    """

    block: Diagram
    lang: str
    planned: Plan = field(init=False)
    _lines: dict[tuple[Text, str, bool | None, bool | None, float], tuple[Shaped, float, tuple[int, ...]]] = (
        field(default_factory=dict)
    )
    _made: dict[tuple[float, Way, Size], Fitted] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.planned = plan(self.block.flowchart)

    def largest(self, room: Size, setting: Setting) -> Fitted | None:
        """The diagram as large as `room` takes it; None where its words would be too small to read."""
        least = self.least(room.w, setting)
        if not _fits(least.geometry, room):
            return None
        sizes = _sizes(setting)
        for size in sizes:
            for way in _ways(size, size == sizes[-1], setting):
                if self._promises(size, way, room, setting):
                    fitted = self._at(size, way, room, setting)
                    if _fits(fitted.geometry, room):
                        return fitted
        return least

    def least(self, width: float, setting: Setting) -> Fitted:
        """The diagram at its smallest, for a room so wide (pt)."""
        return self._at(_sizes(setting)[-1], TIGHTEST, Size(width, ENDLESS), setting)

    def _promises(self, size: float, way: Way, room: Size, setting: Setting) -> bool:
        """Whether the diagram may fit, by what it measures at another size: nearly all of it grows alike."""
        smallest = _sizes(setting)[-1]
        known = [(one, fitted) for (one, other, _), fitted in self._made.items() if other == way]
        known.append((smallest, self.least(room.w, setting)))
        return all(_fits(fitted.geometry, room, size / one * 0.94) for one, fitted in known)

    def _at(self, size: float, way: Way, room: Size, setting: Setting) -> Fitted:
        one_piece = all(len(parts) < 2 for parts in self.planned.parts.values())
        key = (size, way, Size(0.0, 0.0) if one_piece else room)
        if key not in self._made:
            self._made[key] = self._make(size, way, room, setting)
        return self._made[key]

    def _make(self, size: float, way: Way, room: Size, setting: Setting) -> Fitted:
        """The diagram with its words at `size` pt."""
        chart = self.block.flowchart
        nodes = tuple(
            self._set(text, "diagram-node", size, way.wrap * PRESETS[node.shape].wide, node.look, setting)
            for text, node in zip(self.block.nodes, chart.nodes, strict=True)
        )
        edges = tuple(
            self._set(text, "diagram-label", size, way.wrap, edge.look, setting) if text else None
            for text, edge in zip(self.block.edges, chart.edges, strict=True)
        )
        groups = tuple(
            self._set(text, "diagram-group", size, way.wrap * 2, group.look, setting)
            for text, group in zip(self.block.groups, chart.groups, strict=True)
        )
        measured = Measured(
            {
                node.id: _box(node.shape, words.size, size, way.air)
                for node, words in zip(chart.nodes, nodes, strict=True)
            },
            frozenset(node.id for node in chart.nodes if node.shape in PLAIN_SHAPES),
            {i: Size(words.size.w + 6, words.size.h + 2) for i, words in enumerate(edges) if words},
            {group.id: words.size for group, words in zip(chart.groups, groups, strict=True)},
        )
        geometry = arrange(self.planned, measured, _spacing(size, way.air), room)
        return Fitted(geometry, nodes, edges, groups, size >= LARGE)

    def _set(self, text: Text, style: str, size: float, wrap: float, look: Look, setting: Setting) -> Words:
        """Words in as few lines as `wrap` em allow, these about equally long."""
        base = setting.tools.theme.styles[style].level(0)
        own = max(round(base.size / _normal(setting) * size * 2) / 2, LEAST_SIZE)
        sized = setting.tools.styles.sized(style, own, look.bold, look.italic)
        shown = sized.level(0)
        key = (text, style, look.bold, look.italic, wrap)
        if key not in self._lines:
            shaped = setting.tools.measurer.shaped(text, shown, self.lang)
            width = _narrowest(shaped, wrap)
            self._lines[key] = (shaped, width, shaped.lines(width))
        shaped, width, lines = self._lines[key]
        rtl = setting.direction(shaped.text, self.block.lang)
        paragraph = PlacedParagraph(text, shown, lines=lines, lang=self.lang, rtl=rtl)
        grown = sum(growth.height for growth in growths(text, shown, lines)) if has_formula(text) else 0.0
        height = len(lines) * own * shaped.pitch * shown.spacing + grown
        return Words(paragraph, sized, Size(width * own, height))


def _fits(geometry: Geometry, room: Size, grown: float = 1.0) -> bool:
    """Whether a geometry, so many times as large, lies within a room."""
    return geometry.w * grown <= room.w + 0.01 and geometry.h * grown <= room.h + 0.01


def _normal(setting: Setting) -> float:
    return setting.tools.theme.styles["diagram-node"].level(0).size


def _sizes(setting: Setting) -> list[float]:
    """The sizes in pt that are tried, the largest first, to the smallest that can be read."""
    normal = _normal(setting)
    return list(dict.fromkeys(max(round(normal * step * 2) / 2, LEAST_SIZE) for step in STEPS))


def _ways(size: float, last: bool, setting: Setting) -> tuple[Way, ...]:
    """How a size is tried: large words only with room round them, the smallest as tight as can be."""
    if size > _normal(setting) + 0.5:
        return ROOMY
    return (*ROOMY, *TIGHT, TIGHTEST) if last else (*ROOMY, *TIGHT)


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
    head = 12.0 if size >= LARGE else 8.0
    return Spacing(
        box=1.7 * size * air,
        layer=max(2.5 * size * air, 2 * head),
        lane=max(0.9 * size * air, head),
        track=max(0.6 * size * air, 7.0),
        pad=max(0.9 * size * air, 8.0),
        end=max(0.75 * size * air, head),
    )
