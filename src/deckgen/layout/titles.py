"""A title, subtitle or other single text → a placed text that fits its slot by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from deckgen.diagnostics import Report, Span
from deckgen.layout.setting import Names, Setting
from deckgen.layout.textbox import Para, breaks_words, set_lines, set_text
from deckgen.model import Block, characters, plain
from deckgen.scene import Part, Placed, PlacedText
from deckgen.slots import Box, Slot
from deckgen.text.measure import SLACK

SMALLER = 0.65
"""The step down to which a text is set smaller before its box grows."""

WIDEST_BALANCE = 0.5
"""The least share of a title's box that its balanced lines keep."""


def place_text(
    paras: Sequence[Para],
    slot: Slot,
    part: Part,
    setting: Setting,
    names: Names,
    report: Report,
    span: Span,
    *,
    balanced: bool = False,
    blocks: tuple[Block, ...] = (),
    free: Box | None = None,
) -> Placed:
    """The paragraphs at the largest step not above the normal at which they fit `slot`.

    Where that would be far below the normal, they may take what is `free` around the slot.  A word is
    broken only where it is too wide at every step.
    """
    fitting: tuple[Box, Setting, PlacedText] | None = None
    for box, factor in _tries(slot, setting, free):
        at = setting.at(factor)
        content, height = set_text(paras, slot.style, box.w, at, slot.anchor)
        if height <= box.h + 0.5:
            fitting = fitting or (box, at, content)
            if not breaks_words(paras, box.w, at):
                fitting = box, at, content
                break
    if fitting:
        box, at, content = fitting
    else:
        words = plain(paras[0].text)
        report.error(
            "overflow",
            f"the {part.value.lower()} “{words[:40]}…” does not fit its place, even at the smallest size",
            span,
            "shorten it, or move a part of it into the slide's text",
        )
    if balanced and len(content.paragraphs) == 1:
        content = balanced_lines(content, box.w, at)
    return Placed(names.new(part), part, box, content, slot.name, blocks)


def _tries(slot: Slot, setting: Setting, free: Box | None) -> Iterator[tuple[Box, float]]:
    """The boxes and steps to try, the best first."""
    steps = _steps(slot, setting)
    if free is None:
        yield from ((slot.box, factor) for factor in steps)
        return
    usual = [factor for factor in steps if factor >= SMALLER]
    yield from ((slot.box, factor) for factor in usual)
    yield from ((free, factor) for factor in steps if factor <= usual[-1])


def _steps(slot: Slot, setting: Setting) -> list[float]:
    """The theme's steps from the normal size down, and on to the floor: titles begin larger than text."""
    theme = setting.tools.theme
    steps = [factor for factor in theme.steps if factor <= 1.0]
    last = theme.floor / theme.styles[slot.style].level(0).size
    while steps[-1] > last:
        steps.append(max(steps[-1] * 0.9, last))
    return steps


def balanced_lines(content: PlacedText, room: float, setting: Setting) -> PlacedText:
    """Lines of about one length instead of a last word alone: of the box `room` pt wide less is used.

    Not where they stand in the middle or at the end: the box would no longer.
    """
    paragraph = content.paragraphs[0]
    count = len(paragraph.lines)
    if count < 2 or paragraph.look.align != "start" or "\n" in characters(paragraph.text):
        return content
    shaped = setting.tools.measurer.shaped(paragraph.text, paragraph.look, paragraph.lang)
    word = shaped.widest_word * (1 + SLACK) * paragraph.look.size
    low, high = min(max(room * WIDEST_BALANCE, word), room), room
    while high - low > 2:
        middle = (low + high) / 2
        tried = set_lines(paragraph, middle, setting)
        low, high = (low, middle) if len(tried.lines) <= count else (middle, high)
    # A little more than the least, so that rounding in a renderer cannot push a word down.
    inset = round(max(room - high * 1.02, 0.0), 1)
    settled = set_lines(paragraph, room - inset, setting)
    return replace(content, paragraphs=(settled,), inset_end=inset)
