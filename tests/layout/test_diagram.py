"""A diagram takes the room that it gets: large words where there is much, none too small to read."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.color import contrast
from deckgen.diagnostics import Diagnostic, Report
from deckgen.layout.diagramfit import LEAST_SIZE
from deckgen.pipeline import build_scene
from deckgen.scene import Connector, Group, Page, Part, Placed, PlacedText, Scene
from deckgen.theme import READABLE

CHAIN = " --> ".join(f"n{i}[Step {i}]" for i in range(6))


def built(folder: Path, slide: str, theme: str = "lecture") -> tuple[Scene | None, list[Diagnostic]]:
    path, report = folder / "deck.yaml", Report()
    path.write_text(f"title: T\ntheme: {theme}\nopening: false\nslides:\n{slide}", encoding="utf-8")
    return build_scene(path, report), report.sorted()


def slide(source: str, more: str = "", keys: str = "") -> str:
    lines = "\n".join(f"        {line}" for line in source.split("\n"))
    return f"  - title: S\n{more}    diagram:\n      alt: x\n{keys}      source: |\n{lines}\n"


def page(folder: Path, source: str, more: str = "", keys: str = "", theme: str = "lecture") -> Page:
    scene, problems = built(folder, slide(source, more, keys), theme)
    assert not problems
    assert scene
    return scene.pages[0]


def group(found: Page) -> Placed:
    (placed,) = [one for one in found.placed if one.part is Part.DIAGRAM]
    return placed


def children(found: Page) -> tuple[Placed, ...]:
    content = group(found).content
    assert isinstance(content, Group)
    return content.children


def sizes(found: Page) -> set[float]:
    return {
        child.content.paragraphs[0].look.size
        for child in children(found)
        if isinstance(child.content, PlacedText) and child.part is Part.NODE
    }


def test_few_nodes_are_larger_than_many(tmp_path: Path) -> None:
    few = sizes(page(tmp_path, "graph LR\nA --> B"))
    many = sizes(page(tmp_path, f"graph TD\n{CHAIN} --> m1 --> m2 --> m3"))
    assert len(few) == len(many) == 1
    assert few.pop() > 18 > many.pop() >= LEAST_SIZE


def test_everything_stands_in_the_slots_box(tmp_path: Path) -> None:
    found = page(tmp_path, f"graph LR\n{CHAIN}\nn5 --> n0")
    slot = found.layout.slot("media") or found.layout.slot("body")
    assert slot
    box = group(found).box
    assert slot.box.x <= box.x
    assert box.right <= slot.box.right + 0.1
    for child in children(found):
        assert child.box.x >= box.x - 0.1
        assert child.box.right <= box.right + 0.1
        assert child.box.bottom <= box.bottom + 0.1


def test_a_diagram_leaves_text_its_room(tmp_path: Path) -> None:
    found = page(
        tmp_path, f"graph TD\n{CHAIN}", more="    text: Some words above it.\n", keys="      place: below\n"
    )
    words = next(one for one in found.placed if one.part is Part.TEXT)
    assert words.box.bottom <= group(found).box.y


def test_what_is_too_wide_is_told_at_the_diagram(tmp_path: Path) -> None:
    long = " --> ".join(f"n{i}[Step number {i}]" for i in range(30))
    _, problems = built(tmp_path, slide(f"graph LR\n{long}"))
    (problem,) = problems
    assert problem.code == "overflow"
    assert "wide" in problem.message
    assert problem.span
    assert problem.span.line == 6
    assert "other way" in " ".join(problem.hints)


def test_what_is_too_high_is_told_once(tmp_path: Path) -> None:
    long = " --> ".join(f"n{i}" for i in range(30))
    _, problems = built(tmp_path, slide(f"graph TD\n{long}"))
    assert [problem.code for problem in problems] == ["overflow"]
    assert "high" in problems[0].message


def test_two_hundred_edges_are_one_diagnostic(tmp_path: Path) -> None:
    many = "\n".join(f"n{i % 50} --> n{(i * 7 + 3) % 50}" for i in range(200))
    _, problems = built(tmp_path, slide(f"graph TD\n{many}"))
    assert [problem.code for problem in problems] == ["overflow"]


@pytest.mark.parametrize("theme", ["lecture", "night", "swiss"])
@pytest.mark.parametrize("more", ["", "    background: inverse\n", "    background: surface\n"])
def test_words_can_be_read_on_whatever_lies_behind_them(tmp_path: Path, theme: str, more: str) -> None:
    classes = "".join(f"\nc{i}[x]:::{name}" for i, name in enumerate(
        ["accent", "accent2", "accent3", "accent4", "accent5", "accent6", "muted", "outline", "own", "dark"]
    ))  # fmt: skip
    source = (
        f"graph LR\nA -- words --> B{classes}\nclassDef own fill:#777,color:#888\nclassDef dark fill:#102"
    )
    scene, problems = built(tmp_path, slide(source, more), theme)
    assert not problems
    assert scene
    found = scene.pages[0]
    ground = "surface" if "surface" in more else "background"
    for child in children(found):
        if isinstance(child.content, PlacedText):
            frame, look = child.content.frame, child.content.paragraphs[0].look
            color = scene.theme.hex(look.color, found.inverse)
            behind = frame.fill if frame and frame.fill else None
            fill = scene.theme.hex(behind, found.inverse) if behind else scene.theme.colors[ground]
            if behind or not found.inverse:
                assert contrast(color, fill) >= READABLE, (child.name, look.color, behind)


def test_edges_are_glued_to_what_is_placed(tmp_path: Path) -> None:
    found = page(tmp_path, "graph TD\nA --> B --> A\nsubgraph S\nC --> D\nend\nA --> S\nB ~~~ D")
    names = {child.name for child in children(found)}
    connectors = [child.content for child in children(found) if isinstance(child.content, Connector)]
    assert len(connectors) == 4
    assert all({one.start.target, one.end.target} <= names for one in connectors)


def test_a_caption_stands_under_its_diagram(tmp_path: Path) -> None:
    found = page(tmp_path, "graph LR\nA --> B", keys="      caption: What it shows\n      credit: Ours\n")
    caption = next(one for one in found.placed if one.part is Part.CAPTION)
    assert caption.box.y > group(found).box.bottom
    assert caption.box.x == pytest.approx(group(found).box.x)


def test_a_diagram_comes_as_a_whole(tmp_path: Path) -> None:
    found = page(tmp_path, "graph LR\nA --> B", keys="      incremental: true\n")
    assert [[effect.target for effect in click] for click in found.clicks] == [["Diagram"]]


def test_diagrams_are_not_mirrored(tmp_path: Path) -> None:
    found = page(tmp_path, "graph LR\nA[أ] --> B[ب]", more="    lang: ar\n    text: كلمة\n")
    first, second = (child for child in children(found) if child.part is Part.NODE)
    assert found.rtl
    assert first.box.x < second.box.x
    (edge,) = (child.content for child in children(found) if isinstance(child.content, Connector))
    assert first.box.right == pytest.approx(edge.points[0][0], abs=0.1)
    assert second.box.x == pytest.approx(edge.points[-1][0], abs=0.1)
