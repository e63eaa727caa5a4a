"""The outlines in content/ → the pictures in docs/: slides in PowerPoint, and below the same in HTML.

Usage: python -m tools.picture [outline | gallery | themes] …
Without a name all are drawn; `themes` is a picture for each theme, in HTML.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from deckgen.fonts.files import find
from deckgen.scene import Page
from deckgen.themefile import theme_names
from deckgen.workshop import preview
from tools.rendering import web
from tools.rendering.chromium import Browser
from tools.rendering.decks import Built, build, draw, theme_fonts
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

IN_A_THEME = (
    ("opening", "section", "three-ways-to-cross-a-valley", "statement"),
    ("remarks-stand-apart", "tables-have-rules-not-grids", "six-colours-that-stay-apart",
     "code-is-stepped-through"),
)  # fmt: skip
"""What the picture of a theme shows of the deck that previews it, row by row: ids, or layouts' names."""

THUMB, GAP, MARGIN, LABEL = (512, 288), 24, 40, 48
SMALL, SEAM = (416, 234), 8
"""A slide in the picture of a theme, and the space between two, in px."""

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


def thumbnail(picture: Path, size: tuple[int, int] = THUMB) -> Image.Image:
    """A slide, made small."""
    with Image.open(picture) as opened:
        return opened.convert("RGB").resize(size, Image.Resampling.LANCZOS)


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
        written.append(saved(contact_sheet(rows), name))
    return written


def saved(sheet: Image.Image, name: str) -> Path:
    """The picture in docs/, in 256 colours; its path."""
    path = DOCS / f"{name}.png"
    few = sheet.quantize(256, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.save(path, optimize=True)
    return path


def make_themes(folder: Path) -> list[Path]:
    """Draw the deck that previews a theme in each of them, and write a picture of it."""
    with Browser() as browser:
        return [
            saved(swatch(build(preview.outline(), folder, name), browser, folder / name), f"theme-{name}")
            for name in theme_names()
        ]


def swatch(deck: Built, browser: Browser, folder: Path) -> Image.Image:
    """What shows a theme, edge to edge in rows."""
    drawn = web.shown(browser, deck.html, deck.scene.theme.page, folder, width=SMALL[0] * 2).pictures
    sheet = Image.new("RGB", (len(IN_A_THEME[0]) * (SMALL[0] + SEAM) - SEAM,
                              len(IN_A_THEME) * (SMALL[1] + SEAM) - SEAM), EDGE)  # fmt: skip
    for down, row in enumerate(IN_A_THEME):
        for across, wanted in enumerate(row):
            picture = thumbnail(drawn[position(deck.scene.pages, wanted)], SMALL)
            sheet.paste(picture, (across * (SMALL[0] + SEAM), down * (SMALL[1] + SEAM)))
    return sheet


def position(pages: Sequence[Page], wanted: str) -> int:
    """Of which page the id is, or which is the first of the layout."""
    return next(i for i, page in enumerate(pages) if wanted in {page.id, page.layout.name})


def main() -> None:
    """Write the pictures, and say which."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help="outline, gallery or themes")
    known = [*SHEETS, "themes"]
    names = parser.parse_args().names or known
    if unknown := sorted(set(names) - set(known)):
        parser.error(f"there is no {unknown[0]}: {', '.join(known)}")
    for name in names:
        with tempfile.TemporaryDirectory(prefix="deckgen-picture-") as folder:
            room = Path(folder)
            made = make_themes(room) if name == "themes" else make(CONTENT / f"{name}.yaml", room)
            print(*made, sep="\n")


if __name__ == "__main__":
    main()
