"""Decks full of formulas, as LibreOffice and Chromium draw them: alike, and as wide as predicted."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from deckgen.figures.math.design import STYLESHEET
from deckgen.figures.math.font import FAMILY, font_file
from deckgen.figures.math.sizes import formula_box
from tests.figures.math.formulas import formulas
from tests.rendering import CASES, require
from tests.test_rendering_validity import validate
from tools.rendering.chromium import Browser
from tools.rendering.compare import Agreement, compare
from tools.rendering.decks import Drawn, build, draw, theme_fonts

NAMES = ("formulas", "formulas-everywhere")
LEAST_IOU, MEAN_IOU = 0.88, 0.95
SIZE = 40.0


@pytest.fixture(scope="module")
def drawings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Drawn]:
    require("LibreOffice", "Chromium", "pdftoppm")
    folder = tmp_path_factory.mktemp("formulas")
    built = [build(CASES / f"{name}.yaml", folder / "built", name=name) for name in NAMES]
    return dict(zip(NAMES, draw(built, folder, theme_fonts(folder / "fonts")), strict=True))


@pytest.fixture(scope="module")
def agreements(drawings: dict[str, Drawn]) -> dict[str, Agreement]:
    return {name: compare(drawn) for name, drawn in drawings.items()}


@pytest.mark.parametrize("name", NAMES)
def test_formats_agree(agreements: dict[str, Agreement], name: str) -> None:
    found = agreements[name]
    assert found.worst.iou >= LEAST_IOU
    assert found.mean.iou >= MEAN_IOU
    assert [p.text for p in found.paragraphs if p.longer or not p.equal] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_browser_has_nothing_to_say(drawings: dict[str, Drawn], name: str) -> None:
    assert drawings[name].problems == []


@pytest.mark.parametrize("name", NAMES)
def test_the_file_is_valid(name: str, tmp_path: Path) -> None:
    require("the Open XML SDK validator")
    assert validate(build(CASES / f"{name}.yaml", tmp_path).pptx) == []


@pytest.fixture(scope="module")
def widths(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[float]]:
    """How wide Chromium sets every formula, in px."""
    require("Chromium")
    shown = "".join(f"<p><span>{formula.mathml}</span></p>" for formula in formulas())
    face = f'@font-face {{ font-family: "{FAMILY}"; src: url({font_file().as_uri()}); }}'
    rules = f"{face}\n{STYLESHEET}\nmath {{ font-size: {SIZE:g}px; }} span {{ display: inline-block; }}"
    file = tmp_path_factory.mktemp("widths") / "formulas.html"
    file.write_text(f"<!doctype html><meta charset=utf-8><style>{rules}</style>{shown}", encoding="utf-8")
    with Browser() as browser:
        tab = browser.open(file, 1600, 900)
        found = tab.evaluate(
            "document.fonts.ready.then(() => JSON.stringify("
            "[...document.querySelectorAll('math')].map(m => m.getBoundingClientRect().width)))"
        )
        yield json.loads(found)
        tab.close()


def test_browsers_set_formulas_as_wide_as_predicted(widths: list[float]) -> None:
    wrong = [
        (formula.latex, width, formula_box(formula).width * SIZE)
        for formula, width in zip(formulas(), widths, strict=True)
        if abs(width - formula_box(formula).width * SIZE) > 0.01 * width + 0.5
    ]
    assert wrong == []
