"""A diagram in a box: its nodes, groups and edges as placed shapes, with its caption."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from deckgen.color import contrast
from deckgen.figures.diagrams.ends import Side
from deckgen.figures.diagrams.flowchart import Edge, Look, Node, Stroke
from deckgen.figures.diagrams.flowchart import Group as Subgraph
from deckgen.figures.diagrams.flowchart import Shape as Outline
from deckgen.figures.diagrams.geometry import Frame as Place
from deckgen.figures.diagrams.geometry import Route
from deckgen.figures.diagrams.shapes import PRESETS, ROUND_CORNER, words_in
from deckgen.figures.diagrams.sizes import Size
from deckgen.layout.caption import Caption
from deckgen.layout.diagramfit import ENDLESS, RING, Fitted, FittedDiagram, Words
from deckgen.layout.setting import OPTICAL, Names, Setting
from deckgen.layout.textbox import drawn_height, with_formulas
from deckgen.model import Diagram
from deckgen.scene import Connector, End, Frame, Group, Line, Part, Placed, PlacedText, Shape
from deckgen.slots import Box, Slot
from deckgen.theme import ColorRef

PAPER, INK, MUTED, SURFACE = (ColorRef(role) for role in ("background", "text", "muted", "surface"))
BLACK, WHITE = ColorRef("#000000"), ColorRef("#FFFFFF")
OUTLINE = ColorRef("muted", lighter=0.2)
BORDER = ColorRef("muted", lighter=0.4)
EDGE_WIDTH, THICK_WIDTH, LINE_WIDTH = 1.5, 3.0, 1.0
PT_PER_PX = 0.75


@dataclass(frozen=True, slots=True)
class DiagramPiece:
    """A diagram; `centred` where it stands alone."""

    block: Diagram
    centred: bool = False
    visual: bool = True

    def height(self, width: float, setting: Setting) -> float:
        least = self._fitting(setting).least(width, setting).geometry
        return least.h + self._caption_height(width, setting)

    def most(self, width: float, setting: Setting) -> float:
        room = Size(width, ENDLESS)
        fitted = self._fitting(setting).largest(room, setting)
        whole = fitted.geometry.h if fitted else self.height(width, setting)
        return whole + self._caption_height(width, setting)

    def breaks_words(self, width: float, setting: Setting) -> bool:
        return False

    def place(self, box: Box, setting: Setting, names: Names, slot: Slot | None) -> list[Placed]:
        below = self._caption_height(box.w, setting)
        room = Size(box.w, max(box.h - below, 1.0))
        fitting = self._fitting(setting)
        fitted = fitting.largest(room, setting)
        if fitted is None:
            fitted = fitting.least(room.w, setting)
            self._too_wide(fitted, room, setting)
        whole = fitted.geometry
        x = box.x + ((box.w - whole.w) / 2 if self.centred else 0.0)
        y = box.y + ((room.h - whole.h) * OPTICAL if self.centred else 0.0)
        at = Box(round(x, 2), round(y, 2), round(whole.w, 2), round(whole.h, 2))
        shapes = {node.id: node.shape for node in self.block.flowchart.nodes}
        children = tuple(_Drawing(self.block, fitted, at, setting, names, shapes).all())
        name = names.new(Part.DIAGRAM)
        placed = [Placed(name, Part.DIAGRAM, at, Group(children), None, (self.block,))]
        caption = Caption.of(self.block)
        wide = min(caption.width(whole.w, box.w), round(box.right - at.x, 2))
        return placed + caption.place(at.x, at.bottom, wide, setting, names, (self.block,))

    def _fitting(self, setting: Setting) -> FittedDiagram:
        """What is worked out of the diagram, kept for the deck: a page asks for it many times."""
        known, key = setting.tools.diagrams, id(self.block.flowchart)
        if key not in known:
            lang = self.block.lang or setting.lang or setting.tools.lang
            known[key] = FittedDiagram(self.block, lang)
        return known[key]

    def _caption_height(self, width: float, setting: Setting) -> float:
        caption = Caption.of(self.block)
        return caption.height(caption.width(0.0, width), setting)

    def _too_wide(self, fitted: Fitted, room: Size, setting: Setting) -> None:
        """Tell that words would be too small to read; what is too high alone the slide tells."""
        whole = fitted.geometry
        if whole.w <= room.w + 0.01:
            return
        message = (
            f"the diagram is too wide: it needs {whole.w:.0f} pt even at the smallest size of its words, "
            f"and has {room.w:.0f} pt"
        )
        hint = "let it flow the other way (`TD` or `LR`), shorten its labels, or make two diagrams of it"
        setting.tools.report.error("overflow", message, self.block.span, hint)


@dataclass(frozen=True, slots=True)
class _Drawing:
    """Makes the shapes of a diagram whose top left corner is that of `at`."""

    block: Diagram
    fitted: Fitted
    at: Box
    setting: Setting
    names: Names
    shapes: dict[str, Outline]

    def all(self) -> Iterator[Placed]:
        """Groups from the outermost, nodes, edges, and the words on edges: each over those before."""
        chart, targets = self.block.flowchart, dict[str, str]()
        for group, words in reversed(list(zip(chart.groups, self.fitted.groups, strict=True))):
            yield from self._group(group, words, targets)
        for node, words in zip(chart.nodes, self.fitted.nodes, strict=True):
            yield from self._node(node, words, targets)
        for i, edge in enumerate(chart.edges):
            if i in self.fitted.geometry.routes:
                yield self._edge(edge, self.fitted.geometry.routes[i], targets)
        for i, (edge, own) in enumerate(zip(chart.edges, self.fitted.edges, strict=True)):
            route = self.fitted.geometry.routes.get(i)
            if own and route and route.label:
                yield self._label(edge, route.label, own)

    def _box(self, place: Place) -> Box:
        x, y = place.x + self.at.x, place.y + self.at.y
        return Box(round(x, 2), round(y, 2), round(place.w, 2), round(place.h, 2))

    def _group(self, group: Subgraph, words: Words, targets: dict[str, str]) -> Iterator[Placed]:
        """The box of a group, and its title."""
        name = targets[group.id] = self.names.new(Part.PANEL)
        fill = _color(group.look.fill)
        line = self._line(group.look, BORDER, LINE_WIDTH)
        shape = Shape(fill, "roundRect", line, self.setting.tools.theme.rounding.node or ROUND_CORNER)
        yield Placed(name, Part.PANEL, self._box(self.fitted.geometry.frames[group.id]), shape)
        place = self._box(self.fitted.geometry.titles[group.id])
        content = self._words(words, group.look, fill or self.setting.ground, Frame(), place.w)
        yield Placed(self.names.new(Part.LABEL), Part.LABEL, place, content)

    def _node(self, node: Node, words: Words, targets: dict[str, str]) -> Iterator[Placed]:
        """A node with its words; a double circle's outer line is a shape of its own."""
        name = targets[node.id] = self.names.new(Part.NODE)
        place = self.fitted.geometry.frames[node.id]
        line = self._line(node.look, OUTLINE, LINE_WIDTH)
        if node.shape is Outline.DOUBLE_CIRCLE:
            yield Placed(name, Part.NODE, self._box(place), Shape(None, "ellipse", line))
            place = Place(place.x + RING, place.y + RING, place.w - 2 * RING, place.h - 2 * RING)
            name = self.names.new(Part.NODE)
        corner = self.setting.tools.theme.rounding.node
        drawn = Outline.ROUND if node.shape is Outline.RECT and corner else node.shape
        preset = PRESETS[drawn]
        fill = SURFACE if node.look.fill is None else _color(node.look.fill)
        radius = {Outline.ROUND: corner or ROUND_CORNER, Outline.STADIUM: place.h / 2}.get(drawn, 0.0)
        room, box = words_in(preset.name, place, radius, flipped=preset.flipped), self._box(place)
        side, over = max((room.w - words.size.w) / 2, 0.0), 0.0
        padding = (round(side, 2), over, round(side, 2), over)
        frame = Frame(preset.name, fill, line, padding, radius, preset.flipped)
        content = self._words(words, node.look, fill or self.setting.ground, frame)
        yield Placed(name, Part.NODE, box, replace(content, anchor="middle"))

    def _words(
        self, words: Words, look: Look, ground: ColorRef, frame: Frame, width: float | None = None
    ) -> PlacedText:
        """Words in a colour that can be read on what is behind them; `width` (pt) if it is not their own."""
        paragraph, style = words.paragraph, words.style
        color = self._readable(_color(look.color), paragraph.look.color, ground)
        if color != paragraph.look.color:
            style = self.setting.tools.styles.colored(style, color)
            paragraph = replace(paragraph, look=style.level(0))
        paragraph = with_formulas(paragraph, width or words.size.w, self.setting, 0.0)
        return PlacedText(style, (paragraph,), frame=frame, height=drawn_height(paragraph))

    def _readable(self, wanted: ColorRef | None, usual: ColorRef, ground: ColorRef) -> ColorRef:
        """The author's colour as it can be read on a ground, or the usual one, or what can be read there."""
        theme, inverse = self.setting.tools.theme, self.setting.inverse
        first = [theme.readable(wanted, (ground,), inverse)] if wanted else []
        behind = theme.hex(ground, inverse)
        return next(
            color
            for color in (*first, usual, INK, PAPER, BLACK, WHITE)
            if color is WHITE or contrast(theme.hex(color, inverse), behind) >= theme.least.words
        )

    @staticmethod
    def _line(look: Look, usual: ColorRef, width: float) -> Line | None:
        """The line of a look; None where the author wants none."""
        color = usual if look.stroke is None else _color(look.stroke)
        if color is None:
            return None
        own = width if look.width is None else round(look.width * PT_PER_PX, 2)
        return Line(color, max(own, 0.25), "dash" if look.dashed else "solid")

    def _edge(self, edge: Edge, route: Route, targets: dict[str, str]) -> Placed:
        """A connector, glued to what it joins."""
        width = THICK_WIDTH if edge.stroke is Stroke.THICK else EDGE_WIDTH
        line = self._line(edge.look, MUTED, width) or Line(MUTED, width)
        if edge.stroke is Stroke.DOTTED:
            line = replace(line, dash="dash")
        points = [(x + self.at.x, y + self.at.y) for x, y in route.points]
        points[0] = self._site(edge.source, route.start, points[0])
        points[-1] = self._site(edge.target, route.end, points[-1])
        rounded = tuple((round(x, 2), round(y, 2)) for x, y in points)
        start = End(targets[edge.source], route.start, edge.start)
        end = End(targets[edge.target], route.end, edge.end)
        return Placed(
            self.names.new(Part.EDGE),
            Part.EDGE,
            _around(rounded),
            Connector(rounded, line, start, end, self.fitted.large),
        )

    def _site(self, target: str, side: Side, point: tuple[float, float]) -> tuple[float, float]:
        """Where an edge ends at a node: some shapes' sides lie within their box."""
        if target not in self.shapes:
            return point
        box = self._box(self.fitted.geometry.frames[target])
        return PRESETS[self.shapes[target]].site(Place(box.x, box.y, box.w, box.h), side)

    def _label(self, edge: Edge, place: Place, words: Words) -> Placed:
        """The words on an edge, the page's colour behind them."""
        box = self._box(place)
        side = round(max((box.w - words.size.w) / 2, 0.0), 2)
        ground = self.setting.ground
        content = self._words(words, edge.look, ground, Frame("rect", ground, None, (side, 0.0, side, 0.0)))
        return Placed(self.names.new(Part.LABEL), Part.LABEL, box, replace(content, anchor="middle"))


def _color(name: str | None) -> ColorRef | None:
    """A look's colour; None where there is none."""
    return None if name is None or name == "none" else ColorRef(name)


def _around(points: tuple[tuple[float, float], ...]) -> Box:
    """The box round a line."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), round(max(xs) - min(xs), 2), round(max(ys) - min(ys), 2))
