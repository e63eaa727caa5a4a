"""`bullets` and `numbered` as written → list blocks, nested as deep as their author went."""

from __future__ import annotations

import re
from dataclasses import replace

from deckgen.model import Item, ListBlock
from deckgen.source.common import TEXT_LIKE, read_build, read_text_like
from deckgen.source.fields import Fields, inline, kind_of
from deckgen.source.filled import Filled, as_written
from deckgen.source.scope import Scope
from deckgen.source.variants import ONLY_EXCEPT, chosen
from deckgen.yamlnodes import Mapping, Node, Scalar, Sequence

ITEM_KEYS = ("text", "items", "lang", "incremental", *ONLY_EXCEPT)


def read_items(node: Sequence, scope: Scope, ordered: bool) -> tuple[Item, ...]:
    """The items of a list that are for this variant; what is no item is an error and left out."""
    items = (_item(entry, scope, ordered) for entry in chosen(node.items, scope))
    return tuple(item for item in items if item is not None)


def joined(key: Scalar, value: Scalar) -> Scalar:
    """`1939: the pact` as the text that it is, as written; quotes round the value are part of it."""
    key, value = as_written(key), as_written(value)
    quote = value.style if value.style in ("'", '"') else ""
    text = f"{key.text}: {quote}{value.text}{quote}"
    if key.source is None or key.source is not value.source or value.end < key.start:
        return Scalar(text, True, key.span)
    raw = key.source.text[key.start : value.end]
    if key.plain and not quote and "\n" not in raw and "\r" not in raw:
        text = raw
    span = replace(key.span, length=max(1, len(raw.splitlines()[0])))
    return Scalar(text, True, span, "", key.source, key.start, value.end)


def _item(node: Node, scope: Scope, ordered: bool) -> Item | None:
    match node:
        case Scalar():
            return _simple(node, scope)
        case Sequence():
            hints = (
                "nest it under a parent: `- Parent:`, and the list below it, indented more",
                "if the brackets are part of a text, put it in quotes",
            )
            scope.report.error("list-as-item", "an item cannot be a list", node.span, *hints)
            return None
        case Mapping():
            if len(node.entries) == 1:
                return _parent(*node.entries[0], scope, ordered)
            return _long(node, scope, ordered)


def _simple(scalar: Scalar, scope: Scope) -> Item | None:
    if not scalar.text.strip():
        if scalar.misread or isinstance(scalar, Filled):
            return None
        scope.report.error("empty-item", "an empty item", scalar.span, "write its text, or delete the line")
        return None
    return Item(text=inline(scalar, scope), span=scalar.span)


def _parent(key: Scalar, value: Node, scope: Scope, ordered: bool) -> Item | None:
    """An item with sub-items, or an item with a colon in its text."""
    match value:
        case Scalar():
            if value.absent and value.misread:
                return None
            if value.absent:
                hint = f'put the sub-items below it, indented more; or, for the text alone, "{key.text}:"'
                message = f"the item `{key.text[:60]}:` has nothing under it"
                scope.report.error("empty-parent", message, key.span, hint)
                return None
            text = replace(joined(key, value), misread=key.misread or value.misread)
            return Item(text=inline(text, scope), span=text.span)
        case Sequence():
            return _with_children(key, value, scope, ordered, None)
        case Mapping():
            first = value.entries[0][0].span if value.entries else value.span
            message = f"a list is wanted under `{key.text[:60]}`, not a mapping"
            scope.report.error("mapping-under-item", message, first, "begin each sub-item with a dash: `- …`")
            return None


def _with_children(
    text: Scalar, node: Sequence, scope: Scope, ordered: bool, lang: str | None
) -> Item | None:
    items = read_items(node, scope, ordered)
    if not node.items:
        scope.report.error("empty-parent", f"the list under `{text.text[:60]}` is empty", node.span)
    children = ListBlock(items=items, ordered=ordered, span=node.span) if items else None
    return Item(text=inline(text, scope), children=children, span=text.span, lang=lang)


def _long(node: Mapping, scope: Scope, ordered: bool) -> Item | None:
    """The form with `text`; without it, most likely two items of which one lacks its dash."""
    if node.get("text") is None:
        place = node.entries[1][0].span if len(node.entries) > 1 else node.span
        message = "a second key in one item" if node.entries else "an empty item"
        hints = ("begin each item with a dash of its own; an item of several keys needs `text`",)
        scope.report.error("item-keys" if node.entries else "empty-item", message, place, *hints)
        return None
    fields = Fields(node, scope, "an item", ITEM_KEYS)
    text, lang, items = fields.scalar("text"), fields.language(), fields.node("items")
    build = read_build(fields)
    if text is None:
        return None
    if not text.text.strip() and isinstance(text, Filled):
        return None
    if not text.text.strip():
        hint = "write its text, or delete the line"
        scope.report.error("empty-item", "an empty item", text.span, hint)
        return None
    if isinstance(items, Sequence):
        parent = _with_children(text, items, scope, ordered, lang)
        return replace(parent, incremental=build) if parent else None
    if items is not None:
        fields.wrong("items", "a list", items)
    return Item(text=inline(text, scope), span=text.span, lang=lang, incremental=build)


def read_list(node: Node, key: Scalar, scope: Scope, ordered: bool) -> ListBlock | None:
    """The short form, a list, or the mapping form with `items`."""
    match node:
        case Sequence():
            items = read_items(node, scope, ordered)
            return ListBlock(items=items, ordered=ordered, span=key.span) if items else None
        case Mapping() if node.get("items") is not None:
            return _mapped(node, key, scope, ordered)
        case Scalar() if node.misread:
            return None
        case _:
            hint = "write one item a line, indented, each after a dash: `- …`"
            if isinstance(node, Scalar) and re.match(r"-\S", node.text):
                hint = "a space follows each dash: `- …`"
            if isinstance(node, Mapping) and any(isinstance(value, Sequence) for _, value in node.entries):
                hint = "beside other keys, the list stands under `items:`"
            found = kind_of(node)
            scope.report.error("wrong-value", f"`{key.text}` wants a list, not {found}", node.span, hint)
            return None


def _mapped(node: Mapping, key: Scalar, scope: Scope, ordered: bool) -> ListBlock | None:
    known = (*TEXT_LIKE, "items", "columns", *(("start",) if ordered else ()))
    elsewhere = {} if ordered else {"start": "to `numbered`"}
    fields = Fields(node, scope, f"`{key.text}`", known, elsewhere=elsewhere)
    items = fields.node("items")
    columns, start = fields.whole("columns", 1, 4), fields.whole("start", 0, 9999)
    common = read_text_like(fields)
    if not isinstance(items, Sequence):
        fields.wrong("items", "a list", items or node)
        return None
    if not items.items:
        scope.report.error("empty-block", f"`{key.text}` is empty", items.span)
    found = read_items(items, scope, ordered)
    return None if not found else ListBlock(
        items=found, ordered=ordered, span=key.span,
        columns=columns or 1, start=1 if start is None else start, **common,
    )  # fmt: skip
