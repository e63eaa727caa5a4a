"""The numbers in a page's texts → the footnotes at its foot, under a short rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from deckgen.layout.regions import Region
from deckgen.layout.setting import Names, Setting
from deckgen.layout.textbox import Para, set_text, text_height
from deckgen.model import Baseline, Run, Text
from deckgen.scene import Content, Group, Part, Placed, PlacedText, Shape, Table
from deckgen.slots import Box
from deckgen.theme import ColorRef

RULE_WIDTH, RULE_HEIGHT, RULE_GAP = 72.0, 0.75, 6.0
"""The rule above the notes, and the space in pt between it and them."""

RULE_COLOR = ColorRef("muted", lighter=0.5)


def notes_in(placed: Iterable[Placed]) -> tuple[Text, ...]:
    """The footnotes that the texts of placed things refer to, each with its number before it."""
    found: dict[str, Text] = {}
    for item in placed:
        for run in _runs(item.content):
            if run.footnote:
                found[run.text] = (Run(run.text, baseline=Baseline.SUPER), Run(" "), *run.footnote)
    return tuple(found.values())


def _runs(content: Content) -> Iterator[Run]:
    match content:
        case PlacedText(paragraphs=paragraphs):
            for paragraph in paragraphs:
                yield from paragraph.text
        case Group(children=children):
            for child in children:
                yield from _runs(child.content)
        case Table(rows=rows):
            for row in rows:
                for cell in row:
                    yield from _runs(cell.text)
        case _:
            return


def _paras(notes: Iterable[Text]) -> list[Para]:
    return [Para(note, "footnote") for note in notes]


def foot_height(notes: tuple[Text, ...], width: float, setting: Setting) -> float:
    """The height in pt of the notes with their rule, 0 for none."""
    if not notes:
        return 0.0
    return text_height(_paras(notes), width, setting.at(1.0)) + RULE_GAP + RULE_HEIGHT


def above_foot(regions: list[Region], top: float) -> list[Region]:
    """The regions, none of them lower than `top` (pt)."""
    return [
        replace(
            region, box=replace(region.box, h=round(max(min(region.box.bottom, top) - region.box.y, 1.0), 2))
        )
        for region in regions
    ]


def place_notes(notes: tuple[Text, ...], room: Box, setting: Setting, names: Names) -> list[Placed]:
    """Rule and notes at the foot of `room`."""
    content, height = set_text(_paras(notes), "footnote", room.w, setting.at(1.0))
    top = round(room.bottom - height - RULE_GAP - RULE_HEIGHT, 2)
    rule = Box(room.x, top, min(RULE_WIDTH, room.w), RULE_HEIGHT)
    words = Box(room.x, round(room.bottom - height, 2), room.w, round(height, 2))
    return [
        Placed(names.new(Part.RULE), Part.RULE, rule, Shape(RULE_COLOR)),
        Placed(names.new(Part.FOOTNOTES), Part.FOOTNOTES, words, content),
    ]
