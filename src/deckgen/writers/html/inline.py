"""Runs → inline HTML: every character escaped, formatting as nested elements."""

from __future__ import annotations

from itertools import groupby

from markupsafe import Markup, escape

from deckgen.model import Baseline, Role, Run, Text

SAFE_LINKS = ("http://", "https://", "mailto:", "#")
"""What a link may begin with; whatever reads the outline has refused all others."""

WRAPPERS = (
    ("code", "code"),
    ("italic", "em"),
    ("bold", "strong"),
    ("struck", "s"),
    ("marked", "mark"),
)
"""A run's flags and their elements, innermost first."""


def inline(text: Text) -> Markup:
    """The runs of one paragraph; neighbours that lead to the same place share one link."""
    return Markup("").join(
        linked(href, Markup("").join(_run(run) for run in runs))
        for href, runs in groupby(text, key=lambda run: run.href)
    )


def linked(href: str | None, content: Markup) -> Markup:
    """Content as a link; one to a slide works with reveal.js and without.  No `href`: the content."""
    if href is None:
        return content
    if not href.lower().startswith(SAFE_LINKS):
        raise ValueError(f"a link that no outline can hold: {href}")
    if href.startswith("#") or href.lower().startswith("mailto:"):
        return Markup('<a href="{}">{}</a>').format(href, content)
    return Markup('<a href="{}" target="_blank" rel="noopener">{}</a>').format(href, content)


def _run(run: Run) -> Markup:
    content = escape(run.text)
    if "\n" in run.text:
        content = Markup("<br>").join(escape(line) for line in run.text.split("\n"))
    for flag, tag in WRAPPERS:
        if getattr(run, flag):
            content = Markup(f"<{tag}>{content}</{tag}>")
    if run.baseline is not Baseline.NORMAL:
        tag = "sub" if run.baseline is Baseline.SUB else "sup"
        content = Markup(f"<{tag}>{content}</{tag}>")
    if run.roles or run.lang:
        content = Markup(f"<span{_classes(run.roles)}{lang_attribute(run.lang)}>{content}</span>")
    return content


def _classes(roles: frozenset[Role]) -> str:
    return f' class="{" ".join(sorted(roles))}"' if roles else ""


def lang_attribute(lang: str | None) -> Markup:
    """` lang="…"`, or nothing."""
    return Markup(' lang="{}"').format(lang) if lang else Markup("")
