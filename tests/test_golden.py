"""Scenes as text: what changes in a layout shows in a diff.

`DECKGEN_UPDATE=1 uv run pytest tests/test_golden.py` writes the files anew; read the diff.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from deckgen.diagnostics import Report
from deckgen.pipeline import build_scene
from tests.scene_text import scene_text

GOLDEN = Path(__file__).parent / "golden"
MISSING = "missing-glyphs"  # what fonts a machine has beside the packaged ones is its own affair


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.yaml")), ids=lambda p: p.stem)
def test_scene_is_as_reviewed(path: Path) -> None:
    report = Report()
    scene = build_scene(path, report)
    assert not [d for d in report.sorted() if d.code != MISSING]
    assert scene
    expected = path.with_suffix(".txt")
    found = scene_text(scene)
    if os.environ.get("DECKGEN_UPDATE"):
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")
