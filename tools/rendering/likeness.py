"""Two pictures of the same page → how alike they are, as structure and as ink.

Both pictures are made grey and fitted into 640 × 360.  SSIM is the structural similarity of the two
(Wang et al. 2004).  Ink IoU divides them into 32 × 18 cells: a cell has ink where any pixel differs
from the page's background (its most frequent grey) by more than 40 of 255; the index is the share of
cells with ink in both among those with ink in either.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image
from skimage.metrics import structural_similarity

WIDTH, HEIGHT, CELL, THRESHOLD = 640, 360, 20, 40

Grey = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Likeness:
    """Similarity of two pictures, both figures 1.0 for equal ones."""

    ssim: float
    iou: float


def likeness(a: Path, b: Path) -> Likeness:
    """How alike two picture files are."""
    (grey_a, paper_a), (grey_b, paper_b) = fitted(a), fitted(b)
    ssim = float(structural_similarity(grey_a, grey_b, data_range=255))  # type: ignore[no-untyped-call]
    ink_a, ink_b = ink(grey_a, paper_a), ink(grey_b, paper_b)
    either = int((ink_a | ink_b).sum())
    return Likeness(ssim, int((ink_a & ink_b).sum()) / either if either else 1.0)


def fitted(path: Path) -> tuple[Grey, int]:
    """The picture in grey, centred on a 640 × 360 page of its own background, and that background."""
    with Image.open(path) as opened:
        image = opened.convert("L")
    scale = min(WIDTH / image.width, HEIGHT / image.height)
    size = (round(image.width * scale), round(image.height * scale))
    image = image.resize(size, Image.Resampling.LANCZOS)
    paper = int(np.bincount(np.asarray(image).ravel()).argmax())
    page = Image.new("L", (WIDTH, HEIGHT), paper)
    page.paste(image, ((WIDTH - size[0]) // 2, (HEIGHT - size[1]) // 2))
    return np.asarray(page).astype(np.int64), paper


def ink(grey: Grey, paper: int) -> npt.NDArray[np.bool_]:
    """Which cells of the page hold anything that stands out from the background."""
    marks = np.abs(grey - paper) > THRESHOLD
    cells = marks.reshape(HEIGHT // CELL, CELL, WIDTH // CELL, CELL)
    return np.asarray(cells.any(axis=(1, 3)), dtype=np.bool_)
