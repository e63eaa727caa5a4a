"""A theme to begin with → the commented file of a new one, to edit."""

from __future__ import annotations

import json
import os.path
from collections.abc import Iterator
from pathlib import Path

from deckgen.diagnostics import Report, Span
from deckgen.files import write_all
from deckgen.theme import COLOR_ROLES, Font, Theme

USES = {
    "background": "the page",
    "text": "the words on it",
    "surface": "panels: code, callouts, the nodes of diagrams",
    "muted": "quiet words: footers, captions, sources",
    "accent1": "what matters: bullets, the first series of a chart",
    "accent2": "its partner: takes its part on inverse pages",
    "link": "links",
}
"""What each role is for, in a few words; accents beyond the second colour charts and diagrams."""


def write_new(folder: Path, base: str, theme: Theme, report: Report) -> tuple[Path, ...]:
    """Write `folder/theme.yaml`, which extends `base`; a folder that has one is an error."""
    target = folder / "theme.yaml"
    if target.exists():
        report.error("file-exists", f"there is a theme in {folder} already", Span(str(target)),
                     "choose another name, or edit that one")  # fmt: skip
        return ()
    return write_all({target: starter(folder.name, _from(base, folder), theme).encode()}, report)


def _from(base: str, folder: Path) -> str:
    """How a file in `folder` names its base: one of deckgen's by its name, a file by its path from there."""
    path = Path(base, "theme.yaml") if os.path.isdir(base) else Path(base)  # noqa: PTH112  (takes every name)
    return os.path.relpath(path, folder) if os.path.isfile(path) else base  # noqa: PTH113


def starter(name: str, base: str, theme: Theme) -> str:
    """The text of a theme file that looks like `theme`, whose name or path is `base`."""
    parts = (_head(name, base), _colors(theme), _fonts(theme), _further(theme))
    return "\n".join(line for part in parts for line in part)


def _head(name: str, base: str) -> Iterator[str]:
    yield f"# The theme {name}, made from {base}.  Edit what you like, and delete what you leave as it is:"
    yield f"# that follows {base}.  `deckgen theme preview {name}` shows it, `deckgen theme check {name}`"
    yield f"# looks for mistakes; `theme: {name}` in an outline beside this folder uses it."
    yield f"title: {_quoted(name)}"
    yield f"extends: {_quoted(base)}"
    yield ""


def _colors(theme: Theme) -> Iterator[str]:
    yield "# Colours by their roles.  Change accent1: bullets, charts, tables, code and links change with it."
    yield "colors:"
    for role in COLOR_ROLES:
        same = role != "accent1" and theme.colors[role] == theme.colors["accent1"]
        value = f'  {role}: "accent1"' if same else f'  {role}: "{theme.colors[role]}"'
        yield f"{value:<26}# {USES[role]}" if role in USES else value
    yield ""


def _fonts(theme: Theme) -> Iterator[str]:
    yield "# Fonts.  A family alone will do (`heading: Georgia`); `family` is what is measured, and carried"
    yield "# in the HTML, where it is another one of the same widths."
    yield "fonts:"
    yield from (f"  {role}: {_font(font)}" for role, font in theme.fonts.items())
    yield ""


def _font(font: Font) -> str:
    pairs = [("name", font.name), ("family", font.family), ("fallback", font.fallback)]
    pairs += [("office", font.office)] if font.office else []
    fields = [f"{key}: {_quoted(value)}" for key, value in pairs]
    weights = (("weight", font.weight, 400), ("bold_weight", font.bold_weight, 700))
    fields += [f"{key}: {value}" for key, value, usual in weights if value != usual]
    return f"{{{', '.join(fields)}}}"


def _further(theme: Theme) -> Iterator[str]:
    text, title = theme.styles["text"].level(0), theme.styles["title"].level(0)
    yield "# Everything below is as it is in the theme that this one extends: take the # away to change it."
    yield ""
    yield "# A logo, in the folder of this file."
    yield "# logo: logo.svg"
    yield ""
    yield "# Sizes are base × ratio^step, in pt of a page 540 high; text shrinks to the floor and no further."
    yield f"# scale: {{base: {text.size:g}, ratio: {theme.ratio:g}, floor: {theme.floor:g}}}"
    yield ""
    yield "# Twelve columns between two margins; `gap` stands between blocks."
    yield f"# grid: {{margin: {theme.margin:g}, gutter: {theme.gutter:g}, gap: {theme.gap:g}}}"
    yield ""
    yield f"# footer: {_quoted(theme.footer)}"
    yield ""
    yield "# How kinds of text look: `deckgen theme show` lists them."
    yield "# styles:"
    yield f"#   title: {{font: {title.font}, step: 2, bold: {str(title.bold).lower()}}}"
    yield ""
    yield "# What stands behind every page (lengths in pt, or in % of the page: left, top, width, height)."
    yield "# master:"
    yield "#   decorations:"
    yield "#     - {name: Bar, box: [0, 0, 100%, 8], fill: accent1}"
    yield ""
    yield "# How sections look."
    yield "# layouts:"
    yield "#   section: {inverse: true}"
    yield ""


def _quoted(text: str) -> str:
    """A text as YAML takes it: JSON's strings are YAML's too, and what needs no quotes has none."""
    plain = (
        text and all(c.isalnum() or c in " -_./" for c in text) and text[0].isalpha() and text.strip() == text
    )
    return (
        text
        if plain and text.lower() not in {"true", "false", "null", "yes", "no", "on", "off"}
        else json.dumps(text, ensure_ascii=False)
    )
