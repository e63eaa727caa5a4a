"""A theme → a deck that shows every layout and every block in it, in both formats, and a contact sheet."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from math import ceil
from pathlib import Path

from deckgen.diagnostics import Report
from deckgen.files import write_all
from deckgen.pipeline import WRITERS, build_scene
from deckgen.renditions import renditions_of
from deckgen.resources import templates
from deckgen.scene import Scene
from deckgen.workshop.browser import draw

SHEET_COLUMNS, THUMB, GAP = 5, 384, 16
"""A contact sheet: slides in a row, the width of one, the space between them, in px."""

_NO_SCRIPTS = '<meta http-equiv="Content-Security-Policy" content="script-src \'none\'">'


def outline() -> Path:
    """The outline that is shown."""
    return templates() / "preview" / "preview.yaml"


def write_preview(theme: str, folder: Path, browser: str | None, report: Report) -> tuple[Path, ...]:
    """Write `preview.pptx`, `preview.html` and, where there is a `browser`, `preview.png` into `folder`.

    The files written, none when the theme has errors.
    """
    scene = build_scene(outline(), report, theme)
    if scene is None:
        return ()
    renditions = renditions_of(scene)
    contents: dict[Path, bytes | Path] = {}
    for name, write in WRITERS.items():
        output = write(scene, renditions)
        contents[folder / f"preview.{name}"] = output.content
        contents.update({folder / beside: file for beside, file in output.beside.items()})
    html = contents[folder / "preview.html"]
    if browser is not None and isinstance(html, bytes):
        contents[folder / "preview.png"] = contact_sheet(html, scene, browser)
    return write_all(contents, report)


def contact_sheet(html: bytes, scene: Scene, browser: str) -> bytes:
    """A PNG with all pages side by side.  Raises OSError where the browser does not draw it."""
    rows = ceil(len(scene.pages) / SHEET_COLUMNS)
    width, height = scene.theme.page
    size = (_along(SHEET_COLUMNS, THUMB), _along(rows, round(THUMB * height / width)))
    rules = "".join(_sheet_rules(width, height))
    page = html.replace(b"<head>", f"<head>{_NO_SCRIPTS}<style media=all>{rules}</style>".encode(), 1)
    with tempfile.TemporaryDirectory(prefix="deckgen-") as folder:
        source, picture = Path(folder, "sheet.html"), Path(folder, "sheet.png")
        source.write_bytes(page)
        draw(source, picture, size, browser)
        return picture.read_bytes()


def _along(count: int, length: int) -> int:
    return count * length + (count + 1) * GAP


def _sheet_rules(width: float, height: float) -> Iterator[str]:
    """Without scripts a deck is its pages one below another: these rules make them small, and a grid of them.

    A page keeps its size for the layout of what is in it; its margins take back what scaling leaves.
    """
    scale = THUMB / width
    yield f"html:root {{ background: #D9DCE1 !important; }} body {{ padding: {GAP}px; }}"
    columns = f"grid-template-columns: repeat({SHEET_COLUMNS}, {THUMB}px)"
    yield f".slides {{ display: grid; gap: {GAP}px; {columns}; }}"
    back = f"margin: 0 {THUMB - width:g}px {(scale - 1) * height:g}px 0 !important"
    yield f"html:root section {{ transform: scale({scale:g}); transform-origin: 0 0; {back}; }}"
