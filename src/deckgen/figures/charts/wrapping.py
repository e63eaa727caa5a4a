"""Names of categories → lines that fit the room of each, or every so many of them where there is none."""

from __future__ import annotations

from dataclasses import dataclass

from deckgen.figures.charts.room import Room, TextWidth

MOST_LINES = 3
APART = 0.4
"""The room between the names of neighbours, in em."""

SKIPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)
"""Of how many names one is shown, where there is no room for all: what a reader counts in."""


@dataclass(frozen=True, slots=True)
class Names:
    """The lines of each name, none where it is passed over; `slanted`: they rise at half a right angle.

    A name is shown for one in `skip` categories.
    """

    lines: tuple[tuple[str, ...], ...]
    skip: int = 1
    slanted: bool = False


def wrapped(text: str, width: float, measure: TextWidth) -> tuple[str, ...]:
    """The words of `text` in lines at most `width` pt wide; a wider word has a line to itself."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def side_by_side(names: tuple[str, ...], pitch: float, room: Room, *, every: bool) -> Names:
    """Names in a row, one every `pitch` pt: in lines, else slanted (where `every` one is wanted), else
    with some passed over."""
    width = pitch - APART * room.size
    lines = tuple(wrapped(name, width, room.measure) for name in names)
    if all(len(found) <= MOST_LINES and room.widest(found) <= width for found in lines):
        return Names(lines)
    if every and pitch >= room.line:
        return Names(tuple((name,) for name in names), slanted=True)
    return passing_over(names, room.widest(names) + APART * room.size, pitch)


def one_below_another(names: tuple[str, ...], pitch: float, width: float, room: Room) -> Names:
    """Names in a column, one every `pitch` pt: in lines of at most `width` pt as far as they have room."""
    if pitch < room.line:
        return passing_over(names, room.line, pitch)
    most = min(MOST_LINES, int(pitch / room.line))
    wraps = (wrapped(name, width, room.measure) for name in names)
    return Names(tuple(w if len(w) <= most else (name,) for w, name in zip(wraps, names, strict=True)))


def passing_over(names: tuple[str, ...], need: float, pitch: float) -> Names:
    """One name in so many that each has `need` pt."""
    skip = next((n for n in SKIPS if n * pitch >= need), len(names))
    return Names(tuple((name,) if i % skip == 0 else () for i, name in enumerate(names)), skip)
