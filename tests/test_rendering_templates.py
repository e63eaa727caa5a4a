"""Decks on a template as LibreOffice draws them: what a slide leaves unsaid looks as the template has it."""

from __future__ import annotations

from pathlib import Path

import pdfplumber

from deckgen.diagnostics import Report
from deckgen.pipeline import build_scene
from deckgen.writers.pptx import write
from tests.rendering import require
from tests.template.make import made, saved
from tests.template.shapes import ordinary
from tools.rendering.programs import office_to_pdf

OUTLINE = """\
theme: brand.potx
title: Clocks
footer: Measured time
slides:
  - title: Pendulum
    bullets: [swings]
"""


def test_footers_look_as_the_master_has_them(tmp_path: Path) -> None:
    """They stand where the master's do and in its size, though neither slide nor layout says so."""
    require("LibreOffice")
    saved(made(ordinary()), tmp_path)
    (tmp_path / "clocks.yaml").write_text(OUTLINE, "utf-8")
    scene = build_scene(tmp_path / "clocks.yaml", Report())
    assert scene is not None
    (tmp_path / "clocks.pptx").write_bytes(write(scene))
    (pdf,) = office_to_pdf([tmp_path / "clocks.pptx"], tmp_path / "pdf")
    with pdfplumber.open(pdf) as opened:
        words = opened.pages[1].extract_words(extra_attrs=["size"])
    (footer,) = (word for word in words if word["text"] == "Measured")
    assert abs(footer["x0"] - (320 + 7.2)) < 2
    assert abs(footer["size"] - 14) < 0.5
