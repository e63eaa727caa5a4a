"""Values → an axis: round ends and round steps between them, as a reader would choose them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

ROUND_STEPS = (1.0, 2.0, 2.5, 5.0)
"""Steps that are easily read, times any power of ten."""

NEAR_ZERO = 1 / 3
"""Values that spread over more than this share of the largest are shown from zero on."""

_ALMOST = 1e-9


@dataclass(frozen=True, slots=True)
class Scale:
    """The ends of an axis and the step between its ticks, in the axis's values."""

    minimum: float
    maximum: float
    step: float

    @property
    def ticks(self) -> tuple[float, ...]:
        """The values at which ticks stand: from the minimum up by steps, as far as the maximum."""
        count = math.floor((self.maximum - self.minimum) / self.step + _ALMOST)
        return tuple(tidy(self.minimum + i * self.step, self.step) for i in range(count + 1))

    @property
    def decimals(self) -> int:
        """The decimals that it takes to write every tick."""
        return max(decimals(self.step), decimals(self.minimum))

    def at(self, value: float) -> float:
        """Where a value lies: 0 at the minimum, 1 at the maximum, less or more beyond them."""
        return (value - self.minimum) / (self.maximum - self.minimum)

    def share(self, value: float) -> float:
        """The same, no further than the ends."""
        return min(max(self.at(value), 0.0), 1.0)

    @property
    def base(self) -> float:
        """The value from which bars and areas rise: zero, or the end that is nearest to it."""
        return min(max(0.0, self.minimum), self.maximum)


def tidy(value: float, step: float) -> float:
    """A sum of steps without the noise of binary fractions."""
    return round(value, max(10, 12 - math.floor(math.log10(step)))) + 0.0


def decimals(value: float) -> int:
    """How many decimals a number needs, up to ten."""
    text = f"{abs(value):.10f}".rstrip("0")
    return len(text.partition(".")[2])


def scale_of(
    values: Sequence[float],
    *,
    zero: bool,
    most: int,
    minimum: float | None = None,
    maximum: float | None = None,
) -> Scale:
    """An axis that holds `values`, with at most `most` steps.

    `zero` says that the axis begins or ends at zero where all values are on one side of it; other axes
    do so where the values spread widely.  `minimum` and `maximum` are ends that the author wants.
    """
    low, high = _range(values, zero, minimum, maximum)
    step = _step(low, high, max(most, 1), minimum)
    if maximum is not None:
        step = _dividing(low, high, most) or step
    start = low if minimum is not None else _floor(low, step)
    end = high if maximum is not None else start + _ceiling(high - start, step)
    return Scale(tidy(start, step), tidy(end, step), step)


def _range(
    values: Sequence[float], zero: bool, minimum: float | None, maximum: float | None
) -> tuple[float, float]:
    """The values' extremes as the axis must reach them, the higher above the lower."""
    low, high = (min(values), max(values)) if values else (0.0, 1.0)
    if zero or _spread(low, high):
        low, high = min(low, 0.0), max(high, 0.0)
    low = low if minimum is None else minimum
    high = high if maximum is None else maximum
    given = minimum is not None and maximum is not None and low < high
    if given or high - low > _ALMOST * max(abs(high), abs(low)):
        return low, high
    room = abs(low) * 0.1 or 1.0  # all values are one, or all lie beyond the end that the author set
    if maximum is not None and minimum is None:
        return high - room, high
    return (low, low + room) if minimum is not None or low == 0 else (low - room, high + room)


def _spread(low: float, high: float) -> bool:
    """Whether values of one sign differ so much that zero belongs on their axis."""
    far, near = max(abs(low), abs(high)), min(abs(low), abs(high))
    return low * high > 0 and far - near > NEAR_ZERO * far


def _step(low: float, high: float, most: int, minimum: float | None) -> float:
    """The smallest round step that needs no more than `most` of itself, or two round zero.

    Where the author set the beginning, one that meets it and zero alike goes first.
    """
    most = max(most, 2) if low < 0 < high else most
    found = [step for step in _steps((high - low) / most) if _count(low, high, step, minimum) <= most]
    if minimum is not None:
        aligned = (s for s in found if abs(minimum / s - round(minimum / s)) < _ALMOST and s <= high - low)
        return next(aligned, found[0])
    return found[0]


def _dividing(low: float, high: float, most: int) -> float | None:
    """The smallest step of one digit by which the upper end is met, where there is one: 4 or 6 to 24."""
    for count in range(most, 1, -1):
        step = (high - low) / count
        digit = step / 10.0 ** math.floor(math.log10(step) + _ALMOST)
        meets_zero = abs(low / step - round(low / step)) < _ALMOST
        if meets_zero and min(abs(digit - round(digit)), abs(digit - 2.5)) < _ALMOST:
            return tidy(step, step)
    return None


def _steps(least: float) -> list[float]:
    """Round steps from about `least` up."""
    power = math.floor(math.log10(least))
    return [tidy(digit * 10.0**p, 10.0**p) for p in (power, power + 1, power + 2) for digit in ROUND_STEPS]


def _count(low: float, high: float, step: float, minimum: float | None) -> int:
    """How many steps it takes from the tick at or below `low` to that at or above `high`."""
    start = low if minimum is not None else _floor(low, step)
    return round(_ceiling(high - start, step) / step)


def _floor(value: float, step: float) -> float:
    return math.floor(value / step + _ALMOST) * step


def _ceiling(value: float, step: float) -> float:
    return math.ceil(value / step - _ALMOST) * step
