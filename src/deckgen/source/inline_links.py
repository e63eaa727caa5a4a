"""The target of a link as typed → an address that a link may lead to, or a diagnostic."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from deckgen.diagnostics import Report, Span

if TYPE_CHECKING:
    from linkify_it import LinkifyIt

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_ALLOWED = re.compile(r"https?://[^\s/?#]|mailto:[^\s@]+@[^\s@]", re.IGNORECASE)
_LOOKS_LIKE_HOST = re.compile(r"www\.[^\s/]|[^\s/:@]+\.[a-z]{2,}/", re.IGNORECASE)
_LOOKS_LIKE_MAIL = re.compile(r"[^\s/:@]+@[^\s/:@]+\.[^\s/:@]+\Z")
_MAY_BE_ADDRESS = re.compile(r"://|[wW]{3}\.|@")
_WORD = re.compile(r"\S+")
_LONGEST_ADDRESS = 4_000
"""Characters; the finder takes time by the square of a word's length."""
_MAY_BE_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+\Z")
_MARKUP = "*_~=^`"
# Beside these the finder sees no address; a script without spaces may stand there, too.
_BEFORE_ADDRESS = re.compile(r"(?:==|~~|[*|~^]|[^\x00-\x7f])(?=https?://|www\.|[\w.+-]+@)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Address:
    """A web or mail address without markup: its place in the text, and where it leads."""

    start: int
    end: int
    target: str


def href(target: str, at: Span, report: Report) -> str | None:
    """The address of a link, percent-encoded, without control characters; None after a diagnostic.

    Web and mail addresses and `#id` are allowed, and nothing else.
    """
    target = _CONTROL.sub("", target).strip()
    if target.startswith("#") and len(target) > 1:
        return target
    if not target:
        report.error("bad-link", "a link needs an address", at)
    elif not _ALLOWED.match(target):
        message = f"a link leads to an http, https or mailto address or to a slide (`#id`), not to `{target}`"
        report.error("bad-link", message, at, *_hints(target))
    else:
        return _encoded(target)
    return None


def _hints(target: str) -> tuple[str, ...]:
    if _LOOKS_LIKE_MAIL.match(target):
        return (f"write `mailto:{target}`",)
    if _LOOKS_LIKE_HOST.match(target):
        return (f"write `https://{target}`",)
    if _MAY_BE_HOST.match(target):
        return (f"for a web address write `https://{target}`", r"if this is no link, write `\[`")
    return (r"if this is no link, write `\[`",)


def _encoded(target: str) -> str:
    from markdown_it.common.normalize_url import normalizeLink

    return normalizeLink(target)


def bare_addresses(text: str) -> tuple[Address, ...]:
    """The addresses in `text` that stand there without any markup, in order.

    A host without a scheme counts only with `www.`: "main.py" is a file, not a site in Paraguay.
    """
    if not _MAY_BE_ADDRESS.search(text):
        return ()
    return tuple(
        replace(address, start=word.start() + address.start, end=word.start() + address.end)
        for word in _WORD.finditer(text)
        if _MAY_BE_ADDRESS.search(word[0]) and len(word[0]) <= _LONGEST_ADDRESS
        for address in _in_word(word[0])
    )


def _in_word(word: str) -> Iterator[Address]:
    searched = _BEFORE_ADDRESS.sub(lambda before: " " * len(before[0]), word)
    for match in _finder().match(searched) or ():
        typed = word[match.index : match.last_index]
        start = match.last_index - len(typed.lstrip(_MARKUP))
        end = match.index + len(typed.rstrip(_MARKUP))
        if match.schema or typed[:4].lower() == "www.":
            scheme = match.url.removesuffix(match.raw) if match.url.endswith(match.raw) else ""
            yield Address(start, end, scheme + word[start:end])


@cache
def _finder() -> LinkifyIt:
    from linkify_it import LinkifyIt

    # Only what a link may lead to: "ftp:" and addresses that begin with "//" stay text.
    return LinkifyIt().add("ftp:", None).add("//", None)
