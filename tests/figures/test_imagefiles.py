"""Header bytes → type, pixels and resolution, beside what another reader of pictures says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image as Pillow

from deckgen.figures.imagefiles import ImageFile, read_image


@pytest.mark.parametrize(
    ("name", "options", "dpi"),
    [
        ("a.png", {}, 96.0),
        ("a.png", {"dpi": (144, 144)}, 144.0),
        ("a.jpg", {}, 96.0),
        ("a.jpg", {"dpi": (300, 300), "progressive": True}, 300.0),
        ("a.gif", {}, 96.0),
        ("a.webp", {"lossless": True}, 96.0),
        ("a.webp", {"quality": 50}, 96.0),
        ("a.webp", {"exif": b"Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0"}, 96.0),
    ],
)
def test_headers_agree_with_pillow(tmp_path: Path, name: str, options: dict[str, Any], dpi: float) -> None:
    path = tmp_path / name
    Pillow.new("RGB", (321, 123), "red").save(path, **options)
    with Pillow.open(path) as opened:
        wanted = (Pillow.MIME[opened.format or ""], opened.size)
    image = read_image(path)
    assert isinstance(image, ImageFile)
    assert (image.media_type, image.pixels) == wanted
    assert image.dpi == pytest.approx(dpi, abs=0.05)


def test_the_content_decides_and_not_the_ending(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Pillow.new("RGB", (4, 5)).save(path, format="JPEG")
    image = read_image(path)
    assert isinstance(image, ImageFile)
    assert image.media_type == "image/jpeg"


def test_absurd_resolutions_are_not_believed(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    Pillow.new("RGB", (4, 5)).save(path, dpi=(1, 1))
    image = read_image(path)
    assert isinstance(image, ImageFile)
    assert image.dpi == 96.0


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b"words", "is no picture"),
        (b"%PDF-1.7", "is a PDF file"),
        (b"BM\0\0", "is a BMP file"),
        (b'<?xml version="1.0"?><svg>', "is no well-formed SVG"),
        (b"\0\0\0\x1cftypheic", "is a HEIC file"),
        (b"\x89PNG\r\n\x1a\n", "breaks off"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(13), "has no pixels"),
        (b"\xff\xd8\xff\xd9", "breaks off"),
        (b"GIF89a\0", "breaks off"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "breaks off"),
        (b"RIFF\0\0\0\0WEBPABCD", "breaks off"),
    ],
)
def test_what_is_no_picture_is_said(tmp_path: Path, data: bytes, words: str) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(data)
    problem = read_image(path)
    assert isinstance(problem, str)
    assert words in problem


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.gif", "a.webp"])
def test_a_picture_that_breaks_off_is_no_picture(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    Pillow.effect_noise((300, 200), 50).save(path)
    assert isinstance(read_image(path), ImageFile)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert read_image(path) == "breaks off before its end"


def test_a_damaged_picture_is_no_picture(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Pillow.effect_noise((300, 200), 50).save(path)
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(data)
    problem = read_image(path)
    assert isinstance(problem, str)
    assert "is damaged" in problem


def test_a_picture_of_countless_pixels_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Pillow.new("1", (20_000, 5_000)).save(path)
    assert read_image(path) == "has more than 80 million pixels"


_STARTS = (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"\xff\xd8\xff", b"GIF89a", b"RIFF\0\0\0\0WEBPVP8", b"")


@given(start=st.sampled_from(_STARTS), rest=st.binary(max_size=80))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200, deadline=None)
def test_no_bytes_raise(tmp_path: Path, start: bytes, rest: bytes) -> None:
    path = tmp_path / "a"
    path.write_bytes(start + rest)
    image = read_image(path)
    assert isinstance(image, str) or min(image.pixels) > 0
