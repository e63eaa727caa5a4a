"""The text of a shape (`p:txBody`) → outlines of its glyphs, broken into lines and put in their places."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from deckgen.figures.outline import num
from deckgen.template.drawing.colors import color_in
from deckgen.template.drawing.custom import EMU
from deckgen.template.drawing.sketch import Sketch
from deckgen.template.drawing.space import Place
from deckgen.template.drawing.textstyle import Cascade, RunLook, length_of, said, spacing
from deckgen.template.xml import child, children, elements, local, share, whole
from deckgen.text.breaking import opportunities
from deckgen.text.faces import Face
from deckgen.text.measure import Shaped

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

Numbered = Callable[[str], str]
"""Markup that holds the slide's number."""

_MOST: Final = 5000
"""Characters of a shape that are drawn."""

_ACROSS, _DOWN = 91_440, 45_720
"""Insets of a shape that says nothing of them (ECMA-376-1, 21.1.2.1.1), in EMU."""

_ROUND: Final = 1 - math.sqrt(0.5)


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    look: RunLook
    face: Face


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a paragraph: pieces with their x (pt), where its baseline is from its top, its height."""

    pieces: tuple[tuple[_Piece, float, float], ...]
    baseline: float
    height: float


def text_in(
    shape: Element, style: Element | None, sketch: Sketch, place: Place
) -> tuple[str, list[Numbered]]:
    """The text of a shape; apart from it what is not the same on every slide, for its number is in it."""
    body = child(shape, "p:txBody")
    paragraphs = children(body, "a:p")
    if body is None or not any(local(run) in ("r", "fld") for p in paragraphs for run in elements(p)):
        return "", []
    cascade = _cascade(body, style, sketch)

    def drawn(number: str) -> str:
        return place.upright(set_text(body, cascade, place.w, place.h, number, _rounded(shape)))

    if any(field.get("type") == "slidenum" for p in paragraphs for field in children(p, "a:fld")):
        return "", [drawn]
    return drawn(""), []


def _cascade(body: Element, style: Element | None, sketch: Sketch) -> Cascade:
    ref = child(style, "a:fontRef")
    typeface = {"major": "+mj-lt", "minor": "+mn-lt"}.get(ref.get("idx", "") if ref is not None else "", "")
    near = child(body, "a:lstStyle")
    blank = body.makeelement("none") if near is None else near
    scale = share(child(body, "a:bodyPr", "a:normAutofit"), "fontScale") or 1.0
    color = color_in(ref, sketch.palette)
    return Cascade((blank, *sketch.studio.text_styles), sketch, color, typeface, scale)


def _rounded(shape: Element) -> float:
    """The share of a shape's width and height that text keeps off on each side, as in an ellipse."""
    preset = child(shape, "p:spPr", "a:prstGeom")
    return _ROUND / 2 if preset is not None and preset.get("prst") == "ellipse" else 0.0


def set_text(
    body: Element, cascade: Cascade, width: float, height: float, number: str = "", off: float = 0.0
) -> str:
    """A text in a box of a size in pt, from its corner; `number` is the slide's."""
    properties = child(body, "a:bodyPr")
    turned = {"vert": 90, "eaVert": 90, "vert270": -90}.get(
        properties.get("vert", "") if properties is not None else "", 0
    )
    if turned:
        width, height = height, width
    left, top, right, bottom = (
        (default if (given := whole(properties, name)) is None else given) / EMU
        for name, default in (("lIns", _ACROSS), ("tIns", _DOWN), ("rIns", _ACROSS), ("bIns", _DOWN))
    )
    left, right, top, bottom = (
        left + off * width,
        right + off * width,
        top + off * height,
        bottom + off * height,
    )
    room = max(width - left - right, 1.0)
    wraps = properties is None or properties.get("wrap") != "none"
    lines = [line for p in children(body, "a:p") for line in _paragraph(p, cascade, room, number, wraps)]
    total = sum(line.height for line in lines)
    anchor = properties.get("anchor", "t") if properties is not None else "t"
    y = {"ctr": (top + height - bottom - total) / 2, "b": height - bottom - total}.get(anchor, top)
    made = []
    for line in lines:
        made += [_drawn(piece, left + x, y + line.baseline, wide, cascade) for piece, x, wide in line.pieces]
        y += line.height
    inner = "".join(made)
    if not turned or not inner:
        return inner
    shift = f"translate({num(height)} 0)" if turned > 0 else f"translate(0 {num(width)})"
    return f'<g transform="{shift} rotate({turned})">{inner}</g>'


def _paragraph(paragraph: Element, cascade: Cascade, room: float, number: str, wraps: bool) -> list[_Line]:
    """The lines of a paragraph in a room (pt); the space above it belongs to the first, below to the last."""
    own = child(paragraph, "a:pPr")
    layers = cascade.paragraph(own)
    pieces = _pieces(paragraph, layers, cascade, number)
    if not pieces:
        look = cascade.run(child(paragraph, "a:endParaRPr"), layers)
        pieces = [_Piece("", look, _face(look, cascade))]
    margin = length_of(layers, "marL")
    indent = length_of(layers, "indent")
    bullet = _bullet(layers, cascade, pieces[0])
    align = said(layers, "algn") or "l"
    text = "".join(piece.text for piece in pieces)
    edges = tuple(accumulate(_widths(pieces, cascade), initial=0.0))
    free = room - margin
    ends = _ends(text, edges, free if wraps else math.inf)
    lines = []
    for start, end in zip((0, *ends[:-1]), ends, strict=True):
        first = start == 0
        begins = margin + (indent if first and bullet is None else 0.0)
        visible = len(text[:end].rstrip(" \t\n\u200b")) if end > start else end
        wide = edges[max(visible, start)] - edges[start]
        shift = {"ctr": (room - begins - wide) / 2, "r": room - begins - wide}.get(align, 0.0) + begins
        placed = _cut(pieces, start, max(visible, start), edges, shift)
        if first and bullet is not None:
            hang = bullet, max(shift + indent, 0.0), 0.0
            placed = (hang, *placed)
        lines.append(_line(placed, pieces, layers))
    return _spaced(lines, layers, pieces)


