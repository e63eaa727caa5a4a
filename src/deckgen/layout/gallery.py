"""Pictures in rows of one height, as large as they get, the captions of a row on one line."""

from __future__ import annotations

import math
from dataclasses import dataclass

from deckgen.layout.caption import Caption
from deckgen.layout.framed import Framed
from deckgen.layout.picture import framed
from deckgen.layout.setting import OPTICAL, Names, Setting
from deckgen.model import Fit, Gallery, Image
from deckgen.scene import Part, Picture, Placed
from deckgen.slots import Box, Slot

LEAST = 48.0
"""The height in pt under which a picture of a gallery shows nothing any more."""

TIGHT = 0.6
"""Pictures stand closer than blocks do: the gaps between them, in the theme's gap."""

NARROW = 96.0
"""The width in pt that a picture with a caption takes at least."""

LINES = 2
"""As many lines as a caption takes in its picture's width, before it gets a wider cell."""

RAGGED = 0.3
"""What a last row with one picture costs, in the area of all."""

MOST_COLUMNS = 12
EVEN = 0.1
"""Heights in pt that differ by less are one."""

_ROUNDS = 8
"""How often rows are made lower: pictures then get narrower, and the captions under them higher."""


@dataclass(frozen=True, slots=True)
class _Row:
    """Some of the pictures, the width (pt) that each takes, and the height that their captions need."""

    images: tuple[Image, ...]
    widths: tuple[float, ...]
    captions: float

    def width(self, gap: float) -> float:
        """The width in pt of all of it."""
        return sum(self.widths) + gap * (len(self.widths) - 1)


@dataclass(frozen=True, slots=True)
class _Grid:
    """Rows of pictures, all of them `h` pt high."""

    rows: tuple[_Row, ...]
    h: float

    def height(self, gap: float) -> float:
        """The height in pt of all rows, captions and gaps."""
        return sum(self.h + row.captions for row in self.rows) + gap * (len(self.rows) - 1)


