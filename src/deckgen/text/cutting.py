"""The runs of a paragraph and where its lines end → the runs of each line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from deckgen.model import Run, Text


def lines_of(text: Text, ends: tuple[int, ...]) -> list[Text]:
    """The runs cut where lines end; line breaks and the white space that hangs over there are left out."""
    return [tuple(_between(text, start, end)) for start, end in pairwise((0, *ends))]


def _between(text: Text, start: int, end: int) -> Iterator[Run]:
    """What stands from one offset to another."""
    at = 0
    for run in text:
        words = run.text[max(start - at, 0) : max(end - at, 0)]
        at += len(run.text)
        if at >= end:
            words = words.rstrip(" \n")
        if words:
            yield replace(run, text=words)
