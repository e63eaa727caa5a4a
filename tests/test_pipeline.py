"""The whole way, and what happens to it on the way."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from PIL import Image

from deckgen.diagnostics import Report
from deckgen.pipeline import WRITERS, build, build_date, build_scene, build_scenes
from deckgen.scene import Scene
from deckgen.writers import pptx


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

    def late(scene: Scene) -> bytes:
        (tmp_path / "a.png").unlink()
        return write(scene)

    monkeypatch.setattr(pptx, "write", late)
    report = Report()
    target = tmp_path / "deck.pptx"
    assert build(outline, {"pptx": target}, report) == ()
    assert [d.code for d in report.sorted()] == ["cannot-read"]
    assert not target.exists()


def test_the_theme_of_the_command_line_goes_before_the_outlines(tmp_path: Path) -> None:
    outline = tmp_path / "deck.yaml"
    outline.write_text("title: T\ntheme: night\nslides:\n  - title: A\n", encoding="utf-8")
    for asked, name in ((None, "night"), ("plain", "plain")):
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
