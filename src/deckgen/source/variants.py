"""`only` and `except` of a mapping → whether it belongs to the variant that is built."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from deckgen.diagnostics import did_you_mean
from deckgen.source.filled import names_in
from deckgen.source.scope import Scope
from deckgen.yamlnodes import Mapping, Node, Scalar, Sequence

ONLY_EXCEPT: Final = ("only", "except")
FORMATS: Final = frozenset(("pptx", "html"))
"""The variants that the output format sets."""


def left_out(node: Node, scope: Scope) -> bool:
    """Whether a mapping is for other variants than those that are built.

    Then nothing else in it is looked at: no file is opened, no key is checked.
    """
    if not isinstance(node, Mapping):
        return False
    out = False
    for key, value in node.entries:
        if key.text in ONLY_EXCEPT:
            named = set(_variants(key, value, scope))
            scope.found.variants |= named
            out |= bool(named) and bool(named & scope.variants) is (key.text == "except")
    if out:
        scope.found.asked |= names_in(node)
    return out


def chosen(items: Iterable[Node], scope: Scope) -> Iterator[Node]:
    """The items that are for the variants that are built."""
    return (item for item in items if not (len(getattr(item, "entries", ())) > 1 and left_out(item, scope)))


def _variants(key: Scalar, node: Node, scope: Scope) -> Iterator[str]:
    """One name or a list of them."""
    wanted = f"`{key.text}` wants the name of a variant or a list of names"
    entries = node.items if isinstance(node, Sequence) else (node,)
    if not entries:
        scope.report.error("empty-value", f"`{key.text}` names no variant", node.span)
    for entry in entries:
        name = scope.fill(entry) if isinstance(entry, Scalar) else None
        if name is None:
            scope.report.error("wrong-value", f"{wanted}, not a mapping or a list in a list", entry.span)
        elif name.misread:
            continue
        elif not name.text.strip():
            scope.report.error("empty-value", f"`{key.text}` names no variant", name.span)
        else:
            _check(name, scope)
            yield name.text


def _check(name: Scalar, scope: Scope) -> None:
    """Warn of a name that looks like a format's and is none: what it is on would never be seen."""
    if name.text in FORMATS or name.text in scope.variants:
        return
    word = name.text.lower().replace("powerpoint", "pptx")
    hints = (f"did you mean `{word}`?",) if word in FORMATS else did_you_mean(word, sorted(FORMATS))
    if hints:
        message = f"no format sets the variant `{name.text[:60]}`, and it is not asked for"
        scope.report.warning("unknown-variant", message, name.span, *hints)
