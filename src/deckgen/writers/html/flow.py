"""Paragraphs of a box → headings, paragraphs and nested lists in HTML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from deckgen.scene import Bullet, Number, PlacedParagraph, PlacedText
from deckgen.writers.html.builds import part
from deckgen.writers.html.formulas import in_line, rise
from deckgen.writers.html.inline import inline, lang_attribute
from deckgen.writers.html.styles import Styles

ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
         (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


NO_CLICKS: Mapping[int, int] = {}


def numeral(value: int, level: int) -> str:
    """A list number as both formats show it: 1. at level 0, a. (z., aa., bb.) below, then i."""
    match level % 3:
        case 0:
            return f"{value}."
        case 1 if value > 0:
            return chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1) + "."
        case 2 if value > 0:
            return _roman(value) + "."
        case _:
            return f"{value}."


def _roman(value: int) -> str:
    digits = []
    for size, letters in ROMAN:
        digits.append(letters * (value // size))
        value %= size
    return "".join(digits)


@dataclass(frozen=True, slots=True)
class Language:
    """The language and direction that stand already on the elements around."""

    lang: str
    rtl: bool

    def attributes(self, lang: str, rtl: bool) -> Markup:
        """`lang` and `dir` where they differ from what stands around."""
        differs = Markup(' dir="rtl"' if rtl else ' dir="ltr"') if rtl is not self.rtl else Markup("")
        return lang_attribute(lang if lang != self.lang else None) + differs


def paragraph(
    item: PlacedParagraph, tag: str, look: str, around: Language, click: int | None = None
) -> Markup:
    """One paragraph as `tag`; `look` is its class, its marker the text of a pseudo-element.

    It comes at the given `click`, counted from 0, if any.
    """
    marker = Markup("")
    if item.marker is not None:
        marker = Markup(' data-marker="{}"').format(marker_text(item))
    attributes = around.attributes(item.lang, item.rtl)
    formulas = [in_line(placed, item.look) for placed in item.formulas]
    content = inline(item.text, formulas) or Markup("<br>")
    return Markup(f"<{tag}{part(click, look)}{marker}{rise(item)}{attributes}>{content}</{tag}>")


def marker_text(item: PlacedParagraph) -> str:
    """What stands before a list item: the bullet of its level, or its number."""
    match item.marker:
        case Number(value=value):
            return numeral(value, item.level)
        case Bullet():
            return item.look.bullet
        case None:
            return ""


def flow(
    text: PlacedText, styles: Styles, around: Language, tag: str = "p", clicks: Mapping[int, int] = NO_CLICKS
) -> Markup:
    """All paragraphs of a box, those with markers as nested `ul` and `ol`.

    `clicks` has, by the paragraphs' places, at which click they come; a list's come with their item.
    """
    out: list[Markup] = []
    lists = _Lists(out)
    for index, item in enumerate(text.paragraphs):
        click = clicks.get(index)
        if item.marker is None:
            lists.close(0)
        else:
            lists.item(item, click)
            click = None
        look = styles.look(text.style.name, item.level, item.look) + ("" if index else " first")
        out.append(paragraph(item, tag if item.marker is None else "p", look, around, click))
    lists.close(0)
    return Markup("").join(out)


class _Lists:
    """The lists that are open at a place of the flow, outermost first."""

    def __init__(self, out: list[Markup]) -> None:
        self.out = out
        self.open: list[tuple[str, int]] = []  # element and block of each
        self.clicks: list[int | None] = []  # at which the open item of each comes

    def item(self, item: PlacedParagraph, click: int | None) -> None:
        """Open an item at the paragraph's level, which comes at a click, and the lists that lead there."""
        assert item.marker is not None
        depth = item.level + 1
        tag = "ol" if isinstance(item.marker, Number) else "ul"
        self.close(depth)
        # Two lists one after the other are two elements, though they look alike.
        restarts = isinstance(item.marker, Number) and item.marker.value == item.marker.start
        if len(self.open) == depth and (self.open[-1] != (tag, item.block) or restarts):
            self.close(depth - 1)
        if len(self.open) == depth:
            self.clicks.pop()
            self.out.append(Markup(f"</li><li{self._fragment(click)}>"))
        while len(self.open) < depth:
            innermost = len(self.open) == depth - 1
            self._begin(item, tag if innermost else "ul", len(self.open), click if innermost else None)

    def _fragment(self, click: int | None) -> str:
        """The attributes of an item; none where one around it comes at the same click."""
        known = click in self.clicks
        self.clicks.append(click)
        return "" if known else part(click)

    def _begin(self, item: PlacedParagraph, tag: str, level: int, click: int | None) -> None:
        self.open.append((tag, item.block))
        attributes = ""
        if tag == "ol" and isinstance(item.marker, Number):
            start = f' start="{item.marker.value}"' if item.marker.value != 1 else ""
            attributes = f' type="{"1ai"[level % 3]}"{start}'
        self.out.append(Markup(f'<{tag} role="list"{attributes}><li{self._fragment(click)}>'))

    def close(self, depth: int) -> None:
        """Close all lists deeper than `depth`."""
        while len(self.open) > depth:
            tag, _ = self.open.pop()
            self.clicks.pop()
            self.out.append(Markup(f"</li></{tag}>"))


def shared_language(paragraphs: Sequence[PlacedParagraph], around: Language) -> Language:
    """The language of a box: that of its paragraphs where they agree, else of what is around."""
    found = {(item.lang, item.rtl) for item in paragraphs}
    return Language(*found.pop()) if len(found) == 1 else around
