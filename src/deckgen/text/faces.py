"""A font role, weight and slant → a face that measures characters, and the faces that help it out."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from functools import cache

import uharfbuzz as hb

from deckgen.fonts import files
from deckgen.fonts.families import FALLBACK_FAMILY
from deckgen.fonts.files import FontFile, pinned_axes
from deckgen.text.direction import script_of
from deckgen.theme import LINE_PITCH, Font, FontRole, Theme

EAST_ASIAN = {"Hani", "Kana", "Hang"}
COMPLEX = {"Arab", "Hebr", "Thai", "Deva"}

UNLIGATED = {"liga": False, "clig": False}
"""Features of letters that stand apart: browsers join none of them (CSS Text 3, "letter-spacing")."""

MISSING_WIDTH = 1.0
"""Width in em guessed for a character that no font here has: as wide as an ideograph."""


class Face:
    """One static face: measures text in em.  `own_pitch` is the line pitch that the font itself asks for."""

    def __init__(self, file: FontFile, weight: int) -> None:
        self.file, self.weight = file, weight
        self._face = file.opened()
        self._font = hb.Font(self._face)
        if file.variable:
            self._font.set_variations(pinned_axes(self._face, weight))
        self._characters = frozenset(self._face.unicodes)
        self._em = float(self._face.upem)
        extents = self._font.get_font_extents("ltr")
        self.ascent: float = extents.ascender / self._em
        self.descent: float = -extents.descender / self._em
        self.own_pitch: float = self.ascent + self.descent + extents.line_gap / self._em
        # PowerPoint goes by the font's own pitch where that is larger.
        self.pitch = max(LINE_PITCH, self.own_pitch)

    def has(self, char: str) -> bool:
        """Whether the font draws the character."""
        return ord(char) in self._characters

    @property
    def font(self) -> hb.Font:
        """The face as HarfBuzz shapes and draws it, its axes pinned."""
        return self._font

    @property
    def em(self) -> float:
        """The units of the font in an em."""
        return self._em

    def widths(self, text: str, ligatures: bool = True) -> tuple[float, ...]:
        """The advance of each character in em, as shaped: kerning and, unless told otherwise, ligatures."""
        if not text:
            return ()
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        hb.shape(self._font, buffer, None if ligatures else UNLIGATED)
        widths = [0.0] * len(text)
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            widths[info.cluster] += position.x_advance
        return tuple(w / self._em for w in widths)


@cache
def face_of(file: FontFile, weight: int) -> Face:
    """The face of a file, opened once a process."""
    return Face(file, weight if file.variable else file.weight)


@dataclass(slots=True)
class FaceSet:
    """The faces of a theme by role, with what stands in where they lack a character.

    `missing` collects the characters that no font here has (`reported`: those that the author was
    told of), `stand_ins` the others' faces.
    """

    theme: Theme
    missing: set[str] = field(default_factory=set)
    reported: set[str] = field(default_factory=set)
    stand_ins: dict[tuple[str, bool], Face | None] = field(default_factory=dict)
    _by_role: dict[tuple[FontRole, bool, bool], Face] = field(default_factory=dict)

    def face(self, role: FontRole, bold: bool = False, italic: bool = False) -> Face:
        """The face that a role is measured with."""
        key = (role, bold, italic)
        if key not in self._by_role:
            self._by_role[key] = role_face(self.theme.fonts[role], bold, italic)
        return self._by_role[key]

    def stand_in(self, char: str, bold: bool) -> Face | None:
        """A face that draws `char` where the theme's does not: Noto Sans, then the system's fonts."""
        key = (char, bold)
        if key not in self.stand_ins:
            self.stand_ins[key] = _covering(char, 700 if bold else 400)
            if self.stand_ins[key] is None:
                self.missing.add(char)
        return self.stand_ins[key]

    def script_families(self) -> dict[str, str]:
        """The family that most often stands in for East Asian ("ea") and for complex scripts ("cs")."""
        families: dict[str, Counter[str]] = {"ea": Counter(), "cs": Counter()}
        for (char, _), face in self.stand_ins.items():
            script = script_of(char)
            kind = "ea" if script in EAST_ASIAN else "cs" if script in COMPLEX else ""
            if face and kind:
                families[kind][face.file.family] += 1
        return {kind: counted.most_common(1)[0][0] for kind, counted in families.items() if counted}

    def widths(
        self, text: str, role: FontRole, bold: bool, italic: bool, ligatures: bool = True
    ) -> tuple[float, ...]:
        """The advance of each character in em, each in the face that draws it."""
        face = self.face(role, bold, italic)
        if text.isascii() or all(face.has(c) or follows(c) for c in text):
            return face.widths(text, ligatures)
        widths: list[float] = []
        for part, drawn_by in self.itemized(text, face, bold):
            widths += drawn_by.widths(part, ligatures) if drawn_by else (MISSING_WIDTH,) * len(part)
        return tuple(widths)

    def itemized(self, text: str, face: Face, bold: bool) -> list[tuple[str, Face | None]]:
        """The text cut where the face that draws it changes; marks and spaces stay with what they follow."""
        parts: list[tuple[str, Face | None]] = []
        for char in text:
            if parts and (follows(char) or (char == " " and parts[-1][1])):
                chosen = parts[-1][1]
            else:
                chosen = face if face.has(char) or follows(char) else self.stand_in(char, bold)
            if parts and parts[-1][1] is chosen:
                parts[-1] = (parts[-1][0] + char, chosen)
            else:
                parts.append((char, chosen))
        return parts


def role_face(font: Font, bold: bool, italic: bool) -> Face:
    """The face that a theme's font is measured with; Noto Sans where its family is nowhere here."""
    weight = font.bold_weight if bold else font.weight
    file = files.find(font.family, weight, italic, font.own) or files.find(FALLBACK_FAMILY, weight, italic)
    if file is None:
        raise RuntimeError(f"no font file: the package of {FALLBACK_FAMILY} is not installed")
    return face_of(file, weight)


def follows(char: str) -> bool:
    """Whether a character is drawn with the one before it, or not at all: marks, joiners, controls."""
    return unicodedata.category(char) in {"Mn", "Me", "Cf", "Cc"}


def _covering(char: str, weight: int) -> Face | None:
    """The first face that has the character: the packaged fallback, then the system's, sans first."""
    packaged = files.find(FALLBACK_FAMILY, weight, False)
    if packaged and face_of(packaged, weight).has(char):
        return face_of(packaged, weight)
    families = sorted(files.installed(), key=lambda f: ("sans" not in f, "mono" in f, f))
    for family in families:
        file = files.find(family, weight, False)
        if file and ord(char) in _characters(file):
            return face_of(file, weight)
    return None


@cache
def _characters(file: FontFile) -> frozenset[int]:
    return frozenset(file.opened().unicodes)
