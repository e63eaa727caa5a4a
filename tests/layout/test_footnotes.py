"""Footnotes stand at the foot of the page that refers to them, and the body keeps off them."""

from __future__ import annotations

import datetime
from pathlib import Path

from deckgen.diagnostics import Report
from deckgen.layout import place
from deckgen.model import plain
from deckgen.scene import Page, Part, PlacedText, Scene
from deckgen.source.reader import read_deck
from deckgen.themefile import load_theme


def scene(folder: Path, slides: str) -> Scene:
    outline = folder / "outline.yaml"
    outline.write_text("opening: false\nslides:\n" + slides, "utf-8")
    report = Report()
    deck = read_deck(outline, report, datetime.date(2026, 11, 23))
    assert deck is not None
    theme = load_theme(deck.theme, deck.size, report)
    assert theme is not None
    made = place(deck, theme, report)
    assert report.sorted() == []
    return made


def notes(page: Page) -> list[str]:
    found = [p for p in page.placed if p.part is Part.FOOTNOTES]
    return [
        plain(paragraph.text)
        for placed in found
        if isinstance(placed.content, PlacedText)
        for paragraph in placed.content.paragraphs
    ]


def test_notes_stand_below_the_body_and_above_the_furniture(tmp_path: Path) -> None:
    (page,) = scene(tmp_path, "  - title: One^[first]\n    bullets:\n      - a^[second]\n      - b\n").pages
    assert notes(page) == ["1 first", "2 second"]
    by_part = {p.part: p.box for p in page.placed}
    assert by_part[Part.BULLETS].bottom < by_part[Part.RULE].y < by_part[Part.FOOTNOTES].y
    assert by_part[Part.FOOTNOTES].bottom <= by_part[Part.NUMBER].y


def test_each_part_of_a_split_slide_has_its_own(tmp_path: Path) -> None:
    items = "\n".join(f"      - item {n}^[note {n}]" for n in range(1, 21))
    pages = scene(tmp_path, f"  - title: Many\n    overflow: split\n    bullets:\n{items}\n").pages
    assert len(pages) > 1
    shown = [note for page in pages for note in notes(page)]
    assert shown == [f"{n} note {n}" for n in range(1, 21)]
    for page in pages:
        by_part = {p.part: p.box for p in page.placed}
        assert by_part[Part.BULLETS].bottom < by_part[Part.RULE].y


def test_no_notes_no_rule(tmp_path: Path) -> None:
    (page,) = scene(tmp_path, "  - title: One\n    text: a\n").pages
    assert not [p for p in page.placed if p.part in {Part.FOOTNOTES, Part.RULE}]
