"""Blocks that are computed or typeset: tables, charts, code, formulas, diagrams."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from deckgen.diagnostics import Span
from deckgen.figures import charts
from deckgen.figures.code import Lines
from deckgen.figures.formula import Formula
from deckgen.model.common import Align, Common, Visual
from deckgen.model.text import Text

if TYPE_CHECKING:
    from deckgen.figures.diagrams.flowchart import Flowchart


@dataclass(frozen=True, slots=True, kw_only=True)
class TableColumn:
    """A column of a table: its alignment (None: by what stands in it) and its share (0-1) of the width."""

    align: Align | None = None
    width: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Common):
    """`table`: rows of cells, all of one length; the first `header` rows (0 or 1) name the columns.

    A cell is known by the numbers (from 0) of its row, the header's counted, and its column: `numbers`
    are the values of cells and the spreadsheet formats in which these are shown, `emphasized` cells
    stand out.  `more` rows are left out after the last.  `whole` are the rows of the table that this is a
    part of, by which its columns get their widths.
    """

    rows: tuple[tuple[Text, ...], ...]
    header: int = 1
    columns: tuple[TableColumn, ...]
    caption: Text = ()
    numbers: Mapping[tuple[int, int], tuple[float, str]] = field(default_factory=dict)
    emphasized: frozenset[tuple[int, int]] = frozenset()
    more: int = 0
    whole: Table | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart(Visual):
    """`chart`: numbers drawn to scale, under a title; its axes may have titles as well."""

    chart: charts.Chart
    title: Text = ()
    x_title: Text = ()
    y_title: Text = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Code(Common):
    """`code`: lines of a program, each of runs that know their syntax.

    `first` is the number of the first line in its file, which `numbers` shows.  `steps` are the lines that
    are pointed out one step after the other, as ranges of the file's numbers; an empty step points out
    none.  `ruler` is the longest line of the listing that this is a part of: all parts are set alike.
    `origin` is where the first line stands in the outline, None for what comes from a file.
    """

    lines: tuple[Text, ...]
    first: int = 1
    numbers: bool = False
    steps: tuple[Lines, ...] = ()
    ruler: str = ""
    origin: Span | None = None
    caption: Text = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Math(Common):
    """`math`: a formula on a line of its own; `number` is its place among the deck's numbered ones."""

    formula: Formula
    number: int | None = None
    caption: Text = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagram(Visual):
    """`diagram`: nodes, and edges between them.

    `nodes`, `edges` and `groups` are the words of the flowchart's, in its order; () for an edge without.
    """

    flowchart: Flowchart
    nodes: tuple[Text, ...]
    edges: tuple[Text, ...] = ()
    groups: tuple[Text, ...] = ()
