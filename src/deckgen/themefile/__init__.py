"""A theme's YAML file, its bases and the outline's changes to it → a Theme for one page size."""

from __future__ import annotations

from deckgen.themefile.contrast import check_contrast
from deckgen.themefile.files import POWERPOINT, theme_names, theme_ref
from deckgen.themefile.resolve import load_theme

__all__ = ["POWERPOINT", "check_contrast", "load_theme", "theme_names", "theme_ref"]
