"""The list of slides, with the files that it includes → slides in one row."""

from __future__ import annotations

from dataclasses import replace

from deckgen import yamlnodes
from deckgen.diagnostics import did_you_mean
from deckgen.model import Slide
from deckgen.source.fields import Fields, kind_of
from deckgen.source.ids import with_ids
from deckgen.source.scope import Scope, local_file
from deckgen.source.slides import read_slide
from deckgen.yamlnodes import Mapping, Node, Scalar, Sequence

_DEEPEST = 20
_MOST_FILES = 200


def read_slides(node: Node, scope: Scope) -> list[Slide]:
    """All slides of one file and of those that it includes."""
    if isinstance(node, Scalar) and node.absent:
        scope.report.error("empty-value", "`slides` is empty", node.span)
        return []
    if not isinstance(node, Sequence):
        hint = "begin each slide with a dash: `- title: …`"
        scope.report.error("wrong-value", f"`slides` wants a list, not {kind_of(node)}", node.span, hint)
        return []
    if not node.items:
        scope.report.error("empty-value", "`slides` is empty", node.span)
    return [slide for entry in node.items for slide in _entry(entry, scope)]


def _entry(node: Node, scope: Scope) -> list[Slide]:
    match node:
        case Mapping() if node.get("include") is not None:
            return _include(node, scope)
        case Mapping() if node.entries and node.entries[0][0].text == "slides":
            scope.report.error("not-yet", "groups of slides are not in this version yet", node.span)
            return []
        case Mapping() if node.entries:
            return [read_slide(node, scope)]
        case Scalar() if node.misread:
            return []
        case Scalar() if not node.absent:
            hint = f"write `- title: {node.text[:60]}`"
            scope.report.error("wrong-value", "a slide is a mapping of blocks, not text", node.span, hint)
            return []
        case Sequence():
            scope.report.error("wrong-value", "a slide is a mapping of blocks, not a list", node.span)
            return []
        case _:
            scope.report.error("empty-item", "an empty slide", node.span)
            return []


def _include(node: Mapping, scope: Scope) -> list[Slide]:
    fields = Fields(node, scope, "`include`", ("include", "slides"), ("vars", "for", "only", "except"))
    name = fields.scalar("include", "a file")
    if name is None:
        return []
    inner = _opened(name, scope)
    root = (
        yamlnodes.load(inner.folder / inner.shown.name, inner.shown.as_posix(), scope.report)
        if inner
        else None
    )
    if inner is None or root is None:
        return []
    slides = _slides_of(root, name, inner)
    return _chosen(fields, slides) if "slides" in fields else slides


def _opened(name: Scalar, scope: Scope) -> Scope | None:
    """The scope of an included file, unless it cannot be opened from here."""
    path = local_file(name.text, name.span, scope)
    if path is None:
        return None
    if path in scope.above:
        scope.report.error("include-cycle", f"`{name.text[:80]}` includes itself", name.span)
        return None
    scope.found.files += 1
    if len(scope.above) > _DEEPEST or scope.found.files > _MOST_FILES:
        message = f"files include one another more than {_DEEPEST} levels deep"
        if len(scope.above) <= _DEEPEST:
            message = f"more than {_MOST_FILES} files are included"
        scope.report.error("include-depth", message, name.span)
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
