"""The keys of a slide or column → its blocks, in the order written."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Final

from deckgen.model import Block, Column, Columns
from deckgen.source.blocks import READERS, read_block
from deckgen.source.callouts import read_callout
from deckgen.source.common import read_build
from deckgen.source.fields import Fields, kind_of, spoken
from deckgen.source.scope import Scope
from deckgen.source.variants import ONLY_EXCEPT, left_out
from deckgen.yamlnodes import Mapping, Node, Scalar, Sequence

BLOCK_KEYS: Final = (*READERS, "callout", "columns", "content")
_COLUMN_KEYS: Final = ("title", "width", "lang", "incremental", *ONLY_EXCEPT)
_FEWEST, _MOST = 2, 4

_Read = Callable[[Scalar, Node, Scope], Block | None]


def read_contents(fields: Fields, where: str) -> tuple[Block, ...]:
    """The blocks of a slide, each under its key or all under `content`."""
    return _contents(fields, where, _slide_block)


def _slide_block(key: Scalar, node: Node, scope: Scope) -> Block | None:
    return _columns(key, node, scope) if key.text == "columns" else _block(key, node, scope)


def _column_block(key: Scalar, node: Node, scope: Scope) -> Block | None:
    if key.text == "columns":
        message = "columns cannot stand in a column"
        scope.report.error("nested-columns", message, key.span, "use up to four columns side by side")
        return None
    return _block(key, node, scope)


def _callout_block(key: Scalar, node: Node, scope: Scope) -> Block | None:
    if key.text == "columns":
        message, hint = "columns cannot stand in a callout", "put a callout into a column"
        scope.report.error("nested-columns", message, key.span, hint)
        return None
    return _block(key, node, scope)


def _block(key: Scalar, node: Node, scope: Scope) -> Block | None:
    return read_block(key, node, scope, {**READERS, "callout": _callout})


def _callout(node: Node, key: Scalar, scope: Scope) -> Block | None:
    def contents(fields: Fields) -> tuple[Block, ...]:
        return _contents(fields, "a callout", _callout_block)

    return read_callout(node, key, scope, contents, BLOCK_KEYS)


def _contents(fields: Fields, where: str, read: _Read) -> tuple[Block, ...]:
    entries = [(key, node) for key, node in fields.keys.values() if key.text in BLOCK_KEYS]
    content = next((entry for entry in entries if entry[0].text == "content"), None)
    if content is not None:
        for key, _ in entries:
            if key.text != "content":
                message = f"`{key.text}` cannot stand beside `content` on {where}"
                hint = f"move it into `content`: `- {key.text}: …`"
                fields.scope.report.error("content-beside", message, key.span, hint)
        entries = _listed(*content, fields.scope)
    blocks = (read(key, node, fields.scope) for key, node in entries)
    return tuple(one for block in blocks if block is not None for one in _side_by_side(block))


def _side_by_side(block: Block) -> tuple[Block, ...]:
    """A block, or what stands in the only column that is left of several."""
    match block:
        case Columns(columns=(Column(title=(), lang=None, incremental=None, blocks=blocks),)):
            return blocks
        case _:
            return (block,)


def _listed(key: Scalar, node: Node, scope: Scope) -> list[tuple[Scalar, Node]]:
    """The entries of `content`: one-key mappings, each a block."""
    if not isinstance(node, Sequence) or not node.items:
        if isinstance(node, Scalar | Sequence) and not getattr(node, "text", ""):
            scope.report.error("empty-block", "`content` is empty", key.span)
        else:
            hint = "begin each block with a dash: `- text: …`"
            message = f"`content` wants a list of blocks, not {kind_of(node)}"
            scope.report.error("wrong-value", message, node.span, hint)
        return []
    entries: list[tuple[Scalar, Node]] = []
    for entry in node.items:
        if not isinstance(entry, Mapping) or len(entry.entries) != 1:
            hint = "begin each block with a dash of its own: `- text: …`"
            found = "several keys" if isinstance(entry, Mapping) else kind_of(entry)
            message = f"an entry of `content` is one block under its key, not {found}"
            scope.report.error("wrong-value", message, entry.span, hint)
            continue
        known = [name for name in BLOCK_KEYS if name != "content"]
        entries += Fields(entry, scope, "`content`", known).keys.values()
    return entries


def _columns(key: Scalar, node: Node, scope: Scope) -> Columns | None:
    if not isinstance(node, Sequence):
        hint = "begin each column with a dash; its blocks are its keys"
        if isinstance(node, Scalar) and node.absent:
            scope.report.error("empty-block", "`columns` is empty", key.span, hint)
            return None
        message = f"`columns` wants a list of columns, not {kind_of(node)}"
        scope.report.error("wrong-value", message, node.span, hint)
        return None
    entries = [entry for entry in node.items if not left_out(entry, scope)]
    if len(node.items) < _FEWEST or len(entries) > _MOST:
        message = f"`columns` wants two to four columns, not {len(entries)}"
        scope.report.error("wrong-value", message, key.span)
    columns = tuple(column for entry in entries if (column := _column(entry, scope)) is not None)
    _check_widths(columns, key, scope)
    return Columns(columns=columns, span=key.span) if columns else None


def _column(node: Node, scope: Scope) -> Column | None:
    if isinstance(node, Scalar) and (node.absent or node.misread):
        if not node.misread:
            scope.report.error("empty-block", "an empty column", node.span)
        return None
    if not isinstance(node, Mapping):
        hint = f"write `- text: {node.text[:60]}`" if isinstance(node, Scalar) else "write `- bullets:`"
        message = f"a column is a mapping of blocks, not {kind_of(node)}"
        scope.report.error("wrong-value", message, node.span, hint)
        return None
    fields = Fields(node, spoken(node, scope), "a column", (*_COLUMN_KEYS, *BLOCK_KEYS))
    title, width, lang = fields.text("title"), fields.share("width"), fields.language()
    blocks = _contents(fields, "a column", _column_block)
    if not title and not any(key in BLOCK_KEYS for key in _names(node)):
        scope.report.error("empty-block", "an empty column", node.span)
    build = read_build(fields)
    return Column(blocks=blocks, title=title, width=width, lang=lang, incremental=build, span=node.span)


def _names(node: Mapping) -> Collection[str]:
    return [key.text for key, _ in node.entries]


def _check_widths(columns: tuple[Column, ...], key: Scalar, scope: Scope) -> None:
    """Given widths leave room for the columns without one."""
    given = [column.width for column in columns if column.width is not None]
    total, rest = sum(given), len(columns) - len(given)
    if total > 1.0001 or (rest and total > 0.95):
        message = f"the columns' widths come to {total:.0%}"
        if rest:
            message += ", which leaves nothing for the others"
        scope.report.error("wrong-value", message, key.span)
