"""STIX Two Math → the measures of its glyphs and the constants of its MATH table, in em."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

FAMILY = "STIX Two Math"

SCRIPT_SIZES = (1.0, 0.7, 0.55)
"""The sizes of text, scripts, and scripts of scripts (the font's ScriptPercentScaleDown and its second)."""


class Glyph(NamedTuple):
    """A glyph and its ink: widths and heights in em, its ink from `left` to `right`."""

    id: int
    advance: float
    ascent: float
    descent: float
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a glyph that is put together: how far its ends may overlap others, and its length."""

    glyph: int
    start: float
    end: float
    length: float
    repeats: bool


def font_file() -> Path:
    """The file of STIX Two Math (SIL Open Font License), as ziamath ships it.

    The package is found without being imported, which would cost 350 ms.
    """
    spec = find_spec("ziamath")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("the package ziamath, which holds the font of formulas, is not installed")
    return Path(spec.submodule_search_locations[0]) / "fonts" / "STIXTwoMath-Regular.ttf"


class MathFont:
    """Measures glyphs; every answer is kept, a font has a few hundred that formulas use."""

    def __init__(self, path: Path) -> None:
        import uharfbuzz as hb

        self._hb = hb
        self._face = hb.Face(hb.Blob.from_file_path(str(path)))
        self.font = hb.Font(self._face)
        self._em = float(self._face.upem)
        self._words: dict[str, tuple[Glyph, ...]] = {}
        self._glyphs: dict[int, Glyph] = {}
        self._variants: dict[tuple[int, bool], tuple[tuple[int, float], ...]] = {}
        self._characters = frozenset(self._face.unicodes)
        self.constants = {
            c.name: self.font.get_math_constant(c) / (100 if "PERCENT" in c.name else self._em)
            for c in hb.OTMathConstant
        }
        self.overlap = self.font.get_math_min_connector_overlap("ttb") / self._em

    def has(self, char: str) -> bool:
        """Whether the font draws a character."""
        return ord(char) in self._characters

    def shaped(self, text: str) -> tuple[Glyph, ...]:
        """The glyphs of a text, side by side, each with its advance as shaped."""
        known = self._words.get(text)
        if known is None:
            buffer = self._hb.Buffer()
            buffer.add_str(text)
            buffer.guess_segment_properties()
            self._hb.shape(self.font, buffer, {"kern": True, "liga": False})
            known = self._words[text] = tuple(
                self.glyph(info.codepoint)._replace(advance=position.x_advance / self._em)
                for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
            )
        return known

    def glyph(self, id: int) -> Glyph:
        """The measures of one glyph."""
        known = self._glyphs.get(id)
        if known is None:
            ink = self.font.get_glyph_extents(id)
            top, bottom = ink.y_bearing / self._em, (ink.y_bearing + ink.height) / self._em
            left = ink.x_bearing / self._em
            advance = self.font.get_glyph_h_advance(id) / self._em
            known = Glyph(id, advance, top, -bottom, left, left + ink.width / self._em)
            self._glyphs[id] = known
        return known

    def italic_correction(self, id: int) -> float:
        """How far a slanted glyph leans over its advance."""
        return float(self.font.get_math_glyph_italics_correction(id)) / self._em

    def top_accent(self, id: int) -> float:
        """Where over a glyph the middle of its accent stands."""
        return float(self.font.get_math_glyph_top_accent_attachment(id)) / self._em

    def variants(self, id: int, *, upright: bool) -> tuple[tuple[int, float], ...]:
        """The larger forms of a glyph and their heights (or widths), smallest first."""
        key = (id, upright)
        if key not in self._variants:
            found = self.font.get_math_glyph_variants(id, "ttb" if upright else "ltr")
            self._variants[key] = tuple((v.glyph, v.advance / self._em) for v in found)
        return self._variants[key]

    def assembly(self, id: int, *, upright: bool) -> tuple[Piece, ...]:
        """The parts of which a glyph of any height (or width) is put together, in order."""
        parts, _ = self.font.get_math_glyph_assembly(id, "ttb" if upright else "ltr")
        em = self._em
        return tuple(
            Piece(
                p.glyph,
                p.start_connector_length / em,
                p.end_connector_length / em,
                p.full_advance / em,
                bool(p.flags & self._hb.OTMathGlyphPartFlags.EXTENDER),
            )
            for p in parts
        )

    @property
    def em(self) -> float:
        """Font units to the em."""
        return self._em


@cache
def math_font() -> MathFont:
    """The font of formulas, opened once a process."""
    return MathFont(font_file())
