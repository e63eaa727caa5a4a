"""The block `math` → a formula on a line of its own, with its number and its caption."""

from __future__ import annotations

from deckgen.model import Math, Text
from deckgen.source.common import COMMON, CommonFields, read_common
from deckgen.source.fields import Fields, kind_of, required
from deckgen.source.formulas import formula_at
from deckgen.source.scope import Scope
from deckgen.yamlnodes import Mapping, Node, Scalar


def read_math(node: Node, key: Scalar, scope: Scope) -> Math | None:
    """LaTeX, or a mapping with `latex`; None, with a diagnostic, where it cannot be read."""
    common: CommonFields = {"lang": None, "id": None, "incremental": None}
    latex: Scalar | None = None
    number = False
    caption: Text = ()
    match node:
        case Scalar():
            latex = node
        case Mapping():
            fields = Fields(node, scope, f"`{key.text}`", (*COMMON, "latex", "number", "caption"))
            latex = required(fields, key, "latex")
            number, caption = fields.flag("number") or False, fields.text("caption")
            common = read_common(fields)
        case _:
            hint = r"write `math: \frac{a}{b}`"
            message = f"`{key.text}` wants LaTeX, not {kind_of(node)}"
            scope.report.error("wrong-value", message, node.span, hint)
    if latex is None or latex.misread:
        return None
    formula = formula_at(latex.text, latex.at, scope.report, scope.found.macros, display=True)
    if formula is None:
        return None
    if number:
        scope.found.equations += 1
    shown = scope.found.equations if number else None
    return Math(formula=formula, number=shown, caption=caption, span=key.span, **common)
