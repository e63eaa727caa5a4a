"""Blocks that are computed or typeset: tables, charts, code, formulas, diagrams."""

from __future__ import annotations

from dataclasses import dataclass

from deckgen.figures.formula import Formula
from deckgen.model.common import Common, Visual
from deckgen.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Common):
    """`table`: rows of cells; the first `header` rows name the columns."""

    rows: tuple[tuple[Text, ...], ...]
    header: int = 1
    caption: Text = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart(Visual):
    """`chart`: numbers drawn to scale."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Code(Common):
    """`code`: lines of a program, each of runs that know their syntax."""

    lines: tuple[Text, ...]
    caption: Text = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Math(Common):
    """`math`: a formula on a line of its own."""

    formula: Formula
    caption: Text = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagram(Visual):
    """`diagram`: nodes, and edges between them."""
