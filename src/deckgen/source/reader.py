"""An outline's file → a Deck: what its author said, checked, with every file that it names."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

from deckgen import yamlnodes
from deckgen.diagnostics import Report, Span
from deckgen.model import Deck, Numbers, Run, Slide, SlideKind, Text, plain
from deckgen.source import decks
from deckgen.source.agenda import read_agenda, with_agenda
from deckgen.source.citing import with_bibliography
from deckgen.source.environment import NOTHING, Given, check_given, given_names, read_vars
from deckgen.source.fields import Fields, kind_of
from deckgen.source.ids import check_duplicates, check_links, with_ids
from deckgen.source.references import read_references
from deckgen.source.scope import Found, Scope
from deckgen.source.slidelist import read_slides
from deckgen.source.slides import read_footer, read_numbers, read_slide, read_transition
from deckgen.source.variants import left_out
from deckgen.yamlnodes import Mapping, Node, Scalar


def read_deck(
    path: Path, report: Report, today: datetime.date, given: Given = NOTHING, output: str | None = None
) -> Deck | None:
    """Read the outline at `path`; all that is wrong with it goes to `report`.

    `given` adds names and variants; `output`, the format that the deck is for, is one of its variants.  The
    answer is None where there is no deck to speak of; after an error it is a deck without what was wrong,
    which nobody should build.
    """
    root = yamlnodes.load(path, path.as_posix(), report)
    if root is None or (isinstance(root, Scalar) and root.misread):
        return None
    if isinstance(root, Scalar) and root.absent:
        report.error("empty-value", "the outline is empty", Span(path.as_posix()))
        return None
    whole = not report.has_errors
    if not isinstance(root, Mapping) and not whole:
        return None
    if not isinstance(root, Mapping):
        hint = "an outline begins with keys such as `title:` and `slides:`"
        message = f"an outline is a mapping, not {kind_of(root)}"
        report.error("wrong-value", message, root.span, hint)
        return None
    file = path.resolve()
    variants = frozenset(given.variants) | ({output} if output else set())
    scope = Scope(report, file.parent, file.parent, path, (file,), Found(), variants=variants)
    fields = _with_names(decks.deck_fields(root, scope), given)
    deck = _deck(fields, path, today, whole)
    check_duplicates(deck.slides, scope.found, report)
    slides = _with_bibliography(with_ids(deck.slides), scope)
    slides = with_agenda(slides, read_agenda(fields), deck.lang)
    deck = replace(deck, slides=slides, variants=frozenset(scope.found.variants))
    if whole and not scope.found.lost:
        check_links(deck.slides, scope.found, report)
        check_given(given, scope.found, report)
    if not slides and not report.has_errors:
        _no_slides(fields, output)
    return deck


def _no_slides(fields: Fields, output: str | None) -> None:
    """All slides are for other variants, or for rows that there are not."""
    named = sorted(fields.scope.found.variants)
    hints = (f"slides here are for the variants {', '.join(named)}",) if named else ()
    message = f"no slide is left for the {output} file" if output else "no slide is left"
    fields.scope.report.error("no-slides", message, fields.span_of("slides"), *hints)


def _with_bibliography(slides: tuple[Slide, ...], scope: Scope) -> tuple[Slide, ...]:
    """The slides with their bibliographies, now that all that is cited is known."""
    found = scope.found
    if not found.bibliographies:
        return slides
    if not found.references.cited:
        hint = "cite works in the text: `[@key]`"
        scope.report.error(
            "empty-block", "no work is cited that it could list", found.bibliographies[0], hint
        )
    return with_bibliography(slides, found.references)


def _with_names(fields: Fields, given: Given) -> Fields:
    """The deck's keys, read with the names that it defines and in its language."""
    scope = fields.scope
    fields = fields.under(scope.with_names(read_vars(fields, given_names(given, scope))))
    return fields.under(replace(fields.scope, lang=fields.language() or "en"))


def _deck(fields: Fields, path: Path, today: datetime.date, whole: bool) -> Deck:
    scope, lang = fields.scope, fields.scope.lang
    scope.found.references = read_references(fields, lang)
    title, authors, date = fields.text("title"), decks.read_authors(fields), decks.read_date(fields, today)
    titled, title = bool(title), title or (Run(path.stem),)
    scope.found.built_in.update(
        title=plain(title), author=", ".join(map(plain, authors)), date=plain(date), section=""
    )
    opening = _opening(fields, title, titled)
    slides = fields.node("slides")
    if fields.lacks("slides") and whole:
        hint = "write `slides:`, and the slides below it, each after a dash: `- title: …`"
        scope.report.error("missing-key", "the outline lacks `slides`", fields.span, hint)
    return Deck(
        file=path,
        title=title,
        subtitle=fields.text("subtitle"),
        authors=authors,
        institute=fields.text("institute"),
        date=date,
        keywords=decks.read_keywords(fields),
        description=fields.words("description"),
        lang=lang,
        theme=decks.read_theme(fields),
        size=decks.read_size(fields),
        size_span=fields.span_of("size") if "size" in fields else None,
        footer=read_footer(fields),
        numbers=read_numbers(fields) or Numbers.ON,
        overflow=decks.read_overflow(fields),
        incremental=fields.flag("incremental") or False,
        transition=read_transition(fields),
        slides=(*opening, *(_slides(slides, scope))),
    )


def _slides(node: Node | None, scope: Scope) -> list[Slide]:
    return [] if node is None else read_slides(node, scope)


def _opening(fields: Fields, title: Text, titled: bool) -> tuple[Slide, ...]:
    """The opening slide, with the deck's title and subtitle unless it has its own."""
    node = fields.node("opening")
    if not decks.opening_wanted(node, titled, fields):
        decks.check_unshown(node, fields)
        return ()
    subtitle = fields.text("subtitle")
    if isinstance(node, Mapping):
        if left_out(node, fields.scope):
            return ()
        slide = read_slide(node, fields.scope, SlideKind.OPENING)
        return (replace(slide, title=slide.title or title, subtitle=slide.subtitle or subtitle),)
    return (Slide(kind=SlideKind.OPENING, title=title, subtitle=subtitle, span=fields.span_of("title")),)
