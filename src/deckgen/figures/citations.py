"""Works that a lecture cites → the labels that stand in its text and the entries of its bibliography."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Style(StrEnum):
    """How works are referred to: "(Knuth 1984)" or "[1]"."""

    AUTHOR_YEAR = "author-year"
    NUMERIC = "numeric"


@dataclass(frozen=True, slots=True)
class Name:
    """A person or a body; `given` is empty for one of a single name."""

    family: str
    given: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One work.  All but its key may be missing; `container` is the journal or book that it appeared in."""

    key: str
    names: tuple[Name, ...] = ()
    editors: tuple[Name, ...] = ()
    year: str = ""
    title: str = ""
    container: str = ""
    publisher: str = ""
    volume: str = ""
    number: str = ""
    pages: str = ""
    edition: str = ""
    note: str = ""
    url: str = ""
    doi: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of an entry, perhaps in italics or a link."""

    text: str
    italic: bool = False
    href: str | None = None


_PARTICLES = re.compile(r"(?:\b(?:van|von|de|del|della|der|den|di|da|du|la|le|ten|ter|zu|zum|zur)\s+)+\S+$")
_UNDATED = {
    "de": "o. J.",
    "fr": "s. d.",
    "es": "s. f.",
    "it": "s. d.",
    "pt": "s. d.",
    "nl": "z. j.",
    "ru": "б. г.",
}
_EDITED = {"de": "Hg.", "fr": "dir.", "es": "ed.", "it": "a cura di", "nl": "red.", "ru": "ред."}
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def name_of(text: str) -> Name:
    """A name as people write it: "Knuth, Donald E.", "Donald E. Knuth" or, in braces, a body's."""
    text = " ".join(text.split())
    if text.startswith("{") and text.endswith("}"):
        return Name(text[1:-1])
    family, comma, given = text.partition(",")
    if comma:
        return Name(family.strip(), given.strip())
    particle = _PARTICLES.search(text)
    family = particle[0] if particle else text.rpartition(" ")[2]
    return Name(family, text[: len(text) - len(family)].strip())


def labels(works: Iterable[Work], lang: str) -> dict[str, str]:
    """Each work's author-year label by its key; works of one label are told apart by letters."""
    plain = {work.key: (_short(work), work.year or _word(_UNDATED, lang, "n.d.")) for work in works}
    counts = Counter(plain.values())
    seen: Counter[tuple[str, str]] = Counter()
    made = {}
    for key, label in plain.items():
        letter = _LETTERS[seen[label] % 26] if counts[label] > 1 else ""
        seen[label] += 1
        made[key] = f"{label[0]} {label[1]}{letter}"
    return made


def _short(work: Work) -> str:
    """By what a work is called in the text: one or two family names, the first of more, its title."""
    names = work.names or work.editors
    match names:
        case ():
            return work.title or work.key
        case (one,):
            return one.family
        case (one, other):
            return f"{one.family} & {other.family}"
        case _:
            return f"{names[0].family} et al."


def _word(words: Mapping[str, str], lang: str, english: str) -> str:
    return words.get(lang.partition("-")[0].lower(), english)


def sort_key(work: Work) -> tuple[str, str, str]:
    """The place of a work in an author-year bibliography: by names, year, title."""
    names = work.names or work.editors
    who = " ".join(f"{name.family} {name.given}" for name in names) or work.title
    return who.casefold(), work.year, work.title.casefold()


def entry(work: Work, style: Style, label: str, lang: str) -> tuple[Piece, ...]:
    """A work as its bibliography has it; `label` is its author-year label, of which the year is shown.

    The order of the parts is that of the Chicago manual's author-date entries, with the year at the end
    where works have numbers.
    """
    year = label.removeprefix(_short(work)).strip()
    who = _full_names(work, lang)
    titles = _titles(work, _imprint(work, year if style is Style.NUMERIC and work.year else ""))
    dated = [(Piece(year),)] if style is Style.AUTHOR_YEAR else []
    opening = [(Piece(who),), *dated, *titles] if who else [*titles[:1], *dated, *titles[1:]]
    note = [(Piece(work.note),)] if work.note else []
    return tuple(_joined([*opening, *note], _place(work)))


def _full_names(work: Work, lang: str) -> str:
    """All names, the first by its family name; "(ed.)" behind those of editors."""
    names = work.names or work.editors
    first = [", ".join(filter(None, (name.family, name.given))) for name in names[:1]]
    others = [" ".join(filter(None, (name.given, name.family))) for name in names[1:]]
    listed = [*first, *others]
    shown = ", ".join(listed[:-1]) + " & " + listed[-1] if len(listed) > 1 else "".join(listed)
    return f"{shown} ({_word(_EDITED, lang, 'ed.')})" if shown and not work.names else shown


def _titles(work: Work, imprint: str) -> list[tuple[Piece, ...]]:
    """Title, container and imprint: what can be bought or borrowed by itself is in italics."""
    if not work.container:
        edition = f", {work.edition}" if work.edition else ""
        sentences: list[tuple[Piece, ...]] = []
        sentences += [(Piece(work.title + edition, italic=True),)] if work.title else []
        return [*sentences, (Piece(imprint),)] if imprint else sentences
    container = (Piece(work.container, italic=True), *((Piece(f" {imprint}"),) if imprint else ()))
    return [(Piece(work.title),), container] if work.title else [container]


def _imprint(work: Work, year: str) -> str:
    """Volume and number, pages, publisher, and the year where it stands at the end."""
    issue = work.volume + (f" ({work.number})" if work.number else "") if work.volume else work.number
    return ", ".join(filter(None, (issue, work.pages if work.container else "", work.publisher, year)))


def _place(work: Work) -> Piece | None:
    """Where a work can be read: a DOI before any other address."""
    if work.doi:
        address = work.doi if "://" in work.doi else f"https://doi.org/{work.doi}"
        return Piece(address, href=address)
    return Piece(work.url, href=work.url) if work.url else None


def _joined(sentences: list[tuple[Piece, ...]], place: Piece | None) -> Iterator[Piece]:
    """The sentences with a full stop after each, the address without one."""
    for i, sentence in enumerate(sentences):
        yield from sentence
        stop = "" if sentence[-1].text.endswith((".", "?", "!")) else "."
        gap = "" if i == len(sentences) - 1 and place is None else " "
        if stop or gap:
            yield Piece(stop + gap)
    if place:
        yield place
