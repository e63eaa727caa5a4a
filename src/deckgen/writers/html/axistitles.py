"""The titles of a chart's axes → SVG text, a line below the other, in the runs of their author."""

from __future__ import annotations

from markupsafe import Markup, escape

from deckgen.figures.charts import Axis
from deckgen.model import Baseline, Role, Run, Text
from deckgen.scene import ChartFigure, PlacedText
from deckgen.text.cutting import lines_of
from deckgen.text.measure import run_size
from deckgen.theme import LINE_PITCH, SUB_SHIFT, SUPER_SHIFT
from deckgen.writers.html.inline import lang_attribute, linked
from deckgen.writers.html.styles import Styles, number

MIDDLE = 0.346
"""How far below the middle of a line its baseline lies, in em: (ascent - descent) / 2 of Arial."""

_SHIFTS = {Baseline.NORMAL: 0.0, Baseline.SUB: -SUB_SHIFT, Baseline.SUPER: -SUPER_SHIFT}


def axis_titles(chart: ChartFigure, styles: Styles) -> Markup:
    """Both titles, where there are any."""
    pairs = ((chart.x_title, chart.figure.x), (chart.y_title, chart.figure.y))
    return Markup("").join(_title(text, axis, styles) for text, axis in pairs if text and axis)


def _title(text: PlacedText, axis: Axis, styles: Styles) -> Markup:
    """The lines in the middle of the title's place; set on end, they are read upwards."""
    (paragraph,) = text.paragraphs
    look, at = paragraph.look, axis.title
    if at is None:
        return Markup("")
    drawn = Markup("")
    for n, line in enumerate(lines_of(paragraph.text, paragraph.lines)):
        across = (n + 0.5) * LINE_PITCH * look.size + MIDDLE * look.size
        where = f'x="{number(at.x + at.w / 2)}" y="{number(at.y + across)}"'
        if axis.turned:
            x, y = number(at.x + across), number(at.y + at.h / 2)
            where = f'transform="translate({x} {y}) rotate(-90)"'
        words = _runs(line, look.size, styles)
        language = lang_attribute(paragraph.lang)
        drawn += Markup(
            f'<text {where} text-anchor="middle" fill="{styles.color(look.color)}"{language}>{words}</text>'
        )
    return drawn


def _runs(line: Text, size: float, styles: Styles) -> Markup:
    """The runs of a line; each moves from the height of the one before to its own."""
    drawn, height = Markup(""), 0.0
    for run in line:
        wanted = _SHIFTS[run.baseline] * size
        look = _look(run, size, wanted - height, styles)
        words = escape(run.text)
        drawn += linked(run.href, Markup(f"<tspan{look}>{words}</tspan>") if look else words)
        height = wanted
    return drawn


def _look(run: Run, size: float, down: float, styles: Styles) -> str:
    """The attributes by which a run differs from its line."""
    theme, made = styles.theme, f' dy="{number(down)}"' if down else ""
    if run.bold:
        made += f' font-weight="{theme.fonts["body"].bold_weight}"'
    if run.italic:
        made += ' font-style="italic"'
    if run.struck:
        made += ' text-decoration="line-through"'
    if run.code:
        made += ' style="font-family:var(--font-mono)"'
    factor = run_size(run)
    if factor != 1:
        made += f' font-size="{number(factor * size)}px"'
    for role, color in ((Role.ACCENT, "accent1"), (Role.MUTED, "muted")):
        if role in run.roles:
            made += f' fill="var(--words-{color})"'
    return made + lang_attribute(run.lang)
