"""What a chart says, before it has a size: categories, series, and how the author wants them shown."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ChartType(StrEnum):
    """The kinds of chart, as the language names them; a bar lies, a column stands."""

    COLUMN = "column"
    BAR = "bar"
    LINE = "line"
    AREA = "area"
    PIE = "pie"
    DOUGHNUT = "doughnut"
    SCATTER = "scatter"


class Stacking(StrEnum):
    """How series of one category stand to one another: side by side, on top, or as shares of the whole."""

    NONE = "false"
    STACKED = "true"
    PERCENT = "percent"


ROUND = frozenset({ChartType.PIE, ChartType.DOUGHNUT})
"""Charts without axes."""

STACKABLE = frozenset({ChartType.COLUMN, ChartType.BAR, ChartType.LINE, ChartType.AREA})

BARS = frozenset({ChartType.COLUMN, ChartType.BAR})

FROM_ZERO = frozenset({ChartType.COLUMN, ChartType.BAR, ChartType.AREA})
"""Charts whose marks are as long as their values are large: their axis begins at zero."""


MOST_DOTS = 12
"""Up to so many values, each point of a line is marked."""


@dataclass(frozen=True, slots=True)
class Series:
    """A row of values with a name; None is a value that is not known.

    `values` has an entry for each category, or, in a scatter chart, for each of `xs`.
    """

    name: str
    values: tuple[float | None, ...]
    xs: tuple[float | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Bounds:
    """The ends of an axis where the author sets them, in the axis's own values."""

    minimum: float | None = None
    maximum: float | None = None


FREE = Bounds()


@dataclass(frozen=True, slots=True)
class Ink:
    """A colour by its role, drawn nearer to the ground by the share `fade` (0-1).

    `tint` makes it lighter (above 0) or darker by that share, where it can still be seen so.
    """

    role: str
    fade: float = 0.0
    tint: float = 0.0


PALETTE = tuple(Ink(f"accent{n}") for n in (1, 3, 4, 6, 5, 2))
"""The accents in the order in which charts use them, unless a theme has another: the first three lie
furthest apart, to the colour-blind too; the second accent is the one that stands back on most grounds."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with its numbers.

    `x` is the axis of the categories (of a scatter chart, of `Series.xs`), `y` that of the values,
    whichever way they lie.  `corner` is what heads the categories in the data ("Year").  `format` is a
    spreadsheet's number format, empty for one that follows from the values; `lang` (BCP 47) gives its
    signs.  Of `emphasized` series, or of categories where there is but one series, the others are muted.
    `palette` are the colours that series and categories take in turn.
    """

    type: ChartType
    series: tuple[Series, ...]
    categories: tuple[str, ...] = ()
    corner: str = ""
    stacking: Stacking = Stacking.NONE
    x: Bounds = FREE
    y: Bounds = FREE
    labels: bool = False
    format: str = ""
    lang: str = "en"
    emphasized: frozenset[str] = frozenset()
    palette: tuple[Ink, ...] = PALETTE

    @property
    def round(self) -> bool:
        """Whether it is a pie or a doughnut, whose parts are the categories of its one series."""
        return self.type in ROUND

    @property
    def size(self) -> int:
        """How many categories there are."""
        return len(self.categories)

    @property
    def banded(self) -> bool:
        """Whether each category has a stretch of the axis to itself, as bars need it.

        Lines and areas run from one end of the axis to the other; one of a single category has none.
        """
        return self.type in BARS or self.size == 1
