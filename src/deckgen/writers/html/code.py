"""Lines of code in a box → `span`s, a block for each line, its tokens in the colours of the theme."""

from __future__ import annotations

from markupsafe import Markup, escape

from deckgen.model import Run
from deckgen.scene import PlacedText
from deckgen.writers.html.flow import Language
from deckgen.writers.html.styles import Styles


def code_lines(text: PlacedText, styles: Styles, around: Language) -> Markup:
    """All lines, with their ends: what is copied is what was written."""
    made = []
    for line in text.paragraphs:
        look = styles.look(text.style.name, line.level, line.look)
        tokens = Markup("").join(_token(run, styles) for run in line.text)
        attributes = around.attributes(line.lang, line.rtl)
        made.append(Markup(f'<span class="line {look}"{attributes}>{tokens}\n</span>'))
    return Markup("").join(made)


def _token(run: Run, styles: Styles) -> Markup:
    if not run.token:
        return escape(run.text)
    return Markup('<span class="{}">{}</span>').format(styles.token(run.token), run.text)
