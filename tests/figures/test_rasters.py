"""The orientation that a header gives, beside what another reader of pictures makes of the file."""

from __future__ import annotations

import struct
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageOps

from deckgen.figures.exif import orientation
from deckgen.figures.rasters import read_header


def picture(format: str, turned: int, **options: object) -> bytes:
    """A picture of 30 × 20 pixels with an Exif orientation."""
    exif = Image.Exif()
    exif[0x0112] = turned
    target = BytesIO()
    Image.new("RGB", (30, 20), "teal").save(target, format, exif=exif, **options)
    return target.getvalue()


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("turned", range(1, 9))
def test_pixels_are_counted_as_they_are_seen(format: str, turned: int) -> None:
    data = picture(format, turned)
    found = read_header(data)
    assert found
    with Image.open(BytesIO(data)) as opened:
        assert found.pixels == ImageOps.exif_transpose(opened).size
    assert found.turned == turned


@pytest.mark.parametrize("order", [("<", b"II*\0"), (">", b"MM\0*")])
def test_both_byte_orders_are_read(order: tuple[str, bytes]) -> None:
    sign, head = order
    other = struct.pack(f"{sign}HHIHH", 0x0100, 3, 1, 30, 0)
    own = struct.pack(f"{sign}HHIHH", 0x0112, 3, 1, 6, 0)
    assert orientation(head + struct.pack(f"{sign}IH", 8, 2) + other + own) == 6


@pytest.mark.parametrize("value", [0, 9, 65535])
def test_an_orientation_that_there_is_not_is_none(value: int) -> None:
    entry = struct.pack("<HHIHH", 0x0112, 3, 1, value, 0)
    assert orientation(b"II*\0" + struct.pack("<IH", 8, 1) + entry) == 1


@given(
    st.sampled_from((b"", b"Exif\0\0", b"II*\0", b"MM\0*", b"II*\0\x08\0\0\0\xff\xff")),
    st.binary(max_size=60),
)
def test_no_exif_raises(start: bytes, rest: bytes) -> None:
    assert 1 <= orientation(start + rest) <= 8


def test_pictures_that_move() -> None:
    frames = [Image.new("RGB", (4, 4), color) for color in ("red", "blue")]
    for format in ("GIF", "PNG", "WEBP"):
        moving, still = BytesIO(), BytesIO()
        frames[0].save(moving, format, save_all=True, append_images=frames[1:])
        frames[0].save(still, format)
        for target, wanted in ((moving, True), (still, False)):
            found = read_header(target.getvalue())
            assert found
            assert found.moving is wanted, format
