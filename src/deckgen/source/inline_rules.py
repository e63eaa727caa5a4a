"""A parser of inline Markdown made of CommonMark's rules and those that an outline adds.

Every rule looks at `state.pos`, and either leaves all as it is and answers False, or adds tokens,
moves `state.pos` on and answers True.  None is ever asked to look ahead (`silent`).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING

from deckgen.model import FORMULA
from deckgen.source.formulas import formula_in
from deckgen.source.inline_brackets import autolink, bracket, picture, push_link
from deckgen.source.inline_links import href
from deckgen.source.inline_source import keep_as_typed, source_of

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.rules_inline.state_inline import Delimiter

MAX_NESTING = 100
"""How deep formats may stand in one another; markup that is deeper stays as typed."""

_DISPLAY = re.compile(r"\$\$\s*+(?!\$).+?\$\$", re.DOTALL)
_MATH = re.compile(r"\$(?![\s$])(?:\\.|[^\\$])+(?<!\s)\$(?![\d\ud800-\udfff])", re.DOTALL)
"""A dollar sign before a digit closes nothing, nor does one before a value that was filled in."""
_GAP = re.compile("_{4,}")
_MARKS = re.compile("={2,}")
_SCRIPTS = {
    "~": ("sub", re.compile(r"~(?!~)((?:\\.|`[^`\s]*`|[^\\~`\s])+)~(?!~)")),
    "^": ("sup", re.compile(r"\^(?!\^)((?:\\.|`[^`\s]*`|[^\\^`\s])+)\^(?!\^)")),
}
_start = attrgetter("start")

Rule = Callable[["StateInline", bool], bool]


@cache
def parser() -> MarkdownIt:
    """The parser; made once, and not at all by decks whose text has no markup.

    It has a single rule, which asks those that the next character may begin: asking all of them at
    every character takes twice the time.
    """
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import backtick, emphasis, escape, strikethrough

    rules: dict[str, tuple[Rule, ...]] = {
        "\\": (escape,), "\n": (_line_end,), "`": (backtick,), "*": (emphasis.tokenize,),
        "_": (_gap, emphasis.tokenize), "~": (strikethrough.tokenize, _script), "^": (_footnote, _script),
        "=": (_mark,), "$": (_math,), "[": (bracket,), "!": (picture,), "<": (autolink,),
    }  # fmt: skip
    stops = re.compile(f"[{re.escape(''.join(rules))}]")

    def rule(state: StateInline, silent: bool) -> bool:
        for asked in rules.get(state.src[state.pos], ()):
            if asked(state, silent):
                return True
        return _address(state) or _text(state, stops)

    made = MarkdownIt("zero", {"maxNesting": MAX_NESTING})
    made.inline.ruler.at("text", rule)
    made.inline.ruler2.enableOnly(["balance_pairs", "strikethrough", "emphasis"])
    made.inline.ruler2.before("strikethrough", "mark", _pair_marks)
    return made


def _address(state: StateInline) -> bool:
    """A web or mail address without markup; in a link's text it is text."""
    source = source_of(state)
    if not source.addresses or state.linkLevel:
        return False
    index = bisect_left(source.addresses, state.pos, key=_start)
    if index == len(source.addresses):
        return False
    found = source.addresses[index]
    if found.start != state.pos or found.end > state.posMax:
        return False
    address = href(source.shown(found.target), source.span(found.start, found.end), source.report)
    push_link(state, address, state.src[found.start : found.end], found.end)
    return True


def _text(state: StateInline, stops: re.Pattern[str]) -> bool:
    """Characters up to the next that may begin something."""
    addresses = source_of(state).addresses
    stop = stops.search(state.src, state.pos, state.posMax)
    end = stop.start() if stop else state.posMax
    following = bisect_right(addresses, state.pos, key=_start) if addresses else 0
    if following < len(addresses):
        end = min(end, addresses[following].start)
    return end > state.pos and keep_as_typed(state, end)


def _line_end(state: StateInline, _silent: bool) -> bool:
    """A line end, the blanks round it and empty lines after it: one space."""
    state.pending = state.pending.rstrip(" \t")
    if state.pending or not state.tokens or state.tokens[-1].type != "hardbreak":
        state.append_pending(" ")
    while state.pos < state.posMax and state.src[state.pos] in " \t\n":
        state.pos += 1
    return True


