"""What a theme adds to the HTML alone: rules of CSS, and templates in place of ours or over their blocks."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Extras:
    """`css` loads nothing from elsewhere; `folders` hold templates, those of the theme itself first."""

    css: str = ""
    folders: tuple[Path, ...] = ()


class TemplateError(Exception):
    """What is wrong with a theme's template: in which file, at which line from 1, and in words."""

    def __init__(self, path: Path, line: int, message: str) -> None:
        super().__init__(message)
        self.path, self.line, self.message = path, line, message
