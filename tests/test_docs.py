"""The documents say what is so: their commands run, their outlines build, their codes exist."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from deckgen import pipeline
from deckgen.diagnostics import Report
from deckgen.themefile import theme_names
from tests.figures.clips import mp3, mp4
from tests.rendering import LECTURE
from tools.rendering.programs import REPOSITORY

DECKGEN = Path(sys.executable).parent / "deckgen"
DOCUMENTS = (
    "README.md", "docs/getting-started.md", "docs/outline.md", "docs/math.md", "docs/fonts.md",
    "docs/themes.md", "docs/theme-gallery.md",
)  # fmt: skip


def outlines() -> Iterator[tuple[str, str]]:
    """The outlines in the documents: where each stands, and its text."""
    for name in DOCUMENTS:
        text = (REPOSITORY / name).read_text("utf-8")
        for match in re.finditer(r"(?ms)^```yaml\n(.*?)^```$", text):
            if "slides:" in match[1]:
                yield f"{name}:{text.count(chr(10), 0, match.start()) + 2}", match[1]


@pytest.mark.parametrize(("place", "text"), list(outlines()), ids=lambda value: value.split("\n")[0])
def test_outline_builds_without_a_word(tmp_path: Path, place: str, text: str) -> None:
    outline = tmp_path / "outline.yaml"
    outline.write_text(text, "utf-8")
    Image.new("RGB", (60, 40), "gray").save(tmp_path / "moth.png")
    (tmp_path / "flight.mp4").write_bytes(mp4())
    (tmp_path / "speech.mp3").write_bytes(mp3())
    report = Report()
    assert pipeline.build_scene(outline, report) is not None, place
    assert report.sorted() == []


def test_the_first_command_of_the_readme(tmp_path: Path) -> None:
    assert "uv run deckgen build content/outline.yaml" in (REPOSITORY / "README.md").read_text("utf-8")
    done = subprocess.run(
        [DECKGEN, "build", LECTURE], cwd=tmp_path, capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stderr == ""
    assert [Path(line).name for line in done.stdout.split()] == ["outline.pptx", "outline.html"]
    assert {path.name for path in (tmp_path / "output").iterdir()} == {"outline.pptx", "outline.html"}


def test_the_problem_that_the_documents_show_is_told_so(tmp_path: Path) -> None:
    lines = (
        "title: A",
        "slides:",
        "  - title: B",
        "    bullets:",
        "      - ok",
        "      - **Gains** in the west",
    )
    (tmp_path / "lecture.yaml").write_text("\n".join(lines) + "\n", "utf-8")
    done = subprocess.run(
        [DECKGEN, "build", "lecture.yaml"], cwd=tmp_path, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 1
    for name in ("README.md", "docs/problems.md"):
        (shown,) = re.findall(r"(?s)```text\n(lecture\.yaml:.*?)```", (REPOSITORY / name).read_text("utf-8"))
        assert done.stderr.startswith(shown)


def test_links_between_documents() -> None:
    for name in (*DOCUMENTS, "docs/problems.md", "CONTRIBUTING.md", "CHANGELOG.md", "benchmarks/README.md"):
        file = REPOSITORY / name
        for target in re.findall(r"\]\(([^)#\s]+)", re.sub(r"`[^`]*`", "", file.read_text("utf-8"))):
            if "://" not in target and not target.startswith("mailto:"):
                assert (file.parent / target).exists(), f"{name}: {target}"


def test_every_theme_has_its_picture() -> None:
    text = (REPOSITORY / "docs" / "theme-gallery.md").read_text("utf-8")
    assert sorted(re.findall(r"(?m)^## (\w+)$", text)) == theme_names()
    assert sorted(re.findall(r"\(theme-(\w+)\.png\)", text)) == theme_names()


REPORTING = {"error", "warning", "_error", "Diagnostic", "Failure", "Stop"}
"""Functions and classes whose first argument is the code of a problem."""


def constants() -> Iterator[tuple[str, bool]]:
    """The strings in the source that look like codes, and whether each is reported there and then."""
    for file in (REPOSITORY / "src").rglob("*.py"):
        tree = ast.parse(file.read_text("utf-8"))
        reported = {id(call.args[0]) for call in ast.walk(tree) if isinstance(call, ast.Call)
                    and call.args and name_of(call.func) in REPORTING}  # fmt: skip
        for node in ast.walk(tree):
            value = node.value if isinstance(node, ast.Constant) else None
            if isinstance(value, str) and re.fullmatch(r"[a-z]+(-[a-z]+)*", value):
                yield value, id(node) in reported or value.startswith("yaml-")


def name_of(function: ast.expr) -> str:
    """The last part of a function's name."""
    match function:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
        case _:
            return ""


def test_documented_problems_are_those_that_are_reported() -> None:
    text = (REPOSITORY / "docs" / "problems.md").read_text("utf-8")
    documented = re.findall(r"(?m)^\| `([a-z-]+)` \|", text)
    found = list(constants())
    assert sorted({code for code, reported in found if reported} - set(documented)) == []
    assert sorted(set(documented) - {code for code, _ in found}) == []
    assert len(documented) == len(set(documented))
