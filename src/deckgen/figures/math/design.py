"""Sizes and characters that the picture of a formula and its MathML share, so that both look alike."""

from __future__ import annotations

from deckgen.figures.math.tree import Grid, Table

ACCENTS = {
    "̂": "ˆ", "̌": "ˇ", "̃": "˜", "́": "´", "̀": "`", "̇": "˙", "̈": "¨", "⃛": "⃛", "̆": "˘", "̄": "¯", "⃗": "⃗", "̊": "˚",
}  # fmt: skip
"""The characters of accents that keep their width, by the combining character."""

STRETCHED = {"→": "⃗", "←": "⃖", "↔": "⃡"}
"""Arrows over and under a body: of these alone STIX Two Math has forms of every width that browsers find."""

DRAWN_OUT = {"̃": "˜", "̌": "ˇ"}
"""Wide accents that browsers do not stretch: they draw the narrow one out."""

LONG_ARROWS = {"→": "⟶", "←": "⟵", "↔": "⟷", "⇒": "⟹", "⇐": "⟸", "⇔": "⟺", "↦": "⟼"}
"""Arrows that carry text: browsers draw the long one as long as it is to be."""

ACCENT_GAP = 0.06
"""Em between a letter and its accent."""

ARROW_PADDING, SHORTEST_ARROW = 0.4, 1.6
"""Em on both sides of what stands on an arrow, and the least length of one."""

FRACTION_PADDING = 0.1
"""Em on both sides of a fraction."""

FRAME, FRAME_PADDING = 0.05, 0.2
"""The line round a boxed formula and the room within it, in em."""

RULE = 0.05
"""The thickness of a line between columns, in em."""

COLUMN_GAP, PAIR_GAP, CASES_GAP = 0.8, 2.0, 1.0
"""Em between the columns of a matrix, of two pairs of aligned formulas, of cases."""

ROW_GAPS = {
    Grid.MATRIX: 0.15, Grid.CASES: 0.15, Grid.ALIGNED: 0.35, Grid.GATHERED: 0.35, Grid.SMALL: 0.1,
    Grid.STACK: 0.05,
}  # fmt: skip
"""Em between the rows of a table."""

STRUT = (0.72, 0.28)
"""How far each row of a table rises above and falls below its baseline at least, in em."""

STYLESHEET = f"""\
math {{ font: 1em "STIX Two Math", math; letter-spacing: 0; line-height: normal; }}
math[display="block"] {{ display: inline math; }}
math mtable {{ display: inline-table; }}
math mfrac {{ padding: 0 {FRACTION_PADDING}em; }}
math .boxed {{ border: {FRAME}em solid; padding: {FRAME_PADDING}em; }}
"""
"""The rules of CSS that the MathML written here counts on."""


def cell_padding(table: Table, column: int) -> tuple[float, float]:
    """The space in em at the left and right of a cell."""
    last = len(table.aligns) - 1
    match table.grid:
        case Grid.ALIGNED:
            return (PAIR_GAP if column and column % 2 == 0 else 0.0), 0.0
        case Grid.CASES:
            return (CASES_GAP if column else 0.0), 0.0
        case Grid.GATHERED | Grid.STACK:
            return 0.0, 0.0
        case _:
            half = COLUMN_GAP / 2 if table.grid is Grid.MATRIX else COLUMN_GAP / 3
            return (half if column else 0.0), (half if column < last else 0.0)
