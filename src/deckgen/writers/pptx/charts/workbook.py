"""The cells of a worksheet → the bytes of a workbook that spreadsheet programs open.

SpreadsheetML (ECMA-376, part 1, 18) in its smallest form, written here because a deck may have a hundred
charts, and because the same numbers are to give the same bytes.
"""

from __future__ import annotations

from deckgen.writers.pptx.charts.sheet import NAME, Cell, Sheet, letters
from deckgen.writers.pptx.markup import HEADER, R, escape
from deckgen.writers.pptx.package import Package, Relationships

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_ML = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

_WORKBOOK = (
    f'{HEADER}<workbook xmlns="{_NS}" xmlns:r="{R}"><sheets><sheet name="{NAME}" sheetId="1" r:id="rId1"/>'
    "</sheets></workbook>"
)
_NO_BORDER = "<border><left/><right/><top/><bottom/><diagonal/></border>"
_PLAIN = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"'
_STYLES = (
    f'{HEADER}<styleSheet xmlns="{_NS}">'
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    f'<borders count="1">{_NO_BORDER}</borders><cellStyleXfs count="1">{_PLAIN}/></cellStyleXfs>'
    f'<cellXfs count="1">{_PLAIN} xfId="0"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


def workbook(sheet: Sheet) -> bytes:
    """The .xlsx with one sheet."""
    package = Package()
    package.root.to("officeDocument", "xl/workbook.xml")
    relationships = Relationships()
    relationships.to("worksheet", "worksheets/sheet1.xml")
    relationships.to("styles", "styles.xml")
    package.add("xl/workbook.xml", f"{_ML}.sheet.main+xml", _WORKBOOK, relationships)
    package.add("xl/worksheets/sheet1.xml", f"{_ML}.worksheet+xml", _worksheet(sheet))
    package.add("xl/styles.xml", f"{_ML}.styles+xml", _STYLES)
    return package.to_bytes()


def _worksheet(sheet: Sheet) -> str:
    names = [letters(n) for n in range(len(sheet.columns))]
    rows = "".join(
        f'<row r="{r}">'
        + "".join(
            _cell(f"{name}{r}", column[r - 1])
            for name, column in zip(names, sheet.columns, strict=True)
            if r <= len(column)
        )
        + "</row>"
        for r in range(1, max(map(len, sheet.columns)) + 1)
    )
    return f'{HEADER}<worksheet xmlns="{_NS}"><sheetData>{rows}</sheetData></worksheet>'


def _cell(reference: str, value: Cell) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, str):
        return f'<c r="{reference}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
    return f'<c r="{reference}"><v>{plain_number(value)}</v></c>'


def plain_number(value: float) -> str:
    """A number as XML holds it: the shortest that reads back as the same."""
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
