"""The elements of an SVG → the same without scripts, without HTML, and without anything from elsewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

SCRIPTS: Final = "scripts"
FOREIGN: Final = "HTML (`foreignObject`)"
OUTSIDE: Final = "references to other files"

_ACTING = frozenset({"script", "handler", "listener"})
_FOREIGN = frozenset({"foreignobject", "iframe", "embed", "object", "audio", "video", "canvas"})
_CHANGING = frozenset({"set", "animate"})
_INLINE = re.compile(r"\s*(?:#|data:image/(?:png|jpeg|jpg|gif|webp)[;,])", re.IGNORECASE)
_LINK = re.compile(r"\s*(?:#|https?:|mailto:)", re.IGNORECASE)
_URL = re.compile(r"url\(\s*(?:\"([^\"]*)\"|'([^']*)'|([^)]*))\s*\)?", re.IGNORECASE)
_IMPORT = re.compile(r"@import[^;}]*;?", re.IGNORECASE)
_STYLED = re.compile(
    r"\s*(?:#|data:(?:image/(?:png|jpeg|jpg|gif|webp)|(?:application/)?(?:x-)?font)[^,]*,)", re.IGNORECASE
)
_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})\s?|\\([^0-9a-fA-F\n])")
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)


def cleaned(root: Element) -> tuple[str, ...]:
    """Take out of `root` what could act or reach out; what was taken, in words, each kind once.

    Rules go by local names, whatever prefix stands before them.  What a script would do on an event goes
    with the scripts.
    """
    dropped: set[str] = set()
    _clean(root, dropped)
    return tuple(kind for kind in (SCRIPTS, FOREIGN, OUTSIDE) if kind in dropped)


def _clean(element: Element, dropped: set[str]) -> None:
    _attributes(element, dropped)
    if _local(element.tag) == "style" and element.text:
        element.text = _style(element.text, dropped)
    for child in list(element):
        if (kind := _unwanted(child)) is not None:
            dropped.add(kind)
            _remove(element, child)
        else:
            _clean(child, dropped)


def _unwanted(element: Element) -> str | None:
    """Why an element has to go."""
    name = _local(element.tag)
    if name in _ACTING:
        return SCRIPTS
    if name in _FOREIGN:
        return FOREIGN
    if name in _CHANGING:
        changed = _local(element.get("attributeName", ""))
        return SCRIPTS if changed == "href" or changed.startswith("on") else None
    return None


def _remove(parent: Element, child: Element) -> None:
    """Take a child out, and leave the characters that follow it."""
    if child.tail:
        at = list(parent).index(child)
        if at:
            before = parent[at - 1]
            before.tail = (before.tail or "") + child.tail
        else:
            parent.text = (parent.text or "") + child.tail
    parent.remove(child)


def _attributes(element: Element, dropped: set[str]) -> None:
    allowed = _LINK if _local(element.tag) == "a" else _INLINE
    for name, value in list(element.items()):
        local = _local(name)
        if local.startswith("on") and not name.startswith("xmlns"):
            dropped.add(SCRIPTS)
        elif name.lower() == "xml:base":
            dropped.add(OUTSIDE)
        elif local in ("href", "src") and not allowed.match(value):
            if not value.strip():
                continue
            dropped.add(SCRIPTS if "script:" in value.lower() else OUTSIDE)
        else:
            if "url(" in value.lower() or "\\" in value:
                element.set(name, _style(value, dropped))
            continue
        del element.attrib[name]


def _style(text: str, dropped: set[str]) -> str:
    """CSS without imports and addresses that lead elsewhere, such as are hidden in escapes, too."""
    plain = _COMMENT.sub("", _ESCAPE.sub(_unescaped, text))

    def kept(match: re.Match[str]) -> str:
        target = next((group for group in match.groups() if group is not None), "")
        return match[0] if _STYLED.match(target) else "none"

    result = _URL.sub(kept, _IMPORT.sub("", plain))
    if result == plain:
        return text
    dropped.add(OUTSIDE)
    return result


def _unescaped(match: re.Match[str]) -> str:
    if match[2]:
        return match[2]
    code = int(match[1], 16)
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


def _local(name: str) -> str:
    """A name without its prefix, in lower case."""
    return name.rpartition(":")[2].lower()
