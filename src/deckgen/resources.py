"""Where `templates/` lies: inside the installed package, or at the top of a checkout."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def templates(package: Path = PACKAGE) -> Path:
    """The folder of themes, layouts and HTML templates.

    A wheel carries it as `deckgen/templates`; an editable install sees the package's folder in `src`
    without it, and takes the checkout's top-level `templates/`.
    """
    inside = package / "templates"
    return inside if inside.is_dir() else package.parents[1] / "templates"
