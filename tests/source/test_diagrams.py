"""A `diagram` block: its forms, the places of its problems, the words for those who cannot see it."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.diagnostics import Diagnostic, Report
from deckgen.model import Deck, Diagram, plain
from deckgen.source.reader import read_deck
from tests.source.outlines import TODAY


def read(folder: Path, block: str) -> tuple[Deck | None, list[Diagnostic]]:
    path = folder / "deck.yaml"
    path.write_text(f"title: T\nslides:\n  - title: S\n{block}", encoding="utf-8")
    report = Report()
    return read_deck(path, report, TODAY), report.sorted()


def diagram(folder: Path, block: str) -> Diagram:
    deck, problems = read(folder, block)
    assert not problems
    assert deck
    found = deck.slides[-1].blocks[0]
    assert isinstance(found, Diagram)
    return found


def test_words_are_runs(tmp_path: Path) -> None:
    source = 'A["`**a** b`"] -- x --> B\n        subgraph S [Group]\n        B\n        end'
    found = diagram(
        tmp_path, f"    diagram:\n      alt: x\n      source: |\n        graph LR\n        {source}\n"
    )
    assert [(run.text, run.bold) for run in found.nodes[0]] == [("a", True), (" b", False)]
    assert [plain(text) for text in (*found.edges, *found.groups)] == ["x", "Group"]
    assert found.alt == "x"


def test_a_diagram_may_describe_itself(tmp_path: Path) -> None:
    (tmp_path / "d.mmd").write_text("graph TD\naccDescr: Two steps\nA --> B\n", encoding="utf-8")
    assert diagram(tmp_path, "    diagram: {file: d.mmd}\n").alt == "Two steps"
    assert diagram(tmp_path, "    diagram: {file: d.mmd, alt: Ours}\n").alt == "Ours"
    assert diagram(tmp_path, "    diagram: {file: d.mmd, decorative: true}\n").alt == ""
    short = "    diagram: |\n      graph TD\n      accTitle: Shown\n      A\n"
    assert diagram(tmp_path, short).alt == "Shown"


@pytest.mark.parametrize(
    ("block", "place"),
    [
        ("    diagram: |\n      graph TD\n        A --> B\n        B -> C\n", (7, 11)),
        ("    diagram: |2\n        graph TD\n      A -> B\n", (6, 9)),
        ('    diagram: {alt: x, source: "graph TD; A -> B"}\n', (4, 44)),
        ('    diagram: {alt: x, source: "graph TD\\n A -> B"}\n', (4, 45)),
        ("    diagram: {alt: x, source: 'graph TD; A[''x''] -> B'}\n", (4, 51)),
    ],
)
def test_problems_stand_where_the_author_wrote_them(
    tmp_path: Path, block: str, place: tuple[int, int]
) -> None:
    _, problems = read(tmp_path, block)
    errors = [p for p in problems if p.code == "diagram-syntax"]
    assert [(p.span.line, p.span.column) for p in errors if p.span] == [place]


def test_problems_of_a_file_stand_in_the_file(tmp_path: Path) -> None:
    (tmp_path / "d.mmd").write_bytes("\ufeffgraph TD\r\n  A --> B\r\n  B => C\r\n".encode())
    _, problems = read(tmp_path, "    diagram: {alt: x, file: d.mmd}\n")
    (problem,) = problems
    assert problem.span
    assert (Path(problem.span.file).name, problem.span.line, problem.span.column) == ("d.mmd", 3, 5)


def test_braces_in_a_diagram_are_no_variables(tmp_path: Path) -> None:
    found = diagram(tmp_path, "    diagram: {alt: x, source: 'graph TD; A{{ name }}'}\n")
    assert plain(found.nodes[0]) == "name"
