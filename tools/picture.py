"""The outlines in content/ → the pictures in docs/: slides in PowerPoint, and below the same in HTML.

Usage: python -m tools.picture
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from deckgen.fonts.files import find
from tools.rendering.decks import build, draw, theme_fonts
from tools.rendering.programs import REPOSITORY

CONTENT, DOCS = REPOSITORY / "content", REPOSITORY / "docs"

SHEETS: dict[str, dict[str, tuple[str | None, ...]]] = {
    "outline": {"lecture": (None, "rapallo", "for-and-against")},
    "gallery": {
        "gallery-words": ("remarks-stand-apart", "numbers-that-speak", "text-says-what-it-has-to-say"),
        "gallery-pictures": (
            "a-picture-beside-its-text",
            "several-pictures-in-a-grid",
            "a-sound-and-a-code-to-point-a-telephone-at",
        ),
        "gallery-figures": (
            "clocks-got-better",
            "in-november-the-sun-is-a-quarter-of-an-hour-early",
            "a-clock-is-a-loop",
        ),
        "gallery-charts": (
            "the-further-north-the-longer-the-summer-s-day",
            "shares-of-a-whole",
            "areas-stack-rings-close",
        ),
        "gallery-code": (
            "formulas-are-text-not-pictures",
            "matrices-cases-sums",
            "code-is-stepped-through",
        ),
    },
}
"""For each outline its pictures, and the ids of the slides on them; None is the opening."""

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


def make(outline: Path, folder: Path) -> list[Path]:
    """Build and draw an outline, and write its pictures."""
    deck = build(outline, folder)
    (drawn,) = draw([deck], folder, theme_fonts(folder / "fonts"))
    ids = [page.id for page in deck.scene.pages]
    written = []
    for name, shown in SHEETS[outline.stem].items():
        chosen = [ids.index(one) if one else 0 for one in shown]
        rows = (
            (f"{outline.stem}.pptx, in LibreOffice", [drawn.office_pictures[i] for i in chosen]),
            (f"{outline.stem}.html, in Chromium", [drawn.web_pictures[i] for i in chosen]),
        )
        sheet = contact_sheet(rows).quantize(256, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        written.append(DOCS / f"{name}.png")
        sheet.save(written[-1], optimize=True)
    return written


def main() -> None:
    """Write the pictures, and say which."""
    for stem in SHEETS:
        with tempfile.TemporaryDirectory(prefix="deckgen-picture-") as folder:
            for path in make(CONTENT / f"{stem}.yaml", Path(folder)):
                print(path)


if __name__ == "__main__":
    main()
