"""The outline of a node → the preset shape that it is, the room for words in it, and where edges end at it.

Paths, text rectangles and connection sites are those that ECMA-376 defines for the presets
(presetShapeDefinitions.xml); one of our own, "flag", is drawn as a path in both formats.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from deckgen.figures.diagrams.ends import Side
from deckgen.figures.diagrams.flowchart import Shape
from deckgen.figures.diagrams.geometry import Frame, Point
from deckgen.figures.diagrams.sizes import Size

ROUND_CORNER = 6.0
"""The radius in pt of a rounded box's corners."""

CORNER_INSET = 0.29289
"""The share of a corner's radius, and of an ellipse's half axes, that text keeps off: 1 - sin 45°."""

NOTCH = 0.25
"""How deep a flag's notch is, in its height."""

Edges = tuple[float, float, float, float]
"""How far something keeps off a shape's sides: left, top, right, bottom."""

_USUAL = {Side.TOP: 0, Side.LEFT: 1, Side.BOTTOM: 2, Side.RIGHT: 3}


@dataclass(frozen=True, slots=True)
class Preset:
    """What a node is drawn as.

    `name` is a preset of DrawingML, or "flag"; `flipped` exchanges its left and right.  `sites` are the
    numbers of its connection sites.  `text` and `inset` give, for a size, how far text and edges keep off
    the sides. `around` gives the size that holds words of a size.
    """

    name: str
    sites: dict[Side, int]
    text: Callable[[Size], Edges]
    around: Callable[[Size], Size]
    inset: Callable[[Size], Edges] = lambda _: (0.0, 0.0, 0.0, 0.0)
    flipped: bool = False
    wide: float = 1.0

    def words(self, frame: Frame) -> Frame:
        """Where the words of a node in this frame stand."""
        left, top, right, bottom = self.text(Size(frame.w, frame.h))
        return Frame(frame.x + left, frame.y + top, frame.w - left - right, frame.h - top - bottom)

    def site(self, frame: Frame, side: Side) -> Point:
        """Where an edge ends at a side."""
        left, top, right, bottom = self.inset(Size(frame.w, frame.h))
        x, y = frame.at(side)
        match side:
            case Side.TOP:
                return x, y + top
            case Side.BOTTOM:
                return x, y - bottom
            case Side.LEFT:
                return x + left, y
            case Side.RIGHT:
                return x - right, y


def _even(x: float, y: float) -> Callable[[Size], Edges]:
    """Shares of the width and the height that are kept free at either side."""
    return lambda size: (x * size.w, y * size.h, x * size.w, y * size.h)


def _within(x: float, y: float) -> Callable[[Size], Size]:
    """The size of which words take all but these shares at either side."""
    return lambda words: Size(words.w / (1 - 2 * x), words.h / (1 - 2 * y))


def _corners(radius: float) -> Callable[[Size], Edges]:
    return lambda size: (min(radius, size.h / 2, size.w / 2) * CORNER_INSET,) * 4


def _rounded(words: Size) -> Size:
    return Size(words.w + 2 * CORNER_INSET * ROUND_CORNER, words.h + 2 * CORNER_INSET * ROUND_CORNER)


def _stadium(words: Size) -> Size:
    return Size(words.w + words.h * 0.6, words.h * 1.18)


def _circle(words: Size) -> Size:
    across = max(words.w, words.h) / (1 - CORNER_INSET)
    return Size(across, across)


def _disk(words: Size) -> Size:
    return Size(words.w, words.h * 1.7)


def _disk_text(size: Size) -> Edges:
    return 0.0, size.h / 3, 0.0, size.h / 6


def _slanted(words: Size) -> Size:
    return Size(words.w + words.h * 0.6, words.h * 1.12)


def _slanted_text(size: Size) -> Edges:
    short = min(size.w, size.h)
    return short / 6, size.h * short / (6 * size.w), short / 6, 0.0


def _slanted_inset(size: Size) -> Edges:
    return min(size.w, size.h) / 8, 0.0, min(size.w, size.h) / 8, 0.0


def _flag(words: Size) -> Size:
    return Size(words.w + words.h * NOTCH * 1.6, words.h)


