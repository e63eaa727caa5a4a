"""Columns and distances from the page's edges → boxes in pt."""

from __future__ import annotations

from dataclasses import dataclass

from deckgen.slots import Box
from deckgen.themefile.tokens import Reader
from deckgen.yamlnodes import Mapping

COLUMNS = 12
ACROSS, DOWN = ("left", "width", "right"), ("top", "height", "bottom")
PLACE_KEYS = ("columns", *ACROSS, *DOWN)


@dataclass(frozen=True, slots=True)
class Grid:
    """Twelve columns between two margins; all lengths in pt of the page.

    `k` is the page's size in that of the page which a theme's lengths are written for.
    """

    page: tuple[float, float]
    margin: float
    gutter: float
    k: float

    def columns(self, first: float, last: float) -> tuple[float, float]:
        """Left edge and width of the columns `first` to `last`, from 1; 4.5 is the fourth's middle."""
        one = (self.page[0] - 2 * self.margin - (COLUMNS - 1) * self.gutter) / COLUMNS
        width = (last - first + 1) * (one + self.gutter) - self.gutter
        return self.margin + (first - 1) * (one + self.gutter), width

    def box(self, node: Mapping, read: Reader, what: str) -> Box | None:
        """Where a slot, a decoration or a logo stands; None, with a diagnostic, where that is not said.

        It has `columns`, or two of left, width and right; and two of top, height and bottom.  Right and
        bottom are distances from the page's right edge and its foot.
        """
        across, down = self._across(node, read), self._side(node, DOWN, self.page[1], read)
        if across is None or down is None:
            read.report.error(
                "theme-value",
                f"{what} takes `columns` in 1-12 and two of `top`, `height`, `bottom`",
                node.span,
                "in place of `columns` it may have two of `left`, `width`, `right`",
            )
            return None
        return Box(round(across[0], 2), round(down[0], 2), round(across[1], 2), round(down[1], 2))

    def _across(self, node: Mapping, read: Reader) -> tuple[float, float] | None:
        columns = read.lengths(node, "columns", (1, 1), 1.0)
        if columns is None:
            return self._side(node, ACROSS, self.page[0], read)
        inside = 1 <= columns[0] <= columns[1] <= COLUMNS
        if not inside or any(node.get(key) for key in ACROSS):
            return None
        return self.columns(columns[0], columns[1])

    def _side(
        self, node: Mapping, keys: tuple[str, ...], whole: float, read: Reader
    ) -> tuple[float, float] | None:
        """Beginning and size along one side of the page, of the two that are said."""
        ends = {key: read.lengths(node, key, (whole,), self.k) for key in keys}
        near, size, far = (found[0] if (found := ends[key]) else None for key in keys)
        if size is None and near is not None and far is not None:
            return near, whole - near - far
        if size is not None and (near is None) != (far is None):
            return (near, size) if near is not None else (whole - (far or 0.0) - size, size)
        return None
