"""`decorations` and `logo` of a theme or layout file → what a layout draws behind its pages."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal, cast

from deckgen.decorations import Decoration, Emblem, Line, Shape, Words
from deckgen.diagnostics import did_you_mean
from deckgen.figures.imagefiles import ImageFile, read_image
from deckgen.figures.presets import GUIDES
from deckgen.localfile import local_file
from deckgen.model import Background
from deckgen.slots import Box, Slot
from deckgen.theme import ColorRef, TextStyle
from deckgen.themefile.places import PLACE_KEYS, Grid
from deckgen.themefile.tokens import Reader
from deckgen.yamlnodes import Mapping, Node, Scalar, Sequence

_PLACED = ("name", "box", *PLACE_KEYS)
SHAPE_KEYS = (*_PLACED, "shape", "fill", "line", "radius", "adjust", "flip")
PICTURE_KEYS = (*_PLACED, "picture", "align", "anchor")
TEXT_KEYS = (*_PLACED, "text", "style", "anchor")
LINE_KEYS = ("color", "width", "dash")
LOGO_KEYS = ("box", *PLACE_KEYS, "align", "anchor")
GROUNDS = ("normal", "inverse")
PICTURE_BEHIND_KEYS = ("image", "dim")
_SIDES = {"left": 0.0, "start": 0.0, "top": 0.0, "center": 0.5, "middle": 0.5, "right": 1.0, "end": 1.0,
          "bottom": 1.0}  # fmt: skip
_WAYS = {"no": (False, False), "across": (True, False), "down": (False, True), "both": (True, True)}

Anchor = Literal["top", "middle", "bottom"]
Logo = tuple[Emblem, tuple[int, int]]
"""A logo's files, and the pixels that give its shape."""


