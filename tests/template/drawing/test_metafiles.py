"""Windows metafiles, built record by record."""

from __future__ import annotations

import gzip
import random
import struct

import pytest

from deckgen.template.drawing.metafile import metafile_svg
from tests.template.drawing.drawn import numbers, paths, picture, pixel, svg


def record(kind: int, *values: int, small: tuple[int, ...] = ()) -> bytes:
    """An EMF record of 32-bit values and then 16-bit ones."""
    body = b"".join(struct.pack("<I", value & 0xFFFFFFFF) for value in values)
    body += struct.pack(f"<{len(small)}h", *small)
    return struct.pack("<II", kind, 8 + len(body)) + body


def emf(*records: bytes, size: tuple[int, int] = (100, 50)) -> bytes:
    """A file of these records, `size` in device units and tenths of a millimetre."""
    bounds = struct.pack("<4i", 0, 0, *size) + struct.pack("<4i", 0, 0, size[0] * 10, size[1] * 10)
    header = struct.pack("<II", 1, 88) + bounds + b" EMF" + struct.pack("<I", 0x10000) + bytes(40)
    return header + b"".join(records) + record(14, 0, 0, 20)


RED = record(39, 1, 0, 0x0000FF, 0) + record(37, 1)
NO_PEN = record(37, 0x80000008)
WINDOW = record(9, 100, 50) + record(11, 100, 50)


def box(left: int, top: int, right: int, bottom: int) -> bytes:
    return record(86, 0, 0, 0, 0, 4, small=(left, top, right, top, right, bottom, left, bottom))


def drawn(*records: bytes) -> str:
    made = metafile_svg(emf(*records))
    assert made is not None
    return made[0]


def test_a_polygon_in_the_brush_s_colour() -> None:
    (path,) = paths(drawn(RED, NO_PEN, box(10, 10, 60, 40)))
    assert (path.get("fill"), path.get("stroke")) == ("#FF0000", None)
    assert path.get("d") == "M10,10L60,10L60,40L10,40Z"


def test_the_size_is_that_of_the_frame() -> None:
    made = metafile_svg(emf(RED, box(0, 0, 9, 9)))
    assert made is not None
    assert made[1] == pytest.approx((1000 / 2540 * 72, 500 / 2540 * 72))


def test_logical_units_are_scaled_to_the_device() -> None:
    window = record(9, 1000, 500) + record(10, 500, 0) + record(11, 100, 50)
    (path,) = paths(drawn(window, RED, NO_PEN, box(500, 0, 1500, 500)))
    assert path.get("d") == "M0,0L100,0L100,50L0,50Z"


def test_the_world_may_be_turned_and_set_back() -> None:
    turned = struct.pack("<6f", 0.0, 1.0, -1.0, 0.0, 50.0, 0.0)
    world = struct.pack("<II", 35, 32) + turned
    found = paths(
        drawn(record(33), RED, NO_PEN, world, box(0, 0, 10, 10), record(34, -1), RED, box(0, 0, 10, 10))
    )
    assert [path.get("d") for path in found] == ["M50,0L50,10L40,10L40,0Z", "M0,0L10,0L10,10L0,10Z"]


def test_a_path_of_lines_and_curves_is_filled_when_it_is_told_to_be() -> None:
    begun = record(59) + record(27, 0, 0)
    curve = record(88, 0, 0, 0, 0, 3, small=(10, 0, 20, 10, 20, 20))
    line = record(54, 0, 20)
    (path,) = paths(drawn(RED, begun, curve, line, record(61), record(60), record(62, 0, 0, 0, 0)))
    assert (path.get("d"), path.get("fill")) == ("M0,0C10,0 20,10 20,20L0,20Z", "#FF0000")
    assert path.get("stroke") is None


def test_several_polygons_are_one_figure_with_holes() -> None:
    outer, inner = (0, 0, 40, 0, 40, 40, 0, 40), (10, 10, 30, 10, 30, 30, 10, 30)
    both = record(91, 0, 0, 0, 0, 2, 8, 4, 4, small=(*outer, *inner))
    (path,) = paths(drawn(RED, NO_PEN, both))
    assert (path.get("fill-rule"), (path.get("d") or "").count("M")) == ("evenodd", 2)


