"""A placed table → a `table`: columns and rows as wide and high as they were laid out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from markupsafe import Markup

from deckgen.scene import Group, Part, Placed, PlacedParagraph, PlacedText, Table, TableCell
from deckgen.slots import Box
from deckgen.theme import ColorRef
from deckgen.writers.html.builds import part
from deckgen.writers.html.flow import Language, paragraph, shared_language
from deckgen.writers.html.styles import CELL, Styles, px

BAND = ColorRef("surface")
"""What every other row of a banded table stands on."""


def joined_tables(placed: Iterable[Placed]) -> tuple[Placed, ...]:
    """What is placed, the rows of a table that come one by one as one group."""

    def owner(item: Placed) -> int:
        return id(item.blocks[0]) if item.part is Part.TABLE and item.blocks else id(item)

    return tuple(_joined(list(items)) for _, items in groupby(placed, key=owner))


def _joined(items: list[Placed]) -> Placed:
    first = items[0]
    if len(items) == 1:
        return first
    height = round(items[-1].box.bottom - first.box.y, 2)
    whole = Box(first.box.x, first.box.y, first.box.w, height)
    return replace(first, name="", box=whole, content=Group(tuple(items)))


@dataclass(frozen=True, slots=True)
class TableMarkup:
    """Writes the inside of tables; `comes` has the clicks at which rows come, by their names."""

    styles: Styles
    comes: Mapping[str, int]

    def of(self, item: Placed, around: Language) -> Markup:
        """Columns, head and body of a table that stands whole, or of one whose rows come one by one."""
        items = item.content.children if isinstance(item.content, Group) else (item,)
        tables = [each.content for each in items if isinstance(each.content, Table)]
        columns = Markup("").join(Markup('<col style="width:{}">').format(px(w)) for w in tables[0].widths)
        rows = [row for each in items for row in self._rows(each, around, alone=len(items) == 1)]
        split = 1 if tables[0].header else 0
        head = Markup("<thead>{}</thead>").format(rows[0]) if split else ""
        body = Markup("").join(rows[split:])
        return Markup("<colgroup>{}</colgroup>{}<tbody>{}</tbody>").format(columns, head, body)

    def _rows(self, item: Placed, around: Language, *, alone: bool) -> Iterator[Markup]:
        table = item.content
        assert isinstance(table, Table)
        coming = Markup("" if alone else part(self.comes.get(item.name)))
        for n, (row, height) in enumerate(zip(table.rows, table.heights, strict=True)):
            head = table.header and n == 0
            cells = Markup("").join(self._cell(cell, head, i, around) for i, cell in enumerate(row))
            yield Markup('<tr style="height:{}"{}>{}</tr>').format(px(height), coming, cells)

    def _cell(self, cell: TableCell, head: bool, column: int, around: Language) -> Markup:
        """A cell; the name of its column or row where it is that."""
        own = shared_language(cell.text.paragraphs, around)
        left, top, right, bottom = (px(side) for side in cell.padding)
        attributes = Markup(' style="padding:{} {} {} {}"').format(top, right, bottom, left)
        attributes += around.attributes(own.lang, own.rtl)
        if cell.span > 1:
            attributes += Markup(' colspan="{}"').format(cell.span)
        named = column == 0 and cell.span == 1 and self.styles.theme.table.first_column
        tag, scope = ("th", "col") if head else ("th", "row") if named else ("td", "")
        scoped = Markup(' scope="{}"').format(scope) if scope else ""
        text = Markup("").join(
            self._paragraph(cell.text, item, own) for item in cell.text.paragraphs if item.text
        )
        return Markup(f"<{tag}{scoped}{attributes}>{text}</{tag}>")

    def _paragraph(self, text: PlacedText, item: PlacedParagraph, around: Language) -> Markup:
        look = self.styles.look(text.style.name, item.level, item.look, CELL)
        return paragraph(item, "p", f"{look} first", around)


def is_rtl_table(item: Placed) -> bool:
    """Whether the first column of a placed table stands at the right."""
    content = item.content.children[0].content if isinstance(item.content, Group) else item.content
    return isinstance(content, Table) and content.rtl


def table_rules(styles: Styles) -> list[tuple[str, str]]:
    """Selectors and declarations of the rules and bands of a theme's tables.

    Rules lie over the edges of rows, half above and half below, and take no room, as in PowerPoint.
    """
    look = styles.theme.table
    rules = [
        ("thead th::after", _rule(styles.color(look.head_rule), look.head_width)),
        ("tbody tr:last-child > *::after", _rule(styles.color(look.end_rule), look.end_width)),
    ]
    if look.banded:
        rules.append(("tbody tr:nth-child(odd)", f"background:{styles.color(BAND)}"))
    return rules


def _rule(color: str, width: float) -> str:
    return f"bottom:{px(-width / 2)};height:{px(width)};background:{color}"
