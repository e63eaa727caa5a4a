"""The calibration deck asks of PowerPoint what holds here."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from deckgen.diagnostics import Report
from deckgen.model import characters
from deckgen.pipeline import build_scene
from deckgen.scene import PlacedParagraph, PlacedText, Scene
from deckgen.text.carried import carried
from tools.rendering.programs import REPOSITORY


@pytest.fixture(scope="module")
def scene() -> Scene:
    report = Report()
    found = build_scene(REPOSITORY / "docs" / "calibration" / "deck.yaml", report)
    assert found and not report.sorted()
    return found


def paragraphs(scene: Scene) -> Iterator[PlacedParagraph]:
    for page in scene.pages:
        for placed in page.placed:
            if isinstance(placed.content, PlacedText):
                yield from placed.content.paragraphs


def test_marked_words_stand_where_lines_end(scene: Scene) -> None:
    (para,) = [para for para in paragraphs(scene) if any(run.marked for run in para.text)]
    ends, at = [], 0
    for run in para.text:
        at += len(run.text)
        if run.marked:
            ends.append(at)
    text = characters(para.text)
    assert ends == [len(text[:line].rstrip()) for line in para.lines[:-1]]


def test_the_file_carries_what_the_deck_says(scene: Scene) -> None:
    held = {font.name: {face.style for face in faces} for font, faces in carried(scene).items()}
    assert held == {
        "Lora": {"Regular", "Bold", "Italic", "BoldItalic"},
        "Fredoka": {"Bold"},
        "Source Code Pro": {"Regular", "Bold"},
    }


def test_capitals_and_tracking_are_in_it(scene: Scene) -> None:
    looks = [para.look for para in paragraphs(scene)]
    assert any(look.caps and look.tracking > 1 for look in looks)
    assert any(look.tracking < 0 for look in looks)