def test_a_bitmap_is_a_picture() -> None:
    header = struct.pack("<IiiHHIIiiII", 40, 2, 2, 1, 24, 0, 16, 0, 0, 0, 0)
    bits = bytes.fromhex("0000ff0000ff0000 0000ff0000ff0000")
    begin = 80
    values = (0, 0, 0, 0, 5, 5, 0, 0, 2, 2, begin, 40, begin + 40, 16, 0, 0x00CC0020, 40, 30)
    stretch = struct.pack("<II", 81, 80 + 56) + struct.pack("<18I", *values) + header + bits
    assert len(stretch) == 80 + 56
    found = drawn(WINDOW, stretch)
    assert 'x="5" y="5" width="40" height="30"' in found
    assert "data:image/png" in found


def test_a_logo_on_a_layout() -> None:
    logo = emf(WINDOW, RED, NO_PEN, box(0, 0, 100, 50))
    found = svg(picture((100, 100, 200, 100)), media={"logo.emf": logo})
    assert (pixel(found, 200, 150), pixel(found, 90, 150)) == ((255, 0, 0), (255, 255, 255))


def test_compressed_ones_are_unpacked() -> None:
    assert metafile_svg(gzip.compress(emf(RED, box(0, 0, 9, 9)))) is not None


def word(kind: int, *values: int) -> bytes:
    """A WMF record of 16-bit values."""
    return struct.pack("<IH", 3 + len(values), kind) + struct.pack(f"<{len(values)}h", *values)


def wmf(*records: bytes, placeable: bool = True) -> bytes:
    place = b"\xd7\xcd\xc6\x9a" + struct.pack("<H4hHIH", 0, 0, 0, 100, 50, 96, 0, 0)
    header = struct.pack("<HHHIHIH", 1, 9, 0x300, 0, 1, 0, 0)
    return (place if placeable else b"") + header + b"".join(records) + word(0)


BRUSH = word(0x02FC, 0, 0x00FF, 0, 0) + word(0x012D, 0)
EXTENT = word(0x020C, 50, 100)
POLYGON = word(0x0324, 3, 0, 0, 100, 0, 0, 50)


def test_an_old_metafile() -> None:
    made = metafile_svg(wmf(EXTENT, BRUSH, POLYGON))
    assert made is not None
    assert made[1] == (75, 37.5)
    (path,) = paths(made[0])
    assert (path.get("fill"), path.get("d")) == ("#FF0000", "M0,0L100,0L0,50Z")


def test_one_whose_axis_runs_upwards() -> None:
    made = metafile_svg(wmf(word(0x020B, 50, 0), word(0x020C, -50, 100), BRUSH, POLYGON, placeable=False))
    assert made is not None
    (path,) = paths(made[0])
    assert path.get("d") == "M0,50L100,50L0,0Z"


def test_other_objects_keep_their_numbers() -> None:
    font = word(0x02FB, 0, 0)
    made = metafile_svg(wmf(EXTENT, font, word(0x02FC, 0, 0x00FF, 0, 0), word(0x012D, 1), POLYGON))
    assert made is not None
    assert paths(made[0])[0].get("fill") == "#FF0000"


@pytest.mark.parametrize(
    "data", [b"", b"\1\0\0\0", b"\x1f\x8bnot", emf(), wmf(), b"\xd7\xcd\xc6\x9a" + bytes(50)]
)
def test_what_draws_nothing_is_none(data: bytes) -> None:
    assert metafile_svg(data) is None


@pytest.mark.parametrize("seed", range(100))
def test_no_damage_breaks_the_reading(seed: int) -> None:
    source = random.Random(seed)
    whole = emf(
        WINDOW, RED, box(1, 2, 30, 40), record(59), record(54, 9, 9), record(60), record(64, 0, 0, 0, 0)
    )
    data = bytearray(whole if seed % 2 else wmf(EXTENT, BRUSH, POLYGON, word(0x0538, 1, 3, 0, 0, 9, 9, 0, 9)))
    for _ in range(source.randint(1, 12)):
        data[source.randrange(len(data))] = source.randrange(256)
    made = metafile_svg(bytes(data[: source.randint(10, len(data))]))
    if made is not None:
        assert not {"nan", "inf"} & set(numbers(made[0]))
