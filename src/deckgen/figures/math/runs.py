"""Atoms and spaces → the runs of Office Math that they are, before they are written."""

from __future__ import annotations

from dataclasses import dataclass

from deckgen.figures.math.letters import styled
from deckgen.figures.math.tree import Atom, Role, Variant

_STYLES = {Variant.NORMAL: "p", Variant.BOLD: "b", Variant.BOLD_ITALIC: "bi", Variant.ITALIC: ""}
_SPACES = (
    (1.0, "\u2003"),
    (0.5, "\u2002"),
    (0.25, "\u2005"),
    (4 / 18, "\u205f"),
    (3 / 18, "\u2009"),
    (1 / 18, "\u200a"),
)


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one style, not yet written, so that neighbours can be made one."""

    text: str
    style: str = ""
    words: bool = False
    bold: bool = False
    slanted: bool = True


def same_style(a: Run, b: Run) -> bool:
    """Whether two runs can be one."""
    return (a.style, a.words, a.bold, a.slanted) == (b.style, b.words, b.bold, b.slanted)


def run_of(node: Atom) -> Run:
    """The run of a letter, name, number or operator, in the letters of its alphabet."""
    text = styled(node.text, node.variant)
    if node.role is Role.OPERATOR:
        return Run(text)
    style = _STYLES.get(node.variant, "p")
    bold = node.variant in (Variant.BOLD, Variant.BOLD_ITALIC)
    return Run(text, style, bold=bold, slanted=style in ("", "bi"))


def spaces(width: float) -> str:
    """Space characters that come to about a width in em."""
    made = ""
    for each, char in _SPACES:
        while width > each - 1 / 36:
            made, width = made + char, width - each
    return made
