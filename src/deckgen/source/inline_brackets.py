"""Square brackets in inline Markdown: links, roles, citations and pictures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from deckgen.diagnostics import did_you_mean
from deckgen.model import Role
from deckgen.source.inline_links import href
from deckgen.source.inline_source import Source, keep_as_typed, source_of

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_TARGET = re.compile(
    r"""\([ \t\n]*
    (?:<(?P<angle>[^<>\n]*)>|(?P<plain>(?:\\\S|[^\\\s()]|\((?:[^\s()]|\([^\s()]*\))*\))*))
    (?P<title>[ \t\n]+(?:"[^"]*"|'[^']*'))?[ \t\n]*\)""",
    re.VERBOSE,
)
_AUTOLINK = re.compile(
    r"<(?P<url>(?:https?://|mailto:)[^<>\s]+)>|<(?P<mail>[\w.!#$%&'*+/=?^{|}~-]+@[\w-]+(?:\.[\w-]+)+)>",
    re.IGNORECASE,
)
_ROLES = re.compile(r"\{(?!\{)([^{}\n]*)\}")
_LANG = re.compile(r"""lang=(["']?)([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)\1\Z""")
_CITATION = re.compile(r"\[@[\w\ud800-\udfff][^\]]*\]")
_CITED = re.compile(
    r"\s*@(?P<key>[\w:.#$%&+?<>~/\ud800-\udfff-]*[\w\ud800-\udfff])\s*(?:,\s*(?P<where>[^;]*?))?\s*(?:;|\Z)"
)
_NO_LINK = r"if this is no link, write `\[`"


def bracket(state: StateInline, _silent: bool) -> bool:
    """`[text](target)`, `[text]{.role}` and `[@key]`; other brackets are text."""
    opening = state.pos
    source = source_of(state)
    closing = source.closing(opening)
    if closing < 0 or closing >= state.posMax:
        return False
    following = state.src[closing + 1 : min(closing + 2, state.posMax)]
    if following == "(":
        return _link(state, source, closing)
    if following == "{" and (roles := _ROLES.match(state.src, closing + 1, state.posMax)):
        return _span(state, source, closing, roles)
    if citation := _CITATION.match(state.src, opening, state.posMax):
        return _cite(state, source, opening, citation.end())
    return False


def _cite(state: StateInline, source: Source, start: int, end: int) -> bool:
    """`[@key]`, `[@key, p. 3]`, and several with `;` between."""
    inner, places, at = state.src[start + 1 : end - 1], [], 0
    while at < len(inner):
        match = _CITED.match(inner, at)
        if match is None:
            hint = "write `[@key]`, `[@key, p. 3]` or `[@key; @other]`"
            source.error("bad-citation", "a citation names works by their keys", start, end, hint)
            return keep_as_typed(state, end)
        key = source.shown(match["key"])
        places.append((key, source.shown(match["where"] or "")))
        if source.references is None or key not in source.references.works:
            _unknown_work(source, key, start + 1 + match.start("key"))
        at = match.end()
    known = source.references.works if source.references else {}
    if source.references is None or any(key not in known for key, _ in places):
        return keep_as_typed(state, end)
    state.push("text", "", 0).content = source.references.cite(places)
    state.pos = end
    return True


def _unknown_work(source: Source, key: str, start: int) -> None:
    works = source.references.works if source.references else {}
    hints = did_you_mean(key, works) if works else ("name the works under `references:` at the top",)
    source.error("unknown-reference", f"there is no reference `{key[:60]}`", start, start + len(key), *hints)


def _link(state: StateInline, source: Source, closing: int) -> bool:
    opening = state.pos
    target = _TARGET.match(state.src, closing + 1, state.posMax)
    if target is None:
        end = state.src.find(")", closing, state.posMax)
        if end >= 0:
            message = "a link's address has no spaces in it (write `%20`)"
            source.error("bad-link", message, closing + 2, end, _NO_LINK)
        return False
    problem = _problem(state, closing, target)
    group = "plain" if target["angle"] is None else "angle"
    span = source.span(*target.span(group))
    if problem:
        source.error("bad-link", problem, opening, target.end(), _NO_LINK)
        address = None
    else:
        address = href(source.shown(_ESCAPED.sub(r"\1", target[group])), span, source.report)
    if address and address.startswith("#") and source.links is not None:
        source.links.append((address[1:], span))
    state.push("link_open", "a", 1).meta["href"] = address
    state.linkLevel += 1
    _inside(state, opening + 1, closing)
    state.linkLevel -= 1
    state.push("link_close", "a", -1)
    state.pos = target.end()
    return True


def _problem(state: StateInline, closing: int, target: re.Match[str]) -> str | None:
    """What is wrong with a link apart from its target."""
    if target["title"]:
        return "a link has no title: nobody would see it on a slide"
    if state.linkLevel:
        return "a link cannot stand inside a link"
    if not state.src[state.pos + 1 : closing].strip():
        return "a link needs a text to click on"
    return None


def _span(state: StateInline, source: Source, closing: int, roles: re.Match[str]) -> bool:
    opening = state.pos
    said, lang = set(), None
    for word in re.finditer(r"\S+", roles[1]):
        start = roles.start(1) + word.start()
        if tag := _LANG.match(word[0]):
            lang = tag[2]
        elif word[0].startswith(".") and word[0][1:] in set(Role):
            said.add(Role(word[0][1:]))
        else:
            _unknown_role(source, word[0], start)
    if not roles[1].strip():
        _unknown_role(source, "{}", roles.start())
    state.push("span_open", "span", 1).meta.update(roles=frozenset(said), lang=lang)
    _inside(state, opening + 1, closing)
    state.push("span_close", "span", -1)
    state.pos = roles.end()
    return True


def _unknown_role(source: Source, word: str, start: int) -> None:
    known = [f".{role}" for role in Role]
    message = f"unknown role `{word}`: a word may be {', '.join(f'`{name}`' for name in known)} or `lang=…`"
    if word.startswith("lang="):
        message = f"`{word[5:]}` is not a language tag, such as `de` or `pt-BR`"
    close = did_you_mean(word if word.startswith(".") else f".{word}", known)
    source.error("unknown-role", message, start, start + len(word), *close)


def _inside(state: StateInline, start: int, end: int) -> None:
    """Parse `text[start:end]` on its own."""
    outer = state.posMax
    state.pos, state.posMax = start, end
    state.md.inline.tokenize(state)
    state.posMax = outer


def picture(state: StateInline, _silent: bool) -> bool:
    """`![text](file)`: pictures are blocks."""
    start = state.pos
    if not state.src.startswith("![", start) or start + 1 >= state.posMax:
        return False
    source = source_of(state)
    closing = source.closing(start + 1)
    target = _TARGET.match(state.src, closing + 1, state.posMax) if closing >= 0 else None
    if target is None:
        return False
    message = "a picture cannot stand in text: use the `image` block"
    source.error("use-block", message, start, target.end(), r"if this is no picture, write `!\[`")
    return keep_as_typed(state, target.end())


def autolink(state: StateInline, _silent: bool) -> bool:
    """`<https://…>` and `<name@host>`; anything else in angle brackets is text."""
    match = _AUTOLINK.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    source = source_of(state)
    target = match["url"] or f"mailto:{match['mail']}"
    start = match.start() + 1
    if state.linkLevel:
        source.error("bad-link", "a link cannot stand inside a link", match.start(), match.end())
    address = href(source.shown(target), source.span(start, match.end() - 1), source.report)
    push_link(state, address, state.src[start : match.end() - 1], match.end())
    return True


def push_link(state: StateInline, address: str | None, shown: str, end: int) -> None:
    """Add a link that shows `shown`, and go on at `end`."""
    state.push("link_open", "a", 1).meta["href"] = address
    state.push("text", "", 0).content = shown
    state.push("link_close", "a", -1)
    state.pos = end
