"""Citations, bibliographies, footnotes and agendas, from an outline to its Deck."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from deckgen.diagnostics import Report
from deckgen.model import Baseline, Bibliography, Deck, ListBlock, Role, plain
from deckgen.source.reader import read_deck

WORKS = """
references:
  b: {author: Ann Berg, year: 2001, title: Second}
  a: {author: [Zoe Ash, Tom Oak], year: 1999, title: First, url: "https://example.org/a"}
  unused: {title: Nobody reads this}
"""


def read(folder: Path, text: str) -> tuple[Deck, list[str]]:
    outline = folder / "outline.yaml"
    outline.write_text(text, "utf-8")
    report = Report()
    deck = read_deck(outline, report, datetime.date(2026, 11, 23))
    assert deck is not None
    return deck, [f"{d.code}: {d.message}" for d in report.sorted()]


def first_items(deck: Deck) -> list[str]:
    block = deck.slides[-2].blocks[0]
    assert isinstance(block, ListBlock)
    return [plain(item.text) for item in block.items]


SLIDES = """
slides:
  - title: One
    bullets:
      - So says [@b, p. 3]
      - And so [@a; @b, ch. 2]
  - title: Works
    bibliography: true
"""


def bibliography(deck: Deck) -> list[str]:
    block = deck.slides[-1].blocks[0]
    assert isinstance(block, Bibliography)
    return [plain(entry) for entry in block.entries]


def test_author_and_year(tmp_path: Path) -> None:
    deck, said = read(tmp_path, "title: T" + WORKS + SLIDES)
    assert said == []
    assert first_items(deck) == ["So says (Berg 2001, p. 3)", "And so (Ash & Oak 1999; Berg 2001, ch. 2)"]
    assert bibliography(deck) == [
        "Ash, Zoe & Tom Oak. 1999. First. https://example.org/a",
        "Berg, Ann. 2001. Second.",
    ]


def test_numbers_follow_the_text(tmp_path: Path) -> None:
    deck, said = read(tmp_path, "title: T" + WORKS + "  style: numeric" + SLIDES)
    assert said == []
    assert first_items(deck) == ["So says [1, p. 3]", "And so [2; 1, ch. 2]"]
    assert bibliography(deck)[0] == "[1] Berg, Ann. Second. 2001."


def test_a_bibtex_file(tmp_path: Path) -> None:
    (tmp_path / "works.bib").write_text(
        r"@book{b, author={G{\"o}del, Kurt and van Dyck, A.}, title={{\"U}ber -- Alles}, year=1931}"
        "\n@article{a, author={Ash, Z.}, title={T}, journal={J}, pages={1--9}, year={1999}}",
        "utf-8",
    )
    deck, said = read(tmp_path, "title: T\nreferences: works.bib" + SLIDES)
    assert said == []
    assert bibliography(deck) == [
        "Ash, Z. 1999. T. J 1–9.",
        "Gödel, Kurt & A. van Dyck. 1931. Über – Alles.",
    ]


def test_a_broken_bibtex_file_is_told_at_its_line(tmp_path: Path) -> None:
    (tmp_path / "works.bib").write_text("@book{b, title={T}}\n@article{a, title=}\n", "utf-8")
    report = Report()
    outline = tmp_path / "outline.yaml"
    outline.write_text("title: T\nreferences: works.bib" + SLIDES, "utf-8")
    read_deck(outline, report, datetime.date(2026, 11, 23))
    found = next(d for d in report.sorted() if d.code == "bad-bibliography")
    assert found.span is not None
    assert (Path(found.span.file).name, found.span.line) == ("works.bib", 2)


def test_footnotes_are_counted_by_slide(tmp_path: Path) -> None:
    outline = """
title: T
slides:
  - title: One^[a]
    text: Two^[*b* and c] words
  - title: Other
    text: Again^[d]
"""
    deck, said = read(tmp_path, outline)
    assert said == []
    assert [[plain(note) for note in slide.footnotes] for slide in deck.slides] == [
        [],
        ["a", "b and c"],
        ["d"],
    ]
    number = deck.slides[1].title[-1]
    assert (number.text, number.baseline, plain(number.footnote)) == ("1", Baseline.SUPER, "a")
    assert deck.slides[1].id == "one"


@pytest.mark.parametrize(
    ("agenda", "titles"),
    [
        ("true", ["T", "Plan", "A", "one", "B", "two"]),
        ("each", ["T", "Plan", "A", "one", "Plan", "B", "two"]),
        ("false", ["T", "A", "one", "B", "two"]),
    ],
)
def test_agendas(tmp_path: Path, agenda: str, titles: list[str]) -> None:
    slides = "\nslides: [{section: A}, {title: one}, {section: B}, {title: two}]\n"
    deck, said = read(tmp_path, f"title: T\nlang: fr\nagenda: {agenda}{slides}")
    assert said == []
    assert [plain(slide.title) for slide in deck.slides] == titles
    if agenda == "each":
        block = deck.slides[4].blocks[0]
        assert isinstance(block, ListBlock)
        here = [item.text[0] for item in block.items]
        assert [(run.bold, Role.MUTED in run.roles) for run in here] == [(False, True), (True, False)]


def test_no_sections_no_agenda(tmp_path: Path) -> None:
    deck, _ = read(tmp_path, "title: T\nagenda: each\nslides: [{title: one}]\n")
    assert [slide.id for slide in deck.slides] == ["t", "one"]
