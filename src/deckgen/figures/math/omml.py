"""The tree of a formula → Office Math (ECMA-376-1, 22.1), as PowerPoint writes it.

Letters stand in the mathematical alphabets themselves, every run names Cambria Math, and operators and
functions hold what they apply to, so that the formula can be edited like one typed in PowerPoint.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import assert_never

from deckgen.figures.math.operands import Applied, applied
from deckgen.figures.math.runs import Run, run_of, same_style, spaces
from deckgen.figures.math.tree import (
    EMPTY,
    Accent,
    Arrow,
    Atom,
    Boxed,
    Fenced,
    Fraction,
    Grid,
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

FONT = '<a:latin typeface="Cambria Math"/><a:ea typeface="Cambria Math"/>'
NOTHING = "\u200b"
"""Stands where Office Math wants a part and the formula has none: an empty part shows as a dotted box."""


def omml(tree: Node, attributes: str = "", fill: str = "") -> str:
    """`m:oMath`; `attributes` and `fill` are what every run's `a:rPr` says of language, size and colour."""
    return f"<m:oMath>{Writer(attributes, fill).content(tree)}</m:oMath>"


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes nodes with the same run properties."""

    attributes: str
    fill: str

    def content(self, node: Node) -> str:
        """A node as the content of a part."""
        return self._joined(self.pieces(node))

    def part(self, tag: str, node: Node | None) -> str:
        """A part that is never empty."""
        content = self.content(node) if node is not None else ""
        return f"<m:{tag}>{content or self.run(Run(NOTHING))}</m:{tag}>"

    def _joined(self, pieces: list[Run | str]) -> str:
        made: list[str] = []
        waiting: Run | None = None
        for piece in [*pieces, ""]:
            if isinstance(piece, Run):
                same = waiting is not None and same_style(waiting, piece)
                if waiting is not None and same:
                    piece = Run(
                        waiting.text + piece.text, piece.style, piece.words, piece.bold, piece.slanted
                    )
                elif waiting is not None:
                    made.append(self.run(waiting))
                waiting = piece
            else:
                if waiting is not None:
                    made.append(self.run(waiting))
                waiting = None
                made.append(piece)
        return "".join(made)

    def run(self, run: Run) -> str:
        """`m:r`."""
        kind = "<m:nor/>" if run.words else f'<m:sty m:val="{run.style}"/>' if run.style else ""
        math = f"<m:rPr>{kind}</m:rPr>" if kind else ""
        shape = f' b="{run.bold:d}" i="{run.slanted:d}"'
        kept = ' xml:space="preserve"' if run.text != run.text.strip() else ""
        return f"<m:r>{math}{self.properties(shape)}<m:t{kept}>{escape(run.text, quote=False)}</m:t></m:r>"

    def properties(self, shape: str = ' i="1"') -> str:
        """`a:rPr`."""
        return f"<a:rPr{self.attributes}{shape}>{self.fill}{FONT}</a:rPr>"

    def made(self, tag: str, parts: str, properties: str = "") -> str:
        """A structure with its properties, which end with those of what it draws itself."""
        control = f"<m:ctrlPr>{self.properties()}</m:ctrlPr>"
        return f"<m:{tag}><m:{tag}Pr>{properties}{control}</m:{tag}Pr>{parts}</m:{tag}>"

    # -- nodes

    def pieces(self, node: Node) -> list[Run | str]:
        """A node as runs and written structures."""
        match node:
            case Atom():
                return [run_of(node)]
            case Words(text=text, variant=variant):
                bold, slanted = variant is Variant.BOLD, variant is Variant.ITALIC
                return [Run(text, words=True, bold=bold, slanted=slanted)]
            case Space(width=width):
                return [Run(spaces(width))] if width > 0 else []
            case Row(items=items):
                return [piece for item in applied(items) for piece in self._item(item)]
            case Styled(body=body):
                return self.pieces(body)
            case _:
                return [self.structure(node)]

    def _item(self, item: Node | Applied) -> list[Run | str]:
        if not isinstance(item, Applied):
            return self.pieces(item)
        operand = Row(item.operand)
        if item.large:
            return [self.nary(item.operator, operand)]
        return [self.made("func", self.part("fName", item.operator) + self.part("e", operand))]

    def structure(self, node: Node) -> str:
        """A node that is more than characters."""
        match node:
            case Fraction():
                return self.fraction(node)
            case Root(body=body, index=index):
                hidden = '<m:degHide m:val="1"/>' if index is None else ""
                degree = "<m:deg/>" if index is None else self.part("deg", index)
                return self.made("rad", degree + self.part("e", body), hidden)
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
            case Phantom():
                return self.phantom(node)
            case Boxed(body=body):
                return self.made("borderBox", self.part("e", body))
            case Atom() | Words() | Space() | Row() | Styled():
                return self.content(node)
            case _:
                assert_never(node)

    def fraction(self, node: Fraction) -> str:
        kind = "" if node.bar else '<m:type m:val="noBar"/>'
        return self.made("f", self.part("num", node.above) + self.part("den", node.below), kind)

    def nary(self, operator: Node, operand: Node) -> str:
        """A sum or integral with its limits and what it is taken of."""
        node = operator if isinstance(operator, Scripts) else Scripts(operator)
        assert isinstance(node.base, Atom)
        properties = (
            f'<m:chr m:val="{node.base.text}"/><m:limLoc m:val="{"undOvr" if node.limits else "subSup"}"/>'
        )
        parts = ""
        for tag, script in (("sub", node.sub), ("sup", node.sup)):
            properties += f'<m:{tag}Hide m:val="1"/>' if script is None else ""
            parts += f"<m:{tag}/>" if script is None else self.part(tag, script)
        return self.made("nary", parts + self.part("e", operand), properties)

    def scripts(self, node: Scripts) -> str:
        base, sub, sup = node.base, node.sub, node.sup
        if isinstance(base, Atom) and base.large and not node.before:
            return self.nary(node, EMPTY)
        if node.limits:
            made = self.part("e", base)
            if sup is not None:
                made = f"<m:e>{self.made('limUpp', made + self.part('lim', sup))}</m:e>"
            if sub is not None:
                made = f"<m:e>{self.made('limLow', made + self.part('lim', sub))}</m:e>"
            return made.removeprefix("<m:e>").removesuffix("</m:e>")
        if node.before:
            return self.made("sPre", self.part("sub", sub) + self.part("sup", sup) + self.part("e", base))
        parts = self.part("e", base)
        parts += self.part("sub", sub) if sub is not None else ""
        parts += self.part("sup", sup) if sup is not None else ""
        tag = "sSup" if sub is None else "sSub" if sup is None else "sSubSup"
        return self.made(tag, parts)

    def accent(self, node: Accent) -> str:
        body = self.part("e", node.body)
        side = "bot" if node.under else "top"
        if node.mark in "‾_":
            return self.made("bar", body, f'<m:pos m:val="{side}"/>')
        if node.mark in "⏞⏟⎴⎵→←↔":
            other = "top" if node.under else "bot"
            chosen = f'<m:chr m:val="{node.mark}"/><m:pos m:val="{side}"/><m:vertJc m:val="{other}"/>'
            return self.made("groupChr", body, chosen)
        return self.made("acc", body, f'<m:chr m:val="{node.mark}"/>')

    def arrow(self, node: Arrow) -> str:
        mark = f'<m:chr m:val="{node.mark}"/>'
        if node.above is None or node.above == EMPTY:
            return self.made("groupChr", self.part("e", node.below), f'{mark}<m:pos m:val="top"/>')
        made = self.made("groupChr", self.part("e", node.above), f'{mark}<m:vertJc m:val="bot"/>')
        if node.below is None:
            return made
        return self.made("limLow", f"<m:e>{made}</m:e>{self.part('lim', node.below)}")

    def fenced(self, node: Fenced) -> str:
        if len(set(node.middles)) > 1:
            mixed: list[Node] = [node.parts[0]]
            for middle, part in zip(node.middles, node.parts[1:], strict=True):
                mixed += [Atom(middle, role=Role.OPERATOR), part]
            return self.fenced(Fenced(node.opening, (Row(tuple(mixed)),), node.closing))
        return self.delimited(
            node.opening, [self.part("e", part) for part in node.parts], node.closing, node.middles
        )

    def delimited(self, opening: str, parts: list[str], closing: str, middles: tuple[str, ...]) -> str:
        """`m:d`; the characters' defaults are parentheses and a line."""
        chosen = f'<m:begChr m:val="{escape(opening)}"/>'
        chosen += f'<m:sepChr m:val="{escape(middles[0])}"/>' if middles else ""
        chosen += f'<m:endChr m:val="{escape(closing)}"/>'
        return self.made("d", "".join(parts), chosen)

    def table(self, node: Table) -> str:
        if node.grid in (Grid.ALIGNED, Grid.GATHERED, Grid.STACK):
            return self.made("eqArr", "".join(f"<m:e>{self.line(row)}</m:e>" for row in node.rows))
        cuts = [0, *sorted(node.rules), len(node.aligns)]
        matrices = [self.matrix(node, first, end) for first, end in pairwise(cuts)]
        if len(matrices) == 1:
            return matrices[0]
        return self.delimited("", [f"<m:e>{matrix}</m:e>" for matrix in matrices], "", ("|",))

    def line(self, cells: tuple[Node, ...]) -> str:
        """A line of aligned formulas: `&` stands by turns for an alignment and for a distance."""
        pieces: list[Run | str] = []
        for n, cell in enumerate(cells):
            pieces += [Run("&")] if n else []
            pieces += self.pieces(cell)
        return self._joined(pieces or [Run(NOTHING)])

    def matrix(self, node: Table, first: int, end: int) -> str:
        """Some columns of a table; empty cells stay empty, their dotted boxes hidden."""
        sides = {"l": "left", "c": "center", "r": "right"}
        columns = "".join(
            f'<m:mc><m:mcPr><m:count m:val="1"/><m:mcJc m:val="{sides[align]}"/></m:mcPr></m:mc>'
            for align in node.aligns[first:end]
        )
        rows = "".join(
            f"<m:mr>{''.join(f'<m:e>{self.content(cell)}</m:e>' for cell in row[first:end])}</m:mr>"
            for row in node.rows
        )
        return self.made("m", rows, f'<m:plcHide m:val="1"/><m:mcs>{columns}</m:mcs>')

    def phantom(self, node: Phantom) -> str:
        chosen = "" if node.shown else '<m:show m:val="0"/>'
        chosen += "" if node.wide else '<m:zeroWid m:val="1"/>'
        chosen += "" if node.tall else '<m:zeroAsc m:val="1"/><m:zeroDesc m:val="1"/>'
        return self.made("phant", self.part("e", node.body), chosen)
