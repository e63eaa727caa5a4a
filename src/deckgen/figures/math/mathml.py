"""The tree of a formula → presentation MathML, spaces and widths said in full.

What browsers leave to the operator dictionary or make wider than it is (Chromium gives every delimiter the
room of its largest form) is written out, so that a formula is as wide in them as its picture.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import assert_never

from deckgen.figures.math import scripts
from deckgen.figures.math.boxes import Box
from deckgen.figures.math.design import (
    ACCENT_GAP,
    ACCENTS,
    DRAWN_OUT,
    LONG_ARROWS,
    ROW_GAPS,
    RULE,
    STRETCHED,
    STRUT,
    cell_padding,
)
from deckgen.figures.math.elements import drawn_out, em, space, stretching
from deckgen.figures.math.grid import cell_setter
from deckgen.figures.math.letters import slanted_alone, styled
from deckgen.figures.math.spacing import gaps
from deckgen.figures.math.tree import (
    Accent,
    Arrow,
    Atom,
    Boxed,
    Fenced,
    Fraction,
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
    is_operator,
)
from deckgen.figures.math.typeset import Setter

SURE = 0.06
"""Em by which less is asked of a delimiter than the height that it is to have: its forms differ by 0.24."""


def mathml(tree: Node, setter: Setter) -> str:
    """The `math` element without a namespace declaration, as HTML has it."""
    mode = ' display="block"' if setter.display else ""
    return f"<math{mode}>{Writer(setter).node(tree)}</math>"


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes nodes as `setter` sets them."""

    setter: Setter

    def node(self, node: Node) -> str:
        """Any node as one element (or none, for no space)."""
        match node:
            case Atom():
                return self.atom(node)
            case Words(text=text, variant=variant):
                return f"<mtext>{escape(styled(text, variant).replace(' ', chr(0xA0)))}</mtext>"
            case Space(width=width):
                return space(width)
            case Row(items=items):
                return f"<mrow>{self.row(items)}</mrow>"
            case Fraction():
                return self.fraction(node)
            case Root():
                return self.root(node)
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
                return self.in_style(display, Writer(self.setter.styled(display)).node(body))
            case Phantom():
                return self.phantom(node)
            case Boxed(body=body):
                return f'<mrow class="boxed">{self.node(body)}</mrow>'
            case _:
                assert_never(node)

    # -- styles

    def in_style(self, display: bool, content: str) -> str:
        """Content in display style or in text style."""
        if display is self.setter.display:
            return content
        return f'<mstyle displaystyle="{"true" if display else "false"}">{content}</mstyle>'

    def small(self, node: Node, *, cramped: bool = False) -> str:
        """A script: browsers would go on making what stands in it smaller, here two steps are enough."""
        smaller = self.setter.smaller
        content = Writer(smaller.cramp if cramped else smaller).node(node)
        return f'<mstyle scriptlevel="2">{content}</mstyle>' if self.setter.level >= 2 else content

    def width(self, width: float) -> str:
        """A `style` that says how wide an element is; `width` is in em of the formula."""
        return f' style="width:{em(width / self.setter.size)}"'

    # -- rows and atoms

    def row(self, items: tuple[Node, ...]) -> str:
        """Nodes side by side, with the space between them."""
        before = gaps(items, script=self.setter.level > 0)
        after = [*before[1:], 0.0]
        made = []
        for n, item in enumerate(items):
            if is_operator(item):
                assert isinstance(item, Atom)
                takes = n + 1 < len(items) and not is_operator(items[n + 1])
                made.append(self.atom(item, before[n], after[n] if takes else 0.0))
            else:
                made.append("" if n and is_operator(items[n - 1]) else space(before[n]))
                made.append(self.node(item))
        return "".join(made)

    def atom(self, node: Atom, before: float = 0.0, after: float = 0.0, *, fixed: bool = False) -> str:
        """A token element; `fixed` keeps the limits of an operator where they are."""
        if node.role is Role.OPERATOR:
            return self.operator(node, before, after, fixed)
        tag, slanted = node.role.value, slanted_alone(node)
        shown = node.text if slanted and node.variant is Variant.ITALIC else styled(node.text, node.variant)
        upright = ' mathvariant="normal"' if slanted and node.variant is Variant.NORMAL else ""
        return f"<{tag}{upright}>{escape(shown)}</{tag}>"

    def operator(self, node: Atom, before: float, after: float, fixed: bool) -> str:
        """An operator that stands in a row."""
        attributes = {Kind.OPEN: ' form="prefix"', Kind.CLOSE: ' form="postfix"'}.get(node.kind, "")
        attributes += f' lspace="{em(before)}" rspace="{em(after)}"'
        if fixed:
            attributes += ' movablelimits="false"'
        if node.size:
            size = em(node.size)
            attributes += f' stretchy="true" symmetric="true" minsize="{size}" maxsize="{size}"'
            attributes += self.width(self.setter.atom(node).width)
        elif not node.large:
            attributes += ' stretchy="false"'
        return f"<mo{attributes}>{escape(node.text)}</mo>"

    # -- structures

    def fraction(self, node: Fraction) -> str:
        display = self.setter.display if node.display is None else node.display
        above, below = Writer(self.setter.styled(False)), Writer(self.setter.styled(False).cramp)
        bar = "" if node.bar else ' linethickness="0"'
        if display:
            parts = above.node(node.above) + below.node(node.below)
        else:
            parts = above.small(node.above) + below.small(node.below)
        return self.in_style(display, f"<mfrac{bar}>{parts}</mfrac>")

    def root(self, node: Root) -> str:
        width, body = self.width(self.setter.node(node).width), Writer(self.setter.cramp).node(node.body)
        steady = self.setter.radicand(node)
        if steady.ascent > self.setter.cramp.node(node.body).ascent:
            body = f"<mrow>{self.strut(steady.ascent, 0.0)}{body}</mrow>"
        if node.index is None:
            return f"<msqrt{width}>{body}</msqrt>"
        index = Writer(self.setter.smaller.cramp).small(node.index)
        return f"<mroot{width}>{body}{index}</mroot>"

    def strut(self, ascent: float, descent: float) -> str:
        """Room of a height (em of the formula) and no width."""
        size = self.setter.size
        return f'<mspace width="0" height="{em(ascent / size)}" depth="{em(descent / size)}"/>'

    def scripts(self, node: Scripts) -> str:
        base = self.node(node.base)
        if isinstance(node.base, Atom) and node.limits:
            base = self.atom(node.base, fixed=True)
        sub = self.small(node.sub, cramped=True) if node.sub is not None else ""
        sup = self.small(node.sup) if node.sup is not None else ""
        if scripts.prime_count(node) and not node.limits:
            sup = self.primes(node)
        if node.before:
            none = "<mrow></mrow>"
            return f"<mmultiscripts>{base}<mprescripts/>{sub or none}{sup or none}</mmultiscripts>"
        under, over = ("munder", "mover") if node.limits else ("msub", "msup")
        both = "munderover" if node.limits else "msubsup"
        tag = both if sub and sup else under if sub else over
        lean = self.setter.node(node.base).lean and sub and not node.limits
        width = self.width(self.setter.node(node).width) if lean else ""
        return f"<{tag}{width}>{base}{sub}{sup}</{tag}>"

    def primes(self, node: Scripts) -> str:
        """Primes at full size and in their own place."""
        base = self.setter.node(node.base)
        box, size = scripts.prime_box(self.setter, node, base), self.setter.smaller.size
        rise = scripts.prime_rise(self.setter, base)
        shown = f'<mo lspace="0" rspace="0" stretchy="false">{"′" * scripts.prime_count(node)}</mo>'
        return (
            f'<mpadded voffset="{em(-rise / size)}" height="{em(box.ascent / size)}" depth="0">'
            f'<mstyle scriptlevel="{self.setter.level}">{shown}</mstyle></mpadded>'
        )

    def accent(self, node: Accent) -> str:
        inner = self.setter if node.stretches else self.setter.cramp
        body = Writer(inner).node(node.body)
        if node.stretches and node.mark in DRAWN_OUT:
            mark = DRAWN_OUT[node.mark]
            glyph = self.setter.font.shaped(mark)[0]
            factor = self.setter.node(node.body).width / self.setter.size / (glyph.right - glyph.left)
            shown = drawn_out(mark, f"transform:scaleX({factor:.3f})")
            return f'<mover accent="true">{body}{shown}</mover>'
        if node.stretches:
            tag = "munder" if node.under else "mover"
            # Its own width, else Chromium cuts off what stands out of the character's box.
            width = scripts.stretched(self.setter, node, self.setter.node(node.body).width).width
            style = f' style="width:{em(width / self.setter.smaller.size)}"'
            return f"<{tag}>{body}{stretching(STRETCHED.get(node.mark, node.mark), style)}</{tag}>"
        size = self.setter.size
        rules = [f"padding-bottom:{em(ACCENT_GAP)}"]
        mark = ACCENTS.get(node.mark, node.mark)
        if not self.setter.font.shaped(mark)[0].advance:
            rules.append(f"padding-left:{em(scripts.accent_mark(self.setter, node).width / size)}")
        skew = scripts.skew(self.setter, node.body) / size
        if abs(skew) > 0.005:
            rules.append(f"transform:translateX({em(skew)})")
        shown = drawn_out(mark, ";".join(rules))
        return f'<mover accent="true">{body}{shown}</mover>'

    def arrow(self, node: Arrow) -> str:
        size = self.setter.size
        mark = LONG_ARROWS.get(node.mark, node.mark)
        length = scripts.arrow_length(self.setter, node) / size
        glyph = self.setter.font.shaped(mark)[0]
        # Few browsers can put arrows of every length together; all can draw one out.
        factor = f"transform:scaleX({length / glyph.advance:.3f});transform-origin:0"
        shown = drawn_out(mark, f"width:{em(length)};{factor}")
        below = self.small(node.below, cramped=True) if node.below is not None else ""
        above = self.small(node.above) if node.above is not None else ""
        tag = "munderover" if above and below else "mover" if above else "munder"
        return f"<{tag}>{shown}{below}{above}</{tag}>"

    def fenced(self, node: Fenced) -> str:
        boxes, _ = self.setter.fences(node)
        signs = [node.opening, *node.middles, node.closing]
        forms = ["prefix", *["infix"] * len(node.middles), "postfix"]
        shown = [
            self.fence(sign, form, box) if sign else ""
            for sign, form, box in zip(signs, forms, boxes, strict=True)
        ]
        parts = [self.node(part) for part in node.parts]
        return f"<mrow>{shown[0]}{''.join(p + s for p, s in zip(parts, shown[1:], strict=True))}</mrow>"

    def fence(self, sign: str, form: str, box: Box) -> str:
        """A delimiter as high as it was set: a little less is asked for, lest rounding ask for more."""
        size = em(max(box.height / self.setter.size - SURE, 0.1))
        extent = f' minsize="{size}" maxsize="{size}"{self.width(box.width)}'
        return stretching(sign, f' form="{form}" symmetric="true"{extent}')

    def table(self, node: Table) -> str:
        shown = ' displaystyle="true"' if node.display else ""
        inner = Writer(cell_setter(self.setter, node))
        rows = "".join(
            f"<mtr>{''.join(inner.cell(cell, n, node) for n, cell in enumerate(cells))}</mtr>"
            for cells in node.rows
        )
        made = f"<mtable{shown}>{rows}</mtable>"
        smaller = inner.setter.level > self.setter.level
        return f'<mstyle scriptlevel="{inner.setter.level}">{made}</mstyle>' if smaller else made

    def cell(self, cell: Node, column: int, node: Table) -> str:
        half = em(ROW_GAPS[node.grid] / 2)
        before, after = cell_padding(node, column)
        side = {"l": "left", "r": "right", "c": "-webkit-center"}[node.aligns[column]]
        rules = f"text-align:{side};padding:{half} {em(after)} {half} {em(before)}"
        if column in node.rules:
            rules += f";border-left:{em(RULE)} solid"
        strut = f'<mspace width="0" height="{em(STRUT[0])}" depth="{em(STRUT[1])}"/>' if not column else ""
        return f'<mtd style="{rules}">{strut}{self.row((cell,))}</mtd>'

    def phantom(self, node: Phantom) -> str:
        body = self.node(node.body)
        made = body if node.shown else f"<mphantom>{body}</mphantom>"
        if node.wide and node.tall:
            return made
        size = 'width="0"' if node.tall else 'height="0" depth="0"'
        return f"<mpadded {size}>{made}</mpadded>"
