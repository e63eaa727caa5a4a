"""A field of several paragraphs as typed → paragraphs and lists."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING

from deckgen.diagnostics import Report, Span
from deckgen.model import FORMULA, Item, ListBlock, Paragraph, Run, Text
from deckgen.source.citing import References
from deckgen.source.filled import Filled
from deckgen.source.formulas import formula_in
from deckgen.source.inline import joined, runs_of
from deckgen.source.inline_source import Links, Source, values_in
from deckgen.source.markdown_rules import MAX_NESTING, parser
from deckgen.yamlnodes import Scalar

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

    from deckgen.figures.math.macros import Macros

Parts = tuple[Paragraph | ListBlock, ...]

_MAY_BE_BLOCKS = re.compile(r"\n|\A\s*(?:[-+*#>|=`~]|\$\$|\d+[.)])|\A\s|\s\Z")
"""What one paragraph on one line has not."""

_BLANKS = " \t\n\r"
_OTHER_SPACES = re.compile(r"(?:(?![ \t])\s)*\Z")

_USE = {
    "heading": "a heading cannot stand in text: use the slide's `title`, or `**bold**` for a lead-in",
    "fence": "a fence cannot stand in text: use the `code` block",
    "table": "a pipe table cannot stand in text: use the `table` block",
    "blockquote": "a quotation cannot stand in text: use the `quote` block",
    "hr": "a rule cannot stand in text: begin another slide, or use two `text` blocks",
}
_ESCAPES = {
    "heading": r"if it is none, write `\#`, or an empty line before a line of `-` or `=`",
    "fence": r"if it is none, write `\`` or `\~`",
    "table": r"if it is none, write `\|`",
    "blockquote": r"if it is none, write `\>`",
    "hr": r"if it is none, write `\-` or `\*`",
}


def parse_text(
    scalar: Scalar,
    report: Report,
    *,
    links: Links | None = None,
    notes: list[Text] | None = None,
    references: References | None = None,
    macros: Macros | None = None,
) -> Parts:
    """The paragraphs and lists of a `text` block or of notes.

    Each link to a slide is added to `links` by the id that it names.  What belongs into a block of
    its own is an error (`use-block`) that names the block.
    """
    scalar = scalar.marked if isinstance(scalar, Filled) else scalar
    field_ = _Field(scalar, report, links, notes, references, macros)
    if not _MAY_BE_BLOCKS.search(scalar.text):
        text = field_.text_at(scalar.text, 0)
        return (Paragraph(text=text, span=scalar.span),) if text else ()
    from markdown_it.tree import SyntaxTreeNode

    markdown = parser()
    tokens = markdown.block.parse(scalar.text, markdown, {}, []) or []
    if any(token.level >= MAX_NESTING - 1 for token in tokens):
        report.error("too-deep", "lists are nested too deeply", scalar.span)
        return ()
    return field_.parts(SyntaxTreeNode(tokens))


@dataclass(slots=True)
class _Field:
    """The field that is being read."""

    scalar: Scalar
    report: Report
    links: Links | None
    notes: list[Text] | None
    references: References | None
    macros: Macros | None
    lines: list[str] = field(init=False)
    starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.lines = self.scalar.text.split("\n")
        self.starts = [0, *accumulate(len(line) + 1 for line in self.lines)]

    def parts(self, node: SyntaxTreeNode) -> Parts:
        """The paragraphs and lists right below `node`; an error for everything else."""
        found: list[Paragraph | ListBlock] = []
        for child in node.children:
            match child.type:
                case "paragraph":
                    if text := self.inline(child):
                        found.append(Paragraph(text=text, span=self.place(child)))
                case "bullet_list" | "ordered_list":
                    found.append(self.list_block(child))
                case "math_block":
                    found.append(Paragraph(text=self.formula(child), span=self.place(child)))
                case _:
                    self.refuse(child)
        return tuple(found)

    def refuse(self, node: SyntaxTreeNode) -> None:
        """Name the block to use instead of `node`."""
        self.report.error("use-block", _USE[node.type], self.place(node), _ESCAPES[node.type])

    def formula(self, node: SyntaxTreeNode) -> Text:
        """A formula that is a paragraph of its own; where it cannot be read, its source."""
        first, end = node.map or (0, 1)
        source = "\n".join(self.lines[first:end])
        start = source.index("$$")
        text = source.rstrip()
        at = lambda offset: self.scalar.at(self.starts[first] + offset)  # noqa: E731
        whole = Source(text, at, self.report, values=values_in(self.scalar), macros=self.macros)
        found = formula_in(whole, start, len(text))
        return (Run(FORMULA, formula=found),) if found else (Run(text),)

    def list_block(self, node: SyntaxTreeNode) -> ListBlock:
        """A list with all its items; empty ones are left out with an error."""
        items = [self.item(child) for child in node.children]
        return ListBlock(
            items=tuple(item for item in items if item is not None),
            ordered=node.type == "ordered_list",
            start=int(node.attrs.get("start", 1)),
            span=self.place(node),
        )

    def item(self, node: SyntaxTreeNode) -> Item | None:
        """One item: its paragraphs joined by line breaks, and the list under it."""
        text: list[Text] = []
        children: ListBlock | None = None
        for part in self.parts(node):
            if isinstance(part, Paragraph) and children is None:
                text.append(part.text)
            elif isinstance(part, ListBlock) and children is None and text:
                children = part
            else:
                self.misplaced(part, bool(text))
        if text:
            return Item(text=joined(text), children=children, span=self.place(node))
        if not node.children:
            self.report.error("empty-item", "an empty list item", self.place(node))
        return None

    def misplaced(self, part: Paragraph | ListBlock, has_text: bool) -> None:
        """Refuse what cannot stand where it does in an item."""
        if not has_text:
            message = "a list as an item: give it a parent item to stand under"
        elif isinstance(part, Paragraph):
            message = "text after the list under an item: put it before that list, or into an item"
        else:
            message = "two lists under one item: make them one, or give each its own item"
        self.report.error("bad-list", message, part.span)

    def inline(self, node: SyntaxTreeNode) -> Text:
        """The runs of a paragraph."""
        first, end = node.map or (0, 1)
        return self.text_at(self.untrimmed(node.children[0].content, first, end - 1), first)

    def untrimmed(self, content: str, first: int, last: int) -> str:
        """`content` with the no-break and other spaces at its ends, which the parser takes away."""
        head, _, _ = content.partition("\n")
        before = self.lines[first][: self.lines[first].rfind(head)] if content else self.lines[first]
        tail = self.lines[last].rstrip(_BLANKS)
        after = tail[len(tail.rstrip()) :] if content else ""
        return _OTHER_SPACES.search(before)[0] + content + after  # type: ignore[index]

    def text_at(self, content: str, first: int) -> Text:
        """The runs of `content`, which begins on the field's line `first`."""
        at = lambda offset: self.at(content, first, offset)  # noqa: E731
        values, notes, works = values_in(self.scalar), self.notes, self.references
        return runs_of(Source(content, at, self.report, self.links, values, notes, works, self.macros))

    def at(self, content: str, first: int, offset: int) -> Span:
        """The place of `content[offset]`: its lines are those of the field without their indents."""
        line = content.count("\n", 0, offset)
        column = offset - (content.rfind("\n", 0, offset) + 1)
        indent = self.lines[first + line].rfind(content.split("\n")[line])
        return self.scalar.at(self.starts[first + line] + max(indent, 0) + column)

    def place(self, node: SyntaxTreeNode) -> Span:
        """Where the first line of `node` begins."""
        first = node.map[0] if node.map else 0
        line = self.lines[first]
        return self.scalar.at(self.starts[first] + len(line) - len(line.lstrip()))
