"""A formula as a tree of what it is made of: the one form that MathML, OMML and pictures are made from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum


class Kind(Enum):
    """TeX's kinds of atoms (The TeXbook, chapter 17); the space between two atoms follows from theirs."""

    ORD = 0
    OP = 1
    BIN = 2
    REL = 3
    OPEN = 4
    CLOSE = 5
    PUNCT = 6
    INNER = 7


class Variant(StrEnum):
    """A mathematical alphabet, by its name in MathML's `mathvariant`."""

    NORMAL = "normal"
    ITALIC = "italic"
    BOLD = "bold"
    BOLD_ITALIC = "bold-italic"
    SCRIPT = "script"
    BOLD_SCRIPT = "bold-script"
    FRAKTUR = "fraktur"
    BOLD_FRAKTUR = "bold-fraktur"
    DOUBLE_STRUCK = "double-struck"
    SANS = "sans-serif"
    BOLD_SANS = "bold-sans-serif"
    SANS_ITALIC = "sans-serif-italic"
    SANS_BOLD_ITALIC = "sans-serif-bold-italic"
    MONOSPACE = "monospace"


class Role(Enum):
    """What an atom is to MathML: an identifier, a number, an operator."""

    IDENTIFIER = "mi"
    NUMBER = "mn"
    OPERATOR = "mo"


@dataclass(frozen=True, slots=True)
class Atom:
    """A letter, a number, the name of a function, or an operator.

    `text` is in plain characters, `variant` the alphabet in which they are drawn.  `large` operators grow
    in display style.  `limits` says whether scripts stand above and below it there.  `size` (em) is the
    height of a delimiter that `\\big` and its like set.
    """

    text: str
    kind: Kind = Kind.ORD
    role: Role = Role.IDENTIFIER
    variant: Variant = Variant.NORMAL
    large: bool = False
    limits: bool = False
    size: float = 0.0


@dataclass(frozen=True, slots=True)
class Words:
    """Text in a formula, spaces and all."""

    text: str
    variant: Variant = Variant.NORMAL


@dataclass(frozen=True, slots=True)
class Space:
    """Space of a width in em; it may be negative."""

    width: float


@dataclass(frozen=True, slots=True)
class Row:
    """Nodes side by side.  `kind` is what the whole is to its neighbours, where the author said so."""

    items: tuple[Node, ...] = ()
    kind: Kind = Kind.ORD


@dataclass(frozen=True, slots=True)
class Fraction:
    """One above another, with or without a bar.  `display` where the author chose its style."""

    above: Node
    below: Node
    bar: bool = True
    display: bool | None = None


@dataclass(frozen=True, slots=True)
class Root:
    """A root, square without an index."""

    body: Node
    index: Node | None = None


@dataclass(frozen=True, slots=True)
class Scripts:
    """A base with what stands below and above it.

    `limits`: centred under and over the base, else at its right corners.  `before`: at its left corners.
    """

    base: Node
    sub: Node | None = None
    sup: Node | None = None
    limits: bool = False
    before: bool = False


@dataclass(frozen=True, slots=True)
class Accent:
    """A mark over or under a body: `mark` is one character, as wide as the body where it `stretches`."""

    body: Node
    mark: str
    stretches: bool = False
    under: bool = False


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow as long as what stands over and under it."""

    mark: str
    above: Node | None = None
    below: Node | None = None


@dataclass(frozen=True, slots=True)
class Fenced:
    """Delimiters as high as what they hold; an empty one is not drawn.

    `parts` are what stands between the delimiters and the `middles`, always one more than these.
    """

    opening: str
    parts: tuple[Node, ...]
    closing: str
    middles: tuple[str, ...] = ()


class Grid(StrEnum):
    """What a table of cells is."""

    MATRIX = "matrix"
    SMALL = "smallmatrix"
    CASES = "cases"
    ALIGNED = "aligned"
    GATHERED = "gathered"
    STACK = "substack"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, all of the same number.  `aligns` has an `l`, `c` or `r` for each column.

    `rules` are the columns before which a vertical line stands.
    """

    rows: tuple[tuple[Node, ...], ...]
    aligns: str
    grid: Grid = Grid.MATRIX
    rules: frozenset[int] = frozenset()
    display: bool = False


@dataclass(frozen=True, slots=True)
class Styled:
    """A body in display style or in text style, whatever stands around."""

    body: Node
    display: bool


@dataclass(frozen=True, slots=True)
class Phantom:
    """The room of a body: its width, its height or both.  Where it is not `shown`, there is no ink in it."""

    body: Node
    wide: bool = True
    tall: bool = True
    shown: bool = False


@dataclass(frozen=True, slots=True)
class Boxed:
    """A body in a frame."""

    body: Node


Node = (
    Atom | Words | Space | Row | Fraction | Root | Scripts | Accent | Arrow | Fenced | Table | Styled
    | Phantom | Boxed
)  # fmt: skip
"""The closed union; whatever matches on it ends in `assert_never`."""

EMPTY = Row()


def row(items: list[Node]) -> Node:
    """The only one of `items`, or all of them in a row."""
    return items[0] if len(items) == 1 else Row(tuple(items))


def is_operator(node: Node) -> bool:
    """Whether a node is an operator by itself, which can say how much space it has."""
    return isinstance(node, Atom) and node.role is Role.OPERATOR


def kind_of(node: Node) -> Kind | None:
    """What a node is to its neighbours; None for space, which has no say in theirs."""
    match node:
        case Atom(kind=kind) | Row(kind=kind):
            return kind
        case Space():
            return None
        case Scripts(base=base, before=before):
            return Kind.ORD if before else kind_of(base)
        case Styled(body=body) | Phantom(body=body):
            return kind_of(body)
        case Arrow():
            return Kind.REL
        case Fenced() | Fraction():
            return Kind.INNER
        case Accent(body=body, stretches=True, mark=mark) if mark in "⏞⏟":
            return Kind.OP
        case _:
            return Kind.ORD
