"""Themes under `tests/themefile/broken`, each with its diagnostics in its first lines.

They are written as those of outlines are (`tests/source/outlines.py`); `uv run python -m
tests.themefile.cases` writes what is found now into the files, to be reviewed.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from deckgen.diagnostics import Diagnostic, Report
from deckgen.model import PAGE
from deckgen.themefile import load_theme, theme_ref
from tests.source.outlines import rewrite

BROKEN = Path(__file__).parent / "broken"


def themes() -> list[Path]:
    """Every broken theme: a file, or a folder with its `theme.yaml`."""
    folders = [path.parent for path in BROKEN.glob("*/theme.yaml")]
    return sorted([*BROKEN.glob("*.yaml"), *folders])


def entry(theme: Path) -> Path:
    """The file in which a theme's expectations stand."""
    return theme / "theme.yaml" if theme.is_dir() else theme


def found(theme: Path) -> list[Diagnostic]:
    """What is said of a theme."""
    report = Report()
    load_theme(theme_ref(str(theme)), PAGE, report)
    return report.sorted()


if __name__ == "__main__":
    for case in themes():
        rewrite(entry(case), partial(found, case))