def _math(state: StateInline, _silent: bool) -> bool:
    """`$x$`: opens before a non-space, closes after one and not before a digit; `$$x$$`."""
    match = _DISPLAY.match(state.src, state.pos, state.posMax)
    match = match or _MATH.match(state.src, state.pos, state.posMax)
    if match is None:
        # A second dollar sign would begin again where this one failed.
        return state.src.startswith("$$", state.pos) and keep_as_typed(
            state, min(state.pos + 2, state.posMax)
        )
    formula = formula_in(source_of(state), match.start(), match.end())
    if formula is None:
        return keep_as_typed(state, match.end())
    token = state.push("formula", "", 0)
    token.content, token.meta = FORMULA, {"formula": formula}
    state.pos = match.end()
    return True


def _footnote(state: StateInline, _silent: bool) -> bool:
    """`^[text]`: the number of a footnote, which carries its text."""
    start = state.pos
    if not state.src.startswith("^[", start):
        return False
    source = source_of(state)
    closing = source.closing(start + 1)
    if not 0 <= closing < state.posMax:
        return False
    inner = state.src[start + 2 : closing]
    if source.notes is None:
        message = "a footnote can stand in the text of a slide alone, and in no other footnote"
        source.error("bad-footnote", message, start, closing + 1)
        return keep_as_typed(state, closing + 1)
    if not inner.strip():
        source.error("bad-footnote", "an empty footnote", start, closing + 1)
        return keep_as_typed(state, closing + 1)
    from deckgen.source.inline import runs_of

    text = runs_of(source.within(start + 2, closing))
    source.notes.append(text)
    token = state.push("footnote_ref", "", 0)
    token.content, token.meta = str(len(source.notes)), {"text": text}
    state.pos = closing + 1
    return True


def _gap(state: StateInline, _silent: bool) -> bool:
    """`____` and longer: a gap to fill in, never emphasis."""
    match = _GAP.match(state.src, state.pos, state.posMax)
    return match is not None and keep_as_typed(state, match.end())


def _mark(state: StateInline, _silent: bool) -> bool:
    """One end of `==marked==`; longer runs of `=` are text.

    After an ASCII letter or digit it opens nothing, so that "a==b and c==d" stays as typed.
    """
    match = _MARKS.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    scanned = state.scanDelims(state.pos, True)
    if len(match[0]) != 2 or not (scanned.can_open or scanned.can_close):
        return keep_as_typed(state, match.end())
    from markdown_it.rules_inline.state_inline import Delimiter

    before = state.src[state.pos - 1 : state.pos]
    can_open = scanned.can_open and not (before.isascii() and before.isalnum())
    state.push("text", "", 0).content = "=="
    index = len(state.tokens) - 1
    state.delimiters.append(Delimiter(ord("="), 0, index, -1, can_open, scanned.can_close))
    state.pos = match.end()
    return True


def _pair_marks(state: StateInline) -> None:
    """Turn the `==` that found their partners into opening and closing tokens."""
    inner = [meta["delimiters"] for meta in state.tokens_meta if meta]
    for delimiters in [state.delimiters, *inner]:
        _pair(state, delimiters)


def _pair(state: StateInline, delimiters: list[Delimiter]) -> None:
    for opening in delimiters:
        if opening.marker == ord("=") and opening.end >= 0:
            closing = delimiters[opening.end]
            state.tokens[opening.token].type, state.tokens[opening.token].nesting = "mark_open", 1
            state.tokens[closing.token].type, state.tokens[closing.token].nesting = "mark_close", -1


def _script(state: StateInline, _silent: bool) -> bool:
    """`H~2~O` and `x^2^`, without a space inside the pair."""
    kind, pattern = _SCRIPTS[state.src[state.pos]]
    match = pattern.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    outer = state.posMax
    state.push(f"{kind}_open", kind, 1)
    state.pos, state.posMax = match.span(1)
    state.md.inline.tokenize(state)
    state.push(f"{kind}_close", kind, -1)
    state.pos, state.posMax = match.end(), outer
    return True
