"""A key and its value → the block that they are, in short or in mapping form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from deckgen.model import Bibliography, Block, Event, ListBlock, Quote, Statement, TextBlock, Timeline
from deckgen.source.charts import read_chart
from deckgen.source.clips import read_audio, read_video
from deckgen.source.code import read_code
from deckgen.source.common import COMMON, TEXT_LIKE, CommonFields, read_common, read_text_like
from deckgen.source.diagrams import read_diagram
from deckgen.source.fields import Fields, absent_hints, inline, kind_of, paragraphs, required, spoken
from deckgen.source.filled import Filled
from deckgen.source.lists import read_list
from deckgen.source.math import read_math
from deckgen.source.pictures import read_gallery, read_picture
from deckgen.source.qr import read_qr
from deckgen.source.scope import Scope
from deckgen.source.stats import read_stats
from deckgen.source.tables import read_table
from deckgen.source.variants import ONLY_EXCEPT, chosen, left_out
from deckgen.yamlnodes import Mapping, Node, Scalar, Sequence

_VERBATIM: Final = {"code": ("source",), "math": ("latex",), "diagram": ("source",)}
"""Blocks written in another language, and the keys of their mapping forms that hold it."""

_TEXTUAL: Final = ("text", "quote", "statement")
_EVENT_KEYS: Final = ("when", "what", "detail")
Reader = Callable[[Node, Scalar, Scope], Block | None]


def read_block(
    key: Scalar, node: Node, scope: Scope, readers: dict[str, Reader] | None = None
) -> Block | None:
    """One block by one of `readers`, ours if none are given.

    None where it is for another variant, or, with a diagnostic, where it cannot be made.
    """
    if left_out(node, scope):
        return None
    node, scope = _with_values(key, node, scope)
    if isinstance(node, Scalar) and node.misread and (not node.text.strip() or key.text not in _TEXTUAL):
        return None
    if _empty(node) and isinstance(node, Filled):
        return None
    if _empty(node):
        hints = absent_hints(node) if isinstance(node, Scalar) else ()
        scope.report.error("empty-block", f"`{key.text}` is empty", key.span, *hints)
        return None
    return (readers or READERS)[key.text](node, key, scope)


def _with_values(key: Scalar, node: Node, scope: Scope) -> tuple[Node, Scope]:
    """The block's node with its names filled in, and the scope to read it in.

    Where another language's source is written, `{{` is that language's.  What a block holds in blocks of its
    own is filled as these are read.
    """
    if key.text not in _VERBATIM:
        scope = spoken(node, scope)
        return scope.fill_throughout(node, but=("content",)), scope
    if isinstance(node, Mapping):
        node = scope.fill_throughout(node, but=_VERBATIM[key.text])
    return node, replace(scope, verbatim=True)


def _empty(node: Node) -> bool:
    match node:
        case Scalar():
            return not node.text.strip()
        case Sequence():
            return not node.items
        case Mapping():
            return not node.entries


def _fields(node: Mapping, key: Scalar, scope: Scope, *own: str) -> Fields:
    return Fields(node, scope, f"`{key.text}`", (*TEXT_LIKE, *own))


def _refuse(key: Scalar, node: Node, wanted: str, scope: Scope, *hints: str) -> None:
    message = f"`{key.text}` wants {wanted}, not {kind_of(node)}"
    scope.report.error("wrong-value", message, node.span, *hints)


def _text(node: Node, key: Scalar, scope: Scope) -> TextBlock | None:
    if isinstance(node, Sequence):
        _refuse(key, node, "text", scope, "for a list use `bullets` or `numbered`")
        return None
    if isinstance(node, Scalar):
        parts = paragraphs(node, scope)
        return TextBlock(parts=parts, span=key.span) if parts else None
    fields = _fields(node, key, scope, "text")
    text, common = required(fields, key, "text"), read_text_like(fields)
    if text is None:
        return None
    return TextBlock(parts=paragraphs(text, scope), span=key.span, **common)


def _quote(node: Node, key: Scalar, scope: Scope) -> Quote | None:
    if isinstance(node, Scalar):
        return Quote(text=inline(node, scope), span=key.span)
    if isinstance(node, Sequence):
        _refuse(key, node, "text", scope)
        return None
    fields = _fields(node, key, scope, "text", "by", "source")
    text = required(fields, key, "text")
    by, source = fields.text("by"), fields.text("source")
    common = read_text_like(fields)
    if text is None:
        return None
    return Quote(text=inline(text, scope), by=by, source=source, span=key.span, **common)


def _statement(node: Node, key: Scalar, scope: Scope) -> Statement | None:
    if isinstance(node, Scalar):
        return Statement(text=inline(node, scope), span=key.span)
    if isinstance(node, Sequence):
        _refuse(key, node, "text", scope)
        return None
    fields = _fields(node, key, scope, "text", "by")
    text = required(fields, key, "text")
    by, common = fields.text("by"), read_text_like(fields)
    if text is None:
        return None
    return Statement(text=inline(text, scope), by=by, span=key.span, **common)


def _timeline(node: Node, key: Scalar, scope: Scope) -> Timeline | None:
    common: CommonFields = {"lang": None, "id": None, "incremental": None}
    events: Node | None = node
    if isinstance(node, Mapping) and node.get("events") is not None:
        fields = Fields(node, scope, f"`{key.text}`", (*COMMON, "events"))
        events, common = fields.node("events"), read_common(fields)
    if not isinstance(events, Sequence):
        hint = "begin each event with a dash: `- when: what`"
        if isinstance(node, Mapping) and any(isinstance(value, Sequence) for _, value in node.entries):
            hint = "beside other keys, the list stands under `events:`"
        _refuse(key, events or node, "a list", scope, hint)
        return None
    if not events.items:
        scope.report.error("empty-block", f"`{key.text}` is empty", events.span)
    read = (_event(entry, scope) for entry in chosen(events.items, scope))
    found = tuple(event for event in read if event is not None)
    return Timeline(events=found, span=key.span, **common) if found else None


def _event(node: Node, scope: Scope) -> Event | None:
    if isinstance(node, Mapping) and len(node.entries) == 1 and node.entries[0][0].text not in _EVENT_KEYS:
        when, what = node.entries[0]
        if isinstance(what, Scalar) and what.text.strip():
            return Event(when=inline(when, scope), what=inline(what, scope), span=when.span)
        if isinstance(what, Scalar) and what.misread:
            return None
        message = f"`{when.text[:60]}` wants text, for what happened then"
        scope.report.error("wrong-value", message, when.span, *_hints(what))
        return None
    if isinstance(node, Mapping) and any(key.text in _EVENT_KEYS for key, _ in node.entries):
        return _long_event(node, scope)
    if isinstance(node, Scalar) and node.absent:
        scope.report.error("empty-item", "an empty item", node.span, "write its text, or delete the line")
        return None
    if isinstance(node, Mapping) and len(node.entries) > 1:
        place, message = node.entries[1][0].span, "a second key in one event"
        scope.report.error("item-keys", message, place, "begin each event with a dash of its own")
        return None
    hint = "write `- 1939: the pact`"
    scope.report.error("wrong-value", f"an event wants `when: what`, not {kind_of(node)}", node.span, hint)
    return None


def _hints(node: Node) -> tuple[str, ...]:
    return absent_hints(node) if isinstance(node, Scalar) else ()


def _long_event(node: Mapping, scope: Scope) -> Event | None:
    fields = Fields(node, scope, "an event", (*_EVENT_KEYS, *ONLY_EXCEPT))
    missing = [key for key in ("when", "what") if key not in fields]
    if missing and not any(fields.lacks(key) for key in missing):
        return None
    if missing:
        scope.report.error("missing-key", f"the event lacks `{missing[0]}`", node.span)
        return None
    when, what, detail = fields.text("when"), fields.text("what"), fields.text("detail")
    return Event(when=when, what=what, detail=detail, span=node.span)


def _bibliography(node: Node, key: Scalar, scope: Scope) -> Bibliography | None:
    """`true`, or a mapping with nothing but what every block takes; its entries are known at the end."""
    scope.found.bibliographies.append(key.span)
    if isinstance(node, Mapping):
        return Bibliography(span=key.span, **read_text_like(Fields(node, scope, f"`{key.text}`", TEXT_LIKE)))
    if isinstance(node, Scalar) and node.plain and node.text == "true":
        return Bibliography(span=key.span)
    _refuse(key, node, "`true`", scope, "the works to list are those that the slides cite")
    return None


def _bullets(node: Node, key: Scalar, scope: Scope) -> ListBlock | None:
    return read_list(node, key, scope, ordered=False)


def _numbered(node: Node, key: Scalar, scope: Scope) -> ListBlock | None:
    return read_list(node, key, scope, ordered=True)


READERS: dict[str, Reader] = {
    "chart": read_chart,
    "text": _text,
    "bullets": _bullets,
    "numbered": _numbered,
    "image": read_picture,
    "gallery": read_gallery,
    "video": read_video,
    "audio": read_audio,
    "qr": read_qr,
    "table": read_table,
    "diagram": read_diagram,
    "quote": _quote,
    "statement": _statement,
    "timeline": _timeline,
    "bibliography": _bibliography,
    "code": read_code,
    "stats": read_stats,
    "math": read_math,
}
"""The blocks that hold no others."""
