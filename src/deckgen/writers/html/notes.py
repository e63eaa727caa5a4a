"""Speaker notes → paragraphs and lists in HTML."""

from __future__ import annotations

from markupsafe import Markup

from deckgen.model import ListBlock, Paragraph
from deckgen.writers.html.inline import inline, lang_attribute


def notes(parts: tuple[Paragraph | ListBlock, ...]) -> list[Markup]:
    """One element for each part."""
    return [
        Markup("<p>{}</p>").format(inline(part.text)) if isinstance(part, Paragraph) else _list(part)
        for part in parts
    ]


def _list(block: ListBlock) -> Markup:
    tag = "ol" if block.ordered else "ul"
    start = Markup(' start="{}"').format(block.start) if block.ordered and block.start != 1 else ""
    items = Markup("").join(
        Markup("<li{}>{}{}</li>").format(
            lang_attribute(item.lang), inline(item.text), _list(item.children) if item.children else ""
        )
        for item in block.items
    )
    return Markup(f"<{tag}{start}>{items}</{tag}>")
