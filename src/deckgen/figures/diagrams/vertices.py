"""`id`, `id[label]`, `id@{ shape: … }` → a node's id, shape and label."""

from __future__ import annotations

import re
from dataclasses import dataclass

from deckgen.diagnostics import did_you_mean
from deckgen.figures.diagrams.flowchart import Label, Shape
from deckgen.figures.diagrams.labels import label_of, quoted, unquoted
from deckgen.figures.diagrams.problems import syntax, unsupported
from deckgen.figures.diagrams.scanner import Scanner

BRACKETS: dict[str, dict[str, Shape]] = {
    "(((": {")))": Shape.DOUBLE_CIRCLE},
    "((": {"))": Shape.CIRCLE},
    "([": {"])": Shape.STADIUM},
    "(-": {"-)": Shape.ELLIPSE},
    "(": {")": Shape.ROUND},
    "[[": {"]]": Shape.SUBROUTINE},
    "[(": {")]": Shape.CYLINDER},
    "[/": {"/]": Shape.LEAN_RIGHT, "\\]": Shape.TRAPEZOID},
    "[\\": {"\\]": Shape.LEAN_LEFT, "/]": Shape.INVERTED_TRAPEZOID},
    "[": {"]": Shape.RECT},
    "{{": {"}}": Shape.HEXAGON},
    "{": {"}": Shape.DIAMOND},
    ">": {"]": Shape.FLAG},
}
"""What opens a label, what closes it, and the shape that both say; longer ones first."""

NAMES: dict[str, Shape] = {
    "rect": Shape.RECT, "rectangle": Shape.RECT, "proc": Shape.RECT, "process": Shape.RECT, "square":
    Shape.RECT, "rounded": Shape.ROUND, "event": Shape.ROUND,
    "stadium": Shape.STADIUM, "pill": Shape.STADIUM, "terminal": Shape.STADIUM,
    "fr-rect": Shape.SUBROUTINE, "subprocess": Shape.SUBROUTINE, "subproc": Shape.SUBROUTINE,
    "subroutine": Shape.SUBROUTINE, "framed-rectangle": Shape.SUBROUTINE,
    "cyl": Shape.CYLINDER, "cylinder": Shape.CYLINDER, "database": Shape.CYLINDER, "db": Shape.CYLINDER,
    "circle": Shape.CIRCLE, "circ": Shape.CIRCLE,
    "dbl-circ": Shape.DOUBLE_CIRCLE, "double-circle": Shape.DOUBLE_CIRCLE,
    "diam": Shape.DIAMOND, "diamond": Shape.DIAMOND, "decision": Shape.DIAMOND, "question": Shape.DIAMOND,
    "hex": Shape.HEXAGON, "hexagon": Shape.HEXAGON, "prepare": Shape.HEXAGON,
    "lean-r": Shape.LEAN_RIGHT, "lean-right": Shape.LEAN_RIGHT, "in-out": Shape.LEAN_RIGHT,
    "lean-l": Shape.LEAN_LEFT, "lean-left": Shape.LEAN_LEFT, "out-in": Shape.LEAN_LEFT,
    "trap-b": Shape.TRAPEZOID, "trapezoid": Shape.TRAPEZOID, "trapezoid-bottom": Shape.TRAPEZOID,
    "priority": Shape.TRAPEZOID,
    "trap-t": Shape.INVERTED_TRAPEZOID, "inv-trapezoid": Shape.INVERTED_TRAPEZOID,
    "trapezoid-top": Shape.INVERTED_TRAPEZOID, "manual": Shape.INVERTED_TRAPEZOID,
    "odd": Shape.FLAG,
}  # fmt: skip
"""The names of shapes in `@{ shape: … }`, Mermaid's short ones and aliases."""

