"""The tree of a formula → presentation MathML, spaces and stretching said in full."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import assert_never

from deckgen.figures.math.letters import styled
from deckgen.figures.math.spacing import gaps
from deckgen.figures.math.tree import (
    EMPTY,
    Accent,
    Arrow,
    Atom,
    Boxed,
    Fenced,
    Fraction,
    Grid,
    Kind,
    Node,
    Phantom,
    Role,
    Root,
    Row,
    Scripts,
    Space,
    Styled,
    Table,
    Variant,
    Words,
)

NAMESPACE = "http://www.w3.org/1998/Math/MathML"

ACCENTS = {
    "̂": "^", "̌": "ˇ", "̃": "~", "́": "´", "̀": "`", "̇": "˙", "̈": "¨", "⃛": "⃛", "̆": "˘", "̄": "¯", "⃗": "→",
    "̊": "˚", "‾": "¯", "_": "_",
}  # fmt: skip
"""The characters that MathML's readers expect for accents (MathML Core, appendix C)."""

COLUMN_GAP, PAIR_GAP, CASES_GAP = 0.8, 2.0, 1.0
"""Em between the columns of a matrix, of two pairs of aligned formulas, of cases."""

ROW_GAPS = {Grid.MATRIX: 0.15, Grid.CASES: 0.15, Grid.ALIGNED: 0.35, Grid.GATHERED: 0.35, Grid.SMALL: 0.1,
            Grid.STACK: 0.05}  # fmt: skip
"""Em between the rows of a table."""

STRUT = (0.72, 0.28)
"""How far each row of a table rises above and falls below its baseline at least, in em."""


def mathml(tree: Node, display: bool) -> str:
    """The `math` element, without a namespace declaration, as HTML has it."""
    mode = ' display="block"' if display else ""
    return f"<math{mode}>{_Writer(display, False).node(tree)}</math>"


