"""A placed diagram → a group of shapes, and of connectors that are glued to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from deckgen.figures.diagrams.ends import Head, Side
from deckgen.figures.diagrams.shapes import PRESETS
from deckgen.model import Diagram
from deckgen.scene import Connector, End, Frame, Group, Line, Placed, PlacedText, Shape
from deckgen.slots import Box
from deckgen.text.lines import BOX
from deckgen.writers.pptx.colors import solid
from deckgen.writers.pptx.connectors import Point, connector
from deckgen.writers.pptx.context import DECORATIVE, SlideContext, grouped
from deckgen.writers.pptx.equations import over_gaps
from deckgen.writers.pptx.formulas import alternate, has_formulas, places
from deckgen.writers.pptx.geometry import DASHES, framed, outline
from deckgen.writers.pptx.markup import attribute, emu, quoted
from deckgen.writers.pptx.text import body_properties

SITES: dict[tuple[str, bool], dict[Side, int]] = {
    (preset.name, preset.flipped): preset.sites for preset in PRESETS.values()
}
"""The numbers of a shape's connection sites by its name, and whether it is flipped."""

TRUSTED = frozenset(
    {"rect", "roundRect", "flowChartPredefinedProcess", "flowChartDecision", "flowChartPreparation"}
)
"""Shapes at whose sites LibreOffice ends connectors where PowerPoint does (seen in 7.4)."""

HEADS = {Head.ARROW: "triangle", Head.CIRCLE: "oval"}

THIN = 2.0
"""The width in pt up to which a line has large heads."""

CROSS, CROSS_AWAY = 8.0, 7.0
"""The size in pt of a cross at an edge's end, and how far before the end its middle lies."""

ALTERNATE = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<mc:Choice xmlns:a16="http://schemas.microsoft.com/office/drawing/2014/main" Requires="a16">'
    "{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"
)
"""The same edge twice: as the connector that PowerPoint draws, and as a line for programs that would lay
one with corners elsewhere (LibreOffice before 7.5 puts all corners in the middle)."""


def diagram(placed: Placed, group: Group, context: SlideContext) -> str:
    """`p:grpSp` of a diagram; the first id that it takes is the group's."""
    own = next(context.ids)
    writer = _Writer(context, {child.name: next(context.ids) for child in group.children}, group.children)
    inner = "".join(writer.draw(child) for child in group.children)
    named = f'<p:cNvPr id="{own}" name="{quoted(placed.name)}"{_described(placed)}</p:cNvPr>'
    return grouped(named, placed.box, inner)


