"""What tests read from a template: its layouts and placeholders, and what was said of the file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from deckgen.diagnostics import Diagnostic, Report, Span
from deckgen.template import Layout, Placeholder, Template
from deckgen.template.read import read_template
from tests.template.make import made, saved
from tests.template.shapes import Layout as Made
from tests.template.shapes import Master

HERE = Span("talk.yaml", 2, 8)


def read(data: bytes, folder: Path, name: str = "brand.potx") -> tuple[Template | None, list[Diagnostic]]:
    """The template that a file with these bytes is, and the diagnostics."""
    report = Report()
    return read_template(saved(data, folder, name), HERE, report), report.sorted()


def template(data: bytes, folder: Path) -> Template:
    """The template of a file that reads without a word."""
    found, said = read(data, folder)
    assert said == []
    assert found is not None
    return found


def layout(master: Master, folder: Path, n: int = 0) -> Layout:
    """The layout of that number of a file with one master."""
    return template(made(master), folder).masters[0].layouts[n]


def placeholder(shape: str, folder: Path, master: Master | None = None) -> Placeholder:
    """What the one placeholder of a layout inherits."""
    whole = replace(master or Master(), layouts=(Made("One", (shape,)),))
    (found,) = layout(whole, folder).placeholders
    return found
