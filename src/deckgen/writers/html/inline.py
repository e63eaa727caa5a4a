"""Runs → inline HTML: every character escaped, formatting as nested elements."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from markupsafe import Markup, escape

from deckgen.model import Baseline, Role, Run, Text
from deckgen.writers.html.formulas import JOINER, loose

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


def inline(text: Text, formulas: Iterable[Markup] = ()) -> Markup:
    """The runs of one paragraph; neighbours that lead to the same place share one link.

    `formulas` are those in it, as they are set; without them each is set as it comes.
    """
    given = iter(formulas)
    shown = [_formula(text, n, next(given, None)) if run.formula else None for n, run in enumerate(text)]
    numbered = groupby(enumerate(text), key=lambda entry: entry[1].href)
    return Markup("").join(
        linked(href, Markup("").join(_run(run, shown[n]) for n, run in runs)) for href, runs in numbered
    )


def _formula(text: Text, n: int, given: Markup | None) -> Markup:
    """The formula that is run `n`, held to what touches it."""
    formula = text[n].formula
    assert formula is not None
    before = text[n - 1].text[-1:] if n else ""
    after = text[n + 1].text[:1] if n + 1 < len(text) else ""
    held = [JOINER if beside and not beside.isspace() else "" for beside in (before, after)]
    return held[0] + (given if given is not None else loose(formula)) + held[1]


def linked(href: str | None, content: Markup) -> Markup:
    """Content as a link; one to a slide works with reveal.js and without.  No `href`: the content."""
    if href is None:
        return content
    if not href.lower().startswith(SAFE_LINKS):
        raise ValueError(f"a link that no outline can hold: {href}")
    if href.startswith("#") or href.lower().startswith("mailto:"):
        return Markup('<a href="{}">{}</a>').format(href, content)
    return Markup('<a href="{}" target="_blank" rel="noopener">{}</a>').format(href, content)


def _run(run: Run, formula: Markup | None = None) -> Markup:
    content = formula if formula is not None else escape(run.text)
    if formula is None and "\n" in run.text:
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
