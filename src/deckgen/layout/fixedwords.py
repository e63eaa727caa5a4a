"""The fixed words of a theme's layouts → a warning for each that is too long for its place."""

from __future__ import annotations

from deckgen.decorations import Words
from deckgen.layout.setting import Tools
from deckgen.model import Deck, Run
from deckgen.text.measure import SLACK

_MOST_SHOWN = 40


def report_long_words(tools: Tools, deck: Deck) -> None:
    """Words stand on one line: what is longer than its place would run into what is beside it."""
    for layout in tools.theme.layouts.values():
        for drawn in layout.decorations:
            if not isinstance(drawn.content, Words):
                continue
            look = tools.theme.styles[drawn.content.style].level(0)
            width = tools.measurer.shaped((Run(drawn.content.text),), look).width * look.size * (1 + SLACK)
            if width > drawn.box.w:
                tools.report.warning(
                    "decoration-too-long",
                    f"the theme's “{drawn.content.text[:_MOST_SHOWN]}” takes {width:.0f} pt, and its place "
                    f"has {drawn.box.w:.0f}",
                    deck.theme.span,
                    "give it more room, or a smaller style",
                )
