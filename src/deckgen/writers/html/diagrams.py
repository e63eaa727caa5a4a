"""A placed diagram → one drawing of its shapes and lines as SVG, and the places of its words over it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from markupsafe import Markup

from deckgen.figures.diagrams.ends import Head
from deckgen.figures.diagrams.geometry import Frame as Place
from deckgen.figures.diagrams.paths import Path, number, polygon, shape_path
from deckgen.figures.diagrams.shapes import words_in
from deckgen.figures.diagrams.sizes import Size
from deckgen.model import Diagram
from deckgen.scene import Connector, End, Frame, Group, Line, Placed, PlacedText, Shape
from deckgen.slots import Box
from deckgen.theme import ColorRef
from deckgen.writers.html.decorations import stroke
from deckgen.writers.html.styles import Styles

Point = tuple[float, float]

THIN = 2.0
"""The width in pt up to which a line has large heads; those of thinner ones are as large as this one's."""

LARGE, MEDIUM = 5.0, 3.0
"""How long and wide heads are, in the width of their line (ECMA-376, 20.1.10.31 and 20.1.10.33)."""

CROSS, CROSS_AWAY = 8.0, 7.0
"""The size in pt of a cross at an edge's end, and how far before the end its middle lies."""


def drawing(placed: Placed, group: Group, styles: Styles) -> Markup:
    """The `svg` of a diagram, as large as its box; its words stand over it as text of the page."""
    box = placed.box
    shapes = Markup("").join(_shapes(group, box, styles))
    size = f'width="{number(box.w)}" height="{number(box.h)}" viewBox="0 0 {number(box.w)} {number(box.h)}"'
    return Markup(f'<svg {size} overflow="visible" aria-hidden="true">{shapes}</svg>')


def described(placed: Placed) -> Markup:
    """The attributes that tell those who cannot see a diagram what it shows, or that it is decorative."""
    block = next((block for block in placed.blocks if isinstance(block, Diagram)), None)
    if block is None or not (block.alt or block.decorative):
        return Markup("")
    return (
        Markup(' role="img" aria-label="{}"').format(block.alt)
        if block.alt
        else Markup(' aria-hidden="true"')
    )


def words(group: Group) -> Iterator[Placed]:
    """The texts of a diagram, each in the room that its shape has for it."""
    for child in group.children:
        if isinstance(child.content, PlacedText):
            yield replace(child, box=_room(child.box, child.content.frame), content=_bare(child.content))


def _bare(text: PlacedText) -> PlacedText:
    return replace(text, frame=None)


def _room(box: Box, frame: Frame | None) -> Box:
    """Where the words of a shape stand."""
    if frame is None:
        return box
    inner = words_in(frame.shape, Place(box.x, box.y, box.w, box.h), frame.radius, flipped=frame.flipped)
    left, top, right, bottom = frame.padding
    return Box(
        round(inner.x + left, 2),
        round(inner.y + top, 2),
        round(inner.w - left - right, 2),
        round(inner.h - top - bottom, 2),
    )


def _shapes(group: Group, box: Box, styles: Styles) -> Iterator[Markup]:
    """The shapes and lines, from the back to the front."""
    for child in group.children:
        at = (child.box.x - box.x, child.box.y - box.y)
        size = Size(child.box.w, child.box.h)
        match child.content:
            case PlacedText(frame=Frame() as frame):
                path = shape_path(frame.shape, size, frame.radius, flipped=frame.flipped)
                yield from _outline(path, at, frame.fill, frame.line, styles)
            case Shape() as shape:
                yield from _outline(
                    shape_path(shape.shape, size, shape.radius), at, shape.fill, shape.line, styles
                )
            case Connector() as edge:
                yield from _edge(edge, box, styles)
            case _:
                pass


def _outline(
    path: Path, at: Point, fill: ColorRef | None, line: Line | None, styles: Styles
) -> Iterator[Markup]:
    """A shape: its outline filled and drawn, and what is drawn inside; nothing where it is not seen."""
    if fill is None and line is None:
        return
    moved = f'transform="translate({number(at[0])} {number(at[1])})"'
    paint = f"fill:{styles.color(fill) if fill else 'none'}"
    drawn = f";{stroke(line, styles)}" if line else ""
    yield Markup(f'<path {moved} d="{path[0]}" style="{paint}{drawn}"/>')
    if path[1] and line:
        yield Markup(f'<path {moved} d="{path[1]}" style="fill:none{drawn}"/>')


def _edge(edge: Connector, box: Box, styles: Styles) -> Iterator[Markup]:
    """A line, and what stands at its ends; it ends where an arrow begins to be thinner than itself."""
    points = [(x - box.x, y - box.y) for x, y in edge.points]
    width = edge.line.width
    size = MEDIUM * width if width > THIN else (LARGE if edge.large else MEDIUM) * THIN
    ends = ((edge.start, points[1], points[0]), (edge.end, points[-2], points[-1]))
    heads = [_head(end, before, at, size) for end, before, at in ends]
    shown = list(points)
    for n, (end, before, at) in zip((0, -1), ends, strict=True):
        if end.head is Head.ARROW:
            shown[n] = _towards(at, before, min(size * 0.8, _length(before, at)))
    drawn = "M" + "L".join(f"{number(x)},{number(y)}" for x, y in shown)
    yield Markup(f'<path d="{drawn}" style="fill:none;{stroke(edge.line, styles)}"/>')
    color = styles.color(edge.line.color)
    for (end, _, _), path in zip(ends, heads, strict=True):
        if end.head is Head.CROSS:
            line = replace(edge.line, dash="solid")
            yield Markup(f'<path d="{path}" style="fill:none;{stroke(line, styles)}"/>')
        elif path:
            yield Markup(f'<path d="{path}" style="fill:{color}"/>')


def _head(end: End, before: Point, at: Point, size: float) -> str:
    """The path of what stands at an end, "" for nothing."""
    match end.head:
        case Head.NONE:
            return ""
        case Head.ARROW:
            x, y = _towards(at, before, size)
            across = ((at[1] - y) / 2, (x - at[0]) / 2)
            return polygon([at, (x + across[0], y + across[1]), (x - across[0], y - across[1])])
        case Head.CIRCLE:
            r, n = number(size / 2), number
            arc = f"a{r},{r} 0 1 1 "
            return f"M{n(at[0] - size / 2)},{n(at[1])}{arc}{n(size)},0{arc}{n(-size)},0Z"
        case Head.CROSS:
            x, y = _towards(at, before, CROSS_AWAY)
            half, n = CROSS / 2, number
            return (
                f"M{n(x - half)},{n(y - half)}L{n(x + half)},{n(y + half)}"
                f"M{n(x - half)},{n(y + half)}L{n(x + half)},{n(y - half)}"
            )


def _length(a: Point, b: Point) -> float:
    return abs(a[0] - b[0]) + abs(a[1] - b[1])


def _towards(at: Point, other: Point, by: float) -> Point:
    """The point `by` pt from `at` towards `other`, which lies on an axis with it."""
    part = by / max(_length(at, other), 0.01)
    return at[0] + (other[0] - at[0]) * part, at[1] + (other[1] - at[1]) * part
