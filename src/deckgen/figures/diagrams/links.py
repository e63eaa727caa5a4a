"""`-->`, `-- text -->`, `o==|text|` and their like → how an edge is drawn, and its label."""

from __future__ import annotations

import re
from dataclasses import dataclass

from deckgen.figures.diagrams.ends import Head
from deckgen.figures.diagrams.flowchart import Label, Stroke
from deckgen.figures.diagrams.labels import label_of, quoted, unquoted
from deckgen.figures.diagrams.problems import MistakeError, syntax
from deckgen.figures.diagrams.scanner import Scanner

_NAME = re.compile(r"[\w-]+@(?=[xo<]?[-=~.])")
_WHOLE = re.compile(r"([xo<]?)(?:(--+)([-xo>])|(==+)([=xo>])|-?(\.+)-([xo>]?))|(~~~+)")
_OPENED = re.compile(r"([xo<]?)(--|==|-\.)")
_CLOSERS = {
    "--": re.compile(r"(--+)([-xo>])"),
    "==": re.compile(r"(==+)([=xo>])"),
    "-.": re.compile(r"(\.+)-([xo>]?)"),
}
"""What ends a label between the marks of an edge that begins so: its length and its head."""

_RUN_ON = re.compile(r"\w")
_WRONG = re.compile(r"-+>+|=+>|[\u2013\u2014\u2212-]+>?|[\u2190-\u21ff]|<[-=]*|[-=.]+>?")
_HEADS = {"x": Head.CROSS, "o": Head.CIRCLE, ">": Head.ARROW, "<": Head.ARROW}
_STROKES = {"--": Stroke.SOLID, "==": Stroke.THICK, "-.": Stroke.DOTTED}


@dataclass(frozen=True, slots=True)
class Link:
    """An edge without its ends.  `run_on`: a letter follows its head of `x` or `o`, perhaps by mistake."""

    at: int
    stroke: Stroke
    start: Head
    end: Head
    length: int
    label: Label | None = None
    run_on: bool = False


def link(scanner: Scanner) -> Link | None:
    """The edge that stands here, if one does."""
    at = scanner.at
    scanner.take(_NAME)
    if found := scanner.take(_WHOLE):
        made = _whole(found, at, run_on=scanner.sees(_RUN_ON) is not None)
        return _piped(scanner, made)
    if found := scanner.take(_OPENED):
        return _worded(scanner, found, at)
    scanner.at = at
    if found := scanner.sees(_WRONG):
        raise _no_edge(found[0], at)
    return None


def _whole(found: re.Match[str], at: int, *, run_on: bool) -> Link:
    """The edge of one mark: `-->`, `===`, `-.-x`, `~~~`."""
    start, line, head, thick, thick_head, dots, dotted_head, invisible = found.groups()
    if invisible:
        return Link(at, Stroke.INVISIBLE, Head.NONE, Head.NONE, len(invisible) - 2)
    end = head or thick_head or dotted_head or ""
    stroke = Stroke.DOTTED if dots else Stroke.THICK if thick else Stroke.SOLID
    length = len(dots) if dots else len(line or thick) - 1
    head_of_letter = run_on and end in {"x", "o"}
    return Link(at, stroke, _head(start), _head(end), length, run_on=head_of_letter)


def _head(mark: str | None) -> Head:
    return _HEADS.get(mark or "", Head.NONE)


def _piped(scanner: Scanner, made: Link) -> Link:
    """The edge with the label of `|text|` after it, if there is one."""
    before = scanner.at
    scanner.blanks()
    if not scanner.takes("|"):
        scanner.at = before
        return made
    scanner.spaces()
    label = quoted(scanner) or unquoted(scanner, ("|",), "|")
    scanner.spaces()
    if not scanner.takes("|"):
        raise syntax("the label of this edge is closed by `|`", scanner.at, 1)
    return Link(made.at, made.stroke, made.start, made.end, made.length, label)


def _worded(scanner: Scanner, opened: re.Match[str], at: int) -> Link:
    """The edge of two marks with a label between them: `-- text -->`."""
    start, mark = opened.groups()
    scanner.blanks()
    label = quoted(scanner)
    if label:
        scanner.blanks()
        found = scanner.take(_CLOSERS[mark])
    else:
        found, begin = _find_closer(scanner, mark), scanner.at
        if found:
            label = label_of(scanner.text[begin : found.start()].strip(), begin, markdown=False)
            scanner.at = found.end()
    if found is None:
        shown = {"--": "-- text -->", "==": "== text ==>", "-.": "-. text .->"}[mark]
        raise syntax(f"`{opened[0]}` begins an edge that never ends", at, len(opened[0]), f"write `{shown}`")
    line, end = found.groups()
    length = len(line) if mark == "-." else len(line) - 1
    return Link(at, _STROKES[mark], _head(start), _head(end), max(length, 1), label)


def _find_closer(scanner: Scanner, mark: str) -> re.Match[str] | None:
    """Where the second mark stands, on this line."""
    end = scanner.text.find("\n", scanner.at)
    return _CLOSERS[mark].search(scanner.text, scanner.at, end if end >= 0 else len(scanner.text))


def _no_edge(shown: str, at: int) -> MistakeError:
    """The mistake of an arrow that is none."""
    wanted = (
        "==>"
        if "=" in shown
        else "-.->"
        if "." in shown
        else "---"
        if ">" not in shown and "<" not in shown
        else "-->"
    )
    if "<" in shown:
        wanted = "<-->"
    if shown[0] in "\u2190\u2192\u2194\u21d2":
        wanted = {"\u2190": "<-->", "\u2194": "<-->", "\u21d2": "==>"}.get(shown[0], "-->")
    return syntax(f"`{shown}` is not an edge", at, len(shown), f"did you mean `{wanted}`?")
