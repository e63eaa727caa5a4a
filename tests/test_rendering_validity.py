"""PowerPoint files in every theme and two page sizes, by the Open XML SDK: no error."""

from __future__ import annotations

import json
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from deckgen.themefile import theme_names
from tests.rendering import CASES, GALLERIES, LECTURE, LECTURES, STRESSES, THEMES, Variant, require
from tools.rendering.decks import build
from tools.rendering.programs import ooxml_validator

GOOD = tuple(Variant(case, theme, "16:9") for case in sorted(CASES.glob("*.yaml")) for theme in THEMES)
OTHERS = tuple(Variant(LECTURE, theme, "16:9") for theme in theme_names() if theme not in THEMES)
VARIANTS = (*LECTURES, *OTHERS, *GALLERIES, *STRESSES, *GOOD)


def validate(file: Path) -> list[Any]:
    """The errors that the SDK finds in a file."""
    program = ooxml_validator()
    assert program is not None
    done = subprocess.run([program, str(file)], capture_output=True, text=True, timeout=120, check=False)
    errors: list[Any] = json.loads(done.stdout)["errors"]
    return errors


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[Variant, list[Any]]:
    """The errors in each deck."""
    require("the Open XML SDK validator")
    folder = tmp_path_factory.mktemp("validity")
    files = [build(v.outline, folder, v.theme, v.size, str(v)).pptx for v in VARIANTS]
    with ThreadPoolExecutor(2) as pool:
        return dict(zip(VARIANTS, pool.map(validate, files), strict=True))


@pytest.mark.parametrize("variant", VARIANTS, ids=str)
def test_no_error(found: dict[Variant, list[Any]], variant: Variant) -> None:
    assert found[variant] == []


def test_a_broken_file_is_noticed(tmp_path: Path) -> None:
    require("the Open XML SDK validator")
    good = build(LECTURES[0].outline, tmp_path).pptx
    broken = tmp_path / "broken.pptx"
    with ZipFile(good) as old, ZipFile(broken, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, data.replace(b"<p:cSld", b"<p:cSlide").replace(b"</p:cSld>", b"</p:cSlide>"))
    assert validate(broken)
