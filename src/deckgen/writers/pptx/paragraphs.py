"""A placed paragraph → its `a:pPr`: what its level does not say of margins, sides, distances and marker."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from deckgen.scene import Bullet, Number, PlacedParagraph
from deckgen.theme import LevelStyle
from deckgen.writers.pptx import styles
from deckgen.writers.pptx.markup import attribute

LAST_NUMBER = 32_767
"""The greatest number that a list may start at (DrawingML, ST_TextBulletStartAtNum)."""

_SCHEMES = ("arabicPeriod", "alphaLcPeriod", "romanLcPeriod")


def paragraph_properties(p: PlacedParagraph, base: LevelStyle, start_at: int, rtl: bool) -> str:
    """`a:pPr`, or nothing; `rtl` says that paragraphs of the level run from right to left by themselves."""
    marked = p.marker is not None
    attributes = styles.margins(p.look, base, marked)
    if p.level:
        attributes += f' lvl="{min(p.level, styles.LEVELS - 1)}"'
    if p.rtl or rtl or p.look.align != base.align:
        attributes += f' algn="{styles.alignment(p.look, p.rtl)}"'
    if p.rtl or rtl:
        attributes += f' rtl="{p.rtl:d}"'
    inner = styles.spacing(p.look, base) + _marker(p, base, start_at)
    return f"<a:pPr{attributes}>{inner}</a:pPr>" if inner else f"<a:pPr{attributes}/>" if attributes else ""


def _marker(p: PlacedParagraph, base: LevelStyle, start_at: int) -> str:
    match p.marker:
        case None:
            return "<a:buNone/>" if base.bullet else ""
        case Bullet():
            look = p.look if p.look.bullet else replace(p.look, bullet="•")
            return styles.bullet(look, base)
        case Number():
            same = base.bullet and base.bullet_color == p.look.bullet_color
            color = "" if same else styles.bullet_color(p.look)
            start = attribute("startAt", "" if start_at == 1 else min(max(start_at, 1), LAST_NUMBER))
            return f'{color}<a:buAutoNum type="{_SCHEMES[p.level % 3]}"{start}/>'
        case _:
            assert_never(p.marker)
