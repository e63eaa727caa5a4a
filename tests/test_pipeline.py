"""The whole way, and what happens to it on the way."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from PIL import Image

from deckgen.diagnostics import Report
from deckgen.pipeline import build, build_date, build_scene
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
