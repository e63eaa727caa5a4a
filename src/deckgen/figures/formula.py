"""A formula that has been read: its source, and what it is in MathML and in words."""

from __future__ import annotations

from dataclasses import dataclass, field

from deckgen.figures.math.tree import EMPTY, Node


@dataclass(frozen=True, slots=True)
class Formula:
    """One checked formula.  `text` is what a list of slides shows of it; `display` sets it large.

    `tree` is what it is made of, from which it is measured and drawn; its MathML says as much of it.
    """

    latex: str
    mathml: str
    text: str
    display: bool = False
    tree: Node = field(default=EMPTY, compare=False, repr=False)