@dataclass(slots=True)
class DecorationReader:
    """Reads the decorations of one theme's layouts; each picture file is looked at once."""

    grid: Grid
    styles: dict[str, TextStyle]
    read: Reader
    _seen: dict[Path, ImageFile | str] = field(default_factory=dict)

    def decorations(self, node: Mapping) -> tuple[Decoration, ...]:
        """Those in the list of a layout or a master, from the back to the front."""
        group = node.get("decorations")
        if group is None:
            return ()
        items = group.items if isinstance(group, Sequence) else ()
        if not isinstance(group, Sequence) or not all(isinstance(item, Mapping) for item in items):
            self.read.wrong(group, "decorations", "a list of mappings, one for each decoration")
        found = (self._one(item) for item in items if isinstance(item, Mapping))
        return tuple(decoration for decoration in found if decoration)

    def _one(self, node: Mapping) -> Decoration | None:
        kinds = {"picture": (PICTURE_KEYS, self._picture), "text": (TEXT_KEYS, self._text)}
        keys, made = next((kinds[key] for key in kinds if node.get(key)), (SHAPE_KEYS, self._shape))
        self.read.known(node, keys)
        box = self._box(node, "a decoration")
        found = made(node, box or Box(0.0, 0.0, 1.0, 1.0))
        name = self.read.text(node, "name", "Decoration")
        if box and found:
            self._check_place(box, node, line=isinstance(found[1], Shape) and found[1].shape == "line")
        return Decoration(found[0], found[1], name) if box and found else None

    def _check_place(self, box: Box, node: Mapping, *, line: bool) -> None:
        """A decoration has a size, and some of it stands on the page."""
        least, (w, h) = 0.0 if line else 0.01, self.grid.page
        if min(box.w, box.h) < least:
            self.read.report.error("decoration-empty", "a decoration has a width and a height", node.span)
        elif box.x >= w or box.y >= h or box.right <= -least or box.bottom <= -least:
            message = f"this decoration stands beside the page of {w:g} × {h:g} pt"
            self.read.report.warning("decoration-off-page", message, node.span)

    def _box(self, node: Mapping, what: str) -> Box | None:
        if node.get("box") is None:
            return self.grid.box(node, self.read, what)
        w, h = self.grid.page
        sides = self.read.lengths(node, "box", (w, h, w, h), self.grid.k)
        return Box(*(round(side, 2) for side in sides)) if sides else None

    def _shape(self, node: Mapping, box: Box) -> tuple[Box, Shape]:
        read, line = self.read, self._line(node)
        shape = read.choice(node, "shape", tuple(GUIDES), "rect")
        radius = read.number(node, "radius", 0.0, 0, 300) * self.grid.k
        fills = node.get("fill") is not None or line is None
        return box, Shape(
            read.color(node, "fill", ColorRef("accent1")) if fills else None,
            "roundRect" if radius and shape == "rect" else shape,
            line,
            radius,
            read.share(node, "adjust"),
            _WAYS[read.choice(node, "flip", tuple(_WAYS), "no")],
        )

    def _line(self, node: Mapping) -> Line | None:
        """A colour alone, or a mapping with its width (pt) and dash."""
        read, given = self.read, node.get("line")
        if given is None:
            return None
        if isinstance(given, Scalar):
            return Line(read.color(node, "line", ColorRef("accent1")), self.grid.k)
        entry = read.mapping(node, "line", LINE_KEYS)
        dash = read.choice(entry, "dash", ("solid", "dash", "dot"), "solid")
        return Line(
            read.color(entry, "color", ColorRef("accent1")),
            read.number(entry, "width", 1.0, 0, 60) * self.grid.k,
            cast(Literal["solid", "dash", "dot"], dash),
        )

    def _text(self, node: Mapping, box: Box) -> tuple[Box, Words] | None:
        read = self.read
        style, anchor = read.text(node, "style", "footer"), self._anchor(node)
        if style not in self.styles:
            hints = did_you_mean(style, self.styles)
            where = node.get("style") or node
            read.report.error("unknown-style", f"there is no style `{style}`", where.span, *hints)
            return None
        return box, Words(read.text(node, "text", ""), style, anchor)

    def _anchor(self, node: Mapping) -> Anchor:
        return cast(Anchor, self.read.choice(node, "anchor", ("top", "middle", "bottom"), "top"))

    def _picture(self, node: Mapping, box: Box) -> tuple[Box, Emblem] | None:
        files = self.emblem(node, "picture")
        return (self._fitted(node, box, files[1]), files[0]) if files else None

    def _fitted(self, node: Mapping, box: Box, pixels: tuple[int, int]) -> Box:
        """The place of a whole picture in its box, where `align` and `anchor` put it."""
        align = self.read.choice(node, "align", ("left", "center", "right"), "left")
        across, down = _SIDES[align], _SIDES[self._anchor(node)]
        scale = max(min(box.w / pixels[0], box.h / pixels[1]), 0.0)
        w, h = round(pixels[0] * scale, 2), round(pixels[1] * scale, 2)
        return Box(round(box.x + (box.w - w) * across, 2), round(box.y + (box.h - h) * down, 2), w, h)

    def emblem(self, node: Mapping, key: str) -> Logo | None:
        """The picture at `key`: one file, or one for normal and one for inverse pages."""
        given = node.get(key)
        if given is None:
            return None
        if not isinstance(given, Mapping):
            found = self._file(given, key)
            return (Emblem(found[0], found[0]), found[1].pixels) if found else None
        self.read.known(given, GROUNDS)
        files = [self._file(given.get(ground) or given, ground) for ground in GROUNDS]
        if files[0] is None or files[1] is None:
            return None
        return Emblem(files[0][0], files[1][0]), files[0][1].pixels

    def _file(self, node: Node, key: str) -> tuple[Path, ImageFile] | None:
        """The picture file that a node names, beside the file in which it stands."""
        if not isinstance(node, Scalar):
            self.read.wrong(node, key, "the name of a picture file")
            return None
        folder = Path(node.span.file).parent
        path = local_file(node.text, node.span, folder, folder.resolve(), self.read.report, "theme")
        return self._header(path, node) if path else None

    def logo_at(self, path: Path) -> Logo | None:
        """A logo whose file has been looked at: the outline's."""
        image = read_image(path)
        return (Emblem(path, path), image.pixels) if isinstance(image, ImageFile) else None

    def _header(self, path: Path, node: Scalar) -> tuple[Path, ImageFile] | None:
        """What the header of a picture says; an error at `node` where it is none."""
        if path not in self._seen:
            self._seen[path] = read_image(path)
        image = self._seen[path]
        if isinstance(image, ImageFile):
            return path, image
        hint = "png, jpg, gif, webp and svg files can be shown"
        self.read.report.error("bad-image", f"`{path.name[:80]}` {image}", node.span, hint)
        return None

    def behind(self, node: Mapping) -> Background | None:
        """The picture behind a layout: `picture: {image: file, dim: 0.4}`, or the file alone."""
        given = node.get("picture")
        if given is None:
            return None
        entry = (
            self.read.mapping(node, "picture", PICTURE_BEHIND_KEYS) if isinstance(given, Mapping) else None
        )
        named = entry.get("image") if entry else given
        found = self._file(named or given, "image" if entry else "picture")
        if found is None:
            return None
        path, image = found
        dim = self.read.share(entry, "dim") or 0.0
        return Background(
            image=path, pixels=image.pixels, media_type=image.media_type, dim=dim, span=given.span
        )

    def logo(self, place: Mapping, logo: Logo | None) -> Decoration | None:
        """The theme's logo, if it has one, where a layout or the master has a place for it."""
        self.read.known(place, LOGO_KEYS)
        box = self._box(place, "a logo")
        pixels = logo[1] if logo else (1, 1)
        fitted = self._fitted(place, box, pixels) if box and min(box.w, box.h) > 0 else None
        return Decoration(fitted, logo[0], "Logo") if fitted and logo else None


def making_way(slots: tuple[Slot, ...], logo: Box, gap: float) -> tuple[Slot, ...]:
    """Slots that the logo would stand in, cut short at its side."""
    return tuple(_cut(slot, logo, gap) for slot in slots)


def _cut(slot: Slot, logo: Box, gap: float) -> Slot:
    box = slot.box
    if box.x >= logo.right or box.right <= logo.x or box.y >= logo.bottom or box.bottom <= logo.y:
        return slot
    before, after = logo.x - gap - box.x, box.right - logo.right - gap
    if max(before, after) <= 0:
        return slot
    x = box.x if before >= after else logo.right + gap
    return replace(slot, box=replace(box, x=round(x, 2), w=round(max(before, after), 2)))
