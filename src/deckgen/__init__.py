"""deckgen: one outline in YAML; an editable PowerPoint file and a reveal.js slideshow that agree."""

__version__ = "0.1.0"