def em(length: float) -> str:
    """A length in em."""
    return f"{length:.4f}".rstrip("0").rstrip(".") + "em" if abs(length) > 5e-5 else "0"


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes nodes that stand in display style or not, in scripts or not."""

    display: bool
    script: bool

    @property
    def inner(self) -> _Writer:
        """The same in text style."""
        return _Writer(False, self.script)

    @property
    def smaller(self) -> _Writer:
        """The same in a script."""
        return _Writer(False, True)

    def node(self, node: Node) -> str:
        match node:
            case Atom():
                return atom(node)
            case Words(text=text, variant=variant):
                return f"<mtext>{escape(styled(text, variant).replace(' ', chr(0xA0)))}</mtext>"
            case Space(width=width):
                return space(width)
            case Row(items=items):
                return f"<mrow>{self.row(items)}</mrow>"
            case Fraction():
                return self.fraction(node)
            case Root(body=body, index=index):
                if index is None:
                    return f"<msqrt>{self.node(body)}</msqrt>"
                return f"<mroot>{self.node(body)}{self.smaller.node(index)}</mroot>"
            case Scripts():
                return self.scripts(node)
            case Accent():
                return self.accent(node)
            case Arrow():
                return self.arrow(node)
            case Fenced():
                return self.fenced(node)
            case Table():
                return self.table(node)
            case Styled(body=body, display=display):
                shown = "true" if display else "false"
                return f'<mstyle displaystyle="{shown}">{_Writer(display, self.script).node(body)}</mstyle>'
            case Phantom():
                return self.phantom(node)
            case Boxed(body=body):
                return f'<mrow class="boxed">{self.node(body)}</mrow>'
            case _:
                assert_never(node)

    def row(self, items: tuple[Node, ...]) -> str:
        """Nodes side by side, with the space between them."""
        before = gaps(items, script=self.script)
        after = [*before[1:], 0.0]
        made = []
        for n, item in enumerate(items):
            follows_operator = n > 0 and _is_operator(items[n - 1])
            if _is_operator(item):
                assert isinstance(item, Atom)
                takes = n + 1 < len(items) and not _is_operator(items[n + 1])
                made.append(atom(item, before[n], after[n] if takes else 0.0))
            else:
                made.append(space(before[n]) if before[n] and not follows_operator else "")
                made.append(self.node(item))
        return "".join(made)

    def fraction(self, node: Fraction) -> str:
        attributes = "" if node.bar else ' linethickness="0"'
        made = f"<mfrac{attributes}>{self._part(node.above, node)}{self._part(node.below, node)}</mfrac>"
        if node.display is None or node.display is self.display:
            return made
        return f'<mstyle displaystyle="{"true" if node.display else "false"}">{made}</mstyle>'

    def _part(self, part: Node, node: Fraction) -> str:
        """A numerator or denominator: smaller but in display style, and within scripts."""
        display = self.display if node.display is None else node.display
        return _Writer(False, self.script or not display).node(part)

    def scripts(self, node: Scripts) -> str:
        base = self.node(node.base)
        if isinstance(node.base, Atom) and node.limits:
            base = atom(node.base, fixed=True)
        sub = self.smaller.node(node.sub) if node.sub is not None else ""
        sup = self.smaller.node(node.sup) if node.sup is not None else ""
        if node.before:
            none = "<mrow></mrow>"
            return f"<mmultiscripts>{base}<mprescripts/>{sub or none}{sup or none}</mmultiscripts>"
        under, over = ("munder", "mover") if node.limits else ("msub", "msup")
        both = "munderover" if node.limits else "msubsup"
        tag = both if sub and sup else under if sub else over
        return f"<{tag}>{base}{sub}{sup}</{tag}>"

    def accent(self, node: Accent) -> str:
        mark = ACCENTS.get(node.mark, node.mark)
        shown = operator(mark, stretches=node.stretches)
        body = self.node(node.body)
        if node.under:
            return f'<munder accentunder="true">{body}{shown}</munder>'
        return f'<mover accent="true">{body}{shown}</mover>'

    def arrow(self, node: Arrow) -> str:
        shown = operator(node.mark, stretches=True, minimum=1.5)
        padded = [
            f'<mpadded lspace="0.4em" width="+0.8em">{self.smaller.node(part)}</mpadded>'
            for part in (node.below, node.above)
            if part is not None
        ]
        tag = {(True, True): "munderover", (True, False): "mover"}.get(
            (node.above is not None, node.below is not None), "munder"
        )
        return f"<{tag}>{shown}{''.join(padded)}</{tag}>"

    def fenced(self, node: Fenced) -> str:
        made = operator(node.opening, stretches=True, form="prefix") if node.opening else ""
        for n, part in enumerate(node.parts):
            made += operator(node.middles[n - 1], stretches=True, form="infix") if n else ""
            made += self.node(part)
        made += operator(node.closing, stretches=True, form="postfix") if node.closing else ""
        return f"<mrow>{made}</mrow>"

    def table(self, node: Table) -> str:
        shown = ' displaystyle="true"' if node.display else ""
        inner = _Writer(node.display, self.script or node.grid in (Grid.STACK, Grid.SMALL))
        rows = "".join(
            f"<mtr>{''.join(inner.cell(cell, n, node) for n, cell in enumerate(cells))}</mtr>"
            for cells in node.rows
        )
        made = f'<mtable{shown} class="{node.grid.value}">{rows}</mtable>'
        return f'<mstyle scriptlevel="1">{made}</mstyle>' if node.grid is Grid.SMALL and not self.script else made

    def cell(self, cell: Node, column: int, node: Table) -> str:
        sides = {"l": "left", "r": "right"}
        aligned = f"text-align:{sides[node.aligns[column]]}" if node.aligns[column] in sides else ""
        before, after = cell_padding(node, column)
        rules = [aligned, f"padding:{em(ROW_GAPS[node.grid] / 2)} {em(after)} {em(ROW_GAPS[node.grid] / 2)} {em(before)}"]
        if column in node.rules:
            rules.append("border-left:0.05em solid")
        strut = f'<mspace width="0" height="{em(STRUT[0])}" depth="{em(STRUT[1])}"/>' if not column else ""
        return f'<mtd style="{";".join(filter(None, rules))}">{strut}{self.row((cell,))}</mtd>'

    def phantom(self, node: Phantom) -> str:
        body = self.node(node.body)
        made = body if node.shown else f"<mphantom>{body}</mphantom>"
        if node.wide and node.tall:
            return made
        size = 'width="0"' if node.tall else 'height="0" depth="0"'
        return f"<mpadded {size}>{made}</mpadded>"


def cell_padding(node: Table, column: int) -> tuple[float, float]:
    """The space in em at the left and right of a cell."""
    last = len(node.aligns) - 1
    match node.grid:
        case Grid.ALIGNED:
            return (PAIR_GAP if column and column % 2 == 0 else 0.0), 0.0
        case Grid.CASES:
            return (CASES_GAP if column else 0.0), 0.0
        case Grid.GATHERED | Grid.STACK:
            return 0.0, 0.0
        case _:
            half = COLUMN_GAP / 2 if node.grid is Grid.MATRIX else COLUMN_GAP / 3
            return (half if column else 0.0), (half if column < last else 0.0)


def _is_operator(node: Node) -> bool:
    return isinstance(node, Atom) and node.role is Role.OPERATOR


def space(width: float) -> str:
    """`mspace`, nothing for no width."""
    return f'<mspace width="{em(width)}"/>' if abs(width) > 5e-5 else ""


def atom(node: Atom, before: float = 0.0, after: float = 0.0, *, fixed: bool = False) -> str:
    """A token element; `fixed` keeps the limits of an operator where they are."""
    if node.role is Role.OPERATOR:
        return _operator(node, before, after, fixed)
    shown = escape(_plain_or_styled(node))
    upright = ' mathvariant="normal"' if _slanted_by_default(node) and node.variant is Variant.NORMAL else ""
    return f"<{node.role.value}{upright}>{shown}</{node.role.value}>"


def _operator(node: Atom, before: float, after: float, fixed: bool) -> str:
    limits = ' movablelimits="false"' if fixed else ""
    attributes = f' lspace="{em(before)}" rspace="{em(after)}"{limits}'
    if node.size:
        size = em(node.size)
        attributes += f' stretchy="true" symmetric="true" minsize="{size}" maxsize="{size}"'
    elif not node.large:
        attributes += ' stretchy="false"'
    if node.kind is Kind.OPEN:
        attributes = ' form="prefix"' + attributes
    elif node.kind is Kind.CLOSE:
        attributes = ' form="postfix"' + attributes
    return f"<mo{attributes}>{escape(node.text)}</mo>"


def operator(char: str, *, stretches: bool, form: str = "", minimum: float = 0.0) -> str:
    """An `mo` of no space that stretches or not."""
    shown = f' form="{form}"' if form else ""
    shown += f' stretchy="{"true" if stretches else "false"}"'
    shown += ' symmetric="true"' if form else ""
    shown += f' minsize="{em(minimum)}"' if minimum else ""
    return f'<mo lspace="0" rspace="0"{shown}>{escape(char)}</mo>'


def _slanted_by_default(node: Atom) -> bool:
    """Whether MathML would draw an identifier in italics: one of a single letter (MathML Core, 4.2)."""
    return node.role is Role.IDENTIFIER and len(node.text) == 1 and styled(node.text, Variant.ITALIC) != node.text


def _plain_or_styled(node: Atom) -> str:
    if node.variant is Variant.ITALIC and _slanted_by_default(node):
        return node.text
    return styled(node.text, node.variant)


_ = EMPTY
