"""An outline → how far its PowerPoint file and its HTML agree, slide by slide, as drawn.

Usage: python -m tools.agreement OUTLINE [--theme NAME] [--size 4:3] [--keep DIR]
The exit code is 1 when the deck is under the bar.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tools.rendering.compare import Agreement, Compared, compare
from tools.rendering.decks import BuildError, build, draw, theme_fonts

MEAN_SSIM, MEAN_IOU, LEAST_SSIM, LEAST_IOU, EQUAL_BREAKS = 0.95, 0.93, 0.92, 0.85, 0.97


def failures(found: Agreement) -> list[str]:
    """What is under the bar."""
    mean, worst = found.mean, found.worst
    longer = sum(p.longer for p in found.paragraphs)
    checks = (
        (mean.ssim >= MEAN_SSIM, f"mean SSIM {mean.ssim:.3f} is under {MEAN_SSIM}"),
        (mean.iou >= MEAN_IOU, f"mean ink IoU {mean.iou:.3f} is under {MEAN_IOU}"),
        (worst.ssim >= LEAST_SSIM, f"least SSIM {worst.ssim:.3f} is under {LEAST_SSIM}"),
        (worst.iou >= LEAST_IOU, f"least ink IoU {worst.iou:.3f} is under {LEAST_IOU}"),
        (
            found.equal_breaks >= EQUAL_BREAKS,
            f"{found.equal_breaks:.1%} of paragraphs break alike, under {EQUAL_BREAKS:.0%}",
        ),
        (not longer, f"{longer} paragraphs need more lines than predicted, or are missing"),
    )
    return [message for good, message in checks if not good]


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
        low = page.ssim < LEAST_SSIM or page.iou < LEAST_IOU
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
    (drawn,) = draw([deck], folder, theme_fonts(folder / "fonts"))
    found = compare(drawn)
    print_agreement(found, [page.title for page in deck.scene.pages])
    return [*failures(found), *drawn.problems]


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
