"""The tree of a formula → its box, set by the rules of MathML Core with STIX Two Math.

Browsers set the same tree by the same rules (https://www.w3.org/TR/mathml-core/, section 3), so that what is
measured and drawn here is as wide and as high as what they show.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never

from deckgen.figures.math import grid, scripts
from deckgen.figures.math.boxes import Box, Mark, beside, rule
from deckgen.figures.math.design import FRACTION_PADDING, FRAME, FRAME_PADDING
from deckgen.figures.math.font import SCRIPT_SIZES, MathFont, math_font
from deckgen.figures.math.letters import styled
from deckgen.figures.math.spacing import gaps
from deckgen.figures.math.stretch import glyph_box, steadied, upright
from deckgen.figures.math.tree import (
    Accent,
    Arrow,
    Atom,
    Boxed,
    Fenced,
    Fraction,
    Node,
    Phantom,
    Root,
    Row,
    Scripts,
    Space,
    Styled,
    Table,
    Variant,
    Words,
)


def typeset(tree: Node, display: bool) -> Box:
    """The box of a whole formula."""
    return Setter(math_font(), display).node(tree)


@dataclass(frozen=True, slots=True)
class Setter:
    """Sets nodes in display style or not, at one of the script levels.

    `cramped`: superscripts are raised less, under roots and bars and in subscripts.
    """

    font: MathFont
    display: bool = False
    level: int = 0
    cramped: bool = False

    @property
    def size(self) -> float:
        """The size of type at this level, in em of the formula's."""
        return SCRIPT_SIZES[min(self.level, 2)]

    @property
    def smaller(self) -> Setter:
        """How a script is set."""
        return replace(self, display=False, level=self.level + 1)

    @property
    def cramp(self) -> Setter:
        """The same, cramped."""
        return replace(self, cramped=True)

    def styled(self, display: bool) -> Setter:
        """The same in display style or in text style."""
        return replace(self, display=display)

    def constant(self, name: str) -> float:
        """A length of the font's MATH table at this size."""
        return float(self.font.constants[name] * self.size)

    def node(self, node: Node) -> Box:
        """The box of any node."""
        match node:
            case Atom():
                return self.atom(node)
            case Words(text=text, variant=variant):
                return self.text(styled(text, variant).replace(" ", "\u00a0"))
            case Space(width=width):
                return Box(width * self.size)
            case Row(items=items):
                return self.row(items)
            case Fraction():
                return self.fraction(node)
            case Root():
                return self.root(node)
            case Scripts():
                return scripts.scripts(self, node)
            case Accent():
                return scripts.accent(self, node)
            case Arrow():
                return scripts.arrow(self, node)
            case Fenced():
                return self.fenced(node)
            case Table():
                return grid.table(self, node)
            case Styled(body=body, display=display):
                return self.styled(display).node(body)
            case Phantom():
                return self.phantom(node)
            case Boxed(body=body):
                return self.boxed(body)
            case _:
                assert_never(node)

    def row(self, items: tuple[Node, ...]) -> Box:
        """Nodes side by side."""
        spaces = gaps(items, script=self.level > 0)
        return beside((gap * self.size, self.node(item)) for gap, item in zip(spaces, items, strict=True))

    def atom(self, node: Atom) -> Box:
        """A letter, a number, a name or an operator."""
        if node.size:
            axis = self.constant("AXIS_HEIGHT")
            half = node.size * self.size / 2
            return upright(self.font, node.text, self.size, axis + half, half - axis)
        if node.large and self.display:
            return self.large(node.text)
        drawn = self.text(styled(node.text, node.variant))
        if node.variant is Variant.ITALIC and len(node.text) == 1:
            # Browsers take the height of a letter from its upright form.
            plain = self.text(node.text)
            return replace(drawn, ascent=plain.ascent, descent=plain.descent)
        return drawn

    def text(self, text: str) -> Box:
        """Characters side by side, as high as their ink."""
        return beside((0.0, glyph_box(glyph, self.size)) for glyph in self.font.shaped(text))

    def large(self, char: str) -> Box:
        """An operator in display style."""
        glyph = self.font.shaped(char)[0]
        wanted = self.font.constants["DISPLAY_OPERATOR_MIN_HEIGHT"]
        forms = self.font.variants(glyph.id, upright=True)
        chosen = next((id for id, reach in forms if reach >= wanted), forms[-1][0] if forms else glyph.id)
        box = glyph_box(self.font.glyph(chosen), self.size)
        lean = self.font.italic_correction(chosen) * self.size
        middle = self.constant("AXIS_HEIGHT")
        shift = middle - (box.ascent - box.descent) / 2
        return Box(box.width, box.ascent + shift, box.descent - shift, box.at(0, shift), lean)

    # -- fractions and roots

    def fraction(self, node: Fraction) -> Box:
        """MathML Core, 3.3.2: fractions with a bar, and stacks without."""
        whole = self if node.display is None else self.styled(node.display)
        part = self.styled(False) if whole.display else self.smaller
        above, below = part.node(node.above), part.cramp.node(node.below)
        up, down = whole.bar_shifts(above, below) if node.bar else whole.stack_shifts(above, below)
        padding = FRACTION_PADDING * self.size
        inner = max(above.width, below.width)
        width = inner + 2 * padding
        top, foot = max(up + above.ascent, below.ascent - down), max(down + below.descent, above.descent - up)
        marks = [*above.at((width - above.width) / 2, up), *below.at((width - below.width) / 2, -down)]
        if node.bar:
            thick = self.constant("FRACTION_RULE_THICKNESS")
            marks.append(rule(padding, self.constant("AXIS_HEIGHT") - thick / 2, inner, thick))
        return Box(width, top, foot, tuple(marks))

    def bar_shifts(self, above: Box, below: Box) -> tuple[float, float]:
        """How far the baselines of numerator and denominator lie from the fraction's."""
        axis, half = self.constant("AXIS_HEIGHT"), self.constant("FRACTION_RULE_THICKNESS") / 2
        if self.display:
            up, down = (
                "FRACTION_NUMERATOR_DISPLAY_STYLE_SHIFT_UP",
                "FRACTION_DENOMINATOR_DISPLAY_STYLE_SHIFT_DOWN",
            )
            over, under = "FRACTION_NUM_DISPLAY_STYLE_GAP_MIN", "FRACTION_DENOM_DISPLAY_STYLE_GAP_MIN"
        else:
            up, down = "FRACTION_NUMERATOR_SHIFT_UP", "FRACTION_DENOMINATOR_SHIFT_DOWN"
            over, under = "FRACTION_NUMERATOR_GAP_MIN", "FRACTION_DENOMINATOR_GAP_MIN"
        return (
            max(self.constant(up), axis + half + self.constant(over) + above.descent),
            max(self.constant(down), half - axis + self.constant(under) + below.ascent),
        )

    def stack_shifts(self, above: Box, below: Box) -> tuple[float, float]:
        """The same where there is no bar."""
        style = "_DISPLAY_STYLE" if self.display else ""
        up = self.constant(f"STACK_TOP{style}_SHIFT_UP")
        down = self.constant(f"STACK_BOTTOM{style}_SHIFT_DOWN")
        missing = self.constant(f"STACK{style}_GAP_MIN") - (up - above.descent + down - below.ascent)
        return up + max(missing, 0) / 2, down + max(missing, 0) / 2

    def root(self, node: Root) -> Box:
        """MathML Core, 3.3.3."""
        body = self.radicand(node)
        thick, gap = self.radical_lengths()
        sign = upright(self.font, "√", self.size, body.height + gap + thick, 0.0)
        top = body.ascent + gap + thick
        surd = Box(sign.width, top, sign.height - top, sign.at(0, top - sign.ascent))
        marks = [*surd.marks, rule(sign.width, top - thick, body.width, thick), *body.at(sign.width)]
        ascent = top + self.constant("RADICAL_EXTRA_ASCENDER")
        box = Box(sign.width + body.width, ascent, max(surd.descent, body.descent), tuple(marks))
        return box if node.index is None else self.indexed(box, surd, node.index)

    def radical_lengths(self) -> tuple[float, float]:
        """The thickness of a root's line, and the gap under it."""
        gap = "RADICAL_DISPLAY_STYLE_VERTICAL_GAP" if self.display else "RADICAL_VERTICAL_GAP"
        return self.constant("RADICAL_RULE_THICKNESS"), self.constant(gap)

    def radicand(self, node: Root) -> Box:
        """What stands under a root, a little higher where that makes sure of the sign."""
        body, added = self.cramp.node(node.body), sum(self.radical_lengths())
        height = steadied(self.font, "√", self.size, body.height + added) - added
        return replace(body, ascent=body.ascent + height - body.height)

    def indexed(self, box: Box, surd: Box, index: Node) -> Box:
        """A root with its index, raised over the foot of the sign."""
        small = self.smaller.smaller.cramp.node(index)
        before = max(self.constant("RADICAL_KERN_BEFORE_DEGREE"), 0.0)
        after = max(self.constant("RADICAL_KERN_AFTER_DEGREE"), -small.width)
        raised = self.font.constants["RADICAL_DEGREE_BOTTOM_RAISE_PERCENT"] * surd.height - surd.descent
        x = before + small.width + after
        rise = raised + small.descent
        return Box(
            x + box.width,
            max(box.ascent, rise + small.ascent),
            box.descent,
            (*small.at(before, rise), *box.at(x)),
        )

    # -- what surrounds a body

    def fenced(self, node: Fenced) -> Box:
        """Delimiters that are as high, on both sides of the axis, as what they hold."""
        fences, parts = self.fences(node)
        boxes = [box for pair in zip(fences, parts, strict=False) for box in pair]
        return beside((0.0, box) for box in [*boxes, fences[-1]] if box != Box())

    def fences(self, node: Fenced) -> tuple[list[Box], list[Box]]:
        """The boxes of the delimiters, middle ones among them, and of what stands between them."""
        parts = [self.node(part) for part in node.parts]
        axis = self.constant("AXIS_HEIGHT")
        half = max(max(p.ascent - axis, p.descent + axis) for p in parts)
        signs = [node.opening, *node.middles, node.closing]
        fences = [
            upright(self.font, sign, self.size, axis + half, half - axis) if sign else Box() for sign in signs
        ]
        return fences, parts

    def phantom(self, node: Phantom) -> Box:
        """A body's room."""
        body = self.node(node.body)
        return Box(
            body.width if node.wide else 0.0,
            body.ascent if node.tall else 0.0,
            body.descent if node.tall else 0.0,
            body.marks if node.shown else (),
        )

    def boxed(self, body: Node) -> Box:
        """A body in a frame."""
        inner, line, pad = self.node(body), FRAME * self.size, FRAME_PADDING * self.size
        edge = line + pad
        width, up, down = inner.width + 2 * edge, inner.ascent + edge, inner.descent + edge
        frame: list[Mark] = [
            rule(0, -down, width, line), rule(0, up - line, width, line), rule(0, -down, line, up + down),
            rule(width - line, -down, line, up + down),
        ]  # fmt: skip
        return Box(width, up, down, (*frame, *inner.at(edge)))
