"""A .pptx or .potx file → what a deck built on it takes over: masters, layouts, colours and fonts."""

from __future__ import annotations

from deckgen.template.model import Layout, Master, Placeholder, Template
from deckgen.template.package import Package, Relationship

__all__ = [
    "Layout",
    "Master",
    "Package",
    "Placeholder",
    "Relationship",
    "Template",
]
