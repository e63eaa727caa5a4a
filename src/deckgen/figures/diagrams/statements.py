"""The statements of a flowchart that begin with a word: `subgraph`, `classDef`, `style` and their like."""

from __future__ import annotations

import re
from collections.abc import Callable

from deckgen.diagnostics import did_you_mean
from deckgen.figures.diagrams.draft import Draft
from deckgen.figures.diagrams.flowchart import Direction, Label
from deckgen.figures.diagrams.labels import label_of, quoted, unquoted
from deckgen.figures.diagrams.problems import syntax, unsupported
from deckgen.figures.diagrams.scanner import Scanner
from deckgen.figures.diagrams.styling import style

Statement = Callable[[Scanner, Draft], bool]
"""Reads a statement; False where the word, after all, only names a node."""

_DIRECTIONS = {
    "TB": Direction.DOWN,
    "TD": Direction.DOWN,
    "BT": Direction.UP,
    "LR": Direction.RIGHT,
    "RL": Direction.LEFT,
}
_END = re.compile(r"end\b(?![^\S\n]*(?:[-=.~<&@\[({>]|:::))")
_SUBGRAPH = re.compile(r"subgraph\b(?=[^\S\n]*)")
_DIRECTION = re.compile(r"direction[^\S\n]+(\w+)")
_TITLE = re.compile(r"[^\n;\[\]\"]+")
_NAMES = re.compile(r"([^\s,]+(?:[^\S\n]*,[^\S\n]*[^\s,]+)*)[^\S\n]+")
_NAME = re.compile(r"[^\s,;]+")
_CLASS_NAME = re.compile(r"[\w-]+")
_STYLES = re.compile(r"[^\n;]*")
_NUMBERS = re.compile(r"(default|\d{1,4}(?:[^\S\n]*,[^\S\n]*\d{1,4})*)[^\S\n]+")
_DESCRIPTION = re.compile(r"acc(?:Title|Descr)[^\S\n]*(?::[^\S\n]*([^\n]*)|\{([^}]*)\})")


def _subgraph(scanner: Scanner, draft: Draft) -> bool:
    """`subgraph id [title]`, `subgraph title`, or nothing but `subgraph`."""
    at = scanner.at
    scanner.take(_SUBGRAPH)
    scanner.blanks()
    name_at = scanner.at
    if scanner.ends_statement:
        raise syntax("this subgraph has no title", at, len("subgraph"), "write `subgraph id [title]`")
    label = quoted(scanner)
    if label:
        draft.begin(label.text, label, name_at)
        return True
    found = scanner.take(_TITLE)
    words = found[0].rstrip() if found else ""
    if not words:
        raise syntax("here a subgraph's id or title is missing", name_at, 1, "write `subgraph id [title]`")
    label = _bracketed_title(scanner) if scanner.takes("[") else label_of(words, name_at, markdown=False)
    draft.begin(words, label, name_at)
    return True


def _bracketed_title(scanner: Scanner) -> Label:
    label = quoted(scanner) or unquoted(scanner, ("]",), "[")
    if not scanner.takes("]"):
        raise syntax("`[` is closed by `]`", scanner.at, 1)
    return label


def _end(scanner: Scanner, draft: Draft) -> bool:
    at = scanner.at
    if not scanner.take(_END):
        return False
    draft.close(at)
    return True


def _direction(scanner: Scanner, draft: Draft) -> bool:
    """`direction LR`: of the subgraph that it stands in, or of the whole."""
    found = scanner.take(_DIRECTION)
    if found is None:
        return False
    if found[1] not in _DIRECTIONS:
        hints = did_you_mean(found[1].upper(), _DIRECTIONS)
        raise syntax(f"`{found[1]}` is not a direction", found.start(1), len(found[1]), *hints)
    if draft.open:
        draft.open[-1].direction = _DIRECTIONS[found[1]]
    else:
        draft.direction = _DIRECTIONS[found[1]]
    return True