@dataclass(frozen=True, slots=True)
class GalleryPiece:
    """A gallery; `centred` where it stands alone.

    Pictures of one shape make a grid of equal cells.  Of several shapes, each is as wide as its own.
    """

    block: Gallery
    centred: bool = False
    visual: bool = True

    def height(self, width: float, setting: Setting) -> float:
        columns = self.block.columns or min(len(self.block.images), 4)
        grid = self._in_width(columns, LEAST, width, setting)
        own = Caption.of(self.block)
        return grid.height(self._gap(setting)) + own.height(own.width(0.0, width), setting)

    def most(self, width: float, setting: Setting) -> float:
        return math.inf

    def breaks_words(self, width: float, setting: Setting) -> bool:
        return False

    def place(self, box: Box, setting: Setting, names: Names, slot: Slot | None) -> list[Placed]:
        own, gap = Caption.of(self.block), self._gap(setting)
        grid, below, room = self._over_caption(box, setting)
        width = max(row.width(gap) for row in grid.rows)
        x, y = box.x, box.y
        if self.centred:
            x += (box.w - max(width, below)) / 2
            y += max(room - grid.height(gap), 0.0) * OPTICAL
        placed, n = list[Placed](), 0
        for row in grid.rows:
            placed += self._row(row, Box(x, y, width, grid.h), n, setting, names)
            n, y = n + len(row.images), y + grid.h + row.captions + gap
        return placed + own.place(x, y - gap, below, setting, names, (self.block,))

    def _over_caption(self, box: Box, setting: Setting) -> tuple[_Grid, float, float]:
        """The grid, how wide its own caption is (pt), and the height (pt) that this leaves of `box`."""
        own, gap, reserved = Caption.of(self.block), self._gap(setting), 0.0
        for _ in range(_ROUNDS):
            room = Box(box.x, box.y, box.w, box.h - reserved)
            grid = self._best(room, setting)
            below = own.width(max(row.width(gap) for row in grid.rows), box.w) if own else 0.0
            needed = own.height(below, setting)
            if needed <= reserved:
                break
            reserved = needed
        return grid, below, room.h

    def _row(self, row: _Row, at: Box, n: int, setting: Setting, names: Names) -> list[Placed]:
        """The pictures of a row, counted from `n`, each with its caption: both are one part of the block."""
        placed, x = list[Placed](), at.x
        for unit, (image, width) in enumerate(zip(row.images, row.widths, strict=True), n):
            shown = framed(image)
            frame, crop = shown.fitted(Box(x, at.y, width, at.h))
            top = at.bottom - frame.h  # a picture that is small by itself stands close to its caption
            frame = Box(round(x, 2), round(top, 2), round(frame.w, 2), round(frame.h, 2))
            name, blocks = names.new(Part.PICTURE), (self.block, image)
            placed.append(
                Placed(
                    name,
                    Part.PICTURE,
                    frame,
                    Picture(image, crop, setting.tools.theme.rounding.picture),
                    None,
                    blocks,
                    unit,
                )
            )
            placed += shown.caption.place(x, at.bottom, width, setting, names, blocks, unit)
            x += width + self._gap(setting)
        return placed

    def _gap(self, setting: Setting) -> float:
        return setting.tools.theme.gap * TIGHT

    def _best(self, room: Box, setting: Setting) -> _Grid:
        """The grid in which most is seen of the pictures, of those that `room` holds."""
        count, given, gap = len(self.block.images), self.block.columns, self._gap(setting)
        wanted = [min(given, count)] if given else range(1, min(count, MOST_COLUMNS) + 1)
        grids = [self._in_room(columns, room, setting) for columns in wanted]
        return max(grids, key=lambda grid: (grid.height(gap) <= room.h + EVEN, _seen(grid)))

    def _in_room(self, columns: int, room: Box, setting: Setting) -> _Grid:
        """The grid of so many columns, its rows as high as `room` lets them be."""
        gap, h = self._gap(setting), max(room.h, 1.0)
        for _ in range(_ROUNDS):
            grid = self._in_width(columns, h, room.w, setting)
            over = grid.height(gap) - room.h
            if over <= EVEN:
                break
            h = max(grid.h - over / len(grid.rows), 1.0)
        return grid

    def _in_width(self, columns: int, h: float, width: float, setting: Setting) -> _Grid:
        """The grid of so many columns, its rows `h` pt high or as high as `width` pt let them be."""
        gap = self._gap(setting)
        for _ in range(_ROUNDS):
            grid = _Grid(self._rows(columns, h, width, setting), h)
            over = max(row.width(gap) for row in grid.rows) / width
            if over <= 1.0001:
                return grid
            h /= over
        widest = max(image.pixels[0] / image.pixels[1] for image in self.block.images)
        h = min(h, _even(columns, width, gap) / widest)  # no picture is wider than its cell
        return _Grid(self._rows(columns, h, width, setting), h)

    def _rows(self, columns: int, h: float, width: float, setting: Setting) -> tuple[_Row, ...]:
        """The pictures in rows of `columns`, `h` pt high, in `width` pt."""
        images, gap = self.block.images, self._gap(setting)
        even = _even(columns, width, gap)
        cut = any(image.fit is Fit.COVER for image in images)
        rows = []
        for first in range(0, len(images), columns):
            some = images[first : first + columns]
            widths = tuple(even if cut else _width(framed(image), h, even, width, setting) for image in some)
            tall = (Caption.of(image).height(w, setting) for image, w in zip(some, widths, strict=True))
            rows.append(_Row(some, widths, max(tall)))
        return tuple(rows)


def _even(columns: int, width: float, gap: float) -> float:
    """The width in pt of each of so many equal cells."""
    return max((width - gap * (columns - 1)) / columns, 1.0)


def _width(shown: Framed, h: float, even: float, most: float, setting: Setting) -> float:
    """The width in pt of a picture `h` pt high: wider, up to an `even` cell, for a caption of many lines."""
    w = min(shown.pixels[0] / shown.pixels[1] * h, most)
    if not shown.caption or w >= even:
        return w
    w = max(w, min(NARROW, even))
    line = shown.caption.height(math.inf, setting)
    return even if shown.caption.height(w, setting) > LINES * line else w


def _seen(grid: _Grid) -> float:
    """The area (pt²) of all pictures of a grid, less what is cut off; less, too, for gaps in the last row."""
    total = 0.0
    for row in grid.rows:
        for image, width in zip(row.images, row.widths, strict=True):
            frame, (left, top, right, bottom) = framed(image).fitted(Box(0, 0, width, grid.h))
            total += frame.w * frame.h * (1 - left - right) * (1 - top - bottom)
    first, last = len(grid.rows[0].images), len(grid.rows[-1].images)
    return total * (1 - RAGGED * (first - last) / first)
