"""Picture files → what is carried of them: upright, whole in colour, no larger than of use."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageCms, ImageDraw, ImageOps, ImageStat

from deckgen.figures.pictures import DENSITY, PictureError, Rendition, Renditions

SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def opened(made: Rendition) -> Image.Image:
    image = Image.open(BytesIO(made.data))
    image.load()
    assert image.get_format_mimetype() == made.media_type
    return image


def photograph(width: int, height: int) -> Image.Image:
    """Something of many colours, a different one in each corner."""
    base = Image.effect_noise((width // 4 or 1, height // 4 or 1), 60).resize((width, height))
    image = Image.merge(
        "RGB", (base, ImageOps.invert(base), Image.linear_gradient("L").resize((width, height)))
    )
    w, h = width // 4, height // 4
    for box, color in (((0, 0), "red"), ((width - w, 0), "lime"), ((0, height - h), "blue")):
        image.paste(color, (*box, box[0] + w, box[1] + h))
    return image


def drawing(width: int, height: int) -> Image.Image:
    image = Image.new("RGB", (width, height), "white")
    image.paste("navy", (width // 4, height // 4, width // 2, height // 2))
    return image


def lines(width: int, height: int) -> Image.Image:
    """A drawing that takes some bytes."""
    image = Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(image)
    for n in range(0, width, 60):
        draw.line((n, 0, (n * 37) % width, height), fill=("navy", "teal", "black")[n % 3], width=2)
    return image


def saved(path: Path, image: Image.Image, **options: Any) -> Path:
    image.save(path, **options)
    return path


def shown(path: Path, width: float, height: float) -> Renditions:
    return Renditions({path: (width, height)})


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.gif"])
def test_what_need_not_change_is_carried_as_it_is(tmp_path: Path, name: str) -> None:
    path = saved(tmp_path / name, drawing(300, 200))
    for renditions in (Renditions(), shown(path, 300 / DENSITY, 200 / DENSITY)):
        assert renditions.web(path).data == path.read_bytes()
        assert renditions.office(path).data == path.read_bytes()


@pytest.mark.parametrize("turned", range(2, 9))
@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp"])
def test_every_orientation_comes_out_upright(tmp_path: Path, name: str, turned: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = turned
    path = saved(tmp_path / name, photograph(120, 80), exif=exif, quality=95)
    with Image.open(path) as stored:
        wanted = ImageOps.exif_transpose(stored).convert("RGB")
    for made in (Renditions().web(path), Renditions().office(path)):
        image = opened(made).convert("RGB")
        assert 0x0112 not in image.getexif()
        assert image.size == wanted.size
        assert max(ImageStat.Stat(ImageChops.difference(image, wanted)).mean) < 15


def test_a_photograph_becomes_a_jpeg_of_what_is_shown(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.png", photograph(1600, 1200), icc_profile=SRGB)
    made = shown(path, 200, 150).web(path)
    assert made.media_type == "image/jpeg"
    assert opened(made).size == (534, 400)
    assert opened(made).info["icc_profile"] == SRGB
    assert len(made.data) < path.stat().st_size / 5


def test_a_drawing_stays_a_png(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.png", lines(4000, 3000))
    made = shown(path, 200, 150).office(path)
    assert made.media_type == "image/png"
    assert opened(made).size == (534, 400)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_what_is_see_through_stays_so(tmp_path: Path, mode: str) -> None:
    image = photograph(1600, 1200)
    image.putalpha(Image.linear_gradient("L").resize(image.size))
    path = tmp_path / "a.png"
    options: dict[str, Any] = {"transparency": 0} if mode == "P" else {}
    image.convert(mode).save(path, **options)
    made = shown(path, 200, 150).office(path)
    assert made.media_type == "image/png"
    assert opened(made).mode in ("RGBA", "LA")
    assert opened(made).getchannel("A").getextrema()[0] == 0


@pytest.mark.parametrize("mode", ["1", "L", "I;16", "CMYK", "YCbCr", "P"])
def test_every_kind_of_colour_can_be_drawn_anew(tmp_path: Path, mode: str) -> None:
    path = tmp_path / ("a.jpg" if mode in ("CMYK", "YCbCr") else "a.png")
    base = photograph(1600, 1200)
    image = (
        base.convert("L").convert("I;16").point(lambda v: v * 257) if mode == "I;16" else base.convert(mode)
    )
    image.save(path)
    made = shown(path, 200, 150).office(path)
    small = opened(made).convert("RGB")
    assert small.size == (534, 400)
    wanted = base.resize(small.size).convert("L")
    difference = ImageStat.Stat(ImageChops.difference(small.convert("L"), wanted)).mean[0]
    assert difference < (40 if mode == "CMYK" else 25)


def test_a_file_that_would_grow_is_left_alone(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.png", Image.effect_mandelbrot((1600, 1200), (-2, -1, 1, 1), 9).quantize(8))
    assert shown(path, 200, 150).web(path).data == path.read_bytes()


def test_a_little_too_large_is_let_be(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg", photograph(600, 450))
    assert shown(path, 500 / DENSITY, 375 / DENSITY).web(path).data == path.read_bytes()


@pytest.mark.parametrize("name", ["a.gif", "a.png", "a.webp"])
def test_what_moves_goes_on_moving(tmp_path: Path, name: str) -> None:
    frames = [photograph(800, 600), drawing(800, 600)]
    path = saved(tmp_path / name, frames[0], save_all=True, append_images=frames[1:], duration=100)
    made = shown(path, 100, 75).web(path)
    assert made.data == path.read_bytes()


def test_webp_is_for_browsers_alone(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.webp", photograph(300, 200))
    assert Renditions().web(path).media_type == "image/webp"
    assert Renditions().office(path).media_type == "image/jpeg"


def test_pixels_are_cut_where_a_cut_is_asked_for(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.png", drawing(400, 200))
    image = opened(Renditions().office(path, (0.25, 0.0, 0.5, 0.5)))
    assert image.size == (100, 100)
    assert image.getpixel((0, 60)) == (0, 0, 128)


def test_fifty_million_pixels_take_no_more_memory_than_they_must(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg", Image.linear_gradient("L").resize((8_000, 6_250)))
    made = shown(path, 960, 540).web(path)
    assert opened(made).size == (2560, 2000)


def test_the_same_file_gives_the_same_bytes(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg", photograph(1600, 1200))
    assert shown(path, 200, 150).web(path) == shown(path, 200, 150).web(path)


def test_a_drawing_for_browsers_and_for_office_programs(tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    path.write_text('<svg viewBox="0 0 4 3"><script/><rect width="2" height="3" fill="red"/></svg>')
    renditions = shown(path, 400, 300)
    assert renditions.web(path).media_type == "image/svg+xml"
    assert renditions.vector(path) == renditions.web(path).data
    assert b"script" not in renditions.web(path).data
    image = opened(renditions.office(path))
    assert image.size in ((1067, 800), (1067, 801))
    assert image.getpixel((10, 10)) == (255, 0, 0, 255)
    assert image.getpixel((800, 10)) == (0, 0, 0, 0)
    assert opened(renditions.office(path, (0.5, 0.0, 0.0, 0.0))).size[0] in (533, 534)


def test_rasters_have_no_vector(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.png", drawing(40, 30))
    assert Renditions().vector(path) is None


def test_what_cannot_be_decoded_says_which_file_it_is(tmp_path: Path) -> None:
    whole = saved(tmp_path / "a.jpg", photograph(1600, 1200)).read_bytes()
    for name, data in (("gone.png", None), ("cut.jpg", whole[: len(whole) // 2]), ("no.png", b"words"),
                       ("bad.svg", b"<svg><g></svg>")):  # fmt: skip
        path = tmp_path / name
        if data is not None:
            path.write_bytes(data)
        with pytest.raises(PictureError) as caught:
            shown(path, 100, 75).office(path)
        assert caught.value.filename == str(path)
        assert caught.value.strerror


def test_posters_are_drawn_once() -> None:
    renditions = Renditions()
    for kind in ("film", "sound"):
        poster = renditions.poster(kind, (240.0, 135.0), ("#EEF2F6", "#4A5666"))
        assert poster is renditions.poster(kind, (240.0, 135.0), ("#EEF2F6", "#4A5666"))
        with Image.open(BytesIO(poster)) as image:
            assert image.size == (640, 360)
            colors = {color for _, color in image.getcolors(10_000) or []}
        assert {(0xEE, 0xF2, 0xF6), (0x4A, 0x56, 0x66)} <= colors
