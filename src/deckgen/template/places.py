"""A template's layout → its placeholders by what they can serve as: title, texts, content, furniture."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from deckgen.slots import Box
from deckgen.template.model import Layout, Placeholder

TITLES = frozenset({"title", "ctrTitle"})
TEXTS = frozenset({"obj", "body"})
"""Types that hold running text."""

VISUALS = frozenset({"pic", "chart", "tbl", "dgm", "media", "clipArt"})
"""Types that hold one kind of figure, and no text."""

LARGE_HEIGHT, LARGE_AREA = 0.2, 0.08
"""The least shares of the page's height and area of what content can stand in."""

_ON_PAGE = 0.6
_TITLE_WIDTH, _TITLE_HEIGHT = 0.25, 0.04
_TOP, _TOP_HEIGHT, _TOP_WIDTH = 0.3, 0.4, 0.4


@dataclass(frozen=True, slots=True)
class Places:
    """What a layout of a template has.

    `large` and `small` are its upright placeholders for content, in reading order; `subtitle` is the one
    that says so itself.  Titles too narrow to hold one are none.
    """

    layout: Layout
    page: tuple[float, float]
    title: Placeholder | None
    subtitle: Placeholder | None
    large: tuple[Placeholder, ...]
    small: tuple[Placeholder, ...]
    date: Placeholder | None
    footer: Placeholder | None
    number: Placeholder | None

    @property
    def top_title(self) -> Placeholder | None:
        """The title where it is wide and stands above the content."""
        width, height = self.page
        title = self.title
        if title is None or title.frame.h > _TOP_HEIGHT * height or title.frame.w < _TOP_WIDTH * width:
            return None
        return title if middle(title.frame) < _TOP * height else None

    @property
    def texts(self) -> tuple[Placeholder, ...]:
        """All that hold running text, large or small."""
        return tuple(p for p in in_order((*self.large, *self.small)) if p.type in TEXTS)

    def share(self, placeholder: Placeholder) -> float:
        """What a placeholder takes of the page's area (0-1)."""
        return placeholder.frame.w * placeholder.frame.h / (self.page[0] * self.page[1])


def places_of(layout: Layout, page: tuple[float, float]) -> Places:
    """The layout's placeholders by what they can serve as; of several of a kind the first."""
    usable = [p for p in layout.placeholders if p.upright and on_page(p.frame, page) >= _ON_PAGE
              and p.box.w > 0 and p.box.h > 0]  # fmt: skip

    def first(*types: str) -> Placeholder | None:
        return next((p for p in usable if p.type in types), None)

    titles = [p for p in usable if p.type in TITLES and is_title(p, page)]
    content = in_order(p for p in usable if p.type in TEXTS | VISUALS)
    large = tuple(p for p in content if is_large(p.frame, page))
    return Places(
        layout, page, max(titles, key=lambda p: p.frame.w, default=None), first("subTitle"),
        large, tuple(p for p in content if p not in large), first("dt"), first("ftr"), first("sldNum"),
    )  # fmt: skip


def is_title(placeholder: Placeholder, page: tuple[float, float]) -> bool:
    """Whether a title can be read in a placeholder for one."""
    box = placeholder.box
    return box.w >= _TITLE_WIDTH * page[0] and placeholder.frame.h >= _TITLE_HEIGHT * page[1]


def is_large(frame: Box, page: tuple[float, float]) -> bool:
    """Whether content can stand in a frame."""
    return frame.h >= LARGE_HEIGHT * page[1] and frame.w * frame.h >= LARGE_AREA * page[0] * page[1]


def on_page(frame: Box, page: tuple[float, float]) -> float:
    """The share (0-1) of a frame that lies on the page."""
    if frame.w <= 0 or frame.h <= 0:
        return 0.0
    w = min(frame.right, page[0]) - max(frame.x, 0.0)
    h = min(frame.bottom, page[1]) - max(frame.y, 0.0)
    return max(w, 0.0) * max(h, 0.0) / (frame.w * frame.h)


def in_order(placeholders: Iterable[Placeholder]) -> tuple[Placeholder, ...]:
    """Placeholders as they are read: from the left where they stand side by side, else from the top."""
    return tuple(sorted(placeholders, key=lambda p: (round(p.frame.y / 24), p.frame.x)))


def middle(frame: Box) -> float:
    """The y of a frame's middle."""
    return frame.y + frame.h / 2


def beside(frames: Sequence[Box], page: tuple[float, float]) -> bool:
    """Whether frames, from left to right, stand side by side: tops in line, none in another's way."""
    tops = [frame.y for frame in frames]
    if max(tops) - min(tops) > 0.08 * page[1]:
        return False
    return all(a.right <= b.x + 0.02 * page[0] for a, b in pairwise(frames))