def _pieces(paragraph: Element, layers: tuple[Element, ...], cascade: Cascade, number: str) -> list[_Piece]:
    """The runs of a paragraph; a line break is a line end."""
    pieces, length = [], 0
    for run in elements(paragraph):
        if local(run) not in ("r", "br", "fld"):
            continue
        look = cascade.run(child(run, "a:rPr"), layers)
        text = "\n" if local(run) == "br" else "".join(e.text or "" for e in children(run, "a:t"))
        if local(run) == "fld" and run.get("type") == "slidenum":
            text = number
        text = text.replace("\v", "\n").replace("\t", "    ")[: _MOST - length]
        text = text.upper() if look.capitals else text
        length += len(text)
        if text:
            pieces.append(_Piece(text, look, _face(look, cascade)))
    return pieces


def _face(look: RunLook, cascade: Cascade) -> Face:
    return cascade.sketch.studio.typesetter.face(look.typeface, look.bold, look.italic)


def _bullet(layers: tuple[Element, ...], cascade: Cascade, first: _Piece) -> _Piece | None:
    """The bullet of a paragraph that has one, set as its first run."""
    for layer in layers:
        for element in elements(layer):
            if local(element) == "buNone":
                return None
            if local(element) == "buChar" and first.text:
                char = element.get("char", "")[:3]
                char = char if all(first.face.has(c) for c in char) else "•"
                given = (color_in(child(at, "a:buClr"), cascade.sketch.palette) for at in layers)
                color = next((found for found in given if found), None)
                return replace(first, text=char, look=replace(first.look, color=color or first.look.color))
    return None


def _widths(pieces: list[_Piece], cascade: Cascade) -> list[float]:
    """The width of each character in pt."""
    widths: list[float] = []
    for piece in pieces:
        own = [0.0] * len(piece.text)
        for glyph in cascade.sketch.studio.typesetter.shaped(piece.text.replace("\n", "\u200b"), piece.face):
            own[glyph.cluster] += glyph.advance * piece.look.size + piece.look.tracking
        widths += own
    return widths


def _ends(text: str, edges: tuple[float, ...], room: float) -> tuple[int, ...]:
    """The offsets at which lines end."""
    breaks = [b for b in opportunities(text) if b.offset < len(text)]
    ends = (*(b.offset for b in breaks), len(text))
    reach = accumulate((edges[len(text[:end].rstrip(" \n\t"))] for end in ends), max)
    forced = frozenset(b.offset for b in breaks if b.mandatory)
    return Shaped(text, edges, ends, tuple(reach), forced, 0.0).lines(max(room, 1.0), slack=0.0)


def _cut(
    pieces: list[_Piece], start: int, end: int, edges: tuple[float, ...], shift: float
) -> tuple[tuple[_Piece, float, float], ...]:
    """The parts of pieces in a line from `start` to `end`, each with its x and width."""
    placed, at = [], 0
    for piece in pieces:
        a, b = max(start, at), min(end, at + len(piece.text))
        if a < b:
            part = replace(piece, text=piece.text[a - at : b - at])
            placed.append((part, shift + edges[a] - edges[start], edges[b] - edges[a]))
        at += len(piece.text)
    return tuple(placed)


def _line(
    placed: tuple[tuple[_Piece, float, float], ...], pieces: list[_Piece], layers: tuple[Element, ...]
) -> _Line:
    """A line as high as its tallest piece asks for."""
    tall = [piece for piece, _, _ in placed] or pieces[-1:]
    ascent = max(piece.face.ascent * piece.look.size for piece in tall)
    natural = max(piece.face.own_pitch * piece.look.size for piece in tall)
    descent = max(natural - ascent, 0.0)
    pitch = spacing(layers, "a:lnSpc", natural)
    height = natural if pitch is None else max(pitch, 0.0)
    return _Line(placed, height - descent, height)


def _spaced(lines: list[_Line], layers: tuple[Element, ...], pieces: list[_Piece]) -> list[_Line]:
    size = max(piece.look.size for piece in pieces)
    before = spacing(layers, "a:spcBef", size * 1.2) or 0.0
    after = spacing(layers, "a:spcAft", size * 1.2) or 0.0
    first = lines[0]
    lines[0] = replace(first, baseline=first.baseline + before, height=first.height + before)
    lines[-1] = replace(lines[-1], height=lines[-1].height + after)
    return lines


def _drawn(piece: _Piece, x: float, y: float, wide: float, cascade: Cascade) -> str:
    """A piece with its baseline at a point."""
    look, face = piece.look, piece.face
    if not look.color.alpha:
        return ""
    y -= look.rise * look.size * 1.5
    paths = cascade.sketch.studio.typesetter.drawn(piece.text, face, look.size, (x, y), look.tracking)
    if look.underlined and wide:
        thick = max(look.size / 18, 0.5)
        paths += f'<rect x="{num(x)}" y="{num(y + thick)}" width="{num(wide)}" height="{num(thick)}"/>'
    opacity = f' fill-opacity="{num(look.color.alpha)}"' if look.color.alpha < 1 else ""
    return f'<g fill="{look.color.hex}"{opacity}>{paths}</g>' if paths else ""
