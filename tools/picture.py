"""The lecture → docs/lecture.png: some of its slides as PowerPoint has them, and below as HTML has them.

Usage: python -m tools.picture [TARGET]
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from deckgen.text.fontfiles import find
from tools.rendering.decks import build, draw, theme_fonts
from tools.rendering.programs import REPOSITORY

LECTURE = REPOSITORY / "content" / "outline.yaml"
TARGET = REPOSITORY / "docs" / "lecture.png"

SHOWN = (None, "rapallo", "for-and-against")
"""The ids of the slides to show, as the lecture gives them; None is its opening."""

THUMB, GAP, MARGIN, LABEL = (512, 288), 24, 40, 48
PAPER, EDGE, INK = "#F4F5F7", "#D3D8DF", "#4A5666"


def contact_sheet(rows: Sequence[tuple[str, Sequence[Path]]]) -> Image.Image:
    """Rows of slides, each under its label, all as large."""
    columns = max(len(pictures) for _, pictures in rows)
    width = 2 * MARGIN + columns * THUMB[0] + (columns - 1) * GAP
    height = 2 * MARGIN + len(rows) * (LABEL + THUMB[1]) + (len(rows) - 1) * GAP - LABEL // 4
    sheet = Image.new("RGB", (width, height), PAPER)
    pen, top = ImageDraw.Draw(sheet), MARGIN - LABEL // 4
    for label, pictures in rows:
        pen.text((MARGIN, top + LABEL / 2), label, fill=INK, font=label_font(), anchor="lm")
        for column, picture in enumerate(pictures):
            place = (MARGIN + column * (THUMB[0] + GAP), top + LABEL)
            sheet.paste(thumbnail(picture), place)
            edge = (place[0] - 1, place[1] - 1, place[0] + THUMB[0], place[1] + THUMB[1])
            pen.rectangle(edge, outline=EDGE)
        top += LABEL + THUMB[1] + GAP
    return sheet


def thumbnail(picture: Path) -> Image.Image:
    """A slide, made small."""
    with Image.open(picture) as opened:
        return opened.convert("RGB").resize(THUMB, Image.Resampling.LANCZOS)


def label_font() -> ImageFont.FreeTypeFont:
    """The face of the labels: one that deckgen's themes use, so that it is always there."""
    file = find("Lato", 400, italic=False)
    assert file is not None
    return ImageFont.truetype(str(file.path), 22)


def make(target: Path, folder: Path) -> None:
    """Build and draw the lecture, and write the picture."""
    deck = build(LECTURE, folder)
    (drawn,) = draw([deck], folder, theme_fonts(folder / "fonts"))
    ids = [page.id for page in deck.scene.pages]
    chosen = [ids.index(name) if name else 0 for name in SHOWN]
    rows = (
        ("outline.pptx, in LibreOffice", [drawn.office_pictures[i] for i in chosen]),
        ("outline.html, in Chromium", [drawn.web_pictures[i] for i in chosen]),
    )
    sheet = contact_sheet(rows).quantize(256, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    sheet.save(target, optimize=True)


def main() -> None:
    """Write the picture where the command line says."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET
    with tempfile.TemporaryDirectory(prefix="deckgen-picture-") as folder:
        make(target, Path(folder))
    print(target)


if __name__ == "__main__":
    main()
