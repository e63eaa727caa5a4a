"""Imports run one way through the house."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SRC = Path(__file__).parents[1] / "src" / "deckgen"

ORDER = [
    {"diagnostics", "clock", "color", "resources", "extras"},
    {"figures", "localfile"},
    {"model", "yamlnodes"},
    {"slots"},
    {"decorations", "looks"},
    {"theme"},
    {"fonts"},
    {"scene"},
    {"text"},
    {"template"},
    {"themefile"},
    {"renditions"},
    {"source", "layout", "writers.pptx", "writers.html", "files", "terminal"},
    {"pipeline"},
    {"workshop"},
    {"cli"},
    {"__main__"},
]
"""Rooms of one set do not know one another; each may use those above it."""


def room(module: str) -> str:
    """`layout.stack` stands in the room `layout`, `writers.pptx.text` in `writers.pptx`."""
    parts = module.split(".")
    return ".".join(parts[:2]) if parts[0] == "writers" and len(parts) > 1 else parts[0]


def imported(path: Path) -> set[str]:
    """The deckgen modules that a file imports when it runs, those for type checking apart."""
    found: set[str] = set()
    skipped: set[ast.AST] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            skipped.update(ast.walk(node))
        if node in skipped:
            continue
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("deckgen"):
            base = node.module.removeprefix("deckgen").lstrip(".")
            names = [f"{base}.{a.name}" if base in {"", "writers"} else base for a in node.names]
            found.update(n.lstrip(".") for n in names)
        elif isinstance(node, ast.Import):
            found.update(a.name.removeprefix("deckgen.") for a in node.names if a.name.startswith("deckgen."))
    return found


def modules() -> list[Path]:
    return [p for p in sorted(SRC.rglob("*.py")) if p.parent != SRC or p.name != "__init__.py"]


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(SRC)))
def test_imports_point_one_way(path: Path) -> None:
    rank = {name: i for i, names in enumerate(ORDER) for name in names}
    own = room(".".join(path.relative_to(SRC).with_suffix("").parts).removesuffix(".__init__"))
    if own == "writers":
        return
    for module in imported(path):
        other = room(module)
        if other in {own, "__version__"}:
            continue
        assert other in rank, f"{path.name} imports {module}, a room that ORDER does not name"
        assert rank[other] < rank[own], f"{own} must not import {other}"


def test_layout_knows_no_output_format() -> None:
    for path in (SRC / "layout").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert "import pptx" not in text
        assert "jinja" not in text


def test_only_the_command_line_prints_or_exits() -> None:
    for path in modules():
        if path.parent.name == "cli":
            continue
        names = {
            node.func.id
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        assert not names & {"print", "exit", "quit"}, path
