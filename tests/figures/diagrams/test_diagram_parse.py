"""The source of a flowchart is read as Mermaid reads it, and what is wrong with it is told at its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.diagnostics import Severity
from deckgen.figures.diagrams.emphasis import pieces
from deckgen.figures.diagrams.ends import Head
from deckgen.figures.diagrams.flowchart import Direction, Edge, Flowchart, Node, Shape, Stroke
from deckgen.figures.diagrams.parse import parse
from deckgen.figures.diagrams.problems import Problem


def read(source: str) -> Flowchart:
    flowchart, problems = parse(source)
    assert not problems
    assert flowchart
    return flowchart


def nodes(source: str) -> dict[str, Node]:
    return {node.id: node for node in read(f"flowchart TD\n{source}").nodes}


def edges(source: str) -> list[Edge]:
    return list(read(f"flowchart TD\n{source}").edges)


def problem(source: str) -> tuple[Problem, int, int]:
    """The only problem of a source, its line and its column."""
    _, problems = parse(source)
    assert len(problems) == 1, problems
    at = problems[0].at
    return problems[0], source.count("\n", 0, at) + 1, at - source.rfind("\n", 0, at)


@pytest.mark.parametrize(
    ("written", "direction"),
    [
        ("graph TD", Direction.DOWN),
        ("flowchart TB;", Direction.DOWN),
        ("flowchart", Direction.DOWN),
        ("graph BT", Direction.UP),
        ("graph LR", Direction.RIGHT),
        ("flowchart-elk RL", Direction.LEFT),
        ("graph >", Direction.RIGHT),
        ("%% a comment\n\ngraph LR %% and another", Direction.RIGHT),
    ],
)
def test_the_first_line_names_the_direction(written: str, direction: Direction) -> None:
    assert read(f"{written}\nA").direction is direction


@pytest.mark.parametrize(
    ("written", "shape"),
    [
        ("A", Shape.RECT),
        ("A[x]", Shape.RECT),
        ("A(x)", Shape.ROUND),
        ("A([x])", Shape.STADIUM),
        ("A[[x]]", Shape.SUBROUTINE),
        ("A[(x)]", Shape.CYLINDER),
        ("A((x))", Shape.CIRCLE),
        ("A(((x)))", Shape.DOUBLE_CIRCLE),
        ("A(-x-)", Shape.ELLIPSE),
        ("A{x}", Shape.DIAMOND),
        ("A{{x}}", Shape.HEXAGON),
        ("A[/x/]", Shape.LEAN_RIGHT),
        ("A[\\x\\]", Shape.LEAN_LEFT),
        ("A[/x\\]", Shape.TRAPEZOID),
        ("A[\\x/]", Shape.INVERTED_TRAPEZOID),
        ("A>x]", Shape.FLAG),
        ("A@{ shape: diam, label: x }", Shape.DIAMOND),
    ],
)
def test_brackets_name_shapes(written: str, shape: Shape) -> None:
    node = nodes(written)["A"]
    assert node.shape is shape
    assert node.label.text == ("x" if len(written) > 1 else "A")


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ('A["a (b) [c] {d}"]', "a (b) [c] {d}"),
        ("A[one<br>two<br/>three]", "one\ntwo\nthree"),
        ("A[one\\ntwo]", "one\ntwo"),
        ('A["one\n  two"]', "one two"),
        ('A["#35;1 #quot;x#quot; #9829; &amp;"]', '#1 "x" ♥ &'),
        ("A[a < b & c]", "a < b & c"),
        ("A[#notanentity;]", "#notanentity;"),
        ("A[  two   spaces ]", "two spaces"),
        ("A[日本 語]", "日本 語"),
    ],
)
def test_labels_are_what_their_author_sees(written: str, words: str) -> None:
    assert nodes(written)["A"].label.text == words


def test_markdown_strings_keep_their_lines_and_marks() -> None:
    label = nodes('A["`**bold** and *slanted*\nnext`"]')["A"].label
    assert pieces(label) == (
        ("bold", True, False),
        (" and ", False, False),
        ("slanted", False, True),
        ("\nnext", False, False),
    )
    assert pieces(nodes("A[**not**]")["A"].label) == (("**not**", False, False),)


@pytest.mark.parametrize(
    ("mark", "stroke", "start", "end", "length"),
    [
        ("-->", Stroke.SOLID, Head.NONE, Head.ARROW, 1),
        ("---", Stroke.SOLID, Head.NONE, Head.NONE, 1),
        ("---->", Stroke.SOLID, Head.NONE, Head.ARROW, 3),
        ("-.->", Stroke.DOTTED, Head.NONE, Head.ARROW, 1),
        ("-..-", Stroke.DOTTED, Head.NONE, Head.NONE, 2),
        ("==>", Stroke.THICK, Head.NONE, Head.ARROW, 1),
        ("===", Stroke.THICK, Head.NONE, Head.NONE, 1),
        ("o--o", Stroke.SOLID, Head.CIRCLE, Head.CIRCLE, 1),
        ("x--x", Stroke.SOLID, Head.CROSS, Head.CROSS, 1),
        ("<-->", Stroke.SOLID, Head.ARROW, Head.ARROW, 1),
        ("<==>", Stroke.THICK, Head.ARROW, Head.ARROW, 1),
        ("--o", Stroke.SOLID, Head.NONE, Head.CIRCLE, 1),
        ("~~~", Stroke.INVISIBLE, Head.NONE, Head.NONE, 1),
    ],
)
def test_edges(mark: str, stroke: Stroke, start: Head, end: Head, length: int) -> None:
    for written in (f"A {mark} B", f"A e1@{mark} B", f"A {mark}|words| B"):
        (edge,) = edges(written)
        assert (edge.source, edge.target) == ("A", "B")
        assert (edge.stroke, edge.start, edge.end, edge.length) == (stroke, start, end, length)
        assert (edge.label.text if edge.label else "") == ("words" if "|" in written else "")


@pytest.mark.parametrize(
    "written",
    ["A -- words --> B", "A--words-->B", 'A -- "words" --> B', "A == words ==> B", "A -. words .-> B",
     "A-->|words|B", 'A-->|"words"|B', "A<--words-->B"],
)  # fmt: skip
def test_labels_of_edges(written: str) -> None:
    (edge,) = edges(written)
    assert edge.label
    assert edge.label.text == "words"


def test_chains_and_products() -> None:
    found = [(edge.source, edge.target) for edge in edges("A & B --> C --> D & E; E --> F")]
    assert found == [("A", "C"), ("B", "C"), ("C", "D"), ("C", "E"), ("E", "F")]


def test_names_are_as_wide_as_mermaids() -> None:
    assert list(nodes("a-b --> a.b; _x --> é1; 1 --> class_a")) == ["a-b", "a.b", "_x", "é1", "1", "class_a"]
    assert list(nodes("style --> class; click --- direction")) == ["style", "class", "click", "direction"]


def test_groups_hold_what_first_names_it_in_them() -> None:
    flowchart = read(
        "flowchart LR\nA --> B\nsubgraph one [First]\n direction TB\n A\n"
        " subgraph two\n  C\n end\n C --> D\nend\n"
        'subgraph "Third group"\n A --> E\nend'
    )
    assert {node.id: node.group for node in flowchart.nodes} == {
        "A": "one", "B": None, "C": "two", "D": "one", "E": "Third group",
    }  # fmt: skip
    groups = {group.id: group for group in flowchart.groups}
    assert groups["two"].parent == "one"
    assert groups["one"].direction is Direction.DOWN
    assert [group.label.text for group in flowchart.groups] == ["two", "First", "Third group"]


def test_looks_lie_over_one_another() -> None:
    found = nodes(
        "A:::big --> B; class B,C accent; C --> D:::big:::muted\n"
        "classDef default stroke:#123\nclassDef big,small fill:#abc,stroke-width:3px,font-weight:bold\n"
        "style A fill:accent2,color:white"
    )
    assert (found["A"].look.fill, found["A"].look.color) == ("accent2", "#FFFFFF")
    assert (found["A"].look.stroke, found["A"].look.width, found["A"].look.bold) == ("#112233", 3.0, True)
    assert found["B"].look.fill == "accent1"
    assert (found["D"].look.fill, found["D"].look.stroke) == ("none", "muted")


def test_edges_are_styled_by_number() -> None:
    first, second = edges(
        "A --> B & C\nlinkStyle default stroke:muted\nlinkStyle 1 stroke:#f00,stroke-width:4px"
    )
    assert first.look.stroke == "muted"
    assert (second.look.stroke, second.look.width) == ("#FF0000", 4.0)


def test_words_for_those_who_cannot_see_it() -> None:
    assert (
        read("graph TD\naccTitle: A title\naccDescr { over\n lines }\nA").description == "A title over lines"
    )


@pytest.mark.parametrize(
    ("source", "code", "line", "column", "hint"),
    [
        ("graph TD\n  A -> B", "diagram-syntax", 2, 5, "`-->`"),
        ("graph TD\n  A => B", "diagram-syntax", 2, 5, "`==>`"),
        ("graph TD\n  A --> B[f(x)]", "diagram-syntax", 2, 12, "quotes"),
        ("graph TD\nA --> B\nA --> C D", "diagram-syntax", 3, 9, "edge"),
        ("graph TD\n A --> end", "diagram-syntax", 2, 8, "`End`"),
        ("graph TD\n subgraph S\n A", "diagram-syntax", 2, 11, "`end`"),
        ("graph TD\n A\n click A x", "diagram-unsupported", 3, 2, "text"),
        ("graph TD\n A:::nix", "diagram-name", 2, 6, "classDef"),
        ("graph TD\n A[x]:::acent", "diagram-name", 2, 9, "`accent`"),
        ("graph TD\n style A fill:#12345\n A", "diagram-syntax", 2, 15, "#rrggbb"),
        ("gantt\n title x", "diagram-unsupported", 1, 1, "flowchart"),
        ("graph TD\n A@{ shape: diamnd }", "diagram-unsupported", 2, 13, "`diamond`"),
    ],
)
def test_problems_have_a_place_and_a_way_out(
    source: str, code: str, line: int, column: int, hint: str
) -> None:
    found, *place = problem(source)
    assert (found.code, *place) == (code, line, column)
    assert hint in " ".join(found.hints)


def test_one_problem_does_not_hide_the_next() -> None:
    _, problems = parse("graph TD\nA -> B\nA --> C[(x]\nclick A\nsubgraph\nD:::nix")
    assert [p.code for p in problems] == [
        "diagram-syntax", "diagram-syntax", "diagram-unsupported", "diagram-syntax", "diagram-name",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "source",
    [
        "graph TD\n"
        + " & ".join(f"a{i}" for i in range(20))
        + " --> "
        + " & ".join(f"b{i}" for i in range(20)),
        "graph TD\n" + "\n".join(f"n{i}" for i in range(300)),
        "graph TD\n" + "subgraph a\n" + "".join(f"subgraph s{i}\n" for i in range(10)),
        "graph TD\nA" + " " * 40_000,
    ],
)
def test_what_is_too_large_is_one_problem(source: str) -> None:
    _, problems = parse(source)
    sizes = [p for p in problems if p.code == "diagram-size"]
    assert len(sizes) == 1


@given(st.text(alphabet='ABo x-=.>|[](){}"`;\n:&%#@~<', max_size=60))
def test_no_source_is_more_than_can_be_read(source: str) -> None:
    flowchart, problems = parse("graph TD\n" + source)
    assert all(0 <= p.at <= len(source) + 9 for p in problems)
    assert flowchart or any(p.severity is Severity.ERROR for p in problems)
