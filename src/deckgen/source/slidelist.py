"""A list of slides, groups and included files → slides in one row: repeated by rows, of one variant."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from deckgen.diagnostics import did_you_mean
from deckgen.model import Slide
from deckgen.source.contents import BLOCK_KEYS
from deckgen.source.fields import Fields, kind_of
from deckgen.source.ids import slug
from deckgen.source.includes import read_included
from deckgen.source.repeats import repeated
from deckgen.source.scope import Scope
from deckgen.source.slides import SLIDE_KEYS, read_slide
from deckgen.source.variants import ONLY_EXCEPT, left_out
from deckgen.yamlnodes import Mapping, Node, Scalar, Sequence

INHERITED: Final = ("background", "transition", "incremental")
"""What a group says of all its slides."""

MOST_SLIDES: Final = 10_000
"""Slides of one deck; an included file and a repetition count as one more each."""

_GROUP_KEYS: Final = ("slides", "for", *ONLY_EXCEPT, *INHERITED)
_GLUED = re.compile(r"([a-z]+):(\S.*)")
_HEAVIEST = 2_000
"""Values of one slide; every fifty characters count for another: more than one ever splits into."""


def read_slides(node: Node, scope: Scope) -> list[Slide]:
    """All slides of one list and of the files that it includes."""
    if not isinstance(node, Sequence):
        _no_list(node, scope)
        return []
    if not node.items:
        scope.report.error("empty-value", "`slides` is empty", node.span)
    slides: list[Slide] = []
    for entry in node.items:
        if scope.found.slides > MOST_SLIDES:
            break
        slides += _entry(entry, scope)
    return slides


def _no_list(node: Node, scope: Scope) -> None:
    scope.found.lost = True
    if isinstance(node, Scalar) and node.misread:
        return
    if isinstance(node, Scalar) and node.absent:
        scope.report.error("empty-value", "`slides` is empty", node.span)
    else:
        hint = "begin each slide with a dash: `- title: …`"
        scope.report.error("wrong-value", f"`slides` wants a list, not {kind_of(node)}", node.span, hint)


def _entry(node: Node, scope: Scope) -> list[Slide]:
    """The slides of one entry: of every row, if it is repeated; none, if it is for another variant."""
    if left_out(node, scope):
        scope.found.left_out |= _names(node)
        return []
    slides: list[Slide] = []
    for inner in repeated(node, scope):
        if _enough(node, scope):
            break
        found = _one(node, inner)
        scope.found.lost |= found is None
        slides += found or ()
    return slides


def _enough(node: Node, scope: Scope) -> bool:
    """Whether nothing is gained by reading on."""
    found, report = scope.found, scope.report
    if found.slides > MOST_SLIDES:
        return True
    found.slides += 1
    if report.full:
        found.slides = MOST_SLIDES + 1
        message = "so much is wrong up to here that the slides from here on were not looked at"
        report.error("yaml-many", message, node.span, "mend what is reported, and build again")
    elif found.slides > MOST_SLIDES:
        message = f"a deck has at most {MOST_SLIDES:,} slides, and here it has more"
        report.error("slide-count", message, node.span, "make several decks of it")
    return found.slides > MOST_SLIDES


def _one(node: Node, scope: Scope) -> list[Slide] | None:
    """The slides of an entry; None, with a diagnostic, where they cannot be read."""
    match node:
        case Mapping() if node.get("include") is not None:
            return read_included(node, scope, read_slides)
        case Mapping() if node.entries and _nearly_include(node.entries[0][0].text):
            place = node.entries[0][0]
            message = f"a slide has no key `{place.text[:60]}`"
            scope.report.error("unknown-key", message, place.span, "did you mean `include`?")
        case Mapping() if node.get("slides") is not None:
            return _group(node, scope)
        case Mapping() if _weight(node) > _HEAVIEST:
            hint = "divide it into several slides"
            scope.report.error("yaml-size", "more than a slide can ever show stands here", node.span, hint)
        case Mapping() if node.entries:
            return [read_slide(node, scope)]
        case Scalar() if node.misread:
            pass
        case Scalar() if not node.absent:
            glued = _GLUED.match(node.text)
            words = f"{glued[1]}: {glued[2]}" if glued else f"title: {node.text}"
            hint = f"write `- {words[:70]}`"
            scope.report.error("wrong-value", "a slide is a mapping of blocks, not text", node.span, hint)
        case Sequence():
            scope.report.error("wrong-value", "a slide is a mapping of blocks, not a list", node.span)
        case _:
            scope.report.error("empty-item", "an empty slide", node.span)
    return None


def _group(node: Mapping, scope: Scope) -> list[Slide]:
    """Slides that share what their group says; what a slide says itself goes before it."""
    elsewhere = dict.fromkeys((*SLIDE_KEYS, *BLOCK_KEYS), "on its slides, one by one")
    fields = Fields(node, scope, "a group of slides", _GROUP_KEYS, elsewhere=elsewhere)
    shared = {
        name: (key, scope.fill_throughout(value))
        for name, (key, value) in fields.keys.items()
        if name in INHERITED
    }
    slides = fields.node("slides")
    if slides is None:  # misspelt twice over: the parser has told of it
        return []
    return read_slides(slides, replace(scope, inherited={**scope.inherited, **shared}))


def _names(node: Node) -> set[str]:
    """What the slides of an entry that is left out are called, as far as it says so itself."""
    if isinstance(node, Sequence):
        return {name for entry in node.items for name in _names(entry)}
    if not isinstance(node, Mapping):
        return set()
    if (inner := node.get("slides")) is not None:
        return _names(inner)
    name, title = node.get("id"), node.get("title") or node.get("section")
    if isinstance(name, Scalar):
        return {name.text}
    return {slug(title.text)} if isinstance(title, Scalar) else set()


def _nearly_include(word: str) -> bool:
    return word not in (*SLIDE_KEYS, *_GROUP_KEYS) and bool(did_you_mean(word, ("include",)))


def _weight(node: Node) -> int:
    """How many values stand under a node, long texts counting for more."""
    match node:
        case Scalar():
            return 1 + len(node.text) // 50
        case Sequence():
            return sum(map(_weight, node.items))
        case Mapping():
            return sum(1 + _weight(value) for _, value in node.entries)
