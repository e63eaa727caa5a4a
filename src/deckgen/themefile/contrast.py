"""A Theme → a warning for each text colour that cannot be read on a ground that it is set on."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.color import contrast
from deckgen.diagnostics import Report, Span
from deckgen.theme import READABLE, ColorRef, Theme


def check_contrast(theme: Theme, span: Span, report: Report) -> None:
    """Warn of every text colour under 4.5:1 on a ground that it is set on (WCAG 2.2, 1.4.3)."""
    for ground, where, inverse, colors in _grounds(theme):
        behind = theme.hex(ground, inverse)
        for color in sorted(colors, key=lambda c: (c.role, c.lighter, c.darker)):
            shown = theme.hex(color, inverse)
            ratio = contrast(shown, behind)
            if ratio < READABLE:
                report.warning(
                    "low-contrast",
                    f"`{color.role}` ({shown}) has a contrast of {ratio:.1f}:1 on {behind}, {where}",
                    span,
                    "text needs 4.5:1 to be read from afar",
                )


def _grounds(theme: Theme) -> Iterator[tuple[ColorRef, str, bool, set[ColorRef]]]:
    """What text stands on: the ground, what it is, whether on inverse pages, and the text's colours."""
    for layout in theme.layouts.values():
        ground = layout.fill or ColorRef("background")
        colors = {level.color for slot in layout.slots for level in theme.styles[slot.style].levels}
        colors |= {ColorRef("accent1"), ColorRef("muted"), ColorRef("link")}
        yield ground, f"the ground of the layout `{layout.name}`", layout.inverse, colors
    for inverse, code in theme.code.items():
        pages = " on inverse pages" if inverse else ""
        colors = {ColorRef("text"), code.number, *(style.color for style in code.tokens.values())}
        yield code.panel, f"the panel of code{pages}", inverse, colors
        yield code.band, f"the band of code{pages}", inverse, colors
