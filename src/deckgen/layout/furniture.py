"""The deck's footer template and a page's place in it → footer and number of that page."""

from __future__ import annotations

import re
from dataclasses import replace

from deckgen.diagnostics import Report, Span
from deckgen.layout.setting import Names, Setting
from deckgen.layout.textbox import Para, set_text
from deckgen.model import FOOTER_FIELDS, Deck, Numbers, Run, Slide, SlideKind, Text, plain
from deckgen.scene import Part, Placed
from deckgen.slots import Layout

_FIELD = re.compile(f"[{''.join(FOOTER_FIELDS.values())}]")
_NAMED = re.compile(r"\{\{\s*(\w+)\s*\}\}")
_SEPARATOR = r"\s*(?:[·•|/,;:–—-]|\s)\s*"
_EMPTY = "\udfff"  # stands for a field without a value until its separator has gone with it


def footer_text(template: Text, deck: Deck, section: str) -> Text:
    """The template with its fields filled in; an empty one takes the separator before it along."""
    values = {
        "title": plain(deck.title),
        "section": section,
        "author": ", ".join(plain(author) for author in deck.authors),
        "date": plain(deck.date),
    }
    filling = {field: values[name] or _EMPTY for name, field in FOOTER_FIELDS.items()}

    def filled(run: Run) -> Run:
        text = _FIELD.sub(lambda m: filling[m[0]], run.text)
        text = re.sub(f"^{_EMPTY}{_SEPARATOR}|{_SEPARATOR}{_EMPTY}", "", text).replace(_EMPTY, "")
        return replace(run, text=text)

    return tuple(run for run in map(filled, template) if run.text)


def footer_template(slide: Slide, deck: Deck, default: str) -> Text:
    """The footer that holds for a slide: its own, the deck's, the theme's; empty where switched off."""
    for given in (slide.footer, deck.footer):
        if given is False:
            return ()
        if given is not None:
            return given
    named = _NAMED.sub(lambda m: FOOTER_FIELDS.get(m[1], m[0]), default)
    return (Run(named),) if named else ()


def furniture(
    slide: Slide, deck: Deck, layout: Layout, place: tuple[int, int], section: str,
    setting: Setting, names: Names, report: Report,
) -> list[Placed]:  # fmt: skip
    """Footer and number of the page at `place` (position and count, from 1)."""
    setting = setting.at(1.0)
    placed = []
    template = footer_template(slide, deck, setting.tools.theme.footer)
    text = footer_text(template, deck, section)
    slot = layout.slot("footer")
    if slot and text:
        whole, text = text, _one_line(text, slot.style, slot.box.w, setting)
        if text is not whole and (slide.footer or deck.footer):
            _report_cut(slide, deck, template, report)
        content, _ = set_text([Para(text, slot.style)], slot.style, slot.box.w, setting, slot.anchor)
        placed.append(Placed(names.new(Part.FOOTER), Part.FOOTER, slot.box, content, slot.name))
    numbers = slide.numbers or deck.numbers
    slot = layout.slot("number")
    if slot and numbers is not Numbers.OFF:
        shown = f"{place[0]} / {place[1]}" if numbers is Numbers.TOTAL else str(place[0])
        content, _ = set_text([Para((Run(shown),), slot.style)], slot.style, slot.box.w, setting, slot.anchor)
        content = replace(content, field="slidenum")
        placed.append(Placed(names.new(Part.NUMBER), Part.NUMBER, slot.box, content, slot.name))
    return placed


def _report_cut(slide: Slide, deck: Deck, template: Text, report: Report) -> None:
    """A footer too long for its line: an error where it holds words that stand nowhere else."""
    where = slide.span if slide.footer else Span(str(deck.file))
    opened = any(one.kind is SlideKind.OPENING for one in deck.slides)
    if opened and not re.search(r"\w", plain(template)):
        report.warning("long-footer", "the footer is too long for its line: it is cut", where, "shorten it")
    else:
        report.error("long-footer", "the footer is too long for its line", where, "shorten it")


def _one_line(text: Text, style: str, width: float, setting: Setting) -> Text:
    """The footer, or what a line holds of it and an ellipsis."""
    look = setting.style(style).level(0)

    def fits(candidate: Text) -> bool:
        return len(setting.tools.measurer.shaped(candidate, look).lines(width / look.size)) == 1

    if fits(text):
        return text
    words = plain(text)
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits((Run(_cut(words, middle)),)) else (low, middle - 1)
    return (Run(_cut(words, low)),)


def _cut(words: str, count: int) -> str:
    """The first `count` characters and an ellipsis, no separator before it."""
    return words[:count].rstrip(" ·•|/,;:–—-") + "…"
