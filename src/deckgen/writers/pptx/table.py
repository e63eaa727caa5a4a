"""A placed table → a graphic frame with a native table, and the table style that a deck's tables have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from uuid import NAMESPACE_URL, uuid5

from deckgen.scene import Placed, PlacedParagraph, PlacedText, Table, TableCell
from deckgen.slots import Box
from deckgen.text.cells import cell_baseline, cell_spacing
from deckgen.text.faces import FaceSet
from deckgen.text.lines import Extents, first_ascent
from deckgen.theme import ColorRef, LevelStyle, TextStyle, Theme
from deckgen.writers.pptx import formulas, styles
from deckgen.writers.pptx.colors import scheme_color, solid
from deckgen.writers.pptx.links import PartLinks
from deckgen.writers.pptx.markup import HEADER, A, emu, quoted
from deckgen.writers.pptx.package import PRESENTATION_ML
from deckgen.writers.pptx.text import TextWriter

STYLES_TYPE = f"{PRESENTATION_ML}.tableStyles+xml"
URI = "http://schemas.openxmlformats.org/drawingml/2006/table"

STYLE_ID = f"{{{str(uuid5(NAMESPACE_URL, 'deckgen:table-style')).upper()}}}"
"""The id of the table style that every deck has from its theme."""

EXCHANGED_ID = f"{{{str(uuid5(NAMESPACE_URL, 'deckgen:table-style:exchanged')).upper()}}}"
"""The id of the one for pages of a template that show light and dark the other way round."""

BAND = ColorRef("surface")
"""What every other row of a banded table stands on."""

_SIDES = ("left", "right", "top", "bottom", "insideH", "insideV")
_PADDING = ("marL", "marT", "marR", "marB")
_NO_LINE = '<a:lnB w="0"><a:noFill/></a:lnB>'


class TableWriter:
    """Writes the tables of one deck; what their cells inherit from the table style is made once."""

    def __init__(self, theme: Theme, text: TextWriter, style: str = STYLE_ID) -> None:
        self._style = style
        self._theme, self._text, self._faces = theme, text, FaceSet(theme)
        self._looks: dict[LevelStyle, LevelStyle] = {}
        self._bases = {head: TextStyle("cell", (inherited(theme, head=head),)) for head in (False, True)}

    def frame(
        self, placed: Placed, table: Table, id: int, filled: str, links: PartLinks, *, gaps: bool = False
    ) -> str:
        """`p:graphicFrame`; `filled` is the inside of its `p:nvPr`, the placeholder that it fills.

        With `gaps` there is room for the formulas in it, which are drawn over it.
        """
        x, y, w, h = (emu(side) for side in (placed.box.x, placed.box.y, placed.box.w, placed.box.h))
        return (
            f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{id}" name="{quoted(placed.name)}"/>'
            f'<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>'
            f"<p:nvPr>{filled}</p:nvPr></p:nvGraphicFramePr>"
            f'<p:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></p:xfrm>'
            f'<a:graphic><a:graphicData uri="{URI}">{self._table(table, links, gaps)}'
            f"</a:graphicData></a:graphic>"
            f"</p:graphicFrame>"
        )

    def _table(self, table: Table, links: PartLinks, gaps: bool) -> str:
        look = self._theme.table
        flags = (
            ("rtl", table.rtl), ("firstRow", table.header), ("firstCol", look.first_column),
            ("bandRow", look.banded and table.first % 2 == 0),
        )  # fmt: skip
        properties = "".join(f' {name}="1"' for name, holds in flags if holds)
        columns = "".join(f'<a:gridCol w="{width}"/>' for width in in_emu(table.widths))
        rows = "".join(
            f'<a:tr h="{height}">{"".join(self._row(table, n, links, gaps))}</a:tr>'
            for n, height in enumerate(in_emu(table.heights))
        )
        return (
            f"<a:tbl><a:tblPr{properties}><a:tableStyleId>{self._style}</a:tableStyleId></a:tblPr>"
            f"<a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl>"
        )

    def _row(self, table: Table, n: int, links: PartLinks, gaps: bool) -> Iterator[str]:
        head = table.header and n == 0
        open_below = n == len(table.rows) - 1 and not table.end and not head
        look = self._theme.table
        shaded = look.banded and look.first_column and not head and (table.first + n - table.header) % 2 == 0
        for i, cell in enumerate(table.rows[n]):
            base = self._bases[head]
            spanned = f' gridSpan="{cell.span}"' if cell.span > 1 else ""
            properties = _properties(cell, open_below, shaded and i == 0)
            yield f"<a:tc{spanned}>{self._body(cell.text, base, links, gaps)}{properties}</a:tc>"
            for _ in range(cell.span - 1):
                empty = "<a:txBody><a:bodyPr/><a:lstStyle/><a:p/></a:txBody>"
                yield f'<a:tc hMerge="1">{empty}<a:tcPr/></a:tc>'

    def _body(self, text: PlacedText, base: TextStyle, links: PartLinks, gaps: bool) -> str:
        """The cell's text against what the table style says; PowerPoint ignores a list style in cells."""
        set_anew = replace(text, paragraphs=tuple(self._spaced(p) for p in text.paragraphs))
        body = self._text.cell(set_anew, base, links, gaps=self._claims if gaps else None)
        return f"<a:txBody><a:bodyPr/><a:lstStyle/>{body}</a:txBody>"

    def _claims(self, look: LevelStyle) -> Extents:
        """What the font of a look claims of a line in a cell."""
        face = self._faces.face(look.font, look.bold, look.italic)
        return Extents(face.ascent, face.descent)

    def formulas(self, placed: Placed, table: Table) -> Iterator[formulas.Found]:
        """The formulas in the cells of a table, and where they stand."""
        y = placed.box.y
        for row, height in zip(table.rows, table.heights, strict=True):
            column = 0
            for cell in row:
                before, width = sum(table.widths[:column]), sum(table.widths[column : column + cell.span])
                x = placed.box.right - before - width if table.rtl else placed.box.x + before
                left, top, right, bottom = cell.padding
                box = Box(x + left, y + top, width - left - right, height - top - bottom)
                for found, run, look, where in formulas.places(cell.text, box):
                    lower = (cell_baseline(look, self._faces) - first_ascent(look.spacing)) * look.size
                    yield found, run, look, replace(where, y=where.y + lower)
                column += cell.span
            y += height

    def _spaced(self, p: PlacedParagraph) -> PlacedParagraph:
        """A paragraph with its lines as far apart in a cell as they were laid out."""
        if p.look not in self._looks:
            self._looks[p.look] = replace(p.look, spacing=round(cell_spacing(p.look, self._faces), 3))
        return replace(p, look=self._looks[p.look])


