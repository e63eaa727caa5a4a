"""The formulas of the case `formulas.yaml`, as they are written there."""

from __future__ import annotations

from functools import cache
from typing import Any

import yaml

from deckgen.figures.formula import Formula
from deckgen.figures.math.reading import read_formula
from tests.rendering import CASES


@cache
def formulas() -> tuple[Formula, ...]:
    """Every formula of a `math` block, in order; what one defines holds for those after it."""
    deck = yaml.load((CASES / "formulas.yaml").read_bytes(), yaml.BaseLoader)
    macros: dict[str, Any] = {}
    found = []
    for latex in _latex(deck["slides"]):
        formula, problems = read_formula(latex, display=True, macros=macros)
        assert formula, (latex, problems)
        found.append(formula)
    return tuple(found)


def _latex(node: Any) -> list[str]:
    if isinstance(node, list):
        return [latex for item in node for latex in _latex(item)]
    if not isinstance(node, dict):
        return []
    found = []
    for key, value in node.items():
        if key == "math":
            found.append(value if isinstance(value, str) else value["latex"])
        else:
            found += _latex(value)
    return found


def formula(latex: str, *, display: bool = True) -> Formula:
    """One formula that must be right."""
    found, problems = read_formula(latex, display=display)
    assert found, problems
    return found
