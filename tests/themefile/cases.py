"""Themes under `tests/themefile/broken`, each with its diagnostics in its first lines.

They are written as those of outlines are (`tests/source/outlines.py`); running this module as a script writes
what is found now into the files, to be reviewed.
"""

from __future__ import annotations

import os.path
from pathlib import Path

from deckgen.diagnostics import Diagnostic, Report
from deckgen.model import PAGE
from deckgen.themefile import load_theme, theme_ref

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


def facts(diagnostic: Diagnostic, theme: Path) -> tuple[str, str, str]:
    """Place, severity and code as a fixture has them."""
    span, place = diagnostic.span, "-"
    if span is not None:
        file, own = Path(span.file), entry(theme)
        named = "" if file == own else f"{Path(os.path.relpath(file, own.parent)).as_posix()}:"
        place = f"{named}{span.line}:{span.column}"
    return place, diagnostic.severity.value, diagnostic.code


def _rewrite(theme: Path) -> None:
    file = entry(theme)
    for _ in range(3):
        text = file.read_text(encoding="utf-8")
        body = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("#!"))
        head = ""
        for diagnostic in found(theme):
            place, severity, code = facts(diagnostic, theme)
            head += f"#! {place} {severity}[{code}] {diagnostic.message}\n"
        file.write_text(head + body, encoding="utf-8")


if __name__ == "__main__":
    for case in themes():
        _rewrite(case)
