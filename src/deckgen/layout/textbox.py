"""Paragraphs waiting for a width → a placed text and the height that it needs."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from deckgen.layout.formulas import TOO_WIDE, growths, has_formula, placed_formulas, widest_formula
from deckgen.layout.setting import Setting
from deckgen.model import FORMULA, Align, Run, Size, Text, characters, plain
from deckgen.scene import Marker, Number, PlacedParagraph, PlacedText
from deckgen.text.measure import SLACK
from deckgen.theme import LINE_PITCH, LevelStyle


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph by its style's name and level; `block` indexes the blocks of its piece.

    `size` is beside that of the slide; `align` is None where the style's holds.
    """

    text: Text
    style: str
    level: int = 0
    marker: Marker | None = None
    lang: str | None = None
    block: int = 0
    size: Size = Size.NORMAL
    align: Align | None = None


def set_text(
    paras: Iterable[Para],
    style: str,
    width: float,
    setting: Setting,
    anchor: Literal["top", "middle", "bottom"] = "top",
) -> tuple[PlacedText, float]:
    """The paragraphs set in a box `width` pt wide whose style is `style`, and their height in pt."""
    placed: list[PlacedParagraph] = []
    height = drawn = 0.0
    sizes: set[Size] = set()
    for para in paras:
        sizes.add(para.size)
        found = _lines(para, width, setting)
        look, lines = found.look, found.lines
        rtl = setting.direction(characters(para.text), para.lang)
        before = look.before if placed else 0.0
        height += found.height + before
        made = PlacedParagraph(para.text, look, para.level, para.marker, lines, found.lang, rtl, para.block)
        placed.append(with_formulas(made, width, setting, drawn + before))
        drawn += before + len(lines) * LINE_PITCH * look.spacing * look.size + found.grown
    box = setting.at(setting.factor * setting.size(sizes.pop())) if len(sizes) == 1 else setting
    return PlacedText(box.style(style), tuple(placed), anchor, height=round(drawn, 3)), height


def with_formulas(made: PlacedParagraph, width: float, setting: Setting, top: float) -> PlacedParagraph:
    """A paragraph that begins `top` pt below its text's top, with the places of the formulas in it."""
    if not has_formula(made.text):
        return made
    shaped = setting.tools.measurer.shaped(made.text, made.look, made.lang)
    look = made.look
    blank = setting.tools.measurer.faces.widths("\u00a0", look.font, look.bold, look.italic)[0]
    return replace(made, formulas=placed_formulas(made, shaped, width, top, blank))


def drawn_height(paragraph: PlacedParagraph) -> float:
    """The height in pt of a paragraph as it is drawn."""
    look, lines = paragraph.look, paragraph.lines
    grown = sum(g.height for g in growths(paragraph.text, look, lines)) if paragraph.formulas else 0.0
    return round(len(lines) * LINE_PITCH * look.spacing * look.size + grown, 3)


def below_one_another(above: PlacedText, below: PlacedText) -> PlacedText:
    """Two texts in one box; the style is that of the upper one."""
    top = above.height + below.paragraphs[0].look.before
    lower = tuple(
        replace(p, formulas=tuple(replace(f, y=round(f.y + top, 3)) for f in p.formulas)) if p.formulas else p
        for p in below.paragraphs
    )
    return replace(above, paragraphs=above.paragraphs + lower, height=top + below.height)


def text_height(paras: Iterable[Para], width: float, setting: Setting) -> float:
    """The height in pt of the paragraphs in a box `width` pt wide; what `set_text` would answer."""
    height = 0.0
    for i, para in enumerate(paras):
        found = _lines(para, width, setting)
        height += found.height + (found.look.before if i else 0.0)
    return height


class _Lines(NamedTuple):
    """A paragraph's look and language, its lines and their height in pt, `grown` of it for formulas."""

    look: LevelStyle
    lang: str
    lines: tuple[int, ...]
    height: float
    grown: float = 0.0


def _lines(para: Para, width: float, setting: Setting) -> _Lines:
    """A paragraph's lines in `width` pt."""
    look = _look(para, setting)
    lang = para.lang or setting.lang or setting.tools.lang
    shaped = setting.tools.measurer.shaped(para.text, look, lang)
    room = max(width - look.indent, 1.0)
    lines = shaped.lines(room / look.size)
    pitch = LINE_PITCH if look.exact else shaped.pitch
    height = len(lines) * look.size * pitch * look.spacing
    if FORMULA not in shaped.text:
        return _Lines(look, lang, lines, height)
    if widest_formula(para.text, look.size) > room:
        return _Lines(look, lang, lines, TOO_WIDE)
    grown = sum(growth.height for growth in growths(para.text, look, lines))
    return _Lines(look, lang, lines, height + grown, grown)


def _look(para: Para, setting: Setting) -> LevelStyle:
    """How a paragraph looks: its style at its size, with room for its number and its lines at their side."""
    if para.size is not Size.NORMAL:
        setting = setting.at(setting.factor * setting.size(para.size))
    look = numbered_look(setting.style(para.style).level(para.level), para, setting)
    align = para.align or setting.align
    return setting.tools.styles.aligned(look, align) if align else look


def set_lines(paragraph: PlacedParagraph, width: float, setting: Setting) -> PlacedParagraph:
    """The paragraph with the lines that it has in `width` pt."""
    look = paragraph.look
    shaped = setting.tools.measurer.shaped(paragraph.text, look, paragraph.lang)
    made = replace(paragraph, lines=shaped.lines(max(width - look.indent, 1.0) / look.size))
    return with_formulas(made, width, setting, 0.0)


def numbered_look(look: LevelStyle, para: Para, setting: Setting) -> LevelStyle:
    """Room for the numbers of a list: as far out as its widest needs, with a third of an em after it."""
    if not isinstance(para.marker, Number):
        return look
    digits = "0" * len(str(para.marker.last)) if para.level % 3 == 0 else "m"
    shaped = setting.tools.measurer.shaped((Run(digits + "."),), look)
    hang = max(look.hang, math.ceil((shaped.width + 0.35) * look.size))
    return replace(look, hang=hang, indent=look.indent - look.hang + hang)


def widest_word(paras: Iterable[Para], setting: Setting) -> float:
    """The width in pt that a line needs to hold the widest stretch without a break."""
    widths = [0.0]
    for para in paras:
        look = _look(para, setting)
        shaped = setting.tools.measurer.shaped(para.text, look, para.lang or setting.tools.lang)
        widths.append(shaped.widest_word * (1 + SLACK) * look.size + look.indent)
    return max(widths)


def breaks_words(paras: Iterable[Para], width: float, setting: Setting) -> bool:
    """Whether a word is wider than its line of `width` pt; a web address may break, it has no syllables."""
    words = [para for para in paras if "://" not in plain(para.text)]
    return widest_word(words, setting) > width
