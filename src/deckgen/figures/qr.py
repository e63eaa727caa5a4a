"""An address → the dark fields of its QR code, as outlines without seams."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

MOST_BYTES: Final = 2_331
"""What the largest code holds at the medium level of correction (ISO/IEC 18004, table 7)."""

QUIET: Final = 4
"""Light fields round a code that readers need (ISO/IEC 18004, 9.1)."""

Point = tuple[int, int]


@dataclass(frozen=True, slots=True)
class QrCode:
    """A square of `size` fields a side, its quiet zone among them; `outlines` go round what is dark.

    Every outline is closed; round holes it runs the other way, so that both rules of filling agree.
    """

    size: int
    outlines: tuple[tuple[Point, ...], ...]


def qr_code(text: str) -> QrCode:
    """The code; 15 % of it may be damaged (level M).  Raises ValueError over MOST_BYTES."""
    import segno

    code = segno.make(text, error="m", micro=False, boost_error=False)
    dark = {(x + QUIET, y + QUIET) for y, row in enumerate(code.matrix) for x, on in enumerate(row) if on}
    return QrCode(len(code.matrix) + 2 * QUIET, outlines(dark))


def outlines(fields: set[Point]) -> tuple[tuple[Point, ...], ...]:
    """The outlines of unit squares given by their top left corners, corners alone, clockwise round them."""
    edges = _edges(fields)
    found = []
    while edges:
        start = min(edges)
        found.append(_corners(_loop(start, edges)))
    return tuple(found)


def _edges(fields: set[Point]) -> dict[Point, list[Point]]:
    """The edges between a square and what is none, by the point where they start."""
    edges: dict[Point, list[Point]] = {}
    for x, y in sorted(fields):
        sides = (
            ((x, y - 1), (x, y), (x + 1, y)),
            ((x + 1, y), (x + 1, y), (x + 1, y + 1)),
            ((x, y + 1), (x + 1, y + 1), (x, y + 1)),
            ((x - 1, y), (x, y + 1), (x, y)),
        )
        for beyond, start, end in sides:
            if beyond not in fields:
                edges.setdefault(start, []).append(end)
    return edges


def _loop(start: Point, edges: dict[Point, list[Point]]) -> list[Point]:
    """One way round from `start`, taken out of `edges`; where squares touch, it keeps to its own."""
    loop, at, before = [start], start, start
    while True:
        ends = edges[at]
        end = max(ends, key=lambda e: _turn(before, at, e)) if len(ends) > 1 else ends[0]
        ends.remove(end)
        if not ends:
            del edges[at]
        before, at = at, end
        if at == start:
            return loop
        loop.append(at)


def _turn(a: Point, b: Point, c: Point) -> int:
    """1 for a turn to the right at `b` on a page whose y runs down, -1 to the left, 0 for none."""
    return (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0])


def _corners(loop: list[Point]) -> tuple[Point, ...]:
    """A way round without the points on its straight stretches."""
    around = zip(loop[-1:] + loop[:-1], loop, loop[1:] + loop[:1], strict=True)
    return tuple(b for a, b, c in around if _turn(a, b, c))
