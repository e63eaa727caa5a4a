"""The whole way, and what happens to it on the way."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest
from PIL import Image

from deckgen.diagnostics import Report
from deckgen.pipeline import WRITERS, build, build_date, build_scene, build_scenes
from deckgen.renditions import Renditions
from deckgen.scene import Scene
from deckgen.writers import pptx
from deckgen.writers.html.players import EMBEDDED
from tests.figures.clips import box, mp4


def picture_deck(folder: Path) -> Path:
    Image.new("RGB", (40, 30), "teal").save(folder / "a.png")
    outline = folder / "deck.yaml"
    outline.write_text(
        "title: T\nslides:\n  - title: A\n    image: {src: a.png, alt: Teal}\n", encoding="utf-8"
    )
    return outline


def test_a_picture_that_vanishes_on_the_way_is_a_diagnostic(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outline = picture_deck(tmp_path)
    write = pptx.write

    def late(scene: Scene, renditions: Renditions) -> bytes:
        (tmp_path / "a.png").unlink()
        return write(scene, renditions)

    monkeypatch.setattr(pptx, "write", late)
    report = Report()
    target = tmp_path / "deck.pptx"
    assert build(outline, {"pptx": target}, report) == ()
    (problem,) = report.sorted()
    assert problem.code == "cannot-read"
    assert problem.span
    assert (problem.span.line, problem.span.column) == (4, 5)
    assert not target.exists()


def test_a_picture_that_does_not_decode_is_told_where_it_is_named(tmp_path: Path) -> None:
    outline = picture_deck(tmp_path)
    Image.effect_noise((300, 200), 50).convert("RGB").save(tmp_path / "a.png", "WEBP", lossless=True)
    data = bytearray((tmp_path / "a.png").read_bytes())
    data[100:2000] = b"\xff" * 1900
    (tmp_path / "a.png").write_bytes(data)
    report = Report()
    assert build(outline, {"pptx": tmp_path / "deck.pptx", "html": tmp_path / "deck.html"}, report) == ()
    (problem,) = report.sorted()
    assert problem.code == "cannot-read"
    assert problem.span
    assert problem.span.line == 4
    assert "decoded" in problem.message


def test_a_large_film_lies_beside_the_html(tmp_path: Path) -> None:
    outline = tmp_path / "deck.yaml"
    film = mp4(640, 360) + box(b"free", bytes(EMBEDDED))
    (tmp_path / "a film.mp4").write_bytes(film)
    outline.write_text("title: T\nslides:\n  - video: {src: a film.mp4, alt: Nothing}\n", encoding="utf-8")
    folder, report = tmp_path / "out", Report()
    targets = {"pptx": folder / "deck.pptx", "html": folder / "deck.html"}
    written = build(outline, targets, report)
    assert report.sorted() == []
    (beside,) = set(written) - set(targets.values())
    assert re.fullmatch(r"a-film-[0-9a-f]{8}\.mp4", beside.name)
    assert beside.read_bytes() == film
    assert f'src="{beside.name}"' in targets["html"].read_text("utf-8")
    assert targets["html"].stat().st_size < EMBEDDED
    assert targets["pptx"].stat().st_size > EMBEDDED


def test_the_theme_of_the_command_line_goes_before_the_outlines(tmp_path: Path) -> None:
    outline = tmp_path / "deck.yaml"
    outline.write_text("title: T\ntheme: night\nslides:\n  - title: A\n", encoding="utf-8")
    for asked, name in ((None, "night"), ("swiss", "swiss")):
        scene = build_scene(outline, Report(), asked)
        assert scene
        assert scene.theme.name == name


def test_the_day_of_the_build_can_be_fixed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert build_date() == datetime.date(1970, 1, 2)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    assert abs(build_date() - datetime.date.today()) <= datetime.timedelta(days=1)


FORMATS = """
title: T
slides:
  - title: Both
    bullets: [a, {text: in the slideshow, only: html}]
  - {title: In the file, only: pptx}
  - {title: Not in the file, except: pptx}
"""


def _titles(scene: Scene) -> list[str]:
    return [page.title for page in scene.pages]


def test_formats_have_a_scene_of_their_own_only_where_the_outline_tells_them_apart(tmp_path: Path) -> None:
    outline = tmp_path / "deck.yaml"
    outline.write_text("title: T\nslides: [{title: A}, {title: B, only: teacher}]\n", encoding="utf-8")
    scenes = build_scenes(outline, WRITERS, Report())
    assert scenes["pptx"] is scenes["html"]
    outline.write_text(FORMATS, encoding="utf-8")
    scenes = build_scenes(outline, WRITERS, Report())
    assert _titles(scenes["pptx"]) == ["T", "Both", "In the file"]
    assert _titles(scenes["html"]) == ["T", "Both", "Not in the file"]
    assert list(build_scenes(outline, ["html"], Report())) == ["html"]


def test_problems_of_both_formats_come_in_one_run(tmp_path: Path) -> None:
    outline = tmp_path / "deck.yaml"
    slides = (
        "{title: A, only: html, image: a.png}, {title: B, only: pptx, image: b.png}, {title: C, image: c.png}"
    )
    outline.write_text(f"title: T\nslides: [{slides}]\n", encoding="utf-8")
    report = Report()
    assert build(outline, {name: tmp_path / f"deck.{name}" for name in WRITERS}, report) == ()
    missing = [d.message for d in report.sorted() if d.code == "file-missing"]
    assert missing == [f"there is no file `{name}.png`" for name in "abc"]


def test_what_is_for_one_format_is_in_its_file_alone(tmp_path: Path) -> None:
    from pptx import Presentation

    outline = tmp_path / "deck.yaml"
    outline.write_text(FORMATS, encoding="utf-8")
    report = Report()
    targets = {name: tmp_path / f"deck.{name}" for name in WRITERS}
    assert build(outline, targets, report)
    assert report.sorted() == []
    words = [
        shape.text_frame.text
        for slide in Presentation(str(targets["pptx"])).slides
        for shape in slide.shapes
        if shape.has_text_frame
    ]
    html = targets["html"].read_text("utf-8")
    assert "In the file" in words and "Not in the file" not in words and "a" in words
    assert ">Not in the file<" in html and ">In the file<" not in html and "in the slideshow" in html
