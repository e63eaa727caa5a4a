"""A shape's own paths (`a:custGeom`) → outlines in pt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, get_args

from deckgen.figures.outline import Outline, Point, Shade
from deckgen.template.drawing.colors import DEGREE
from deckgen.template.drawing.guides import evaluated, presets, value_of
from deckgen.template.xml import children, elements, flag, local, whole

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

EMU: Final = 12_700
"""English Metric Units in a pt."""

_MOST_PIECES: Final = 100_000
_SHADES: Final = get_args(Shade)


def custom_outlines(geometry: Element, width: float, height: float) -> list[Outline]:
    """The outlines of a shape that is `width` by `height` pt.

    Each path has a size of its own (w, h), to which its coordinates belong; without one they are EMU.
    """
    guides = evaluated(
        [*children(geometry, "a:avLst", "a:gd"), *children(geometry, "a:gdLst", "a:gd")],
        presets(width * EMU, height * EMU),
    )
    return [_outline(path, guides, width, height) for path in children(geometry, "a:pathLst", "a:path")]


def _outline(path: Element, guides: dict[str, float], width: float, height: float) -> Outline:
    across, down = whole(path, "w") or 0, whole(path, "h") or 0
    scale = (width / across if across > 0 else 1 / EMU, height / down if down > 0 else 1 / EMU)
    shade = path.get("fill", "norm")
    outline = Outline(
        next((known for known in _SHADES if known == shade), "norm"), flag(path, "stroke") is not False
    )
    for piece in list(elements(path))[:_MOST_PIECES]:
        points = [_point(point, guides, scale) for point in children(piece, "a:pt")]
        arc = tuple(value_of(piece.get(name, ""), guides) for name in ("wR", "hR", "stAng", "swAng"))
        _draw(outline, local(piece), points, arc, scale)
    return outline


def _point(point: Element, guides: dict[str, float], scale: Point) -> Point:
    x, y = (value_of(point.get(name, ""), guides) for name in ("x", "y"))
    return x * scale[0], y * scale[1]


def _draw(outline: Outline, piece: str, points: list[Point], arc: tuple[float, ...], scale: Point) -> None:
    match piece, points:
        case "moveTo", [point]:
            outline.move(*point)
        case "lnTo", [point]:
            outline.line(point)
        case "cubicBezTo", [a, b, end]:
            outline.cubic(a, b, end)
        case "quadBezTo", [a, end]:
            outline.quad(a, end)
        case "arcTo", _:
            across, down, start, sweep = arc
            outline.arc(across * scale[0], down * scale[1], start / DEGREE, sweep / DEGREE)
        case "close", _:
            outline.close()
