"""Words in a chart → DrawingML text: properties for what the program writes, and runs of the author's."""

from __future__ import annotations

from deckgen.model import Baseline, Run
from deckgen.scene import PlacedText
from deckgen.text.cutting import lines_of
from deckgen.theme import SUB_SHIFT, SUPER_SHIFT, ColorRef, Font, FontRole, LevelStyle
from deckgen.writers.pptx import styles
from deckgen.writers.pptx.colors import solid
from deckgen.writers.pptx.markup import escape, hundredths, quoted, share
from deckgen.writers.pptx.text import run_look

DEGREE = 60_000
"""The unit of angles in a degree (DrawingML, ST_Angle)."""


def text_properties(size: float, color: ColorRef, fonts: dict[FontRole, Font], turn: int = 0) -> str:
    """`c:txPr`: how the program sets words that it takes from the data; `turn` in degrees clockwise."""
    font = styles.font("body", fonts)
    return (
        f'<c:txPr><a:bodyPr rot="{turn * DEGREE}" vert="horz"/><a:lstStyle/><a:p><a:pPr>'
        f'<a:defRPr sz="{hundredths(size)}" b="0" i="0">{solid(color)}{font}</a:defRPr></a:pPr>'
        '<a:endParaRPr lang="en"/></a:p></c:txPr>'
    )


def plain_rich(text: str, properties: str) -> str:
    """`c:tx` of a label that the program words itself, set as `properties` (a `c:txPr`) say."""
    look = properties.partition("<a:defRPr")[2].partition("</a:defRPr>")[0]
    run = f'<a:r><a:rPr lang="en"{look}</a:rPr><a:t>{escape(text)}</a:t></a:r>'
    return f"<c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p>{run}</a:p></c:rich></c:tx>"


def rich(text: PlacedText, fonts: dict[FontRole, Font], turned: bool = False) -> str:
    """`c:tx` of an axis's title: a paragraph for each of its lines, so that every program breaks it alike.

    Links lead nowhere in a chart; their words stay.
    """
    made = "".join(
        f'<a:p><a:pPr algn="ctr"><a:defRPr{styles.run_attributes(p.look, None)}/></a:pPr>'
        + "".join(_run(run, p.look, p.lang, fonts) for run in line)
        + "</a:p>"
        for p in text.paragraphs
        for line in lines_of(p.text, p.lines)
    )
    rotation, sides = -90 * DEGREE if turned else 0, 'lIns="0" tIns="0" rIns="0" bIns="0"'
    body = f'<a:bodyPr rot="{rotation}" vert="horz" wrap="square" {sides} anchor="t"/>'
    return f"<c:tx><c:rich>{body}<a:lstStyle/>{made}</c:rich></c:tx>"


def _run(run: Run, look: LevelStyle, lang: str, fonts: dict[FontRole, Font]) -> str:
    shown = run_look(run, look, {})
    attributes = f' lang="{quoted(run.lang or lang)}"' + styles.run_attributes(shown, None)
    if run.struck:
        attributes += ' strike="sngStrike"'
    if run.baseline is not Baseline.NORMAL:
        attributes += f' baseline="{share(SUB_SHIFT if run.baseline is Baseline.SUB else SUPER_SHIFT)}"'
    inner = solid(shown.color) + styles.font(shown.font, fonts)
    return f"<a:r><a:rPr{attributes}>{inner}</a:rPr><a:t>{escape(run.text)}</a:t></a:r>"
