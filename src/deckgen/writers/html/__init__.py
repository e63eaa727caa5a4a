"""A Scene → one self-contained HTML file that shows it with reveal.js."""

from __future__ import annotations

from deckgen.writers.html.deck import output, write

__all__ = ["output", "write"]
