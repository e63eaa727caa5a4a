"""Outlines made to take long, or to say too much → few diagnostics, soon."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from deckgen.diagnostics import Diagnostic, Report
from deckgen.source.reader import read_deck
from tests.source.outlines import TODAY

SECONDS = 20.0
HEAD = "title: Deck\nslides:\n"


def _found(tmp_path: Path, text: str) -> list[Diagnostic]:
    outline = tmp_path / "outline.yaml"
    outline.write_text(text, encoding="utf-8")
    report = Report()
    begun = time.process_time()
    read_deck(outline, report, TODAY)
    assert time.process_time() - begun < SECONDS
    return report.sorted()


def test_a_slide_beyond_all_measure_is_one_problem(tmp_path: Path) -> None:
    found = _found(tmp_path, f"{HEAD}  - bullets:\n" + "      - a **b** c\n" * 50_000)
    assert [(diagnostic.code, diagnostic.span and diagnostic.span.line) for diagnostic in found] == [
        ("yaml-size", 3)
    ]


@pytest.mark.parametrize("slide", ["titel: One", "image: none.png", "text: '[a](#nowhere.)'\n    bullet: a"])
def test_the_same_mistake_on_every_slide_ends_the_reading(tmp_path: Path, slide: str) -> None:
    found = _found(tmp_path, HEAD + f"  - {slide}\n" * 30_000)
    assert 200 < len(found) < 410
    assert found[-1].code == "yaml-many"


@pytest.mark.parametrize(
    "text",
    [
        "http://a.b/" * 4_000, "[a](http://b.c) " * 3_000, "$$a " * 10_000, "{{ a " * 9_000,
        "<http://a " * 4_500, "**a_b~~c==d" * 4_000, "[a](" * 12_000, "![a](" * 9_000,
        "^[a" * 16_000, "`` ` " * 9_000, "a@a." * 12_000,
    ],
)  # fmt: skip
def test_markup_without_end_is_read_soon(tmp_path: Path, text: str) -> None:
    _found(tmp_path, f"{HEAD}  - text: |\n      a {text}\n")


@pytest.mark.parametrize(
    "line", ["footer: '{}'", "size: {{width: {}, height: 3in}}", "slides: [{{image: {{src: a, width: {}}}}}]"]
)
def test_values_without_end_are_read_soon(tmp_path: Path, line: str) -> None:
    assert _found(tmp_path, line.format("{{" * 24_000)) != []
    assert _found(tmp_path, line.format("9" * 49_000 + "x")) != []


def test_files_that_include_one_another_are_counted(tmp_path: Path) -> None:
    for n in range(6):
        (tmp_path / f"{n}.yaml").write_text("slides:\n" + f"  - include: {n + 1}.yaml\n" * 10)
    (tmp_path / "6.yaml").write_text("slides: [{title: One}]")
    found = _found(tmp_path, f"{HEAD}  - include: 0.yaml\n")
    assert [diagnostic.code for diagnostic in found] == ["slide-count"]


def test_the_line_shown_is_the_one_an_editor_counts(tmp_path: Path) -> None:
    outline = tmp_path / "outline.yaml"
    outline.write_text(f"{HEAD}  - title: A\x0bB\n    titel: C\n")
    report = Report()
    read_deck(outline, report, TODAY)
    place = report.sorted()[-1].span
    assert place is not None
    assert report.source_line(place) == "    titel: C"
