"""An outline → how far its PowerPoint file and its HTML agree, slide by slide, as drawn.

Usage: python -m tools.agreement OUTLINE [--theme NAME] [--size 4:3] [--keep DIR]
The exit code is 1 when the deck is under the bar.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tools.rendering.compare import Agreement, Compared, compare
from tools.rendering.decks import BuildError, build, draw, theme_fonts
from tools.rendering.likeness import Likeness


@dataclass(frozen=True, slots=True)
class Bar:
    """What two renderings have to reach: similarity on average and at least, share of equal breaks."""

    mean: Likeness
    least: Likeness
    equal_breaks: float

    def failures(self, found: Agreement) -> list[str]:
        """What is under the bar.  A paragraph that needs more lines than predicted always is."""
        longer = sum(p.longer for p in found.paragraphs)
        checks = (
            ("mean SSIM", found.mean.ssim, self.mean.ssim),
            ("mean ink IoU", found.mean.iou, self.mean.iou),
            ("least SSIM", found.worst.ssim, self.least.ssim),
            ("least ink IoU", found.worst.iou, self.least.iou),
            ("share of equal breaks", found.equal_breaks, self.equal_breaks),
        )
        under = [f"{name} {value:.3f} is under {bar}" for name, value, bar in checks if value < bar]
        more = f"{longer} paragraphs need more lines than predicted, or are missing"
        return [*under, more] if longer else under


BAR = Bar(mean=Likeness(0.95, 0.93), least=Likeness(0.92, 0.85), equal_breaks=0.97)


def described(paragraph: Compared) -> str:
    """One paragraph that is not as it should be, in a line."""
    drawn = [
        "missing" if lines is None else "/".join(map(str, lines.breaks))
        for lines in (paragraph.office, paragraph.web)
    ]
    page, name, index = paragraph.key
    breaks = "/".join(map(str, paragraph.predicted))
    where = f"slide {page + 1}, {name}, paragraph {index + 1}"
    return (
        f"  {where}: predicted {breaks}, LibreOffice {drawn[0]}, Chromium {drawn[1]}: {paragraph.text[:60]}"
    )


def print_agreement(found: Agreement, titles: list[str]) -> None:
    """Print the figures of every slide, the paragraphs that differ, and the summary."""
    for number, (page, title) in enumerate(zip(found.pages, titles, strict=True), 1):
        low = page.ssim < BAR.least.ssim or page.iou < BAR.least.iou
        print(f"{number:3d}  SSIM {page.ssim:.3f}  ink IoU {page.iou:.3f} {'!' if low else ' '} {title[:60]}")
    for paragraph in found.paragraphs:
        if paragraph.longer or not paragraph.equal:
            print(described(paragraph))
    mean, worst = found.mean, found.worst
    print(f"mean SSIM {mean.ssim:.3f}, ink IoU {mean.iou:.3f}; least {worst.ssim:.3f}, {worst.iou:.3f}")
    print(
        f"{found.equal_breaks:.1%} of {len(found.paragraphs)} paragraphs break alike; "
        f"{sum(p.longer for p in found.paragraphs)} need more lines than predicted"
    )


def agreement(outline: Path, folder: Path, theme: str | None, size: str | None) -> list[str]:
    """Build, draw, compare and print; what is under the bar."""
    deck = build(outline, folder, theme, size)
    (drawn,) = draw([deck], folder, theme_fonts(folder / "fonts", deck))
    found = compare(drawn)
    print_agreement(found, [page.title for page in deck.scene.pages])
    return [*BAR.failures(found), *drawn.problems]


def main() -> None:
    """Read the command line; print, and exit."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("outline", type=Path)
    parser.add_argument("--theme")
    parser.add_argument("--size")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep pictures and files here")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="deckgen-agreement-") as folder:
        try:
            under = agreement(options.outline, options.keep or Path(folder), options.theme, options.size)
        except (BuildError, RuntimeError, ValueError) as error:
            sys.exit(str(error))
    for message in under:
        print(f"under the bar: {message}")
    sys.exit(1 if under else 0)


if __name__ == "__main__":
    main()