_ID = re.compile(r"\w(?:[\w\u0300-\u036f\u0900-\u0dff]|[!$'*+.?#/=-](?=\w))*")
_DATA = re.compile(r'@\{((?:[^"{}]|"[^"]*")*)\}')
_ENTRY = re.compile(r'\s*([\w-]+)\s*:\s*("[^"]*"|[^\s,"]+)\s*(?:,|\n|$)')
_CLASS = re.compile(r":::\s*([\w-]+)")
_BLANK_BRACKET = re.compile(r"[^\S\n]+[\[({]")


@dataclass(frozen=True, slots=True)
class Vertex:
    """One mention of a node; without `label` and `shape` it only names it."""

    id: str
    at: int
    shape: Shape | None = None
    label: Label | None = None
    classes: tuple[tuple[str, int], ...] = ()


def identifier(scanner: Scanner) -> str | None:
    """The id that stands here."""
    found = scanner.take(_ID)
    return found[0] if found else None


def vertex(scanner: Scanner) -> Vertex:
    """The mention of a node that stands here."""
    at = scanner.at
    name = identifier(scanner)
    if name is None:
        shown = scanner.word()
        raise syntax(
            f"here stands `{shown}`, not a node" if shown else "here a node is missing",
            at,
            max(len(shown), 1),
        )
    if name == "end":
        raise syntax("`end` closes a subgraph and cannot name a node", at, 3, "write `End`")
    shape, label = _data(scanner) if scanner.text.startswith("@{", scanner.at) else _bracketed(scanner)
    classes = []
    while found := scanner.take(_CLASS):
        classes.append((found[1], found.start(1)))
    return Vertex(name, at, shape, label, tuple(classes))


def _bracketed(scanner: Scanner) -> tuple[Shape | None, Label | None]:
    """The shape and label of `[label]` and its like, or nothing where none stands here."""
    start = scanner.at
    if scanner.sees(_BLANK_BRACKET):
        raise syntax("no space may stand between a node and its label", start, 1, "write `id[label]`")
    if scanner.text.startswith("[|", start):
        raise unsupported("`[|`: nodes with properties are not supported", start, 2)
    opened = next((opener for opener in BRACKETS if scanner.takes(opener)), None)
    if opened is None:
        return None, None
    closers = BRACKETS[opened]
    scanner.spaces()
    label = quoted(scanner) or unquoted(scanner, tuple(closers), opened)
    scanner.spaces()
    for closer, shape in closers.items():
        if scanner.takes(closer):
            return shape, label
    if "\n" in scanner.text[label.at : scanner.at]:
        raise syntax(
            "these quotes are not closed on their line", label.at - 1, 1, 'write `"` after the label'
        )
    wanted = " or ".join(f"`{closer}`" for closer in closers)
    raise syntax(f"`{opened}` is closed by {wanted}, not by `{scanner.word()}`", scanner.at, 1)


def _data(scanner: Scanner) -> tuple[Shape | None, Label | None]:
    """The shape and label of `@{ shape: name, label: "…" }`."""
    found = scanner.take(_DATA)
    if found is None:
        raise syntax("`@{` is never closed", scanner.at, 2, "write `}` after the last entry")
    body = Scanner(scanner.text[: found.end(1)], found.start(1))
    shape, label = None, None
    body.spaces()
    while not body.at_end:
        entry = body.take(_ENTRY)
        if entry is None:
            raise syntax("here `name: value` is wanted", body.at, 1, '`@{ shape: diamond, label: "Ready?" }`')
        match entry[1]:
            case "shape":
                shape = _named(entry[2].strip('"'), entry.start(2))
            case "label":
                value = Scanner(scanner.text[: entry.end(2)], entry.start(2))
                label = quoted(value) or label_of(entry[2], entry.start(2), markdown=False)
            case key:
                hints = did_you_mean(key, ("shape", "label"))
                raise unsupported(f"`{key}` of a node is not supported", entry.start(1), len(key), *hints)
        body.spaces()
    return shape, label


def _named(name: str, at: int) -> Shape:
    """The shape of a name in `@{ shape: … }`."""
    if name not in NAMES:
        raise unsupported(f"the shape `{name}` is not supported", at, len(name), *did_you_mean(name, NAMES))
    return NAMES[name]
