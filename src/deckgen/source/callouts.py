"""A `callout` as written → a remark of its kind, with the blocks that stand in it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Final

from deckgen.model import Block, Callout, CalloutKind, TextBlock
from deckgen.source.common import TEXT_LIKE, read_text_like
from deckgen.source.fields import Fields, kind_of, paragraphs
from deckgen.source.scope import Scope
from deckgen.yamlnodes import Mapping, Node, Scalar

_KEYS: Final = (*TEXT_LIKE, "kind", "title", "text", "content")

Contents = Callable[[Fields], tuple[Block, ...]]
"""Reads the block keys of a mapping."""


def read_callout(
    node: Node, key: Scalar, scope: Scope, contents: Contents, blocks: Collection[str]
) -> Callout | None:
    """The short form, text, or the mapping form; `contents` reads what stands in it, `blocks` are the names
    of what may."""
    if isinstance(node, Scalar):
        text = TextBlock(parts=paragraphs(node, scope), span=key.span)
        return Callout(kind=CalloutKind.NOTE, content=(text,), span=key.span)
    if not isinstance(node, Mapping):
        message = f"`{key.text}` wants text, not {kind_of(node)}"
        hint = "for a list write `content:` and, under it, `- bullets:`"
        scope.report.error("wrong-value", message, node.span, hint)
        return None
    elsewhere = {name: f"under `content`, as `- {name}: …`" for name in blocks if name not in _KEYS}
    fields = Fields(node, scope, f"`{key.text}`", _KEYS, elsewhere=elsewhere)
    kind, title = fields.choice("kind", CalloutKind), fields.text("title")
    common, content = read_text_like(fields), contents(fields)
    if not content:
        meant = any(key.text in blocks for key, _ in node.entries)
        if not meant and fields.lacks("text") and fields.lacks("content"):
            scope.report.error("missing-key", f"`{key.text}` lacks `text`", key.span)
        return None
    return Callout(kind=kind or CalloutKind.NOTE, title=title, content=content, span=key.span, **common)
