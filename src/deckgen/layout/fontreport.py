"""A theme's fonts → warnings of those that are not here, or that a pptx cannot carry."""

from __future__ import annotations

from deckgen.diagnostics import Report
from deckgen.fonts.families import FALLBACK_FAMILY
from deckgen.fonts.files import find
from deckgen.model import Deck
from deckgen.text.carried import refusals
from deckgen.theme import Theme


def report_fonts(theme: Theme, deck: Deck, report: Report) -> None:
    """Say all that is to be said of a theme's fonts, each family once."""
    spans = deck.theme.override_spans
    _report_unknown(theme, deck, report)
    for role, font, reason in refusals(theme):
        report.warning(
            "font-not-embedded",
            f"the font `{font.name}` is not embedded in the PowerPoint file: {reason}",
            spans.get(f"fonts.{role}", spans.get("fonts.embed", deck.theme.span)),
            "name another, or `fonts: {embed: false}`; the HTML is not concerned",
        )


def _report_unknown(theme: Theme, deck: Deck, report: Report) -> None:
    """A warning for each family that is measured and shown with another, because it is nowhere here."""
    known: set[str] = set()
    for role, font in theme.fonts.items():
        here = find(font.family, font.weight, False, font.own)
        if font.name in known or (here and not font.stands_in):
            continue
        known.add(font.name)
        wanted = font.name if font.stands_in else font.family
        report.warning(
            "unknown-font",
            f"no font `{wanted}` is here, nor one of its widths: text in it is measured with "
            f"{font.family if here else FALLBACK_FAMILY}, and shown so in the HTML",
            deck.theme.override_spans.get(f"fonts.{role}", deck.theme.span),
            "install it, or name a font that the machine has; lines may break elsewhere than planned",
        )
