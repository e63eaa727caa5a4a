"""A look → how its lines stand in the cell of a table, where programs go by the font's own metrics.

In a text box LibreOffice takes 1.2 em for the pitch of every font; in a table's cells, as PowerPoint does
everywhere, it takes what the font says.  A row grows, and moves all below it, where a line needs more.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.model import Baseline, Text
from deckgen.text.capitals import capitals
from deckgen.text.faces import Face, FaceSet
from deckgen.text.measure import shown_as_capitals
from deckgen.theme import LINE_PITCH, SCRIPT_SIZE, SUB_SHIFT, LevelStyle


def cell_spacing(look: LevelStyle, faces: FaceSet) -> float:
    """The share of the font's own pitch at which lines stand as far apart as `look` has them elsewhere.

    Lines of a font that asks for more than `LINE_PITCH` have room for that, and are left so.
    """
    face = faces.face(look.font, look.bold, look.italic)
    return look.spacing * max(1.0, LINE_PITCH / face.own_pitch)


def cell_baseline(look: LevelStyle, faces: FaceSet) -> float:
    """How far below the cell's upper margin the first baseline lies, in em.

    What the spacing adds to the font's height (LibreOffice 7.4 counts no line gap into that) goes above the
    line; less spacing takes it away there.
    """
    face = faces.face(look.font, look.bold, look.italic)
    return face.ascent + (cell_spacing(look, faces) - 1) * (face.ascent + face.descent)


def cell_pitch(text: Text, look: LevelStyle, faces: FaceSet) -> float:
    """The greatest pitch in em of a line of `text` in a cell: with other fonts and subscripts in it."""
    base = faces.face(look.font, look.bold, look.italic)
    needed = max((face.own_pitch for face in _drawn_by(text, look, faces)), default=base.own_pitch)
    if any(run.baseline is Baseline.SUB for run in text):
        needed += max(0.0, SCRIPT_SIZE * base.descent - SUB_SHIFT - base.descent)
    return max(LINE_PITCH * look.spacing, needed * cell_spacing(look, faces))


def _drawn_by(text: Text, look: LevelStyle, faces: FaceSet) -> Iterator[Face]:
    """The faces that draw the characters of a text."""
    for run in text:
        if run.formula:
            continue
        bold = run.bold or look.bold
        face = faces.face("mono" if run.code else look.font, bold, run.italic or look.italic)
        yield face
        shown = "".join(capitals(run.text)) if shown_as_capitals(run, look) else run.text
        if not shown.isascii():
            yield from (other for _, other in faces.itemized(shown, face, bold) if other is not None)
