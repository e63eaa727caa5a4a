"""The list of slides, with the files that it includes → slides in one row."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from deckgen import yamlnodes
from deckgen.diagnostics import Span, did_you_mean
from deckgen.model import Slide
from deckgen.source.fields import Fields, kind_of
from deckgen.source.ids import with_ids
from deckgen.source.scope import Scope, holds_variable, local_file
from deckgen.source.slides import SLIDE_KEYS, read_slide
from deckgen.yamlnodes import Mapping, Node, Scalar, Sequence

_DEEPEST = 20
_MOST_FILES = 200
_GLUED = re.compile(r"([a-z]+):(\S.*)")
_HEAVIEST = 2_000
"""Values of one slide; every fifty characters count for another: more than one ever splits into."""


def read_slides(node: Node, scope: Scope) -> list[Slide]:
    """All slides of one file and of those that it includes."""
    if isinstance(node, Scalar) and node.misread:
        return []
    if isinstance(node, Scalar) and node.absent:
        scope.report.error("empty-value", "`slides` is empty", node.span)
        return []
    if not isinstance(node, Sequence):
        hint = "begin each slide with a dash: `- title: …`"
        scope.report.error("wrong-value", f"`slides` wants a list, not {kind_of(node)}", node.span, hint)
        return []
    if not node.items:
        scope.report.error("empty-value", "`slides` is empty", node.span)
    slides: list[Slide] = []
    for entry in node.items:
        if scope.report.full:
            message = "so much is wrong up to here that the slides from here on were not looked at"
            scope.report.error("yaml-many", message, entry.span, "mend what is reported, and build again")
            break
        found = _entry(entry, scope)
        scope.found.lost |= not found
        slides += found
    return slides


def _entry(node: Node, scope: Scope) -> list[Slide]:
    match node:
        case Mapping() if node.get("include") is not None:
            return _include(node, scope)
        case Mapping() if node.entries and _nearly_include(node.entries[0][0].text):
            place = node.entries[0][0]
            message = f"a slide has no key `{place.text[:60]}`"
            scope.report.error("unknown-key", message, place.span, "did you mean `include`?")
            return []
        case Mapping() if node.get("slides") is not None:
            scope.report.error("not-yet", "groups of slides are not in this version yet", node.span)
            return []
        case Mapping() if _weight(node) > _HEAVIEST:
            hint = "divide it into several slides"
            scope.report.error("yaml-size", "more than a slide can ever show stands here", node.span, hint)
            return []
        case Mapping() if node.entries:
            return [read_slide(node, scope)]
        case Scalar() if node.misread:
            return []
        case Scalar() if not node.absent:
            glued = _GLUED.match(node.text)
            words = f"{glued[1]}: {glued[2]}" if glued else f"title: {node.text}"
            hint = f"write `- {words[:70]}`"
            scope.report.error("wrong-value", "a slide is a mapping of blocks, not text", node.span, hint)
            return []
        case Sequence():
            scope.report.error("wrong-value", "a slide is a mapping of blocks, not a list", node.span)
            return []
        case _:
            scope.report.error("empty-item", "an empty slide", node.span)
            return []


def _nearly_include(word: str) -> bool:
    return word not in SLIDE_KEYS and bool(did_you_mean(word, ("include",)))


def _weight(node: Node) -> int:
    """How many values stand under a node, long texts counting for more."""
    match node:
        case Scalar():
            return 1 + len(node.text) // 50
        case Sequence():
            return sum(map(_weight, node.items))
        case Mapping():
            return sum(1 + _weight(value) for _, value in node.entries)


def _include(node: Mapping, scope: Scope) -> list[Slide]:
    fields = Fields(node, scope, "`include`", ("include", "slides"), ("vars", "for", "only", "except"))
    name = fields.scalar("include", "a file")
    if name is None or holds_variable(name, scope):
        return []
    inner = _opened(name, scope)
    if inner is None:
        return []
    root = yamlnodes.load(inner.folder / inner.shown.name, inner.shown.as_posix(), scope.report)
    if root is None or (isinstance(root, Scalar) and root.misread):
        return []
    if isinstance(root, Scalar) and root.absent:
        scope.report.error("empty-value", f"`{name.text[:80]}` is empty", name.span)
        return []
    slides = _slides_of(root, name, inner)
    if "slides" not in fields:
        return slides
    chosen = _chosen(fields, slides)
    _forget({slide.span for slide in slides} - {slide.span for slide in chosen}, slides, scope)
    return chosen


def _forget(left_out: set[Span], slides: Iterable[Slide], scope: Scope) -> None:
    """Links on slides that are left out lead nowhere, and names there are free."""
    begins = sorted(slide.span for slide in slides)

    def kept(entry: tuple[str, Span]) -> bool:
        n = bisect_right(begins, entry[1]) - 1
        return n < 0 or begins[n].file != entry[1].file or begins[n] not in left_out

    scope.found.links[:] = filter(kept, scope.found.links)
    scope.found.block_ids[:] = filter(kept, scope.found.block_ids)


def _opened(name: Scalar, scope: Scope) -> Scope | None:
    """The scope of an included file, unless it cannot be opened from here."""
    path = local_file(name.text, name.span, scope)
    if path is None:
        return None
    if path in scope.above:
        scope.report.error("include-cycle", f"`{name.text[:80]}` includes itself", name.span)
        return None
    scope.found.files += 1
    if len(scope.above) > _DEEPEST:
        message = f"files include one another more than {_DEEPEST} levels deep"
        scope.report.error("include-depth", message, name.span)
        return None
    if scope.found.files > _MOST_FILES:
        if scope.found.files == _MOST_FILES + 1:
            scope.report.error("include-depth", f"more than {_MOST_FILES} files are included", name.span)
        return None
    shown = scope.shown.parent / name.text
    return replace(scope, folder=path.parent, shown=shown.with_name(path.name), above=(*scope.above, path))


def _slides_of(root: Node, name: Scalar, scope: Scope) -> list[Slide]:
    slides = root.get("slides") if isinstance(root, Mapping) else root
    if slides is None or isinstance(slides, Scalar):
        scope.report.error("missing-key", f"`{name.text[:80]}` has no `slides`", name.span)
        return []
    if isinstance(root, Mapping):
        for key, _ in root.entries:
            if key.text != "slides":
                message = f"`{key.text[:60]}` is ignored in an included file"
                scope.report.warning("include-ignored", message, key.span)
    return read_slides(slides, scope)


def _chosen(fields: Fields, slides: list[Slide]) -> list[Slide]:
    """The slides whose ids `slides` lists, in the order of that list."""
    node = fields.node("slides")
    if not isinstance(node, Sequence):
        if node is not None:
            fields.wrong("slides", "a list of ids", node)
        return []
    by_id = {named.id: slide for named, slide in zip(with_ids(slides), slides, strict=True)}
    chosen: list[Slide] = []
    for entry in node.items:
        if not isinstance(entry, Scalar):
            fields.wrong("slides", "a list of ids", entry)
        elif entry.text not in by_id:
            message = f"the included file has no slide `{entry.text[:60]}`"
            hints = did_you_mean(entry.text, [name for name in by_id if name])
            fields.scope.report.error("unknown-id", message, entry.span, *hints)
        else:
            chosen.append(by_id[entry.text])
    return chosen
