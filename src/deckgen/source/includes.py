"""`include: file` → the slides of that file, or those of them that are asked for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final

from deckgen import yamlnodes
from deckgen.diagnostics import Span, did_you_mean
from deckgen.model import Slide, plain
from deckgen.source.environment import read_vars
from deckgen.source.fields import Fields
from deckgen.source.ids import with_ids
from deckgen.source.scope import Scope, local_file
from deckgen.source.variants import ONLY_EXCEPT
from deckgen.yamlnodes import Mapping, Node, Scalar, Sequence

_KEYS: Final = ("include", "slides", "vars", "for", *ONLY_EXCEPT)
_DEEPEST = 20
_MOST_FILES = 200

_Read = Callable[[Node, Scope], list[Slide]]


def read_included(node: Mapping, scope: Scope, read: _Read) -> list[Slide] | None:
    """The slides of the file, `read` with the names in `vars`; None, with a diagnostic, without any file."""
    fields = Fields(node, scope, "`include`", _KEYS)
    name = fields.scalar("include", "a file")
    if name is None or name.misread:
        return None
    inner = _opened(name, scope)
    if inner is None:
        return None
    root = _loaded(inner, scope)
    if root is None or (isinstance(root, Scalar) and root.misread):
        return None
    if isinstance(root, Scalar) and root.absent:
        scope.report.error("empty-value", f"`{name.text[:80]}` is empty", name.span)
        return None
    found = scope.found
    section, links, ids = found.built_in.get("section", ""), len(found.links), len(found.block_ids)
    slides = _slides_of(root, name, inner.with_names(read_vars(fields)), read)
    if "slides" not in fields or slides is None:
        return slides
    chosen = _chosen(fields, slides)
    sections = [section, *(plain(slide.section) for slide in chosen if slide.section)]
    found.built_in["section"] = sections[-1]
    kept = _kept({slide.span for slide in slides} - {slide.span for slide in chosen}, slides)
    found.links[links:] = filter(kept, found.links[links:])
    found.block_ids[ids:] = filter(kept, found.block_ids[ids:])
    return chosen


def _kept(dropped: set[Span], slides: Iterable[Slide]) -> Callable[[tuple[str, Span]], bool]:
    """Whether a name stands elsewhere than on slides that are not asked for.

    Links there lead nowhere, and names there are free.
    """
    begins = sorted(slide.span for slide in slides)

    def kept(entry: tuple[str, Span]) -> bool:
        n = bisect_right(begins, entry[1]) - 1
        return n < 0 or begins[n].file != entry[1].file or begins[n] not in dropped

    return kept


def _opened(name: Scalar, scope: Scope) -> Scope | None:
    """The scope of an included file, unless it cannot be opened from here."""
    path = local_file(name.text, name.span, scope)
    if path is None:
        return None
    if path in scope.above:
        scope.report.error("include-cycle", f"`{name.text[:80]}` includes itself", name.span)
        return None
    if len(scope.above) > _DEEPEST:
        message = f"files include one another more than {_DEEPEST} levels deep"
        scope.report.error("include-depth", message, name.span)
        return None
    if path not in scope.found.files and len(scope.found.files) >= _MOST_FILES:
        scope.report.error("include-depth", f"more than {_MOST_FILES} files are included", name.span)
        return None
    shown = scope.shown.parent / name.text
    return replace(scope, folder=path.parent, shown=shown.with_name(path.name), above=(*scope.above, path))


def _loaded(inner: Scope, scope: Scope) -> Node | None:
    """The included file's tree, read once however often it is included."""
    path, files = inner.above[-1], scope.found.files
    if path not in files:
        files[path] = yamlnodes.load(inner.folder / inner.shown.name, inner.shown.as_posix(), scope.report)
    return files[path]


def _slides_of(root: Node, name: Scalar, scope: Scope, read: _Read) -> list[Slide] | None:
    slides = root.get("slides") if isinstance(root, Mapping) else root
    if slides is None or isinstance(slides, Scalar):
        scope.report.error("missing-key", f"`{name.text[:80]}` has no `slides`", name.span)
        return None
    if isinstance(root, Mapping):
        for key, _ in root.entries:
            if key.text != "slides":
                message = f"`{key.text[:60]}` is ignored in an included file"
                scope.report.warning("include-ignored", message, key.span)
    return read(slides, scope)


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
        name = fields.scope.fill(entry) if isinstance(entry, Scalar) else None
        if name is None:
            fields.wrong("slides", "a list of ids", entry)
        elif name.text in by_id:
            chosen.append(by_id[name.text])
        elif name.text not in fields.scope.found.left_out and not name.misread:
            message = f"the included file has no slide `{name.text[:60]}`"
            hints = did_you_mean(name.text, [known for known in by_id if known])
            fields.scope.report.error("unknown-id", message, name.span, *hints)
    return chosen
