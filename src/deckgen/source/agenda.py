"""The sections of a deck → the agenda slides that lead through them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from typing import Final

from deckgen.model import Build, Item, ListBlock, Role, Run, Slide, SlideKind, Text
from deckgen.source.fields import Fields

TAKEN: Final = "agenda"
"""The id of the first agenda slide, where no slide of the author's has it."""

_TITLES: Final = {
    "ar": "المحتويات", "bg": "Съдържание", "ca": "Contingut", "cs": "Přehled", "da": "Dagsorden",
    "de": "Überblick", "el": "Περιεχόμενα", "es": "Índice", "fa": "فهرست", "fi": "Sisältö", "fr": "Plan",
    "he": "תוכן עניינים", "hu": "Áttekintés", "it": "Sommario", "ja": "目次", "ko": "목차", "nb": "Oversikt",
    "nl": "Overzicht", "no": "Oversikt", "pl": "Plan", "pt": "Sumário", "ro": "Cuprins", "ru": "План",
    "sk": "Prehľad", "sv": "Översikt", "tr": "İçindekiler", "uk": "План", "zh": "目录",
}  # fmt: skip
"""What a lecture's agenda is called, by language; "Agenda" elsewhere."""


class Agenda(StrEnum):
    """Where agenda slides stand: nowhere, after the opening, or before each section as well."""

    NONE = "false"
    ONCE = "true"
    EACH = "each"


def read_agenda(fields: Fields) -> Agenda:
    """`true`, `false` or `each`."""
    return fields.choice("agenda", Agenda) or Agenda.NONE


def with_agenda(slides: tuple[Slide, ...], agenda: Agenda, lang: str) -> tuple[Slide, ...]:
    """The slides, which have their ids, with the agenda among them; as they are where there is no section.

    Before a first section that follows the agenda at once it does not stand a second time.
    """
    sections = [slide for slide in slides if slide.kind is SlideKind.SECTION]
    if agenda is Agenda.NONE or not sections:
        return slides
    return tuple(_woven(slides, sections, agenda, lang))


def _woven(slides: tuple[Slide, ...], sections: list[Slide], agenda: Agenda, lang: str) -> Iterator[Slide]:
    start = 1 if slides[0].kind is SlideKind.OPENING else 0
    name = TAKEN if all(slide.id != TAKEN for slide in slides) else None
    for i, slide in enumerate(slides):
        if i == start:
            yield _agenda_slide(sections, None, lang, name)
        if agenda is Agenda.EACH and slide.kind is SlideKind.SECTION and i != start:
            yield _agenda_slide(sections, slide, lang, None)
        yield slide


def _agenda_slide(sections: list[Slide], now: Slide | None, lang: str, name: str | None) -> Slide:
    """One agenda slide; `now` is the section that it stands before."""
    items = tuple(Item(text=_entry(section, now)) for section in sections)
    title = _TITLES.get(lang.partition("-")[0].lower(), "Agenda")
    return Slide(
        id=name,
        title=(Run(title),),
        blocks=(ListBlock(items=items),),
        incremental=Build.NONE,
        span=(now or sections[0]).span,
    )


def _entry(section: Slide, now: Slide | None) -> Text:
    """A section's name: bold where the lecture is, muted where it is not."""
    words = tuple(run for run in section.section if not run.footnote)
    if now is None:
        return words
    if section is now:
        return tuple(replace(run, bold=True) for run in words)
    return tuple(replace(run, roles=run.roles | {Role.MUTED}) for run in words)
