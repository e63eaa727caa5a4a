"""A label's characters → pieces that are bold or italic, by the `**` and `*` of a Markdown string."""

from __future__ import annotations

import re

from deckgen.figures.diagrams.flowchart import Label

Piece = tuple[str, bool, bool]
"""Characters, whether they are bold, and whether they are italic."""

_MARK = re.compile(r"(\*\*\*|\*\*|\*|___|__|_)(?=\S)(.+?)(?<=\S)\1(?!\w)", re.DOTALL)


def pieces(label: Label) -> tuple[Piece, ...]:
    """The pieces of a label, in their order; one alone where nothing in it is marked."""
    if not label.markdown:
        return ((label.text, False, False),)
    found, at = [], 0
    for match in _MARK.finditer(label.text):
        if match.start() > at:
            found.append((label.text[at : match.start()], False, False))
        width = len(match[1])
        found.append((match[2], width >= 2, width != 2))
        at = match.end()
    if at < len(label.text):
        found.append((label.text[at:], False, False))
    return tuple(found)
