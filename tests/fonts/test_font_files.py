"""Font files are found by family, weight and slant."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from deckgen.fonts import files


@pytest.mark.parametrize(
    ("family", "weight", "italic", "name"),
    [
        ("Lato", 400, False, "Lato-Regular.ttf"),
        ("Lato", 700, True, "Lato-BoldItalic.ttf"),
        ("Barlow", 600, False, "Barlow-SemiBold.ttf"),
        ("Arimo", 700, False, "Arimo[wght].ttf"),
        ("Arimo", 400, True, "Arimo-Italic[wght].ttf"),
    ],
)
def test_packaged_families(family: str, weight: int, italic: bool, name: str) -> None:
    found = files.find(family, weight, italic)
    assert found
    assert found.path.name == name


def test_a_family_that_nobody_has() -> None:
    assert files.find("No Such Family", 400, False) is None


@pytest.fixture
def own_fonts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("DECKGEN_FONTS", str(tmp_path))
    files.installed.cache_clear()
    yield tmp_path
    files.installed.cache_clear()


def test_a_folder_of_the_users_own(own_fonts: Path) -> None:
    packaged = files.find("Barlow", 700, False)
    assert packaged
    shutil.copy(packaged.path, own_fonts / "x.ttf")
    (own_fonts / "broken.ttf").write_bytes(b"no font at all")
    found = files.installed()["barlow"]
    assert [(f.path.name, f.weight, f.italic) for f in found] == [("x.ttf", 700, False)]


def test_a_damaged_font_cannot_be_carried() -> None:
    found = files.find("Figtree", 400, False)
    assert found and files.can_be_carried(found)
    table = TTFont(found.path).reader.tables["glyf"]
    data = bytearray(found.content())
    data[table.offset : table.offset + table.length] = b"\xff" * table.length
    damaged = files.faces_in(bytes(data))
    assert damaged and not any(map(files.can_be_carried, damaged))
