"""A formula that has been read: its source, and what it is in MathML and in words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Formula:
    """One checked formula.  `text` is what a list of slides shows of it; `display` sets it large."""

    latex: str
    mathml: str
    text: str
    display: bool = False