def _class_def(scanner: Scanner, draft: Draft) -> bool:
    """`classDef name,name fill:#eef,stroke:#99c`."""
    names = _names(scanner, "classDef", "classDef name fill:#eef,stroke:#99c")
    found = scanner.take(_STYLES)
    at, text = scanner.at - len(found[0] if found else ""), found[0] if found else ""
    look = style(text.rstrip(), at)
    for name, _ in names:
        draft.classes[name] = look.over(draft.classes[name]) if name in draft.classes else look
    return True


def _class(scanner: Scanner, draft: Draft) -> bool:
    """`class id,id name`."""
    names = _names(scanner, "class", "class A,B name")
    found = scanner.take(_CLASS_NAME)
    if found is None:
        raise syntax("here the name of a class is missing", scanner.at, 1, "write `class A,B name`")
    draft.marked += [(name, (found[0], found.start())) for name in names]
    return True


def _style(scanner: Scanner, draft: Draft) -> bool:
    """`style id fill:#eef`."""
    names = _names(scanner, "style", "style A fill:#eef,stroke:#99c")
    found = scanner.take(_STYLES)
    text = found[0] if found else ""
    look = style(text.rstrip(), scanner.at - len(text))
    for name, at in names:
        before = draft.styles.get(name)
        draft.styles[name] = (look.over(before[0]) if before else look, at)
    return True


def _link_style(scanner: Scanner, draft: Draft) -> bool:
    """`linkStyle 0,2 stroke:accent1`, `linkStyle default …`."""
    at = scanner.at
    scanner.takes("linkStyle")
    scanner.blanks()
    numbers = scanner.take(_NUMBERS)
    if numbers is None:
        raise syntax(
            "`linkStyle` takes numbers of edges, or `default`",
            at,
            len("linkStyle"),
            "`linkStyle 0 stroke:#c00`",
        )
    if scanner.text.startswith("interpolate", scanner.at):
        raise unsupported(
            "`interpolate`: edges take the way that the layout finds", scanner.at, len("interpolate")
        )
    found = scanner.take(_STYLES)
    text = found[0] if found else ""
    look = style(text.rstrip(), scanner.at - len(text))
    for one in re.finditer(r"\d+|default", numbers[1]):
        number = None if one[0] == "default" else int(one[0])
        draft.edge_styles.append((number, look, numbers.start(1) + one.start()))
    return True


def _click(scanner: Scanner, _: Draft) -> bool:
    raise unsupported(
        "`click`: nodes cannot be links", scanner.at, len("click"), "link from the slide's text"
    )


def _accessible(scanner: Scanner, draft: Draft) -> bool:
    """`accTitle: words`, `accDescr { words }`: for those who cannot see the diagram."""
    found = scanner.take(_DESCRIPTION)
    if found is None:
        return False
    words = " ".join((found[1] or found[2] or "").split())
    draft.description = f"{draft.description} {words}".strip() if draft.description else words
    return True


def _names(scanner: Scanner, keyword: str, example: str) -> list[tuple[str, int]]:
    """The names after a keyword, with their places."""
    at = scanner.at
    scanner.takes(keyword)
    scanner.blanks()
    found = scanner.take(_NAMES)
    if found is None:
        raise syntax(f"`{keyword}` is not complete", at, len(keyword), f"write `{example}`")
    return [(one[0], found.start(1) + one.start()) for one in _NAME.finditer(found[1])]


def _names_node(read: Statement, keyword: str) -> Statement:
    """The statement, unless an edge or a label follows its keyword: then that names a node."""
    follows = re.compile(
        re.escape(keyword) + r"(?:[\w\[({>@]|:::|[^\S\n]*(?:$|[\n;]|--|==|-\.|&|[<xo]--|<==|<-\.))"
    )

    def guarded(scanner: Scanner, draft: Draft) -> bool:
        return False if scanner.sees(follows) else read(scanner, draft)

    return guarded


STATEMENTS: dict[str, Statement] = {
    "subgraph": _subgraph,
    "end": _end,
    "accTitle": _accessible,
    "accDescr": _accessible,
    **{
        keyword: _names_node(read, keyword)
        for keyword, read in {
            "direction": _direction,
            "classDef": _class_def,
            "class": _class,
            "style": _style,
            "linkStyle": _link_style,
            "click": _click,
        }.items()
    },
}
"""How the statements that begin with a word are read."""
