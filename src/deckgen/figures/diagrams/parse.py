"""The source of a flowchart in Mermaid's language → a Flowchart, and every problem with its place."""

from __future__ import annotations

import re

from deckgen.diagnostics import did_you_mean
from deckgen.figures.diagrams.draft import Draft
from deckgen.figures.diagrams.flowchart import Direction, Flowchart
from deckgen.figures.diagrams.links import link
from deckgen.figures.diagrams.problems import MistakeError, Problem, Problems, syntax, unsupported
from deckgen.figures.diagrams.scanner import Scanner
from deckgen.figures.diagrams.statements import STATEMENTS
from deckgen.figures.diagrams.vertices import vertex

LONGEST = 30_000
"""How many characters a diagram's source may have."""

DIRECTIONS = {
    "TB": Direction.DOWN, "TD": Direction.DOWN, "BT": Direction.UP, "LR": Direction.RIGHT, "RL":
    Direction.LEFT, "v": Direction.DOWN, "^": Direction.UP, ">": Direction.RIGHT, "<": Direction.LEFT,
}  # fmt: skip

OTHERS = (
    "sequenceDiagram", "classDiagram", "stateDiagram", "erDiagram", "gantt", "pie", "journey", "gitGraph",
    "mindmap", "timeline", "quadrantChart", "requirementDiagram", "sankey", "xychart", "block", "packet",
    "kanban", "architecture", "radar", "treemap", "zenuml", "C4Context", "C4Container", "C4Component",
    "C4Dynamic", "C4Deployment", "info", )  # fmt: skip
"""What else Mermaid draws."""

_FRONT_MATTER = re.compile(r"---[^\S\n]*\n(.*?)\n---[^\S\n]*(?:\n|$)", re.DOTALL)
_DIRECTIVE = re.compile(r"%%\{.*?\}%%", re.DOTALL)
_WORD = re.compile(r"[A-Za-z_][\w-]*")
_HEADER = re.compile(r"(?:graph|flowchart(?:-elk)?)\b")
_DIRECTION = re.compile(r"[A-Za-z]+|[<>^]")


def parse(text: str) -> tuple[Flowchart | None, tuple[Problem, ...]]:
    """The flowchart of a source and its problems; there is none where it does not even begin as one."""
    problems = Problems()
    if len(text) > LONGEST:
        message = f"a diagram's source of more than {LONGEST} characters is not read"
        return None, (Problem("diagram-size", message, 0, 1, ("draw a part of it a slide",)),)
    scanner, draft = Scanner(text), Draft(problems)
    try:
        _preface(scanner, problems)
        draft.direction = _header(scanner)
    except MistakeError as mistake:
        problems.add(mistake.problem)
        return None, tuple(problems.found)
    while not draft.full:
        scanner.separators()
        if scanner.at_end:
            break
        _statement(scanner, draft)
    flowchart = draft.finish()
    if not flowchart.nodes and not flowchart.groups and not problems.found:
        problems.error("diagram-syntax", "this flowchart is empty", 0, 1, "write `A[first] --> B[second]`")
    return flowchart, tuple(problems.found)


def _preface(scanner: Scanner, problems: Problems) -> None:
    """Pass over what may stand before a flowchart: front matter, directives, comments."""
    scanner.spaces()
    if found := scanner.take(_FRONT_MATTER):
        problems.warning(
            "front matter of a diagram is left out", found.start(), 3, "the slide's theme sets its look"
        )
    while True:
        scanner.spaces()
        if found := scanner.take(_DIRECTIVE):
            problems.warning(
                "directives of a diagram are left out", found.start(), 3, "the slide's theme sets its look"
            )
        elif scanner.text.startswith("%%", scanner.at):
            scanner.separators()
        else:
            return


def _header(scanner: Scanner) -> Direction:
    """The direction that `flowchart TD` or its like says."""
    at = scanner.at
    if not scanner.take(_HEADER):
        word = scanner.sees(_WORD)
        name = word[0] if word else scanner.word()
        other = next((one for one in OTHERS if name.startswith(one)), None)
        if other:
            raise unsupported(
                f"`{name}`: of Mermaid's diagrams deckgen draws flowcharts", at, len(name), "`flowchart TD`"
            )
        hints = did_you_mean(name, ("flowchart", "graph", *OTHERS)) if word else ()
        raise syntax(
            "a diagram begins with `flowchart` or `graph`",
            at,
            max(len(name), 1),
            *hints,
            "write `flowchart TD`",
        )
    scanner.blanks()
    if scanner.ends_statement:
        return Direction.DOWN
    at = scanner.at
    found = scanner.take(_DIRECTION)
    if found is None or found[0] not in DIRECTIONS:
        shown = found[0] if found else scanner.word()
        hints = did_you_mean(shown.upper(), ("TB", "TD", "BT", "LR", "RL"))
        raise syntax(
            f"`{shown}` is not a direction", at, len(shown), *hints, "it is one of TB, TD, BT, LR, RL"
        )
    scanner.blanks()
    if not scanner.ends_statement:
        raise syntax(
            "after the direction the line ends", scanner.at, 1, "write what follows on a line of its own"
        )
    return DIRECTIONS[found[0]]


def _statement(scanner: Scanner, draft: Draft) -> None:
    """Read one statement; a mistake in it goes to the problems, and reading goes on after it."""
    word = scanner.sees(_WORD)
    read = STATEMENTS.get(word[0]) if word else None
    try:
        if read is None or not read(scanner, draft):
            _chain(scanner, draft)
        scanner.blanks()
        if not scanner.ends_statement:
            raise _left_over(scanner)
    except MistakeError as mistake:
        draft.problems.add(mistake.problem)
        scanner.skip_line()


def _chain(scanner: Scanner, draft: Draft) -> None:
    """Nodes and the edges between them: `A --> B & C --> D`."""
    ends = _nodes(scanner, draft)
    while True:
        scanner.blanks()
        made = link(scanner)
        if made is None:
            return
        if made.run_on:
            mark = scanner.text[scanner.at - 1]
            draft.problems.warning(
                f"this edge ends in `{mark}`, as a head of its own: the word after it begins without it",
                scanner.at - 1, 1, "write `-- text -->` for a label, or put a space before the node",
            )  # fmt: skip
        scanner.blanks()
        targets = _nodes(scanner, draft)
        draft.connect(ends, made, targets)
        ends = targets


def _nodes(scanner: Scanner, draft: Draft) -> list[str]:
    """The ids of nodes that stand here, joined by `&`."""
    found = [draft.mention(vertex(scanner))]
    while True:
        before = scanner.at
        scanner.blanks()
        if not scanner.takes("&"):
            scanner.at = before
            return found
        scanner.blanks()
        found.append(draft.mention(vertex(scanner)))


def _left_over(scanner: Scanner) -> MistakeError:
    """What follows a statement that should have ended."""
    shown = scanner.word()
    hint = "join nodes by an edge, `A --> B`, or put each on a line of its own"
    if scanner.text[scanner.at] in "])}|":
        hint = 'put the label in quotes: `id["label (with marks)"]`'
    return syntax(f"`{shown}` cannot stand here", scanner.at, len(shown), hint)
