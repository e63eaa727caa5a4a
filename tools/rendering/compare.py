"""A deck drawn twice → how far the two agree, page by page and paragraph by paragraph."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import fmean

from deckgen.model import characters, plain
from tools.rendering.decks import Drawn
from tools.rendering.likeness import Likeness, likeness
from tools.rendering.lines import Key, Lines, predicted, texts, visible


@dataclass(frozen=True, slots=True)
class Compared:
    """One paragraph: its text, the breaks predicted, and its lines in either rendering (None: not found)."""

    key: Key
    text: str
    predicted: tuple[int, ...]
    office: Lines | None
    web: Lines | None

    @property
    def equal(self) -> bool:
        """Whether both renderers break it alike."""
        return self.office is not None and self.web is not None and self.office.agrees(self.web)

    @property
    def longer(self) -> bool:
        """Whether either renderer needs a line more than predicted, or does not show it at all."""
        drawn = (self.office, self.web)
        return any(lines is None or len(lines.breaks) > len(self.predicted) for lines in drawn)


@dataclass(frozen=True, slots=True)
class Agreement:
    """The whole deck: a likeness for each page, a comparison for each paragraph."""

    pages: list[Likeness]
    paragraphs: list[Compared]

    @property
    def mean(self) -> Likeness:
        """The pages' mean similarity."""
        return Likeness(fmean(p.ssim for p in self.pages), fmean(p.iou for p in self.pages))

    @property
    def worst(self) -> Likeness:
        """The least of either figure; not always of the same page."""
        return Likeness(min(p.ssim for p in self.pages), min(p.iou for p in self.pages))

    @property
    def equal_breaks(self) -> float:
        """The share of paragraphs that break alike, 0 to 1."""
        return fmean(p.equal for p in self.paragraphs) if self.paragraphs else 1.0


def compare(drawn: Drawn) -> Agreement:
    """Compare the two renderings of a deck.  Raises ValueError when they differ in number of pages."""
    counts = len(drawn.office_pictures), len(drawn.web_pictures), len(drawn.built.scene.pages)
    if len(set(counts)) > 1:
        raise ValueError("{} pages in the pptx, {} in the HTML, {} in the scene".format(*counts))
    pairs = zip(drawn.office_pictures, drawn.web_pictures, strict=True)
    return Agreement([likeness(a, b) for a, b in pairs], compared(drawn))


def compared(drawn: Drawn) -> list[Compared]:
    """Every paragraph of the scene with its lines, in reading order; of empty ones nothing can be seen."""
    found = []
    for number, page in enumerate(drawn.built.scene.pages):
        for placed, text in texts(page):
            for index, paragraph in enumerate(text.paragraphs):
                if not visible(characters(paragraph.text)):
                    continue
                key = (number, placed.name, index)
                office, web = drawn.office_lines.get(key), drawn.web_lines.get(key)
                found.append(Compared(key, plain(paragraph.text), predicted(paragraph), office, web))
    return found