def _properties(cell: TableCell, open_below: bool, shaded: bool) -> str:
    """`a:tcPr`; `shaded`: programs leave the first column out of the bands, where it is set apart."""
    padding = "".join(f' {name}="{emu(side)}"' for name, side in zip(_PADDING, cell.padding, strict=True))
    inner = (_NO_LINE if open_below else "") + (solid(BAND) if shaded else "")
    return f"<a:tcPr{padding}>{inner}</a:tcPr>" if inner else f"<a:tcPr{padding}/>"


def in_emu(lengths: tuple[float, ...]) -> Iterator[int]:
    """Lengths (pt) that stand one after another, in EMU: their sum is not rounded more than once."""
    before, end = 0, 0.0
    for length in lengths:
        end += length
        yield emu(end) - before
        before = emu(end)


def inherited(theme: Theme, *, head: bool) -> LevelStyle:
    """How text looks in a cell that says nothing of its own: 18 pt, the rest by the table style."""
    style = theme.styles.get("table-head" if head else "table") or theme.styles["body"]
    look = style.level(0)
    font = "body" if look.font == "mono" else look.font
    # What a template says of its text at large may hold in cells, too: there each says its size.
    size = 0.0 if theme.template else styles.PLAIN.level(0).size
    return LevelStyle(size, font, look.color, look.bold, look.italic)


def table_styles_xml(theme: Theme) -> str:
    """The part that holds the table style."""
    style = table_style(theme, STYLE_ID, theme.title or theme.name)
    return f'{HEADER}<a:tblStyleLst xmlns:a="{A}" def="{STYLE_ID}">{style}</a:tblStyleLst>'


def table_style(theme: Theme, id: str, name: str) -> str:
    """`a:tblStyle`: rules and type, in the theme's colours and fonts."""
    look = theme.table
    borders = "".join(
        _rule(side, look.end_rule, look.end_width)
        if side == "bottom"
        else f"<a:{side}><a:ln><a:noFill/></a:ln></a:{side}>"
        for side in _SIDES
    )
    whole = f"<a:tcStyle><a:tcBdr>{borders}</a:tcBdr><a:fill><a:noFill/></a:fill></a:tcStyle>"
    band = f"<a:tcStyle><a:tcBdr/><a:fill>{solid(BAND)}</a:fill></a:tcStyle>"
    head = f"<a:tcStyle><a:tcBdr>{_rule('bottom', look.head_rule, look.head_width)}</a:tcBdr></a:tcStyle>"
    return (
        f'<a:tblStyle styleId="{id}" styleName="{quoted(name)}">'
        f"<a:wholeTbl>{_text_style(inherited(theme, head=False), theme)}{whole}</a:wholeTbl>"
        f"<a:band1H>{band}</a:band1H>"
        f'<a:firstCol><a:tcTxStyle b="on"/><a:tcStyle><a:tcBdr/></a:tcStyle></a:firstCol>'
        f"<a:firstRow>{_text_style(inherited(theme, head=True), theme)}{head}</a:firstRow>"
        f"</a:tblStyle>"
    )


def _text_style(look: LevelStyle, theme: Theme) -> str:
    slant = "".join(f' {name}="on"' for name, holds in (("b", look.bold), ("i", look.italic)) if holds)
    color = scheme_color(look.color)
    if theme.fonts[look.font].scheme:
        face = "major" if look.font == "heading" else "minor"
        font = f'<a:fontRef idx="{face}">{color}</a:fontRef>'
    else:
        font = f"<a:font>{styles.font(look.font, theme.fonts)}</a:font>"
    return f"<a:tcTxStyle{slant}>{font}{color}</a:tcTxStyle>"


def _rule(side: str, color: ColorRef, width: float) -> str:
    return f'<a:{side}><a:ln w="{emu(width)}" cmpd="sng">{solid(color)}</a:ln></a:{side}>'
