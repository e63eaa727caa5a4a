"""Whatever the flowchart, nodes stand apart, edges run round them, groups hold what is theirs."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.figures.diagrams.arrange import Measured, arrange, plan
from deckgen.figures.diagrams.flowchart import Flowchart, Shape, Stroke
from deckgen.figures.diagrams.geometry import Frame, Geometry, Point
from deckgen.figures.diagrams.parse import parse
from deckgen.figures.diagrams.shapes import PLAIN_SHAPES, PRESETS
from deckgen.figures.diagrams.sizes import Size, Spacing

GOLDEN = Path(__file__).parent / "golden"
SPACING = Spacing(box=28, layer=44, lane=14, track=9, pad=14, end=14)
ROOM = Size(850, 380)
NEARLY = 1.0
"""Less (pt) than anyone sees."""


def words(text: str) -> Size:
    """A size for words, as if all letters were alike."""
    lines = text.split("\n")
    return Size(8.0 * max(map(len, lines)), 18.0 * len(lines))


def measured(flowchart: Flowchart) -> Measured:
    boxes = {}
    for node in flowchart.nodes:
        inner = words(node.label.text)
        boxes[node.id] = PRESETS[node.shape].around(Size(inner.w + 20, inner.h + 14))
    return Measured(
        boxes,
        frozenset(node.id for node in flowchart.nodes if node.shape in PLAIN_SHAPES),
        {i: words(edge.label.text) for i, edge in enumerate(flowchart.edges) if edge.label},
        {group.id: words(group.label.text) for group in flowchart.groups},
    )


def arranged(source: str) -> tuple[Flowchart, Geometry]:
    flowchart, problems = parse(source)
    assert flowchart
    assert not [p for p in problems if p.code != "diagram-ignored"]
    return flowchart, arrange(plan(flowchart), measured(flowchart), SPACING, ROOM)


@st.composite
def flowcharts(draw: st.DrawFn) -> str:
    """The source of a flowchart with groups within groups and edges everywhere."""
    names = [f"n{i}" for i in range(draw(st.integers(1, 9)))]
    homes = {name: draw(st.integers(0, 3)) for name in names}
    lines = [f"flowchart {draw(st.sampled_from(['TD', 'LR', 'BT', 'RL']))}"]
    groups = [n for n in range(1, 4) if n in homes.values()]
    nested = len(groups) > 1 and draw(st.booleans())
    for group in groups:
        lines += [f"subgraph g{group} [Group {group}]", *(name for name in names if homes[name] == group)]
        lines += ["direction LR"] * draw(st.booleans()) + ["end"] * (not nested)
    lines += ["end"] * len(groups) * nested
    shapes = st.sampled_from(["[{}]", "({})", "{{{}}}", "(({}))", "([{}])", "[/{}/]"])
    lines += [name + draw(shapes).format("w" * draw(st.integers(1, 12))) for name in names]
    ends = st.sampled_from([*names, *(f"g{group}" for group in groups)])
    marks = st.sampled_from(["-->", "-.->", "---->", "~~~", "<-->", "-->|yes|", "-->|many words|"])
    for _ in range(draw(st.integers(0, 14))):
        lines.append(f"{draw(ends)} {draw(marks)} {draw(ends)}")
    return "\n".join(lines)


def allowed(source: str) -> bool:
    """Whether no edge joins a group with what is in it."""
    flowchart, problems = parse(source)
    return flowchart is not None and not [p for p in problems if p.code != "diagram-ignored"]


def overlap(a: Frame, b: Frame) -> bool:
    apart = a.right <= b.x + NEARLY or b.right <= a.x + NEARLY
    return not (apart or a.bottom <= b.y + NEARLY or b.bottom <= a.y + NEARLY)


def lines(geometry: Geometry) -> Iterator[tuple[int, Frame]]:
    """The straight pieces of edges, as frames without height or width."""
    for i, route in geometry.routes.items():
        for (x1, y1), (x2, y2) in pairwise(route.points):
            x, y = min(x1, x2), min(y1, y2)
            yield i, Frame(x, y, max(x1, x2) - x, max(y1, y2) - y)


def runs_through(line: Frame, frame: Frame) -> bool:
    return (
        line.x < frame.right - NEARLY and line.right > frame.x + NEARLY
        and line.y < frame.bottom - NEARLY and line.bottom > frame.y + NEARLY
    )  # fmt: skip


def near(a: Point, b: Point) -> bool:
    return abs(a[0] - b[0]) < NEARLY and abs(a[1] - b[1]) < NEARLY


@given(flowcharts().filter(allowed))
@settings(max_examples=150, deadline=None)
def test_everything_stands_apart(source: str) -> None:
    flowchart, geometry = arranged(source)
    frames = {node.id: geometry.frames[node.id] for node in flowchart.nodes}
    for a, b in combinations(frames, 2):
        assert not overlap(frames[a], frames[b]), (a, b)
    for i, line in lines(geometry):
        for name, frame in frames.items():
            assert not runs_through(line, frame), (i, name)
    labels = [route.label for route in geometry.routes.values() if route.label]
    for one, other in combinations([*labels, *frames.values()], 2):
        assert not overlap(one, other)
    for frame in (*frames.values(), *labels):
        assert frame.x >= -NEARLY
        assert frame.y >= -NEARLY
        assert frame.right <= geometry.w + NEARLY
        assert frame.bottom <= geometry.h + NEARLY


@given(flowcharts().filter(allowed))
@settings(max_examples=100, deadline=None)
def test_groups_hold_what_is_theirs_and_nothing_else(source: str) -> None:
    flowchart, geometry = arranged(source)
    parents = {group.id: group.parent for group in flowchart.groups}
    for node in flowchart.nodes:
        around, at = set(), node.group
        while at:
            around.add(at)
            at = parents[at]
        frame = geometry.frames[node.id]
        for group in parents:
            box = geometry.frames[group]
            if group in around:
                assert box.x <= frame.x and frame.right <= box.right, (node.id, group)
                assert box.y <= frame.y and frame.bottom <= box.bottom, (node.id, group)
            else:
                assert not overlap(box, frame), (node.id, group)


@given(flowcharts().filter(allowed))
@settings(max_examples=100, deadline=None)
def test_edges_end_at_the_middle_of_sides_and_turn_four_times_at_most(source: str) -> None:
    flowchart, geometry = arranged(source)
    for i, edge in enumerate(flowchart.edges):
        if edge.stroke is Stroke.INVISIBLE:
            assert i not in geometry.routes
            continue
        route = geometry.routes[i]
        assert 2 <= len(route.points) <= 6
        assert near(route.points[0], geometry.frames[edge.source].at(route.start))
        assert near(route.points[-1], geometry.frames[edge.target].at(route.end))
        for (x1, y1), (x2, y2) in pairwise(route.points):
            assert min(abs(x1 - x2), abs(y1 - y2)) < NEARLY
        assert (route.label is not None) == (edge.label is not None)


@given(flowcharts().filter(allowed))
@settings(max_examples=20, deadline=None)
def test_a_flowchart_is_always_arranged_alike(source: str) -> None:
    assert arranged(source)[1] == arranged(source)[1]


@pytest.mark.parametrize(
    ("direction", "before"),
    [
        ("TD", lambda a, b: a.bottom < b.y),
        ("BT", lambda a, b: b.bottom < a.y),
        ("LR", lambda a, b: a.right < b.x),
        ("RL", lambda a, b: b.right < a.x),
    ],
)
def test_edges_follow_the_direction(direction: str, before) -> None:  # type: ignore[no-untyped-def]
    _, geometry = arranged(f"graph {direction}\nA --> B --> C\nA --> C")
    assert before(geometry.frames["A"], geometry.frames["B"])
    assert before(geometry.frames["B"], geometry.frames["C"])


def test_the_way_back_of_a_loop_runs_beside_its_boxes() -> None:
    _, geometry = arranged("graph TD\nA --> B{ok?}\nB -->|no| A\nB -->|yes| C")
    back = geometry.routes[1]
    assert back.start is back.end
    assert {side.value for side in (back.start, back.end)} <= {"left", "right"}


def test_a_tree_is_even() -> None:
    _, geometry = arranged("graph TD\nR --> A & B\nA --> C & D\nB --> E & F")
    x = {name: frame.middle[0] for name, frame in geometry.frames.items()}
    assert x["A"] == pytest.approx((x["C"] + x["D"]) / 2, abs=1)
    assert x["R"] == pytest.approx((x["A"] + x["B"]) / 2, abs=1)
    assert x["C"] < x["D"] < x["E"] < x["F"]


def test_siblings_keep_the_order_in_which_they_are_written() -> None:
    _, geometry = arranged("graph LR\nU --> S1 & S2 & S3\nS1 & S2 & S3 --> DB\nS1 & S2 -.-> C")
    assert geometry.frames["S1"].y < geometry.frames["S2"].y < geometry.frames["S3"].y


def test_parts_fill_the_room_row_by_row() -> None:
    source = "graph TD\n" + "\n".join(f"n{i}[{'w' * 12}]" for i in range(20))
    _, geometry = arranged(source)
    assert geometry.w <= ROOM.w
    assert len({frame.y for frame in geometry.frames.values()}) > 1


def test_what_is_linked_from_outside_has_no_direction_of_its_own() -> None:
    inner = "subgraph S\ndirection LR\nB --> C\nend"
    _, closed = arranged(f"graph TD\nA --> S\n{inner}")
    _, opened = arranged(f"graph TD\nA --> B\n{inner}")
    assert closed.frames["B"].right < closed.frames["C"].x
    assert opened.frames["B"].bottom < opened.frames["C"].y


def test_two_hundred_edges_are_arranged() -> None:
    chance = random.Random(3)
    pairs = [(chance.randrange(60), chance.randrange(60)) for _ in range(200)]
    flowchart, geometry = arranged("graph TD\n" + "\n".join(f"n{a} --> n{b}" for a, b in pairs))
    assert len(geometry.routes) == 200
    frames = [geometry.frames[node.id] for node in flowchart.nodes]
    assert not any(overlap(a, b) for a, b in combinations(frames, 2))


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.mmd")), ids=lambda p: p.stem)
def test_geometry_is_as_reviewed(path: Path) -> None:
    """`DECKGEN_UPDATE=1` writes the files anew; read the diff."""
    flowchart, geometry = arranged(path.read_text("utf-8"))
    found = "\n".join(described(flowchart, geometry)) + "\n"
    expected = path.with_suffix(".txt")
    if os.environ.get("DECKGEN_UPDATE"):
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text("utf-8")


def described(flowchart: Flowchart, geometry: Geometry) -> Iterator[str]:
    """A geometry as lines to be read."""
    yield f"{geometry.w:g} x {geometry.h:g}"
    for name, frame in geometry.frames.items():
        yield f"{name}: {frame.x:g} {frame.y:g} {frame.w:g} {frame.h:g}"
    for name, frame in geometry.titles.items():
        yield f"title of {name}: {frame.x:g} {frame.y:g}"
    for i, route in sorted(geometry.routes.items()):
        edge, corners = flowchart.edges[i], " ".join(f"{x:g},{y:g}" for x, y in route.points)
        label = f" label {route.label.x:g},{route.label.y:g}" if route.label else ""
        yield f"{edge.source} {route.start} -> {edge.target} {route.end}: {corners}{label}"


def test_every_shape_holds_its_words() -> None:
    for shape in Shape:
        preset = PRESETS[shape]
        for inner in (Size(20, 18), Size(200, 18), Size(60, 90)):
            box = preset.around(inner)
            room = preset.words(Frame(0, 0, box.w, box.h))
            assert room.w >= inner.w - 0.01, shape
            assert room.h >= inner.h * 0.8, shape