def _described(placed: Placed) -> str:
    """The rest of the group's `p:cNvPr`: what the diagram shows, or that it is decorative."""
    block = next((block for block in placed.blocks if isinstance(block, Diagram)), None)
    if block is None:
        return ">"
    return attribute("descr", "" if block.decorative else block.alt) + ">" + DECORATIVE * block.decorative


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes the children of one group, whose ids are known before any of them is drawn."""

    context: SlideContext
    numbers: dict[str, int]
    children: Sequence[Placed]

    def draw(self, placed: Placed) -> str:
        """One child."""
        match placed.content:
            case PlacedText() as words:
                return self._words(placed, words)
            case Shape() as shape:
                frame = Frame(shape.shape, shape.fill, shape.line, radius=shape.radius)
                return self._shape(placed, framed(frame, placed.box), decorative=True)
            case Connector() as edge:
                return self._edge(placed, edge)
        raise TypeError(placed.name)

    def _shape(
        self, placed: Placed, look: str, *, decorative: bool = False, body: str = "", flip: str = ""
    ) -> str:
        extra = f">{DECORATIVE}</p:cNvPr>" if decorative else "/>"
        named = f'<p:cNvPr id="{self.numbers[placed.name]}" name="{quoted(placed.name)}"{extra}'
        return (
            f"<p:sp><p:nvSpPr>{named}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
            f"<p:spPr>{_place(placed.box, flip)}{look}</p:spPr>{body}</p:sp>"
        )

    def _words(self, placed: Placed, words: PlacedText) -> str:
        rtl = words.paragraphs[0].rtl
        properties = body_properties(words, rtl)
        if all(len(paragraph.lines) < 2 for paragraph in words.paragraphs):
            # What fills its shape so closely stays on its line where another font has to do.
            properties = properties.replace('wrap="square"', 'wrap="none"')
        flip = ' flipH="1"' if words.frame and words.frame.flipped else ""
        look, writer, links = framed(words.frame, placed.box), self.context.text, self.context.links
        native = self._shape(placed, look, body=writer.body(words, None, properties, links), flip=flip)
        if not has_formulas(words):
            return native
        body = writer.body(words, None, properties, links, gaps=lambda _: BOX)
        fallback = self._shape(placed, look, body=body, flip=flip)
        drawn = over_gaps(placed.name, places(words, placed.box), self.context)
        return alternate(native, fallback + drawn)

    def _edge(self, placed: Placed, edge: Connector) -> str:
        """A connector and, where an end asks for it, the cross before it."""
        bent = connector(edge.points)
        named = f'<p:cNvPr id="{self.numbers[placed.name]}" name="{quoted(placed.name)}"/>'
        line = _line(edge.line, edge.start.head, edge.end.head, large=edge.large)
        glued = (
            f"<p:cxnSp><p:nvCxnSpPr>{named}<p:cNvCxnSpPr>{self._glue('st', edge.start)}"
            f"{self._glue('end', edge.end)}</p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr>"
            f"<p:spPr>{bent.transform}{bent.geometry}{line}</p:spPr></p:cxnSp>"
        )
        if not (bent.usual and {self._shape_of(edge.start), self._shape_of(edge.end)} <= TRUSTED):
            drawn = _path([edge.points], placed.box)
            glued = ALTERNATE.format(
                glued,
                f"<p:sp><p:nvSpPr>{named}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
                f"<p:spPr>{_place(placed.box)}{drawn}<a:noFill/>{line}</p:spPr></p:sp>",
            )
        crosses = [
            self._cross(edge, before, at)
            for end, before, at in (
                (edge.start, edge.points[1], edge.points[0]),
                (edge.end, edge.points[-2], edge.points[-1]),
            )
            if end.head is Head.CROSS
        ]
        return glued + "".join(crosses)

    def _target(self, end: End) -> Placed:
        return next(child for child in self.children if child.name == end.target)

    def _shape_of(self, end: End) -> str:
        content = self._target(end).content
        if isinstance(content, PlacedText) and content.frame:
            return content.frame.shape
        return content.shape if isinstance(content, Shape) else "rect"

    def _glue(self, which: str, end: End) -> str:
        """`a:stCxn` or `a:endCxn`: the shape, and the number of its site."""
        content = self._target(end).content
        flipped = isinstance(content, PlacedText) and content.frame is not None and content.frame.flipped
        site = SITES[self._shape_of(end), flipped][end.side]
        return f'<a:{which}Cxn id="{self.numbers[end.target]}" idx="{site}"/>'

    def _cross(self, edge: Connector, before: Point, at: Point) -> str:
        """A cross on an edge, a little before its end; DrawingML has no such head."""
        (x, y), half = cross_middle(before, at), CROSS / 2
        box = Box(round(x - half, 2), round(y - half, 2), CROSS, CROSS)
        strokes = [((x - half, y - half), (x + half, y + half)), ((x - half, y + half), (x + half, y - half))]
        solid_line = Line(edge.line.color, edge.line.width)
        named = f'<p:cNvPr id="{next(self.context.ids)}" name="Cross">{DECORATIVE}</p:cNvPr>'
        return (
            f"<p:sp><p:nvSpPr>{named}<p:cNvSpPr/>"
            f"<p:nvPr/></p:nvSpPr><p:spPr>{_place(box)}{_path(strokes, box)}<a:noFill/>{outline(solid_line)}"
            "</p:spPr></p:sp>"
        )


def cross_middle(before: Point, at: Point) -> Point:
    """Where the middle of a cross lies, on the last piece of an edge."""
    (x1, y1), (x2, y2) = before, at
    part = CROSS_AWAY / max(abs(x2 - x1) + abs(y2 - y1), 0.01)
    return x2 + (x1 - x2) * part, y2 + (y1 - y2) * part


def _place(box: Box, flip: str = "") -> str:
    return (
        f'<a:xfrm{flip}><a:off x="{emu(box.x)}" y="{emu(box.y)}"/>'
        f'<a:ext cx="{emu(box.w)}" cy="{emu(box.h)}"/></a:xfrm>'
    )


def _line(line: Line, start: Head, end: Head, *, large: bool) -> str:
    """`a:ln` with its heads (of thin lines, `large` ones), in the order of CT_LineProperties."""
    dash = f'<a:prstDash val="{DASHES[line.dash]}"/>' if line.dash != "solid" else ""
    size = "lg" if large and line.width <= THIN else "med"
    heads = "".join(
        f'<a:{name} type="{HEADS[head]}" w="{size}" len="{size}"/>'
        for name, head in (("headEnd", start), ("tailEnd", end))
        if head in HEADS
    )
    return f'<a:ln w="{emu(line.width)}">{solid(line.color)}{dash}<a:miter lim="800000"/>{heads}</a:ln>'


def _path(lines: Sequence[Sequence[Point]], box: Box) -> str:
    """`a:custGeom` of open lines in a box."""
    drawn = ""
    for line in lines:
        for n, (x, y) in enumerate(line):
            at = f'<a:pt x="{emu(x - box.x)}" y="{emu(y - box.y)}"/>'
            drawn += f"<a:lnTo>{at}</a:lnTo>" if n else f"<a:moveTo>{at}</a:moveTo>"
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{emu(box.w)}" h="{emu(box.h)}" fill="none">{drawn}</a:path></a:pathLst></a:custGeom>'
    )
