"""A text field as typed → runs: characters, each with its formatting."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from deckgen.diagnostics import Report
from deckgen.model import Baseline, Run, Text
from deckgen.source.citing import References
from deckgen.source.filled import Filled
from deckgen.source.inline_rules import parser
from deckgen.source.inline_source import Links, Source, values_in
from deckgen.yamlnodes import Scalar

if TYPE_CHECKING:
    from markdown_it.token import Token

    from deckgen.figures.math.macros import Macros

_SPECIAL = re.compile(r"[\\`*_~\[^$\n]|==|<\w|://|@|[wW]{3}\.")
"""What a text without markup has not; anything else skips the parser."""

_BLANKS = " \t\n"
_PLAIN = Run("")


def parse_inline(
    scalar: Scalar,
    report: Report,
    *,
    links: Links | None = None,
    notes: list[Text] | None = None,
    references: References | None = None,
    macros: Macros | None = None,
) -> Text:
    """The runs of a text field, none of them empty; () for an empty one.

    Each link to a slide is added to `links` by the id that it names, for whoever knows all the ids; each
    footnote to `notes`, each command that a formula defines to `macros`.  Blank lines at either end are no
    part of the text.  Values that were filled in are plain text.
    """
    field = scalar.marked if isinstance(scalar, Filled) else scalar
    text = field.text
    if field is scalar and not _SPECIAL.search(text):
        return (Run(text),) if text else ()
    start, end = _without_outer_lines(text)
    text = text[start:end]
    at = lambda offset: field.at(start + offset)  # noqa: E731
    return runs_of(Source(text, at, report, links, values_in(field), notes, references, macros))


def _without_outer_lines(text: str) -> tuple[int, int]:
    """The part of `text` between the line ends at its start and its end."""
    end = len(text.rstrip(_BLANKS))
    if "\n" not in text[end:]:
        end = len(text)
    start = len(text) - len(text.lstrip(_BLANKS))
    return (start if "\n" in text[:start] else 0), end


def runs_of(source: Source) -> Text:
    """The runs of a text that stands in some larger source."""
    if not _SPECIAL.search(source.text):
        text = source.shown(source.text)
        return (Run(text),) if text else ()
    markdown = parser()
    return _merged(_pieces(markdown.inline.parse(source.text, markdown, {"source": source}, []), source))


def joined(texts: Iterable[Text]) -> Text:
    """Several texts as one, with a line break between each two."""
    pieces: list[tuple[Run, str]] = []
    for text in texts:
        pieces += [(_PLAIN, "\n")] if pieces else []
        pieces += [(replace(run, text=""), run.text) for run in text]
    return _merged(pieces)


def _pieces(tokens: Iterable[Token], source: Source) -> Iterable[tuple[Run, str]]:
    """Formatting, as a run without characters, and characters of that formatting."""
    styles = [_PLAIN]
    for token in tokens:
        if token.type in ("text", "text_special"):
            yield styles[-1], source.shown(token.content)
        elif token.type == "hardbreak":
            yield styles[-1], "\n"
        elif token.type == "footnote_ref":
            yield replace(styles[-1], baseline=Baseline.SUPER, footnote=token.meta["text"]), token.content
        elif token.type == "formula":
            yield replace(styles[-1], formula=token.meta["formula"]), token.content
        elif token.type == "code_inline":
            yield replace(styles[-1], code=True), source.typed(token.content)
        elif token.nesting < 0:
            styles.pop()
        else:
            styles.append(_styled(styles[-1], token))


def _styled(style: Run, token: Token) -> Run:
    """The style inside what `token` opens."""
    match token.type:
        case "strong_open":
            return replace(style, bold=True)
        case "em_open":
            return replace(style, italic=True)
        case "s_open":
            return replace(style, struck=True)
        case "mark_open":
            return replace(style, marked=True)
        case "sub_open":
            return replace(style, baseline=Baseline.SUB)
        case "sup_open":
            return replace(style, baseline=Baseline.SUPER)
        case "link_open":
            return replace(style, href=token.meta["href"] or style.href)
        case "span_open":
            roles = style.roles | token.meta["roles"]
            return replace(style, roles=roles, lang=token.meta["lang"] or style.lang)
        case _:
            raise AssertionError(f"no style for the token {token.type}")


def _merged(pieces: Iterable[tuple[Run, str]]) -> Text:
    """Runs of `pieces`, empty ones left out, neighbours of the same formatting made one."""
    kept: list[tuple[Run, list[str]]] = []
    for style, text in pieces:
        if not text:
            continue
        if kept and (kept[-1][0] is style or kept[-1][0] == style) and not style.formula:
            kept[-1][1].append(text)
        else:
            kept.append((style, [text]))
    return tuple(_run(style, "".join(texts)) for style, texts in kept)


def _run(style: Run, text: str) -> Run:
    # `replace` takes ten times as long, and most runs have no formatting.
    return Run(text) if style is _PLAIN else replace(style, text=text)