def _flag_edges(size: Size) -> Edges:
    return size.h * NOTCH, 0.0, 0.0, 0.0


_ROUND = {Side.TOP: 0, Side.LEFT: 2, Side.BOTTOM: 4, Side.RIGHT: 6}
_PRESSED = Preset(
    "flowChartInputOutput",
    {Side.TOP: 1, Side.LEFT: 2, Side.BOTTOM: 4, Side.RIGHT: 5},
    _even(0.2, 0.0),
    _within(0.2, 0.0),
    _even(0.1, 0.0),
)

PRESETS: dict[Shape, Preset] = {
    Shape.RECT: Preset("rect", _USUAL, _even(0.0, 0.0), _within(0.0, 0.0)),
    Shape.ROUND: Preset("roundRect", _USUAL, _corners(ROUND_CORNER), _rounded),
    Shape.STADIUM: Preset("roundRect", _USUAL, _corners(1000.0), _stadium),
    Shape.SUBROUTINE: Preset("flowChartPredefinedProcess", _USUAL, _even(0.125, 0.0), _within(0.125, 0.0)),
    Shape.CYLINDER: Preset(
        "flowChartMagneticDisk", {Side.TOP: 1, Side.LEFT: 2, Side.BOTTOM: 3, Side.RIGHT: 4}, _disk_text, _disk
    ),
    Shape.CIRCLE: Preset("ellipse", _ROUND, _even(CORNER_INSET / 2, CORNER_INSET / 2), _circle, wide=0.6),
    Shape.DOUBLE_CIRCLE: Preset(
        "ellipse", _ROUND, _even(CORNER_INSET / 2, CORNER_INSET / 2), _circle, wide=0.6
    ),
    Shape.ELLIPSE: Preset(
        "ellipse",
        _ROUND,
        _even(CORNER_INSET / 2, CORNER_INSET / 2),
        _within(CORNER_INSET / 2, CORNER_INSET / 2),
    ),
    Shape.DIAMOND: Preset("flowChartDecision", _USUAL, _even(0.25, 0.25), _within(0.25, 0.25), wide=0.65),
    Shape.HEXAGON: Preset("flowChartPreparation", _USUAL, _even(0.2, 0.0), _within(0.2, 0.0), wide=0.8),
    Shape.LEAN_RIGHT: _PRESSED,
    Shape.LEAN_LEFT: Preset(
        _PRESSED.name,
        {Side.TOP: 1, Side.LEFT: 5, Side.BOTTOM: 4, Side.RIGHT: 2},
        _PRESSED.text,
        _PRESSED.around,
        _PRESSED.inset,
        flipped=True,
    ),
    Shape.TRAPEZOID: Preset("trapezoid", _USUAL, _slanted_text, _slanted, _slanted_inset),
    Shape.INVERTED_TRAPEZOID: Preset(
        "flowChartManualOperation", _USUAL, _even(0.2, 0.0), _within(0.2, 0.0), _even(0.1, 0.0)
    ),
    Shape.FLAG: Preset("flag", _USUAL, _flag_edges, _flag, _flag_edges),
}
"""What each outline is drawn as.  `wide`: how wide words may run in it, of what they may in a box."""

PLAIN_SHAPES = frozenset({Shape.RECT, Shape.ROUND, Shape.STADIUM, Shape.SUBROUTINE})
"""Outlines that look well at any height."""

GROWS = frozenset({Shape.CIRCLE, Shape.DOUBLE_CIRCLE, Shape.DIAMOND, Shape.ELLIPSE})
"""Outlines that need less room round their words, since they have much in their corners."""


def words_in(name: str, place: Frame, radius: float = 0.0, *, flipped: bool = False) -> Frame:
    """Where the words of a drawn shape stand: as DrawingML has it for the preset of this name."""
    if name == "roundRect":
        inset = min(radius, place.w / 2, place.h / 2) * CORNER_INSET
        return Frame(place.x + inset, place.y + inset, place.w - 2 * inset, place.h - 2 * inset)
    preset = _NAMED.get((name, flipped))
    return preset.words(place) if preset else place


_NAMED = {(preset.name, preset.flipped): preset for preset in PRESETS.values()}
