"""`stats` as written → numbers, each with what it counts."""

from __future__ import annotations

from typing import Final

from deckgen.model import Size, Stat, Stats
from deckgen.source.common import TEXT_LIKE, TextFields, read_text_like
from deckgen.source.fields import Fields, absent_hints, inline, kind_of
from deckgen.source.scope import Scope
from deckgen.source.variants import ONLY_EXCEPT, chosen
from deckgen.yamlnodes import Mapping, Node, Scalar, Sequence

_KEYS: Final = ("value", "label", "detail")
_MOST: Final = 12
"""Numbers that can be set large on one slide."""


def read_stats(node: Node, key: Scalar, scope: Scope) -> Stats | None:
    """The short form, a list of `value: label`, or the mapping form with `items`."""
    common: TextFields = {"lang": None, "id": None, "incremental": None, "size": Size.NORMAL, "align": None}
    items: Node | None = node
    if isinstance(node, Mapping) and node.get("items") is not None:
        fields = Fields(node, scope, f"`{key.text}`", (*TEXT_LIKE, "items"))
        items, common = fields.node("items"), read_text_like(fields)
    if not isinstance(items, Sequence):
        hint = "begin each number with a dash: `- value: label`"
        if isinstance(node, Mapping) and any(isinstance(value, Sequence) for _, value in node.entries):
            hint = "beside other keys, the list stands under `items:`"
        message = f"`{key.text}` wants a list, not {kind_of(items or node)}"
        scope.report.error("wrong-value", message, (items or node).span, hint)
        return None
    if not items.items:
        scope.report.error("empty-block", f"`{key.text}` is empty", items.span)
    if len(items.items) > _MOST:
        message = f"`{key.text}` shows at most {_MOST} numbers, not {len(items.items)}"
        scope.report.error("wrong-value", message, items.items[_MOST].span, "use a table")
    found = tuple(stat for entry in chosen(items.items, scope) if (stat := _stat(entry, scope)) is not None)
    return Stats(items=found, span=key.span, **common) if found else None


def _stat(node: Node, scope: Scope) -> Stat | None:
    """One number: `value: label`, or a mapping of its parts."""
    report = scope.report
    match node:
        case Mapping() if any(key.text in _KEYS for key, _ in node.entries):
            return _long(node, scope)
        case Mapping() if len(node.entries) == 1:
            return _short(*node.entries[0], scope)
        case Mapping() if node.entries:
            hint = "begin each number with a dash of its own"
            report.error("item-keys", "a second key in one number", node.entries[1][0].span, hint)
        case Scalar() if node.misread:
            pass
        case Scalar() if node.absent:
            report.error("empty-item", "an empty item", node.span, "write its text, or delete the line")
        case _:
            message = f"a number wants `value: label`, not {kind_of(node)}"
            report.error("wrong-value", message, node.span, "write `- 42 %: of all votes`")
    return None


def _short(value: Scalar, label: Node, scope: Scope) -> Stat | None:
    if isinstance(label, Scalar) and label.text.strip():
        return Stat(value=inline(value, scope), label=inline(label, scope), span=value.span)
    if not (isinstance(label, Scalar) and label.misread):
        hints = absent_hints(label) if isinstance(label, Scalar) else ()
        message = f"`{value.text[:60]}` wants text, for what it counts"
        scope.report.error("wrong-value", message, value.span, *hints)
    return None


def _long(node: Mapping, scope: Scope) -> Stat | None:
    fields = Fields(node, scope, "a number", (*_KEYS, *ONLY_EXCEPT))
    for key in ("value", "label"):
        if fields.lacks(key):
            scope.report.error("missing-key", f"the number lacks `{key}`", node.span)
    value, label, detail = fields.text("value"), fields.text("label"), fields.text("detail")
    return Stat(value=value, label=label, detail=detail, span=node.span) if value and label else None
