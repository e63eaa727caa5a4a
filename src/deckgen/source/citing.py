"""A citation in a text → the words that stand there, and the deck's works as they are cited."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import groupby

from deckgen.figures.citations import Piece, Style, Work, entry, labels, sort_key
from deckgen.model import Bibliography, Block, Callout, Columns, Run, Slide, Text


@dataclass(slots=True)
class References:
    """The works of a deck by their keys; `cited` has those that were cited, in the order of the text."""

    style: Style = Style.AUTHOR_YEAR
    lang: str = "en"
    works: dict[str, Work] = field(default_factory=dict)
    cited: dict[str, int] = field(default_factory=dict)
    _labels: dict[str, str] = field(default_factory=dict)

    def label(self, key: str) -> str:
        """What stands in the text for a work: "Knuth 1984", or its number."""
        number = self.cited.setdefault(key, len(self.cited) + 1)
        if self.style is Style.NUMERIC:
            return str(number)
        if not self._labels:
            self._labels = labels(self.works.values(), self.lang)
        return self._labels[key]

    def cite(self, places: list[tuple[str, str]]) -> str:
        """What stands in the text for works, each a key and where in it ("p. 3", or nothing)."""
        shown = [", ".join(filter(None, (self.label(key), where))) for key, where in places]
        return f"[{'; '.join(shown)}]" if self.style is Style.NUMERIC else f"({'; '.join(shown)})"

    def entries(self) -> tuple[Text, ...]:
        """The bibliography: the works cited, by number or by name."""
        made = labels(self.works.values(), self.lang)
        works = [self.works[key] for key in self.cited]
        if self.style is Style.NUMERIC:
            return tuple(
                (Run(f"[{n}] "), *_runs(entry(work, self.style, made[work.key], self.lang)))
                for n, work in enumerate(works, 1)
            )
        return tuple(
            _runs(entry(work, self.style, made[work.key], self.lang)) for work in sorted(works, key=sort_key)
        )


def _runs(pieces: tuple[Piece, ...]) -> Text:
    """The pieces as runs, neighbours of the same formatting as one."""
    grouped = groupby(pieces, key=lambda piece: (piece.italic, piece.href))
    return tuple(
        Run("".join(piece.text for piece in group), italic=italic, href=address)
        for (italic, address), group in grouped
    )


def with_bibliography(slides: tuple[Slide, ...], references: References) -> tuple[Slide, ...]:
    """The slides with the works that they cite in their bibliographies."""
    entries = references.entries()
    return tuple(replace(slide, blocks=_filled(slide.blocks, entries)) for slide in slides)


def _filled(blocks: tuple[Block, ...], entries: tuple[Text, ...]) -> tuple[Block, ...]:
    return tuple(_one_filled(block, entries) for block in blocks)


def _one_filled(block: Block, entries: tuple[Text, ...]) -> Block:
    match block:
        case Bibliography():
            return replace(block, entries=entries)
        case Callout():
            return replace(block, content=_filled(block.content, entries))
        case Columns(columns=columns):
            filled = (replace(column, blocks=_filled(column.blocks, entries)) for column in columns)
            return replace(block, columns=tuple(filled))
        case _:
            return block
