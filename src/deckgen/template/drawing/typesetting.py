"""Words in a typeface → how wide they are, and their glyphs as SVG paths."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from deckgen.figures.outline import num
from deckgen.text.faces import Face

Faces = Callable[[str, bool, bool], Face]
"""The face of a family, bold or not, italic or not."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph as shaped: what it is called in its face, where it stands from its pen, how far the pen moves
    (all in em), and the character it begins with."""

    number: int
    x: float
    y: float
    advance: float
    cluster: int


@dataclass(slots=True)
class Typesetter:
    """Sets the words of a template.  `fonts` are the families that "+mj-lt" and "+mn-lt" stand for."""

    faces: Faces
    fonts: dict[str, str]
    _paths: dict[tuple[int, int], str] = field(default_factory=dict)

    def face(self, typeface: str, bold: bool, italic: bool) -> Face:
        """The face that a run names; the body's where it names none that is a Latin one."""
        family = self.fonts.get(typeface, typeface) if typeface else self.fonts.get("+mn-lt", "")
        return self.faces(family, bold, italic)

    def shaped(self, text: str, face: Face) -> list[Glyph]:
        """The glyphs of a text in the order in which they stand, from left to right."""
        import uharfbuzz as hb

        if not text:
            return []
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        hb.shape(face.font, buffer)
        em = float(face.em)
        return [
            Glyph(info.codepoint, at.x_offset / em, at.y_offset / em, at.x_advance / em, info.cluster)
            for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        ]

    def path(self, glyph: int, face: Face) -> str:
        """The outline of a glyph in units of its font, upwards."""
        key = (id(face), glyph)
        if key not in self._paths:
            pen = _Pen()
            face.font.draw_glyph_with_pen(glyph, pen)
            self._paths[key] = "".join(pen.pieces)
        return self._paths[key]

    def drawn(self, text: str, face: Face, size: float, at: tuple[float, float], tracking: float) -> str:
        """A text with its baseline beginning at a point, `size` pt large, as paths."""
        x, y = at
        scale, made = size / face.em, []
        for glyph in self.shaped(text, face):
            path = self.path(glyph.number, face)
            if path:
                place = f"translate({num(x + glyph.x * size)} {num(y - glyph.y * size)})"
                made.append(f'<path transform="{place} scale({scale:.6f} {-scale:.6f})" d="{path}"/>')
            x += glyph.advance * size + tracking
        return "".join(made)


@dataclass(slots=True)
class _Pen:
    """Writes the outline of a glyph as path data (the pen protocol of fontTools)."""

    pieces: list[str] = field(default_factory=list)

    def moveTo(self, p: tuple[float, float]) -> None:  # noqa: N802
        self.pieces.append(f"M{num(p[0])} {num(p[1])}")

    def lineTo(self, p: tuple[float, float]) -> None:  # noqa: N802
        self.pieces.append(f"L{num(p[0])} {num(p[1])}")

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self.pieces.append("C" + " ".join(f"{num(x)} {num(y)}" for x, y in points))

    def qCurveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self.pieces.append("Q" + " ".join(f"{num(x)} {num(y)}" for x, y in points))

    def closePath(self) -> None:  # noqa: N802
        self.pieces.append("Z")

    def endPath(self) -> None:  # noqa: N802
        """An open outline: nothing to draw."""
