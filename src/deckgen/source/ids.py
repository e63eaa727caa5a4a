"""Slides with the ids of their authors → slides with unique ids, and links that lead to them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from deckgen.diagnostics import Report, Span, did_you_mean
from deckgen.model import Block, Callout, Columns, Slide, plain
from deckgen.source.scope import Found

_OTHER = re.compile(r"[\W_]+")


def slug(text: str) -> str:
    """A title as an id: lower case, letters, digits and single dashes."""
    return _OTHER.sub("-", text.lower()).strip("-")


def with_ids(slides: Sequence[Slide]) -> tuple[Slide, ...]:
    """The slides, those without an id named by their titles or sections; repeats get -2, -3 and so on.

    The first of several with one id keeps it: only a slide that is repeated may give the same one again.
    """
    taken: set[str | None] = {slide.id for slide in slides if slide.id}
    given: set[str] = set()
    counts: dict[str, int] = {}
    named = []
    for slide in slides:
        if slide.id and slide.id not in given:
            given.add(slide.id)
            named.append(slide)
        else:
            wanted = slide.id or slug(plain(slide.title)) or None
            named.append(replace(slide, id=_free(wanted, taken, counts)))
    return tuple(named)


def _free(base: str | None, taken: set[str | None], counts: dict[str, int]) -> str | None:
    if base is None:
        return None
    name = base
    while name in taken:
        counts[base] = counts.get(base, 1) + 1
        name = f"{base}-{counts[base]}"
    taken.add(name)
    return name


def check_duplicates(slides: Iterable[Slide], found: Found, report: Report) -> None:
    """No name that an author has given is given twice.

    Blocks on several slides may have one name, by which a morph joins them; rows may give a slide's again.
    """
    first: dict[str, Span] = {}
    for slide in slides:
        span = found.slide_ids.get(slide.span, slide.span)
        if not slide.id or (span in found.repeated and first.get(slide.id) == span):
            continue
        if slide.id in first:
            _report_duplicate(slide.id, span, first[slide.id], report)
        first.setdefault(slide.id, span)
    for slide in slides:
        own: dict[str, Block] = {}
        for block in _within(slide.blocks):
            if not block.id:
                continue
            if block.id in first:
                _report_duplicate(block.id, _place(block, found), first[block.id], report)
            elif block.id in own:
                before = _place(own[block.id], found)
                _report_duplicate(block.id, _place(block, found), before, report)
            own.setdefault(block.id, block)


def _report_duplicate(name: str, span: Span, before: Span, report: Report) -> None:
    message = f"the id `{name[:60]}` is given twice (first on line {before.line})"
    report.error("duplicate-id", message, span)


def _within(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks, and those that stand in them."""
    for block in blocks:
        yield block
        if isinstance(block, Columns):
            for column in block.columns:
                yield from _within(column.blocks)
        elif isinstance(block, Callout):
            yield from _within(block.content)


def _place(block: Block, found: Found) -> Span:
    """Where a block's id stands: the next such name after the block's key."""
    span = block.span
    places = (
        place
        for name, place in found.block_ids
        if name == block.id
        and place.file == span.file
        and (place.line, place.column) > (span.line, span.column)
    )
    return min(places, key=lambda place: (place.line, place.column), default=span)


def check_links(slides: Iterable[Slide], found: Found, report: Report) -> None:
    """Every link to a slide leads to one."""
    names = [slide.id for slide in slides if slide.id]
    known = set(names)
    blocks = {name for name, _ in found.block_ids}
    for name, span in found.links:
        if name in known:
            continue
        hints = did_you_mean(name, names)
        if name in found.left_out:
            hints = ("the slide of this name is left out of this variant: leave the link out with it",)
        if name in blocks:
            hints = ("this is the id of a block; link to its slide",)
        report.error("unknown-id", f"no slide has the id `{name[:60]}`", span, *hints)
