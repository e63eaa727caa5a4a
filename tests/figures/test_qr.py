"""An address → a code that readers other than ours read, and outlines that fill to its fields."""

from __future__ import annotations

import segno
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageDraw

from deckgen.figures.qr import MOST_BYTES, QUIET, Point, outlines, qr_code

ADDRESS = "https://example.org/lectures/pact?part=2"
Outlines = tuple[tuple[Point, ...], ...]


def filled(found: Outlines, size: int) -> set[Point]:
    """The fields inside, by the rule of odd crossings, as another library fills polygons."""
    scale, whole = 4, Image.new("1", (size * 4, size * 4))
    for outline in found:
        one = Image.new("1", whole.size)
        ImageDraw.Draw(one).polygon([(x * scale - 0.5, y * scale - 0.5) for x, y in outline], fill=1)
        whole = ImageChops.logical_xor(whole, one)
    pixels = whole.load()
    assert pixels
    return {(x, y) for x in range(size) for y in range(size) if pixels[x * scale + 2, y * scale + 2]}


def area(outline: tuple[Point, ...]) -> float:
    """The area inside, positive for a way round that is clockwise on a page whose y runs down."""
    pairs = zip(outline, outline[1:] + outline[:1], strict=True)
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs) / 2


def test_the_outlines_fill_to_the_fields_of_the_code() -> None:
    matrix = segno.make(ADDRESS, error="m", micro=False, boost_error=False).matrix
    code = qr_code(ADDRESS)
    wanted = {(x + QUIET, y + QUIET) for y, row in enumerate(matrix) for x, dark in enumerate(row) if dark}
    assert code.size == len(matrix) + 2 * QUIET
    assert filled(code.outlines, code.size) == wanted
    assert sum(area(outline) for outline in code.outlines) == len(wanted)


@given(st.sets(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=49))
@settings(max_examples=200, deadline=None)
def test_any_fields_are_what_their_outlines_fill_to(fields: set[Point]) -> None:
    found = outlines(fields)
    assert filled(found, 8) == fields
    assert sum(area(outline) for outline in found) == len(fields)


def test_only_corners_are_told() -> None:
    assert outlines({(0, 0), (1, 0), (2, 0)}) == (((0, 0), (3, 0), (3, 1), (0, 1)),)


def test_the_longest_address() -> None:
    assert qr_code("a" * MOST_BYTES).size == 177 + 2 * QUIET
