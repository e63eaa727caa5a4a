"""A parser of Markdown's blocks: paragraphs and lists, and what has to be told from them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

MAX_NESTING = 100
"""How deep blocks may stand in one another; a level of a list counts for two."""


@cache
def parser() -> MarkdownIt:
    """The parser; indented code, HTML and link definitions are text to it."""
    from markdown_it import MarkdownIt

    made = MarkdownIt("zero", {"maxNesting": MAX_NESTING})
    made.enable(["table", "fence", "blockquote", "hr", "list", "heading", "lheading"])
    interrupting = ["paragraph", "reference", "blockquote", "list"]
    made.block.ruler.at("hr", _rule, {"alt": interrupting})
    made.block.ruler.before("fence", "math", _math, {"alt": interrupting})
    return made


def _rule(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """A rule of `-` or `*`; a line of underscores is a gap to fill in."""
    from markdown_it.rules_block import hr

    return not state.src.startswith("_", _start(state, line)) and hr(state, line, end, silent)


def _math(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """`$$` at a line's start up to the next `$$`, which ends a line; else it is text."""
    start = _start(state, line)
    if not state.src.startswith("$$", start):
        return False
    closing = state.src.find("$$", start + 2)
    last = line + state.src.count("\n", start, closing)
    if closing < 0 or last >= end or not state.src[start + 2 : closing].strip():
        return False
    if state.src[closing + 2 : state.eMarks[last]].strip():
        return False
    if not silent:
        state.line = last + 1
        state.push("math_block", "math", 0).map = [line, state.line]
    return True


def _start(state: StateBlock, line: int) -> int:
    """Where the first character of a line stands, its indent apart."""
    return state.bMarks[line] + state.tShift[line]
