"""Pictures, films, sounds and codes in the HTML, as lxml reads it."""

from __future__ import annotations

import re
from base64 import b64decode
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from PIL import Image

from deckgen.diagnostics import Report
from deckgen.pipeline import build_scene
from deckgen.writers.html import write
from tests.figures.clips import mp4
from tests.writers.media import media_scene, page


@pytest.fixture(scope="module")
def document() -> Any:
    return html.document_fromstring(write(media_scene()).decode("utf-8"))


def on(document: Any, title: str, path: str) -> list[Any]:
    """What an XPath finds on the page of that title."""
    (section,) = document.xpath(f"//section[@id='{page(title)[1].id}']")
    found = section.xpath(path)
    assert isinstance(found, list)
    return found


def carried(uri: str) -> tuple[str, bytes]:
    match = re.fullmatch(r"data:([a-z/+0-9-]+);base64,(.*)", uri, re.DOTALL)
    assert match, uri[:80]
    return match[1], b64decode(match[2])


def test_a_figure_has_its_caption_and_its_credit(document: Any) -> None:
    (caption,) = on(document, "A picture and whose it is", ".//figure/figcaption")
    assert [p.text_content() for p in caption] == ["A wide plane", "Drawn by A. Maker, 1923"]


def test_pictures_of_a_gallery_have_their_own_captions(document: Any) -> None:
    figures = on(document, "Four pictures", ".//figure")
    assert len(figures) == 4
    captions = [[p.text_content() for p in figure.xpath("./figcaption/*")] for figure in figures]
    assert captions[0] == ["First"]
    assert captions[1] == ["Second, and with many more words than the others", "Somebody"]
    assert captions[2:] == [["Third"], []]
    assert [figure.xpath(".//img")[0].get("alt") for figure in figures] == ["Wide", "Tall", "Drawn", ""]


def test_pictures_without_words_have_their_gallerys(document: Any) -> None:
    alts = [img.get("alt") for img in on(document, "Three with one description", ".//img")]
    assert alts == [f"Planes and drawings ({n}/3)" for n in (1, 2, 3)]
    assert [img.get("alt") for img in on(document, "Decoration", ".//img")] == ["", ""]


def test_drawings_are_images_in_which_nothing_runs(document: Any) -> None:
    assert document.xpath("//section//svg[not(@role='img')]") == []
    kinds = {carried(img.get("src"))[0] for img in document.xpath("//section//img")}
    styles = "".join(document.xpath("//style/text()"))
    assert "image/svg+xml" in kinds | set(re.findall(r"url\(data:([a-z/+]+)", styles))


def test_a_film_is_inside_with_its_poster(document: Any) -> None:
    (film,) = on(document, "A film", ".//video")
    assert carried(film.get("src")) == ("video/mp4", mp4(320, 180))
    assert carried(film.get("poster"))[0] == "image/png"
    assert film.get("aria-label") == "Nothing moves"
    assert film.get("data-start") == "90"
    assert all(film.get(name) is not None for name in ("controls", "loop", "data-autoplay"))
    (plain,) = on(document, "A film beside text", ".//video")
    assert plain.get("loop") is None
    assert plain.get("data-autoplay") is None
    with Image.open(BytesIO(carried(plain.get("poster"))[1])) as poster:
        assert poster.width / poster.height == pytest.approx(16 / 9, rel=0.01)


def test_nothing_is_fetched_from_the_web_until_it_is_played(document: Any) -> None:
    (film,) = on(document, "On the web", ".//video")
    assert (film.get("src"), film.get("preload")) == ("https://example.org/clip.mp4", "none")
    (page_link,) = on(document, "On the web", ".//a[img]")
    assert page_link.get("href") == "https://www.example.org/watch?v=1"
    for player in document.xpath("//video | //audio"):
        assert player.get("src").startswith("data:") or player.get("preload") == "none"
    assert document.xpath("//iframe | //object | //embed") == []


def test_sounds(document: Any) -> None:
    kinds = [sound.get("src")[:16] for sound in on(document, "Sounds", ".//audio")]
    assert kinds == ["data:audio/mpeg;", "data:audio/wav;b", "https://example."]
    (pictured,) = on(document, "A sound with a picture", ".//video")
    assert carried(pictured.get("src"))[0] == "audio/mpeg"
    assert carried(pictured.get("poster"))[0] == "image/png"


def test_a_code_is_a_drawing_in_its_link(document: Any) -> None:
    (code,) = on(document, "Read on", ".//a[svg]")
    assert code.get("href") == "https://example.org/lecture"
    assert code[0].get("aria-label") == "https://example.org/lecture"
    size = int(code[0].get("viewbox", code[0].get("viewBox")).split()[2])
    paper, ink = code[0]
    assert paper.get("d") == f"M0 0h{size}v{size}h-{size}z"
    assert (paper.get("fill"), ink.get("fill")) == ("var(--background)", "var(--text)")
    addresses = on(document, "Read on", ".//figcaption//a/@href")
    assert addresses == ["https://example.org/lecture"]


def test_a_photograph_on_many_pages_is_carried_once_and_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    noise = Image.effect_noise((400, 300), 80).convert("RGB")
    noise.save(tmp_path / "a.jpg", exif=exif)
    outline = tmp_path / "deck.yaml"
    outline.write_text("title: T\nslides:\n" + "  - image: {src: a.jpg, alt: a}\n" * 20, encoding="utf-8")
    scene = build_scene(outline, Report())
    assert scene
    data = write(scene)
    (source,) = re.findall(rb"url\((data:image/jpeg;base64,[^)]*)\)", data)
    with Image.open(BytesIO(carried(source.decode())[1])) as image:
        assert image.size == (300, 400)


@pytest.mark.parametrize(
    ("theme", "normal", "inverse"), [("lecture", "light", "dark"), ("night", "dark", "light")]
)
def test_the_browsers_controls_are_as_light_as_the_page(theme: str, normal: str, inverse: str) -> None:
    page = write(media_scene(theme)).decode("utf-8")
    assert f"section audio.clip {{ color-scheme: {normal}; }}" in page
    assert f"section.inverse audio.clip {{ color-scheme: {inverse}; }}" in page
