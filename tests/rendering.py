"""What the rendering tests share: which decks there are, and what they do where a program is missing."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from deckgen.themefile import theme_names
from tools.rendering.chromium import find_chromium
from tools.rendering.programs import REPOSITORY, ooxml_validator, pdftoppm, soffice

LECTURE = REPOSITORY / "content" / "outline.yaml"
GALLERY = REPOSITORY / "content" / "gallery.yaml"
STRESS = REPOSITORY / "tests" / "stress" / "stress.yaml"
CASES = REPOSITORY / "tests" / "cases" / "good"
THEMES = ("lecture", "swiss", "night")
"""Those in which every deck is drawn; the gallery is drawn in all that there are."""

SIZES = ("16:9", "4:3")

PROGRAMS: dict[str, Callable[[], str | None]] = {
    "LibreOffice": soffice,
    "Chromium": find_chromium,
    "pdftoppm": pdftoppm,
    "the Open XML SDK validator": ooxml_validator,
}


@dataclass(frozen=True, slots=True)
class Variant:
    """An outline under a theme and on a page size."""

    outline: Path
    theme: str
    size: str

    def __str__(self) -> str:
        return f"{self.outline.stem}-{self.theme}-{self.size}".replace(":", "x").replace("outline", "deck")


LECTURES = tuple(Variant(LECTURE, theme, size) for theme in THEMES for size in SIZES)
GALLERIES = tuple(Variant(GALLERY, theme, "16:9") for theme in theme_names())
NARROW = Variant(STRESS, "swiss", "4:3")
"""Beside its margin, swiss has no room there for four columns of addresses: they break within words."""
STRESSES = tuple(v for theme in THEMES for size in SIZES if (v := Variant(STRESS, theme, size)) != NARROW)


def require(*names: str) -> None:
    """Skip the test where a program is missing; fail where DECKGEN_REQUIRE_PROGRAMS is set."""
    missing = [name for name in names if PROGRAMS[name]() is None]
    if not missing:
        return
    reason = f"not installed: {', '.join(missing)}"
    if os.environ.get("DECKGEN_REQUIRE_PROGRAMS"):
        pytest.fail(reason)
    pytest.skip(reason)
