"""A character and a length → the glyph, or the glyphs put together, that reach it."""

from __future__ import annotations

from itertools import pairwise

from deckgen.figures.math.boxes import Box, Mark
from deckgen.figures.math.font import Glyph, MathFont, Piece

MOST_REPEATS = 200

BELOW, ABOVE = 0.05, 0.09
"""How much less and how much more than a form's height (em) a part may measure for it to be unsure whether a
browser, which rounds both to whole pixels, chooses that form or the next."""

EXACT = 1e-6


def steadied(font: MathFont, char: str, size: float, length: float) -> float:
    """A height at or over `length` for which every browser chooses the same form of a sign."""
    for _, reach in font.variants(font.shaped(char)[0].id, upright=True):
        if (reach - BELOW) * size < length < (reach + ABOVE) * size:
            return (reach + ABOVE) * size
    return length


def glyph_box(glyph: Glyph, size: float) -> Box:
    """One glyph by its ink."""
    mark = Mark(0.0, 0.0, glyph.id, size)
    return Box(glyph.advance * size, glyph.ascent * size, glyph.descent * size, (mark,))


def upright(font: MathFont, char: str, size: float, ascent: float, descent: float) -> Box:
    """A delimiter that covers `ascent` above to `descent` below the baseline, centred on that stretch."""
    found = _chosen(font, char, size, ascent + descent, vertical=True)
    shift = (ascent - descent) / 2 - (found.ascent - found.descent) / 2
    half = found.height / 2
    middle = (ascent - descent) / 2
    return Box(found.width, middle + half, half - middle, found.at(0.0, shift))


def level(font: MathFont, char: str, size: float, width: float) -> Box:
    """An arrow or brace at least `width` wide, its ink beginning at 0."""
    return _chosen(font, char, size, width, vertical=False)


def _chosen(font: MathFont, char: str, size: float, length: float, *, vertical: bool) -> Box:
    """The smallest form of `char` that reaches `length`, or as near to it as there is."""
    plain = font.shaped(char)[0]
    own = plain.ascent + plain.descent if vertical else plain.right - plain.left
    if own * size >= length - EXACT:
        return _alone(plain, size, vertical)
    forms = font.variants(plain.id, upright=vertical)
    for glyph, reach in forms:
        if reach * size >= length - EXACT:
            return _alone(font.glyph(glyph), size, vertical)
    pieces = font.assembly(plain.id, upright=vertical)
    if pieces:
        return _assembled(font, pieces, size, length, vertical)
    return _alone(font.glyph(forms[-1][0]) if forms else plain, size, vertical)


def _alone(glyph: Glyph, size: float, vertical: bool) -> Box:
    if vertical:
        return glyph_box(glyph, size)
    mark = Mark(-glyph.left * size, 0.0, glyph.id, size)
    return Box((glyph.right - glyph.left) * size, glyph.ascent * size, glyph.descent * size, (mark,))


def _assembled(font: MathFont, pieces: tuple[Piece, ...], size: float, length: float, vertical: bool) -> Box:
    """Pieces one on another, the repeating ones as often as needed, overlapping as much as is left over."""
    target = length / size
    for repeats in range(MOST_REPEATS):
        row = [p for piece in pieces for p in [piece] * (repeats if piece.repeats else 1)]
        joints = len(row) - 1
        full = sum(piece.length for piece in row)
        if not row or full - font.overlap * joints < target:
            continue
        # Where a piece claims no room to overlap (the font's arrowheads do), its neighbour's has to do.
        most = min((min(a.end or b.start, b.start or a.end) for a, b in pairwise(row)), default=0.0)
        overlap = min(max((full - target) / joints, font.overlap), max(most, font.overlap)) if joints else 0.0
        return _stacked(font, row, overlap, size, vertical)
    raise AssertionError("a font's assembly that does not grow")


def _stacked(font: MathFont, row: list[Piece], overlap: float, size: float, vertical: bool) -> Box:
    marks, at, side = [], 0.0, 0.0
    top = max(font.glyph(piece.glyph).ascent for piece in row)
    foot = max(font.glyph(piece.glyph).descent for piece in row)
    for piece in row:
        glyph = font.glyph(piece.glyph)
        if vertical:
            marks.append(Mark(0.0, (at + glyph.descent) * size, piece.glyph, size))
            side = max(side, glyph.advance)
        else:
            marks.append(Mark((at - glyph.left) * size, 0.0, piece.glyph, size))
        at += piece.length - overlap
    reach = (at + overlap) * size
    if vertical:
        return Box(side * size, reach, 0.0, tuple(marks))
    return Box(reach, top * size, foot * size, tuple(marks))
