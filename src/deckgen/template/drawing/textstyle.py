"""What a run and its paragraph say, and what they inherit → how the run is set."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deckgen.template.drawing.colors import Color
from deckgen.template.drawing.custom import EMU
from deckgen.template.drawing.fills import fill_in, plain_color
from deckgen.template.drawing.sketch import Sketch
from deckgen.template.xml import child, flag, local, share, whole

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SIZE = 18.0
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class RunLook:
    """How a run is set: `size` and `tracking` in pt, `rise` the share of its size by which it is raised."""

    typeface: str
    size: float
    bold: bool
    italic: bool
    underlined: bool
    capitals: bool
    tracking: float
    rise: float
    color: Color


@dataclass(frozen=True, slots=True)
class Cascade:
    """Where the text of a shape gets its looks: `styles` hold `a:lvl1pPr` …, the nearest first.

    `color` is what a reference of the shape's style says of its text.
    """

    styles: tuple[Element, ...]
    sketch: Sketch
    color: Color | None = None
    typeface: str = ""
    scale: float = 1.0

    def paragraph(self, own: Element | None) -> tuple[Element, ...]:
        """The properties of a paragraph, the nearest first."""
        level = min(max(whole(own, "lvl") or 0, 0), _LEVELS - 1) + 1
        inherited = (child(style, f"a:lvl{level}pPr") for style in self.styles)
        defaults = (child(style, "a:defPPr") for style in self.styles)
        return tuple(e for e in (own, *inherited, *defaults) if e is not None)

    def run(self, own: Element | None, paragraph: tuple[Element, ...]) -> RunLook:
        """How a run with properties of its own is set in a paragraph."""
        inherited = [child(properties, "a:defRPr") for properties in paragraph]
        layers = [e for e in (own, *inherited) if e is not None]
        size = (_whole(layers, "sz") or _SIZE * 100) / 100
        rise = next((r for e in layers if (r := share(e, "baseline")) is not None), 0.0)
        return RunLook(
            self._typeface(layers),
            max(min(size * self.scale, 2000.0), 1.0) * (2 / 3 if rise else 1.0),
            _flag(layers, "b"),
            _flag(layers, "i"),
            _text(layers, "u") not in ("", "none"),
            _text(layers, "cap") == "all",
            (_whole(layers, "spc") or 0) / 100,
            rise,
            self._color(own, layers),
        )

    def _typeface(self, layers: list[Element]) -> str:
        named = (child(layer, "a:latin") for layer in layers)
        return next((e.get("typeface", "") for e in named if e is not None), self.typeface or "+mn-lt")

    def _color(self, own: Element | None, layers: list[Element]) -> Color:
        """The colour of the nearest layer, that of the style before what is inherited from afar."""
        nearest = next((fill for e in layers if (fill := fill_in(e)) is not None), None)
        near = [own, *(child(self.styles[0], f"a:lvl{n}pPr", "a:defRPr") for n in range(1, 10))]
        if self.color is not None and not any(nearest is not None and nearest.getparent() is e for e in near):
            return self.color
        found = plain_color(nearest, self.sketch) if nearest is not None else None
        if nearest is not None and local(nearest) == "noFill":
            return Color(0, 0, 0, 0)
        return found or self.sketch.palette.named("tx1") or Color(0, 0, 0)


def length_of(layers: tuple[Element, ...], name: str) -> float:
    """A length (pt) that the first of some properties says; 0 where none does."""
    return (_whole(list(layers), name) or 0) / EMU


def said(layers: tuple[Element, ...], name: str) -> str:
    """The attribute of the first of some properties that has it."""
    return _text(list(layers), name)


def spacing(layers: tuple[Element, ...], name: str, pitch: float) -> float | None:
    """A spacing (`a:lnSpc` …) in pt, a share being one of `pitch`; None where none is said."""
    for layer in layers:
        element = child(layer, name)
        if element is not None:
            part, points = share(child(element, "a:spcPct")), whole(child(element, "a:spcPts"), "val")
            return points / 100 if points is not None else (1.0 if part is None else part) * pitch
    return None


def _whole(layers: list[Element], name: str) -> int | None:
    return next((value for e in layers if (value := whole(e, name)) is not None), None)


def _flag(layers: list[Element], name: str) -> bool:
    return bool(next((value for e in layers if (value := flag(e, name)) is not None), False))


def _text(layers: list[Element], name: str) -> str:
    return next((value for e in layers if (value := e.get(name)) is not None), "")
