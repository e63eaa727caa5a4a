"""A Theme → every colour that it sets on a ground, and a warning for each pair that cannot be told apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from deckgen.color import Hex, contrast
from deckgen.decorations import Shape
from deckgen.diagnostics import Report, Span
from deckgen.slots import Layout, Slot
from deckgen.theme import READABLE, ColorRef, Theme

EVERYWHERE = (ColorRef("text"), ColorRef("accent1"), ColorRef("muted"), ColorRef("link"))
"""What authors can set words in on any page: plain, `{.accent}`, `{.muted}`, links."""

SERIES = tuple(f"accent{n}" for n in range(1, 7))
"""The roles that charts and diagrams draw with."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A colour on a ground: what is drawn so, both colours, their contrast, and the least it may be."""

    what: str
    color: Hex
    ground: Hex
    ratio: float
    least: float

    @property
    def enough(self) -> bool:
        """Whether the two stand apart as far as they must."""
        return self.ratio >= self.least

    @property
    def grade(self) -> str:
        """The level of WCAG 2.2 that words in this pair reach: "AAA", "AA", or "" for neither."""
        return "AAA" if self.ratio >= 7 else "AA" if self.ratio >= READABLE else ""


def check_contrast(theme: Theme, span: Span, report: Report) -> None:
    """Warn of each pair that stands apart less than it must (WCAG 2.2, 1.4.3 and 1.4.11)."""
    for pair in pairs(theme):
        if not pair.enough:
            report.warning(
                "low-contrast",
                f"{pair.what}: {pair.color} has a contrast of {pair.ratio:.1f}:1 on {pair.ground}",
                span,
                f"{'marks' if pair.least == theme.least.marks else 'words'} need {pair.least:g}:1"
                " to be seen from afar",
            )


def pairs(theme: Theme) -> list[Pair]:
    """Each pair of colours once, the faintest first."""
    found: dict[tuple[Hex, Hex, float], Pair] = {}
    for pair in (*_words(theme), *_marks(theme)):
        found.setdefault((pair.color, pair.ground, pair.least), pair)
    return sorted(found.values(), key=lambda pair: (pair.ratio / pair.least, pair.what))


def _words(theme: Theme) -> Iterator[Pair]:
    """All that is read."""
    for layout in theme.layouts.values():
        yield from _on_layout(layout, theme)
    for inverse, code in theme.code.items():
        pages = " on inverse pages" * inverse
        for ground, name in ((code.panel, f"code{pages}"), (code.band, f"code that is pointed out{pages}")):
            yield from _pairs(theme, name, (ColorRef("text"), code.number), ground, inverse)
            for kind, style in code.tokens.items():
                yield from _pairs(theme, f"{name}, {kind}", (style.color,), ground, inverse)
        marked = (ColorRef("text"),)
        yield from _pairs(theme, f"marked words{pages}", marked, theme.marks[inverse], inverse)
        for kind, color in theme.callouts.items():
            ground = theme.callout_panel(kind, inverse) if theme.callout.panel else ColorRef("background")
            label = theme.readable(color, (ground,), inverse)
            yield from _pairs(theme, f"the label of {kind}s{pages}", (label,), ground, inverse)
            yield from _pairs(theme, f"{kind}s{pages}", (ColorRef("text"),), ground, inverse)


def _on_layout(layout: Layout, theme: Theme) -> Iterator[Pair]:
    ground = layout.fill or ColorRef("background")
    for slot in layout.slots:
        colors = [level.color for level in theme.styles[slot.style].levels]
        behind = _covering(slot, layout) or ground
        yield from _pairs(theme, f"the {slot.name} of `{layout.name}`", colors, behind, layout.inverse)
    yield from _pairs(theme, f"text on `{layout.name}`", EVERYWHERE, ground, layout.inverse)


def _covering(slot: Slot, layout: Layout) -> ColorRef | None:
    """The colour of what the layout draws behind all of a slot, uppermost."""
    box, found = slot.box, None
    for drawn in layout.decorations:
        over, content = drawn.box, drawn.content
        covers = over.x <= box.x and over.y <= box.y and over.right >= box.right and over.bottom >= box.bottom
        if covers and isinstance(content, Shape) and content.shape == "rect" and content.fill:
            found = content.fill
    return found


def _marks(theme: Theme) -> Iterator[Pair]:
    """All that carries a meaning without being read: what charts and diagrams draw."""
    for inverse in (False, True):
        for role in SERIES:
            shown = theme.mark(role, inverse=inverse)
            what = f"charts{' on inverse pages' * inverse}"
            yield from _pairs(theme, what, (shown,), ColorRef("background"), inverse, theme.least.marks)


def _pairs(
    theme: Theme, what: str, colors: Iterable[ColorRef], ground: ColorRef, inverse: bool,
    least: float | None = None,
) -> Iterator[Pair]:  # fmt: skip
    behind, least = theme.hex(ground, inverse), least or theme.least.words
    for color in colors:
        shown = theme.hex(color, inverse)
        yield Pair(f"`{color.role}` in {what}", shown, behind, round(contrast(shown, behind), 2), least)
