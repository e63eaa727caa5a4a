"""The case of pictures, films, sounds and codes, read and placed once for all that look at it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from deckgen.diagnostics import Report
from deckgen.pipeline import build_scene
from deckgen.scene import Page, Scene

OUTLINE = Path(__file__).parents[1] / "cases" / "good" / "media.yaml"


@cache
def media_scene(theme: str = "lecture") -> Scene:
    """The case in a theme."""
    scene = build_scene(OUTLINE, Report(), theme)
    assert scene
    return scene


def page(title: str) -> tuple[int, Page]:
    """A page of the case and its number from 1."""
    pages = media_scene().pages
    (found,) = ((n, page) for n, page in enumerate(pages, 1) if page.title == title)
    return found
