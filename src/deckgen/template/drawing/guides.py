"""Guide formulas of a shape → numbers by name (ECMA-376-1, 20.1.9.11)."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TURN = 21_600_000
_LARGEST = 1e12
_UNITS = _TURN / (2 * math.pi)
"""Units of an ST_Angle in a radian."""


def presets(width: float, height: float) -> dict[str, float]:
    """The names that every shape has, of one `width` by `height` (in any unit)."""
    small, large = min(width, height), max(width, height)
    values = {
        "l": 0.0, "t": 0.0, "r": width, "b": height, "w": width, "h": height, "hc": width / 2,
        "vc": height / 2, "ss": small, "ls": large,
        "cd2": _TURN / 2, "cd4": _TURN / 4, "cd8": _TURN / 8,
        "3cd4": _TURN * 3 / 4, "3cd8": _TURN * 3 / 8, "5cd8": _TURN * 5 / 8, "7cd8": _TURN * 7 / 8,
    }  # fmt: skip
    for n in (2, 3, 4, 5, 6, 8, 10, 12, 16, 32):
        values |= {f"wd{n}": width / n, f"hd{n}": height / n, f"ssd{n}": small / n}
    return values


def evaluated(guides: Iterable[Element], known: dict[str, float]) -> dict[str, float]:
    """`known` with the values of `a:gd` elements, each of which may name those before it."""
    values = dict(known)
    for guide in guides:
        operator, *arguments = (guide.get("fmla") or "val 0").split() or ["val"]
        numbers = [value_of(argument, values) for argument in arguments[:3]]
        values[guide.get("name", "")] = _result(operator, numbers + [0.0] * (3 - len(numbers)))
    return values


def value_of(text: str, values: dict[str, float]) -> float:
    """A number or the value of a guide; 0 for what is neither."""
    if text in values:
        return values[text]
    try:
        number = float(text)
    except ValueError:
        return 0.0
    return number if abs(number) < _LARGEST else 0.0


def _result(operator: str, numbers: list[float]) -> float:
    try:
        result = _OPERATORS[operator](*numbers)
    except (KeyError, ZeroDivisionError, OverflowError, ValueError):
        return 0.0
    return min(max(result, -_LARGEST), _LARGEST) if math.isfinite(result) else 0.0


def _angle(y: float, x: float) -> float:
    return math.atan2(y, x)


_OPERATORS: dict[str, Callable[[float, float, float], float]] = {
    "val": lambda x, _y, _z: x,
    "*/": lambda x, y, z: x * y / z,
    "+-": lambda x, y, z: x + y - z,
    "+/": lambda x, y, z: (x + y) / z,
    "?:": lambda x, y, z: y if x > 0 else z,
    "abs": lambda x, _y, _z: abs(x),
    "at2": lambda x, y, _z: _angle(y, x) * _UNITS,
    "cat2": lambda x, y, z: x * math.cos(_angle(z, y)),
    "sat2": lambda x, y, z: x * math.sin(_angle(z, y)),
    "cos": lambda x, y, _z: x * math.cos(y / _UNITS),
    "sin": lambda x, y, _z: x * math.sin(y / _UNITS),
    "tan": lambda x, y, _z: x * math.tan(y / _UNITS),
    "max": lambda x, y, _z: max(x, y),
    "min": lambda x, y, _z: min(x, y),
    "mod": lambda x, y, z: math.sqrt(x * x + y * y + z * z),
    "pin": lambda x, y, z: x if y < x else z if y > z else y,
    "sqrt": lambda x, _y, _z: math.sqrt(x),
}
